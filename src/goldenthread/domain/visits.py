"""What is new to somebody since they last looked at a review."""

from datetime import datetime, timedelta

_ONE_VISIT = timedelta(minutes=30)
"""Pages opened within this long of each other belong to one visit."""


def seen_until(
    last_at: datetime | None, before_that: datetime | None, *, now: datetime
) -> datetime | None:
    """The moment after which things are new: the end of the visit before the present one; None for a first.

    While somebody looks round, what was new when they came stays marked.
    """
    if last_at is None:
        return None
    return before_that if now - last_at < _ONE_VISIT else last_at


def looked(
    last_at: datetime, before_that: datetime | None, *, now: datetime
) -> tuple[datetime, datetime | None]:
    """The last look and the visit before, after one more look."""
    return now, seen_until(last_at, before_that, now=now)
