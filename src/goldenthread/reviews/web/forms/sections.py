"""The form in which a section of a report is written."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from goldenthread.pages.forms import PlainForm

LONGEST = 200_000
"""Characters in one section: some fifty pages."""

_MARKS = "Begin a line with “# ” for a heading, with “- ” for a list. Leave a line empty between paragraphs."


class SectionText(forms.CharField):
    """May stand empty while the report is being written, yet is not optional in the end."""

    def validate(self, value: str | None) -> None:
        """Nothing is asked of it now; submitting asks."""


class WriteForm(PlainForm):
    """The text, and the version it was begun from."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = SectionText(
        widget=forms.Textarea(attrs={"rows": 18}),
        strip=False,
        # A validator, not max_length: nobody needs to be told that 199,000 characters are left.
        validators=[MaxLengthValidator(LONGEST)],
        error_messages={
            "max_length": "This section is too long. Keep it under 200,000 characters."
        },
    )

    def __init__(self, *args: Any, label: str, purpose: str, who_sees: str, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["text"].label = label
        self.fields["text"].help_text = f"{purpose} {_MARKS}"
        self.who_sees = {"text": who_sees}  # type: ignore[misc]  # this form's own, not the class's

    def clean_text(self) -> str:
        """Browsers end lines in their own way; the text is kept, and compared, in one."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").replace("\r", "\n")

    def begin_again_from(self, version: int) -> None:
        """Let the next save follow on from this version, once the writer has seen both texts."""
        self.data = {**dict(self.data.items()), "version": str(version)}
