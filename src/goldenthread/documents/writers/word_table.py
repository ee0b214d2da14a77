"""Rows as a Word table on wide pages, its headings repeated on each."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from goldenthread.documents.writers.words import said, writable


def word_table(
    headings: Sequence[str], rows: Sequence[Sequence[str | date]], *, title: str = ""
) -> bytes:
    """A landscape A4 document with one table; dates are written in words (“3 May 2011”)."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.5)
    document.styles["Normal"].font.size = Pt(9)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    if title:
        document.add_heading(writable(title), level=1)
    table = document.add_table(rows=0, cols=len(headings), style="Table Grid")
    for values in (headings, *rows):
        line = table.add_row()
        for cell, value in zip(line.cells, values, strict=True):
            cell.text = writable(said(value))
    _repeat_on_each_page(table.rows[0])
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _repeat_on_each_page(row: object) -> None:
    properties = row._tr.get_or_add_trPr()  # type: ignore[attr-defined]
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)
