"""Days that the words of an entry name beside its own date: “argument on 10/05/08”."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_MONTH = (
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b"
)
_SLASHED = re.compile(r"(?<![\d/.£])(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?![\d/%]|\.\d)")
_WORDED = re.compile(
    rf"(\d{{1,2}})(?<!\d\d\d)(?:st|nd|rd|th)?(?: of)? {_MONTH}\.?(?:,? (\d{{4}}))?"
)
_NUMBERED = re.compile(r"\b(?:on|of|from|re) (?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! [jfmasond])")
_NAMED = re.compile(
    r"\b(?:on|last|since) (mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)\b|"
    r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday) (?:night|evening|morning|am|pm)\b"
)
_BEFORE = re.compile(
    r"\b(?:yesterday|last night|previous (?:day|night|evening)|the night before)\b"
)
_PLANNED = re.compile(
    r"\b(?:for|by|until|next|due|booked|planned|scheduled|arranged|edd|dob|born|since|before)\W+(?:the |on )?$"
)
_PARTED = re.compile(r"\d[/.]\d")
_MONTHLY = re.compile(
    r"\d(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
_FIGURES = re.compile(rf"(?:{_PARTED.pattern}|{_MONTHLY.pattern}|{_ORDINAL.pattern})")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Asked first: nearly no entry has any, and these are found quickly."""
_FURTHEST_BACK = 400
"""Days: an entry that names a day further back tells history, not the event it is about."""


def spoken_days(said: str, written: date) -> tuple[date, ...]:
    """Other days that an entry’s words name, no later than the day it was written.

    ``said`` is in small letters. A day without its year is the last such day before ``written``;
    “on the 10th” is the last tenth; “on Friday” the last Friday. Days planned for or born on are
    left out.
    """
    found = {
        day
        for day in _days(said, written)
        if day and 0 < (written - day).days <= _FURTHEST_BACK and day != written
    }
    return tuple(sorted(found))


def _days(said: str, written: date) -> Iterator[date | None]:
    if _FIGURES.search(said):
        yield from _in_figures(said, written)
    if "day" in said and any(day in said for day in _DAYS):
        for match in _NAMED.finditer(said):
            back = (written.weekday() - _WEEKDAYS.index(match[1] or match[2])) % 7
            yield written - timedelta(days=back or 7)
    if ("yesterday" in said or "night" in said or "previous" in said) and _BEFORE.search(said):
        yield written - timedelta(days=1)


def _in_figures(said: str, written: date) -> Iterator[date | None]:
    if _PARTED.search(said):
        for match in _SLASHED.finditer(said):
            decimal = "." in match[0] and not match[3]
            if not decimal and not _planned(said, match):
                yield _day(int(match[1]), int(match[2]), match[3], written)
    if _MONTHLY.search(said):
        for match in _WORDED.finditer(said):
            if not _planned(said, match):
                yield _day(int(match[1]), _MONTHS.index(match[2]) + 1, match[3], written)
    if _ORDINAL.search(said):
        for match in _NUMBERED.finditer(said):
            yield _last_numbered(int(match[1]), written)


def _planned(said: str, match: re.Match[str]) -> bool:
    return _PLANNED.search(said[max(0, match.start() - 24) : match.start()]) is not None


def _day(day: int, month: int, year: str | None, written: date) -> date | None:
    if year is not None:
        return _real(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    this_year = _real(written.year, month, day)
    if this_year is not None and this_year <= written:
        return this_year
    return _real(written.year - 1, month, day)


def _last_numbered(day: int, written: date) -> date | None:
    if day <= written.day:
        return _real(written.year, written.month, day)
    before = written.replace(day=1) - timedelta(days=1)
    return _real(before.year, before.month, day)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
