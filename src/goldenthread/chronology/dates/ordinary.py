"""The dates that most rows have, read without trying the whole grammar: ten times as fast.

Nothing is read here that the grammar does not read the same; a test holds the two together.
"""

import re
from datetime import date

from goldenthread.chronology.dates.compound import Parsed
from goldenthread.chronology.dates.model import Reading
from goldenthread.chronology.dates.numeric import SHORT_YEAR
from goldenthread.chronology.dates.pieces import Piece, Setting
from goldenthread.chronology.dates.words import MONTHS

_FIGURES = re.compile(
    r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?P<mark>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
    r"(?P<year>(?:19|20)[0-9]{2}|(?<=[/.])[0-9]{2})"
)
_ISO = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])"
)
_WORDS = re.compile(
    r"(?:(?:(?P<ordinal>[23]?1(?=st)|2?2(?=nd)|2?3(?=rd)|(?:[4-9]|1[0-9]|2[04-9]|30)(?=th))[a-z]{2}"
    r"|(?P<day>0?[1-9]|[12][0-9]|3[01])) )?(?P<month>[a-z]{3,9}) "
    r"(?P<year>(?:19|20)[0-9]{2})",
    re.IGNORECASE,
)
_OLDEST = 1901
_NEAR = 10  # years ahead, more than the grammar asks
_NUMBER_OF = {
    name: f"{number:02}"
    for number, month in enumerate(MONTHS, start=1)
    for name in (month.lower(), month[:3].lower())
}


def ordinary(text: str, setting: Setting) -> Parsed | None:
    """What a plain date says (3/5/2011, 03.05.11, 2011-05-03, 3 May 2011, May 2011), else None."""
    found = _FIGURES.fullmatch(text)
    if found:
        short = len(found["year"]) == 2
        year = setting.full_year(found["year"])
        notes = (SHORT_YEAR.format(year=year),) if short else ()
        day, month = found["day"].rjust(2, "0"), found["month"].rjust(2, "0")
        return Parsed((Piece(year, month, day, notes=notes, figures=True),))
    found = _ISO.fullmatch(text)
    if found:
        return Parsed((Piece(found["year"], found["month"], found["day"]),))
    found = _WORDS.fullmatch(text)
    named = _NUMBER_OF.get(found["month"].lower()) if found else None
    if not found or not named:
        return None
    figures = found["ordinal"] or found["day"]
    day = figures.rjust(2, "0") if figures else ""
    return Parsed((Piece(found["year"], named, day),))


def settled(parsed: Parsed, text: str, *, pivot: int, latest: date | None) -> Reading | None:
    """The reading of a plain day that the calendar has and that is well in the past, else None."""
    piece = parsed.pieces[0]
    if not piece.day or (latest and latest.year != pivot):
        return None
    try:
        day = date(int(piece.year), int(piece.month), int(piece.day))
    except ValueError:
        return None
    # Short years just after the pivot may lie in the future; 1900 is what computers write for none.
    if not _OLDEST <= day.year <= pivot or day > (latest or date(pivot, 12, 31)):
        return None
    if piece.notes and day.year + 100 - pivot <= _NEAR:
        return None
    return Reading(text, day.isoformat(), day, day, why=" ".join(piece.notes))
