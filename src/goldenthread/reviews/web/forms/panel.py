"""The forms of the panel: appoint, name an author, ask an agency."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.roles import ROLES, Role
from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.queries.panel import APPOINTED
from goldenthread.reviews.web.who_reads import who_reads

WEEKS_TO_BRING = 8
"""What is offered; the Board gives the date. Local practice is six to eight weeks."""

_YES_NO = [("no", "No"), ("yes", "Yes")]


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person, with what they do and for whom, so that two of one name are told apart."""

    def label_from_instance(self, obj: Person) -> str:
        """“Ida Apart, consultant, independent”."""
        employer = str(obj.employer) if obj.employer else "no member agency"
        return ", ".join(part for part in (obj.name, obj.job_title, employer) if part)


class DeclarationForm(PlainForm):
    """Who, and how they stand to the case. Two answers are hard stops."""

    who_sees: ClassVar = {"declaration": who_reads(Material.PANEL)}

    person: Any = PersonField(
        Person.objects.none(),
        label="Who?",
        empty_label="Choose a person",
        error_messages={"required": "Choose a person."},
    )
    involved_in_case = forms.ChoiceField(
        label="Were they involved in the case?",
        choices=_YES_NO,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether they were involved in the case."},
    )
    managed_those_involved = forms.ChoiceField(
        label="Did they manage anybody who was involved?",
        choices=_YES_NO,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether they managed anybody who was involved."},
    )
    declaration = forms.CharField(
        label="What do they declare?",
        help_text="In their own words: how they are independent of the case, and any interest they have.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Write down what they declare about their independence and any interest."
        },
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def declared(self) -> dict[str, Any]:
        """Who, and what they declare, as the services of the panel take it."""
        typed = self.cleaned_data
        return {
            "person": typed["person"],
            "declaration": typed["declaration"],
            "involved_in_case": typed["involved_in_case"] == "yes",
            "managed_those_involved": typed["managed_those_involved"] == "yes",
        }


class AppointForm(DeclarationForm):
    """Which part, for which agency, and who."""

    choice_hints: ClassVar = {"role": {role.value: ROLES[role].purpose for role in APPOINTED}}
    field_order = ["role", "agency", "person"]

    role = forms.ChoiceField(
        label="Which part?",
        choices=[(role.value, ROLES[role].name) for role in APPOINTED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which part they take."},
    )
    agency: Any = forms.ModelChoiceField(
        Agency.objects.none(),
        label="For a panel member: of which agency?",
        required=False,
        empty_label="None: they are independent",
        to_field_name="key",
    )

    def __init__(self, *args: Any, agencies: QuerySet[Agency], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]

    def appointment(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.panel.appoint`."""
        return self.declared() | {
            "role": Role(self.cleaned_data["role"]),
            "agency": self.cleaned_data["agency"],
        }


class ContributionForm(PlainForm):
    """Which agency, for what, and by when."""

    agency: Any = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Which agency?",
        widget=forms.RadioSelect,
        empty_label=None,
        to_field_name="key",
        error_messages={"required": "Choose an agency."},
    )
    wanted = forms.MultipleChoiceField(
        label="What should it bring?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Say what the agency is asked for: a chronology, a report, or both."
        },
    )
    due_on = DayField(label="By when?", what="the day by which it should be there")

    def __init__(
        self,
        *args: Any,
        agencies: QuerySet[Agency],
        answers: Mapping[str, str],
        report: str,
        today: date,
        **words: Any,
    ) -> None:
        super().__init__(*args, **words)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.choice_hints = {"agency": answers}  # type: ignore[misc]
        self.fields["wanted"].choices = [  # type: ignore[attr-defined]
            ("chronology", "A chronology of its involvement"),
            ("report", report),
        ]
        self.fields["wanted"].initial = ["chronology", "report"]
        self.fields["due_on"].not_before = today  # type: ignore[attr-defined]
        self.fields["due_on"].initial = today + timedelta(weeks=WEEKS_TO_BRING)

    def asked(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.panel.ask_for_contribution`."""
        wanted = self.cleaned_data["wanted"]
        return {
            "agency": self.cleaned_data["agency"],
            "wants_chronology": "chronology" in wanted,
            "wants_report": "report" in wanted,
            "due_on": self.cleaned_data["due_on"],
        }
