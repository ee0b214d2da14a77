"""Forms of the decision log: a decision at a meeting or between meetings, and what somebody is asked to do."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from goldenthread.pages.forms import DayField, PlainForm

if TYPE_CHECKING:
    from goldenthread.reviews.queries.decision_log import LoggedRead
    from goldenthread.reviews.queries.meeting import Expected, MeetingRead


class LogForm(PlainForm):
    """What was decided, why, and which earlier decision it replaces."""

    text = forms.CharField(
        label="What was decided?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what was decided."},
    )
    reasons = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Give the reasons for the decision."},
    )
    replaces = forms.ChoiceField(
        label="Does it replace an earlier decision?",
        help_text="The earlier one stays in the log, and says that it has been replaced.",
        required=False,
    )

    def __init__(
        self, *args: Any, standing: Sequence["LoggedRead"], who_sees: str, **words: Any
    ) -> None:
        super().__init__(*args, **words)
        self.standing = {str(one.decision.number): one.decision for one in standing}
        self.fields["replaces"].choices = [  # type: ignore[attr-defined]
            ("", "No, it is new"),
            *((number, _short(number, one.text)) for number, one in self.standing.items()),
        ]
        self.fields["text"].who_sees = who_sees  # type: ignore[attr-defined]

    def decision(self) -> dict[str, Any]:
        """The words of the service that keeps it."""
        return self.cleaned_data | {"replaces": self.standing.get(self.cleaned_data["replaces"])}


class AtMeetingForm(LogForm):
    """A decision of a meeting: under which item, who proposed it, and why it was taken without a quorum."""

    item = forms.ChoiceField(label="Under which item?", required=False)
    proposed_by = forms.ChoiceField(label="Who proposed it?", required=False)
    without_quorum = forms.CharField(
        label="Why was it taken without a quorum?",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why the decision was taken without a quorum."},
    )
    field_order = ("item", "text", "reasons", "without_quorum", "proposed_by", "replaces")

    def __init__(self, *args: Any, record: "MeetingRead", **words: Any) -> None:
        super().__init__(*args, **words)
        self.items = {str(read.item.position): read.item for read in record.items}
        self.fields["item"].choices = [  # type: ignore[attr-defined]
            ("", "None of them"),
            *((number, f"{number}. {item.title}") for number, item in self.items.items()),
        ]
        self.fields["proposed_by"].choices = [  # type: ignore[attr-defined]
            ("", "Not recorded"),
            *((one.name, one.name) for one in record.attendances if one.was != "apologies"),
        ]
        if record.quorum.is_met:
            del self.fields["without_quorum"]

    def decision(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.decision_log.record_at`."""
        words = super().decision()
        return words | {"item": self.items.get(words["item"])}


class BetweenForm(LogForm):
    """A decision taken between meetings."""

    decided_on = DayField(label="When was it decided?", what="the day of the decision")
    proposed_by = forms.CharField(
        label="Who proposed it?",
        max_length=120,
        error_messages={"required": "Say who proposed the decision, for there was no meeting."},
    )
    field_order = ("decided_on", "text", "reasons", "proposed_by", "replaces")

    def __init__(self, *args: Any, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["decided_on"].not_after = today  # type: ignore[attr-defined]


class AskForm(PlainForm):
    """Something that a meeting asks somebody to do."""

    text = forms.CharField(
        label="What is to be done?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what is to be done."},
    )
    owner = forms.ChoiceField(label="Who does it?", required=False)
    owner_name = forms.CharField(
        label="If somebody else: their name", max_length=120, required=False
    )
    due_on = DayField(label="By when?", required=False)

    def __init__(
        self, *args: Any, expected: Sequence["Expected"], who_sees: str, **words: Any
    ) -> None:
        super().__init__(*args, **words)
        self.people = {str(one.person.pk): one.person for one in expected}
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            *((str(one.person.pk), f"{one.person.name}, {one.capacity}") for one in expected),
            ("", "Somebody else"),
        ]
        self.fields["text"].who_sees = who_sees  # type: ignore[attr-defined]
        for name in ("owner", "owner_name"):
            self.fields[name].is_needed_later = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An action is somebody's."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("owner") and not cleaned.get("owner_name"):
            self.add_error("owner", "Say who does it. An action that is nobody’s is not done.")
        return cleaned

    def asked(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.decision_log.ask`."""
        return self.cleaned_data | {"owner": self.people.get(self.cleaned_data["owner"])}


def _short(number: str, text: str) -> str:
    words = text if len(text) <= 60 else f"{text[:60].rstrip()} …"
    return f"Decision {number}: {words}"
