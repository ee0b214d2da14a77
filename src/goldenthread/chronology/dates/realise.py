"""From a piece to the one or two points it means, or to the reason why it means none."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from goldenthread.chronology.dates.holidays import bank_holiday, easter, nth_sunday
from goldenthread.chronology.dates.pieces import Form, Piece
from goldenthread.chronology.dates.points import NO_YEAR, Point, days_in, joined, of_day
from goldenthread.chronology.dates.words import MONTHS, WEEKDAYS

_MONTH_PARTS = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "early-mid": (1, 20),
    "mid-late": (11, 31),
}
_YEAR_PARTS = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "early-mid": (1, 8),
    "mid-late": (5, 12),
}
_DECADE_PARTS = {
    "early": (0, 3),
    "mid": (4, 6),
    "late": (7, 9),
    "early-mid": (0, 6),
    "mid-late": (4, 9),
}
_TERMS: dict[str, tuple[str, ...]] = {"21": ("01", "03"), "22": ("04", "07"), "23": ("09", "12")}

Points = tuple[Point, ...]


class Impossible(Exception):
    """The piece is no date; carries the reason, and a repair to offer or nothing."""

    def __init__(self, reason: str, suggestion: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.suggestion = suggestion


def realise(piece: Piece) -> Points:
    """The points of a piece: one, or the first and last of a stretch.

    Raises :class:`Impossible` for a day that no calendar has, or a form that needs a year.
    """
    if piece.problem:
        raise Impossible(piece.problem, piece.suggestion)
    if piece.form is not Form.PLAIN and "X" in piece.month + piece.day:
        raise Impossible("Part of the date is unknown, so that nothing can be counted from it.")
    _check_calendar(piece)
    return _FORMS[piece.form](piece)


def _check_calendar(piece: Piece) -> None:
    month, day = piece.month, piece.day
    if month.isdigit() and not 1 <= int(month) <= 12:
        american = (
            day.isdigit() and 1 <= int(day) <= 12 and int(month) <= days_in(int(day), piece.year)
        )
        suggestion = f"{piece.year or NO_YEAR}-{day}-{month}" if american else ""
        raise Impossible(f"There is no month {int(month)}.", suggestion)
    if not day.isdigit():
        return
    if not 1 <= int(day) <= 31:
        raise Impossible(f"There is no day {int(day)} in any month.")
    if month.isdigit() and int(day) > days_in(int(month), piece.year):
        longest = days_in(int(month), piece.year)
        year = f" {piece.year}" if piece.year and int(month) == 2 else ""
        whole = f"{piece.year}-{month}" if piece.year else ""
        raise Impossible(f"{MONTHS[int(month) - 1]}{year} has only {longest} days.", whole)


def _plain(piece: Piece) -> Points:
    if piece.day and not piece.month:
        raise Impossible("A day of the month without its month and year is not a date.")
    return (Point(piece.year or NO_YEAR, piece.month, piece.day, piece.doubt),)


def _part(piece: Piece) -> Points:
    doubt = joined("~", piece.doubt)
    year = piece.year or NO_YEAR
    if piece.month:
        low, high = _MONTH_PARTS[piece.arg]
        high = min(high, days_in(int(piece.month), piece.year))
        return tuple(Point(year, piece.month, f"{d:02d}", doubt) for d in (low, high))
    low, high = _YEAR_PARTS[piece.arg]
    return tuple(Point(year, f"{m:02d}", "", doubt) for m in (low, high))


def _decade(piece: Piece) -> Points:
    if not piece.arg:
        return (Point(piece.year, doubt=piece.doubt),)
    low, high = _DECADE_PARTS[piece.arg.strip()]
    doubt = joined("~", piece.doubt)
    return tuple(Point(f"{piece.year[:3]}{d}", doubt=doubt) for d in (low, high))


def _season(piece: Piece) -> Points:
    season, _, part = piece.arg.partition(" ")
    return (Point(piece.year or NO_YEAR, season, doubt=joined("~" if part else "", piece.doubt)),)


def _term(piece: Piece) -> Points:
    doubt = joined("~", piece.doubt)
    season, _, part = piece.arg.partition(" ")
    months = _TERMS[season]
    if part:
        months = months[:1] if part == "early" else months[1:]
    return tuple(Point(piece.year or NO_YEAR, m, "", doubt) for m in months)


def _half_term(piece: Piece) -> Points:
    if piece.month not in ("02", "05", "06", "10", "11"):
        raise Impossible("Half terms are in February, May and October; the month does not fit.")
    return (Point(piece.year or NO_YEAR, piece.month, doubt=joined("~", piece.doubt)),)


def _quarter(piece: Piece) -> Points:
    first = 3 * int(piece.arg) - 2
    year = piece.year or NO_YEAR
    return tuple(Point(year, f"{m:02d}", "", piece.doubt) for m in (first, first + 2))


def _half(piece: Piece) -> Points:
    second = piece.arg == "2"
    year = piece.year or NO_YEAR
    if piece.month:
        longest = days_in(int(piece.month), piece.year)
        low, high = (16, longest) if second else (1, 15)
        doubt = joined("~", piece.doubt)
        return tuple(Point(year, piece.month, f"{d:02d}", doubt) for d in (low, high))
    return tuple(
        Point(year, m, "", piece.doubt) for m in (("07", "12") if second else ("01", "06"))
    )


def _split_year(piece: Piece) -> Points:
    follows = str(int(piece.year) + 1)
    if not piece.arg:
        return Point(piece.year, doubt=piece.doubt), Point(follows, doubt=piece.doubt)
    ends = f"{int(piece.arg) - 1:02d}"
    return Point(piece.year, piece.arg, "", piece.doubt), Point(follows, ends, "", piece.doubt)


def _from_day(piece: Piece, first: int, last: int) -> Points:
    """The stretch from so many days after the named day to so many days after it."""
    if not piece.month or not piece.day.isdigit():
        raise Impossible("A week needs the day it begins or ends on.")
    year = int(piece.year) if piece.year.isdigit() else 2001
    ends = [_day(piece, year) + timedelta(days=n) for n in (first, last)]
    if not piece.year:
        leap = [
            date(2000, int(piece.month), int(piece.day)) + timedelta(days=n) for n in (first, last)
        ]
        if [(d.month, d.day) for d in ends] != [(d.month, d.day) for d in leap]:
            raise Impossible("Without the year the end of February is not known.")
    return tuple(of_day(d, doubt=piece.doubt, dated=bool(piece.year)) for d in ends)


def _day(piece: Piece, year: int) -> date:
    day = min(int(piece.day), monthrange(year, int(piece.month))[1])
    return date(year, int(piece.month), day)


def _week_of_month(piece: Piece) -> Points:
    longest = days_in(int(piece.month), piece.year)
    low = longest - 6 if piece.arg == "last" else 7 * int(piece.arg) - 6
    if low > longest:
        raise Impossible(f"{MONTHS[int(piece.month) - 1]} has only four weeks.")
    doubt = joined("~", piece.doubt)
    year = piece.year or NO_YEAR
    high = min(low + 6, longest)
    return tuple(Point(year, piece.month, f"{d:02d}", doubt) for d in (low, high))


def _needs_year(piece: Piece) -> int:
    if not piece.year.isdigit():
        raise Impossible("The day depends on the year, which is missing.")
    return int(piece.year)


def _nth_day(year: int, month: int, weekday: int, which: str) -> date:
    longest = monthrange(year, month)[1]
    days = [d for d in range(1, longest + 1) if date(year, month, d).weekday() == weekday]
    if which != "last" and int(which) > len(days):
        raise Impossible(f"{MONTHS[month - 1]} {year} has only four {WEEKDAYS[weekday]}s.")
    return date(year, month, days[-1 if which == "last" else int(which) - 1])


def _nth_weekday(piece: Piece) -> Points:
    day = _nth_day(_needs_year(piece), int(piece.month), piece.weekday or 0, piece.arg)
    return (of_day(day, doubt=piece.doubt),)


def _weekend(piece: Piece) -> Points:
    year = _needs_year(piece)
    if piece.arg:
        saturday = _nth_day(year, int(piece.month), 5, piece.arg)
        doubt = piece.doubt
    else:
        named = _day(piece, year)
        if named.weekday() not in (4, 5, 6):
            raise Impossible(
                f"{WEEKDAYS[named.weekday()]} {named.day} {MONTHS[named.month - 1]} {year} is not at a weekend."
            )
        saturday = named + timedelta(days=5 - named.weekday())
        doubt = piece.doubt
    return tuple(of_day(saturday + timedelta(days=n), doubt=doubt) for n in (0, 1))


def _holiday(piece: Piece) -> Points:
    if piece.arg.startswith("fixed"):
        return (Point(piece.year or NO_YEAR, piece.month, piece.day, piece.doubt),)
    if piece.arg == "summer holidays":
        doubt = joined("~", piece.doubt)
        return tuple(Point(piece.year or NO_YEAR, m, "", doubt) for m in ("07", "09"))
    return _of_year(piece, _needs_year(piece))


def _of_year(piece: Piece, year: int) -> Points:
    about = joined("~", piece.doubt)
    sunday = easter(year)
    kind, _, rest = piece.arg.partition(" ")
    if kind == "easter" and rest.lstrip("-").isdigit():
        return (of_day(sunday + timedelta(days=int(rest)), doubt=piece.doubt),)
    if kind == "bank":
        listed = bank_holiday(rest, year)
        if not listed:
            raise Impossible(f"No such bank holiday is known in {year}.")
        return (of_day(listed, doubt=piece.doubt),)
    single: dict[str, tuple[date, str]] = {
        "easter": (sunday, about),
        "whitsun": (sunday + timedelta(days=49), about),
        "remembrance sunday": (nth_sunday(year, 2, month=11), piece.doubt),
        "fathers day": (nth_sunday(year, 3, month=6), piece.doubt),
    }
    if piece.arg in single:
        day, doubt = single[piece.arg]
        return (of_day(day, doubt=doubt),)
    if piece.arg in ("easter holidays", "christmas holidays"):
        return _school_holidays(piece, sunday)
    spans: dict[str, tuple[date, date]] = {
        "easter weekend": (sunday - timedelta(days=2), sunday + timedelta(days=1)),
    }
    if piece.arg == "august weekend":
        monday = bank_holiday("Late Summer Bank Holiday", year) or date(year, 8, 31)
        spans["august weekend"] = (monday - timedelta(days=2), monday)
    if piece.arg in spans:
        return tuple(of_day(day, doubt=piece.doubt) for day in spans[piece.arg])
    raise Impossible("More than one day of that year has this name.")


def _school_holidays(piece: Piece, easter_sunday: date) -> Points:
    """The months that school holidays fall in: their days differ from council to council."""
    if piece.arg == "christmas holidays":
        ends = [(str(easter_sunday.year), "12"), (str(easter_sunday.year + 1), "01")]
    else:
        days = [easter_sunday + timedelta(days=n) for n in (-14, 5)]
        ends = [(str(day.year), f"{day.month:02d}") for day in days]
    doubt = joined("~", piece.doubt)
    return tuple(Point(year, month, "", doubt) for year, month in dict.fromkeys(ends))


def _offset(piece: Piece) -> Points:
    days, mark, arg = piece.arg.split("|")
    year = _needs_year(piece)
    if arg:
        named = _holiday(piece.but(arg=arg))
        if len(named) != 1 or named[0].first is None:
            raise Impossible("The day to count from is not known.")
        start = named[0].first
    else:
        start = _day(piece, year)
    return (of_day(start + timedelta(days=int(days)), doubt=joined(mark, piece.doubt)),)


def _iso_week(piece: Piece) -> Points:
    try:
        monday = date.fromisocalendar(int(piece.year), int(piece.arg), 1)
    except ValueError:
        raise Impossible(f"The year {piece.year} has no week {piece.arg}.") from None
    return tuple(of_day(monday + timedelta(days=n), doubt=piece.doubt) for n in (0, 6))


_FORMS: dict[Form, Callable[[Piece], Points]] = {
    Form.PLAIN: _plain,
    Form.PART: _part,
    Form.DECADE: _decade,
    Form.SEASON: _season,
    Form.TERM: _term,
    Form.HALF_TERM: _half_term,
    Form.QUARTER: _quarter,
    Form.HALF: _half,
    Form.SPLIT_YEAR: _split_year,
    Form.WEEK_FROM: lambda piece: _from_day(piece, 0, 6),
    Form.WEEK_TO: lambda piece: _from_day(piece, -6, 0),
    Form.WEEK_OF_MONTH: _week_of_month,
    Form.WEEKEND: _weekend,
    Form.NTH_WEEKDAY: _nth_weekday,
    Form.HOLIDAY: _holiday,
    Form.OFFSET: _offset,
    Form.ISO_WEEK: _iso_week,
}
