"""Forms of both sites: how they are drawn, and how they say what is wrong.

``GovukRenderer`` is the FORM_RENDERER of the settings. A form of ours is a :class:`PlainForm`.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from django import forms
from django.forms.renderers import DjangoTemplates

from goldenthread.pages.bound_field import GovukBoundField
from goldenthread.pages.days import DayField, DayWidget, TypedDay
from goldenthread.pages.words import starting_small

__all__ = ["DayField", "DayWidget", "GovukRenderer", "PlainForm", "TypedDay"]

# A label that begins so needs no “the” before it in a sentence.
ALREADY_NAMED = frozenset(
    [
        *("the", "a", "an", "any", "all", "your", "their", "its"),
        *("who", "what", "when", "where", "which", "how", "why"),
    ]
)
CHOSEN = (forms.ChoiceField, forms.MultipleChoiceField)


class GovukRenderer(DjangoTemplates):
    """Draws forms, fields and their errors with the templates under ``pages/forms/``."""

    form_template_name = "pages/forms/form.html"
    formset_template_name = "pages/forms/formset.html"
    field_template_name = "pages/forms/field.html"
    bound_field_class = GovukBoundField

    @cached_property
    def engine(self) -> Any:
        """Like Django's own, but our templates come first and our filters are there."""
        django_forms = Path(forms.__file__).parent / "templates"
        return self.backend(
            {
                "NAME": "pages",
                "DIRS": [Path(__file__).parent / "templates", django_forms],
                "APP_DIRS": True,
                "OPTIONS": {"builtins": ["goldenthread.pages.templatetags.goldenthread"]},
            }
        )


class PlainForm(forms.Form):
    """A form whose errors say, in plain words, what to do.

    ``who_sees`` gives, by field, the line “who can read this”. ``choice_hints`` gives, by field and
    value, the hint under an answer. A message that a field brings itself is left alone.
    """

    use_required_attribute = False
    who_sees: ClassVar[Mapping[str, str]] = {}
    choice_hints: ClassVar[Mapping[str, Mapping[str, str]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if field.label is None:
                field.label = name.replace("_", " ").capitalize()
            _speak_plainly(field)


def _speak_plainly(field: forms.Field) -> None:
    """Replace what Django says by what a person can act on."""
    label = str(field.label)
    told = field.error_messages
    plain = _plain_messages(field, label)
    for code, sentence in plain.items():
        if told.get(code) in (None, *_django_messages(field, code)):
            told[code] = sentence


def _django_messages(field: forms.Field, code: str) -> list[Any]:
    """What Django's own classes say, so that a message the author wrote is told apart."""
    return [
        messages[code]
        for kind in type(field).__mro__
        if code in (messages := getattr(kind, "default_error_messages", {}))
    ]


def _plain_messages(field: forms.Field, label: str) -> dict[str, str]:
    messages = {
        "required": _needed(field, label),
        "invalid_choice": "Choose one of the answers in the list.",
        "invalid_list": "Choose from the answers in the list.",
        "max_length": f"{label}: use %(limit_value)d characters or fewer. There are %(show_value)d now.",
        "min_length": f"{label}: use %(limit_value)d characters or more. There are %(show_value)d now.",
        "max_value": f"{label} must be %(limit_value)s or less.",
        "min_value": f"{label} must be %(limit_value)s or more.",
        "null_characters_not_allowed": f"{label} holds a character that cannot be kept. Type it again.",
    }
    if isinstance(field, forms.EmailField):
        messages["invalid"] = "Enter an email address in the correct form, like name@example.org."
    elif isinstance(field, forms.IntegerField):
        messages["invalid"] = f"{label} must be a whole number, like 12."
    elif isinstance(field, forms.FileField):
        messages |= {
            "invalid": "The file did not arrive. Choose it again.",
            "missing": "The file did not arrive. Choose it again.",
            "empty": "The file is empty. Choose another one.",
            "max_length": "The file’s name is too long. Use %(max)d characters or fewer.",
        }
    return messages


def _needed(field: forms.Field, label: str) -> str:
    """The sentence for an answer that is missing, in the verb of what the person has to do."""
    small = starting_small(label)
    if isinstance(field, forms.FileField):
        return f"Choose a file: {small}."
    if isinstance(field, forms.BooleanField):
        return f"Tick the box “{label}”."
    if isinstance(field, DayField) and (field.what or not label.endswith("?")):
        return f"Enter {field.named()}."
    if label.endswith("?"):
        return f"Answer the question “{label}”"
    named = small if small.split(" ")[0] in ALREADY_NAMED else f"the {small}"
    return f"Choose {named}." if isinstance(field, CHOSEN) else f"Enter {named}."
