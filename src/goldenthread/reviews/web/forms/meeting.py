"""Forms of meetings: what is planned, who was there, what was said, and the closing of the record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from goldenthread.domain.meetings import WAS_WORDS, Attended, Was
from goldenthread.pages.forms import DayField, PlainForm

_NOT_THERE = "not_there"
_TYPED = 3
"""How many people who are not offered can be added at a time."""


class MeetingForm(PlainForm):
    """What is planned for a meeting."""

    held_on = DayField(label="Day of the meeting", help_text="For example, 8 3 2011")
    begins_at = forms.TimeField(
        label="Time",
        required=False,
        help_text="For example, 2:30pm",
        input_formats=[
            "%H:%M",
            "%H.%M",
            "%I:%M%p",
            "%I.%M%p",
            "%I%p",
            "%I:%M %p",
            "%I.%M %p",
            "%I %p",
        ],
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
        error_messages={"invalid": "Enter a time, for example 2:30pm or 14:30."},
    )
    place = forms.CharField(label="Place", max_length=200, required=False)
    chaired_by = forms.CharField(label="Chaired by", max_length=120, required=False)
    quorum = forms.IntegerField(
        label="Quorum",
        min_value=1,
        max_value=99,
        help_text="How many members must be there for the meeting to decide.",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
    )
    items = forms.CharField(
        label="Agenda",
        help_text="One item a line.",
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": "Give the agenda at least one item."},
    )

    def clean_items(self) -> list[str]:
        """The items, one for each line that says something."""
        lines = [line.strip() for line in self.cleaned_data["items"].splitlines()]
        if long := next((line for line in lines if len(line) > 200), ""):
            raise forms.ValidationError(
                f"Shorten the item that begins “{long[:40]}”: an item has at most 200 characters."
            )
        return [line for line in lines if line]


@dataclass(frozen=True, slots=True)
class Offered:
    """Somebody on the attendance list: ``key`` names their line from one visit to the next."""

    key: str
    line: Attended


class AttendanceForm(PlainForm):
    """A line for everybody who is offered or was listed before, and a few for people to be typed."""

    began_from = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, offered: Sequence[Offered], **words: Any) -> None:
        super().__init__(*args, **words)
        self.offered = [*offered, *(_blank(number) for number in range(1, _TYPED + 1))]
        for one in self.offered:
            self.fields.update(_line_fields(one))
        for field in self.fields.values():
            field.is_needed_later = True  # type: ignore[attr-defined]

    def lines_shown(self) -> Iterator[dict[str, Any]]:
        """Each line as the page shows it: whose it is, and its fields by name."""
        for one in self.offered:
            fields: dict[str, BoundField] = {
                name: self[f"{one.key}-{name}"]
                for name in _FIELDS
                if f"{one.key}-{name}" in self.fields
            }
            yield {"line": one.line, "is_typed": not one.line.name, **fields}

    def attended(self) -> list[Attended]:
        """The lines of everybody who was there or sent apologies."""
        return [
            self._attended(one)
            for one in self.offered
            if self._typed(one, "was") in set(Was) and self._typed(one, "name", one.line.name)
        ]

    def clean(self) -> dict[str, Any]:
        """Somebody typed has both a name and whether they were there."""
        cleaned: dict[str, Any] = super().clean() or {}
        for one in self.offered:
            if one.line.name:
                continue
            named, was = self._typed(one, "name"), self._typed(one, "was")
            if named and was not in set(Was):
                self.add_error(f"{one.key}-was", f"Say how {named} attended.")
            if was in set(Was) and not named:
                self.add_error(f"{one.key}-name", "Give the name of everybody who attended.")
        return cleaned

    def _attended(self, one: Offered) -> Attended:
        return Attended(
            name=self._typed(one, "name", one.line.name),
            person_id=one.line.person_id,
            capacity=self._typed(one, "capacity", one.line.capacity),
            was=self._typed(one, "was"),
            counts=self._typed(one, "counts", False),
            interest=self._typed(one, "interest"),
            stood_back=self._typed(one, "stood_back", False),
            agreed_confidentiality=self._typed(one, "agreed", False),
        )

    def _typed(self, one: Offered, name: str, otherwise: Any = "") -> Any:
        return self.cleaned_data.get(f"{one.key}-{name}", otherwise)


_FIELDS = ("name", "capacity", "was", "agreed", "counts", "interest", "stood_back")


def _blank(number: int) -> Offered:
    return Offered(f"new{number}", Attended(name="", was="", counts=False))


def _line_fields(one: Offered) -> dict[str, forms.Field]:
    line = one.line
    # The lines look alike; who hears the page is told whose line each box is on.
    whose = line.name or f"person {one.key.removeprefix('new')} to add"
    fields: dict[str, forms.Field] = {}
    if not line.name:
        fields["name"] = forms.CharField(label="Name", max_length=120, required=False)
        fields["capacity"] = forms.CharField(label="Capacity", max_length=120, required=False)
    fields["was"] = forms.ChoiceField(
        label=f"Did {line.name} attend?" if line.name else "Did they attend?",
        choices=[(was.value, words) for was, words in WAS_WORDS.items()]
        + [(_NOT_THERE, "Not there")],
        widget=forms.RadioSelect,
        required=False,
        initial=line.was or _NOT_THERE,
    )
    fields["agreed"] = forms.BooleanField(
        label="Agreed to the reminder of confidentiality",
        required=False,
        initial=line.agreed_confidentiality,
    )
    fields["counts"] = forms.BooleanField(
        label="A member: counts towards the quorum", required=False, initial=line.counts
    )
    fields["interest"] = forms.CharField(
        label="Interest declared",
        required=False,
        initial=line.interest,
        widget=forms.TextInput(attrs={"aria-label": f"Interest declared by {whose}"}),
    )
    fields["stood_back"] = forms.BooleanField(
        label="Stood back because of it", required=False, initial=line.stood_back
    )
    return {f"{one.key}-{name}": field for name, field in fields.items()}


class ItemForm(PlainForm):
    """What was said under one item."""

    discussion = forms.CharField(
        label="What was said",
        help_text="In labels, not names. What was decided is recorded separately, with its reasons.",
        widget=forms.Textarea(attrs={"rows": 12, "data-markdown": True}),
        required=False,
    )
    began_from = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, who_sees: str, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["discussion"].who_sees = who_sees  # type: ignore[attr-defined]
        self.fields["discussion"].is_needed_later = True  # type: ignore[attr-defined]

    def begin_again_from(self, mark: str) -> None:
        """The next save begins from the text that somebody else has saved."""
        self.data = {**dict(self.data.items()), "began_from": mark}


class CloseForm(PlainForm):
    """The note with which a record is closed."""

    note = forms.CharField(
        label="Note",
        help_text="For example, what follows from a missing quorum.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )


class DoneForm(PlainForm):
    """That an action of a meeting is done."""

    done_on = DayField(label="When was it done?", what="the day it was done")
    note = forms.CharField(
        label="What was done?", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(self, *args: Any, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["done_on"].not_after = today  # type: ignore[attr-defined]
