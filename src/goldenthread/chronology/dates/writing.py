"""Readings written down: EDTF, first and last day, time, doubt, reasons and alternatives."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce

from goldenthread.chronology.dates.clock import Clock
from goldenthread.chronology.dates.compound import Join, Parsed
from goldenthread.chronology.dates.model import Reading
from goldenthread.chronology.dates.pieces import Form
from goldenthread.chronology.dates.points import NO_YEAR, Point, doubted, joined
from goldenthread.chronology.dates.realise import Points


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


def edtf_of(meaning: Meaning) -> str:
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


def reading_of(meaning: Meaning, parsed: Parsed, text: str, *, why: tuple[str, ...]) -> Reading:
    first, last = _extent(meaning)
    doubt = reduce(joined, (p.doubt for p in meaning.points), "")
    edtf, time, doubt, extra = _timed(meaning, edtf_of(meaning), doubt)
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
    return _on_day(day, clock.time, both, clock.seconds), clock.time, both, said


def _on_day(day: str, time: str, doubt: str, seconds: str) -> str:
    start, _, end = time.partition("/")
    if not end:
        return _stamp(day, start, seconds) + doubt
    if ".." in (start, end):
        return (
            f"../{_stamp(day, end)}{doubt}" if start == ".." else f"{_stamp(day, start)}{doubt}/.."
        )
    last = day
    if end < start and day.replace("-", "").isdigit():
        last = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return f"{_stamp(day, start)}{doubt}/{_stamp(last, end)}{doubt}"


def _stamp(day: str, time: str, seconds: str = "") -> str:
    return f"{day}T{time}:{seconds or '00'}"


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
