"""Reading an agency's file as it was brought, whatever it is, into tables of cells."""

import hashlib
from pathlib import PurePath

from goldenthread.chronology.tables import ReadFile
from goldenthread.documents import limits
from goldenthread.documents.package import DAMAGED, Package
from goldenthread.documents.readers import csv_text, docx, opendocument, pdf, xlsx
from goldenthread.documents.readers.found import Found, too_long, too_wide
from goldenthread.documents.refused import FileRefused
from goldenthread.documents.sniff import NAMES, Kind, sniff

_ENDINGS = {
    ".docx": Kind.DOCX,
    ".dotx": Kind.DOCX,
    ".xlsx": Kind.XLSX,
    ".xltx": Kind.XLSX,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".txt": Kind.CSV,
    ".ods": Kind.ODS,
    ".odt": Kind.ODT,
    ".pdf": Kind.PDF,
}


def read_file(data: bytes, *, name: str) -> ReadFile:
    """Every table of a file, told by its bytes and not by its name.

    Raises :class:`FileRefused` with a sentence that says what to do. Takes bounded time and memory
    whatever the bytes are (:mod:`goldenthread.documents.limits`); follows nothing that the file
    points to and runs nothing that it holds.
    """
    if len(data) > limits.MAX_BYTES:
        raise FileRefused(
            f"The file is {len(data) / 1024**2:,.0f} MB; at most {limits.MAX_BYTES // 1024**2} MB "
            "is taken in. Remove pictures from it, or split it into several files."
        )
    kind, package = sniff(data)
    try:
        found = _found(kind, data, package)
    except RecursionError:
        # Tables inside tables inside tables, deeper than any page shows.
        raise FileRefused(DAMAGED) from None
    tables = tuple(table for table in found.tables if table.rows)
    _check_size(found)
    if not tables:
        raise FileRefused(_no_table(kind, found))
    called = _ENDINGS.get(PurePath(name).suffix.lower())
    notes = found.notes
    if called is not kind:
        notes = (f"The file is {NAMES[kind]}, whatever its name says, and was read as one.", *notes)
    digest = hashlib.sha256(data).hexdigest()
    return ReadFile(name=name, kind=kind.value, digest=digest, tables=tables, notes=notes)


def _found(kind: Kind, data: bytes, package: Package | None) -> Found:
    if kind is Kind.CSV:
        return csv_text.read(data)
    if kind is Kind.DOCX and package:
        return docx.read(package)
    if kind is Kind.XLSX and package:
        return xlsx.read(package)
    if kind in (Kind.ODS, Kind.ODT) and package:
        return opendocument.read(package)
    return pdf.read(data)


def _check_size(found: Found) -> None:
    if sum(len(table.rows) for table in found.tables) > limits.MAX_ROWS:
        raise too_long()
    widest = max((table.width for table in found.tables), default=0)
    if widest > limits.MAX_COLUMNS:
        raise too_wide(widest)


def _no_table(kind: Kind, found: Found) -> str:
    what = NAMES[kind]
    if kind in (Kind.XLSX, Kind.ODS):
        return f"The file is {what}, but its sheets are empty. Check that it was saved."
    lines = " ".join(note for note in found.notes if "outside the tables" in note)
    return (
        f"The file is {what}, but there is no table with anything in it. {lines} A chronology is "
        "a table with a row for each event. Put the events into a table and add the file again."
    ).replace("  ", " ")
