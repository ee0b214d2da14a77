"""Letters and minutes in Word: real headings, repeating table headings, and no trace of a writer."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn

from goldenthread.documents.writers.word_pages import WordPage


def _written():
    page = WordPage("Minutes of a meeting")
    page.marking("Confidential")
    page.heading("Minutes")
    page.paragraph("First line\nsecond line\n\nA new paragraph\x0c")
    page.heading("Decisions", level=2)
    page.bullets(["To ask again", "To wait"])
    page.table(["Who", "By when"], [["The author", date(2011, 5, 3)], ["The Chair", ""]])
    return page.to_bytes()


def _read():
    return docx.Document(BytesIO(_written()))


def test_headings_are_real_and_paragraphs_keep_their_lines():
    lines = [(line.style.name, line.text) for line in _read().paragraphs if line.text]
    assert lines == [
        ("Heading 1", "Minutes"),
        ("Normal", "First line\nsecond line"),
        ("Normal", "A new paragraph"),
        ("Heading 2", "Decisions"),
        ("List Bullet", "To ask again"),
        ("List Bullet", "To wait"),
    ]


def test_a_table_repeats_its_headings_and_writes_dates_in_words():
    table = _read().tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Who", "By when"],
        ["The author", "3 May 2011"],
        ["The Chair", ""],
    ]
    repeats = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert repeats == [True, False, False]


def test_every_page_is_marked_and_numbered():
    section = _read().sections[0]
    assert section.header.paragraphs[0].text == "Confidential"
    fields = section.footer.paragraphs[0]._p.findall(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def test_the_properties_name_the_document_and_nobody():
    properties = _read().core_properties
    assert (properties.title, properties.language) == ("Minutes of a meeting", "en-GB")
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    languages = {mark.get(qn("w:val")) for mark in _read().styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_the_same_words_give_the_same_bytes():
    assert _written() == _written()
    with ZipFile(BytesIO(_written())) as package:
        assert {part.date_time for part in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
