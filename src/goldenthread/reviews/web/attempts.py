"""Try a service from a form: a refusal becomes a sentence on the form, and nothing typed is lost."""

from collections.abc import Callable
from typing import TypeVar

from django.forms import BaseForm

from goldenthread.domain.answers import Refused

_R = TypeVar("_R")


def attempt(form: BaseForm, act: Callable[[], _R], *, field: str | None = None) -> _R | None:
    """What the service returned, or None after adding its refusal to the form (to ``field``, if one is named)."""
    try:
        return act()
    except Refused as refusal:
        form.add_error(field, refusal.reason)
        return None
