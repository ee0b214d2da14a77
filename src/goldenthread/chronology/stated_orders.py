"""What files say of the order of their entries: numbers, rows of one day, “before the visit”."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.placed import Placed
from goldenthread.chronology.standing import DAY, Standing

_NUMBER = re.compile(r"\D{0,4}(\d{1,9}(?:\.\d{1,6})?)\W?$")
_FAR_MORE = 4
"""Numbers order a table where pairs that agree with its dates outnumber the others so many times."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One entry stands before another, by their index; ``reason`` is empty for mere row order."""

    before: int
    after: int
    reason: str = ""


class _Numbers(StrEnum):
    """What the numbers of a table order: all of it, the entries of one day, or nothing."""

    TABLE = "table"
    DAY = "day"
    NOTHING = "nothing"


def ties(entries: Sequence[Placed], standings: Mapping[int, Standing]) -> Iterator[Tie]:
    """Every order that rows and numbers state. Entries are known by their index."""
    tables: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(entries):
        tables[one.agency, one.digest, one.table].append(index)
    for rows in tables.values():
        numbers = _numbers(entries, rows)
        order = _ordered_by(numbers, rows, standings)
        if order is _Numbers.TABLE:
            yield from _by_number(entries, sorted(numbers, key=numbers.__getitem__), numbers)
        yield from _of_one_day(
            entries, rows, standings, {} if order is _Numbers.NOTHING else numbers
        )


def _numbers(entries: Sequence[Placed], rows: Sequence[int]) -> dict[int, float]:
    numbers = {}
    for index in rows:
        found = _NUMBER.match(entries[index].entry.fields.get(Field.NUMBER, "").strip())
        if found:
            numbers[index] = float(found[1])
    return numbers


def _ordered_by(
    numbers: Mapping[int, float], rows: Sequence[int], standings: Mapping[int, Standing]
) -> _Numbers:
    by_number = sorted(numbers, key=numbers.__getitem__)
    certain = [standings[i] for i in by_number if i in standings and not standings[i].doubtful]
    agree = sum(one.latest < other.earliest for one, other in pairwise(certain))
    differ = sum(other.latest < one.earliest for one, other in pairwise(certain))
    if len(set(numbers.values())) == len(numbers) and agree >= _FAR_MORE * differ:
        return _Numbers.TABLE
    started_again = len(set(numbers.values())) < len(numbers)
    return _Numbers.DAY if started_again or agree > differ else _Numbers.NOTHING


def _by_number(
    entries: Sequence[Placed], by_number: Sequence[int], numbers: Mapping[int, float]
) -> Iterator[Tie]:
    for before, after in pairwise(by_number):
        one, other = entries[before], entries[after]
        reason = (
            f"{one.agency}: row {one.row} is numbered {numbers[before]:g} and row {other.row} "
            f"{numbers[after]:g}, but their dates and times say the opposite order."
        )
        yield Tie(before, after, reason)


def _of_one_day(
    entries: Sequence[Placed],
    rows: Sequence[int],
    standings: Mapping[int, Standing],
    numbers: Mapping[int, float],
) -> Iterator[Tie]:
    """Entries with the same date as each other, in the agency’s own order unless times tell more."""
    days: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for index in rows:
        where = standings.get(index)
        if where is not None:
            one = entries[index]
            days[one.first, one.last, where.doubtful, where.latest // DAY].append(index)
    for same in days.values():
        if len(same) < 2:
            continue
        if numbers.keys().isdisjoint(same):
            yield from (Tie(*pair) for pair in pairwise(_by_clock(same, standings)))
        else:
            yield from _numbered(entries, same, numbers)


def _numbered(
    entries: Sequence[Placed], same: Sequence[int], numbers: Mapping[int, float]
) -> Iterator[Tie]:
    """Rows of one day by their numbers; one without a number stays behind the row above it."""
    number = -1.0
    placed: dict[int, float] = {}
    for index in same:
        placed[index] = number = numbers.get(index, number)
    for pair in pairwise(sorted(same, key=placed.__getitem__)):
        if numbers.keys() >= set(pair) and numbers[pair[0]] != numbers[pair[1]]:
            yield from _by_number(entries, pair, numbers)
        else:
            yield Tie(*pair)


def _by_clock(same: Sequence[int], standings: Mapping[int, Standing]) -> list[int]:
    """Rows of one day by their times; one without a time stays behind the row above it."""
    clock = -1
    clocks = {}
    for index in same:
        where = standings[index]
        if where.latest - where.earliest < DAY - 1:
            clock = where.latest
        clocks[index] = clock
    return sorted(same, key=clocks.__getitem__)
