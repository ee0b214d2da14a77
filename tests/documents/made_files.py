"""Small invented files, made by other people's writers and then bent where a test needs it."""

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO

import docx
import openpyxl
from docx.oxml import parse_xml

HEADINGS = ("Date", "What happened", "Source")
ROWS = (
    ("3 May 2011", "The health visitor called at Bramble Cottage.", "Diary of HV1"),
    ("9 May 2011", "No reply at the door; a card was left.", "Diary of HV1"),
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEET = "xl/worksheets/sheet1.xml"
DOCUMENT = "word/document.xml"


def word(*tables: Sequence[Sequence[str]], before: str = "") -> bytes:
    """A Word document of these tables, each a list of rows of the same width."""
    document = docx.Document()
    if before:
        document.add_paragraph(before)
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for line, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, texts, strict=True):
                cell.text = text
    return saved(document)


def word_of(body: str) -> bytes:
    """A Word document with this markup (prefix ``w:``) as the whole of its body."""
    document = docx.Document()
    part = parse_xml(f"<w:body {W}>{body}</w:body>")
    document.element.replace(document.element.body, part)
    return saved(document)


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(*rows: Sequence[str]) -> str:
    lines = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    return f"<w:tbl>{lines}</w:tbl>"


def saved(document: object) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def excel(rows: Sequence[Sequence[object]], *, name: str = "Sheet 1") -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(list(row))
    return saved(book)


def with_parts(
    data: bytes,
    *,
    change: Callable[[str, bytes], bytes | None] = lambda _, part: part,
    add: dict[str, bytes] | None = None,
) -> bytes:
    """The same file with its parts changed, taken out (None) or added to."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in (add or {}).items():
            new.writestr(name, part)
    return out.getvalue()


def with_sheet(rows: str) -> bytes:
    """A workbook whose sheet has this markup between its ``sheetData`` tags."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData></worksheet>'.encode()
    return with_parts(excel([HEADINGS]), change=lambda name, part: xml if name == SHEET else part)
