"""One cell of a time column."""

import re
from functools import lru_cache

from goldenthread.chronology.dates.blanks import blank
from goldenthread.chronology.dates.clock import Clock, clocks
from goldenthread.chronology.dates.model import ReadTime, Refusal, TimeReading, Unknown
from goldenthread.chronology.dates.points import joined
from goldenthread.chronology.dates.serials import serial_time
from goldenthread.chronology.dates.time_among_words import clock_among_words
from goldenthread.chronology.dates.tokens import LONGEST, Line, tokenise

_MIDNIGHT = re.compile(r"00[.:]00")  # only zeros, and yet a time
_JOINS = re.compile(r",? (?:or|and) |,? ?& ?|, ?", re.IGNORECASE)
_HINTS = {
    "after school": "T15:00/T18:00", "tea time": "T16:00/T18:00", "teatime": "T16:00/T18:00",
    "bedtime": "T18:00/T21:00", "bed time": "T18:00/T21:00", "before school": "T07:00/T09:00",
    "breakfast": "T06:00/T09:00", "dinner time": "T12:00/T18:00", "school run": "T08:00/T09:00",
    "after lunch": "T13:00/T16:00", "before lunch": "T10:00/T12:00", "school hours": "T09:00/T15:00",
}  # fmt: skip


# As with dates, a column has far fewer different times than rows.
@lru_cache(maxsize=16_384)
def read_time(text: str) -> ReadTime:
    """Read one cell of a time column on the 24-hour clock.

    A stretch is written “T12:00/T18:00”. Hours from one to six without am or pm are doubted,
    because they can be either.
    """
    line = tokenise(text)
    reason = blank(line.text)
    if reason and not _MIDNIGHT.fullmatch(line.text):
        return Unknown(text, reason)
    if len(text) > LONGEST:
        return Refusal(text, "This is too long to be a time.")
    clock = _whole(line) or serial_time(line.text) or clock_among_words(line)
    if clock is None:
        several = _several(line, text)
        if several:
            return several
        hint = _HINTS.get(line.text.lower().strip(" ."), "")
        return Refusal(text, "This is not understood as a time; write it as 14:30.", hint)
    if clock.problem:
        return Refusal(text, clock.problem)
    doubt = joined(clock.doubt, "" if clock.certain else "?")
    why = clock.notes
    alternatives: tuple[str, ...] = ()
    if not clock.certain:
        why = (*why, "The text does not say whether this is morning or afternoon.")
        if "/" not in clock.time:
            alternatives = (f"T{int(clock.time[:2]) + 12}{clock.time[2:]}",)
    return TimeReading(
        text, _edtf(clock.time, doubt), clock.time, doubt, " ".join(why), alternatives
    )


def _edtf(time: str, doubt: str) -> str:
    return "/".join(part if part == ".." else f"T{part}{doubt}" for part in time.split("/"))


def _several(line: Line, text: str) -> TimeReading | None:
    """“2pm or 3pm” and “14:30 and 16:00”: one of several times, or all of them."""
    joins = {line.word(i) or line.mark(i) for i in range(len(line))} & {"or", "and", "&", ","}
    if not joins or ("or" in joins and joins - {"or", ","}):
        return None
    parts = [_whole(tokenise(part)) for part in _JOINS.split(line.text)]
    times = [p.time for p in parts if p and p.certain and not (p.problem or p.part or p.doubt)]
    if len(times) != len(parts) or len(times) < 2 or any("/" in time for time in times):
        return None
    opening, closing = "[]" if "or" in joins else "{}"
    edtf = opening + ",".join(f"T{time}" for time in times) + closing
    return TimeReading(text, edtf, f"{min(times)}/{max(times)}")


def _whole(line: Line) -> Clock | None:
    start = 0
    while line.mark(start) and line.mark(start) in "([@\"'":
        start += 1
    for clock, end in clocks(line, start, bare=True):
        while line.mark(end) and line.mark(end) in ".,;)]\"'":
            end += 1
        if end == len(line):
            return clock
    return None
