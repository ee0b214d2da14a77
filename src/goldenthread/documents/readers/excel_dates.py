"""What Excel's numbers mean where a cell is formatted as a date or a time.

Excel keeps a day as a number and shows it as the format says. Where the format shows no day, or no
year, the person typed none and Excel made one up: “May 2011” is kept as 1 May 2011, and “3 May” as
3 May of the year in which it was typed. Such a cell gives only what it shows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lxml import etree

from goldenthread.chronology.tables import Cell

_LAST = 2_958_466
"""The day after 31 December 9999."""

_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.I)
_BUILT_IN: Mapping[int, str] = {
    **dict.fromkeys((14, 15, 27, 30, 31, 36, 50, 53, 54, 57, 58), "d/m/y"),
    **dict.fromkeys((28, 29, 51), "d/m/y"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56), "h:m"),
    16: "d-m",
    17: "m-y",
    22: "d/m/y h:m",
    46: "[h]:m",
}
"""Formats that have a number and no written form, as far as they matter here."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a number format shows of a moment."""

    day: bool = False
    month: bool = False
    year: bool = False
    clock: bool = False
    elapsed: bool = False

    def __bool__(self) -> bool:
        return self.day or self.month or self.year or self.clock


def shown_by(code: str) -> Shown:
    """What a format code shows: ``d mmm yyyy`` a day, a month and a year; ``0.00`` none of them."""
    code = _NOT_LETTERS.sub("", code.split(";")[0]).lower()
    code = re.sub(r"s\.0+", "s", code)  # parts of a second
    if "general" in code or "0" in code or "#" in code:
        return Shown()
    clock = "h" in code or "s" in code
    # The letter m is a month, or minutes where hours or seconds stand beside it.
    month = "mmm" in code or ("m" in code and (not clock or "y" in code or "d" in code))
    return Shown(day="d" in code, month=month, year="y" in code, clock=clock, elapsed="[" in code)


def formats(styles: etree._Element | None) -> Sequence[Shown]:
    """For each cell style of a workbook, by its number, what it shows."""
    if styles is None:
        return ()
    codes = dict(_BUILT_IN)
    for element in styles.iter("{*}numFmt"):
        number = element.get("numFmtId", "")
        if number.isdecimal():
            codes[int(number)] = element.get("formatCode", "")
    shown = {number: shown_by(code) for number, code in codes.items()}
    used = [xf.get("numFmtId", "0") for xf in styles.iterfind("{*}cellXfs/{*}xf")]
    return [shown.get(int(number), Shown()) if number.isdecimal() else Shown() for number in used]


def moment(number: float, shown: Shown, *, from_1904: bool) -> Cell | None:
    """A cell for a number shown as a date or a time, or None where it cannot be one."""
    if shown.elapsed and 0 <= number < _LAST:
        minutes = round(number * 24 * 60)
        return Cell(f"{minutes // 60}:{minutes % 60:02}")
    if not 0 <= number < _LAST - (1462 if from_1904 else 0):
        return None
    when = _when(number, from_1904=from_1904)
    if shown.clock and not (shown.day or shown.month or shown.year):
        return Cell(_clock(when), when=when.time())
    if number < 1 and not from_1904:
        return Cell(_clock(when), when=when.time())
    if not shown.day and when.day == 1:
        return Cell(f"{when:%B %Y}" if shown.month else f"{when.year}")
    if not shown.year:
        return Cell(f"{when.day} {when:%B}")
    if when.time() == time():
        return Cell(_day(when), when=when.date())
    return Cell(f"{_day(when)} {_clock(when)}", when=when)


def _when(number: float, *, from_1904: bool) -> datetime:
    # Excel believes in a 29 February 1900; days after it are one further from the start.
    first = (1904, 1, 1) if from_1904 else (1899, 12, 30 if number >= 60 else 31)
    start = datetime(*first)  # noqa: DTZ001 - a sheet has no time zone
    return start + timedelta(seconds=round(number * 86_400))


def _day(when: date) -> str:
    return f"{when.day:02}/{when.month:02}/{when.year:04}"


def _clock(when: datetime) -> str:
    return f"{when.hour:02}:{when.minute:02}"
