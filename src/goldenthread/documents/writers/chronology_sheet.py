"""An integrated chronology as an Excel workbook in which nothing can run."""

from io import BytesIO

import xlsxwriter

from goldenthread.chronology.analysis import Shown
from goldenthread.chronology.integrated import Integrated
from goldenthread.documents.writers.chronology_layout import (
    AGENCY,
    DATE,
    EVENT,
    INK,
    LETTER,
    NUMBER,
    OWN,
    Laid,
    laid_out,
)

_LONGEST = 32_767
_GOES_ON = " … (goes on in the file it came from)"
_A4, _A3 = 9, 8
_WIDTHS = {NUMBER: 6, DATE: 16, LETTER: 7, AGENCY: 20, EVENT: 60}
_USUAL = 16


def write_xlsx(integrated: Integrated, shown: Shown) -> bytes:
    """A workbook of two sheets: the entries, and what the merge shows."""
    laid = laid_out(integrated, shown)
    out = BytesIO()
    options = {
        "constant_memory": False,
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        _entries(book, laid)
        _findings(book, laid)
    return out.getvalue()


def _entries(book: xlsxwriter.Workbook, laid: Laid) -> None:
    page = book.add_worksheet("Chronology")
    usual = {"text_wrap": True, "valign": "top", "font_color": f"#{INK}"}
    bold = book.add_format({**usual, "bold": True, "bottom": 1})
    words = book.add_format(usual)
    # Excel keeps a text with this property a text even when a person edits the cell.
    quoted = book.add_format({**usual, "quote_prefix": True})
    grounds = {
        agency: book.add_format({**usual, "bg_color": f"#{mark.ground}"})
        for agency, mark in laid.marks.items()
    }
    coloured = {laid.headings.index(LETTER), laid.headings.index(AGENCY)}
    for column, heading in enumerate(laid.headings):
        page.write_string(0, column, heading, bold)
        page.set_column(column, column, _WIDTHS.get(heading, _USUAL))
    for index, row in enumerate(laid.rows, start=1):
        ground = grounds[laid.agencies[index - 1]]
        for column, text in enumerate(row):
            form = ground if column in coloured else words
            if text.startswith(("=", "+", "-", "@")):
                form = quoted
            if text:
                page.write_string(index, column, _fitting(text), form)
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, max(len(laid.rows), 1), len(laid.headings) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_A4 if len(laid.headings) <= len(OWN) + 4 else _A3)
    page.fit_to_pages(1, 0)


def _findings(book: xlsxwriter.Workbook, laid: Laid) -> None:
    page = book.add_worksheet("What the merge shows")
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "bottom": 1})
    page.set_column(0, 0, 28)
    page.set_column(1, 1, 120)
    page.write_string(0, 0, "Kind", bold)
    page.write_string(0, 1, "Finding", bold)
    lines = ((found.title, line) for found in laid.findings for line in found.lines)
    for index, (title, line) in enumerate(lines, start=1):
        page.write_string(index, 0, title, wrap)
        page.write_string(index, 1, _fitting(line), wrap)
    page.freeze_panes(1, 0)


def _fitting(text: str) -> str:
    """The text, cut with a word about it where Excel could not hold it all."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_GOES_ON)] + _GOES_ON
