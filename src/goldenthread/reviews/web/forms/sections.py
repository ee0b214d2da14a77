"""The form in which a section of a report is written."""

from typing import Any

from django import forms

LONGEST = 200_000
"""Characters in one section: some fifty pages."""


class WriteForm(forms.Form):
    """The text, and the version it was begun from."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 18}),
        required=False,
        max_length=LONGEST,
        strip=False,
        error_messages={"max_length": "This section is too long. Keep it under 200,000 characters"},
        help_text="Plain text. Begin a line with “## ” for a heading, with “- ” for a list; leave a line empty between paragraphs.",
    )

    def __init__(self, *args: Any, label: str, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["text"].label = label

    def begin_again_from(self, version: int) -> None:
        """Let the next save follow on from this version, once the writer has seen both texts."""
        self.data = self.data.copy()
        self.data["version"] = str(version)
