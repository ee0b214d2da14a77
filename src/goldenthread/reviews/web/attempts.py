"""Try a service from a form: a refusal becomes a sentence on the form, and nothing typed is lost."""

from collections.abc import Callable
from typing import TypeVar

from django.forms import BaseForm

from goldenthread.domain.answers import Refused

_R = TypeVar("_R")


def attempt(
    form: BaseForm,
    act: Callable[[], _R],
    *,
    field: str | None = None,
    passing: type[Refused] | None = None,
) -> _R | None:
    """What the service returned, or None after adding its refusal to the form (to ``field``, if one is named).

    A refusal of the kind ``passing`` is left for the page to handle itself.
    """
    try:
        return act()
    except Refused as refusal:
        if passing and isinstance(refusal, passing):
            raise
        form.add_error(field, refusal.reason)
        return None
