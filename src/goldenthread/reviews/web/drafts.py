"""A long form that is kept as it was typed: what is kept of it, and where two people's drafts part."""

from collections.abc import Mapping
from typing import Any

from django.forms import BaseForm, Field, HiddenInput

from goldenthread.pages.days import PARTS, DayField
from goldenthread.reviews.web.differences import differences


def as_typed(form: BaseForm, sent: Mapping[str, Any]) -> dict[str, str]:
    """What was typed in the form's boxes, each by its name, whether it makes sense or not."""
    names = [
        box
        for name, field in form.fields.items()
        if not isinstance(field.widget, HiddenInput)
        for box in _boxes(name, field)
    ]
    return {name: str(sent[name]) for name in names if sent.get(name)}


def compared(
    form: BaseForm, mine: Mapping[str, str], theirs: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Each field in which the two drafts part: its label, and the two texts for the component “difference”."""
    found = []
    for name, field in form.fields.items():
        here, there = (_shown(name, field, draft) for draft in (mine, theirs))
        if here != there:
            label = field.widget.attrs.get("aria-label") or field.label
            found.append({"label": label, "parts": differences(here, there)})
    return found


def _boxes(name: str, field: Field) -> list[str]:
    # A day is typed in three boxes, or arrives whole.
    return [name, *(f"{name}-{part}" for part in PARTS)] if isinstance(field, DayField) else [name]


def _shown(name: str, field: Field, draft: Mapping[str, str]) -> str:
    typed = " ".join(draft[box] for box in _boxes(name, field) if draft.get(box))
    words = {str(value): str(label) for value, label in getattr(field, "choices", ())}
    return words.get(typed, typed).replace("\r\n", "\n").strip()
