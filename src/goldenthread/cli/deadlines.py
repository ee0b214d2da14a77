"""The command ``deadlines``: every clock of a review type, from the days on which things happened."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import click

from goldenthread.accounts.bank_holidays import FIRST_YEAR, LAST_YEAR, calendar_of
from goldenthread.domain.calendars import NATIONS, Calendar
from goldenthread.domain.clocks import ClockRule, Event, Worked, event_words, worked_out
from goldenthread.domain.deadlines import Clock, in_words, running
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.review_types.kinds import ReviewType

_NATION_NAMES = [nation.replace("_", "-") for nation in NATIONS]


def _events_help() -> str:
    """The events of every type, one a line; ``\\b`` keeps the lines apart in the help."""
    lines = []
    for key, kind in sorted(REVIEW_TYPES.items()):
        starting = {name for clock in kind.clocks for name in (clock.starts, *clock.starts_or)}
        lines += ["\b", f"Events of {key} (* starts a clock):"]
        lines += [
            f"  {'*' if event.key in starting else ' '} {event.key}: {event.words}"
            for event in kind.events
        ]
        lines.append("")
    return "\n".join(lines)


_HELP = f"""Work out every clock of a review from the days on which things happened.

Give each event as EVENT=DAY, for example

\b
  goldenthread deadlines --type scr-2010 --event chair-decided=2010-08-31

The day is written 2010-08-31; where hours count, the moment can be given as 2010-08-31T22:30 (by the clocks
of the United Kingdom, or with its zone). Months are calendar months, clipped at a month’s end; working days
leave out weekends and the nation’s bank holidays. A clock whose first event is not given says which one
it needs. When the event that stops a clock is given too, its sum says on which day it stopped.

With --json it prints a list with an object for each clock: “clock” (its key), “name”, “from” (the event),
“starts” and “due” (days, null where they are not known), “due_at” (the moment, where hours were counted
from one), “until” (the event that stops it), “sum” (every step, in words), “source” and “is_fixed”.

{_events_help()}
Ends with 0; with 2 and a sentence when something given cannot be used."""


@click.command(help=_HELP)
@click.option(
    "--type",
    "type_key",
    type=click.Choice(sorted(REVIEW_TYPES)),
    default="scr-2010",
    show_default=True,
    help="The regime and version whose clocks are asked.",
)
@click.option(
    "--event",
    "given",
    multiple=True,
    metavar="EVENT=DAY",
    help="Something that happened, and when. Can be given several times.",
)
@click.option(
    "--nation",
    type=click.Choice(_NATION_NAMES),
    default="england",
    show_default=True,
    help="The nation whose bank holidays count.",
)
@click.option(
    "--today",
    metavar="DAY",
    help="Also say how each clock stands on this day: “day 112 of 181”.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def deadlines(
    type_key: str, given: Sequence[str], nation: str, today: str | None, as_json: bool
) -> None:
    """Work out every clock (the help is built above, from the types)."""
    kind = REVIEW_TYPES[type_key]
    when = _events(kind, given)
    on = _day("--today", today) if today else None
    calendar = calendar_of(nation.replace("-", "_"))
    lines = [_line(rule, kind.events, when, calendar=calendar, today=on) for rule in kind.clocks]
    if as_json:
        click.echo(json.dumps([line.as_data() for line in lines], indent=2, ensure_ascii=False))
        return
    for line in lines:
        click.echo(line.as_text())


@dataclass(frozen=True, slots=True)
class _Line:
    """One clock as it is printed."""

    rule: ClockRule
    starts: str
    stops: str
    worked: Worked | None
    clock: Clock | None

    @property
    def sum(self) -> str:
        if self.worked is None:
            return f"not known: give the day of {self.starts} (--event {self.rule.starts}=DAY)"
        return f"{self.worked.sum}; {self.clock.stands}" if self.clock else self.worked.sum

    def as_data(self) -> dict[str, object]:
        worked = self.worked
        return {
            "clock": self.rule.key,
            "name": self.rule.name,
            "from": self.rule.starts,
            "starts": worked.starts.isoformat() if worked else None,
            "due": worked.due.isoformat() if worked else None,
            "due_at": worked.due_at.isoformat() if worked and worked.due_at else None,
            "until": self.rule.stops,
            "sum": self.sum,
            "source": self.rule.source,
            "is_fixed": self.rule.is_fixed,
        }

    def as_text(self) -> str:
        due = in_words(self.worked.due) if self.worked else "not known"
        starts = in_words(self.worked.starts) if self.worked else "not given"
        return "\n".join(
            (
                f"{self.rule.key}: {self.rule.name}",
                f"  starts  {starts} ({self.starts})",
                f"  due     {due} ({self.stops})",
                f"  sum     {self.sum}",
                f"  source  {self.rule.source}",
            )
        )


def _line(
    rule: ClockRule,
    events: tuple[Event, ...],
    when: Mapping[str, date | datetime],
    *,
    calendar: Calendar,
    today: date | None,
) -> _Line:
    words = event_words(events, rule.starts), event_words(events, rule.stops)
    if rule.starts not in when:
        return _Line(rule, *words, None, None)
    try:
        worked = worked_out(rule, when[rule.starts], calendar=calendar)
    except (ValueError, OverflowError) as error:
        raise click.UsageError(f"The clock “{rule.key}” cannot be worked out: {error}.") from error
    stopped = when.get(rule.stops)
    if stopped is None and today is None:
        return _Line(rule, *words, worked, None)
    ended = stopped.date() if isinstance(stopped, datetime) else stopped
    clock = running(
        starts=worked.starts,
        due=worked.due,
        stopped=ended,
        today=today or ended or worked.due,
        warns_at=rule.warns_at,
    )
    return _Line(rule, *words, worked, clock)


def _events(kind: ReviewType, given: Sequence[str]) -> dict[str, date | datetime]:
    known = {event.key for event in kind.events}
    when: dict[str, date | datetime] = {}
    for text in given:
        name, equals, day = (part.strip() for part in text.partition("="))
        if not equals or not day:
            raise click.UsageError(
                f"“{text}” has no day. Write EVENT=DAY, as in chair-decided=2010-08-31."
            )
        if name not in known:
            raise click.UsageError(
                f"“{name}” is not an event of {kind.key}. Its events are {', '.join(sorted(known))}."
            )
        if name in when:
            raise click.UsageError(f"“{name}” is given twice. Give each event once.")
        when[name] = _moment(name, day)
    return when


def _moment(name: str, text: str) -> date | datetime:
    if "T" not in text and " " not in text:
        return _day(name, text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise click.UsageError(
            f"“{text}” (for {name}) is not a moment. Write it as 2010-08-31T22:30."
        ) from None
    _check_year(name, moment.year)
    return moment


def _day(name: str, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(
            f"“{text}” (for {name}) is not a day. Write the year, the month and the day, as in 2010-08-31."
        ) from None
    _check_year(name, day.year)
    return day


def _check_year(name: str, year: int) -> None:
    if not FIRST_YEAR < year < LAST_YEAR:
        raise click.UsageError(
            f"The day of {name} must be in a year from {FIRST_YEAR + 1} to {LAST_YEAR - 1}:"
            " bank holidays are known for these."
        )
