"""The disclosure schedule as a Word document, as a disclosure officer or a court asks for it."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date

from goldenthread.documents.writers.word_pages import WordPage
from goldenthread.domain.deadlines import in_words

_MARKING = "Confidential"
_HEADINGS = (
    "Line",
    "Document",
    "Asked for by",
    "Legal basis",
    "Immunity",
    "Decision",
    "Taken out",
    "Served",
)


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """One line, in words, in the order of the columns."""

    number: int
    document: str
    requested: str
    legal_basis: str
    immunity: str
    decision: str
    redactions: str
    served: str


def as_word(title: str, lines: Sequence[ScheduleLine], *, printed_on: date) -> bytes:
    """The schedule, marked as confidential, with the day on which it stood so."""
    page = WordPage(title)
    page.marking(_MARKING)
    page.heading(title, 1)
    page.paragraph(f"As it stood on {in_words(printed_on)}.")
    if lines:
        page.table(_HEADINGS, [tuple(str(cell) for cell in astuple(line)) for line in lines])
    else:
        page.paragraph("No document has been asked for.")
    return page.to_bytes()
