"""Forms of the chronology: bring a file, and look for entries."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms

from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.uploads import MAX_WORDS

if TYPE_CHECKING:
    from goldenthread.reviews.models import SourceFile

_MOST_RADIOS = 5
TOO_LARGE = (
    f"The file is larger than {MAX_WORDS}. Take pictures out of it, or split it into several files, "
    "and bring each."
)


class BringForm(PlainForm):
    """One file, and whether it takes the place of an earlier one.

    The question stands before the file, because nothing after a file that is too large arrives.
    """

    replaces = forms.ChoiceField(
        label="Is this a new version of a file that is here already?",
        widget=forms.RadioSelect,
        required=False,
        initial="",
    )
    file = forms.FileField(
        label="Your agency’s chronology",
        help_text=f"A Word document (.docx), an Excel workbook (.xlsx) or a CSV file, up to {MAX_WORDS}.",
        widget=forms.FileInput(attrs={"accept": ".docx,.xlsx,.csv,.tsv,.txt"}),
        error_messages={
            "required": "Choose the file with your agency’s chronology.",
            "empty": "The file is empty. Check that it was saved, and choose it again.",
        },
    )
    who_sees = {
        "file": "the author and the senior officer of your own agency. The panel sees the entries"
        " once you submit them, never the file."
    }

    def __init__(
        self,
        *args: Any,
        earlier: Iterable["SourceFile"],
        too_large: bool = False,
        **words: Any,
    ) -> None:
        super().__init__(*args, **words)
        self._earlier = {str(file.pk): file for file in earlier}
        if self._earlier:
            if len(self._earlier) > _MOST_RADIOS:
                self.fields["replaces"].widget = forms.Select()
            self.fields["replaces"].choices = [  # type: ignore[attr-defined]
                ("", "No, keep it beside what is here"),
                *((key, f"Yes, it replaces “{file.name}”") for key, file in self._earlier.items()),
            ]
        else:
            del self.fields["replaces"]
        if too_large:
            self.fields["file"].error_messages["required"] = TOO_LARGE

    def brought(self) -> dict[str, Any]:
        """The words of :func:`goldenthread.reviews.services.chronology.bring_file`."""
        file = self.cleaned_data["file"]
        return {
            "name": file.name,
            "data": file.read(),
            "replaces": self._earlier.get(self.cleaned_data.get("replaces", "")),
        }


class SeekForm(PlainForm):
    """What a reader of the integrated chronology looks for; every answer is part of the address."""

    is_voluntary = True
    """Nothing here must be answered, so no label says that it need not be."""

    agency = forms.ChoiceField(label="Agency", required=False)
    from_on = DayField(label="From", required=False)
    to_on = DayField(label="To", required=False)
    text = forms.CharField(
        label="Words in the entry or its source",
        required=False,
        max_length=200,
        help_text="Put a phrase in “quotes”; a minus sign before a word leaves it out.",
    )

    def __init__(self, *args: Any, agencies: Iterable[tuple[str, str]], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["agency"].choices = [("", "All agencies"), *agencies]  # type: ignore[attr-defined]

    def sought(self) -> dict[str, Any]:
        """What was asked for and understood, without what is empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def as_query(sought: dict[str, Any]) -> str:
    """What is sought as the end of an address that can be kept and shared."""
    return urlencode({name: str(value) for name, value in sought.items() if value})
