"""An integrated chronology as JSON, in the shape of ``chronology.schema.json``; and read again."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from importlib.resources import files
from typing import Any

from goldenthread.chronology.analysis import Shown
from goldenthread.chronology.dates import Read, Reading, Refusal, Unknown
from goldenthread.chronology.entries import Entry
from goldenthread.chronology.integrated import Integrated
from goldenthread.chronology.placed import Placed
from goldenthread.chronology.sight import SightLine
from goldenthread.documents.refused import FileRefused

FORMAT = "goldenthread-chronology"
VERSION = 1
_UNREADABLE = (
    "The file is not a chronology in the JSON that “goldenthread chronology merge” writes. "
    "Merge the agencies’ files again with -o and a name that ends in .json."
)


def schema() -> dict[str, Any]:
    """The JSON Schema that every file written here keeps to."""
    text = files(__package__).joinpath("chronology.schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def write_json(integrated: Integrated, shown: Shown) -> bytes:
    """Everything known of every entry, and everything the merge shows."""
    text = json.dumps(as_data(integrated, shown), ensure_ascii=False, indent=1)
    # Half of a surrogate pair, from a damaged record, has no place in UTF-8.
    return text.encode("utf-8", errors="replace") + b"\n"


def as_data(integrated: Integrated, shown: Shown) -> dict[str, Any]:
    """The chronology as plain lists, words and numbers; dates as “2011-05-03”."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "entries": [_entry(one, shown) for one in integrated.entries],
        **_accounts(shown),
        **_over_time(shown),
        "mentions": [
            {"name": found.name_or_role, "is_role": found.is_role, "entries": list(found.ids)}
            for found in shown.mentions
        ],
        "contradictions": [
            {"entries": list(found.ids), "reason": found.reason}
            for found in integrated.contradictions
        ],
        "unread": [asdict(unread) for unread in integrated.unread],
        "notes": list(integrated.notes),
    }


def _accounts(shown: Shown) -> dict[str, Any]:
    """What accounts of several agencies show beside one another."""
    return {
        "same_event": [list(found.ids) for found in shown.same_events],
        "same_event_reasons": [found.reason for found in shown.same_events],
        "conflicts": [
            {
                "entries": list(found.ids),
                "about": found.about,
                "says": [{"entry": one, "says": words} for one, words in found.says],
                "reason": found.reason,
            }
            for found in shown.conflicts
        ],
        "told_not_heard": [
            {"entry": f.id, "agency": f.told_agency, "reason": f.reason, "reverse": f.reverse}
            for f in shown.untold
        ],
    }


def _over_time(shown: Shown) -> dict[str, Any]:
    """What the entries show along time: silences, sight of the child, patterns."""
    return {
        "silences": [
            {
                "agency": found.agency,
                "first": found.first.isoformat(),
                "last": found.last.isoformat(),
                "days": found.days,
                "reason": found.reason,
            }
            for found in shown.silences
        ],
        "sight": [_sight_line(line) for line in shown.sight.lines],
        "patterns": [
            {"kind": str(found.kind), "entries": list(found.ids), "reason": found.reason}
            for found in shown.patterns
        ],
    }


def _sight_line(line: SightLine) -> dict[str, Any]:
    return {
        "line": str(line.line),
        "agency": line.agency,
        "entries": list(line.ids),
        "last": _day(line.last),
        "gap_first": _day(line.gap_first),
        "gap_last": _day(line.gap_last),
        "gap_days": line.gap_days,
        "doubtful": list(line.doubtful),
        "reason": line.reason,
    }


def _entry(one: Placed, shown: Shown) -> dict[str, Any]:
    entry, read = one.entry, one.entry.date
    age = shown.ages.get(one.id)
    return {
        "id": one.id,
        "agency": one.agency,
        "file": one.file,
        "digest": one.digest,
        "table": one.table,
        "row": one.row,
        "position": one.position,
        **_date(read),
        "first": _day(one.first),
        "last": _day(one.last),
        "time": one.time,
        "time_text": entry.time_text,
        "event": entry.event,
        "source": entry.source,
        "fields": dict(entry.fields),
        "extra": dict(entry.extra),
        "cells": list(entry.cells),
        "age": age.text if age else "",
        "elapsed": age.elapsed if age else "",
    }


def _date(read: Read) -> dict[str, Any]:
    """The date as typed and as understood; ``edtf`` is ERROR for a refusal and UNKNOWN for a blank."""
    if isinstance(read, Reading):
        return {
            "date_text": read.text,
            "edtf": read.edtf,
            "doubt": read.doubt,
            "inferred": read.inferred,
            "why": read.why,
            "suggestion": "",
            "alternatives": list(read.alternatives),
        }
    return {
        "date_text": read.text,
        "edtf": "ERROR" if isinstance(read, Refusal) else "UNKNOWN",
        "doubt": "",
        "inferred": False,
        "why": read.reason,
        "suggestion": read.suggestion if isinstance(read, Refusal) else "",
        "alternatives": [],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def read_json(data: bytes) -> tuple[Placed, ...]:
    """The entries of a file that :func:`write_json` wrote, each equal to the one written.

    Raises :class:`FileRefused` for any other file.
    """
    try:
        held = json.loads(data)
        if held["format"] != FORMAT or held["version"] != VERSION:
            raise FileRefused(_UNREADABLE)
        return tuple(_placed(entry) for entry in held["entries"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FileRefused(_UNREADABLE) from None


def _placed(held: Mapping[str, Any]) -> Placed:
    entry = Entry(
        table=held["table"],
        row=held["row"],
        date=_read(held),
        time_text=held["time_text"],
        event=held["event"],
        source=held["source"],
        fields=dict(held["fields"]),
        extra=dict(held["extra"]),
        cells=tuple(held["cells"]),
    )
    return Placed(
        id=held["id"],
        agency=held["agency"],
        file=held["file"],
        digest=held["digest"],
        table=held["table"],
        row=held["row"],
        entry=entry,
        first=_as_day(held["first"]),
        last=_as_day(held["last"]),
        time=held["time"],
        position=held["position"],
    )


def _read(held: Mapping[str, Any]) -> Read:
    text, edtf = held["date_text"], held["edtf"]
    if edtf == "ERROR":
        return Refusal(text, held["why"], held["suggestion"])
    if edtf == "UNKNOWN":
        return Unknown(text, held["why"])
    return Reading(
        text=text,
        edtf=edtf,
        first=_as_day(held["first"]),
        last=_as_day(held["last"]),
        doubt=held["doubt"],
        time=held["time"],
        why=held["why"],
        inferred=held["inferred"],
        alternatives=tuple(held["alternatives"]),
    )


def _as_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
