"""Rows as an Excel workbook in which nothing can run."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import xlsxwriter

_WIDE = 60
_NARROW = 14


def workbook(
    headings: Sequence[str], rows: Sequence[Sequence[str | date]], *, sheet: str = "Chronology"
) -> bytes:
    """A workbook of one sheet with a heading row that stays in view and prints on every page.

    Words that begin with ``=``, ``+``, ``-`` or ``@`` stay words: no cell becomes a formula or a
    link. Dates are real date cells.
    """
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet(sheet[:31])
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        words = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "d mmmm yyyy", "valign": "top", "align": "left"})
        for column, heading in enumerate(headings):
            page.write_string(0, column, heading, bold)
            long = any(len(str(row[column])) > _NARROW * 2 for row in rows if column < len(row))
            page.set_column(column, column, _WIDE if long else _NARROW)
        for index, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    page.write_datetime(index, column, value, day)
                else:
                    page.write_string(index, column, value, words)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
    return out.getvalue()
