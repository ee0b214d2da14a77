"""Forms of publication."""

from django import forms

from goldenthread.domain.visibility import Material
from goldenthread.pages.forms import PlainForm
from goldenthread.reviews.web.who_reads import who_reads


class PublishForm(PlainForm):
    """To publish is a deliberate act: the person says that they have read the copy, this very one."""

    read = forms.CharField(widget=forms.HiddenInput)
    """The digest of the copy on the page, so that no other is published in its place."""
    has_read = forms.BooleanField(
        label="I have read the whole copy above, and nobody can be recognised from it",
        error_messages={
            "required": "Read the whole copy first, and confirm that nobody can be recognised from it"
        },
    )

    def show_again(self, digest: str) -> None:
        """The page shows the copy with this digest; to have read another one does not count for it."""
        if self.data.get("read") != digest:
            typed = {key: value for key, value in self.data.items() if key != "has_read"}
            self.data = {**typed, "read": digest}


class WithholdForm(PlainForm):
    """Why the reports are not made public."""

    who_sees = {"reason": who_reads(Material.RELEASE)}

    reason = forms.CharField(
        label="Why are the reports not made public?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="It is kept with the review. They can be published later.",
        error_messages={"required": "Say why the reports are not made public"},
    )
