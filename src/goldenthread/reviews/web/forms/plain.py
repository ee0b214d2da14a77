"""A form that is no more than its button."""

from django import forms


class ConfirmForm(forms.Form):
    """Nothing to fill in; a refusal is shown above the button."""
