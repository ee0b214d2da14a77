"""The days on which the event an entry tells of can have been, and how sure each of them is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.chronology.accounts import Account

_WIDEST = 7
"""An entry that covers more days than this tells of a time, not of an event."""
_LATER = 3
"""Days after which word of an event commonly arrives: a weekend, or the post."""
_OWN, _BEFORE, _EARLIER = 0.0, 0.2, 0.4
_SECOND_HAND = re.compile(
    r"\b(?:notif\w+|letter(?!s? (?:to|sent))|report(?:s|ed)?|copy|minutes|summary|received|e-?mail(?:ed)?|told|"
    r"informed|rang|telephoned|phoned|heard|liaison|alert)\b"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """How a day is meant: what its doubt costs, and whether the words name it."""

    cost: float
    spoken: bool = False


def meant_days(account: Account) -> Mapping[date, Meant]:
    """The days an account can mean.

    Its own; those its words name beside its date; and where it tells what it heard, the three days
    before it, as word of a thing comes later than the thing.
    """
    days: dict[date, Meant] = {}
    first, last = account.first, account.last
    if first and last and (last - first).days < _WIDEST:
        if account.heard or (account.kinds and _SECOND_HAND.search(account.said)):
            for back in range(_LATER, 0, -1):
                days[first - timedelta(days=back)] = Meant(_BEFORE if back == 1 else _EARLIER)
        for more in range((last - first).days + 1):
            days[first + timedelta(days=more)] = Meant(_OWN)
    for day in account.spoken:
        days[day] = Meant(_OWN, spoken=True)
    return days
