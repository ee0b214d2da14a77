"""Where an entry stands among others: one rule, for merges and for pages, as honest as the dates."""

from dataclasses import replace
from datetime import date

from goldenthread.chronology.dates import Read, Reading
from goldenthread.chronology.standing import Standing, standing

Key = tuple[int, bool, int, date]
UNDATED = Standing(0, 2**62, doubtful=True)
"""Entries without a date stand after all others; no date is made up for them."""
_WIDEST = 2**24 - 1


def sort_key(read: Read, *, time: str = "") -> Key:
    """The place of an entry among others, lowest first.

    An entry stands where it happened at the latest: a month at its last day, a day without a time
    at its last minute, “before 3 May” where 3 May begins, “from 3 May” on 3 May. So an uncertain
    entry is not put before a certain one by pretending. Of two that stand alike the certain comes
    first, then the narrower. ``time`` is used where the date has none of its own.
    """
    if isinstance(read, Reading) and time and not read.time:
        read = replace(read, time=time)
    return key_of(standing(read), until=read.last if isinstance(read, Reading) else None)


def key_of(where: Standing | None, *, until: date | None = None) -> Key:
    """The same key of a standing that is known already; None is an entry without a date."""
    where = where or UNDATED
    return where.latest, where.doubtful, -where.earliest, until or date.max


def place_of(read: Read, *, time: str = "") -> int | None:
    """The key as one number below 2**63, to be stored and sorted by; None where there is no date."""
    latest, doubtful, earlier, _ = sort_key(read, time=time)
    if latest == UNDATED.latest:
        return None
    width = min(latest + earlier, _WIDEST)
    return (latest << 25) | (doubtful << 24) | width
