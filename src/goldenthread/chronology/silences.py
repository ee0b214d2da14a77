"""Stretches without contact, by agency and overall."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.plain_words import shown_day

AGENCY_DAYS = 90
"""Days without contact by one agency that are reported."""
ALL_DAYS = 28
"""Days without contact by any agency that are reported."""
_NO_CONTACT = re.compile(
    r"^\W*(?:there (?:was|were|is) )?(?:no|nil|without|zero) (?:\w+ ){0,2}(?:contacts?|entry|entries|records?|involvement)\b"
)
_LONGEST = 366
"""Days: a stretch beyond this is a standing order or plan, and is contact on its first day only."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Silence:
    """Days from ``first`` to ``last``, both without contact; ``agency`` None is all of them.

    ``before`` and ``after`` are the entries on either side.
    """

    agency: str | None
    first: date
    last: date
    days: int
    reason: str
    before: str
    after: str


def silences(
    accounts: Sequence[Account], *, agency_days: int = AGENCY_DAYS, all_days: int = ALL_DAYS
) -> tuple[Silence, ...]:
    """Stretches without contact of at least ``agency_days`` for one agency, ``all_days`` for all.

    Contact is an entry on a certain day or a stretch whose ends are certain. An entry that gives
    only a month or a year, or an approximate day, is no contact on any one day, so it ends no
    silence; the reason says that it is there. A stretch of over a year counts on its first day. “No contact in this period” is no contact. Only
    days between two contacts are counted: before the first and after the last nothing is known.
    """
    agencies = sorted({account.agency for account in accounts})
    found = list(_silences(accounts, None, all_days))
    for agency in agencies:
        own = [account for account in accounts if account.agency == agency]
        found += _silences(own, agency, agency_days)
    return tuple(found)


def _silences(accounts: Sequence[Account], agency: str | None, least: int) -> Iterable[Silence]:
    contacts, loose = [], []
    for account in accounts:
        if _NO_CONTACT.search(account.said):
            continue
        if account.start and account.end:
            standing = (account.end - account.start).days > _LONGEST
            end = account.start if standing else account.end
            contacts.append((account.start, end, account.id))
        elif account.first and account.last:
            loose.append((account.first, account.last))
    contacts.sort()
    until: date | None = None
    before = ""
    for start, end, after in contacts:
        if until and (start - until).days - 1 >= least:
            first, last = until + _DAY, start - _DAY
            uncertain = sum(1 for one, other in loose if one <= last and other >= first)
            reason = _reason(agency, first, last, least=least, uncertain=uncertain)
            yield Silence(agency, first, last, (last - first).days + 1, reason, before, after)
        if until is None or end > until:
            until, before = end, after


def _reason(agency: str | None, first: date, last: date, *, least: int, uncertain: int) -> str:
    days = (last - first).days + 1
    who = agency or "Any agency"
    text = (
        f"{who}: no entry on a certain day from {shown_day(first)} to {shown_day(last)}, "
        f"{days} days ({least} or more are reported)."
    )
    if uncertain:
        entries = "entry" if uncertain == 1 else "entries"
        text += (
            f" {uncertain} {entries} without a certain day may lie within and cannot be counted."
        )
    return text if agency else text.replace("Any agency: no entry", "No agency has an entry")
