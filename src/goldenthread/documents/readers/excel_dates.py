"""What Excel's numbers mean where a cell is formatted as a date or a time.

Excel keeps a day as a number and shows it as the format says. Where the format shows no day, or no
year, the person typed none and Excel made one up: “May 2011” is kept as 1 May 2011, and “3 May” as
3 May of the year in which it was typed. Such a cell gives only what it shows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from lxml import etree

from goldenthread.chronology.tables import Cell
from goldenthread.documents.readers.found import whole

_LAST = 2_958_466
"""The day after 31 December 9999."""
_NO_DAY = 60
"""Excel’s 29 February 1900, a day that there never was."""

_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.I)
_LONGEST = 255
"""Excel allows no longer format, in letters."""
_CONDITION = re.compile(r"\[[<>=]")
_BUILT_IN: Mapping[int, str] = {
    **dict.fromkeys((14, 15, 27, 30, 31, 36, 50, 53, 54, 57, 58), "d/m/y"),
    **dict.fromkeys((28, 29, 51), "d/m/y"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56), "h:m"),
    16: "d-m",
    17: "m-y",
    22: "d/m/y h:m",
    46: "[h]:m",
    2: "0.00",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
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
    code: str = ""
    """The format itself where it is one for numbers."""
    struck: bool = False
    """Whether what it shows is struck through."""

    def __bool__(self) -> bool:
        return self.day or self.month or self.year or self.clock


def shown_by(code: str) -> Shown:
    """What a format code shows: ``d mmm yyyy`` a day, a month and a year; ``0.00`` none of them."""
    plain = _NOT_LETTERS.sub("", _section(code)).lower()
    plain = re.sub(r"s\.0+", "s", plain)  # parts of a second
    if "general" in plain or "0" in plain or "#" in plain:
        return Shown(code=code)
    clock = "h" in plain or "s" in plain
    # The letter m is a month, or minutes where hours or seconds stand beside it.
    month = "mmm" in plain or ("m" in plain and (not clock or "y" in plain or "d" in plain))
    return Shown(
        day="d" in plain, month=month, year="y" in plain, clock=clock, elapsed="[" in plain
    )


def _section(code: str) -> str:
    """The part of a format that is for ordinary numbers: not one that states a condition."""
    sections = code.split(";")
    return next((each for each in sections if not _CONDITION.search(each)), sections[0])


def formats(styles: etree._Element | None) -> Sequence[Shown]:
    """For each cell style of a workbook, by its number, what it shows."""
    if styles is None:
        return ()
    codes = dict(_BUILT_IN)
    for element in styles.iter("{*}numFmt"):
        codes[whole(element.get("numFmtId"), -1)] = element.get("formatCode", "")[:_LONGEST]
    shown = {number: shown_by(code) for number, code in codes.items()}
    struck = [_is_struck(font) for font in styles.iterfind("{*}fonts/{*}font")]
    return [_style(xf, shown, struck) for xf in styles.iterfind("{*}cellXfs/{*}xf")]


def _style(xf: etree._Element, shown: Mapping[int, Shown], struck: Sequence[bool]) -> Shown:
    style = shown.get(whole(xf.get("numFmtId"), 0), Shown())
    font = whole(xf.get("fontId"), 0)
    return replace(style, struck=True) if font < len(struck) and struck[font] else style


def _is_struck(font: etree._Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")


def iso_moment(text: str) -> Cell | None:
    """A cell for a date or time that the file itself spells out: 2011-05-03T14:30:00."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    if "T" not in text and len(text) <= len("2011-05-03"):
        return Cell(_day(when), when=when.date())
    when = when.replace(tzinfo=None)
    return Cell(f"{_day(when)} {_clock(when)}", when=when)


def moment(number: float, shown: Shown, *, from_1904: bool) -> Cell | None:
    """A cell for a number shown as a date or a time, or None where it cannot be one."""
    if shown.elapsed and 0 <= number < _LAST:
        minutes = round(number * 24 * 60)
        return Cell(f"{minutes // 60}:{minutes % 60:02}")
    if not 0 <= number < _LAST - (1462 if from_1904 else 0):
        return None
    if int(number) == _NO_DAY and not from_1904:
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
