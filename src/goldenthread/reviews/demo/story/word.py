"""Four ways in which agencies make a Word table."""

import io
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT

from goldenthread.reviews.demo.story.chronologies import ToldChronology, ToldTable
from goldenthread.reviews.demo.story.partnership import agency

_MADE = datetime(2011, 8, 1, 9, 0, tzinfo=UTC)

_NAME_BLOCK = (
    ("Name of child", "Elsie May Brackenshaw"),
    ("Date of birth", "03/09/2010"),
    ("Sibling", "Alfie Tollemarsh, 14/06/2005"),
    ("Completed by", "Independent reviewing officer, 25/07/2011"),
)


def word_with_name_block(told: ToldChronology) -> bytes:
    """Names and dates of birth stand in the table above its headings, which come again lower down."""
    (source,) = told.tables
    document = _document(told)
    table = _empty_table(document, len(source.headings))
    for words, value in _NAME_BLOCK:
        cells = table.add_row().cells
        cells[0].text = words
        cells[1].merge(cells[-1]).text = value
    _fill(table, source)
    return _saved(document)


def word_with_table_a_year(told: ToldChronology) -> bytes:
    """One table a year; the dates leave the year out, and a row across the table says it."""
    document = _document(told)
    for source in told.tables:
        document.add_heading(source.name, level=2)
        _fill(_empty_table(document, len(source.headings)), source)
        document.add_paragraph()
    return _saved(document)


def word_with_combined_time(told: ToldChronology) -> bytes:
    """Date and time share a column, under a page header and above a note on abbreviations."""
    (source,) = told.tables
    document = _document(told)
    document.sections[0].header.paragraphs[0].text = "CONFIDENTIAL: hospital chronology"
    _fill(_empty_table(document, len(source.headings)), source)
    document.add_paragraph("ENP emergency nurse practitioner; SHO senior house officer.")
    return _saved(document)


def word_with_merged_cells(told: ToldChronology) -> bytes:
    """Two events of a day share one date cell; year rows run across the table."""
    (source,) = told.tables
    document = _document(told)
    _fill(_empty_table(document, len(source.headings)), source)
    return _saved(document)


def _document(told: ToldChronology) -> Any:
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    properties = document.core_properties
    properties.author = agency(told.agency).name
    properties.last_modified_by = ""
    properties.title = "Chronology"
    properties.comments = ""
    properties.created = properties.modified = _MADE
    document.add_heading(f"{agency(told.agency).name}: chronology", level=1)
    document.add_paragraph(
        "Period 1 April 2008 to 13 May 2011. Official copy, not to be forwarded."
    )
    return document


def _empty_table(document: Any, width: int) -> Any:
    table = document.add_table(rows=0, cols=width)
    table.style = "Table Grid"
    return table


def _fill(table: Any, source: ToldTable) -> None:
    above: Any = None
    for row in (source.headings, *source.rows):
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).text = row[0]
            continue
        for cell, text in zip(cells, row, strict=True):
            if text != "^":
                cell.text = text
        if row[0] == "^":
            _continue_cell(above, cells[0])
        else:
            above = cells[0]


def _continue_cell(above: Any, cell: Any) -> None:
    words = above.text
    # Merging joins the empty paragraph of the lower cell to the words of the upper one.
    above.merge(cell).text = words


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
