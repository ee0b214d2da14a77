"""Ages told in a row, against the date of birth."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.chronology.dates import Reading
from goldenthread.chronology.dates.words import NUMBERS
from goldenthread.chronology.entries import Entry
from goldenthread.chronology.faults import Fault, day_shown
from goldenthread.chronology.known_headings import Field

_UNITS = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25, "7": 1.0, "52": 7.0, "12": 30.4375}
_UNIT = r"(?:days?|d|weeks?|wks?|w|months?|mths?|m|years?|yrs?|y)"
_PART = re.compile(rf"(\d{{1,3}})(?:\s*({_UNIT})(?![a-z])|/(7|52|12)\b|(?=[ymwd]\d))?", re.I)
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_TOLD = re.compile(
    rf"\b(?:aged?|at the age of) (?P<a>{_COUNT})[ -]?(?P<ua>{_UNIT})\b"
    rf"|\b(?P<b>{_COUNT})[ -]?(?P<ub>{_UNIT})[ -]old\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:mother|mum|father|dad|parents?|brother|sister|siblings?|cousin|aunt|uncle|nan|partner|"
    r"grand\w+|neighbour|friend|half-\w+|twins?|boyfriend|girlfriend|step\w*|other child\w*)\b",
    re.I,
)
_OLDEST = 18
_CLAUSE = 120
"""Letters before an age in which a relation is looked for; a clause is hardly longer."""
_TOLERANCE = 0.15


def contradicted(entries: Sequence[Entry], *, born: date) -> Iterator[Fault]:
    """Ages of the child that cannot be right on the date of their row.

    An age in the column of ages, or in the words of the event (“aged 6 weeks”, “three months old”)
    unless its clause speaks of a relation. One unit more or less, or a seventh, is let pass.
    Doubtful dates prove nothing.
    """
    for entry in entries:
        read = entry.date
        if not isinstance(read, Reading) or read.doubt or read.first is None or read.last is None:
            continue
        for told, days, unit in _told(entry):
            slack = max(unit, days * _TOLERANCE)
            youngest, oldest = (read.first - born).days, (read.last - born).days
            if youngest - slack <= days + unit and days - slack <= oldest:
                continue
            yield Fault(
                entry.row,
                entry.table,
                f"“{told}” does not agree with the date: {_really(youngest, read, born)}.",
                "Correct the age or the date; if another person is meant, say who.",
            )


def _really(days: int, read: Reading, born: date) -> str:
    if days < 0:
        return f"the child was born later, on {day_shown(born)}"
    return f"on “{read.text}” the child, born on {day_shown(born)}, was {_age(days)} old"


def _age(days: int) -> str:
    for unit, name in ((365.25, "year"), (30.4375, "month"), (7, "week"), (1, "day")):
        count = int(days / unit)
        if count >= 2 or (count and unit == 1):
            return f"{count} {name}{'s' if count > 1 else ''}"
    return "less than a day"


def _told(entry: Entry) -> Iterator[tuple[str, float, float]]:
    """Each age of the child as told, in days, with the length of its smallest unit."""
    column = entry.fields.get(Field.AGE, "")
    if column and (found := _of_column(column)):
        yield column, *found
    for match in _TOLD.finditer(entry.event):
        clause = re.split(r"[.;]", entry.event[max(0, match.start() - _CLAUSE) : match.start()])[-1]
        after = entry.event[match.end() : match.end() + 25]
        count = (match["a"] or match["b"]).lower()
        number = int(count) if count.isdecimal() else NUMBERS[count]
        unit = _UNITS[(match["ua"] or match["ub"])[0].lower()]
        if _OTHERS.search(clause) or _OTHERS.search(after) or number * unit > _OLDEST * 366:
            continue
        yield match[0], number * unit, unit


def _of_column(text: str) -> tuple[float, float] | None:
    """“2y 9m”, “6/52”, “3” (years) as days, and its smallest unit; None for other words."""
    days, unit = 0.0, 0.0
    rest = text.casefold().strip(" .")
    for match in _PART.finditer(rest):
        unit = _UNITS[match[3] or (match[2] or "y")[0]]
        days += int(match[1]) * unit
    left = re.sub(r"\b(?:old|and|of age|aged?)\b|[ ,.()~]", "", _PART.sub("", rest))
    return (days, unit) if unit and not left else None
