"""When each row happened: its date, its end date and its time put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import groupby

from goldenthread.chronology.dates import (
    Read,
    Reading,
    TimeReading,
    Unknown,
    from_cell,
    read_column,
    read_time,
)
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.tables import Cell, Row

_STILL = frozenset(
    (
        "ongoing",
        "on going",
        "on-going",
        "present",
        "to date",
        "current",
        "continuing",
        "open",
        "now",
    )
)
_NO_COLUMN = Unknown(text="", reason="The table has no column of dates.")


@dataclass(frozen=True, slots=True)
class Moment:
    """When a row happened; ``time_text`` is the time as typed in columns of its own."""

    date: Read
    time_text: str = ""
    time_refused: bool = False


def read_moments(
    rows: Sequence[Row],
    years: Sequence[int | None],
    places: dict[Field, int],
    *,
    latest: date | None = None,
    born: date | None = None,
) -> list[Moment]:
    """A moment for each row, in order.

    ``places`` says in which column a field stands. ``years`` gives, for each row, the year set by a
    line above it. Real date cells are taken as they are; typed ones are read together, because a
    missing year or a “next day” is told by the rows around it.
    """
    if Field.DATE not in places:
        return [_with_time(_NO_COLUMN, row, places) for row in rows]
    starts = _read_dates(rows, years, places[Field.DATE], latest=latest, born=born)
    moments = []
    for row, start in zip(rows, starts, strict=True):
        read = start
        if Field.UNTIL in places:
            read = _until(start, cell_at(row, places[Field.UNTIL]), latest=latest)
        moments.append(_with_time(read, row, places))
    return moments


def cell_at(row: Row, column: int) -> Cell:
    """The cell of a row in a column; an empty one where the row is too short."""
    return row.cells[column] if column < len(row.cells) else Cell()


def _read_dates(
    rows: Sequence[Row],
    years: Sequence[int | None],
    column: int,
    *,
    latest: date | None,
    born: date | None,
) -> Iterator[Read]:
    cells = [cell_at(row, column) for row in rows]
    together = zip(cells, years, strict=True)
    for year, run in groupby(together, key=lambda pair: pair[1]):
        of_run = [cell for cell, _ in run]
        texts = [" ".join(cell.text.split()) for cell in of_run]
        reads = read_column(texts, latest=latest, born=born, year=year)
        for cell, read in zip(of_run, reads, strict=True):
            yield _of_cell(cell, read)


def _of_cell(cell: Cell, read: Read) -> Read:
    if cell.when is None or isinstance(cell.when, time):
        return read
    return replace(from_cell(cell.when), text=cell.text)


def _until(start: Read, cell: Cell, *, latest: date | None) -> Read:
    """A start and an end in two columns, as one stretch of time."""
    text = " ".join(cell.text.split())
    if not text or not isinstance(start, Reading) or start.first is None:
        return start
    both = f"{start.text} to {text}"
    if text.casefold().strip(" .") in _STILL:
        return replace(start, text=both, edtf=f"{_start(start)}/..", last=None)
    end = _end(cell, text, start.first, latest=latest)
    if not isinstance(end, Reading) or end.last is None:
        return replace(start, text=both, why=_and(start.why, f"The end, “{text}”, was not read."))
    if end.last < start.first:
        why = f"The end, “{text}”, is before the start, so only the start was used."
        return replace(start, text=both, doubt=start.doubt or "?", why=_and(start.why, why))
    if (end.first, end.last) == (start.first, start.last):
        return start
    return replace(
        start,
        text=both,
        edtf=f"{_start(start)}/{end.edtf.rpartition('/')[2]}",
        last=end.last,
        doubt=start.doubt or end.doubt,
        why=_and(start.why, end.why),
        inferred=start.inferred or end.inferred,
        alternatives=(),
    )


def _end(cell: Cell, text: str, first: date, *, latest: date | None) -> Read:
    if cell.when is not None and not isinstance(cell.when, time):
        return from_cell(cell.when)
    for year in (first.year, first.year + 1):
        end = read_column((text,), latest=latest, year=year)[0]
        if isinstance(end, Reading) and end.last is not None and end.last >= first:
            return end
    return read_column((text,), latest=latest, year=first.year)[0]


def _start(start: Reading) -> str:
    return start.edtf.partition("/")[0]


def _and(first: str, second: str) -> str:
    return f"{first} {second}".strip()


def _with_time(read: Read, row: Row, places: dict[Field, int]) -> Moment:
    texts = [
        _time_text(cell_at(row, places[field]))
        for field in (Field.TIME, Field.UNTIL_TIME)
        if field in places
    ]
    typed = "–".join(text for text in texts if text)
    if not typed:
        return Moment(read)
    times = [read_time(text) for text in texts if text]
    if not all(isinstance(found, TimeReading) for found in times):
        refused = not all(isinstance(found, TimeReading | Unknown) for found in times)
        return Moment(read, typed, time_refused=refused)
    if isinstance(read, Reading) and not read.time:
        parts = [found.time for found in times if isinstance(found, TimeReading)]
        span = parts[0] if len(parts) == 1 else f"{parts[0]}/{parts[-1].rpartition('/')[2]}"
        read = replace(read, time=span)
    return Moment(read, typed)


def _time_text(cell: Cell) -> str:
    when = cell.when
    if isinstance(when, datetime):
        # A clock time typed into a cell that Excel keeps as a day: only the time is meant.
        return f"{when.hour:02}:{when.minute:02}"
    return " ".join(cell.text.split())
