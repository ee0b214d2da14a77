"""A whole date column, in which a cell may lean on its neighbours."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from goldenthread.chronology.dates.ages import at_age
from goldenthread.chronology.dates.below import below
from goldenthread.chronology.dates.finish import lacks_year
from goldenthread.chronology.dates.model import Read, Reading, Refusal
from goldenthread.chronology.dates.reading import Outcome, outcome
from goldenthread.chronology.dates.relative import step_of, stepped
from goldenthread.chronology.dates.stretches import stretch_beside
from goldenthread.chronology.dates.tokens import LONGEST
from goldenthread.chronology.dates.years import with_years

_ALL_THE_TIME = "24/7"
_BIRTH = re.compile(r"\b(?:d\.?o\.?b\b|date of birth\b|born\b)", re.IGNORECASE)


def read_column(
    cells: Sequence[str],
    *,
    latest: date | None = None,
    born: date | None = None,
    year: int | None = None,
) -> tuple[Read, ...]:
    """Read every cell of a date column, top to bottom.

    Each cell is first read by itself. Then a missing year is taken from the order of the rows (or
    from ``year``, that of a heading above them), “next day” and “as above” from the row above, and
    ages from ``born`` or from the one row that gives a date of birth. Whatever is taken from
    elsewhere has ``inferred`` set and says why. Nothing is inferred where the rows contradict one
    another.
    """
    outcomes = _in_company([outcome(cell, latest=latest) for cell in cells], latest)
    reads: list[Read] = [found.read for found in outcomes]
    for n, reading in with_years(outcomes, latest=latest, year=year).items():
        reads[n] = reading
    born = born or _born(reads)
    following: list[Reading | None] = [None] * len(reads)
    for n in range(len(reads) - 2, -1, -1):
        ahead = reads[n + 1]
        following[n] = ahead if isinstance(ahead, Reading) and ahead.first else following[n + 1]
    for n, read in enumerate(reads):
        if isinstance(read, Refusal) and len(read.text) <= LONGEST:
            above = reads[n - 1] if n else None
            reads[n] = _from_context(read, above, following[n], born=born, latest=latest)
    return tuple(reads)


def _in_company(outcomes: list[Outcome], latest: date | None) -> list[Outcome]:
    """“24/7” is a day where other rows are a day and month in figures too."""
    if not any(found.read.text.strip() == _ALL_THE_TIME for found in outcomes):
        return outcomes
    company = any(
        found.parsed and lacks_year(found.parsed) and found.parsed.pieces[0].figures
        for found in outcomes
    )
    day = outcome("24/07", latest=latest) if company else None
    return [
        replace(day, read=replace(day.read, text=found.read.text))
        if day and found.read.text.strip() == _ALL_THE_TIME
        else found
        for found in outcomes
    ]


def _born(reads: Sequence[Read]) -> date | None:
    """The birth that a row gives, when all that give one agree."""
    births = {
        read.first
        for read in reads
        if isinstance(read, Reading) and read.first == read.last and _BIRTH.search(read.text)
    }
    return births.pop() if len(births) == 1 else None


def _from_context(
    read: Refusal,
    above: Read | None,
    following: Reading | None,
    *,
    born: date | None,
    latest: date | None,
) -> Read:
    found = at_age(read.text, born) if born else None
    step = None if found else step_of(read.text)
    if step:
        if not isinstance(above, Reading):
            return replace(read, reason="This counts from the row above, which has no date.")
        found = stepped(step, read.text, above)
    if not found and isinstance(above, Reading):
        plain = " ".join(read.text.lower().strip(" .,;:()-").split())
        found = stretch_beside(plain, read.text, above)
        found = found or below(read.text, above, following, latest=latest)
    if found is None or (latest and found.first and found.first > latest):
        return read
    return found
