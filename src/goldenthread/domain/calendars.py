"""Which days are working days. Holidays are passed in; nothing here knows a nation's by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.domain.duties import Duty, carries_out

NATIONS: dict[str, str] = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}
"""The nations whose bank holidays differ, in words."""

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one nation: Monday to Friday but for its bank holidays.

    ``holidays`` gives for each day its name. It must hold every holiday of the years that are counted in.
    """

    nation: str
    holidays: Mapping[date, str]

    def is_working(self, day: date) -> bool:
        """Whether it is neither a weekend nor a bank holiday."""
        return day.weekday() < _SATURDAY and day not in self.holidays


@dataclass(frozen=True, slots=True)
class Counted:
    """Where counting working days ended, and which bank holidays on weekdays it passed over."""

    day: date
    passed: tuple[date, ...]


@carries_out(Duty.P24)
def working_days_from(start: date, *, days: int, calendar: Calendar) -> Counted:
    """The day ``days`` working days after the start, or before it where ``days`` is negative.

    The start itself is not counted, working day or not; nought gives the start.
    """
    onward = timedelta(days=1 if days > 0 else -1)
    day, left, passed = start, abs(days), []
    while left:
        day += onward
        if calendar.is_working(day):
            left -= 1
        elif day.weekday() < _SATURDAY:
            passed.append(day)
    return Counted(day, tuple(sorted(passed)))
