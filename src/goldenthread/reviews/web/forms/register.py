"""Forms of the register of people."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency
from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import PlainForm
from goldenthread.pages.words import listing
from goldenthread.reviews.web.who_reads import who_reads

READERS = who_reads(
    Material.REGISTER,
    also="; for a professional, also the author and the senior officer of their agency",
)


class PersonForm(PlainForm):
    """Somebody in the register. One name a line, so that a comma can be part of a name."""

    who_sees = {"names": READERS}

    label = forms.CharField(
        label="Label",
        max_length=60,
        help_text="What every document calls them: their role first, for example “Health Visitor 1”. Never an initial.",
        error_messages={"required": "Give the person a label, for example “Social Worker 1”"},
    )
    role = forms.CharField(
        label="Who they are to the child",
        max_length=80,
        help_text="For example “mother”, “social worker”.",
        error_messages={"required": "Say who they are to the child, for example “health visitor”"},
    )
    agency: Any = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Agency",
        required=False,
        empty_label="None (family, or another person)",
        help_text="Where a professional worked. That agency’s author then sees them here.",
    )
    names = forms.CharField(
        label="Full names",
        help_text="One a line: the name now, former and married names.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter at least one name"},
    )
    aliases = forms.CharField(
        label="Other forms",
        required=False,
        help_text="One a line: what they are called, initials, date of birth, telephone numbers, e-mail and home addresses.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    never = forms.CharField(
        label="Not this person",
        required=False,
        help_text="One a line: words that look like their name and are not, for example a street called after somebody.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, agencies: QuerySet[Agency], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]

    def person(self) -> dict[str, Any]:
        """The words of the services that add and change a person."""
        return {
            "label": self.cleaned_data["label"],
            "role": self.cleaned_data["role"],
            "agency": self.cleaned_data["agency"],
            "names": self.cleaned_data["names"].splitlines(),
            "aliases": self.cleaned_data["aliases"].splitlines(),
            "never": self.cleaned_data["never"].splitlines(),
        }


class QuestionForm(PlainForm):
    """Whose name is this? The choices are the people of the register, and nobody."""

    NOBODY = "nobody"

    asked = forms.CharField(widget=forms.HiddenInput, max_length=500)
    whose = forms.ChoiceField(
        label="Whose name is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whose name it is, or that it is nobody’s"},
    )

    def __init__(
        self, *args: Any, people: list[Any], likely: Collection[str] = (), **words: Any
    ) -> None:
        super().__init__(*args, **words)
        # Who it may be comes first; everybody else can be chosen too.
        order = sorted(people, key=lambda one: str(one.row.pk) not in likely)
        self.fields["whose"].choices = [  # type: ignore[attr-defined]
            *((str(one.row.pk), one.row.label) for one in order),
            (self.NOBODY, "Nobody’s: leave the words as they are"),
        ]
        self.choice_hints = {  # type: ignore[misc]  # this form's own
            "whose": {str(one.row.pk): _who_it_is(one) for one in people}
        }

    def person_among(self, people: list[Any]) -> Any:
        """The chosen row of the register; None for nobody."""
        whose = self.cleaned_data["whose"]
        return next((one.row for one in people if str(one.row.pk) == whose), None)


def _who_it_is(one: Any) -> str:
    return f"{one.row.role}: {listing(one.names)}" if one.row.role else listing(one.names)
