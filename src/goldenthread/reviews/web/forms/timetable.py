"""Forms of the timetable."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms

from goldenthread.domain.clocks import Event
from goldenthread.domain.planning import Later
from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads

_SEES = who_reads(Material.TIMETABLE)


class EventDateForm(PlainForm):
    """On which day something happened that no form records."""

    who_sees: ClassVar = {"note": _SEES}

    event = forms.ChoiceField(
        label="What happened?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say what happened"},
    )
    happened_on = DayField(label="On which day?", what="the day it happened")
    note = forms.CharField(
        label="How is the day known?",
        help_text="For example “minute 4 of the meeting on 3 May”. Labels, not names.",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(self, *args: Any, events: Sequence[Event], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["event"].choices = [  # type: ignore[attr-defined]
            (event.key, event.words[:1].upper() + event.words[1:]) for event in events
        ]


class PlanForm(PlainForm):
    """Another day for a milestone, and what becomes of the later ones."""

    who_sees: ClassVar = {"reason": _SEES}

    planned_on = DayField(label="Which day is planned now?", what="the day that is planned")
    later = forms.ChoiceField(
        label="If this is later than before, what becomes of the days after it?",
        choices=[
            (Later.MOVE.value, "They move by as many days"),
            (Later.STAY.value, "They stay as they are"),
        ],
        initial=Later.MOVE.value,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Why?",
        help_text="In labels, not names.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why another day is planned"},
    )


class AskForMoreTimeForm(PlainForm):
    """Until when more time is asked for, and why."""

    who_sees: ClassVar = {"reason": _SEES}

    until = DayField(label="Until which day is more time needed?", what="the day asked for")
    reason = forms.CharField(
        label="Why is it needed?",
        help_text="What makes this exceptional, what has been done to keep to the time, and what will be done "
        "meanwhile. Labels, not names.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Say why more time is needed"},
    )


class AnswerMoreTimeForm(PlainForm):
    """Whether more time is granted, until when, why, and who said so."""

    who_sees: ClassVar = {"reason": _SEES}

    verdict = forms.ChoiceField(
        label="Is more time granted?",
        choices=[("granted", "Yes, it is granted"), ("refused", "No, it is refused")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether more time is granted"},
    )
    granted_until = DayField(
        label="Until which day?",
        what="the day until which it is granted",
        help_text="Only where it is granted. It need not be the day that was asked for.",
        required=False,
    )
    reason = forms.CharField(
        label="Why?",
        help_text="An answer always has its reasons, also where it is yes.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Give the reasons for the answer"},
    )
    answered_on = DayField(label="On which day was this decided?", what="the day of the answer")
    answered_for = forms.CharField(
        label="Whose answer is it, if not your own?",
        help_text="For example the department’s, where you record what it wrote. Leave this empty if you decide yourself.",
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["answered_on"].not_after = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A granted request has its day."""
        cleaned = super().clean() or {}
        granted = cleaned.get("verdict") == "granted"
        if granted and not cleaned.get("granted_until") and "granted_until" not in self.errors:
            self.add_error("granted_until", "Enter the day until which more time is granted.")
        return cleaned

    def answer(self) -> dict[str, Any]:
        """What the service is told: no day where more time is refused."""
        until = self.cleaned_data["granted_until"] if self._is_granted else None
        kept = ("reason", "answered_on", "answered_for")
        return {"granted_until": until, **{name: self.cleaned_data[name] for name in kept}}

    @property
    def _is_granted(self) -> bool:
        return bool(self.cleaned_data["verdict"] == "granted")
