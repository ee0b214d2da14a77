"""Forms of scoping."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.pages.words import day
from goldenthread.reviews import moments
from goldenthread.reviews.queries.scoping import NamesGiven
from goldenthread.reviews.services.scoping import Details

if TYPE_CHECKING:
    from goldenthread.reviews.models import Involvement

DAYS_TO_ANSWER = 10
"""What is offered; the Board gives the date. Local practice is five to ten working days."""

_YES_NO_UNKNOWN = (("yes", "Yes"), ("no", "No"), ("unknown", "We cannot say yet"))


class TellForm(PlainForm):
    """Which agencies are told to secure their records, and whose records these are."""

    who_sees: ClassVar = {
        "about": "these agencies’ contacts and senior officers, and those who see who is who"
    }

    agencies: Any = forms.ModelMultipleChoiceField(
        Agency.objects.none(),
        label="Which agencies?",
        help_text="Every agency is ticked. It makes no difference if one turns out not to have"
        " known the child or the family.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one agency"},
    )
    about = forms.CharField(
        label="About whom?",
        help_text="Names, dates of birth and addresses, a line each: an agency cannot search its records"
        " without. Say nothing of what happened. Left empty, it is everybody the referral names.",
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
    )

    def __init__(
        self, *args: Any, agencies: QuerySet[Agency], about: str = "", **words: Any
    ) -> None:
        super().__init__(*args, **words)
        self.fields["agencies"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["agencies"].initial = agencies
        self.fields["about"].initial = about


class AskForm(TellForm):
    """Which agencies are asked, about whom, and by when."""

    due_on = DayField(
        label="By when should they answer?",
        error_messages={
            "required": "Enter the day by which they should answer, for example 27 3 2011"
        },
    )
    field_order = ("agencies", "due_on", "about")

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        agencies = self.fields["agencies"]
        agencies.label = "Which agencies do you want to ask?"
        agencies.error_messages["required"] = "Choose at least one agency to ask"
        self.fields["due_on"].initial = moments.today() + timedelta(days=DAYS_TO_ANSWER)


class SecuredForm(PlainForm):
    """When, by whom and where an agency's records were secured."""

    records_secured_on = DayField(
        label="When were your records secured?",
        error_messages={"required": "Enter the day on which the records were secured"},
    )
    records_secured_by = forms.CharField(
        label="Who secured them?",
        help_text="Name and role.",
        max_length=200,
        error_messages={"required": "Enter the name of whoever secured the records"},
    )
    records_held_at = forms.CharField(
        label="Where are they held?",
        help_text="Paper and electronic records: the place, the system, and who can open them.",
        max_length=200,
        error_messages={"required": "Say where the records are held"},
    )


class AnswerForm(PlainForm):
    """One agency's answer. Beside whether it was involved, everything can be left for a correction."""

    is_voluntary: ClassVar = True

    involved = forms.ChoiceField(
        label="Was your agency involved with the child or the family?",
        choices=[("yes", "Yes"), ("no", "No, we have no record of any involvement")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether your agency was involved"},
    )
    known_from = DayField(label="From when, as far as your records say?", required=False)
    known_to = DayField(label="Until when?", required=False)
    service = forms.CharField(
        label="Which services, and for whom?",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    summary = forms.CharField(
        label="What was the involvement?",
        help_text="A few sentences are enough now, with the events that matter most.",
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )
    people_found = forms.CharField(
        label="Whom of the people named do your records know?",
        help_text="For each: under which name, with which record number, and names you found that were not"
        " given.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    professionals = forms.CharField(
        label="Which professionals worked with them?",
        help_text="Name, role, team, and whether they still work for you. It is kept sealed.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    concerns = forms.CharField(
        label="Significant concerns, or good practice, that you see already",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    criteria_met = forms.ChoiceField(
        label="In your agency’s view, are the criteria for a review met?",
        choices=_YES_NO_UNKNOWN,
        widget=forms.RadioSelect,
        required=False,
    )
    worked_together_badly = forms.ChoiceField(
        label="Is your agency concerned about how agencies worked together?",
        choices=_YES_NO_UNKNOWN,
        widget=forms.RadioSelect,
        required=False,
    )
    action_taken = forms.CharField(
        label="What have you done already, and what is needed at once?",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    others_involved = forms.CharField(
        label="Other agencies that you know were involved",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    proceedings = forms.CharField(
        label="Other proceedings",
        help_text="Disciplinary, complaint, serious incident, criminal, coroner, family court.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    records_secured_on = DayField(
        label="When were your records secured?",
        help_text="So that nothing is changed while a review is possible. Leave empty if there are none.",
        required=False,
    )
    records_secured_by = forms.CharField(label="Who secured them?", max_length=200, required=False)
    records_held_at = forms.CharField(label="Where are they held?", max_length=200, required=False)
    proposed_author = forms.CharField(
        label="Who would write your agency’s review, if there is one?",
        help_text="Name and role. Not somebody who was involved, nor the manager of somebody who was.",
        max_length=200,
        required=False,
    )
    approved_by_manager = forms.CharField(
        label="Which senior manager has approved this answer?",
        help_text="Name and role.",
        max_length=200,
        required=False,
    )

    def __init__(
        self, *args: Any, involvement: "Involvement", names: NamesGiven, **words: Any
    ) -> None:
        initial: dict[str, Any] = {
            name: getattr(involvement, name)
            for name in type(self).base_fields
            if hasattr(involvement, name)
        }
        initial["involved"] = {"involved": "yes", "not_involved": "no"}.get(involvement.answer)
        initial |= {"people_found": names.people_found, "professionals": names.professionals}
        super().__init__(*args, initial=initial, **words)

    def answer(self) -> Mapping[str, Any]:
        """The words of :func:`goldenthread.reviews.services.scoping.answer`."""
        given = self.cleaned_data
        return {
            "was_involved": given["involved"] == "yes",
            "summary": given["summary"],
            "records_secured_on": given["records_secured_on"],
            "details": Details(**{name: given[name] for name in Details.__dataclass_fields__}),
            "names": NamesGiven(given["people_found"], given["professionals"]),
        }


_OF_NAMES = ("people_found", "professionals")
_NOT_ROWS = ("involved",)


def answer_in_words(involvement: "Involvement", names: NamesGiven | None) -> list[tuple[str, str]]:
    """Each question of the form with what the agency answered; without names, those are not there at all."""
    choices = dict(_YES_NO_UNKNOWN)
    rows = []
    for key, field in AnswerForm.base_fields.items():
        if key in _NOT_ROWS or (key in _OF_NAMES and names is None):
            continue
        given = getattr(names if key in _OF_NAMES else involvement, key)
        words = day(given) if isinstance(given, date) else choices.get(given, given)
        rows.append((str(field.label), words or ""))
    return rows
