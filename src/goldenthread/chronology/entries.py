"""From a file as read to the entries of a chronology, with nothing dropped in silence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from goldenthread.chronology.answers import Answer, of_cell
from goldenthread.chronology.cards import turned
from goldenthread.chronology.contents import contents, is_date
from goldenthread.chronology.dates import Read
from goldenthread.chronology.headings import Match, match
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.layout import Section, lay_out, year_alone
from goldenthread.chronology.moments import Moment, cell_at, read_moments
from goldenthread.chronology.naming import named, plain
from goldenthread.chronology.tables import ReadFile, Row, Table

NO_DATES = "This table has no column of dates, so it was not read as a chronology."
LINE_ALONE = "This is a line of its own, with no date and no other words."
_OWN = (Field.DATE, Field.EVENT, Field.SOURCE, Field.TIME)
"""Fields that an entry holds by name; the others are in ``fields``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row understood, beside the row as it was.

    ``fields`` are other known columns by field, ``extra`` the columns not recognised by heading;
    both hold only cells with something in them. ``cells`` is the row of the file, untouched.
    """

    table: str
    row: int
    date: Read
    time_text: str
    event: str
    source: str
    fields: Mapping[str, str]
    extra: Mapping[str, str]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """How a column was understood; ``field`` is empty where it is kept under its own heading."""

    heading: str
    field: str
    reason: str
    table: str


LeftOut = tuple[str, int, str, str]
"""Table, row, the words of the row, and why it is no entry."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a file gave: every row of it is among the entries or is left out with a reason."""

    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]


def understand(
    file: ReadFile, *, latest: date | None = None, born: date | None = None
) -> Understood:
    """Find the entries in a file's tables.

    ``latest`` is the last day an event can have happened on and fixes the century of two-digit
    years; ``born`` is the child's date of birth, for dates given as an age. A table without dates
    makes no entries unless the file has no other.
    """
    work = _Work(latest=latest, born=born)
    for table in file.tables:
        work.take(table)
    if not any(taken.entries for taken in work.taken):
        work.take_undated()
    return Understood(
        columns=tuple(column for taken in work.taken for column in taken.columns),
        entries=tuple(entry for taken in work.taken for entry in taken.entries),
        left_out=tuple(left for taken in work.taken for left in sorted(taken.left_out)),
        notes=(*file.notes, *(note for taken in work.taken for note in taken.notes)),
    )


@dataclass(slots=True)
class _Taken:
    """What one table gave."""

    table: Table
    columns: list[Column] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    undated: list[Section] = field(default_factory=list)

    def leave_out(self, row: Row, reason: str) -> None:
        words = " | ".join(text for text in row.texts if text)
        self.left_out.append((self.table.name, row.number, words, reason))


@dataclass(slots=True)
class _Work:
    """Goes through the tables in order; a later table may use the headings of an earlier one."""

    latest: date | None
    born: date | None
    taken: list[_Taken] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    headings_of: str = ""

    def take(self, table: Table) -> None:
        taken = _Taken(table)
        self.taken.append(taken)
        layout = lay_out(turned(table))
        for aside in layout.asides:
            taken.leave_out(aside.row, aside.reason)
        for section in layout.sections:
            self._take_section(taken, section)

    def _take_section(self, taken: _Taken, section: Section) -> None:
        if not section.said and self._continues(section):
            section.headings = self.headings
            taken.notes.append(
                f"“{taken.table.name}” has no headings; those of “{self.headings_of}” were used."
            )
        elif not section.said and not _tells_by_itself(section):
            taken.undated.append(section)
            _leave_out_all(taken, section)
            return
        matches = _matches(section)
        if not any(found.field is Field.DATE for found in matches):
            taken.undated.append(section)
            _leave_out_all(taken, section)
            return
        self.headings, self.headings_of = section.headings, taken.table.name
        self._make_entries(taken, section, matches)

    def _continues(self, section: Section) -> bool:
        """Whether rows without headings go on under the headings of the table before."""
        if not self.headings or len(self.headings) != len(section.headings):
            return False
        before = match(self.headings, _columns(section))
        alone = _matches(section)
        return [column for column, found in enumerate(before) if found.field is Field.DATE] == [
            column for column, found in enumerate(alone) if found.field is Field.DATE
        ]

    def take_undated(self) -> None:
        """Read tables without dates after all: a file must not be lost for want of a date."""
        for taken in self.taken:
            for section in taken.undated:
                matches = _matches(section)
                has_dates = any(found.field is Field.DATE for found in matches)
                if not section.rows or not (section.said or has_dates):
                    continue
                numbers = {row.number for row in section.rows}
                taken.left_out = [left for left in taken.left_out if left[1] not in numbers]
                if not has_dates:
                    taken.notes.append(f"“{taken.table.name}” has no column of dates.")
                self._make_entries(taken, section, matches)

    def _make_entries(self, taken: _Taken, section: Section, matches: Sequence[Match]) -> None:
        name = taken.table.name
        places = {found.field: c for c, found in enumerate(matches) if found.field}
        headings = _headings(section)
        taken.columns += [
            Column(heading, found.field or "", found.reason, name)
            for heading, found in zip(headings, matches, strict=True)
        ]
        years = _years(section, matches)
        moments = read_moments(section.rows, years, places, latest=self.latest, born=self.born)
        alone = _asked_alone(headings, matches)
        refused_times = 0
        for row, moment in zip(section.rows, moments, strict=True):
            if _is_line_alone(row, places):
                taken.leave_out(row, LINE_ALONE)
                continue
            refused_times += moment.time_refused
            entry = _entry(name, row, moment, matches=matches, headings=headings)
            taken.entries.append(_seen_alone(entry) if alone else entry)
        taken.notes += _notes(name, section, places, matches=matches, refused_times=refused_times)


def _tells_by_itself(section: Section) -> bool:
    """Whether rows without headings are plainly a chronology: three dates beside sentences."""
    columns = _columns(section)
    held = {found.field: contents(columns[c]) for c, found in enumerate(_matches(section))}
    date_, event = held.get(Field.DATE), held.get(Field.EVENT)
    return bool(date_ and event and date_.dates >= 3 and event.length >= 12)


def _leave_out_all(taken: _Taken, section: Section) -> None:
    for row in section.rows:
        taken.leave_out(row, NO_DATES)


def _columns(section: Section) -> list[list[str]]:
    width = len(section.headings)
    return [[cell_at(row, column).text for row in section.rows] for column in range(width)]


def _matches(section: Section) -> tuple[Match, ...]:
    return match(_headings(section), _columns(section))


def _headings(section: Section) -> list[str]:
    """The headings, each different from the others and none empty."""
    used: dict[str, int] = {}
    different = []
    for number, heading in enumerate(section.headings, start=1):
        name = heading or f"Column {number}"
        used[name] = used.get(name, 0) + 1
        different.append(name if used[name] == 1 else f"{name} ({used[name]})")
    return different


def _years(section: Section, matches: Sequence[Match]) -> list[int | None]:
    """The year that holds at each row: that of a column of years beside the dates, if there is one."""
    for column, heading in enumerate(section.headings):
        if matches[column].field or plain(heading) not in ("year", "yr", "blwyddyn"):
            continue
        cells = [cell_at(row, column).text for row in section.rows]
        if all(not cell or year_alone([cell]) for cell in cells):
            return list(_carried(cells, section.years))
    return section.years


def _carried(cells: Sequence[str], above: Sequence[int | None]) -> Iterator[int | None]:
    """For each row the year of its cell, or of the last one with something in it."""
    year: int | None = None
    for cell, before in zip(cells, above, strict=True):
        year = year_alone([cell]) if cell else year or before
        yield year


def _is_line_alone(row: Row, places: Mapping[Field, int]) -> bool:
    """Whether a row says one thing only, outside the columns of dates and events."""
    filled = [column for column, text in enumerate(row.texts) if text]
    if len(filled) != 1 or filled[0] == places.get(Field.EVENT):
        return False
    return filled[0] != places.get(Field.DATE) or not is_date(row.texts[filled[0]])


def _entry(
    name: str, row: Row, moment: Moment, *, matches: Sequence[Match], headings: Sequence[str]
) -> Entry:
    own = dict.fromkeys(_OWN, "")
    fields = {}
    extra = {}
    for column, found in enumerate(matches):
        text = cell_at(row, column).text
        if not text:
            continue
        text, second = found.parted(text)
        if found.also and second:
            fields[found.also.value] = second
        if found.field in own:
            own[found.field] = text
        elif found.field:
            fields[found.field.value] = text
        else:
            extra[headings[column]] = text
    return Entry(
        table=name,
        row=row.number,
        date=moment.date,
        time_text=moment.time_text,
        event=own[Field.EVENT],
        source=own[Field.SOURCE],
        fields=fields,
        extra=extra,
        cells=row.texts,
    )


def _asked_alone(headings: Sequence[str], matches: Sequence[Match]) -> bool:
    """Whether the only column on sight of the child asks whether it was seen alone."""
    return any(
        found.field is Field.CHILD_SEEN
        and (asked := named(heading)) is not None
        and asked.field is Field.SEEN_ALONE
        for heading, found in zip(headings, matches, strict=True)
    )


def _seen_alone(entry: Entry) -> Entry:
    """A child seen alone was seen; of one not seen alone the column does not say whether it was."""
    cell = entry.fields.get(Field.CHILD_SEEN, "")
    if not cell:
        return entry
    fields = {**entry.fields, Field.SEEN_ALONE.value: cell}
    if of_cell(cell) is not Answer.YES:
        del fields[Field.CHILD_SEEN.value]
    return replace(entry, fields=fields)


def _notes(
    name: str,
    section: Section,
    places: Mapping[Field, int],
    *,
    matches: Sequence[Match],
    refused_times: int,
) -> Iterator[str]:
    if refused_times:
        rows = "1 row" if refused_times == 1 else f"{refused_times:,} rows"
        yield f"“{name}”: the time of {rows} was not understood; it is kept as typed."
    for heading, found in zip(_headings(section), matches, strict=True):
        if found.by_cells:
            yield f"“{name}”: the column “{heading}” was taken for what happened. {found.reason}"
    loose = [
        str(row.number)
        for row in section.rows
        if row.number in section.after_headings and not cell_at(row, places.get(Field.DATE, 0)).text
    ]
    if loose:
        yield (
            f"“{name}”: without a date and directly under headings repeated on a new page, these "
            f"rows may go on from the row before: {', '.join(loose)}."
        )
