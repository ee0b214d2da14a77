"""The forms of the terms of reference."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads

if TYPE_CHECKING:
    from goldenthread.reviews.models import Terms

_READERS = who_reads(Material.TERMS)


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
    """Which time, whom, and what is asked."""

    overtaken_says = (
        "Somebody has saved the terms since you opened this page. What they saved is shown below."
        " Take over what you need, then save."
    )
    who_sees: ClassVar = {"subjects": _READERS, "lines_of_enquiry": _READERS}

    period_from = DayField(
        label="The period under review begins on", what="the day the period begins"
    )
    period_to = DayField(label="The period under review ends on", what="the day the period ends")
    subjects = forms.CharField(
        label="Whom is the review about?",
        help_text="By label, never by name: the child, and brothers and sisters if they are part of it.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    lines_of_enquiry = forms.CharField(
        label="Lines of enquiry",
        help_text="The questions that the review is to answer, one on each line. They are numbered in this order.",
        widget=forms.Textarea(attrs={"rows": 10}),
        required=False,
    )

    def __init__(self, *args: Any, today: date, terms: "Terms | None", **words: Any) -> None:
        super().__init__(*args, terms=terms, initial=_as_typed(terms) if terms else {}, **words)
        self.fields["period_to"].not_after = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The period runs forwards; the rule asks the same."""
        cleaned: dict[str, Any] = super().clean() or {}
        begins, ends = cleaned.get("period_from"), cleaned.get("period_to")
        if begins and ends and ends < begins:
            self.add_error(
                "period_to",
                "The period under review ends before it begins. Change one of the two dates.",
            )
        return cleaned

    def terms(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.terms.write`."""
        typed = self.cleaned_data
        return {
            "period_from": typed["period_from"],
            "period_to": typed["period_to"],
            "subjects": typed["subjects"],
            "lines_of_enquiry": typed["lines_of_enquiry"].splitlines(),
        }


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
        "period_from": terms.period_from,
        "period_to": terms.period_to,
        "subjects": terms.subjects,
        "lines_of_enquiry": "\n".join(terms.lines_of_enquiry),
    }
