"""Excel workbooks: the values of every sheet, with real date cells kept as dates."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

import python_calamine as calamine

from goldenthread.chronology.tables import Cell, Row, Table
from goldenthread.documents import limits
from goldenthread.documents.office import outside_notes
from goldenthread.documents.package import DAMAGED, Package
from goldenthread.documents.readers.found import Found, counted, too_long, too_wide
from goldenthread.documents.readers.sheet_survey import Survey, survey
from goldenthread.documents.refused import FileRefused

_Value = int | float | str | bool | time | date | datetime | timedelta
_NO_DAY = date(1900, 1, 1)
"""Excel writes a time without a day as a moment on or before its first day."""


def read(package: Package, data: bytes) -> Found:
    """All sheets of a workbook, hidden ones included. Formulas give their last saved values."""
    surveyed = survey(package)
    try:
        with calamine.load_workbook(BytesIO(data)) as book:
            tables = tuple(_tables(book))
            hidden = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.visible is not calamine.SheetVisibleEnum.Visible
            ]
    except calamine.PasswordError:
        raise FileRefused(
            "The workbook is protected by a password. Remove the password and add it again."
        ) from None
    except calamine.CalamineError:
        raise FileRefused(DAMAGED) from None
    notes = (*_notes(surveyed, hidden=hidden, tables=tables), *outside_notes(package))
    return Found(tables=tables, notes=notes)


def _tables(book: calamine.CalamineWorkbook) -> Iterator[Table]:
    left = limits.MAX_ROWS
    for index, about in enumerate(book.sheets_metadata):
        if about.typ is not calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(index)
        rows = _rows(sheet, most=left)
        left -= len(rows)
        yield Table(name=about.name, rows=rows)


def _rows(sheet: calamine.CalamineSheet, *, most: int) -> tuple[Row, ...]:
    if sheet.start is None:
        return ()
    first_row, first_column = sheet.start
    if sheet.width > limits.MAX_COLUMNS:
        raise too_wide(sheet.width)
    lead = (Cell(),) * (first_column if first_column < limits.MAX_COLUMNS else 0)
    rows = []
    # Rows above the first with something in it are counted but not given by iter_rows.
    for number, values in enumerate(_used_rows(sheet), start=first_row + 1):
        if values.count("") == len(values):
            continue
        cells = tuple(_cell(value) for value in values)
        if any(cell.text for cell in cells):
            rows.append(Row(number=number, cells=lead + cells))
            if len(rows) > most:
                raise too_long()
    return tuple(rows)


def _used_rows(sheet: calamine.CalamineSheet) -> Iterator[list[_Value]]:
    yield from sheet.to_python(skip_empty_area=True)


def _cell(value: _Value) -> Cell:
    match value:
        case str():
            return Cell(value.replace("\r\n", "\n").replace("_x000D_", "").strip())
        case bool():
            return Cell("Yes" if value else "No")
        case datetime():
            return _moment(value)
        case date():
            return Cell(_day(value), when=value)
        case time():
            return Cell(_clock(value), when=value)
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return Cell(f"{minutes // 60}:{minutes % 60:02}")
        case _:
            return Cell(f"{value:.10g}" if isinstance(value, float) else str(value))


def _moment(value: datetime) -> Cell:
    if value.date() < _NO_DAY:
        return Cell(_clock(value.time()), when=value.time())
    if value.time() == time():
        return Cell(_day(value.date()), when=value.date())
    return Cell(f"{_day(value.date())} {_clock(value.time())}", when=value)


def _day(value: date) -> str:
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def _clock(value: time) -> str:
    return f"{value.hour:02}:{value.minute:02}"


def _notes(surveyed: Survey, *, hidden: list[str], tables: tuple[Table, ...]) -> Iterator[str]:
    for name in hidden:
        if any(table.name == name and table.rows for table in tables):
            yield f"The hidden sheet “{name}” was read too."
    if surveyed.hidden_rows:
        yield f"{counted(surveyed.hidden_rows, 'hidden row was', 'hidden rows were')} read too."
    if surveyed.hidden_columns:
        columns = counted(surveyed.hidden_columns, "hidden column was", "hidden columns were")
        yield f"{columns} read too."
    if surveyed.formulas:
        formulas = counted(surveyed.formulas, "cell holds a formula", "cells hold formulas")
        yield f"{formulas}; the value last saved was read."
    if surveyed.unsaved_formulas:
        cells = counted(surveyed.unsaved_formulas, "formula has", "formulas have")
        yield f"{cells} no saved value and gave an empty cell. Open the file in Excel and save it."
    if any(name.startswith("xl/comments") for name in surveyed.parts):
        yield "Comments attached to cells were not read."
    if any(name.startswith("xl/drawings/") for name in surveyed.parts):
        yield "Pictures, charts or text boxes on the sheets were not read."
