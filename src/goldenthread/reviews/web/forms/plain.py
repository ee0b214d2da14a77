"""A form that is no more than its button."""

from goldenthread.pages.forms import PlainForm


class ConfirmForm(PlainForm):
    """Nothing to fill in; a refusal is shown above the button."""
