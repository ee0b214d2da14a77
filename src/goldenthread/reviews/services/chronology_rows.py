"""What the engines understood of a file, as rows and words that the tables can keep."""

import re
from collections.abc import Iterable
from typing import Any

from goldenthread.chronology import entries as understanding
from goldenthread.chronology.dates import Reading, Refusal, TimeReading, read_time
from goldenthread.chronology.entries import Understood
from goldenthread.chronology.tables import ReadFile
from goldenthread.reviews.models import Entry, SourceFile

# PostgreSQL keeps neither of these in text, and a damaged file may hold them.
_UNKEPT = re.compile("[\x00\ud800-\udfff]")
_NOT_ACCOUNTED_FOR = "This row was not taken for an entry. Check it in your file."
_NO_YEAR = "The day is given without its year, and the rows around it do not tell it."


def entry_rows(source_file: SourceFile, understood: Understood) -> list[Entry]:
    """One row of the table for each entry understood, in the order of the file."""
    return [
        _row(source_file, entry, position)
        for position, entry in enumerate(understood.entries, start=1)
    ]


def as_kept(file: ReadFile, understood: Understood) -> dict[str, Any]:
    """What is shown to the agency of how its file was understood.

    Every row of the file is an entry or is in ``left_out``: a row that the engine says nothing of is
    put there by us, so that nothing is dropped silently.
    """
    left_out = [
        {"table": table, "row": row, "text": text, "reason": reason}
        for table, row, text, reason in understood.left_out
    ]
    account: dict[str, Any] = kept(
        {
            "kind": file.kind,
            "rows": sum(len(table.rows) for table in file.tables),
            "columns": [
                {
                    "table": column.table,
                    "heading": column.heading,
                    "field": str(column.field or ""),
                    "reason": column.reason,
                }
                for column in understood.columns
            ],
            "left_out": [*left_out, *_not_accounted_for(file, understood)],
            "notes": list(dict.fromkeys([*file.notes, *understood.notes])),
        }
    )
    return account


def kept(value: Any) -> Any:
    """The same value without the characters that the database does not keep."""
    match value:
        case str():
            return _text(value)
        case dict():
            return {_text(key): kept(inner) for key, inner in value.items()}
        case list():
            return [kept(inner) for inner in value]
    return value


def _not_accounted_for(file: ReadFile, understood: Understood) -> Iterable[dict[str, Any]]:
    told = {(entry.table, entry.row) for entry in understood.entries}
    told |= {(table, row) for table, row, _text, _reason in understood.left_out}
    for table in file.tables:
        for row in table.rows:
            if (table.name, row.number) not in told:
                text = " | ".join(text for text in row.texts if text)
                yield {
                    "table": table.name,
                    "row": row.number,
                    "text": text,
                    "reason": _NOT_ACCOUNTED_FOR,
                }


def _row(source_file: SourceFile, entry: understanding.Entry, position: int) -> Entry:
    row = Entry(
        review_id=source_file.review_id,
        agency_id=source_file.agency_id,
        source_file=source_file,
        table=_text(entry.table)[:200],
        row=entry.row,
        position=position,
        date_text=_text(entry.date.text),
        event=_text(entry.event),
        source=_text(entry.source),
        fields=kept(_fields(entry)),
        cells=kept(list(entry.cells)),
    )
    _date(row, entry)
    _time(row, entry.time_text)
    return row


def _date(row: Entry, entry: understanding.Entry) -> None:
    date = entry.date
    if not isinstance(date, Reading):
        row.problem = _text(date.reason)
        row.suggestion = _text(date.suggestion)[:120] if isinstance(date, Refusal) else ""
        return
    row.edtf = _edtf(date)
    row.first_on, row.last_on = date.first, date.last
    row.doubt, row.time = date.doubt, date.time[:20]
    row.inferred, row.why = date.inferred, _text(date.why)
    if date.first is None and date.last is None:
        row.problem = row.why or _NO_YEAR


def _time(row: Entry, typed: str) -> None:
    # With a date, the engine has put its time beside it already.
    if row.time or not typed.strip():
        return
    time = read_time(typed)
    if isinstance(time, TimeReading):
        row.time = time.time[:20]
    elif isinstance(time, Refusal):
        said = f"The time “{_text(typed.strip())}” could not be understood: {_text(time.reason)}"
        row.why = f"{row.why} {said}".strip()


def _edtf(date: Reading) -> str:
    if len(date.edtf) <= 120:
        return date.edtf
    # A long list of days: its span is kept, and the text as typed says the rest.
    return "/".join(day.isoformat() if day else ".." for day in (date.first, date.last))


def _fields(entry: understanding.Entry) -> dict[str, str]:
    understood = {str(field): text for field, text in entry.fields.items() if text}
    if entry.time_text.strip():
        understood["time"] = entry.time_text
    extra = {f"extra:{heading}": text for heading, text in entry.extra.items() if text}
    return understood | extra


def _text(text: str) -> str:
    return _UNKEPT.sub("\ufffd", text)
