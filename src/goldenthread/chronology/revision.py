"""A revised file of an agency against the former one, so that notes and links follow their rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.chronology.dates import Reading
from goldenthread.chronology.entries import Entry, Understood
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.row_matching import matched, values
from goldenthread.chronology.rows_alike import rising

RowAt = tuple[str, int]
"""Table and row."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that differs, under its heading; empty on the side where it has nothing."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A row kept with other words; ``moved`` where its place among the rows changed too."""

    old: Entry
    new: Entry
    cells: tuple[CellChange, ...]
    moved: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A row with the same words in another place among the rows."""

    old: Entry
    new: Entry


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of every row.

    Every old entry is in one of ``removed``, ``changed``, ``moved`` and ``unchanged``; every new
    one in one of ``added`` and the last three. ``kept`` leads from old table and row to new.
    """

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    changed: tuple[Changed, ...]
    moved: tuple[Moved, ...]
    unchanged: tuple[tuple[Entry, Entry], ...]
    kept: Mapping[RowAt, RowAt]

    @property
    def empty(self) -> bool:
        """Whether no row differs."""
        return not (self.added or self.removed or self.changed or self.moved)


def compare(old: Understood, new: Understood) -> Revision:
    """What became of every row of a former file in the revised one.

    A row is the same row while its words, or most of them, are the same: on the same day first,
    then on another. Rows that only stand further down because others were put in have not moved. A
    column that merely counts the rows is not compared. Takes n log n steps in ordinary files.
    """
    pairs = sorted(matched(old.entries, new.entries).items())
    in_place = rising([after for _, after in pairs])
    headings = {**_headings(old), **_headings(new)}
    ignored = {Field.NUMBER.value} if _counts(old.entries) and _counts(new.entries) else set()
    changed, moved, unchanged = [], [], []
    for place, (before, after) in enumerate(pairs):
        one, other = old.entries[before], new.entries[after]
        cells = tuple(_changes(one, other, headings, ignored))
        if cells:
            changed.append(Changed(one, other, cells, place not in in_place))
        elif place not in in_place:
            moved.append(Moved(one, other))
        else:
            unchanged.append((one, other))
    befores, afters = {before for before, _ in pairs}, {after for _, after in pairs}
    return Revision(
        added=tuple(one for i, one in enumerate(new.entries) if i not in afters),
        removed=tuple(one for i, one in enumerate(old.entries) if i not in befores),
        changed=tuple(changed),
        moved=tuple(moved),
        unchanged=tuple(unchanged),
        kept={_at(old.entries[before]): _at(new.entries[after]) for before, after in pairs},
    )


def _at(entry: Entry) -> RowAt:
    return entry.table, entry.row


def _headings(understood: Understood) -> dict[str, str]:
    """The heading under which each field stands."""
    headings: dict[str, str] = {}
    for column in understood.columns:
        headings.setdefault(column.field, column.heading)
    return headings


def _counts(entries: Sequence[Entry]) -> bool:
    """Whether the numbers of every table only count its rows."""
    tables: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        tables[entry.table].append(entry.fields.get(Field.NUMBER, "").strip(" ."))
    return all(
        all(number.isdecimal() for number in numbers)
        and all(int(after) - int(before) == 1 for before, after in pairwise(numbers))
        for numbers in tables.values()
    )


def _changes(
    old: Entry, new: Entry, headings: Mapping[str, str], ignored: set[str]
) -> Iterator[CellChange]:
    before, after = values(old), values(new)
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name, ""), after.get(name, "")
        if name not in ignored and " ".join(one.split()) != " ".join(other.split()):
            yield CellChange(headings.get(name, name.rstrip("\0")), one, other)
    understood = _edtf(old), _edtf(new)
    if old.date.text == new.date.text and understood[0] != understood[1]:
        # A year set above, or the row before, gives the same words another meaning.
        heading = headings.get(Field.DATE.value, "Date")
        yield CellChange(f"{heading}, as understood", *understood)


def _edtf(entry: Entry) -> str:
    return entry.date.edtf if isinstance(entry.date, Reading) else ""
