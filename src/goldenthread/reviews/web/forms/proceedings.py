"""The forms of other proceedings, holds and the disclosure schedule."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency
from goldenthread.domain.proceedings import DISCLOSURE_WORDS, KIND, KINDS
from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads

if TYPE_CHECKING:
    from goldenthread.reviews.models import Proceeding

_PROCEEDINGS, _HOLDS = who_reads(Material.PROCEEDINGS), who_reads(Material.HOLD)
_DISCLOSURE = who_reads(Material.DISCLOSURE, also="; of an agency’s own, also its senior officers")


class ProceedingField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A proceeding, by what it is and where."""

    def label_from_instance(self, obj: "Proceeding") -> str:
        """“Coroner’s inquest: HM Coroner for Northmere”."""
        return f"{KIND[obj.kind].name}: {obj.body}"


class ProceedingForm(PlainForm):
    """What is known of a proceeding; never what it is about."""

    who_sees: ClassVar = {"outcome": _PROCEEDINGS, "note": _PROCEEDINGS}
    choice_hints: ClassVar = {
        "kind": {
            kind.key: "Only that there are any is kept: leave all else empty."
            for kind in KINDS
            if kind.is_bare
        }
    }

    kind = forms.ChoiceField(
        label="What kind of proceeding is it?",
        choices=[(kind.key, kind.name) for kind in KINDS],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of proceeding it is."},
    )
    body = forms.CharField(
        label="Before whom is it?",
        help_text="The court, force, coroner, employer or body.",
        max_length=200,
        error_messages={"required": "Say before whom it is."},
    )
    reference = forms.CharField(label="Its reference", max_length=120, required=False)
    contact = forms.CharField(
        label="With whom does the review keep in touch?",
        help_text="For example the senior investigating officer, or the coroner’s officer.",
        max_length=200,
        required=False,
    )
    began_on = DayField(label="When did it begin?", what="the day it began", required=False)
    next_on = DayField(
        label="Its next known day",
        what="its next day",
        help_text="A hearing, for example.",
        required=False,
    )
    ended_on = DayField(label="When did it end?", what="the day it ended", required=False)
    outcome = forms.CharField(
        label="How did it end?", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    note = forms.CharField(
        label="What does the review need to remember about it?",
        help_text="What was agreed about timing and contact. Nothing of what it is about.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        for name in ("began_on", "ended_on"):
            self.fields[name].not_after = today  # type: ignore[attr-defined]


class HoldForm(PlainForm):
    """What is held back, why, for whom, and until when."""

    who_sees: ClassVar = {
        "whose": who_reads(Material.HOLD, also="; and the agency’s author and senior officers"),
        "reason": who_reads(
            Material.HOLD,
            also="; of an interview, also the agency’s author and senior officers",
        ),
    }

    of = forms.ChoiceField(
        label="What is held back?",
        choices=[("interview", "One interview"), ("publication", "Publication of the reports")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is held back."},
    )
    agency: Any = forms.ModelChoiceField(
        Agency.objects.none(),
        label="For an interview: of which agency?",
        required=False,
        empty_label="None: publication is held back",
        to_field_name="key",
    )
    whose = forms.CharField(
        label="For an interview: whose?",
        help_text="The label or the post, never a name. For example “Health visitor 1”.",
        max_length=120,
        required=False,
    )
    proceeding: Any = ProceedingField(
        None,
        label="For which proceeding?",
        required=False,
        empty_label="Not one of those recorded",
    )
    asked_by = forms.CharField(
        label="Who asked for it?",
        help_text="For example “the senior investigating officer”.",
        max_length=200,
        error_messages={"required": "Say who asked for it."},
    )
    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why it is held back."},
    )
    look_again_on = DayField(
        label="When is it looked at again?", what="the day it is looked at again"
    )

    def __init__(
        self,
        *args: Any,
        agencies: QuerySet[Agency],
        proceedings: "QuerySet[Proceeding]",
        **words: Any,
    ) -> None:
        super().__init__(*args, **words)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["proceeding"].queryset = proceedings  # type: ignore[attr-defined]
        for name in ("agency", "whose"):  # needed for an interview, so not said to be optional
            self.fields[name].is_needed_later = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An interview is one professional’s of one agency; the rule asks the same."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("of") == "interview":
            if not cleaned.get("agency") and "agency" not in self.errors:
                self.add_error("agency", "Say whose interview is held: choose the agency.")
            if not cleaned.get("whose") and "whose" not in self.errors:
                self.add_error("whose", "Say whose interview is held, by label or post.")
        return cleaned

    def hold(self) -> dict[str, Any]:
        """What both ways of placing a hold are told."""
        names = ("proceeding", "asked_by", "reason", "look_again_on")
        return {name: self.cleaned_data[name] for name in names}


class LookAgainForm(PlainForm):
    """What was found, and when the hold is looked at next."""

    who_sees: ClassVar = {"note": _HOLDS}

    note = forms.CharField(
        label="What was found, and why does the hold stay?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what was found, and why the hold stays."},
    )
    look_again_on = DayField(
        label="When is it looked at again?", what="the day it is looked at again"
    )


class LiftForm(PlainForm):
    """Why a hold is lifted."""

    who_sees: ClassVar = {"because": _HOLDS}

    because = forms.CharField(
        label="Why is the hold lifted?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the hold is lifted."},
    )


class RequestForm(PlainForm):
    """Which document is asked for, by whom, when, on what basis."""

    who_sees: ClassVar = {"document": _DISCLOSURE}

    document = forms.CharField(
        label="Which document is asked for?",
        max_length=200,
        error_messages={"required": "Say which document is asked for."},
    )
    agency: Any = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Whose document is it?",
        required=False,
        empty_label="The review’s own",
        to_field_name="key",
    )
    requested_by = forms.CharField(
        label="Who asks for it?",
        max_length=200,
        error_messages={"required": "Say who asks for it."},
    )
    requested_on = DayField(label="When did they ask?", what="the day they asked")
    proceeding: Any = ProceedingField(
        None,
        label="For which proceeding?",
        required=False,
        empty_label="Not one of those recorded",
    )
    legal_basis = forms.CharField(
        label="On what legal basis?",
        help_text="A court order, a coroner’s notice, the data protection law; or by agreement.",
        max_length=200,
        error_messages={"required": "Say on what legal basis it is asked for."},
    )

    def __init__(
        self,
        *args: Any,
        agencies: QuerySet[Agency],
        proceedings: "QuerySet[Proceeding]",
        today: date,
        **words: Any,
    ) -> None:
        super().__init__(*args, **words)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["proceeding"].queryset = proceedings  # type: ignore[attr-defined]
        self.fields["requested_on"].not_after = today  # type: ignore[attr-defined]


class DisclosureDecisionForm(PlainForm):
    """What was decided about a request."""

    who_sees: ClassVar = {
        "redactions": _DISCLOSURE,
        "reason": _DISCLOSURE,
    }

    decision = forms.ChoiceField(
        label="What was decided?",
        choices=[(key.value, words) for key, words in DISCLOSURE_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was decided."},
    )
    claims_immunity = forms.BooleanField(
        label="Public interest immunity is claimed for it", required=False
    )
    redactions = forms.CharField(
        label="What is taken out?", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    reason = forms.CharField(
        label="Why?",
        help_text="Needed where the document is not disclosed.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )


class ServedForm(PlainForm):
    """When a document was served."""

    served_on = DayField(label="When was it served?", what="the day it was served")

    def __init__(self, *args: Any, requested_on: date, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["served_on"].not_before = requested_on  # type: ignore[attr-defined]
        self.fields["served_on"].not_after = today  # type: ignore[attr-defined]
