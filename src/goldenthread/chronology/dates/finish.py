"""From what a cell says to a reading: parts filled in, calendar asked, EDTF written."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce

from goldenthread.chronology.dates.clock import Clock
from goldenthread.chronology.dates.compound import Join, Parsed
from goldenthread.chronology.dates.filling import filled
from goldenthread.chronology.dates.model import Reading, Refusal
from goldenthread.chronology.dates.pieces import Form, Piece
from goldenthread.chronology.dates.points import NO_YEAR, Point, doubted, joined
from goldenthread.chronology.dates.realise import Impossible, Points, realise
from goldenthread.chronology.dates.words import MONTHS, WEEKDAYS

_PLAUSIBLE_AHEAD = 2  # years after the latest date within which a date is doubted, not refused


@dataclass(frozen=True, slots=True)
class Meaning:
    """The groups of points of a cell (a group of two is a stretch), how they join, and its time."""

    groups: tuple[Points, ...]
    join: Join
    clock: Clock | None = None
    until: Clock | None = None

    @property
    def points(self) -> Points:
        """All points in the order written."""
        return tuple(point for group in self.groups for point in group)

    def doubting(self, doubt: str) -> "Meaning":
        """The same with a further doubt on every point."""
        return replace(self, groups=tuple(tuple(doubted(p, doubt) for p in g) for g in self.groups))


def finish(
    parsed: Parsed, text: str, *, pivot: int, latest: date | None = None, year: str = ""
) -> Reading | Refusal:
    """The reading of a parsed cell, or the refusal with its reason.

    ``year`` is given to dates that lack one. Dates after ``latest`` are doubted, or refused
    when they are years away.
    """
    try:
        pieces = filled(parsed)
        if year:
            pieces = with_year(pieces, year)
        meaning, notes = _meaning(parsed, pieces)
        meaning, ahead = _against_latest(meaning, latest, pivot)
    except Impossible as impossible:
        return Refusal(text, impossible.reason, impossible.suggestion)
    shown = (*parsed.notes, *dict.fromkeys(note for piece in pieces for note in piece.notes))
    clock_notes = parsed.clock.notes if parsed.clock else ()
    return _reading(meaning, parsed, text, why=(*shown, *notes, *ahead, *clock_notes))


def with_year(pieces: tuple[Piece, ...], year: str) -> tuple[Piece, ...]:
    """The pieces with a year; in a range that crosses New Year the second has the next one."""
    dated: list[Piece] = []
    for piece in pieces:
        before = dated[-1] if dated else None
        next_year = before is not None and before.month > piece.month and piece.month.isdigit()
        given = str(int(year) + 1) if next_year else year
        dated.append(piece if piece.year else piece.but(year=given))
    return tuple(dated)


def lacks_year(parsed: Parsed) -> bool:
    """Whether a cell gives a month, day or holiday but no year at all."""
    return not any(piece.year for piece in parsed.pieces) and not any(
        piece.problem for piece in parsed.pieces
    )


def _meaning(parsed: Parsed, pieces: tuple[Piece, ...]) -> tuple[Meaning, tuple[str, ...]]:
    notes: list[str] = []
    groups: list[Points] = []
    for piece in pieces:
        points = realise(piece)
        clash = _weekday_clash(piece, points)
        if clash:
            notes.append(clash)
            points = tuple(doubted(point, "?") for point in points)
        groups.append(points)
    join = parsed.join
    if join is Join.ONE and len(groups[0]) == 2:
        join = Join.SPAN
    elif join is Join.SPAN or (join in (Join.FROM, Join.UNTIL) and len(groups) == 2):
        groups = [(groups[0][0], groups[1][-1])]
    elif join is Join.SET and parsed.spans:
        groups = _grouped(groups, parsed.spans)
    _check_order(groups)
    _check_clocks(parsed, groups, join)
    return Meaning(tuple(groups), join, parsed.clock, parsed.until), tuple(notes)


def _grouped(groups: list[Points], spans: tuple[int, ...]) -> list[Points]:
    result: list[Points] = []
    n = 0
    while n < len(groups):
        if n in spans:
            result.append((groups[n][0], groups[n + 1][-1]))
            n += 2
        else:
            result.append(groups[n])
            n += 1
    return result


def _check_order(groups: list[Points]) -> None:
    for group in groups:
        low, high = group[0], group[-1]
        if low.first and high.last and low.first > high.last:
            raise Impossible("The second date is before the first.")
        same_shape = len(low.month) == len(high.month) and len(low.day) == len(high.day)
        undated = not low.dated and not high.dated
        if undated and same_shape and low.month == high.month and low.day > high.day:
            raise Impossible("The second day is before the first.")
        if low.dated != high.dated:
            raise Impossible("One of the two dates has no year.")


def _check_clocks(parsed: Parsed, groups: list[Points], join: Join) -> None:
    clock = parsed.clock
    if clock is None:
        return
    whole = _edtf(Meaning(tuple(groups), join))
    if clock.problem or (parsed.until and parsed.until.problem):
        problem = clock.problem or (parsed.until.problem if parsed.until else "")
        raise Impossible(problem, whole)
    single = join is Join.ONE and bool(groups[0][0].day)
    if (
        not single
        and not clock.part
        and not parsed.until
        and join is not Join.FROM
        and join is not Join.UNTIL
    ):
        raise Impossible("The time belongs to one day, and the date is not one day.", whole)
    if not groups[0][0].day:
        raise Impossible("The time needs a day, and the date has none.", whole)


def _weekday_clash(piece: Piece, points: Points) -> str:
    if piece.weekday is None or piece.form is Form.NTH_WEEKDAY:
        return ""
    day = points[0 if piece.form is not Form.WEEK_TO else -1].first
    if (
        not day
        or not piece.day.isdigit()
        or not piece.month.isdigit()
        or day.weekday() == piece.weekday
    ):
        return ""
    if piece.form is Form.WEEKEND:
        return ""
    return f"{shown(day)} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[piece.weekday]}."


def shown(day: date) -> str:
    """A date as people are shown it: “3 May 2011”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _against_latest(
    meaning: Meaning, latest: date | None, pivot: int
) -> tuple[Meaning, tuple[str, ...]]:
    firsts = [p.first for p in meaning.points if p.first]
    if not firsts or meaning.join is Join.UNTIL:
        return meaning, ()
    day = max(firsts)
    limit = (latest.year if latest else pivot) + (_PLAUSIBLE_AHEAD if latest else 10)
    if day.year > limit:
        raise Impossible(f"The year {day.year} lies too far ahead.", _swapped_year(meaning, limit))
    if latest and day > latest:
        return meaning.doubting("?"), (f"This is later than {shown(latest)}.",)
    return meaning, ()


def _swapped_year(meaning: Meaning, limit: int) -> str:
    """The date with the last two figures of its year swapped, if that makes it possible."""
    if len(meaning.points) != 1 or not meaning.points[0].year.isdigit():
        return ""
    point = meaning.points[0]
    year = point.year[:2] + point.year[3] + point.year[2]
    return replace(point, year=year, doubt="").edtf if int(year) <= limit else ""


def _edtf(meaning: Meaning) -> str:
    members = [g[0].edtf if len(g) == 1 else f"{g[0].edtf}..{g[1].edtf}" for g in meaning.groups]
    first, last = meaning.points[0], meaning.points[-1]
    if meaning.join is Join.SET:
        return "{" + ",".join(members) + "}"
    if meaning.join is Join.ONE_OF:
        return "[" + ",".join(members) + "]"
    if meaning.join is Join.FROM:
        return f"{first.edtf}/.."
    if meaning.join is Join.UNTIL:
        return f"../{last.edtf}"
    return f"{first.edtf}/{last.edtf}" if meaning.join is Join.SPAN else first.edtf


def _reading(meaning: Meaning, parsed: Parsed, text: str, *, why: tuple[str, ...]) -> Reading:
    first, last = _extent(meaning)
    doubt = reduce(joined, (p.doubt for p in meaning.points), "")
    edtf, time, doubt, extra = _timed(meaning, _edtf(meaning), doubt)
    notes = [note for note in (*why, *extra, *_conventions(parsed, meaning)) if note]
    alternatives = _alternatives(parsed, meaning, edtf)
    return Reading(
        text, edtf, first, last, doubt, time, " ".join(dict.fromkeys(notes)), False, alternatives
    )


def _extent(meaning: Meaning) -> tuple[date | None, date | None]:
    firsts = [p.first for p in meaning.points if p.first]
    lasts = [p.last for p in meaning.points if p.last]
    first = min(firsts) if firsts and meaning.join is not Join.UNTIL else None
    last = max(lasts) if lasts and meaning.join is not Join.FROM else None
    return first, last


def _timed(meaning: Meaning, edtf: str, doubt: str) -> tuple[str, str, str, tuple[str, ...]]:
    """The EDTF with its time, the time alone, the doubt of both, and what to say about it."""
    clock = meaning.clock
    if clock is None:
        return edtf, "", doubt, ()
    if clock.part:
        return edtf, clock.time, joined(doubt, clock.doubt), ()
    if meaning.until and not meaning.until.part:
        marks = [p.edtf.rstrip("~?%") for p in (meaning.points[0], meaning.points[-1])]
        both = joined(doubt, joined(clock.doubt, meaning.until.doubt))
        ends = [
            _stamp(mark, c.time) + both
            for mark, c in zip(marks, (clock, meaning.until), strict=True)
        ]
        return "/".join(ends), f"{clock.time}/{meaning.until.time}", both, ()
    uncertain = "" if clock.certain else "?"
    both = joined(doubt, joined(clock.doubt, uncertain))
    said = (
        ()
        if clock.certain
        else ("The text does not say whether the time is morning or afternoon.",)
    )
    day = meaning.points[0].edtf.rstrip("~?%")
    if meaning.join is not Join.ONE:
        stamped = _stamp(day, clock.time) + both
        return (
            (f"{stamped}/.." if meaning.join is Join.FROM else f"../{stamped}"),
            clock.time,
            both,
            said,
        )
    return _on_day(day, clock.time, both), clock.time, both, said


def _on_day(day: str, time: str, doubt: str) -> str:
    start, _, end = time.partition("/")
    if not end:
        return _stamp(day, start) + doubt
    if ".." in (start, end):
        return (
            f"../{_stamp(day, end)}{doubt}" if start == ".." else f"{_stamp(day, start)}{doubt}/.."
        )
    last = day
    if end < start and day.replace("-", "").isdigit():
        last = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return f"{_stamp(day, start)}{doubt}/{_stamp(last, end)}{doubt}"


def _stamp(day: str, time: str) -> str:
    return f"{day}T{time}:00"


def _conventions(parsed: Parsed, meaning: Meaning) -> tuple[str, ...]:
    notes = []
    if parsed.exclusive:
        notes.append("The day named is the limit and itself left out.")
    if NO_YEAR in {p.year for p in meaning.points}:
        notes.append("The year is missing.")
    if parsed.pieces[0].form is Form.SEASON and parsed.pieces[0].arg.startswith("24"):
        notes.append("Winter is read as December to February.")
    return tuple(notes)


def _alternatives(parsed: Parsed, meaning: Meaning, edtf: str) -> tuple[str, ...]:
    piece, point = parsed.pieces[0], meaning.points[0]
    found: list[str] = []
    if parsed.exclusive:
        found += _exclusive(meaning)
    if (
        meaning.clock
        and not meaning.clock.certain
        and meaning.join is Join.ONE
        and "/" not in meaning.clock.time
    ):
        hour = int(meaning.clock.time[:2]) + 12
        found.append(_stamp(point.edtf.rstrip("~?%"), f"{hour}{meaning.clock.time[2:]}"))
    if len(parsed.pieces) == 1 and parsed.join is Join.ONE:
        if piece.form in (Form.PART, Form.WEEK_OF_MONTH, Form.HALF) and len(meaning.points) == 2:
            found.append(Point(point.year, point.month if piece.month else "", "", "~").edtf)
        if piece.form is Form.TERM:
            found.append(f"{point.year}-{piece.arg}")
        if piece.form is Form.QUARTER:
            found.append(f"{point.year}-{32 + int(piece.arg)}")
        if "XX" in (point.day, point.month):
            found.append(
                "-".join(p for p in (point.year, point.month, point.day) if p and p != "XX")
            )
    years = meaning.join is Join.SPAN and not point.month and len(meaning.points) == 2
    if years and point.year.isdigit() and meaning.points[1].year == str(int(point.year) + 1):
        found.append(f"{point.year}-04/{meaning.points[1].year}-03")
    if meaning.join is Join.ONE_OF and len(meaning.points) == 2:
        found.append(f"{point.edtf}/{meaning.points[1].edtf}")
    return tuple(alternative for alternative in dict.fromkeys(found) if alternative != edtf)


def _exclusive(meaning: Meaning) -> list[str]:
    """The same bound without the day, month or year named."""
    before = meaning.join is Join.UNTIL
    point = meaning.points[-1 if before else 0]
    edge = point.first if before else point.last
    if edge is None:
        return []
    beyond = edge - timedelta(days=1) if before else edge + timedelta(days=1)
    parts = beyond.isoformat().split("-")[: 1 + bool(point.month) + bool(point.day)]
    written = "-".join(parts) + point.doubt
    return [f"../{written}" if before else f"{written}/.."]
