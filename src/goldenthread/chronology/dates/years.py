"""Missing years taken from the order of the rows: December 22, then January 26 of the next year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise

from goldenthread.chronology.dates.finish import lacks_year, shown
from goldenthread.chronology.dates.model import Reading
from goldenthread.chronology.dates.reading import Outcome
from goldenthread.chronology.dates.yearless import SLIP, Choice, Yearless, between, beyond, walk

_MOSTLY = 4  # the order holds when no more than one in four steps goes against it
_ENOUGH = 3  # rows without a year that can show a direction by themselves


@dataclass(frozen=True, slots=True)
class Anchor:
    """A dated row: where it stands, its first and last day, and whether it gives only a year.

    ``heads`` is true of a year that stands over rows of that year, ``given`` of one that the
    caller found above the table.
    """

    index: int
    first: date
    last: date
    whole_year: bool = False
    heads: bool = False
    given: bool = False

    @property
    def says(self) -> str:
        """The row as the reason names it."""
        if self.given:
            return f"the heading {self.first.year}"
        if self.whole_year:
            return f"the row for {self.first.year}"
        day = shown(self.first)
        whole_month = self.first.day == 1 and (self.last - self.first).days >= 27
        return day.partition(" ")[2] if whole_month else day


def with_years(
    outcomes: Sequence[Outcome], *, latest: date | None, year: int | None
) -> dict[int, Reading]:
    """The readings of rows without a year, by index, as the rows around allow.

    A year that is not the only possible one is doubted, and the others are named. Nothing is
    inferred when the dated rows are in no order, when every year would put the row out of order,
    or when it would lie after ``latest``.
    """
    wanting = {
        n: Yearless(n, found, latest)
        for n, found in enumerate(outcomes)
        if found.parsed and lacks_year(found.parsed)
    }
    anchors = _anchors(outcomes)
    if year:
        top = Anchor(-1, date(year, 1, 1), date(year, 12, 31), whole_year=True, given=True)
        anchors.insert(0, top)
    if not wanting or not anchors:
        return {}
    rising, falling = (_kept(anchors, sign) and _headed(anchors, sign) for sign in (1, -1))
    if rising and falling and len(wanting) >= _ENOUGH:
        up, down = _placed(wanting, anchors, 1), _placed(wanting, anchors, -1)
        # Nothing but the rows without a year shows the direction: the true one travels far less.
        shorter = _distance(up, anchors) > 2 * _distance(down, anchors)
        return down if len(down) >= len(up) and shorter else up
    return _placed(wanting, anchors, 1 if rising else -1) if rising or falling else {}


def _anchors(outcomes: Sequence[Outcome]) -> list[Anchor]:
    found = []
    for n, outcome in enumerate(outcomes):
        read = outcome.read
        if not isinstance(read, Reading) or not (read.first or read.last):
            continue
        first, last = read.first or read.last, read.last or read.first
        if first and last and (last - first).days <= 366:
            whole = len(read.edtf.rstrip("~?%")) == 4
            found.append(Anchor(n, first, last, whole))
    return found


def _kept(anchors: Sequence[Anchor], sign: int) -> bool:
    """Whether the dated rows keep to a direction: 1 rising, -1 falling."""
    days = [a for a in anchors if not a.whole_year]
    against = sum(_back(a, b, sign) > SLIP for a, b in pairwise(days))
    return against * _MOSTLY < max(len(days), _MOSTLY) and (against == 0 or len(days) > _MOSTLY)


def _headed(anchors: Sequence[Anchor], sign: int) -> bool:
    """Whether no year that stands alone goes against the direction."""
    years = [a.first.year * sign for a in anchors if a.whole_year]
    return all(a <= b for a, b in pairwise(years))


def _back(earlier: Anchor, later: Anchor, sign: int) -> int:
    """By how many days the second of two rows goes against the direction."""
    if sign > 0:
        return (earlier.first - later.last).days
    return (later.first - earlier.last).days


def _distance(found: dict[int, Reading], anchors: Sequence[Anchor]) -> int:
    """How far the dates travel from row to row in all: the true direction travels least."""
    days = {a.index: a.first for a in anchors}
    days |= {n: read.first or read.last or date.min for n, read in found.items()}
    line = [days[n] for n in sorted(days)]
    return sum(abs((b - a).days) for a, b in pairwise(line))


def _placed(
    wanting: dict[int, Yearless], anchors: Sequence[Anchor], sign: int
) -> dict[int, Reading]:
    """Every row that finds a year, the column being read in the direction of time."""
    settled: dict[int, tuple[Choice, Anchor]] = {}
    anchors = [_heading(a, wanting, anchors, sign, settled) for a in anchors]
    line: list[Anchor | Yearless] = [*anchors, *(_anchor(c) for c, _ in settled.values())]
    line += [row for n, row in wanting.items() if n not in settled]
    line.sort(key=lambda place: place.index * sign)
    for choice, near in _through(line, sign):
        settled[choice.row.index] = (choice, near)
    found = {n: _reading(choice, near) for n, (choice, near) in settled.items()}
    return {n: read for n, read in found.items() if read}


def _anchor(choice: Choice) -> Anchor:
    first, last = choice.row.days(choice.year) or (date.min, date.max)
    return Anchor(choice.row.index, first, last)


def _heading(
    anchor: Anchor,
    wanting: dict[int, Yearless],
    anchors: Sequence[Anchor],
    sign: int,
    settled: dict[int, tuple[Choice, Anchor]],
) -> Anchor:
    """A year alone, with the rows below it, as far as they keep the order, settled in that year."""
    if not anchor.whole_year:
        return anchor
    after = min((a for a in anchors if a.index > anchor.index), key=lambda a: a.index, default=None)
    lone = sum(a.whole_year for a in anchors) == 1
    if after and lone and abs(after.first.year - anchor.first.year) > 1:
        return anchor  # a row for a year, and not a heading over a table
    rows = []
    n = anchor.index + 1
    while n in wanting:
        rows.append(wanting[n])
        n += 1
    # The rows may be out of order among themselves, but not lie outside the year.
    slip = timedelta(days=SLIP)
    start = anchor.first + slip if sign > 0 else anchor.last - slip
    for row, year in zip(rows, walk(rows, start, sign, slip=SLIP), strict=True):
        placed = Choice(row, anchor.first.year)
        if year != anchor.first.year or (after and _back(_anchor(placed), after, sign) > SLIP):
            break
        settled[row.index] = (placed, anchor)
    return replace(anchor, heads=bool(rows))


def _through(line: Sequence[Anchor | Yearless], sign: int) -> Iterator[tuple[Choice, Anchor]]:
    """The choices for each run of rows without a year, each beside the dated row it leans on."""
    pace = _pace([place for place in line if isinstance(place, Anchor) and not place.whole_year])
    before: Anchor | None = None
    runs = [(kind, list(run)) for kind, run in groupby(line, key=lambda p: isinstance(p, Anchor))]
    for n, (dated, run) in enumerate(runs):
        if dated:
            before = run[-1] if isinstance(run[-1], Anchor) else None
            continue
        rows = [row for row in run if isinstance(row, Yearless)]
        ahead = runs[n + 1][1][0] if n + 1 < len(runs) else None
        after = ahead if isinstance(ahead, Anchor) else None
        yield from _beside(rows, before, after, sign, pace)


def _beside(
    rows: list[Yearless], before: Anchor | None, after: Anchor | None, sign: int, pace: float
) -> Iterator[tuple[Choice, Anchor]]:
    if before and after:
        yield from _leaning(between(rows, _floor(before, sign), _ceiling(after, sign)), before)
    elif before:
        yield from _leaning(beyond(rows, _floor(before, sign), 1, pace=pace), before)
    elif after:
        yield from _leaning(beyond(rows[::-1], _ceiling(after, sign), -1, pace=pace), after)


def _leaning(choices: Iterator[Choice], near: Anchor) -> Iterator[tuple[Choice, Anchor]]:
    for choice in choices:
        yield choice, near
        near = _anchor(choice)


def _floor(anchor: Anchor, sign: int) -> date:
    """The day that later rows must not lie before."""
    beyond_year = anchor.heads and sign < 0  # the rows above a heading lie after its year
    return anchor.last + timedelta(days=1) if beyond_year else anchor.first


def _ceiling(anchor: Anchor, sign: int) -> date:
    """The day that earlier rows must not lie after."""
    beyond_year = anchor.heads and sign > 0  # the rows above a heading lie before its year
    return anchor.first - timedelta(days=1) if beyond_year else anchor.last


def _pace(anchors: Sequence[Anchor]) -> float:
    """The mean number of days between dated rows that stand next to each other in the line."""
    steps = [
        abs((b.first - a.first).days) for a, b in pairwise(anchors) if abs(b.index - a.index) == 1
    ]
    return sum(steps) / len(steps) if len(steps) >= _ENOUGH else 0.0


def _reading(choice: Choice, near: Anchor) -> Reading | None:
    read = choice.row.read(choice.year, doubt="?" if choice.others else "")
    if read is None:
        return None
    others = [choice.row.read(year) for year in choice.others]
    why = f"The year {choice.year} was taken from the order of the rows, next to {near.says}."
    if near.given:
        why = f"The year {choice.year} was taken from {near.says} and the order of the rows."
    if others:
        why += " Another year would also keep the order."
    return replace(
        read,
        inferred=True,
        why=" ".join(part for part in (why, read.why) if part),
        alternatives=tuple(other.edtf for other in others if other),
    )
