"""What moment it is: asked here by services, queries and pages, and nowhere else in this package.

The demo and the tests walk through moments that have passed, so that a review's dates are believable.
The trail never asks here: its times are always the true ones.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_pretended: ContextVar[datetime | None] = ContextVar("pretended_moment", default=None)


def now() -> datetime:
    """The present moment."""
    return _pretended.get() or timezone.now()


def today() -> date:
    """The present day where the Board is."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Walk through a moment that has passed. For the demo and for tests."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)
