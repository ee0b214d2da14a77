"""Forms of scoping."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet

from goldenthread.accounts.models import Agency
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews import moments

if TYPE_CHECKING:
    from goldenthread.reviews.models import Involvement

DAYS_TO_ANSWER = 10
"""What is offered; the Board gives the date. Local practice is five to ten working days."""


class AskForm(PlainForm):
    """Which agencies, and by when."""

    agencies: Any = forms.ModelMultipleChoiceField(
        Agency.objects.none(),
        label="Which agencies do you want to ask?",
        help_text="Ask every agency that may have known the child or the family. It makes no "
        "difference if one turns out not to have.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one agency to ask"},
    )
    due_on = DayField(
        label="By when should they answer?",
        error_messages={
            "required": "Enter the day by which they should answer, for example 27 3 2011"
        },
    )

    def __init__(self, *args: Any, agencies: QuerySet[Agency], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["agencies"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["due_on"].initial = moments.today() + timedelta(days=DAYS_TO_ANSWER)


class AnswerForm(PlainForm):
    """One agency's answer."""

    involved = forms.ChoiceField(
        label="Was your agency involved with the child or the family?",
        choices=[("yes", "Yes"), ("no", "No, we have no record of any involvement")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether your agency was involved"},
    )
    summary = forms.CharField(
        label="What was the involvement?",
        help_text="A few sentences are enough now: which services, from when to when.",
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )
    records_secured_on = DayField(
        label="When were your records secured?",
        help_text="So that nothing is changed while a review is possible. Leave empty if there are none.",
        required=False,
    )

    def __init__(self, *args: Any, involvement: "Involvement", **words: Any) -> None:
        initial = {
            "involved": {"involved": "yes", "not_involved": "no"}.get(involvement.answer),
            "summary": involvement.summary,
            "records_secured_on": involvement.records_secured_on,
        }
        super().__init__(*args, initial=initial, **words)

    def answer(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.scoping.answer`."""
        return {
            "was_involved": self.cleaned_data["involved"] == "yes",
            "summary": self.cleaned_data["summary"],
            "records_secured_on": self.cleaned_data["records_secured_on"],
        }
