"""What makes a function a service."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

from goldenthread.audit import trail
from goldenthread.reviews.walls import who_is_asking

_P = ParamSpec("_P")
_R = TypeVar("_R")

SERVICES: dict[str, Callable[..., object]] = {}
"""Every service by its qualified name, for the tests that hold of all of them."""


class TrailMissed(Exception):
    """A service did not leave exactly one record; what it wrote has been undone."""


def service(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """Mark one thing that a person does.

    It happens whole or not at all, it runs only behind the second wall (inside
    :func:`goldenthread.reviews.walls.asking`), and it leaves exactly one record in the trail. It raises
    :class:`goldenthread.domain.answers.Refused` when the rules do not allow it.
    """

    @wraps(function)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        with transaction.atomic(), trail.counting() as counter:
            if who_is_asking() is None:
                raise TrailMissed(f"{function.__qualname__} was called by nobody.")
            result = function(*args, **kwargs)
            if counter.written != 1:
                raise TrailMissed(f"{function.__qualname__} left {counter.written} records.")
        return result

    SERVICES[f"{function.__module__}.{function.__qualname__}"] = call
    return call
