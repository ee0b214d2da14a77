"""Rows of one file that stand out of order, and rows that say the same as another."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from goldenthread.chronology.dates import Reading
from goldenthread.chronology.entries import Entry
from goldenthread.chronology.faults import Fault, shortened
from goldenthread.chronology.placed import newest_first
from goldenthread.chronology.row_matching import values
from goldenthread.chronology.rows_alike import alike, rising, words_of
from goldenthread.chronology.standing import DAY, Standing, standing

_NEARLY = 0.85
_FEW = 5
"""Rows of fewer words (“DNA”, “No reply”) are only duplicates where they are the same."""
_LOOKED_BACK = 12


@dataclass(frozen=True, slots=True)
class _At:
    """A row with a date, and the minute that decides its place."""

    entry: Entry
    where: Standing
    minute: int


def out_of_order(entries: Sequence[Entry]) -> list[Fault]:
    """Rows of one table that stand after a later or before an earlier one.

    The fewest rows whose removal leaves the others in order, whether the oldest or the newest stand
    at the top. A month or a doubtful day is out of order only where none of its days would fit.
    Where more than half would have to move, that is one fault of the whole table.
    """
    faults = list(_each_out_of_order(entries))
    if len(faults) * 2 <= len(entries):
        return faults
    what = f"The rows are in no order of dates: {len(faults):,} of {len(entries):,} would have to move."
    return [Fault(0, entries[0].table, what, "Sort the rows by date before sending the file.")]


def _each_out_of_order(entries: Sequence[Entry]) -> Iterator[Fault]:
    backwards = newest_first(entries)
    found = _dated(list(reversed(entries)) if backwards else entries)
    firm = [one for one in found if one.where.latest - one.where.earliest < DAY]
    run = rising([one.minute * len(firm) + place for place, one in enumerate(firm)])
    in_order = {id(one) for place, one in enumerate(firm) if place in run}
    firm_rows = {id(one) for one in firm}
    above: _At | None = None
    below = _following(found, in_order)
    for place, one in enumerate(found):
        if id(one) in in_order:
            above = one
            continue
        after = below[place]
        if id(one) in firm_rows or _cannot_stand(one, above, after):
            yield _fault(one, above, after, backwards=backwards)


def _dated(entries: Sequence[Entry]) -> list[_At]:
    found: list[_At] = []
    for entry in entries:
        where = standing(entry.date)
        if where is None or where.earliest <= 0:
            continue
        minute = where.earliest
        if found and where.latest - where.earliest == DAY - 1:
            # A day without a time stays behind the row above, where that is of the same day.
            last = found[-1].minute
            minute = max(minute, last) if last // DAY == minute // DAY else minute
        found.append(_At(entry, where, minute))
    return found


def _following(found: Sequence[_At], in_order: set[int]) -> list[_At | None]:
    """For each row the next one below that is in order."""
    result: list[_At | None] = []
    below: _At | None = None
    for one in reversed(found):
        result.append(below)
        if id(one) in in_order:
            below = one
    return result[::-1]


def _cannot_stand(one: _At, above: _At | None, below: _At | None) -> bool:
    if above is not None and one.where.latest < above.where.earliest:
        return True
    return below is not None and one.where.earliest > below.where.latest


def _fault(one: _At, above: _At | None, below: _At | None, *, backwards: bool) -> Fault:
    early = above is not None and one.minute < above.minute
    other = (above if early else below) or one
    stands = "after" if early != backwards else "before"
    dates = f"{_shown(one)}, but stands {stands} row {other.entry.row}, dated {_shown(other)}"
    return Fault(
        one.entry.row,
        one.entry.table,
        f"The row is dated {dates}.",
        "Move the row to where its date belongs, or correct the date.",
    )


def _shown(one: _At) -> str:
    time = one.entry.date.time if isinstance(one.entry.date, Reading) else ""
    told = one.entry.date.text
    return told if not time or ":" in told else f"{told} {time.partition('/')[0]}"


def told_twice(entries: Sequence[Entry]) -> Iterator[Fault]:
    """Rows with the same words as one above; and of one date nearly the same words."""
    first: dict[Hashable, Entry] = {}
    days: defaultdict[Hashable, list[tuple[Entry, tuple[str, ...]]]] = defaultdict(list)
    for entry in entries:
        if not entry.event:
            continue
        whole = _whole(entry)
        words = words_of(entry.event)
        same_day = days[_date(entry)]
        if whole in first:
            yield _twice(entry, first[whole], "the same as")
            continue
        first[whole] = entry
        for other, of_other in reversed(same_day[-_LOOKED_BACK:]):
            if min(len(words), len(of_other)) >= _FEW and alike(words, of_other, at_least=_NEARLY):
                yield _twice(entry, other, "nearly the same as")
                break
        same_day.append((entry, words))


def _date(entry: Entry) -> Hashable:
    read = entry.date
    return (read.first, read.last) if isinstance(read, Reading) else read.text.casefold()


def _whole(entry: Entry) -> Hashable:
    said = values(entry)
    said.pop("number", None)
    said.pop("date", None)
    return _date(entry), tuple(sorted((k, " ".join(v.casefold().split())) for k, v in said.items()))


def _twice(entry: Entry, other: Entry, alike_: str) -> Fault:
    place = "" if other.table == entry.table else f" of “{other.table}”"
    return Fault(
        entry.row,
        entry.table,
        f"The row says {alike_} row {other.row}{place}: “{shortened(other.event)}”",
        "Take one of them out if they are one event; if there were two, say what tells them apart.",
    )
