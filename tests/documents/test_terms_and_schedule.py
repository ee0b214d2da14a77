"""The terms of reference and the disclosure schedule as Word documents."""

from datetime import date
from io import BytesIO

import docx
import pytest

from goldenthread.documents.writers import disclosure_schedule, terms_document
from goldenthread.documents.writers.disclosure_schedule import ScheduleLine
from goldenthread.documents.writers.terms_document import TermsDocument

TERMS = TermsDocument(
    title="NM-2011-01, Child K: terms of reference, version 2",
    standing="Approved on 3 May 2011 by Cher Gavel.",
    purpose=("The review asks what can be learned.",),
    parts=(("Whom it is about", "Child K."),),
    lines=((1, "Was the child seen?"), (3, "Who knew what?")),
    unused="Line 2: no longer asked. The number is not used again.",
    contributions=(("Police", "Chronology only", "Little known."),),
)
LINE = ScheduleLine(
    number=4,
    document="The draft",
    requested="HM Coroner, 3 May 2011",
    legal_basis="A notice",
    immunity="Claimed",
    decision="Left to the court to decide, 4 May 2011.",
    redactions="",
    served="",
)


def opened(data: bytes):
    return docx.Document(BytesIO(data))


def cells(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.duty("P10")
def test_lines_of_enquiry_keep_their_numbers_on_paper():
    read = opened(terms_document.as_word(TERMS))
    assert cells(read.tables[0]) == [
        ["Line", "Question"],
        ["1", "Was the child seen?"],
        ["3", "Who knew what?"],
    ]
    assert cells(read.tables[1])[1] == ["Police", "Chronology only", "Little known."]
    words = [one.text for one in read.paragraphs]
    assert TERMS.unused in words
    assert "Whom it is about" in words
    assert read.sections[0].header.paragraphs[0].text == "Confidential"


@pytest.mark.duty("P6")
def test_the_schedule_has_a_line_for_each_request_and_the_day_it_stood_so():
    title = "NM-2011-01, Child K: disclosure schedule"
    read = opened(disclosure_schedule.as_word(title, [LINE], printed_on=date(2011, 5, 5)))
    assert cells(read.tables[0])[1] == [
        "4",
        "The draft",
        "HM Coroner, 3 May 2011",
        "A notice",
        "Claimed",
        "Left to the court to decide, 4 May 2011.",
        "",
        "",
    ]
    assert "As it stood on 5 May 2011." in [one.text for one in read.paragraphs]


def test_the_same_terms_give_the_same_bytes():
    assert terms_document.as_word(TERMS) == terms_document.as_word(TERMS)
