"""What the cells of a column look like, whatever its heading says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.chronology.dates import Reading, TimeReading, read_date, read_time

_SAMPLE = 80
"""How many filled cells of a column are looked at, spread over its length."""
_FIRST_LOOK = 4
"""One cell in so many is asked first whether it is a date: a column where none is has no dates."""
_LONGEST_DATE = 120
_NUMBER = re.compile(r"(?=\S*\d)\S{1,24}$|[A-Za-z]{1,4} \d{1,6}$")
_BARE_DATE = re.compile(r"(19|20)\d\d$|[2-5]\d{4}$|[0-3]\d[01]\d(19|20)?\d\d$")
_DATE_LIKE = re.compile(r"\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.I)
"""Reading a date takes a thousand times as long as this, and most cells fail here."""
_PROSE = 40
_DATE_WITHIN = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}|\d\W+\d|['’‘]\d|\d0'?s|\d[?_x*]|\d(?:st|nd|rd|th)\b"
    # a month may be misspelt, but it stands beside a figure and keeps its first letter
    r"|\d\W*[jfmasond][a-z]{2,9}\b|\b[jfmasond][a-z]{2,9}\W*\d",
    re.I,
)
"""What a sentence has to hold for a date to be found among its words."""
_CLOCK = re.compile(
    r"\d\s*[:.]\s*\d\d|\d\s*(am|pm|hrs?|h)\b|noon|midnight|\d{4}\s*(hrs?|h)?$", re.I
)

_STAFF = re.compile(
    r"\b(?:dr|gp|hv|sw|cpn|pc|dc|ds|sgt|nurse|doctor|midwife|teacher|officer|consultant|visitor"
    r"|worker|clerk|manager|head|chair|therapist|paramedic|solicitor|practitioner)\d*\b",
    re.I,
)
_FAMILY = re.compile(
    r"\b(?:mother|mum|mam|father|dad|stepfather|stepmother|child|baby|brother|sister|sibling|nan"
    r"|grandmother|grandfather|grandparents?|aunt|uncle|partner|carer|parents?|son|daughter)\d*\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Contents:
    """Counts over the filled cells looked at; ``length`` is the mean number of characters."""

    filled: int
    dates: int
    times: int
    numbers: int
    digits: int
    """Cells of digits alone. A year or a day count of Excel is a date, but not by itself."""
    length: float
    staff: int = 0
    family: int = 0

    def mostly_dates(self, share: float = 0.6) -> bool:
        """Whether more than this share of the filled cells are dates."""
        return self.filled > 0 and self.dates > share * self.filled

    def mostly_times(self, share: float = 0.6) -> bool:
        """Whether more than this share of the filled cells are times of day."""
        return self.filled > 0 and self.times > share * self.filled

    def mostly_numbers(self, share: float = 0.6) -> bool:
        """Whether more than this share of the filled cells are numbers or codes."""
        return self.filled > 0 and self.numbers > share * self.filled


def contents(cells: Sequence[str]) -> Contents:
    """Look at the filled cells of a column, at most eighty of them."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    step = max(1, len(filled) // _SAMPLE)
    looked = filled[::step][:_SAMPLE]
    return Contents(
        filled=len(looked),
        dates=_dates_among(looked),
        times=sum(_is_time(cell) for cell in looked),
        digits=sum(cell.isdecimal() for cell in looked),
        numbers=sum(bool(_NUMBER.match(cell)) for cell in looked),
        length=sum(map(len, looked)) / max(1, len(looked)),
        staff=sum(bool(_STAFF.search(cell)) for cell in looked if len(cell) <= _PROSE),
        family=sum(bool(_FAMILY.search(cell)) for cell in looked if len(cell) <= _PROSE),
    )


def _dates_among(looked: Sequence[str]) -> int:
    """How many of the cells are dates; 0 where none of the first few asked is."""
    if len(looked) == _SAMPLE and not any(map(is_date, looked[::_FIRST_LOOK])):
        return 0
    return sum(map(is_date, looked))


@lru_cache(maxsize=4096)
def is_date(cell: str) -> bool:
    """Whether a cell reads as a date by itself. Of bare numbers only years and day counts may."""
    if len(cell) > _LONGEST_DATE or not _DATE_LIKE.search(cell):
        return False
    if len(cell) > _PROSE and not _DATE_WITHIN.search(cell):
        return False
    if cell.isdecimal() and not _BARE_DATE.match(cell):
        return False
    return isinstance(read_date(cell), Reading)


@lru_cache(maxsize=4096)
def _is_time(cell: str) -> bool:
    if len(cell) > 30 or not _CLOCK.search(cell):
        return False
    return isinstance(read_time(cell), TimeReading)
