"""Reading dates: how many are right, how many wrong in silence, and how fast, beside dateutil.

The strings are those kept in the tests, with readings written by hand. dateutil gives one moment for
a text; it is counted right when that is the first day of a right reading, or when it refuses what is
no date: a far easier test than ours, which asks the whole reading.
"""

import random
import re
import warnings
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from dateutil import parser
from measure import median_seconds, tell

from goldenthread.chronology.dates import Reading, Unknown, read_column, read_date
from goldenthread.chronology.dates.reading import _outcome
from goldenthread.chronology.dates.words import MONTHS

TYPED = Path(__file__).parent.parent / "tests" / "chronology" / "dates" / "typed"
SOME_DAY = datetime(1904, 7, 17, tzinfo=UTC)  # what dateutil fills missing parts from
NOTHING = ("ERROR", "UNKNOWN")
ROWS = (5_000, 20_000)


def strings() -> list[tuple[str, list[str]]]:
    """Every text, with the readings that are right."""
    found = []
    for path in sorted(TYPED.glob("dates_*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            text, edtf, also = line.split("\t")
            found.append((text, [edtf, *filter(None, also.split(" | "))]))
    return found


def ours(text: str) -> str:
    read = read_date(text)
    return "UNKNOWN" if isinstance(read, Unknown) else getattr(read, "edtf", "ERROR")


def theirs(text: str) -> str:
    try:
        return parser.parse(text, dayfirst=True, default=SOME_DAY).date().isoformat()
    except (ValueError, OverflowError, TypeError):
        return "ERROR"


def first_day(edtf: str) -> str:
    """The first day of a reading with a year, filled as dateutil fills one."""
    found = re.search(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf)
    if not found:
        return edtf
    filled = (found[1], found[2] or f"{SOME_DAY.month:02}", found[3] or f"{SOME_DAY.day:02}")
    return "-".join(filled)


def judged(reader: Callable[[str], str], *, by_first_day: bool) -> tuple[int, int]:
    """How many texts a reader has right, and how many it reads as something else."""
    right = silent = 0
    for text, accepted in strings():
        got = reader(text)
        allowed = [*accepted, *(map(first_day, accepted) if by_first_day else ())]
        if got in allowed or (by_first_day and got == "ERROR" and set(accepted) & set(NOTHING)):
            right += 1
        elif got not in NOTHING:
            silent += 1
    return right, silent


def column(rows: int, *, gap: float, chance: random.Random) -> tuple[list[str], list[date]]:
    """Rows in order, one in twenty of which gives its year."""
    day, cells, days = date(1995, 1, 1), [], []
    for row in range(rows):
        day = min(day + timedelta(days=int(chance.expovariate(1 / gap))), date(2026, 12, 31))
        year = f" {day.year}" if row % 20 == 0 else ""
        cells.append(f"{day.day} {MONTHS[day.month - 1]}{year}")
        days.append(day)
    return cells, days


def fresh(work: Callable[[Iterable[str]], object], texts: list[str]) -> Callable[[], object]:
    """The work without what was remembered from the run before."""

    def run() -> object:
        _outcome.cache_clear()
        return work(texts)

    return run


def tell_right() -> None:
    total = len(strings())
    for name, reader, loose in (("ours", ours, False), ("dateutil, dayfirst", theirs, True)):
        right, silent = judged(reader, by_first_day=loose)
        print(
            f"{name}: {right} of {total} right ({right / total:.1%}), {silent} misread in silence"
        )


def tell_years() -> None:
    chance = random.Random(2011)
    for gap in (5, 20, 60, 120):
        wrong = doubted = total = 0
        for _ in range(40):
            cells, days = column(60, gap=gap, chance=chance)
            for read, day in zip(read_column(cells), days, strict=True):
                total += 1
                doubt = not isinstance(read, Reading) or bool(read.doubt)
                doubted += doubt
                wrong += not doubt and isinstance(read, Reading) and read.first != day
        print(
            f"years from the order, {gap} days between rows: {wrong / total:.2%} wrong and not "
            f"doubted, {doubted / total:.1%} doubted (limit 1% wrong)"
        )


def tell_speed() -> None:
    texts = [text for text, _ in strings()]
    mine = median_seconds(fresh(lambda some: [read_date(text) for text in some], texts))
    peer = median_seconds(lambda: [theirs(text) for text in texts])
    tell(f"{len(texts)} strings of every kind", mine, "dateutil", peer)
    print(f"  {len(texts) / mine:,.0f} strings a second")
    chance = random.Random(7)
    plain = [f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/{chance.randint(1990, 2024)}" for _ in range(20_000)]  # fmt: skip
    mine = median_seconds(fresh(lambda some: [read_date(text) for text in some], plain))
    peer = median_seconds(lambda: [theirs(text) for text in plain], runs=3)
    tell("20,000 plain dates", mine, "dateutil", peer)
    taken = {}
    for rows in ROWS:
        cells, _ = column(rows, gap=0.3, chance=chance)
        taken[rows] = median_seconds(fresh(lambda some: read_column(list(some)), cells), runs=3)
        print(f"a column of {rows:,} rows, most without a year: {taken[rows]:.2f} s")
    growth = taken[ROWS[1]] / taken[ROWS[0]]
    print(f"  from 5,000 to 20,000 rows: {growth:.1f} times (limit 5)")


if __name__ == "__main__":
    warnings.simplefilter("ignore", parser.UnknownTimezoneWarning)
    tell_right()
    tell_years()
    tell_speed()
