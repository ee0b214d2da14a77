"""Forms of the action plan."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency
from goldenthread.domain.actions import ACTION_STATUS_WORDS
from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads


class ActionForm(PlainForm):
    """A new action: what was seen, what will be done, by whom, by when, and how its effect is known."""

    who_sees = dict.fromkeys(("lesson", "text"), who_reads(Material.ACTION))

    lesson = forms.CharField(
        label="What has been learned?",
        help_text="In labels, not names: actions are read long after the review.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say which lesson the action answers"},
    )
    text = forms.CharField(
        label="What will be done about it?",
        help_text="A change to how things work lasts longer than a reminder.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what will be done"},
    )
    lead_agency: Any = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Which agency leads?",
        required=False,
        empty_label="None: more than one agency, or the partnership itself",
    )
    owner = forms.CharField(
        label="Who answers for it?",
        max_length=120,
        required=False,
        help_text="A post, for example “Head of Service”. It can be filled in later, before the review is closed.",
    )
    due_on = DayField(
        label="By when?",
        error_messages={
            "required": "Enter the day by which it will be done, for example 27 3 2011"
        },
    )
    measure = forms.CharField(
        label="How will you know that it made a difference?",
        help_text="What will be different for children, and where it can be seen. An action is called complete only where this is said.",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(self, *args: Any, agencies: QuerySet[Agency], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["lead_agency"].queryset = agencies  # type: ignore[attr-defined]


class ProgressForm(PlainForm):
    """How an action stands."""

    who_sees = {"note": who_reads(Material.ACTION)}

    status = forms.ChoiceField(
        label="How does it stand?",
        choices=[(status.value, words) for status, words in ACTION_STATUS_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Say how the action stands"},
    )
    note = forms.CharField(
        label="What has been done, and what shows it?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what has been done, and what shows it"},
    )
