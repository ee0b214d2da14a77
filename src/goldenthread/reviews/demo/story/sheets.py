"""Four ways in which agencies make a workbook."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from goldenthread.reviews.demo.story.chronologies import ToldChronology, ToldTable
from goldenthread.reviews.demo.story.partnership import agency

# Workbooks keep no time zones, neither in cells nor for the day they were made.
_MADE = datetime(2011, 8, 1, 9, 0)  # noqa: DTZ001


def two_sheets(told: ToldChronology) -> bytes:
    """Two sheets with the same headings; most dates are real date cells, some are typed."""
    return _workbook(told)


def sheet_with_from_and_to(told: ToldChronology) -> bytes:
    """A column for the first day and one for the last."""
    return _workbook(told)


def sheet_with_hidden_column(told: ToldChronology) -> bytes:
    """The column of internal notes has been hidden and is still there."""
    return _workbook(told, hidden="Internal notes")


def sheet_with_lines_above(told: ToldChronology) -> bytes:
    """A title, a period and an empty line stand above the headings."""
    return _workbook(
        told,
        above=(
            f"{agency(told.agency).name}: contacts with the client and her family",
            "For the period from 1 April 2008 to 13 May 2011",
            "",
        ),
    )


def _workbook(told: ToldChronology, *, hidden: str = "", above: Sequence[str] = ()) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties(
        {"title": "Chronology", "author": agency(told.agency).name, "created": _MADE}
    )
    formats = {
        date: book.add_format({"num_format": "dd/mm/yyyy"}),
        time: book.add_format({"num_format": "hh:mm"}),
    }
    for table in told.tables:
        sheet = book.add_worksheet(table.name)
        sheet.set_column(0, len(table.headings) - 1, 18)
        if hidden in table.headings:
            column = table.headings.index(hidden)
            sheet.set_column(column, column, 18, None, {"hidden": True})
        _write_rows(sheet, table, formats, above)
    book.close()
    return out.getvalue()


def _write_rows(
    sheet: Any, table: ToldTable, formats: dict[type, Any], above: Sequence[str]
) -> None:
    for number, line in enumerate(above):
        sheet.write_string(number, 0, line)
    for number, row in enumerate((table.headings, *table.rows), start=len(above)):
        for column, cell in enumerate(row):
            value = _value(cell)
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            else:
                sheet.write_datetime(number, column, value, formats[type(value)])


def _value(cell: str) -> str | date | time:
    if not cell.startswith("@"):
        return cell
    return time.fromisoformat(cell[1:]) if ":" in cell else date.fromisoformat(cell[1:])
