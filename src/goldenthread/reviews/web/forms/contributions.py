"""The forms for what an agency is asked for: in which form, by when, and each change of it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency
from goldenthread.domain.contributions import FORMS, Form
from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads

WEEKS_TO_BRING = 8
"""What is offered; the Board gives the date. Local practice is six to eight weeks."""

_READERS = who_reads(Material.PANEL)
_FORM_CHOICES = [(form.value, words.name) for form, words in FORMS.items()]
_FORM_HINTS = {form.value: words.meant_for for form, words in FORMS.items()}
_NEEDS_FORM = {"required": "Choose what the agency is asked for."}


class ContributionForm(PlainForm):
    """Which agency, in which form, and by when."""

    who_sees: ClassVar = {"because": _READERS}

    agency: Any = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Which agency?",
        widget=forms.RadioSelect,
        empty_label=None,
        to_field_name="key",
        error_messages={"required": "Choose an agency."},
    )
    form = forms.ChoiceField(
        label="What should it bring?",
        choices=_FORM_CHOICES,
        widget=forms.RadioSelect,
        initial=Form.FULL_REPORT.value,
        error_messages=_NEEDS_FORM,
    )
    because = forms.CharField(
        label="Why this form?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Needed where the agency is asked for nothing.",
        required=False,
    )
    due_on = DayField(label="By when?", what="the day by which it should be there")

    def __init__(
        self,
        *args: Any,
        agencies: QuerySet[Agency],
        answers: Mapping[str, str],
        today: date,
        **words: Any,
    ) -> None:
        super().__init__(*args, **words)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.choice_hints = {"agency": answers, "form": _FORM_HINTS}  # type: ignore[misc]
        self.fields["due_on"].not_before = today  # type: ignore[attr-defined]
        self.fields["due_on"].initial = today + timedelta(weeks=WEEKS_TO_BRING)

    def asked(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.panel.ask_for_contribution`."""
        typed = self.cleaned_data
        return {
            "agency": typed["agency"],
            "form": Form(typed["form"]),
            "because": typed["because"],
            "due_on": typed["due_on"],
        }


class ChangeFormForm(PlainForm):
    """Another form, and why."""

    who_sees: ClassVar = {"because": _READERS}
    choice_hints: ClassVar = {"form": _FORM_HINTS}

    form = forms.ChoiceField(
        label="What should it bring?",
        choices=_FORM_CHOICES,
        widget=forms.RadioSelect,
        error_messages=_NEEDS_FORM,
    )
    because = forms.CharField(
        label="Why?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the agency is asked for something else."},
    )

    def change(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.panel.change_form`."""
        return {"form": Form(self.cleaned_data["form"]), "because": self.cleaned_data["because"]}


class DueDayForm(PlainForm):
    """Another day, and why."""

    who_sees: ClassVar = {"because": _READERS}

    due_on = DayField(label="By when now?", what="the new day")
    because = forms.CharField(
        label="Why?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the agency is given another day."},
    )

    def __init__(self, *args: Any, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["due_on"].not_before = today  # type: ignore[attr-defined]
