"""Dates as people type them in chronologies, read day first, with their doubt, or refused.

Start with :func:`read_date` (one cell) and :func:`read_column` (cells with their neighbours).
"""

from goldenthread.chronology.dates.cells import from_cell
from goldenthread.chronology.dates.column import read_column
from goldenthread.chronology.dates.model import (
    Read,
    Reading,
    ReadTime,
    Refusal,
    TimeReading,
    Unknown,
)
from goldenthread.chronology.dates.reading import read_date
from goldenthread.chronology.dates.timing import read_time

__all__ = [
    "Read",
    "ReadTime",
    "Reading",
    "Refusal",
    "TimeReading",
    "Unknown",
    "from_cell",
    "read_column",
    "read_date",
    "read_time",
]
