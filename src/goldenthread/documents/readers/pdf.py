"""PDFs whose tables have lines round their cells, or columns that plainly stand apart."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from goldenthread.chronology.tables import Cell, Row, Table
from goldenthread.documents.package import DAMAGED
from goldenthread.documents.readers.found import Found, counted
from goldenthread.documents.refused import FileRefused

_SECONDS = 90
_ASK = "Ask for the Word or Excel file that the PDF was made from, and add that."
_PROBLEMS = {
    "password": "The file is protected by a password. Remove the password and add it again.",
    "damaged": DAMAGED,
    "pages": f"The PDF has far more pages than a chronology. {_ASK}",
    "work": f"The PDF is too large or too involved to be read. {_ASK}",
    "scanned": f"The PDF holds pictures of pages and no words, as a scanner makes them. {_ASK}",
    "lines": f"The PDF has no table with lines round its cells, so its columns are not certain. {_ASK}",
}
_NEAR = 6.0
_PROCESS = "goldenthread.documents.readers.pdf_process"


def read(data: bytes) -> Found:
    """The tables of a PDF, those that go on over several pages joined.

    A row that goes on to the next page becomes a row of its own there: nothing in a PDF says that
    the two belong together.
    """
    found = _ask_process(data)
    if problem := found.get("problem"):
        raise FileRefused(_PROBLEMS[problem])
    if not found["letters"]:
        raise FileRefused(_PROBLEMS["scanned"])
    tables = _joined(found["tables"])
    if not any(table.rows for table in tables):
        raise FileRefused(_PROBLEMS["lines"])
    notes = ["The file is a PDF: compare the entries with its pages, most of all at their ends."]
    if found["spaced"]:
        notes.append(
            "The table has no lines: its columns were told by the space between them, and its rows "
            "by their dates. Compare every entry with the page."
        )
    if found["merged"]:
        cells = counted(found["merged"], "cell is", "cells are")
        notes.append(
            f"{cells} part of one merged down the page; its words were read into each row it covers."
        )
    if found["outside"]:
        letters = counted(found["outside"], "letter stands", "letters stand")
        notes.append(f"{letters} outside the tables and made no entry.")
    return Found(tables, tuple(notes))


def _ask_process(data: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - our own module, given the file on its input
            [sys.executable, "-P", "-m", _PROCESS],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"problem": "work"}
    if done.returncode:
        return {"problem": "work"}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _joined(pieces: Sequence[dict[str, Any]]) -> tuple[Table, ...]:
    """Pieces on following pages with the same columns are one table, its rows counted on."""
    groups: list[list[dict[str, Any]]] = []
    for piece in pieces:
        if groups and _goes_on(groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    tables = []
    for number, group in enumerate(groups, start=1):
        lines = [texts for piece in group for texts in piece["rows"]]
        rows = (
            Row(place, tuple(Cell(text) for text in texts))
            for place, texts in enumerate(lines, start=1)
            if any(texts)
        )
        tables.append(Table(f"Table {number} (page {group[0]['page']})", tuple(rows)))
    return tuple(tables)


def _goes_on(before: dict[str, Any], after: dict[str, Any]) -> bool:
    ours, theirs = before["columns"], after["columns"]
    return (
        before["page"] + 1 == after["page"]
        and len(ours) == len(theirs)
        and all(abs(one - other) <= _NEAR for one, other in zip(ours, theirs, strict=True))
    )
