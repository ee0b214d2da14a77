"""Files of invented agencies, typed as text, read and understood."""

import hashlib
from datetime import date

from made_tables import table

from goldenthread.chronology.entries import understand
from goldenthread.chronology.integrated import Source
from goldenthread.chronology.tables import ReadFile


def source(agency, text, *, name="", latest=date(2026, 11, 24)):
    """One file of an agency; its digest is that of its text."""
    file = ReadFile(
        name=name or f"{agency}.csv".lower(),
        kind="csv",
        digest=hashlib.sha256(text.encode()).hexdigest(),
        tables=(table(text),),
    )
    return Source(agency, file, understand(file, latest=latest))


def told(agency, *rows, **options):
    """A file with a row for each pair of date and event."""
    lines = (" | ".join((*row, "Diary")) for row in rows)
    return source(agency, "\n".join(("Date | Event | Source", *lines)), **options)
