"""Cells that name a stretch beside the row above: “later that week”, “the following month”."""

import re
from datetime import date, timedelta

from goldenthread.chronology.dates.model import Reading
from goldenthread.chronology.dates.points import days_in

_SAME = re.compile(
    r"(?:(?P<way>later|earlier) )?(?:on |in |during |within |sometime |some time |at some point )*"
    r"(?P<which>that|the same|same|this|the) (?P<unit>weekend|week|month|year)"
)
_OTHER = re.compile(
    r"(?:in |during |over |at )?(?:the )?(?P<way>next|following|previous|preceding) "
    r"(?P<unit>weekend|month|year)|(?:the )?(?P<unit_first>weekend|month|year) (?P<way_last>after|before)"
)
_BACK = ("previous", "preceding", "before")


def stretch_beside(plain: str, text: str, above: Reading) -> Reading | None:
    """The stretch a cell names beside the row above, or None when it names none or that row is vague.

    “Later that week” runs from the day of the row above to the Sunday; weeks begin on Mondays.
    """
    if above.first is None or above.last is None or (above.last - above.first).days > 31:
        return None
    ends = _same(plain, above.first, above.last) or _other(plain, above.first, above.last)
    if ends is None or ends[0] > ends[1]:
        return None
    doubt = above.doubt
    edtf = _edtf(*ends, doubt)
    why = f"Taken from the row above (“{above.text.strip()}”)."
    return Reading(text, edtf, ends[0], ends[1], doubt, "", why, True)


def _same(plain: str, first: date, last: date) -> tuple[date, date] | None:
    match = _SAME.fullmatch(plain)
    if not match or (match["which"] == "the" and not match["way"]):
        return None
    start, _ = _unit(match["unit"], first)
    _, end = _unit(match["unit"], last)
    if match["way"] == "later":
        return last, end
    return (start, first) if match["way"] == "earlier" else (start, end)


def _other(plain: str, first: date, last: date) -> tuple[date, date] | None:
    match = _OTHER.fullmatch(plain)
    if not match:
        return None
    unit = match["unit"] or match["unit_first"]
    if (match["way"] or match["way_last"]) in _BACK:
        return _unit(unit, _unit(unit, first)[0] - timedelta(days=1), back=True)
    return _unit(unit, _unit(unit, last)[1] + timedelta(days=1))


def _unit(unit: str, day: date, *, back: bool = False) -> tuple[date, date]:
    """The first and last day of the week, weekend, month or year that a day lies in or next to."""
    monday = day - timedelta(days=day.weekday())
    if unit == "week":
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        saturday = monday + timedelta(days=-2 if back and day.weekday() < 5 else 5)
        return saturday, saturday + timedelta(days=1)
    if unit == "month":
        last = days_in(day.month, str(day.year))
        return day.replace(day=1), day.replace(day=last)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _edtf(first: date, last: date, doubt: str) -> str:
    """Whole months and years as EDTF writes them, anything else as its first and last day."""
    if first == last:
        return f"{first}{doubt}"
    if (first, last) == _unit("year", first):
        return f"{first.year:04d}{doubt}"
    if (first, last) == _unit("month", first):
        return f"{first:%Y-%m}{doubt}"
    return f"{first}{doubt}/{last}{doubt}"
