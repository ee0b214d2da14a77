"""When is each thing due, and how does its clock stand? Dates are passed in; nothing here looks at a clock."""

from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.domain.duties import Duty, carries_out

# A reason typed as a sentence goes on inside ours; a name at its beginning keeps its capital.
_BEGINNINGS = (
    *(
        "The",
        "A",
        "An",
        "It",
        "There",
        "This",
        "That",
        "These",
        "They",
        "We",
        "His",
        "Her",
        "Their",
    ),
    *("Its", "One", "Two", "More", "Not", "No", "All", "Some", "After", "Because"),
)
WARNS_AT = (50, 75, 90)
"""How much of the time, in per cent, has gone when a clock warns."""


def in_words(day: date) -> str:
    """The day as it is shown to people: “3 May 2011”."""
    return f"{day.day} {month_name[day.month]} {day.year}"


@carries_out(Duty.P24)
def months_after(start: date, *, months: int) -> date:
    """The same day of the month, ``months`` calendar months later, clipped to the month's end.

    31 August plus six months is 28 February (29 in a leap year).
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    month += 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension that was granted: from which due day to which, by whom and why."""

    due_before: date
    until: date
    by: str
    because: str

    @property
    def words(self) -> str:
        """How much longer, by whom and why: “28 days granted by … because …”."""
        days = (self.until - self.due_before).days
        counted = f"{days} day" if days == 1 else f"{days} days"
        return f"{counted} granted by {self.by} because {_going_on(self.because)}"


def _going_on(sentence: str) -> str:
    # The first sentence is reason enough for a sum; the others are read where the answer is.
    text = sentence.strip().partition(". ")[0].rstrip(".")
    first, space, rest = text.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in _BEGINNINGS else text


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that shows its sum: where it started, when it is due, and where we are.

    ``first_due`` is the day as it was before any extension; ``due`` the day that counts now. Extensions are
    added one after the other, and none replaces what was before.
    """

    starts: date
    first_due: date
    stopped: date | None
    today: date
    extensions: tuple[Extension, ...] = ()
    warns_at: tuple[int, ...] = WARNS_AT

    @property
    def due(self) -> date:
        """The day that counts: that of the last extension, else the first."""
        return self.extensions[-1].until if self.extensions else self.first_due

    @property
    def day(self) -> int:
        """Days since the start, counting the day after the start as day 1; 0 on the day itself."""
        return ((self.stopped or self.today) - self.starts).days

    @property
    def days_in_all(self) -> int:
        """Days from start to due date."""
        return (self.due - self.starts).days

    @property
    def days_left(self) -> int:
        """Days until due; negative once it is late."""
        return (self.due - (self.stopped or self.today)).days

    @property
    def sum(self) -> str:
        """How the clock stands, so that anyone can check it: “day 112 of 181; due 28 February 2011”.

        With extensions it goes on: “1 extension of 28 days granted by … because …”.
        """
        due = f"due {in_words(self.due)}"
        told = due if self.counts_back else f"{self.stands}; {due}"
        return f"{told}; {self.extended}" if self.extensions else told

    @property
    def stands(self) -> str:
        """“day 112 of 181”, or “stopped on day 150 of 181”."""
        day = "stopped on day" if self.stopped else "day"
        return f"{day} {self.day} of {self.days_in_all}"

    @property
    def extended(self) -> str:
        """The extensions in words: “1 extension of 28 days granted by … because …”; empty for none."""
        words = [extension.words for extension in self.extensions]
        if not words:
            return ""
        if len(words) == 1:
            return f"1 extension of {words[0]}"
        return f"{len(words)} extensions: {'; '.join(words)}"

    @property
    def counts_back(self) -> bool:
        """Whether it is due before the event it is counted from."""
        return self.first_due < self.starts

    @property
    def is_late(self) -> bool:
        """Whether the due date has passed (or had, when the clock was stopped)."""
        return self.days_left < 0

    @property
    def warning(self) -> int:
        """How much of the time has gone, as the highest of the warnings reached (per cent); 0 for none.

        A clock that has stopped warns no more.
        """
        if self.stopped or self.counts_back:
            return 0
        return max((one for one in self.warns_at if self.today >= self.warned_on(one)), default=0)

    def warned_on(self, per_cent: int) -> date:
        """The first day on which this much of the time has gone."""
        return self.starts + timedelta(days=-(-self.days_in_all * per_cent // 100))


@carries_out(Duty.P24)
def running(
    *,
    starts: date,
    due: date,
    stopped: date | None,
    today: date,
    extensions: tuple[Extension, ...] = (),
    warns_at: tuple[int, ...] = WARNS_AT,
) -> Clock:
    """A clock as it stands today. What stopped an earlier round, before this start, does not stop it."""
    if stopped is not None and stopped < min(starts, due):
        stopped = None
    return Clock(starts, due, stopped, today, extensions, warns_at)
