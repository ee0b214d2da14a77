"""Readings as lines of tab-separated text, for checking the reader against a list."""

from collections.abc import Iterable, Iterator
from typing import Literal

from goldenthread.chronology.dates.column import read_column
from goldenthread.chronology.dates.model import Reading, Refusal, TimeReading, Unknown
from goldenthread.chronology.dates.reading import read_date
from goldenthread.chronology.dates.timing import read_time


def tsv_lines(
    lines: Iterable[str], *, column: Literal["date", "time"], in_order: bool
) -> Iterator[str]:
    """One line per cell: the text, its EDTF (or ERROR or UNKNOWN), and the reason.

    ``in_order`` reads the lines as one column, so that a missing year comes from the rows around.
    A refusal with a repair to offer ends in “; suggest=” and that EDTF.
    """
    cells = [line.rstrip("\r\n") for line in lines]
    if column == "time":
        yield from (_line(cell, read_time(cell)) for cell in cells)
    elif in_order:
        yield from (_line(cell, read) for cell, read in zip(cells, read_column(cells), strict=True))
    else:
        yield from (_line(cell, read_date(cell)) for cell in cells)


def _line(cell: str, read: Reading | TimeReading | Refusal | Unknown) -> str:
    text = cell.replace("\t", " ")
    if isinstance(read, Refusal):
        offer = f"; suggest={read.suggestion}" if read.suggestion else ""
        return f"{text}\tERROR\t{read.reason}{offer}"
    if isinstance(read, Unknown):
        return f"{text}\tUNKNOWN\t{read.reason}"
    return f"{text}\t{read.edtf}\t{read.why}"
