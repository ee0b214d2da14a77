"""The form of the Board's approval."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.who_reads import who_reads


class SignOffForm(PlainForm):
    """On which day the Board approved, and what should be kept with it."""

    who_sees: ClassVar = {"note": who_reads(Material.SIGN_OFF)}

    approved_on = DayField(
        label="When were the reports approved?",
        what="the day of the approval",
        help_text="The clock stops on this day.",
    )
    note = forms.CharField(
        label="What should be kept with the approval?",
        help_text="For example the number of the minute.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["approved_on"].not_after = today  # type: ignore[attr-defined]
