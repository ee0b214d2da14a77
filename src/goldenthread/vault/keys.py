"""The installation's own keys, kept outside the database in a folder only its owner can read."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)

KEY_BYTES = 32


class KeysUnusable(Exception):
    """The keys are missing, damaged, or do not belong to this database; its text says which."""


@dataclass(frozen=True, slots=True, repr=False)
class Keyring:
    """The master key, which wraps each review's data key, and the key that chains the trail."""

    master: bytes
    trail: bytes

    @classmethod
    def load(cls, folder: Path) -> "Keyring":
        """Read both keys; raises :class:`KeysUnusable` when one is missing or has the wrong length."""
        return cls(master=_read(folder / "master.key"), trail=_read(folder / "trail.key"))

    @classmethod
    def load_or_create(cls, folder: Path) -> "Keyring":
        """Read both keys, making those that have never been made. Folder 0700, files 0600."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in ("master.key", "trail.key"):
            _create_once(folder / name)
        return cls.load(folder)

    def new_data_key(self) -> bytes:
        """A fresh key for one review, already wrapped by the master key."""
        return aes_key_wrap(self.master, secrets.token_bytes(KEY_BYTES))

    def unwrap(self, wrapped: bytes) -> bytes:
        """The data key; raises :class:`KeysUnusable` when this master key did not wrap it."""
        try:
            return aes_key_unwrap(self.master, wrapped)
        except InvalidUnwrap as error:
            raise KeysUnusable("The master key does not belong to this database.") from error


def _read(path: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise KeysUnusable(f"The key {path.name} is missing or damaged.") from error
    if len(key) != KEY_BYTES:
        raise KeysUnusable(f"The key {path.name} has the wrong length.")
    return key


def _create_once(path: Path) -> None:
    if path.exists():
        return
    # Written whole and then given its name, so that nobody who starts beside us reads half a key.
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES))
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
