"""Dates as they are written in records, read day first."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_FIGURE = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:(?:{_FIGURE}(?:\s+(?:day\s+)?of)?[\s-]+{_MONTH}\.?,?(?:[\s-]+(?:\d{{4}}|'?\d{{2}}))?)"
    rf"|(?:{_MONTH}\s+{_FIGURE}(?:,?\s+\d{{4}})?)"
    r"|(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2}))"
    r"|(?:\d{4}-\d{2}-\d{2}))"
)
"""A pattern (folded lower case, no groups) for a date in figures or words."""

_WORDS = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?[\s-]+({_MONTH})\.?,?[\s-]+'?(\d{{4}}|\d{{2}})"
)
_MONTH_FIRST = re.compile(rf"({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")
_FIGURES = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def read_date(text: str) -> date | None:
    """The date that the whole of a folded lower-case text is; None when it is not a full date.

    Two-figure years from 40 to 99 are of the 1900s, others of the 2000s.
    """
    text = text.strip()
    if found := _WORDS.fullmatch(text):
        return _date(found[3], str(_MONTHS.index(found[2][:3]) + 1), found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return _date(found[3], str(_MONTHS.index(found[1][:3]) + 1), found[2])
    if found := _FIGURES.fullmatch(text):
        return _date(found[3], found[2], found[1])
    if found := _ISO.fullmatch(text):
        return _date(found[1], found[2], found[3])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= 40 else 2000
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None
