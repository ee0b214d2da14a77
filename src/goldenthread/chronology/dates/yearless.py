"""The years a row without one can have between two dated rows, and how sure the order makes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from math import exp

from goldenthread.chronology.dates.compound import Join, Parsed
from goldenthread.chronology.dates.finish import finish
from goldenthread.chronology.dates.model import Reading
from goldenthread.chronology.dates.pieces import Form
from goldenthread.chronology.dates.points import days_in
from goldenthread.chronology.dates.reading import DEFAULT_PIVOT, Outcome

SLIP = 31  # days by which neighbouring rows may be out of order and still be in order
_SMALL_SLIP = 10  # days out of order that are as likely as a leap of a year
_REACH = 9  # years to look ahead: 29 February can be eight years away
_RISK = 0.025  # the chance of a hidden year from which a year is doubted
_SUPPOSED = (90, 3)  # days and steps supposed before any are seen
_MOST_YEARS = 4  # of those that fit, so many are named
_YEAR = 365


class Yearless:
    """One row without a year: what it says in any given year, each worked out once."""

    def __init__(self, index: int, outcome: Outcome, latest: date | None) -> None:
        self.index = index
        self._outcome = outcome
        self._latest = latest
        self._reads: dict[int, Reading | None] = {}
        parsed = outcome.parsed
        pieces = parsed.pieces if parsed else ()
        self.names_weekday = any(piece.weekday is not None for piece in pieces)
        self._days: dict[int, tuple[date, date] | None] = {}
        # Most rows are one plain day, whose place in a year needs no grammar.
        plain = len(pieces) == 1 and pieces[0].form is Form.PLAIN and parsed and not parsed.clock
        figures = (pieces[0].month, pieces[0].day) if plain else ("", "")
        self._month, self._day = map(int, figures) if all(map(str.isdigit, figures)) else (0, 0)
        if parsed and parsed.join is not Join.ONE:
            self._month = 0

    def read(self, year: int, *, doubt: str = "") -> Reading | None:
        """The reading in that year, or None where the calendar or the record’s end forbids it."""
        if doubt:
            return self._read(year, doubt)
        if year not in self._reads:
            self._reads[year] = self._read(year, "")
        return self._reads[year]

    def _read(self, year: int, doubt: str) -> Reading | None:
        parsed = self._outcome.parsed
        if parsed is None:
            return None
        return _finished(parsed, self._outcome.read.text, self._latest, year, doubt)

    def days(self, year: int) -> tuple[date, date] | None:
        """The first and last day in that year."""
        if year not in self._days:
            self._days[year] = self._plain_days(year) if self._month else self._read_days(year)
        return self._days[year]

    def _plain_days(self, year: int) -> tuple[date, date] | None:
        if not 1 <= self._day <= days_in(self._month, str(year)):
            return None
        day = date(year, self._month, self._day)
        return (day, day) if day <= (self._latest or date(DEFAULT_PIVOT, 12, 31)) else None

    def _read_days(self, year: int) -> tuple[date, date] | None:
        read = self.read(year)
        first, last = (read.first or read.last, read.last or read.first) if read else (None, None)
        return (first, last) if first and last else None

    def agrees(self, year: int) -> bool:
        """Whether the weekday named is right in that year; true when none is named."""
        if not self.names_weekday:
            return True
        read = self.read(year)
        return read is not None and "not a " not in read.why

    def nearest(self, bound: date, way: int, *, slip: int, within: date | None) -> int | None:
        """The year nearest to ``bound``, after it (``way`` 1) or before it, and not past ``within``.

        A year in which the weekday is right comes first.
        """
        fitting: int | None = None
        limit = bound - timedelta(days=slip) if way > 0 else bound + timedelta(days=slip)
        for year in range(limit.year - way, limit.year + way * _REACH, way):
            days = self.days(year)
            if days is None or (days[1] < limit if way > 0 else days[0] > limit):
                continue
            past = within and (days[0] > within if way > 0 else days[1] < within)
            if past or (within is None and fitting is not None and abs(year - fitting) > 1):
                break
            if self.agrees(year):
                return year
            fitting = year if fitting is None else fitting
        return fitting


@lru_cache(maxsize=16_384)
def _finished(
    parsed: Parsed, text: str, latest: date | None, year: int, doubt: str
) -> Reading | None:
    # The same words stand in many rows of a long file, and mean the same in the same year.
    if doubt:
        parsed = replace(parsed, pieces=tuple(p.doubting(doubt) for p in parsed.pieces))
    pivot = latest.year if latest else DEFAULT_PIVOT
    read = finish(parsed, text, pivot=pivot, latest=latest, year=str(year))
    if not isinstance(read, Reading):
        return None
    day = read.first or read.last
    return read if day and day <= (latest or date(DEFAULT_PIVOT, 12, 31)) else None


@dataclass(frozen=True, slots=True)
class Choice:
    """A year for a row, and the other years that would keep the order as well."""

    row: Yearless
    year: int
    others: tuple[int, ...] = ()


def walk(
    rows: Sequence[Yearless], bound: date, way: int, *, slip: int = 0, within: date | None = None
) -> list[int | None]:
    """The nearest year for each row in turn, every row bounded by those it has passed."""
    found: list[int | None] = []
    for row in rows:
        year = row.nearest(bound, way, slip=slip, within=within)
        days = row.days(year) if year is not None else None
        if days:
            bound = max(bound, days[0]) if way > 0 else min(bound, days[1])
        found.append(year)
    return found


def between(rows: Sequence[Yearless], low: date, high: date) -> Iterator[Choice]:
    """The years of rows that stand, in order, between two days; none for a row that cannot."""
    bounds = _bounds(rows, low, high, slip=0)
    strict = all(early is not None and late is not None and early <= late for early, late in bounds)
    wider = _bounds(rows, low, high, slip=_SMALL_SLIP if strict else SLIP)
    chosen = bounds if strict else wider
    for row, (early, late), (lowest, highest) in zip(rows, chosen, wider, strict=True):
        if early is None or late is None or early > late:
            continue
        least = early if lowest is None else min(early, lowest)
        most = late if highest is None else max(late, highest)
        yield Choice(row, early, _others(row, early, range(least, most + 1)))


def _bounds(
    rows: Sequence[Yearless], low: date, high: date, *, slip: int
) -> list[tuple[int | None, int | None]]:
    """The earliest and the latest year each row can have."""
    edge = timedelta(days=slip)
    early = walk(rows, low, 1, slip=slip, within=high + edge)
    late = walk(rows[::-1], high, -1, slip=slip, within=low - edge)[::-1]
    return list(zip(early, late, strict=True))


def _others(row: Yearless, chosen: int, years: range) -> tuple[int, ...]:
    right = row.agrees(chosen)
    others = [y for y in years if y != chosen and row.days(y) and row.agrees(y) == right]
    return tuple(others[:_MOST_YEARS])


def beyond(rows: Sequence[Yearless], bound: date, way: int, *, pace: float) -> Iterator[Choice]:
    """The years of rows with a dated row on one side only: each is the nearest that keeps the order.

    Where rows lie far apart, a whole year may pass unseen between two of them. With ``pace`` days
    between rows that has the chance exp(-365 / pace) at each step; a weekday that is right shows
    that it has not happened.
    """
    years = walk(rows, bound, way, slip=SLIP)
    stretch, steps = _travelled(rows, years, bound)
    pace = max(pace, (stretch + _SUPPOSED[0]) / (steps + _SUPPOSED[1]))
    chance = exp(-_YEAR / pace)
    risk = 0.0
    for row, year in zip(rows, years, strict=True):
        risk += chance
        if year is None:
            continue
        if row.names_weekday and row.agrees(year):
            risk = 0.0
        following = (year + way * n for n in range(1, _REACH))
        other = next((y for y in following if row.days(y)), None)
        day = (row.days(year) or (bound, bound))[0]
        leapt = abs(year - bound.year) > 1  # over a year that lacks the day: 29 February
        back = (bound - day).days * way > _SMALL_SLIP
        doubted = risk > _RISK or leapt or back
        yield Choice(row, year, (other,) if other and doubted else ())
        bound = day


def _travelled(
    rows: Sequence[Yearless], years: Sequence[int | None], start: date
) -> tuple[int, int]:
    """The days from the start to the furthest row, and the number of rows."""
    furthest = 0
    for row, year in zip(rows, years, strict=True):
        days = row.days(year) if year is not None else None
        furthest = max(furthest, abs((days[0] - start).days)) if days else furthest
    return furthest, len(rows)
