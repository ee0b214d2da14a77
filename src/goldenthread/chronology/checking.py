"""What one agency should put right in its file before it is merged, row by row."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.chronology.abbreviations import unexplained
from goldenthread.chronology.dates import Reading, Refusal, read_date, read_time
from goldenthread.chronology.entries import Entry, Understood
from goldenthread.chronology.faults import Fault, day_shown
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.misplaced import out_of_order, told_twice
from goldenthread.chronology.tables import ReadFile
from goldenthread.chronology.told_ages import contradicted

__all__ = ["Fault", "check"]

_EVENING = "18:00"
"""From this hour on, an end on the clock before the start is taken for the next day."""


def check(
    file: ReadFile,
    understood: Understood,
    *,
    latest: date | None = None,
    born: date | None = None,
) -> tuple[Fault, ...]:
    """Everything wrong with a file’s rows, by table and row, each with a repair in words.

    ``latest`` is the day of the file itself: nothing can have happened after it. ``born`` is the
    child’s date of birth; without it ages are not checked. A fault is never a reason to leave a row
    out of a merge.
    """
    faults = [
        *_of_tables(understood.entries, latest),
        *told_twice(understood.entries),
        *unexplained(file, understood.entries),
    ]
    if born is not None:
        faults += contradicted(understood.entries, born=born)
    places = {table.name: place for place, table in enumerate(file.tables)}
    faults.sort(key=lambda fault: (places.get(fault.table, len(places)), fault.row))
    return tuple(faults)


def _of_tables(entries: Sequence[Entry], latest: date | None) -> Iterator[Fault]:
    tables: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        tables[entry.table].append(entry)
    for rows in tables.values():
        yield from out_of_order(rows)
        yield from _without(rows, Field.SOURCE)
        yield from _without(rows, Field.EVENT)
        for entry in rows:
            yield from _dates(entry, latest)
            yield from _times(entry)


_LACKS = {
    Field.SOURCE: (
        "The row does not say where it is recorded.",
        "Name the record it was taken from, such as “case notes” or “letter of 3 May 2011”.",
        "No row says where it is recorded.",
        "Add a column “Source” and name in each row the record it was taken from.",
    ),
    Field.EVENT: (
        "The row does not say what happened.",
        "Say what happened, or take the row out.",
        "No row says what happened.",
        "Add a column “Event” and say in each row what happened.",
    ),
}


def _without(rows: Sequence[Entry], field: Field) -> Iterator[Fault]:
    """Rows with nothing in a column they need; one fault for a table where none has anything."""
    row_lacks, row_repair, table_lacks, table_repair = _LACKS[field]
    lacking = [entry for entry in rows if not _said(entry, field)]
    if len(lacking) == len(rows) and len(rows) > 1:
        yield Fault(0, rows[0].table, table_lacks, table_repair)
        return
    for entry in lacking:
        yield Fault(entry.row, entry.table, row_lacks, row_repair)


def _said(entry: Entry, field: Field) -> str:
    return (entry.source if field is Field.SOURCE else entry.event).strip()


def _dates(entry: Entry, latest: date | None) -> Iterator[Fault]:
    what, repair = _date_fault(entry, latest)
    if what:
        yield Fault(entry.row, entry.table, what, repair)
    recorded = entry.fields.get(Field.RECORDED_ON, "")
    known = read_date(recorded, latest=latest) if recorded else None
    read = entry.date
    if not isinstance(known, Reading) or not isinstance(read, Reading):
        return
    if known.last and read.first and known.last < read.first and not (known.doubt or read.doubt):
        what = f"The row was recorded on “{recorded}”, before it happened on “{read.text}”."
        yield Fault(entry.row, entry.table, what, "Correct one of the two dates.")


def _date_fault(entry: Entry, latest: date | None) -> tuple[str, str]:
    """What is wrong with the date of a row, and its repair; nothing where all is well."""
    read = entry.date
    if isinstance(read, Reading):
        if read.first is None and read.last is None:
            what = f"The date “{read.text}” has no year."
            return what, "Add the year, or a line with the year above the row."
        if latest is not None and read.first is not None and read.first > latest:
            what = f"The date “{read.text}” is after {day_shown(latest)}, the date of the file."
            return what, "Correct the date, or say that it is planned."
        return "", ""
    if isinstance(read, Refusal):
        suggested = (
            f"Write “{_shown(read.suggestion)}” if that is meant." if read.suggestion else ""
        )
        what = f"The date “{read.text}” was not understood. {read.reason}"
        return what, suggested or "Write the date as “3 May 2011”, or “about May 2011” if unsure."
    if not read.text.strip():
        what = "The row has no date."
        return what, "Give as much of the date as the record shows, such as “May 2011”."
    what = f"The date is given as “{read.text}”. {read.reason}"
    return what, "Give the narrowest time that is certain, such as “2011” or “before 3 May 2011”."


def _shown(edtf: str) -> str:
    """A suggested day as people write it; other suggestions as they are."""
    return day_shown(date.fromisoformat(edtf)) if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else edtf


def _times(entry: Entry) -> Iterator[Fault]:
    """Times in columns of their own that no clock shows, or that end before they begin."""
    text = entry.time_text
    parts = [] if not text or not isinstance(read_time(text), Refusal) else text.split("–")
    for part in parts:
        time = read_time(part)
        if isinstance(time, Refusal):
            what = f"The time “{part}” was not understood. {time.reason}"
            suggestion = time.suggestion.replace("T", "").replace("/", " to ")
            repair = f"Write “{suggestion}” if that is meant." if suggestion else ""
            yield Fault(entry.row, entry.table, what, repair or "Write the time as “14:30”.")
    read = entry.date
    begins, joint, ends = (read.time if isinstance(read, Reading) else "").partition("/")
    if joint and ends < begins < _EVENING and ends != "..":
        what = f"The row ends at {ends}, before it begins at {begins}."
        repair = "Correct one of the two times, or give the day on which it ended."
        yield Fault(entry.row, entry.table, what, repair)
