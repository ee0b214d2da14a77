"""A whole date column, in which a cell may lean on its neighbours."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from goldenthread.chronology.dates.ages import at_age
from goldenthread.chronology.dates.model import Read, Reading, Refusal
from goldenthread.chronology.dates.reading import outcome, read_date
from goldenthread.chronology.dates.relative import step_of, stepped
from goldenthread.chronology.dates.words import MONTHS
from goldenthread.chronology.dates.years import with_years

_DAY_ONLY = re.compile(
    r"(?P<weekday>[a-z]+\.?,? )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE
)


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
    ages from ``born``. Whatever is taken from elsewhere has ``inferred`` set and says why. Nothing
    is inferred where the rows contradict one another.
    """
    outcomes = [outcome(cell, latest=latest) for cell in cells]
    reads: list[Read] = [found.read for found in outcomes]
    for n, reading in with_years(outcomes, latest=latest, year=year).items():
        reads[n] = reading
    for n, read in enumerate(reads):
        if isinstance(read, Refusal):
            reads[n] = _from_context(reads, n, read, born=born, latest=latest)
    return tuple(reads)


def _from_context(
    reads: Sequence[Read], n: int, read: Refusal, *, born: date | None, latest: date | None
) -> Read:
    found = at_age(read.text, born) if born else None
    step = None if found else step_of(read.text)
    above = reads[n - 1] if n else None
    if step:
        if not isinstance(above, Reading):
            return replace(read, reason="This counts from the row above, which has no date.")
        found = stepped(step, read.text, above)
    if not found and isinstance(above, Reading):
        found = _same_month(read, above, latest)
    if found is None or (latest and found.first and found.first > latest):
        return read
    return found


def _same_month(read: Refusal, above: Reading, latest: date | None) -> Reading | None:
    """“14th” or “Mon 3rd” under a row of the same month, when the weekday agrees."""
    match = _DAY_ONLY.fullmatch(read.text.strip(" .,"))
    if not match or above.first is None or above.first != above.last:
        return None
    day = int(match["day"])
    if day < above.first.day:
        return None
    month = f"{MONTHS[above.first.month - 1]} {above.first.year}"
    found = read_date(f"{match['weekday'] or ''}{day} {month}", latest=latest)
    if not isinstance(found, Reading) or found.doubt:
        return None
    why = f"The month was taken from the row above (“{above.text.strip()}”)."
    return replace(found, text=read.text, inferred=True, why=why)
