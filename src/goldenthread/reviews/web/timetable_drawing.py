"""The timetable as a picture: where each mark stands, worked out here so that the template only draws.

A picture repeats what the tables beside it say; nothing is told by it alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.domain.deadlines import Clock, in_words, months_after
from goldenthread.domain.planning import Station

WIDTH, LEFT, RIGHT = 860, 270, 24
_TOP, _ROW = 64, 34


@dataclass(frozen=True, slots=True)
class Tick:
    """A month’s first day, with its short name."""

    x: int
    words: str


@dataclass(frozen=True, slots=True)
class Upright:
    """A line through all rows: today, or a day on which the review is due."""

    x: int
    words: str
    kind: str
    anchor: str
    y: int


@dataclass(frozen=True, slots=True)
class Row:
    """One milestone: the day suggested, planned and reached, as far as there are any."""

    y: int
    words: str
    suggested: int
    planned: int
    reached: int | None
    is_late: bool
    was_moved: bool
    tells: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the template draws, in the units of its view box."""

    height: int
    bottom: int
    ticks: list[Tick]
    uprights: list[Upright]
    rows: list[Row]
    description: str
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = _TOP


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def at(self, day: date) -> int:
        """Where a day stands; one beyond the picture stands at its edge."""
        share = min(max((day - self.first).days / self.days, 0), 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT))


def drawn(stations: Sequence[Station], clock: Clock, *, name: str) -> Drawing:
    """The plan from the start of the clock to its end, with today and the days on which it is due."""
    scale = _scale(stations, clock)
    bottom = _TOP + _ROW * len(stations)
    return Drawing(
        height=bottom + (46 if clock.extensions else 28),
        bottom=bottom,
        ticks=_ticks(scale),
        uprights=_uprights(scale, clock, bottom=bottom),
        rows=[_row(scale, one, number) for number, one in enumerate(stations)],
        description=_description(stations, clock, name=name),
    )


def _scale(stations: Sequence[Station], clock: Clock) -> _Scale:
    days = [clock.due, clock.first_due, clock.stopped or min(clock.today, clock.due)]
    if clock.stopped is None and clock.is_late:
        days.append(min(clock.today, clock.due + timedelta(days=60)))
    for one in stations:
        days += [one.planned_on, one.suggested_on, one.reached_on or one.planned_on]
    return _Scale(clock.starts, (max(days) - clock.starts).days + 7)


def _ticks(scale: _Scale) -> list[Tick]:
    """At most fourteen, so that their words never meet."""
    last = scale.first + timedelta(days=scale.days)
    months = (last.year - scale.first.year) * 12 + last.month - scale.first.month
    step = -(-max(months, 1) // 14)
    day, ticks = scale.first.replace(day=1), []
    while (day := months_after(day, months=step)) <= last:
        year = f" {day:%y}" if day.month <= step else ""
        ticks.append(Tick(scale.at(day), f"{day:%b}{year}"))
    return ticks


def _uprights(scale: _Scale, clock: Clock, *, bottom: int) -> list[Upright]:
    found = [_upright(scale, clock.due, f"Due {in_words(clock.due)}", "due", bottom + 20)]
    if clock.extensions:
        first = f"First due {in_words(clock.first_due)}"
        found.append(_upright(scale, clock.first_due, first, "first", bottom + 38))
    if clock.stopped:
        found.append(
            _upright(scale, clock.stopped, f"Done {in_words(clock.stopped)}", "today", _TOP - 44)
        )
    else:
        found.append(_upright(scale, clock.today, "Today", "today", _TOP - 44))
    return found


def _upright(scale: _Scale, day: date, words: str, kind: str, y: int) -> Upright:
    x = scale.at(day)
    anchor = "start" if x < LEFT + 80 else "end" if x > WIDTH - RIGHT - 90 else "middle"
    return Upright(x, words, kind, anchor, y)


def _row(scale: _Scale, one: Station, number: int) -> Row:
    return Row(
        y=_TOP + _ROW * number + _ROW // 2,
        words=one.milestone.name,
        suggested=scale.at(one.suggested_on),
        planned=scale.at(one.planned_on),
        reached=scale.at(one.reached_on) if one.reached_on else None,
        is_late=one.is_late and one.reached_on is None,
        was_moved=one.was_moved,
        tells=_tells(one),
    )


def _tells(one: Station) -> str:
    told = f"{one.milestone.name}: planned for {in_words(one.planned_on)}"
    if one.reached_on:
        return f"{told}, reached on {in_words(one.reached_on)}"
    return f"{told}, late" if one.is_late else f"{told}, ahead"


def _description(stations: Sequence[Station], clock: Clock, *, name: str) -> str:
    told = [f"{name}: {clock.sum}.", *(f"{_tells(one)}." for one in stations)]
    return " ".join(told)
