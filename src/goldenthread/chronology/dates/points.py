"""One point of a date in EDTF: a day, month, season or year, any part of which may be unknown."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

NO_YEAR = "XXXX"
SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}  # meteorological
EARLIEST, LATEST = 1900, 2099


@dataclass(frozen=True, slots=True)
class Point:
    """Year, month and day as EDTF writes them ("2009", "03", "1X"); an empty part is absent."""

    year: str = NO_YEAR
    month: str = ""
    day: str = ""
    doubt: str = ""

    @property
    def edtf(self) -> str:
        """The point in EDTF, with its mark of doubt."""
        return "-".join(p for p in (self.year, self.month, self.day) if p) + self.doubt

    @property
    def dated(self) -> bool:
        """Whether the year is known, at least to the decade."""
        return self.year != NO_YEAR

    @property
    def first(self) -> date | None:
        """The first day it can mean, or None without a year."""
        return self._edge(0) if self.dated else None

    @property
    def last(self) -> date | None:
        """The last day it can mean, or None without a year."""
        return self._edge(-1) if self.dated else None

    def _edge(self, end: int) -> date:
        if self.day.isdigit() and self.month.isdigit() and self.year.isdigit():
            return date(int(self.year), int(self.month), int(self.day))
        year = int(self.year.replace("X", "9" if end else "0"))
        if self.month in SEASONS:
            month = SEASONS[self.month][end]
            year += 1 if end and self.month == "24" else 0
        else:
            month = _values(self.month, 1, 12)[end] if self.month else (1, 12)[end]
        longest = monthrange(year, month)[1]
        fitting = [d for d in _values(self.day, 1, 31) if d <= longest] if self.day else []
        day = fitting[end] if fitting else (1, longest)[end]
        return date(year, month, day)


def _values(part: str, low: int, high: int) -> list[int]:
    """The numbers from low to high that a part with X for unknown digits can mean."""
    if "X" not in part:
        return [int(part)]
    numbers = [f"{n:02d}" for n in range(low, high + 1)]
    return [
        int(n) for n in numbers if all(p in ("X", d) for p, d in zip(part, n, strict=True))
    ] or [low, high]


def of_day(day: date, *, doubt: str = "", dated: bool = True) -> Point:
    """The point of one calendar day; ``dated=False`` leaves its year out."""
    year = f"{day.year:04d}" if dated else NO_YEAR
    return Point(year, f"{day.month:02d}", f"{day.day:02d}", doubt)


def doubted(point: Point, doubt: str) -> Point:
    """The point with a further doubt: "~" and "?" together make "%"."""
    return replace(point, doubt=joined(point.doubt, doubt))


def joined(one: str, other: str) -> str:
    """Two marks of doubt as one."""
    if not one or not other or one == other:
        return one or other
    return "%"


def days_in(month: int, year: str) -> int:
    """The days in a month; February has 29 when the year is not fully known."""
    return monthrange(int(year) if year.isdigit() else 2000, month)[1]


def after(day: date, *, days: int) -> date:
    """The day so many days later, or earlier when negative."""
    return day + timedelta(days=days)
