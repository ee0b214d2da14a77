"""Seal and open what identifies people, with the review's own key."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings  # noqa: TID251 (the keys' folder is known only here)

from goldenthread.reviews.models.review import Review, ReviewKey
from goldenthread.vault.keys import Keyring
from goldenthread.vault.sealing import open_sealed, seal


@cache
def _keyring(folder: str) -> Keyring:
    return Keyring.load(Path(folder))


def make_key(review: Review) -> ReviewKey:
    """Give a new review its own data key."""
    return ReviewKey.objects.create(review=review, wrapped=_ring().new_data_key())


def seal_bytes(review_id: int, plain: bytes, *, table: str, ref: UUID) -> bytes:
    """The bytes, sealed for one row of one table of one review."""
    return seal(data_key(review_id), plain, about=f"{review_id}:{table}:{ref}")


def open_bytes(
    review_id: int,
    sealed: bytes | memoryview,
    *,
    table: str,
    ref: UUID,
    key: bytes | None = None,
) -> bytes:
    """What was sealed; raises CannotOpen when it was moved from another row, table or review.

    ``key`` is the review's data key, where it has been fetched for many rows at once.
    """
    key = key or data_key(review_id)
    return open_sealed(key, bytes(sealed), about=f"{review_id}:{table}:{ref}")


def seal_json(review_id: int, value: Any, *, table: str, ref: UUID) -> bytes:
    """A JSON value, sealed."""
    plain = json.dumps(value, ensure_ascii=False).encode()
    return seal_bytes(review_id, plain, table=table, ref=ref)


def open_json(
    review_id: int,
    sealed: bytes | memoryview,
    *,
    table: str,
    ref: UUID,
    key: bytes | None = None,
) -> Any:
    """The JSON value that was sealed."""
    return json.loads(open_bytes(review_id, sealed, table=table, ref=ref, key=key))


def data_key(review_id: int) -> bytes:
    """The review's own key, opened; for the length of one request and never kept."""
    return _ring().unwrap(bytes(ReviewKey.objects.get(review_id=review_id).wrapped))


def data_keys(review_ids: Iterable[int]) -> dict[int, bytes]:
    """The same of many reviews, by the id of each, fetched at once."""
    rows = ReviewKey.objects.filter(review__in=list(review_ids))
    return {row.review_id: _ring().unwrap(bytes(row.wrapped)) for row in rows}


def _ring() -> Keyring:
    return _keyring(str(settings.KEYS_FOLDER))
