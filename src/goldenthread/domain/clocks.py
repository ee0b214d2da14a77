"""The clocks of a review as data: what starts each, how long it runs, what stops it, and whose rule it is.

A review type lists its events, clocks and milestones. Here they are worked out, with every step of
the sum in words, so that anybody can check it by hand. Dates and holidays are passed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.calendars import NATIONS, Calendar, working_days_from
from goldenthread.domain.deadlines import in_words, months_after
from goldenthread.domain.duties import Duty, carries_out

_HERE = ZoneInfo("Europe/London")
_HOURS_A_DAY = 24
_LONGEST = 999


class Unit(StrEnum):
    """What a clock counts in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"


_UNIT_WORDS: dict[Unit, tuple[str, str]] = {
    Unit.HOURS: ("hour", "hours"),
    Unit.DAYS: ("day", "days"),
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.MONTHS: ("calendar month", "calendar months"),
}


class EventFact(StrEnum):
    """Something whose day the record of the review itself tells, so that nobody types it again."""

    REFERRED = "referred"
    ASKED = "asked"
    ANSWERED = "answered"
    JUDGED = "judged"
    DECIDED = "decided"
    TOLD = "told"
    PANEL_FORMED = "panel_formed"
    TERMS_APPROVED = "terms_approved"
    EVIDENCE_BEGUN = "evidence_begun"
    CHRONOLOGIES_IN = "chronologies_in"
    REPORTS_IN = "reports_in"
    REPORTS_ACCEPTED = "reports_accepted"
    WITH_BOARD = "with_board"
    SIGNED_OFF = "signed_off"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day and starts or stops a clock.

    ``key`` is its name on the command line. ``fact`` says where the record tells its day. An event that
    ``is_by_hand`` is recorded on the timetable; where it has a fact too, the recorded day comes first. One that
    ``may_be_ahead`` can be given the day it is planned for, until the record tells the day it happened.
    """

    key: str
    words: str
    fact: EventFact | None = None
    is_by_hand: bool = False
    may_be_ahead: bool = False


@dataclass(frozen=True, slots=True)
class ClockRule:
    """One clock: how long after (or, where the length is negative, before) one event another is due.

    ``is_fixed``: statute or national guidance; no Board changes its length. ``is_most``: national
    guidance gives the longest; a Board may set a shorter one. ``starts_or``: other events that a Board may
    count from instead. ``is_main``: the clock of the review as a whole (P24), which starts only with a
    decision for a review. ``warns_at``: how much of the time, in per cent, has gone when it warns.
    """

    key: str
    name: str
    starts: str
    stops: str
    length: int
    unit: Unit
    source: str
    is_fixed: bool = False
    is_most: bool = False
    is_main: bool = False
    may_be_extended: bool = False
    starts_or: tuple[str, ...] = ()
    warns_at: tuple[int, ...] = (50, 75, 90)

    @property
    def length_words(self) -> str:
        """The length with its unit: “6 calendar months”, “7 working days before”."""
        one, many = _UNIT_WORDS[self.unit]
        counted = f"{abs(self.length)} {one if abs(self.length) == 1 else many}"
        return f"{counted} before" if self.length < 0 else counted

    @property
    def unit_words(self) -> str:
        """The unit alone, in the plural: “calendar months”."""
        return _UNIT_WORDS[self.unit][1]


@dataclass(frozen=True, slots=True)
class Milestone:
    """One station of the plan: when it should be reached, in weeks from the start of the main clock.

    ``done`` is the event with which it is reached.
    """

    key: str
    name: str
    weeks: int
    done: str


@dataclass(frozen=True, slots=True)
class OwnLength:
    """What a Board's own protocol says of a clock that it may change."""

    length: int
    starts: str


@dataclass(frozen=True, slots=True)
class Worked:
    """A clock worked out from the day it started: when it is due, and each step of the sum in words.

    ``due_at`` is the moment, where hours were counted from a known moment; otherwise it is due by the end
    of the day ``due``.
    """

    starts: date
    due: date
    steps: tuple[str, ...]
    due_at: datetime | None = None

    @property
    def sum(self) -> str:
        """The steps in one sentence, ending with when it is due."""
        due = _moment(self.due_at) if self.due_at else f"by the end of {in_words(self.due)}"
        return f"{'; '.join(self.steps)}; due {due}"


@carries_out(Duty.P24)
def worked_out(rule: ClockRule, start: date | datetime, *, calendar: Calendar) -> Worked:
    """When the clock is due, counted from ``start`` in the rule's own unit.

    Months are calendar months, clipped at a month's end. Hours are counted from the moment where it is
    given (with its zone, or else as the clocks in the United Kingdom show it); where only the day is known,
    in whole days.
    """
    if rule.unit is Unit.HOURS and isinstance(start, datetime):
        return _hours(rule, start)
    day = start.date() if isinstance(start, datetime) else start
    if rule.unit is Unit.MONTHS:
        return _months(rule, day)
    if rule.unit is Unit.WORKING_DAYS:
        return _working_days(rule, day, calendar)
    if rule.unit is Unit.HOURS:
        return _whole_days(rule, day)
    return Worked(day, day + timedelta(days=rule.length), (_counted(rule, day),))


@carries_out(Duty.P23)
def may_happen_now(
    event: str,
    rules: tuple[ClockRule, ...],
    words: tuple[Event, ...],
    *,
    days: Mapping[str, date],
    today: date,
    calendar: Calendar,
) -> Answer:
    """Whether an event may happen today, as far as something must come so long before it.

    Where a rule counts back from the event (a copy seven working days before publication), what must come
    first has its day on the record, and that time has gone by. ``words`` are the type's events.
    """
    for rule in rules:
        if rule.starts != event or rule.length >= 0:
            continue
        first = event_words(words, rule.stops)
        if rule.stops not in days:
            return Answer(
                f"Not yet: {first} must come at least {rule.length_words.removesuffix(' before')} before, and has"
                " no day on the timetable."
            )
        earliest = worked_out(
            replace(rule, length=-rule.length), days[rule.stops], calendar=calendar
        ).due
        if today < earliest:
            return Answer(
                f"Not before {in_words(earliest)}: {first} was on {in_words(days[rule.stops])}, and"
                f" {rule.length_words.removesuffix(' before')} must pass."
            )
    return YES


def clocks_here(
    rules: tuple[ClockRule, ...], own: Mapping[str, OwnLength]
) -> tuple[ClockRule, ...]:
    """The clocks as this Board counts them: its own length where it may set one, by the clock's key."""
    return tuple(
        replace(rule, length=own[rule.key].length, starts=own[rule.key].starts)
        if rule.key in own and may_set_length(rule, own[rule.key])
        else rule
        for rule in rules
    )


def may_set_length(rule: ClockRule, own: OwnLength) -> Answer:
    """A Board sets its own length for a clock of its own protocol, never for one that is fixed nationally."""
    if rule.is_fixed:
        return Answer(f"This length is fixed: {rule.source}. Only an extension moves the day.")
    if own.starts not in (rule.starts, *rule.starts_or):
        return Answer("Choose one of the events in the list for the clock to count from.")
    if not 1 <= abs(own.length) <= _LONGEST or (own.length < 0) != (rule.length < 0):
        return Answer(f"Give the length as a whole number from 1 to {_LONGEST}.")
    if rule.is_most and own.length > rule.length:
        return Answer(
            f"National guidance allows at most {rule.length_words}. A shorter time can be set, not a longer one."
        )
    return YES


def event_words(events: tuple[Event, ...], key: str) -> str:
    """The event in words; its key where the type does not list it."""
    return {event.key: event.words for event in events}.get(key, key)


def _months(rule: ClockRule, day: date) -> Worked:
    due = months_after(day, months=rule.length)
    steps = [_counted(rule, day)]
    if due.day != day.day:
        ordinal = f"{day.day}st" if day.day == 31 else f"{day.day}th"
        steps.append(f"{due:%B %Y} has no {ordinal}, so its last day counts")
    return Worked(day, due, tuple(steps))


def _working_days(rule: ClockRule, day: date, calendar: Calendar) -> Worked:
    counted = working_days_from(day, days=rule.length, calendar=calendar)
    nation = NATIONS.get(calendar.nation, calendar.nation)
    steps = [_counted(rule, day), "weekends are not counted"]
    if counted.passed:
        named = ", ".join(f"{in_words(one)} ({calendar.holidays[one]})" for one in counted.passed)
        many = "bank holiday" if len(counted.passed) == 1 else "bank holidays"
        steps.append(f"nor {len(counted.passed)} {many} in {nation}: {named}")
    else:
        steps.append(f"no bank holiday in {nation} falls between")
    return Worked(day, counted.day, tuple(steps))


def _whole_days(rule: ClockRule, day: date) -> Worked:
    days = -(-rule.length // _HOURS_A_DAY)
    step = f"the hour is not known, so {days} whole days are counted"
    return Worked(day, day + timedelta(days=days), (_counted(rule, day), step))


def _hours(rule: ClockRule, start: datetime) -> Worked:
    begins = (start if start.tzinfo else start.replace(tzinfo=_HERE)).astimezone(_HERE)
    # Hours are counted on a clock that is never put forward or back, then told on ours.
    ends = (begins.astimezone(UTC) + timedelta(hours=rule.length)).astimezone(_HERE)
    steps = [f"{rule.length_words} after {_moment(begins)}"]
    if begins.utcoffset() != ends.utcoffset():
        later = (ends.utcoffset() or timedelta()) > (begins.utcoffset() or timedelta())
        steps.append(f"the clocks go {'forward' if later else 'back'} an hour on the way")
    return Worked(begins.date(), ends.date(), tuple(steps), due_at=ends)


def _counted(rule: ClockRule, day: date) -> str:
    joined = "" if rule.length < 0 else " after"
    return f"{rule.length_words}{joined} {in_words(day)}"


def _moment(moment: datetime) -> str:
    hour = moment.hour % 12 or 12
    half = "am" if moment.hour < 12 else "pm"
    return f"{hour}:{moment:%M}{half} on {in_words(moment.date())}"
