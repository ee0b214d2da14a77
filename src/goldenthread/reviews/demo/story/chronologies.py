"""The ten agencies’ chronologies of the long case, each in its agency’s own voice and columns.

The words are kept one row a line in ``chronologies/<agency key>.txt``, cells parted by ``|``. A line
that begins ``==`` names the next table and its headings follow it. ``@2010-03-12`` and ``@14:30`` are
real dates and times where the file’s format has such cells; ``^`` continues the cell above; a row of
one cell is a heading (a year) across the whole table.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from goldenthread.reviews.demo.story.partnership import AGENCY_KEYS

_FOLDER = Path(__file__).parent / "chronologies"


@dataclass(frozen=True, slots=True)
class ToldTable:
    """One table or sheet: its name, its headings, and its rows as wide as the headings.

    A row across the whole table is a tuple of one.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def entries(self) -> tuple[tuple[str, ...], ...]:
        """The rows that tell of something: no year rows, no repeated headings."""
        return tuple(row for row in self.rows if len(row) > 1 and row != self.headings)


@dataclass(frozen=True, slots=True)
class ToldChronology:
    """What one agency’s records tell, table by table."""

    agency: str
    tables: tuple[ToldTable, ...]

    @property
    def entries(self) -> tuple[tuple[str, ...], ...]:
        """Every entry of every table, in the file’s order."""
        return tuple(entry for table in self.tables for entry in table.entries)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


def _table(block: str) -> ToldTable:
    name, heading_line, *lines = block.strip().splitlines()
    headings = _cells(heading_line)
    rows = (_cells(line) for line in lines if line.strip())
    return ToldTable(name.strip(), headings, tuple(_widened(row, len(headings)) for row in rows))


def _widened(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    if len(row) == 1:
        return row
    if len(row) > width:
        raise ValueError(f"A row has {len(row)} cells under {width} headings: {row[0]}")
    return row + ("",) * (width - len(row))


@cache
def chronology(agency: str) -> ToldChronology:
    """The chronology of one agency; FileNotFoundError for a key that is none of the ten."""
    text = (_FOLDER / f"{agency}.txt").read_text(encoding="utf-8")
    told = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return ToldChronology(
        agency, tuple(_table(block) for block in told.split("== ") if block.strip())
    )


def chronologies() -> tuple[ToldChronology, ...]:
    """All ten, in the partnership’s order of agencies."""
    return tuple(chronology(key) for key in AGENCY_KEYS)
