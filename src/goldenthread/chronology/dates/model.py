"""What comes back from reading a cell: a reading, a refusal or an honest blank."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as understood, always beside the text as typed.

    ``first`` and ``last`` are the first and last day the text can mean; None is an open end,
    or a year that the text does not give. ``doubt`` is "~" (about), "?" (uncertain), "%" (both)
    or nothing. ``time`` is "14:30", or "12:00/18:00" for a part of a day. ``why`` says in plain
    words whatever the text did not say itself; ``inferred`` is true when other rows supplied it.
    """

    text: str
    edtf: str
    first: date | None
    last: date | None
    doubt: str = ""
    time: str = ""
    why: str = ""
    inferred: bool = False
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Text that is not read as a date, with the reason and sometimes one repair to offer."""

    text: str
    reason: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """An honest blank, such as “N/K”: the row is kept, without a date."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time of day as understood: ``edtf`` is "T14:30", ``time`` the same without the T."""

    text: str
    edtf: str
    time: str
    doubt: str = ""
    why: str = ""
    alternatives: tuple[str, ...] = ()


Read = Reading | Refusal | Unknown
ReadTime = TimeReading | Refusal | Unknown
