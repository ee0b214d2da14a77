"""When is an agency reminded of what it was asked for, and who is told? A ladder: before, on, after, above.

Each rung is a number of working days from the due day, and the roles at the agency that are told. How
many days is data: a Board's own protocol may say otherwise. Days and holidays are passed in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.calendars import Calendar, working_days_from
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.roles import Role


class About(StrEnum):
    """What an agency is reminded of."""

    SECURING = "securing"
    SCOPING = "scoping"
    AUTHOR = "author"
    CHRONOLOGY = "chronology"
    REPORT = "report"


ABOUT_WORDS: dict[About, str] = {
    About.SECURING: "to say that its records are secured",
    About.SCOPING: "to say whether it was involved",
    About.AUTHOR: "to name its author",
    About.CHRONOLOGY: "to bring its chronology",
    About.REPORT: "to submit its report",
}
"""What the agency is asked, after “is asked …”. None of it says anything of a case."""


class Rung(StrEnum):
    """A rung of the ladder, or a reminder that somebody sent by hand."""

    BEFORE = "before"
    ON_THE_DAY = "on_the_day"
    AFTER = "after"
    ABOVE = "above"
    BY_HAND = "by_hand"


RUNG_WORDS: dict[Rung, str] = {
    Rung.BEFORE: "Before it was due",
    Rung.ON_THE_DAY: "On the day",
    Rung.AFTER: "After the day",
    Rung.ABOVE: "To the senior officer",
    Rung.BY_HAND: "By hand",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One rung as data: how many working days after the due day (before it: negative), and who is told."""

    rung: Rung
    working_days: int
    told: tuple[Role, ...]


LADDER = (
    Step(Rung.BEFORE, -2, (Role.AGENCY_CONTACT,)),
    Step(Rung.ON_THE_DAY, 0, (Role.AGENCY_CONTACT,)),
    Step(Rung.AFTER, 2, (Role.AGENCY_CONTACT,)),
    Step(Rung.ABOVE, 5, (Role.SENIOR_OFFICER,)),
)
"""The ladder where a Board has no other. No guidance gives the lengths; they are common local practice."""


def ladder_with(lengths: Mapping[str, object]) -> tuple[Step, ...]:
    """The ladder with this Board's own lengths, by key “reminder_before”, “reminder_after” and so on.

    What is not a whole number, or is not there, leaves a rung where it was.
    """
    return tuple(_moved(step, lengths.get(f"reminder_{step.rung}")) for step in LADDER)


def _moved(step: Step, days: object) -> Step:
    if isinstance(days, bool) or not isinstance(days, int):
        return step
    return replace(step, working_days=days)


@carries_out(Duty.P7)
def rung_due(
    due_on: date, *, today: date, calendar: Calendar, ladder: Sequence[Step] = LADDER
) -> Step | None:
    """The highest rung whose day has come; None before the first.

    Lower rungs whose day passed unseen (nobody was at work, or the question was put late) are left out:
    nobody is sent three reminders on one morning.
    """
    reached = [
        step
        for step in ladder
        if working_days_from(due_on, days=step.working_days, calendar=calendar).day <= today
    ]
    return max(reached, key=lambda step: step.working_days, default=None)


@carries_out(Duty.P7)
def may_chase(*, owes: bool, chased_today: bool) -> Answer:
    """Somebody may chase an agency by hand, once a day, for what it still owes."""
    if not owes:
        return Answer("The agency has nothing outstanding here, so there is nothing to chase.")
    if chased_today:
        return Answer("The agency has been chased about this today. Give it until tomorrow.")
    return YES
