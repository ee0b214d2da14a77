"""The forms of the terms of reference."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from goldenthread.domain.questionnaires.questions import Question
from goldenthread.domain.terms import Line, may_be_period
from goldenthread.pages.forms import DayField, PlainForm

if TYPE_CHECKING:
    from goldenthread.reviews.models import Terms

_SAVED_MEANWHILE = (
    "Somebody has saved the terms since you opened this page. What they saved is shown below."
    " Take over what you need, then save."
)


class _SeenForm(PlainForm):
    """A form that knows which saved state its page showed, so that nobody acts on what they have not seen."""

    overtaken_says: ClassVar[str]

    saw = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, terms: "Terms | None", **words: Any) -> None:
        super().__init__(*args, **words)
        self._stamp = _stamp_of(terms)
        self.initial["saw"] = self._stamp
        self.overtaken = False

    def clean(self) -> dict[str, Any]:
        """Say so when somebody has saved meanwhile; what they saved is now shown, and sent again counts."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("saw") != self._stamp:
            self.overtaken = True
            self.data = {**self.data.dict(), "saw": self._stamp}  # type: ignore[attr-defined]
            self.add_error(None, self.overtaken_says)
        return cleaned


class TermsForm(_SeenForm):
    """What led to the review, which time it looks at, and whom it is about."""

    overtaken_says = _SAVED_MEANWHILE

    background = forms.CharField(
        label="What led to the review?",
        help_text="In a few sentences, with labels and never with names.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    period_from = DayField(
        label="The period under review begins on", what="the day the period begins"
    )
    period_to = DayField(label="The period under review ends on", what="the day the period ends")
    period_because = forms.CharField(
        label="Why this period?", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    earlier_history = forms.CharField(
        label="What earlier history does the review need to know?",
        help_text="What happened before the period and is told in brief only.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    subjects = forms.CharField(
        label="Whom is the review about?",
        help_text="By label, never by name: the child, and brothers and sisters if they are part of it.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    change = forms.CharField(
        label="What does this version change, and why?",
        help_text="Everybody who works from the terms is told this when the version is shared with them again.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, today: date, terms: "Terms | None", **words: Any) -> None:
        super().__init__(*args, terms=terms, initial=_as_typed(terms) if terms else {}, **words)
        self.fields["period_to"].not_after = today  # type: ignore[attr-defined]
        if terms is None or (terms.version == 1 and not terms.approved_at):
            del self.fields["change"]

    def clean(self) -> dict[str, Any]:
        """The period runs forwards; the rule asks the same."""
        cleaned: dict[str, Any] = super().clean() or {}
        begins, ends = cleaned.get("period_from"), cleaned.get("period_to")
        if begins and ends and not (answer := may_be_period(begins, ends)):
            self.add_error("period_to", answer.reason)
        return cleaned

    def terms(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.terms.write`."""
        return {name: typed for name, typed in self.cleaned_data.items() if name != "saw"}


class LinesForm(_SeenForm):
    """A box for each line of enquiry there is, and some for new ones. An emptied box is a line left out."""

    overtaken_says = _SAVED_MEANWHILE
    new_lines = 4
    """How many boxes for new lines are offered; after saving there are as many again."""

    def __init__(
        self, *args: Any, terms: "Terms | None", lines: Sequence[Line], **words: Any
    ) -> None:
        super().__init__(*args, terms=terms, **words)
        for line in lines:
            self.fields[f"line-{line.number}"] = _box(f"Line {line.number}", line.text)
        for number in range(1, self.new_lines + 1):
            self.fields[f"new-{number}"] = _box(f"New line {number}")
        self.numbers = [line.number for line in lines]

    def lines(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.terms.write_lines`."""
        typed = self.cleaned_data
        return {
            "lines": {number: typed[f"line-{number}"] for number in self.numbers},
            "new_lines": [typed[f"new-{number}"] for number in range(1, self.new_lines + 1)],
        }


class StandardQuestionsForm(_SeenForm):
    """A box for each question that every review of the type answers in its terms."""

    overtaken_says = _SAVED_MEANWHILE

    def __init__(
        self,
        *args: Any,
        terms: "Terms | None",
        questions: Sequence[tuple[Question, str]],
        **words: Any,
    ) -> None:
        super().__init__(*args, terms=terms, **words)
        for question, answer in questions:
            self.fields[question.key] = _box(question.label, answer, rows=3, hint=question.hint)

    def answers(self) -> dict[str, str]:
        """What was typed, by the question's key."""
        return {key: typed for key, typed in self.cleaned_data.items() if key != "saw"}


class ApproveForm(_SeenForm):
    """No more than the button."""

    overtaken_says = (
        "The terms have been changed since you opened this page. Read them again, then approve."
    )


def _stamp_of(terms: "Terms | None") -> str:
    """Which saved state of which version this is; "" for none."""
    return f"{terms.version} {terms.saved_at.isoformat()}" if terms else ""


def _as_typed(terms: "Terms") -> dict[str, Any]:
    return {
        "background": terms.background,
        "period_from": terms.period_from,
        "period_to": terms.period_to,
        "period_because": terms.period_because,
        "earlier_history": terms.earlier_history,
        "subjects": terms.subjects,
        # What the version before changed is not what the next one does.
        "change": "" if terms.approved_at else terms.change,
    }


def _box(label: str, initial: str = "", *, rows: int = 2, hint: str = "") -> forms.CharField:
    """A box that may be left empty; it goes without saying, so “optional” is not said of each."""
    field = forms.CharField(
        label=label,
        initial=initial,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        required=False,
    )
    field.is_needed_later = True  # type: ignore[attr-defined]
    return field
