"""The forms by which people look after their own account."""

from typing import Any

from django import forms

from goldenthread.accounts.models import Person
from goldenthread.pages.forms import PlainForm

_NEW = {"autocomplete": "new-password", "class": "govuk-input--width-20"}


class OwnDetailsForm(PlainForm):
    """How somebody is called and reached, and whether they are written to each day."""

    name = forms.CharField(label="Name", max_length=120)
    job_title = forms.CharField(label="Job title", max_length=120, required=False)
    phone = forms.CharField(
        label="Telephone",
        max_length=40,
        required=False,
        help_text="People who work on the same reviews see it where they are led to you.",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )
    wants_digest = forms.BooleanField(
        label="Send me an e-mail each morning on which something waits for me",
        required=False,
        help_text="It says how many things wait and how many are late, and nothing of any case.",
    )

    @classmethod
    def of(cls, person: Person, posted: Any) -> "OwnDetailsForm":
        """The form as it stands for this person."""
        names = ("name", "job_title", "phone", "wants_digest")
        return cls(posted, initial={name: getattr(person, name) for name in names})


class NewPasswordForm(PlainForm):
    """A password, typed twice. Whether it is good enough the service says."""

    password = forms.CharField(
        label="Password",
        help_text="At least 12 characters. Three words that do not belong together are easy to remember and hard to guess.",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs=_NEW),
    )
    again = forms.CharField(
        label="The same password again",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs=_NEW),
        error_messages={"required": "Enter the same password again."},
    )

    def clean(self) -> dict[str, Any]:
        """Both are the same."""
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("password") and typed.get("again") not in (None, typed["password"]):
            self.add_error(
                "again", "The two passwords are not the same. Type the second one again."
            )
        return typed


class ChangePasswordForm(NewPasswordForm):
    """The present password, and another."""

    old = forms.CharField(
        label="Your present password",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "current-password", "class": "govuk-input--width-20"}
        ),
        error_messages={"required": "Enter your present password."},
    )
    field_order = ["old", "password", "again"]
