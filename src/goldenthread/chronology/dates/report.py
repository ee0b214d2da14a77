"""Readings as lines of tab-separated text, for checking the reader against a list."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from goldenthread.chronology.dates.column import read_column
from goldenthread.chronology.dates.model import Reading, Refusal, TimeReading, Unknown
from goldenthread.chronology.dates.reading import read_date
from goldenthread.chronology.dates.timing import read_time

_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


def tsv_lines(
    lines: Iterable[str], *, column: Literal["date", "time"], in_order: bool
) -> Iterator[str]:
    """One line per cell: the text, its EDTF (or ERROR or UNKNOWN), and the reason.

    Every cell gives exactly one line: tabs and other breaks inside it are shown as spaces.
    ``in_order`` reads the lines as one column, so that a missing year comes from the rows around.
    A refusal with a repair to offer ends in “; suggest=” and that EDTF.
    """
    cells = (line.rstrip("\r\n") for line in lines)
    if column == "time":
        yield from (_line(cell, read_time(cell)) for cell in cells)
    elif in_order:
        column_cells = list(cells)
        for cell, read in zip(column_cells, read_column(column_cells), strict=True):
            yield _line(cell, read)
    else:
        yield from (_line(cell, read_date(cell)) for cell in cells)


def _line(cell: str, read: Reading | TimeReading | Refusal | Unknown) -> str:
    if isinstance(read, Refusal):
        offer = f"; suggest={read.suggestion}" if read.suggestion else ""
        fields = (cell, "ERROR", f"{read.reason}{offer}")
    elif isinstance(read, Unknown):
        fields = (cell, "UNKNOWN", read.reason)
    else:
        fields = (cell, read.edtf, read.why)
    return "\t".join(_BREAKS.sub(" ", field) for field in fields)
