"""Seal and open: AES-256-GCM with what it is about bound in.

What it is *about* (a review, a table, a row) is authenticated with the text, so something sealed for
one review cannot be moved to another and opened there.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12


class CannotOpen(Exception):
    """What was sealed has been changed, moved, or sealed with another key."""


def seal(data_key: bytes, plain: bytes, *, about: str) -> bytes:
    """The sealed bytes: a fresh nonce, then the ciphertext with its tag."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(data_key).encrypt(nonce, plain, about.encode())


def open_sealed(data_key: bytes, sealed: bytes, *, about: str) -> bytes:
    """The plain bytes; raises :class:`CannotOpen` unless key, bytes and ``about`` are all the same."""
    nonce, ciphertext = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return AESGCM(data_key).decrypt(nonce, ciphertext, about.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(
            "This cannot be opened: it was changed, moved, or sealed with another key."
        ) from error
