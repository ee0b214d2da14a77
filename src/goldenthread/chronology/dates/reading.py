"""One cell, read by itself: a reading, a refusal with its reason, or an honest blank."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from goldenthread.chronology.dates import refusing, wording
from goldenthread.chronology.dates.blanks import blank
from goldenthread.chronology.dates.compound import Compound, Join, Parsed, TooTangled
from goldenthread.chronology.dates.finish import finish
from goldenthread.chronology.dates.holidays import CALENDAR_WORDS
from goldenthread.chronology.dates.model import Read, Reading, Refusal, Unknown
from goldenthread.chronology.dates.ordinary import ordinary, settled
from goldenthread.chronology.dates.pieces import Setting
from goldenthread.chronology.dates.serials import serial_day
from goldenthread.chronology.dates.tokens import LONGEST, Line, tokenise
from goldenthread.chronology.dates.words import month

DEFAULT_PIVOT = 2026
_MOST_TOKENS = 60
_CLOSING = ".,;:)]}\"'!*"
_OPENING = "([{\"'*•·:.,;"
_ONE_OF = re.compile(r"\[[0-9X~?%,-]+\]")  # one of several, as EDTF writes it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a cell was read as, with its structure when there is one."""

    read: Read
    parsed: Parsed | None = None


def read_date(text: str, *, latest: date | None = None) -> Read:
    """Read one cell of a date column, day first, and never against today.

    ``latest`` is the last day the record can speak of: later dates are doubted or refused, and
    two-digit years are read as the past before it. Anything that can mean two things is refused
    with its reason; the text is always kept.
    """
    return outcome(text, latest=latest).read


def outcome(text: str, *, latest: date | None = None) -> Outcome:
    """As :func:`read_date`, keeping the structure for a reader that knows the other rows."""
    return _outcome(text, latest)


# Chronologies repeat their dates, and a file is read again at every import.
@lru_cache(maxsize=16_384)
def _outcome(text: str, latest: date | None) -> Outcome:
    pivot = latest.year if latest else DEFAULT_PIVOT
    plain = ordinary(text, Setting(pivot))
    if plain:
        read = settled(plain, text, pivot=pivot, latest=latest)
        return Outcome(read or finish(plain, text, pivot=pivot, latest=latest), plain)
    return _read_fully(text, latest, pivot=pivot)


def _read_fully(text: str, latest: date | None, *, pivot: int) -> Outcome:
    line = tokenise(text)
    reason = blank(line.text)
    if reason:
        return Outcome(Unknown(text, reason))
    if len(text) > LONGEST:
        return Outcome(Refusal(text, "This is too long to be a date."))
    serial = serial_day(line.text, pivot=pivot)
    if serial:
        return Outcome(finish(serial, text, pivot=pivot, latest=latest), serial)
    known = refusing.before_reading(line)
    if known:
        return Outcome(replace(known, text=text))
    try:
        return _grammatical(line, text, pivot=pivot, latest=latest)
    except TooTangled:
        return Outcome(Refusal(text, "There are too many dates in one cell to read it safely."))


def _grammatical(line: Line, text: str, *, pivot: int, latest: date | None) -> Outcome:
    if not _may_hold_date(line):
        return Outcome(replace(refusing.after_reading(line), text=text))
    if len(line) <= _MOST_TOKENS:
        parsed = min(_whole(line, Setting(pivot)), key=lambda found: found.cost, default=None)
        if parsed:
            read = finish(_noted(parsed, line), text, pivot=pivot, latest=latest)
            return Outcome(read, _noted(parsed, line))
    worded = wording.date_among_words(line, Setting(pivot))
    if isinstance(worded, Parsed):
        read = finish(_noted(worded, line), text, pivot=pivot, latest=latest)
        return Outcome(read, _noted(worded, line) if isinstance(read, Reading) else None)
    if worded:
        return Outcome(Refusal(text, worded.reason, _suggested(worded.parsed, pivot, latest)))
    return Outcome(replace(refusing.after_reading(line), text=text))


def _may_hold_date(line: Line) -> bool:
    """Whether a figure or a word of the calendar stands anywhere: prose mostly has neither."""
    return any(
        token.kind == "n"
        or (token.kind == "w" and (token.text in CALENDAR_WORDS or month(token.text)))
        for token in line.tokens
    )


def _suggested(parsed: Parsed | None, pivot: int, latest: date | None) -> str:
    if parsed is None:
        return ""
    read = finish(parsed, "", pivot=pivot, latest=latest)
    return read.edtf if isinstance(read, Reading) else ""


def _noted(parsed: Parsed, line: Line) -> Parsed:
    return replace(parsed, notes=parsed.notes + line.notes)


def _whole(line: Line, setting: Setting) -> Iterator[Parsed]:
    """Every way the whole cell, apart from marks around it, can be a date; the likeliest first."""
    grammar = Compound(line, setting)
    start = 0
    while True:
        for parsed, end in grammar.cells(start):
            while line.mark(end) and line.mark(end) in _CLOSING:
                end += 1
            if end == len(line):
                yield _one_of(parsed) if _ONE_OF.fullmatch(line.text) else parsed
        if not line.mark(start) or line.mark(start) not in _OPENING:
            return
        start += 1


def _one_of(parsed: Parsed) -> Parsed:
    return replace(parsed, join=Join.ONE_OF) if parsed.join is Join.SET else parsed
