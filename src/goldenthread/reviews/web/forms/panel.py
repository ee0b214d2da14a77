"""The forms of the panel: appoint, declare, leave, name an author."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.independence import LEAVING_WORDS
from goldenthread.domain.panel import APPOINTED
from goldenthread.domain.roles import ROLES, Role
from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads

_YES_NO = [("no", "No"), ("yes", "Yes")]
_READERS = who_reads(Material.PANEL)


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person, with what they do and for whom, so that two of one name are told apart."""

    def label_from_instance(self, obj: Person) -> str:
        """“Ida Apart, consultant, independent”."""
        employer = str(obj.employer) if obj.employer else "no member agency"
        return ", ".join(part for part in (obj.name, obj.job_title, employer) if part)


class DeclarationForm(PlainForm):
    """How somebody stands to the case. Two answers are hard stops."""

    who_sees: ClassVar = {"declaration": _READERS, "interests": _READERS}

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
        help_text="In their own words: how they are independent of the case.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Write down what they declare about their independence and any interest."
        },
    )
    interests = forms.CharField(
        label="Which interests do they declare?",
        help_text="A tie to the family, an agency or the case that others should know of. Leave it empty if there is none.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def declared(self) -> dict[str, Any]:
        """What they declare, as the services of the panel take it."""
        typed = self.cleaned_data
        return {
            "declaration": typed["declaration"],
            "interests": typed["interests"],
            "involved_in_case": typed["involved_in_case"] == "yes",
            "managed_those_involved": typed["managed_those_involved"] == "yes",
        }


class AuthorForm(DeclarationForm):
    """Who writes, and what they declare."""

    field_order = ["person"]

    person: Any = PersonField(
        Person.objects.none(),
        label="Who?",
        empty_label="Choose a person",
        error_messages={"required": "Choose a person."},
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class AppointForm(AuthorForm):
    """Which part, for which agency, who; and what they declare, unless that is still to come."""

    choice_hints: ClassVar = {"role": {role.value: ROLES[role].purpose for role in APPOINTED}}
    field_order = ["role", "agency", "person", "not_declared_yet"]

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
    not_declared_yet = forms.BooleanField(
        label="They have not declared yet",
        help_text="If so, they are appointed and see nothing of the case until their declaration is"
        " recorded. Leave the questions below empty.",
        required=False,
    )

    def __init__(
        self, *args: Any, agencies: QuerySet[Agency], names: dict[Role, str], **words: Any
    ) -> None:
        super().__init__(*args, **words)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["role"].choices = [(role.value, names[role]) for role in APPOINTED]  # type: ignore[attr-defined]
        self.needed = {
            name: str(self.fields[name].error_messages["required"])
            for name in ("involved_in_case", "managed_those_involved", "declaration")
        }
        for name in self.needed:
            self.fields[name].required = False
        for name in ("agency", *self.needed):  # needed for most, so not said to be optional
            self.fields[name].is_needed_later = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Every question of the declaration is answered, or it is said that it is still to come."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("not_declared_yet"):
            for name, sentence in self.needed.items():
                if not cleaned.get(name, "").strip() and name not in self.errors:
                    self.add_error(name, sentence)
        return cleaned

    def appointment(self) -> dict[str, Any]:
        """Which part, for which agency, and who."""
        return {
            "role": Role(self.cleaned_data["role"]),
            "agency": self.cleaned_data["agency"],
            "person": self.cleaned_data["person"],
        }


class DeclareAgainForm(PlainForm):
    """An interest declared on a later day, and what is done about it."""

    who_sees: ClassVar = {"interests": _READERS, "steps_taken": _READERS}

    declared_on = DayField(label="When did they declare it?", what="the day they declared it")
    interests = forms.CharField(
        label="What do they declare?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write down what they declare."},
    )
    steps_taken = forms.CharField(
        label="What is done about it?",
        help_text="For example: they leave the room for that agency’s report. Also say so where nothing needs to be done.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what is done about it, also where nothing needs to be."},
    )

    def __init__(self, *args: Any, joined_on: date, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["declared_on"].not_before = joined_on  # type: ignore[attr-defined]
        self.fields["declared_on"].not_after = today  # type: ignore[attr-defined]


class LeaveForm(PlainForm):
    """Why somebody leaves."""

    who_sees: ClassVar = {"because": _READERS}

    why = forms.ChoiceField(
        label="Why do they leave?",
        choices=[(why.value, words) for why, words in LEAVING_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why they leave."},
    )
    because = forms.CharField(
        label="More about it",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Needed for another reason. No details of the case.",
        required=False,
    )
