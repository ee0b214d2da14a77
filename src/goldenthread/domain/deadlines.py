"""When is each thing due? Dates are passed in; nothing here looks at a clock."""

from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date

from goldenthread.domain.duties import Duty, carries_out


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
class Clock:
    """A clock that shows its sum: where it started, when it is due, and where we are."""

    starts: date
    due: date
    stopped: date | None
    today: date

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
        """How the clock stands, so that anyone can check it: “day 112 of 181; due 28 February 2011”."""
        stands = "stopped on day" if self.stopped else "day"
        return f"{stands} {self.day} of {self.days_in_all}; due {in_words(self.due)}"

    @property
    def is_late(self) -> bool:
        """Whether the due date has passed (or had, when the clock was stopped)."""
        return self.days_left < 0


@carries_out(Duty.P24)
def sign_off_clock(
    decided_on: date, *, months: int, signed_off_on: date | None, today: date
) -> Clock:
    """From the Chair's decision to the Board's sign-off: at most ``months`` calendar months (P24)."""
    return Clock(
        starts=decided_on,
        due=months_after(decided_on, months=months),
        stopped=signed_off_on,
        today=today,
    )
