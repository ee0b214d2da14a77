"""A letter as a Word document: the words of :mod:`goldenthread.domain.letters`, ready to be printed and signed."""

from goldenthread.documents.writers.word_pages import WordPage
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.letters import LetterText

_ROOM_TO_SIGN = ("\u00a0",) * 3


def write_letter(letter: LetterText) -> bytes:
    """The letter, marked on every page. The same letter gives the same bytes."""
    page = WordPage(letter.title)
    page.marking(letter.marking)
    page.heading(letter.board)
    page.paragraph(f"{in_words(letter.dated)}\nOur reference: {letter.reference}")
    page.paragraph(f"To: {letter.to}")
    page.paragraph(letter.salutation)
    for part in letter.parts:
        if part.heading:
            page.heading(part.heading, level=2)
        for paragraph in part.paragraphs:
            page.paragraph(paragraph)
        if part.points:
            page.bullets(part.points)
    page.paragraph("\n".join((letter.closing, *_ROOM_TO_SIGN, *letter.signed)))
    return page.to_bytes()
