"""The form of a step."""

from typing import Any, ClassVar

from django import forms

from goldenthread.pages.forms import PlainForm


class StepForm(PlainForm):
    """A reason, where the step asks for one or something is still missing."""

    who_sees: ClassVar = {"reason": "everybody who takes part in this review"}

    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="It is kept with the step, for whoever reads this later.",
        error_messages={"required": "Say why, so that whoever reads this later understands it"},
    )

    def __init__(self, *args: Any, needs_reason: bool, **words: Any) -> None:
        super().__init__(*args, **words)
        if not needs_reason:
            del self.fields["reason"]
