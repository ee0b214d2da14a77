"""Forms of agency reports."""

from typing import Any

from django import forms

from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import PlainForm
from goldenthread.reviews.web.who_reads import who_reads, who_reads_of_agency


class VerdictForm(PlainForm):
    """The panel's answer to one submission."""

    verdict = forms.ChoiceField(
        label="What does the panel say?",
        choices=[("accepted", "Accept the report"), ("returned", "Return it to the agency")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the report is accepted or returned"},
    )
    comment = forms.CharField(
        label="What should the agency change, or know?",
        help_text="Needed when the report is returned. Number the changes, so that the agency can answer each.",
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )

    def __init__(self, *args: Any, agency: str, **words: Any) -> None:
        super().__init__(*args, **words)
        readers = f"{who_reads_of_agency(Material.VERDICT, agency)}; {who_reads(Material.VERDICT)}"
        self.who_sees = {"comment": readers}  # type: ignore[misc]  # this form's own
