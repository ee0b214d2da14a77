"""The plan of a review: when each station should be reached, and what a delay does to those after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.clocks import Milestone
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import Duty, carries_out


class Later(StrEnum):
    """What becomes of the later stations when one is delayed."""

    MOVE = "move"
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class Station:
    """A milestone in one review: the day planned for it, and the day it was reached.

    ``suggested_on`` is the day the type's own plan gives; ``planned_on`` the one that counts.
    """

    milestone: Milestone
    suggested_on: date
    planned_on: date
    reason: str
    reached_on: date | None
    today: date

    @property
    def is_late(self) -> bool:
        """Whether it was not reached by the end of the day planned for it."""
        return (self.reached_on or self.today) > self.planned_on

    @property
    def was_moved(self) -> bool:
        """Whether somebody planned another day than the type suggests."""
        return self.planned_on != self.suggested_on


@dataclass(frozen=True, slots=True)
class Move:
    """What a change of the plan does to one station."""

    milestone: Milestone
    before: date
    after: date


def plan(
    milestones: Sequence[Milestone],
    *,
    starts: date,
    set_days: Mapping[str, tuple[date, str]],
    reached: Mapping[str, date],
    today: date,
) -> list[Station]:
    """Every station with its day: the one somebody set (with the reason), else so many weeks from the start.

    ``set_days`` is by the milestone's key; ``reached`` by the event with which it is done.
    """
    found = []
    for milestone in milestones:
        suggested = starts + timedelta(weeks=milestone.weeks)
        planned, reason = set_days.get(milestone.key, (suggested, ""))
        done = reached.get(milestone.done)
        found.append(Station(milestone, suggested, planned, reason, done, today))
    return found


@carries_out(Duty.P24)
def moved(
    stations: Sequence[Station], key: str, to: date, *, later: Later = Later.MOVE
) -> list[Move]:
    """What planning another day does: a delay moves every later station not yet reached by as many days.

    Unless they are to stay. A station planned earlier than before moves alone: that there is more time is no
    reason to hurry others. KeyError for a station that the plan does not have.
    """
    at = {station.milestone.key: number for number, station in enumerate(stations)}[key]
    this, after = stations[at], stations[at + 1 :]
    moves = [Move(this.milestone, this.planned_on, to)]
    delay = to - this.planned_on
    if later is Later.MOVE and delay > timedelta():
        moves += [
            Move(one.milestone, one.planned_on, one.planned_on + delay)
            for one in after
            if one.reached_on is None
        ]
    return moves


@carries_out(Duty.P24)
def may_plan(station: Station, *, to: date, starts: date, reason: str) -> Answer:
    """Another day is planned with a reason, for a station that has not been reached, after the clock's start."""
    if station.reached_on is not None:
        return Answer(f"This was reached on {in_words(station.reached_on)}.")
    if to == station.planned_on:
        return Answer("This is the day that is planned already. Enter another.")
    if to < starts:
        return Answer(f"The clock started on {in_words(starts)}; enter a later day.")
    return YES if reason.strip() else Answer("Say why another day is planned.")


def days_beyond(moves: Sequence[Move], *, due: date) -> int:
    """By how many days the last of these days passes the due day; 0 where all are in time."""
    return max(0, max(((move.after - due).days for move in moves), default=0))
