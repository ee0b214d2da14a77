"""Forms of the register of people."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency


class PersonForm(forms.Form):
    """Somebody in the register. One name a line, so that a comma can be part of a name."""

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
        help_text="One a line: what they are known as, nicknames, initials, telephone numbers, e-mail addresses.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    never = forms.CharField(
        label="Not this person",
        required=False,
        help_text="One a line: words that look like them and are not.",
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


class QuestionForm(forms.Form):
    """Whose name is this? The choices are the people of the register, and nobody."""

    NOBODY = "nobody"

    asked = forms.CharField(widget=forms.HiddenInput)
    whose = forms.ChoiceField(
        label="Whose name is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whose name it is, or that it is nobody’s"},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["whose"].choices = [*choices, (self.NOBODY, "Nobody’s: leave it as it is")]  # type: ignore[attr-defined]
