"""One agency’s file as a part of a merge, and each of its entries with a place and a name."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from goldenthread.chronology.dates import Reading
from goldenthread.chronology.entries import Entry, Understood
from goldenthread.chronology.tables import ReadFile


@dataclass(frozen=True, slots=True)
class Source:
    """One agency’s file, as read and as understood."""

    agency: str
    file: ReadFile
    understood: Understood


@dataclass(frozen=True, slots=True)
class Placed:
    """One entry in its place.

    ``id`` is made of agency, file digest, table and row: the same whenever the same file is read,
    with whatever other files. ``position`` counts from 0 through the agency’s own order: its files
    by name, each from its oldest end to its newest. ``first`` and ``last`` bound when it happened.
    """

    id: str
    agency: str
    file: str
    digest: str
    table: str
    row: int
    entry: Entry
    first: date | None
    last: date | None
    time: str
    position: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Entries whose stated orders cannot all hold, and why."""

    ids: tuple[str, ...]
    reason: str


def different(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The files by agency and name; a file that an agency brought twice only once."""
    once: dict[tuple[str, str], Source] = {}
    for source in sorted(sources, key=lambda one: (one.agency, one.file.name, one.file.digest)):
        other = once.setdefault((source.agency, source.file.digest), source)
        if other.file.name == source.file.name and other.understood != source.understood:
            # Read twice with different settings: which is kept must not depend on their order.
            kept = min(other, source, key=lambda one: repr(one.understood))
            once[source.agency, source.file.digest] = kept
    return tuple(once.values())


def placed(sources: Sequence[Source]) -> tuple[Placed, ...]:
    """Every entry of different files, with its name and its place in its agency’s own order."""
    position: Counter[str] = Counter()
    result = []
    for source in sources:
        names = _names(source)
        for entry in _own_order(source.understood.entries):
            read = entry.date
            result.append(
                Placed(
                    id=next(names[entry.table, entry.row]),
                    agency=source.agency,
                    file=source.file.name,
                    digest=source.file.digest,
                    table=entry.table,
                    row=entry.row,
                    entry=entry,
                    first=read.first if isinstance(read, Reading) else None,
                    last=read.last if isinstance(read, Reading) else None,
                    time=read.time if isinstance(read, Reading) else "",
                    position=position[source.agency],
                )
            )
            position[source.agency] += 1
    return tuple(result)


def _names(source: Source) -> dict[tuple[str, int], Iterator[str]]:
    """For each table and row the names of its entries: nearly always one."""
    letters = re.sub(r"[^a-z0-9]+", "-", source.agency.casefold()).strip("-")[:40] or "agency"
    # Agencies may share letters and file; what tells them apart must not depend on other files.
    mark = hashlib.sha256(f"{source.agency}\0{source.file.digest}".encode()).hexdigest()[:10]
    numbers: dict[str, int] = {}
    for table in source.file.tables:
        numbers.setdefault(table.name, len(numbers) + 1)
    result = {}
    for entry in source.understood.entries:
        key = (entry.table, entry.row)
        number = numbers.setdefault(entry.table, len(numbers) + 1)
        result[key] = _counted(f"{letters}-{mark}-{number}-{entry.row}")
    return result


def _counted(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _own_order(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Entries from the oldest end of each table: some agencies write the newest at the top."""
    tables: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        tables[entry.table].append(entry)
    for table in tables.values():
        yield from reversed(table) if newest_first(table) else table


def newest_first(entries: Sequence[Entry]) -> bool:
    """Whether the certain days of a table mostly run backwards."""
    days = [
        entry.date.first
        for entry in entries
        if isinstance(entry.date, Reading)
        and entry.date.first is not None
        and entry.date.first == entry.date.last
        and not entry.date.inferred
    ]
    steps = [(after > before) - (after < before) for before, after in pairwise(days)]
    return sum(steps) < 0
