"""A Word document made of headings, paragraphs, lists and tables: letters, minutes, reports.

What everybody needs is done once: real headings, table headings that repeat on each page, British
English, numbered pages, and nothing in the properties that tells who wrote it or when.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from goldenthread.documents.writers.words import said, writable

_INK = RGBColor(0x1F, 0x2A, 0x44)
_WRITTEN_AT = datetime(2000, 1, 1, tzinfo=UTC)
"""One and the same for all documents: the same record gives the same bytes, whenever it is printed."""
_ZIPPED_AT = (2000, 1, 1, 0, 0, 0)


class WordPage:
    """A portrait A4 document, written from top to bottom."""

    def __init__(self, title: str) -> None:
        """``title`` is the document's name in its properties; it is not printed."""
        self._document = docx.Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin = section.bottom_margin = Cm(2.3)
        _set_properties(self._document.core_properties, title=writable(title))
        _set_styles(self._document)
        _add_page_numbers(section.footer.paragraphs[0])

    def heading(self, text: str, level: int = 1) -> None:
        """A real heading, so that a screen reader and the navigation pane find it."""
        self._document.add_heading(writable(text), level=level)

    def paragraph(self, text: str) -> None:
        """Words as they were typed: an empty line begins a new paragraph, a single break stays one."""
        for part in writable(text).replace("\r\n", "\n").split("\n\n"):
            if part.strip():
                self._document.add_paragraph(part.strip("\n"))

    def bullets(self, lines: Sequence[str]) -> None:
        """A real list, one line each."""
        for line in lines:
            self._document.add_paragraph(writable(line), style="List Bullet")

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[str | date]]) -> None:
        """A table whose headings repeat on each page; dates are written “3 May 2011”."""
        table = self._document.add_table(rows=0, cols=len(headings), style="Table Grid")
        for values in (headings, *rows):
            line = table.add_row()
            _mark(line, "w:cantSplit")
            for cell, value in zip(line.cells, values, strict=True):
                cell.text = writable(said(value))
        _mark(table.rows[0], "w:tblHeader")
        for cell in table.rows[0].cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
        self._document.add_paragraph()

    def marking(self, text: str) -> None:
        """A marking such as “Confidential”, at the head of every page."""
        line = self._document.sections[0].header.paragraphs[0]
        line.text = writable(text)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.runs[0].bold = True

    def to_bytes(self) -> bytes:
        """The document. The same content gives the same bytes."""
        written = BytesIO()
        self._document.save(written)
        return _without_times(written.getvalue())


def _set_properties(properties: object, *, title: str) -> None:
    values = {
        "title": title,
        "author": "",
        "last_modified_by": "",
        "comments": "",
        "language": "en-GB",
        "created": _WRITTEN_AT,
        "modified": _WRITTEN_AT,
        "revision": 1,
    }
    for name, value in values.items():
        setattr(properties, name, value)


def _set_styles(document: object) -> None:
    """British English throughout, and headings in one dark ink that prints well."""
    styles = document.styles  # type: ignore[attr-defined]
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    styles["Normal"].font.size = Pt(11)
    for level in (1, 2, 3):
        styles[f"Heading {level}"].font.color.rgb = _INK


def _add_page_numbers(line: Paragraph) -> None:
    """“Page 2 of 5”, counted by Word."""
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        line.add_run(words)
        counted = OxmlElement("w:fldSimple")
        counted.set(qn("w:instr"), field)
        counted.append(line.add_run("1")._r)
        line._p.append(counted)


def _mark(row: object, name: str) -> None:
    properties = row._tr.get_or_add_trPr()  # type: ignore[attr-defined]
    properties.append(OxmlElement(name))


def _without_times(package: bytes) -> bytes:
    """The same package with one time on all its parts, and in one order."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(out, "w", ZIP_DEFLATED) as kept:
        # The list of contents stays first: programs that look at the beginning of a file expect it.
        for name in given.namelist():
            part = ZipInfo(name, date_time=_ZIPPED_AT)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            kept.writestr(part, given.read(name))
    return out.getvalue()
