"""Missing years taken from the order of the rows: December 22, then January 26 of the next year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from goldenthread.chronology.dates.finish import finish, lacks_year, shown
from goldenthread.chronology.dates.model import Reading
from goldenthread.chronology.dates.reading import DEFAULT_PIVOT, Outcome

SLIP = 31  # days by which neighbouring rows may be out of order and still be in order
_MOSTLY = 4  # the order holds when no more than one in four steps goes against it
_ENOUGH = 3  # rows without a year that can show a direction by themselves


@dataclass(frozen=True, slots=True)
class Anchor:
    """A dated row: where it stands, its day in the order of rows, and what it says."""

    index: int
    first: date
    last: date
    whole_year: bool = False
    heading: bool = False

    @property
    def says(self) -> str:
        """The row as the reason names it."""
        if self.heading:
            return f"the heading {self.first.year}"
        return f"the row for {self.first.year}" if self.whole_year else shown(self.first)


def with_years(
    outcomes: Sequence[Outcome], *, latest: date | None, year: int | None
) -> dict[int, Reading]:
    """The readings of rows without a year, by index, where the rows around allow only one.

    Nothing is inferred when the dated rows are in no order, when a year would put the row out of
    order, or when it would lie after ``latest``.
    """
    anchors = _anchors(outcomes)
    wanting = [n for n, found in enumerate(outcomes) if found.parsed and lacks_year(found.parsed)]
    if not wanting or not (anchors or year):
        return {}
    rising, falling = (_placed(outcomes, wanting, anchors, sign, latest, year) for sign in (1, -1))
    if not _kept(anchors, 1):
        return falling if _kept(anchors, -1) else {}
    if _kept(anchors, -1) and len(wanting) >= _ENOUGH:
        # Nothing but the rows without a year shows the direction: the true one travels far less.
        far, near = _distance(rising, anchors), _distance(falling, anchors)
        if len(falling) >= len(rising) and far > 2 * near:
            return falling
    return rising


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
    outcomes: Sequence[Outcome],
    wanting: Sequence[int],
    anchors: Sequence[Anchor],
    sign: int,
    latest: date | None,
    year: int | None,
) -> dict[int, Reading]:
    known = {a.index: a for a in anchors}
    found: dict[int, Reading] = {}
    heading = None
    if year:
        heading = Anchor(-1, date(year, 1, 1), date(year, 12, 31), whole_year=True, heading=True)
    before = heading
    leading: list[int] = []
    for n in range(len(outcomes)):
        if n in known:
            for back in reversed(leading):
                known_after = _nearest(known, back, 1)
                placed = _place(outcomes[back], back, known_after, None, -sign, latest)
                if placed:
                    found[back], known[back] = placed
            leading = []
            before = known[n]
        elif n in wanting and before:
            placed = _place(outcomes[n], n, before, _nearest(known, n, 1), sign, latest)
            if placed:
                found[n], before = placed
        elif n in wanting:
            leading.append(n)
    return found


def _nearest(known: dict[int, Anchor], n: int, way: int) -> Anchor | None:
    indices = sorted((i for i in known if (i - n) * way > 0), key=lambda i: abs(i - n))
    return known[indices[0]] if indices else None


def _place(
    outcome: Outcome,
    index: int,
    near: Anchor | None,
    beyond: Anchor | None,
    sign: int,
    latest: date | None,
) -> tuple[Reading, Anchor] | None:
    """The reading with the first year that keeps the row in order after ``near``, before ``beyond``."""
    if near is None:
        return None
    years = range(near.first.year - 1, near.last.year + 2)
    readings = [(y, _read(outcome, y, latest)) for y in (years if sign > 0 else reversed(years))]
    fitting = [
        (y, r, a)
        for y, r in readings
        if r and (a := _as_anchor(r, index)) and _fits(a, near, beyond, sign)
    ]
    weekday_right = [found for found in fitting if "not a " not in found[1].why]
    chosen = (weekday_right or fitting)[:1]
    if not chosen:
        return None
    year, read, anchor = chosen[0]
    if (
        anchor.first.year != near.first.year
        and _back(near, anchor, sign) > 0
        and not near.whole_year
    ):
        return None
    bounded = beyond is not None and near.index >= 0 and not near.whole_year
    others = tuple(r.edtf for y, r, _ in fitting if y != year) if bounded else ()
    if others:
        read = _read(outcome, year, latest, doubt="?") or read
    return replace(_explained(read, year, near, others=others), alternatives=others), anchor


def _fits(anchor: Anchor, near: Anchor, beyond: Anchor | None, sign: int) -> bool:
    slip = 0 if near.whole_year else SLIP
    if near.whole_year and _back(near, anchor, sign) > 0:
        return False
    if _back(near, anchor, sign) > slip:
        return False
    return beyond is None or _back(anchor, beyond, sign) <= SLIP


def _read(outcome: Outcome, year: int, latest: date | None, *, doubt: str = "") -> Reading | None:
    if outcome.parsed is None:
        return None
    pivot = latest.year if latest else DEFAULT_PIVOT
    pieces = tuple(piece.doubting(doubt) for piece in outcome.parsed.pieces)
    parsed = replace(outcome.parsed, pieces=pieces)
    read = finish(parsed, outcome.read.text, pivot=pivot, latest=latest, year=str(year))
    if not isinstance(read, Reading):
        return None
    day = read.first or read.last
    ahead = latest or date(DEFAULT_PIVOT, 12, 31)
    return read if day and day <= ahead else None


def _as_anchor(read: Reading, index: int) -> Anchor | None:
    first, last = read.first or read.last, read.last or read.first
    return Anchor(index, first, last) if first and last else None


def _explained(read: Reading, year: int, near: Anchor, *, others: tuple[str, ...]) -> Reading:
    why = f"The year {year} was taken from the order of the rows, next to {near.says}."
    if near.heading:
        why = f"The year {year} was taken from {near.says} and the order of the rows."
    if others:
        why += " Another year would also keep the order."
    return replace(read, inferred=True, why=" ".join(part for part in (why, read.why) if part))
