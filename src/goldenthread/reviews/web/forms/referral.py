"""Forms of the referral that are not one of its sections."""

from typing import ClassVar

from django import forms

from goldenthread.accounts.models import Partnership
from goldenthread.pages.forms import PlainForm


class BeginForm(PlainForm):
    """To which Board. Each takes new cases under one guidance, so a referrer need not know it."""

    partnership = forms.ModelChoiceField(
        Partnership.objects.order_by("name"),
        label="To whom?",
        empty_label=None,
        error_messages={"required": "Choose to whom you refer the case"},
    )


class AtRiskForm(PlainForm):
    """The question before the form: a referral protects no child tonight."""

    at_risk = forms.ChoiceField(
        label="Is a child at risk of harm now?",
        help_text="Think also of brothers and sisters, and of other children in contact with the same people.",
        choices=[("yes", "Yes, or I am not sure"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether a child is at risk of harm now"},
    )

    def is_at_risk(self) -> bool:
        """Whether the duty team comes first."""
        return bool(self.cleaned_data["at_risk"] == "yes")


class WithdrawForm(PlainForm):
    """Why the referrer takes the referral back."""

    who_sees: ClassVar = {"reason": "those who can read your referral"}

    reason = forms.CharField(
        label="Why do you withdraw it?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": "Say why you withdraw the referral"},
    )


class CloseForm(PlainForm):
    """Why a referral is closed, or taken up again."""

    who_sees: ClassVar = {"reason": "those who see how the review moved; not the referrer"}

    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="It is kept, for whoever reads this later.",
        error_messages={"required": "Say why, so that whoever reads this later understands it"},
    )


class DuplicateForm(CloseForm):
    """Which other referral is of the same case."""

    other = forms.CharField(
        label="Reference of the other referral",
        max_length=20,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
        error_messages={"required": "Enter the reference of the referral of the same case"},
    )
    field_order = ("other", "reason")
