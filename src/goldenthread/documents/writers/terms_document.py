"""The terms of reference as a Word document, to be sent with a letter or taken into a meeting."""

from dataclasses import dataclass

from goldenthread.documents.writers.word_pages import WordPage

_MARKING = "Confidential"


@dataclass(frozen=True, slots=True)
class TermsDocument:
    """What is in it, in the order in which it is read. ``parts`` are headings with their texts."""

    title: str
    standing: str
    purpose: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    lines: tuple[tuple[int, str], ...]
    unused: str
    contributions: tuple[tuple[str, str, str], ...]


def as_word(terms: TermsDocument) -> bytes:
    """The document, marked as confidential, its lines of enquiry with the numbers by which they are cited."""
    page = WordPage(terms.title)
    page.marking(_MARKING)
    page.heading(terms.title, 1)
    page.paragraph(terms.standing)
    for sentence in terms.purpose:
        page.paragraph(sentence)
    page.heading("Lines of enquiry", 2)
    page.table(("Line", "Question"), [(str(number), text) for number, text in terms.lines])
    if terms.unused:
        page.paragraph(terms.unused)
    for heading, text in terms.parts:
        page.heading(heading, 2)
        page.paragraph(text)
    if terms.contributions:
        page.heading("What each agency contributes", 2)
        page.table(("Agency", "Form", "Why"), terms.contributions)
    return page.to_bytes()
