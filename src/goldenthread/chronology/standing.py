"""Where an entry can stand in time: the earliest and the latest minute its date allows."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.chronology.dates import Read, Reading
from goldenthread.domain.deadlines import months_after

DAY = 24 * 60
"""Moments are counted in minutes, so that days and times of day compare alike."""
_LEAST_SLACK = timedelta(days=7)
_MOST_SLACK = timedelta(days=366)
_DOUBTS = "~?%"
_TWO_ENDS = re.compile(r"\b(to|until|till|til|through|from|since|onwards?)\b|[-–—]|\.\.", re.I)
_ONE_OF = re.compile(r"\b(between|week|w/?[cbe]|weekend|either|or)\b", re.I)
_TWO_CLOCKS = re.compile(r"\d[^\d]*?([:.]\d\d|[ap]m|\d\d)?\s*(-|–|—|to|until|till)\s*\d", re.I)


@dataclass(frozen=True, slots=True)
class Standing:
    """Minutes between which a thing began; ``doubtful`` where even they are not certain."""

    earliest: int
    latest: int
    doubtful: bool = False


def standing(read: Read) -> Standing | None:
    """When a thing can have begun; None where its date says nothing.

    A month can stand on any of its days and a day without a time at any hour. A stretch from one
    day to another begins on the first. What is open at one end stands at the only day it gives:
    “before 3 May” before all of 3 May, “after 3 May” after all of it.
    """
    if not isinstance(read, Reading):
        return None
    if read.first is None:
        return None if read.last is None else _ending(read, read.last)
    if read.last is None:
        return _beginning(read, read.first)
    slack = slack_of(read).days * DAY
    if read.first == read.last:
        opens, closes = _hours(read)
        start = start_of(read.first)
        if read.doubt:
            return Standing(start - slack, start + DAY - 1, doubtful=True)
        return Standing(start + opens, start + closes)
    last = _end_of_opening(read) if _begins_with_first(read) else read.last
    earliest, latest = start_of(read.first) - slack, start_of(last) + DAY - 1
    return Standing(earliest, latest, bool(read.doubt))


def start_of(day: date) -> int:
    """The first minute of a day."""
    return day.toordinal() * DAY


def slack_of(read: Reading) -> timedelta:
    """How far a doubtful date may be out on either side: as far as it is wide, a week at least."""
    if not read.doubt or read.first is None or read.last is None:
        return timedelta()
    width = read.last - read.first + timedelta(days=1)
    return min(max(width, _LEAST_SLACK), _MOST_SLACK)


def may_fall(
    read: Read, *, begin: date | None, end: date | None, first: date | None, last: date | None
) -> bool:
    """Whether something from ``begin`` to ``end`` may fall into the days ``first`` to ``last``.

    What has no date may have happened at any time, and a doubtful date may be out.
    """
    if begin is None and end is None:
        return True
    slack = slack_of(read) if isinstance(read, Reading) else timedelta()
    if first is not None and end is not None and end + slack < first:
        return False
    return not (last is not None and begin is not None and begin - slack > last)


def _ending(read: Reading, last: date) -> Standing:
    excluded = any("/" in other for other in read.alternatives)
    return Standing(0, start_of(last) + (-1 if excluded else DAY - 1), doubtful=True)


def _beginning(read: Reading, first: date) -> Standing:
    last = first if read.alternatives else _end_of_opening(read)
    return Standing(start_of(first), start_of(last) + DAY - 1, doubtful=True)


def _begins_with_first(read: Reading) -> bool:
    """Whether a stretch is told by its two ends, so that it began within the first of them."""
    if read.edtf.startswith("{"):
        return True
    if "/" not in read.edtf or _ONE_OF.search(read.text):
        return False
    return bool(_TWO_ENDS.search(read.text))


def _end_of_opening(read: Reading) -> date:
    """The last day of “2011-03” in “2011-03/2011-06”."""
    first = read.first or date.min
    opening = re.split(r"[/,]", read.edtf.lstrip("[{"))[0].strip(_DOUBTS).partition("T")[0]
    if len(opening) == len("2011-03"):
        # A month above 12 stands for a season, of three months.
        months = 1 if opening[-2:] <= "12" else 3
        return months_after(first.replace(day=1), months=months) - timedelta(days=1)
    if len(opening) == len("2011"):
        return first.replace(month=12, day=31)
    return first


def _hours(read: Reading) -> tuple[int, int]:
    """Minutes of the day between which a thing began: all of it where no time is told."""
    opens, joint, closes = read.time.partition("/")
    start = _minutes(opens)
    if start is None:
        return 0, DAY - 1
    if not joint or _TWO_CLOCKS.search(read.text):
        return start, start
    end = _minutes(closes)
    return start, DAY - 1 if end is None or end <= start else min(end, DAY - 1)


def _minutes(clock: str) -> int | None:
    found = re.fullmatch(r"T?(\d\d):(\d\d)(?::\d\d)?", clock)
    return int(found[1]) * 60 + int(found[2]) if found else None
