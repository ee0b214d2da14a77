"""Days and times as a spreadsheet counts them, where an export wrote the number: 42512, 42512.604."""

import re
from datetime import date, timedelta

from goldenthread.chronology.dates.clock import Clock
from goldenthread.chronology.dates.compound import Parsed
from goldenthread.chronology.dates.pieces import Piece

_EPOCH = date(1899, 12, 30)
_OLDEST = 25569  # 1 January 1970: smaller numbers of five figures are likelier to be references
_SERIAL = re.compile(r"(?P<days>[2-4][0-9]{4})(?:\.(?P<part>[0-9]{1,12}))?")
_FRACTION = re.compile(r"0?\.(?P<part>[0-9]{3,12})")
_MINUTES = 24 * 60
_NOTE = "The number was read as the day a spreadsheet counts by it."


def serial_day(text: str, *, pivot: int) -> Parsed | None:
    """The day, and perhaps the time, that a spreadsheet means by a number; None for any other text.

    Only days from 1970 to the end of the pivot year are read: the rest are refused elsewhere.
    """
    found = _SERIAL.fullmatch(text)
    if not found or not _OLDEST <= int(found["days"]) <= (date(pivot, 12, 31) - _EPOCH).days:
        return None
    day = _EPOCH + timedelta(days=int(found["days"]))
    piece = Piece(str(day.year), f"{day.month:02}", f"{day.day:02}", notes=(_NOTE,))
    minutes = _minutes(found["part"] or "")
    return Parsed((piece,), clock=_clock(minutes) if minutes else None)


def serial_time(text: str) -> Clock | None:
    """The time of day that a spreadsheet means by a fraction: 0.604166667 is 14:30."""
    found = _FRACTION.fullmatch(text)
    minutes = _minutes(found["part"]) if found else 0
    return _clock(minutes) if minutes else None


def _minutes(part: str) -> int:
    return round(float(f"0.{part}") * _MINUTES) % _MINUTES if part else 0


def _clock(minutes: int) -> Clock:
    note = "The fraction was read as the time a spreadsheet counts by it."
    return Clock(f"{minutes // 60:02}:{minutes % 60:02}", notes=(note,))
