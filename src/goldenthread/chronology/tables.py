"""What a file holds once it is read: tables of cells, as they were, and nothing understood yet."""

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell; ``when`` is set where a sheet held a real date or time there."""

    text: str = ""
    when: date | datetime | time | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in it. ``number`` counts as a person would in the file, from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of every cell, in order."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a Word file, a sheet of a workbook, or the whole of a text file.

    Rows with nothing in them are not listed; the numbers of the others still count them.
    """

    name: str
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read. ``digest`` is the SHA-256 of its bytes; ``notes`` are plain sentences."""

    name: str
    kind: str
    digest: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
