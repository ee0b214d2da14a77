"""A whole column, read with its neighbours."""

from collections.abc import Sequence
from datetime import date

from goldenthread.chronology.dates.model import Read
from goldenthread.chronology.dates.reading import read_date


def read_column(
    cells: Sequence[str],
    *,
    latest: date | None = None,
    born: date | None = None,
    year: int | None = None,
) -> tuple[Read, ...]:
    """Read every cell of a date column."""
    return tuple(read_date(cell, latest=latest) for cell in cells)
