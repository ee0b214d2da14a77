"""Cells that leave out what the row above says: “14th”, “Tuesday”, “10:30”."""

import re
from datetime import date, timedelta

from goldenthread.chronology.dates.model import Reading, TimeReading
from goldenthread.chronology.dates.points import joined
from goldenthread.chronology.dates.reading import read_date
from goldenthread.chronology.dates.timing import read_time
from goldenthread.chronology.dates.words import MONTHS, weekday

_DAY_ONLY = re.compile(
    r"(?P<weekday>[a-z]+\.?,? )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE
)
_WEEKDAY_ONLY = re.compile(
    r"(?:on )?(?:the )?(?P<way>following |next |that |this )?(?P<name>[a-z]{3,9})\.?(?P<last> following| after)?",
    re.IGNORECASE,
)
_TIME_ONLY = re.compile(
    r"\d{1,2}[:.]\d{2}|[ap]\.?m\b|\d ?h(?:rs?|ours)?\b|noon|midday|evening|afternoon", re.IGNORECASE
)

_EVENING, _EARLY = "18:00", "06:00"  # between which a column may pass midnight


def below(
    text: str, above: Reading, following: Reading | None, *, latest: date | None
) -> Reading | None:
    """What a cell means under the row above; ``following`` is the next dated row, if any."""
    if above.first is None or above.last is None:
        return None
    return (
        _same_month(text, above, latest)
        or _weekday_alone(text, above, following)
        or _time_alone(text, above)
    )


def _same_month(text: str, above: Reading, latest: date | None) -> Reading | None:
    """“14th” or “Mon 3rd” under a row of the same month, or under the month, if the weekday agrees."""
    match = _DAY_ONLY.fullmatch(text.strip(" .,"))
    month_above = len(above.edtf.rstrip("~?%")) == 7 and above.first != above.last
    if not match or above.first is None or (above.first != above.last and not month_above):
        return None
    day = int(match["day"])
    if day < above.first.day:
        return None
    month = f"{MONTHS[above.first.month - 1]} {above.first.year}"
    found = read_date(f"{match['weekday'] or ''}{day} {month}", latest=latest)
    if not isinstance(found, Reading) or found.doubt or found.first is None:
        return None
    why = f"The month was taken from the row above (“{above.text.strip()}”)."
    return Reading(
        text, f"{found.edtf}{above.doubt}", found.first, found.last, above.doubt, "", why, True
    )


def _weekday_alone(text: str, above: Reading, following: Reading | None) -> Reading | None:
    """“Tuesday” is the first one after the row above; certain only if the next row leaves no other."""
    match = _WEEKDAY_ONLY.fullmatch(text.strip(" .,;:"))
    named = weekday(match["name"].lower()) if match else None
    if match is None or named is None or above.first is None or above.last is None:
        return None
    if (above.last - above.first).days == 6 and not (match["way"] or match["last"]):
        return _day_of_week(text, named, above)
    if above.first != above.last:
        return None
    ahead = (named - above.last.weekday()) % 7
    way = (match["way"] or match["last"] or "").strip().lower()
    if ahead == 0 and way not in ("following", "next", "after"):
        return None  # the same day, or a week later
    day = above.last + timedelta(days=ahead or 7)
    limit = following.first if following else None
    if limit and above.last <= limit < day:
        return None
    bounded = limit is not None and day <= limit < day + timedelta(days=7)
    sure = bounded or way in ("following", "after", "that", "this")
    doubt = above.doubt if sure else joined(above.doubt, "?")
    other = () if sure else ((day + timedelta(days=7)).isoformat(),)
    why = f"The first {day:%A} after the row above (“{above.text.strip()}”)."
    return Reading(text, f"{day}{doubt}", day, day, doubt, "", why, True, other)


def _day_of_week(text: str, named: int, above: Reading) -> Reading | None:
    """“Tuesday” under a week is the one in it."""
    if above.first is None:
        return None
    day = above.first + timedelta(days=(named - above.first.weekday()) % 7)
    why = f"The {day:%A} of the week in the row above (“{above.text.strip()}”)."
    return Reading(text, f"{day}{above.doubt}", day, day, above.doubt, "", why, True)


def _time_alone(text: str, above: Reading) -> Reading | None:
    """“10:30” under a row of one day is on that day, unless it would go back in time."""
    if above.first is None or above.first != above.last or not _TIME_ONLY.search(text):
        return None
    clock = read_time(text)
    if not isinstance(clock, TimeReading) or clock.edtf[0] != "T":
        return None
    starts = clock.time.partition("/")[0]
    day, doubt = above.first, joined(above.doubt, clock.doubt)
    why = f"The day was taken from the row above (“{above.text.strip()}”)."
    if above.time and "/" not in above.time and starts < above.time and "/" not in clock.time:
        if above.time < _EVENING or starts > _EARLY:
            return None  # the rows are out of order
        day, doubt = day + timedelta(days=1), joined(doubt, "?")
        why = f"Earlier than in the row above (“{above.text.strip()}”), so perhaps on the next day."
    stamp = day.isoformat() if "/" in clock.time else f"{day}T{clock.time}:00"
    return Reading(text, f"{stamp}{doubt}", day, day, doubt, clock.time, why, True)
