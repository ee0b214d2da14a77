"""The order of entries: as honest as their dates are."""

from datetime import date

from goldenthread.chronology.dates import Read, Reading

UNDATED = date.max
"""Entries without a date stand after all others; no date is made up for them."""


def sort_key(read: Read, *, time: str = "") -> tuple[date, date, bool, str]:
    """First day, last day, whether the first day is known, time of day.

    On one first day the entry that says most comes first: a day before the month that begins with
    it. “Before 3 May” stands at its last day, the only one it gives; “from 3 May” after everything
    else of 3 May. Of entries on one day those without a time come first, since nothing says they
    happened after the others.
    """
    if not isinstance(read, Reading) or (read.first is None and read.last is None):
        return UNDATED, UNDATED, False, time
    first = read.first or read.last or UNDATED
    return first, read.last or UNDATED, read.first is not None, read.time or time
