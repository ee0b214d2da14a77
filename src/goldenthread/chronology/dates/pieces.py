"""A piece is what one date phrase says before its missing parts are filled in from neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from goldenthread.chronology.dates.points import EARLIEST, LATEST, joined
from goldenthread.chronology.dates.tokens import Line


class Form(StrEnum):
    """How a piece becomes one or two points."""

    PLAIN = "plain"
    PART = "part"  # early, middle or late in a month, year or decade
    DECADE = "decade"
    SEASON = "season"
    TERM = "term"
    HALF_TERM = "half term"
    QUARTER = "quarter"
    HALF = "half"
    SPLIT_YEAR = "split year"  # 2011/12
    WEEK_FROM = "week from"
    WEEK_TO = "week to"
    WEEK_OF_MONTH = "week of month"
    WEEKEND = "weekend"
    NTH_WEEKDAY = "nth weekday"
    HOLIDAY = "holiday"
    OFFSET = "offset"  # the day before 12 May
    ISO_WEEK = "iso week"
    MONTH_OR_DAY = "month or day"  # March 14, until a neighbour shows which


@dataclass(frozen=True, slots=True)
class Piece:
    """One date phrase. Absent parts are empty; ``arg`` belongs to the form.

    ``problem`` refuses the piece as it stands, with ``suggestion`` to offer.
    """

    year: str = ""
    month: str = ""
    day: str = ""
    doubt: str = ""
    form: Form = Form.PLAIN
    arg: str = ""
    weekday: int | None = None
    notes: tuple[str, ...] = ()
    problem: str = ""
    suggestion: str = ""
    figures: bool = False  # day and month in figures, such as 5/6
    strained: bool = False  # mistyped separators: any tidier structure is likelier

    def but(self, **changes: object) -> "Piece":
        """The piece with some parts changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def doubting(self, doubt: str) -> "Piece":
        """The piece with a further doubt."""
        if not doubt or doubt == self.doubt:
            return self
        return replace(self, doubt=joined(self.doubt, doubt))

    def noting(self, *notes: str) -> "Piece":
        """The piece with further notes; empty ones are left out."""
        added = tuple(n for n in notes if n)
        return replace(self, notes=self.notes + added) if added else self


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reader is told beforehand: the last year of the century for two-digit years."""

    pivot: int = 2026

    def full_year(self, digits: str) -> str:
        """Four digits for two: the past relative to the pivot ("09" is 2009, "85" is 1985)."""
        if len(digits) != 2:
            return digits
        recent = self.pivot // 100 * 100 + int(digits)
        return str(recent if recent <= self.pivot else recent - 100)


Pieces = Iterator[tuple[Piece, int]]


def settled_month(piece: Piece) -> Piece:
    """“March 14” as March 2014, where a day cannot be meant: “early March 14”."""
    if piece.form is not Form.MONTH_OR_DAY:
        return piece
    return Piece(piece.year, piece.month, doubt=piece.doubt)


def yearlike(digits: str) -> bool:
    """Whether four digits can be the year of a record: 1900 to 2099."""
    return len(digits) == 4 and digits.isdigit() and EARLIEST <= int(digits) <= LATEST


def year_at(line: Line, i: int, setting: Setting, *, short: bool) -> Iterator[tuple[str, int]]:
    """A year at ``i``: four digits, partly unknown ("20??", "201?"), or ’09, or 09 if ``short``."""
    digits = line.num(i)
    if line.mark(i) == "'" and len(line.num(i + 1)) == 2 and not line.gap(i + 1):
        yield setting.full_year(line.num(i + 1)), i + 2
    elif yearlike(digits):
        yield digits, i + 1
    elif len(digits) in (2, 3) and digits[:2] in ("19", "20") and not line.gap(i + 1):
        j = i + 1
        while line.mark(j) in ("?", "_") and not line.gap(j):
            j += 1
        unknown = j - i - 1
        if line.word(j) in ("x", "xx") and j == i + 1:
            unknown, j = len(line.word(j)), j + 1
        if len(digits) + unknown == 4:
            yield digits.ljust(4, "X"), j
    if short and len(digits) == 2:
        yield setting.full_year(digits), i + 1
