"""How old the child was at each entry, and how long after the entry before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.chronology.accounts import Account

_WEEKS_UNTIL = 84
"""Days: ages are given in weeks until twelve weeks, as health records do."""
_MONTHS_UNTIL = 24
"""Months: from two years on ages are given in years and months."""


@dataclass(frozen=True, slots=True)
class Age:
    """The child’s age at an entry, in days and in words, and the days since the entry before.

    Both are a least and a most, since dates can be stretches; None where a date or the birth is
    not known. Before birth the days are below zero.
    """

    text: str
    least: int | None
    most: int | None
    elapsed: str
    elapsed_least: int | None
    elapsed_most: int | None


def ages(accounts: Sequence[Account], *, born: date | None = None) -> Mapping[str, Age]:
    """An age for each entry that has a date, by the entry’s id, in the order given.

    Weeks to twelve weeks, then months to two years, then years and months; before birth the weeks
    before it. Where the entry’s date is a stretch, both ends are given. Time elapsed is counted
    from the entry before that has a date.
    """
    found = {}
    before: Account | None = None
    for account in accounts:
        first, last = account.first or account.last, account.last or account.first
        if first is None or last is None:
            continue
        least, most = _elapsed(before, first, last)
        found[account.id] = Age(
            text=_between(born, first, last) if born else "",
            least=(first - born).days if born else None,
            most=(last - born).days if born else None,
            elapsed=_days(least, most),
            elapsed_least=least,
            elapsed_most=most,
        )
        before = account
    return found


def age_on(day: date, *, born: date) -> str:
    """An age in words: “3 weeks”, “4 months”, “2 years 9 months”, “6 weeks before birth”."""
    days = (day - born).days
    if days < 0:
        return f"{_amount(-days // 7, 'week')} before birth" if days <= -7 else _before(-days)
    if days < 7:
        return _amount(days, "day")
    months = whole_months(born, day)
    if days < _WEEKS_UNTIL or months < 2:
        return _amount(days // 7, "week")
    if months < _MONTHS_UNTIL:
        return _amount(months, "month")
    years, rest = divmod(months, 12)
    return _amount(years, "year") + (f" {_amount(rest, 'month')}" if rest else "")


def whole_months(start: date, end: date) -> int:
    """Whole months from one day to a later; born on the 31st, a month is full on the last day."""
    months = (end.year - start.year) * 12 + end.month - start.month
    last_of_month = (end + timedelta(days=1)).day == 1
    return months if end.day >= start.day or last_of_month else months - 1


def _before(days: int) -> str:
    return f"{_amount(days, 'day')} before birth"


def _between(born: date, first: date, last: date) -> str:
    young = age_on(first, born=born)
    old = young if first == last else age_on(last, born=born)
    return young if young == old else f"{young} to {old}"


def _amount(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _elapsed(before: Account | None, first: date, last: date) -> tuple[int | None, int | None]:
    if before is None:
        return None, None
    earliest = before.first or before.last or first
    latest = before.last or before.first or last
    return max((first - latest).days, 0), max((last - earliest).days, 0)


def _days(least: int | None, most: int | None) -> str:
    if least is None or most is None:
        return ""
    return _amount(least, "day") if least == most else f"{least} to {_amount(most, 'day')}"
