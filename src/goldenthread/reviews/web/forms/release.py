"""Forms of publication."""

from django import forms


class PublishForm(forms.Form):
    """To publish is a deliberate act: the person says that they have read the copy."""

    has_read = forms.BooleanField(
        label="I have read the whole labelled copy below, and nobody can be recognised from it",
        error_messages={
            "required": "Read the whole copy first, and confirm that nobody can be recognised from it"
        },
    )


class WithholdForm(forms.Form):
    """Why the reports are not made public."""

    reason = forms.CharField(
        label="Why are the reports not made public?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="It is kept with the review. They can be published later.",
        error_messages={"required": "Say why the reports are not made public"},
    )
