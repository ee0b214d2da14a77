"""Times of day: 14:30, 1430hrs, 2.30pm, noon, afternoon, 2-3pm, about 9am."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from goldenthread.chronology.dates import qualifiers
from goldenthread.chronology.dates.points import joined
from goldenthread.chronology.dates.tokens import Line, Phrases
from goldenthread.chronology.dates.words import NUMBERS

_HOURS = frozenset({"hrs", "hours", "hr", "h", "hour", "hs", "hors", "hurs", "hrs's"})
_AM = frozenset({"am", "a"})
_PM = frozenset({"pm", "p"})
_ZONES = frozenset({"gmt", "bst", "utc"})
_NAMED: Phrases[str] = {
    tuple(phrase.split()): time
    for time, phrases in (
        ("12:00", "noon; midday; mid day; 12 noon; high noon"),
        ("00:00", "midnight; mid night"),
        ("00:00/12:00", "am"),
        ("12:00/24:00", "pm"),
        ("06:00/12:00", "morning; in the morning; the morning; morn; that morning; during the morning; late morning; mid morning"),
        ("12:00/18:00", "afternoon; in the afternoon; the afternoon; afternnon; during the afternoon; mid afternoon; late afternoon; early afternoon"),
        ("18:00/24:00", "evening; in the evening; eve; the evening; during the evening; late evening; early evening"),
        ("21:00/06:00", "night; overnight; in the night; during the night; at night; night time; nighttime; night shift; the night; through the night; late night; late at night"),
        ("00:00/06:00", "early hours; early hours of the morning; early hours of morning; the early hours; in the early hours; small hours; during the early hours"),
        ("06:00/09:00", "early morning; early am; first thing"),
        ("12:00/14:00", "lunchtime; lunch time; lunch; at lunchtime; over lunch"),
        ("00:00/24:00", "all day; whole day; full day"),
        ("18:00/21:00", "early eve"),
    )
    for phrase in phrases.split("; ")
}  # fmt: skip
_LEAD: Phrases[str] = {
    ("at",): "", ("from",): "from", ("between",): "", ("by",): "by", ("before",): "by",
    ("until",): "by", ("till",): "by", ("after",): "from", ("since",): "from", ("time",): "",
    ("time", "of"): "", ("during",): "", ("in",): "", ("just", "after"): "from", ("just", "before"): "by",
    ("around",): "~", ("about",): "~", ("approx",): "~", ("circa",): "~", ("c",): "~", ("prior", "to"): "by",
    ("approximately",): "~", ("at", "about"): "~", ("at", "around"): "~", ("at", "approximately"): "~",
    ("at", "approx"): "~", ("roughly",): "~", ("abt",): "~",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """A time ("14:30") or a stretch ("12:00/18:00"); ``problem`` refuses it."""

    time: str
    doubt: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""
    suggestion: str = ""
    certain: bool = True  # morning or afternoon is known
    part: bool = False  # a part of the day, not a time by the clock
    compact: bool = False  # typed without a mark, as a year is
    seconds: str = ""  # kept where a computer stamped them


Clocks = Iterator[tuple[Clock, int]]


def clocks(line: Line, i: int, *, bare: bool) -> Clocks:
    """Every way the tokens at ``i`` can be a time; ``bare`` allows 14.30 and 1430 without “hrs”."""
    doubt, j = qualifiers.before(line, i)
    lead = line.phrase(j, _LEAD)
    open_end = ""
    if lead:
        open_end = lead[0] if lead[0] != "~" else ""
        doubt, j = joined(doubt, "~" if lead[0] == "~" else ""), lead[1]
        j = j + 1 if line.mark(j) == ":" else j
        further, j = qualifiers.before(line, j)
        doubt = joined(doubt, further)
    for clock, k in _stretch(line, j, bare=bare or bool(lead)):
        if open_end and clock.part:
            continue  # before lunch
        after, end = qualifiers.after(line, k, exact=False, timed=not clock.part)
        onwards = end + 1 if line.word(end) in ("onwards", "onward") else 0
        open_end, end = ("from", onwards) if onwards else (open_end, end)
        found = replace(clock, doubt=joined(joined(clock.doubt, doubt), after))
        if open_end and "/" not in found.time:
            found = replace(
                found, time=f"{found.time}/.." if open_end == "from" else f"../{found.time}"
            )
        yield found, end


def _stretch(line: Line, i: int, *, bare: bool) -> Clocks:
    for first, j in _single(line, i, bare=bare):
        k = j + 1
        words = ("to", "until", "till", *_and(line, i))
        joins = line.mark(j) in ("-", "/") or line.word(j) in words
        if joins and not first.part:
            for second, end in _single(line, k, bare=True):
                if not second.part:
                    yield _between(first, second), end
        yield first, j
    # 2-3pm and 10 to 11.30am: the first hour takes the second's half of the day.
    digits = line.num(i)
    if 0 < len(digits) <= 2 and (
        line.mark(i + 1) == "-" or line.word(i + 1) in ("to", *_and(line, i))
    ):
        for second, end in _single(line, i + 2, bare=False):
            if second.certain and not second.part and "/" not in second.time and second.time != "":
                yield _between(Clock(f"{int(digits):02d}:00", certain=False), second), end


def _and(line: Line, i: int) -> tuple[str, ...]:
    """“And” joins a stretch only after “between”: 14:30 and 16:00 are two times."""
    before = {line.word(i - 1), line.word(i - 2)}
    return ("and",) if before & {"between", "from"} else ()


def _between(first: Clock, second: Clock) -> Clock:
    if first.problem or second.problem:
        return replace(first, problem=first.problem or second.problem)
    start, end = first, second
    if not start.certain and end.certain and int(start.time[:2]) <= 12:
        hour = int(start.time[:2]) % 12 + (12 if int(end.time[:2]) >= 12 else 0)
        shifted = f"{hour:02d}:{start.time[3:]}"
        if shifted > end.time:
            shifted = f"{hour - 12:02d}:{start.time[3:]}" if hour >= 12 else start.time
        start = replace(start, time=shifted, certain=True)
    notes = first.notes + second.notes
    if start.time > end.time and (start.certain and end.certain):
        notes += ("The end time is on the next day.",)
    clock = Clock(f"{start.time}/{end.time}", joined(first.doubt, second.doubt), notes)
    return replace(clock, certain=start.certain and end.certain)


def _single(line: Line, i: int, *, bare: bool) -> Clocks:
    if line.num(i) == "12":
        j = i + 3 if line.mark(i + 1) in (":", ".") and line.num(i + 2) == "00" else i + 1
        if line.word(j) in ("noon", "midday", "midnight"):
            yield Clock("00:00" if line.word(j) == "midnight" else "12:00"), j + 1
    named = line.phrase(i, _NAMED)
    if named:
        yield Clock(named[0], part="/" in named[0]), named[1]
    yield from _figures(line, i, bare=bare)
    yield from _past(line, i)


def _figures(line: Line, i: int, *, bare: bool) -> Clocks:
    digits = line.num(i)
    if not digits:
        return
    minutes = line.num(i + 2)
    mark = line.mark(i + 1)
    if len(digits) <= 2 and len(minutes) == 2 and mark and mark in ":.;,-":
        typo = mark in ";,-"
        if mark == "," and i + 3 < len(line) and line.word(i + 3) not in _HOURS | _AM | _PM:
            return  # 17,19 and 24 March
        halved = line.word(i + 3) in _AM | _PM and int(minutes) > 12
        if mark == "-" and (
            "-" in (line.mark(i - 1), line.mark(i + 3)) or (int(minutes) <= 24 and not halved)
        ):
            return  # 14-15 is two hours
        notes = ("The mark between hours and minutes is mistyped.",) if typo else ()
        seconds = line.num(i + 4)
        j = i + 3
        if line.mark(i + 3) == mark == ":" and len(seconds) == 2 and not line.gap(i + 4):
            j = i + 5
        tight = not line.gap(i + 1) and not line.gap(i + 2)
        if mark == ":" or (tight and (mark == "." or bare)):
            for clock, end in _suffixed(line, j, digits, minutes, notes):
                if mark == "-" and end > j and not halved:
                    continue  # 10-11am is two hours
                if bare or mark == ":" or end > j:
                    yield replace(clock, seconds=seconds if j == i + 5 else ""), end
    if line.word(i + 1) == "h" and len(line.num(i + 2)) == 2 and len(digits) <= 2:
        yield from _suffixed(line, i + 3, digits, line.num(i + 2), ())
    spaced = line.num(i + 1)
    if i == 0 and len(digits) == len(spaced) == 2 and line.word(2) in ("", *_HOURS):
        note = "The mark between hours and minutes is missing."
        yield from _suffixed(line, 2, digits, spaced, (note,))
    if len(digits) in (3, 4):
        for clock, end in _suffixed(line, i + 1, digits[:-2], digits[-2:], ()):
            if end > i + 1 or (bare and len(digits) == 4):
                by_24 = len(digits) == 4 or line.word(i + 1) in _HOURS
                compact = len(digits) == 4
                yield replace(clock, certain=clock.certain or by_24, compact=compact), end
    if len(digits) <= 2:
        yield from _hour_alone(line, i)


def _hour_alone(line: Line, i: int) -> Clocks:
    j = i + 1
    if line.word(j) in ("o'clock", "oclock"):
        yield from _suffixed(line, j + 1, line.num(i), "00", ())
        return
    if line.word(j) in _AM | _PM and (line.word(j) not in ("a", "p") or not line.gap(j)):
        yield from _suffixed(line, j, line.num(i), "00", ())
    if line.word(j) in _HOURS and len(line.num(i)) == 2 and line.num(i)[0] == "0":
        yield from _suffixed(line, j, line.num(i), "00", ())


def _suffixed(line: Line, i: int, hours: str, minutes: str, notes: tuple[str, ...]) -> Clocks:
    """The time with its am, pm or hrs, if that stands at ``i``."""
    hour, minute = int(hours), int(minutes)
    shown = f"{hours}:{minutes}"
    j = i
    if line.word(j) in _HOURS:
        j += 1
        if line.mark(j) == "." and not line.gap(j):
            j += 1
    named = line.phrase(j, _NAMED) if line.word(j) not in ("noon", "midday", "midnight") else None
    half = ""
    if line.word(j) in _AM or line.word(j) in _PM:
        half, j = ("am" if line.word(j) in _AM else "pm"), j + 1
    elif named and named[0] in ("06:00/12:00", "12:00/18:00", "18:00/24:00"):
        half, j = ("am" if named[0].startswith("06") else "pm"), named[1]
    if line.word(j) in _HOURS:
        j += 1
    if line.word(j) in _ZONES or (line.word(j) == "z" and not line.gap(j)):
        notes, j = (*notes, "The time zone was left out."), j + 1
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        yield Clock("", problem=f"There is no time {shown}."), j
        return
    if (half == "am" and hour > 12) or (half == "pm" and hour == 24):
        yield Clock("", problem=f"{shown} and “{half}” contradict each other."), j
        return
    if half and 0 < hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif half == "pm" and hour == 0:
        yield Clock("", problem=f"{shown} and “pm” contradict each other."), j
        return
    certain = (
        bool(half)
        or hour > 12
        or hour == 0
        or (len(hours) == 2 and hours[0] == "0")
        or 7 <= hour <= 12
    )
    yield Clock(f"{hour:02d}:{minute:02d}", notes=notes, certain=certain), j


def _past(line: Line, i: int) -> Clocks:
    """Half past two; quarter to 3pm; ten past four in the afternoon."""
    minutes, j = _minutes(line, i + 1 if line.word(i) == "a" else i)
    way = line.word(j)
    hour = NUMBERS.get(line.word(j + 1), 0) or int(
        line.num(j + 1) if len(line.num(j + 1)) < 3 and line.num(j + 1) else 0
    )
    if not minutes or way not in ("past", "to") or not 1 <= hour <= 12:
        return
    at = hour * 60 + minutes if way == "past" else hour * 60 - minutes
    for clock, end in _suffixed(line, j + 2, str(at // 60 or 12), f"{at % 60:02d}", ()):
        yield replace(clock, certain=clock.certain or end > j + 2), end


def _minutes(line: Line, i: int) -> tuple[int, int]:
    """The minutes before “past” or “to”, and where that word stands."""
    word = line.word(i)
    if word == "twenty" and line.mark(i + 1) == "-" and line.word(i + 2) == "five":
        return 25, i + 3
    if word == "twenty" and line.word(i + 1) == "five":
        return 25, i + 2
    count = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}.get(word, 0)
    if line.num(i) in ("5", "10", "20", "25"):
        count = int(line.num(i))
    return count, i + 2 if line.word(i + 1) in ("minutes", "mins") else i + 1
