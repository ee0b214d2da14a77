"""A field of a form as the templates of ``pages/forms/`` show it.

Django asks the renderer for this class, so it serves every form of both sites, other apps' included.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from goldenthread.pages.days import PARTS, DayWidget, TypedDay

# Which template shows which widget; the first that fits counts, so the special ones come first.
KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (DayWidget, "day"),
    (forms.CheckboxSelectMultiple, "checkboxes"),  # in Django also a RadioSelect
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "tick"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
)
CLASSES = {
    "text": "govuk-input",
    "password": "govuk-input govuk-password-input__input govuk-js-password-input-input",
    "textarea": "govuk-textarea",
    "select": "govuk-select",
    "file": "govuk-file-upload",
}
BOX_WIDTHS = {"day": 2, "month": 5, "year": 4}  # a month may be written out


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers of radios or checkboxes."""

    id: str
    value: str
    label: str
    hint: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Box:
    """One of the three boxes of a date."""

    id: str
    name: str
    label: str
    value: str
    width: int
    is_wrong: bool


class GovukBoundField(BoundField):
    """What a field's template needs to know: its kind, ids, hint, errors, and who can read it."""

    @property
    def kind(self) -> str:
        """The name of the template under ``pages/forms/``."""
        return next((kind for fits, kind in KINDS if isinstance(self.field.widget, fits)), "text")

    @property
    def template(self) -> str:
        """The template that shows this kind."""
        return f"pages/forms/{self.kind}.html"

    @property
    def label_text(self) -> str:
        """The label, marked when an answer is not needed.

        Not marked where all is voluntary (the form’s ``is_voluntary``), nor where the answer is
        needed later and only may be left for now (the field’s ``is_needed_later``).
        """
        label = str(self.label)
        may_be_empty = not (
            self.field.required
            or self.kind == "tick"
            or getattr(self.form, "is_voluntary", False)
            or getattr(self.field, "is_needed_later", False)
        )
        return f"{label} (optional)" if may_be_empty and "(optional)" not in label else label

    @property
    def who_sees(self) -> str:
        """Who can read what is typed here; from the field, or from the form's ``who_sees``."""
        told = getattr(self.form, "who_sees", None) or {}
        return str(getattr(self.field, "who_sees", "") or told.get(self.name, ""))

    @property
    def longest(self) -> int | None:
        """The most characters a text box takes, when it says how many are left."""
        return getattr(self.field, "max_length", None) if self.kind == "textarea" else None

    @property
    def module(self) -> str:
        """The script of the design system that serves this kind, if any."""
        if self.longest:
            return "govuk-character-count"
        return "govuk-password-input" if self.kind == "password" else ""

    @property
    def described_by(self) -> str:
        """The ids of the lines that describe the field, in the order in which they stand."""
        ids = (
            (self.help_text, "hint"),
            (self.who_sees, "who"),
            (self.errors, "error"),
        )
        return " ".join(f"{self.auto_id}-{suffix}" for shown, suffix in ids if shown)

    @property
    def aria_describedby(self) -> str | None:
        """As Django names it; the counter of a text box is named last."""
        counted = f" {self.auto_id}-info" if self.longest else ""
        return (self.described_by + counted).strip() or None

    @property
    def error_target(self) -> str:
        """The id that a link of the error summary leads to: the first box that needs an answer."""
        if self.kind in {"radios", "checkboxes"}:
            return f"{self.auto_id}_0"
        if self.kind == "day":
            wrong = [box.id for box in self.boxes if box.is_wrong]
            return wrong[0] if wrong else f"{self.auto_id}-day"
        return self.auto_id

    @property
    def choices(self) -> list[Choice]:
        """The answers of radios or checkboxes, with the form's ``choice_hints`` for this field."""
        hints = (getattr(self.form, "choice_hints", None) or {}).get(self.name, {})
        return [
            Choice(
                id=str(option.data["attrs"].get("id", "")),
                value=str(option.data["value"]),
                label=str(option.data["label"]),
                hint=str(hints.get(str(option.data["value"]), "")),
                chosen=bool(option.data["selected"]),
            )
            for option in self.subwidgets
        ]

    @property
    def boxes(self) -> list[Box]:
        """The three boxes of a date."""
        typed = self.value()
        typed = typed if isinstance(typed, TypedDay) else TypedDay()
        wrong = self._wrong_parts()
        return [
            Box(
                id=f"{self.auto_id}-{part}",
                name=f"{self.html_name}-{part}",
                label=part.capitalize(),
                value=getattr(typed, part),
                width=BOX_WIDTHS[part],
                is_wrong=part in wrong,
            )
            for part in PARTS
        ]

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """The kind's classes beside those of the widget; no ``required`` and no ``maxlength``.

        The browser's own message about a needed answer cannot be read by everyone and does not say
        what to do; the page says it instead.
        """
        built = super().build_widget_attrs(attrs, widget)
        if (widget or self.field.widget).is_hidden:
            return built
        built.pop("required", None)
        # The browser would cut off what is pasted without a word; the page says how long it may be.
        # Words that vanish while one types are no hint; the hint stands over the box.
        unwanted = ("maxlength", "minlength", "placeholder")
        built |= {name: False for name in unwanted if name in self._own_attrs}
        classes = [CLASSES.get(self.kind, ""), self._own_attrs.get("class", "")]
        if self.errors and self.kind in CLASSES:
            classes.append(f"{CLASSES[self.kind].split()[0]}--error")
        if self.longest:
            classes.append("govuk-js-character-count")
        built["class"] = " ".join(name for name in classes if name)
        return built

    @property
    def _own_attrs(self) -> dict[str, Any]:
        attrs: dict[str, Any] = self.field.widget.attrs
        return attrs

    def _wrong_parts(self) -> tuple[str, ...]:
        if not self.errors:
            return ()
        for error in self.errors.as_data():
            params = getattr(error, "params", None) or {}
            if "parts" in params:
                return tuple(params["parts"])
        return PARTS
