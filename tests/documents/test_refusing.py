"""Files that must end in a sentence: what is wrong, and what to do."""

import random

import pytest
from made_files import (
    DOCUMENT,
    HEADINGS,
    ROWS,
    SHEET,
    W,
    cell,
    excel,
    table,
    with_parts,
    with_sheet,
    word,
    word_of,
)

from goldenthread.documents import limits
from goldenthread.documents.readers import docx, read_file
from goldenthread.documents.refused import FileRefused
from goldenthread.documents.writers.workbook import workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
GOOD = word((HEADINGS, *ROWS))
AT = GOOD.index(DOCUMENT.encode()) + 200


def old(stream):
    return OLE + f"{stream}\0".encode("utf-16-le") + bytes(500)


def in_document(before, after):
    return with_parts(
        GOOD,
        change=lambda name, part: part.replace(before, after, 1) if name == DOCUMENT else part,
    )


def reason(data, name="agency.docx"):
    with pytest.raises(FileRefused) as refused:
        read_file(data, name=name)
    return refused.value.reason


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (bytes(5000), "is empty"),
        (b" \r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "is a picture (.png)"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"0" * 500, "is a picture"),
        (b"{\\rtf1 Seen.}", "is a rich text file (.rtf)"),
        (b"<html><table><tr><td>Seen.", "is a web page"),
        (b"<?xml version='1.0'?><a/>", "is an XML file"),
        (b"MZ" + bytes(500), "is a file of another kind"),
        (random.Random(7).randbytes(50_000), "neither a table nor text"),
        (old("EncryptedPackage"), "is protected by a password"),
        (old("WordDocument"), "is an old Word document (.doc)"),
        (old("Workbook"), "is an old Excel workbook (.xls)"),
        (old("__nameid_version1.0"), "is an e-mail message"),
        (OLE, "is a file of an old Office form"),
        (b"Date,Event\n", "has only one row"),
        (b"A letter without any table.\n" * 9, "is text without columns"),
    ],
)
def test_what_is_not_a_table_is_named(data, says):
    assert says in reason(data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (with_parts(GOOD, change=lambda *_: None, add={"a.txt": b"a"}), "is a zip folder"),
        (with_parts(GOOD, add={"word/vbaProject.bin": b"x"}), "contains macros"),
        (GOOD[: len(GOOD) // 2], "damaged or cut short"),
        (GOOD[:AT] + bytes(40) + GOOD[AT + 40 :], "damaged or cut short"),
        (with_parts(GOOD, change=lambda n, p: None if n == DOCUMENT else p), "damaged"),
        (with_parts(GOOD, change=lambda n, p: None if n == "_rels/.rels" else p), "damaged"),
        (in_document(b"<w:body>", b"<w:body"), "damaged"),
        (in_document(b"<w:body>", b"<w:body>" + b"<w:p>" * 9000), "damaged"),
        (word(before="Only a letter."), "1 line of text stands outside the tables"),
        (excel([]), "its sheets are empty"),
    ],
)
def test_a_package_that_is_not_what_it_seems_is_refused(data, says):
    assert says in reason(data)


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at():
    data = bytes(limits.MAX_BYTES + 1)

    assert reason(data).startswith("The file is 25 MB; at most 25 MB is taken in.")


def test_tables_inside_tables_are_read_to_the_depth_that_a_file_can_have():
    body = table([cell("x"), cell("y")])
    for _ in range(70):
        body = table([cell("a"), f"<w:tc>{body}<w:p/></w:tc>"])

    assert len(read_file(word_of(body), name="agency.docx").tables) == 71


def test_a_file_nested_too_deep_for_the_moment_is_refused(monkeypatch):
    def too_deep(package):
        raise RecursionError

    monkeypatch.setattr(docx, "read", too_deep)

    assert "damaged" in reason(GOOD)


def test_entities_and_document_types_are_refused():
    bad = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><w:document'

    assert "document type definition" in reason(in_document(b"<w:document", bad))


def test_a_small_file_that_unpacks_to_a_large_one_is_refused():
    declared = with_parts(GOOD, add={"word/media/a.xml": bytes(limits.MAX_UNPACKED + 1)})
    by_ratio = in_document(b"</w:body>", b" " * 40_000_000 + b"</w:body>")
    by_parts = with_parts(GOOD, add={f"x/{n}": b"" for n in range(limits.MAX_PARTS)})

    assert "unpacks to far more" in reason(declared)
    assert "unpacks to far more" in reason(by_ratio)
    assert "unpacks to far more" in reason(by_parts)


def test_a_size_that_is_declared_falsely_is_counted_all_the_same():
    data = with_parts(GOOD, add={"word/a.xml": bytes(60_000_000)})
    lied = data.replace((60_000_000).to_bytes(4, "little"), (9).to_bytes(4, "little"))

    # Nothing reads that part, so the file is good; and what is read is counted as it unpacks.
    assert len(read_file(lied, name="agency.docx").tables[0].rows) == 3


def test_a_stray_mark_in_the_last_corner_of_a_sheet_is_refused():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'

    assert "in row 1, column 16,384" in reason(with_sheet(rows), "agency.xlsx")


def test_one_long_text_used_by_many_cells_is_refused():
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 200))
    texts = b"<sst><si><t>" + b"x" * 1_000_000 + b"</t></si></sst>"
    sheet = b"<worksheet><sheetData>" + rows.encode() + b"</sheetData></worksheet>"
    parts = {SHEET: sheet, "xl/sharedStrings.xml": texts}
    data = with_parts(workbook(HEADINGS, ROWS), change=lambda name, part: parts.get(name, part))

    assert "unpacks to far more" in reason(data, "agency.xlsx")


def test_tables_too_wide_or_too_long_are_refused():
    wide = (",".join("x" * 300) + "\n") * 3
    long = "Date,Event\n" + "3/5/11,Seen\n" * (limits.MAX_ROWS + 1)

    assert "has 300 columns or more" in reason(wide.encode())
    assert "more than 50,000 rows" in reason(long.encode())


def test_empty_rows_do_not_count_and_do_not_cost():
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 60_000))
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    read = read_file(with_sheet(first + rows), name="agency.xlsx")

    assert [row.number for row in read.tables[0].rows] == [1]


def test_what_a_file_points_to_outside_itself_is_noted_and_not_opened():
    pointer = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://x/attachedTemplate" TargetMode="External" '
        b'Target="http://template.example/t.dotm"/></Relationships>'
    )
    data = with_parts(GOOD, add={"word/_rels/settings.xml.rels": pointer})

    assert read_file(data, name="agency.docx").notes == (
        "The file points to a template kept somewhere else; it was not opened.",
    )


def test_a_file_is_read_as_what_it_is_and_not_as_it_is_called():
    read = read_file(excel([HEADINGS, *ROWS]), name="agency.docx")

    assert read.kind == "xlsx"
    assert read.notes == (
        "The file is an Excel workbook, whatever its name says, and was read as one.",
    )


def test_the_strict_form_of_word_is_read():
    strict = W.replace("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")
    data = in_document(W.encode(), strict.replace("/2006", "").encode())

    assert len(read_file(data, name="agency.docx").tables[0].rows) == 3
