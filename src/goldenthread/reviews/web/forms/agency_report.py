"""Forms of agency reports."""

from django import forms


class VerdictForm(forms.Form):
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
