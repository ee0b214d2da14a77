"""Cells that count from the child’s birth: “at six weeks”, “aged 3”, “28 weeks gestation”."""

import re
from datetime import date, timedelta

from goldenthread.chronology.dates.model import Reading
from goldenthread.chronology.dates.tokens import tokenise
from goldenthread.chronology.dates.words import NUMBERS
from goldenthread.domain.deadlines import months_after

FULL_TERM = 40  # weeks; a pregnancy is counted back from a birth at full term

_NUMBER = r"(?P<count>\d{1,3}|[a-z]+)"
_UNIT = r"(?P<unit>day|week|wk|month|mth|year|yr)s?"
_AGE = re.compile(
    rf"(?:at |when |aged? |at age |at the age of |@ ?)?(?:about |around |approx(?:imately)?\.? |c\.? ?)?{_NUMBER}[ -]?{_UNIT}"
    r"(?:[ -]old| of age)?(?: \(?(?:check|review|assessment|developmental (?:check|review)|visit|checks|contact)\)?)?"
)
_YEARS = re.compile(rf"(?:aged|age|at age|at the age of) {_NUMBER}")
_GESTATION = re.compile(
    rf"(?:at |about |around |approx\.? )*{_NUMBER}(?:[ -]?(?:weeks?|wks?)|/40)(?:'s?)? ?(?:gestation|pregnant|of pregnancy|gest\.?|into pregnancy|antenatal)?"
)
_MEDICAL = re.compile(
    r"(?:at )?(?P<count>\d{1,2})/(?P<unit>52|12|7)(?: (?:check|review|old|assessment|of age))"
)
_BIRTH = re.compile(
    r"(?:at |on |day of |the )?(?:birth|delivery|born|date of birth|d\.?o\.?b\.?)(?: of [a-z ]{1,20})?"
)
_MONTHS = {"month": 1, "mth": 1, "year": 12, "yr": 12, "12": 1}
_DAYS = {"day": 1, "week": 7, "wk": 7, "52": 7, "7": 1}


def at_age(text: str, born: date) -> Reading | None:
    """The day or stretch of days that a cell counts from the birth, or None when it does not.

    Days and weeks give an approximate day; months and years the whole month or year of that age;
    weeks of pregnancy count back from a birth at forty weeks.
    """
    plain = tokenise(text).text.lower().strip(" .,;:()")
    if _BIRTH.fullmatch(plain):
        return _day(text, born, "", "Taken from the date of birth.")
    gestation = _GESTATION.fullmatch(plain)
    if gestation and re.search(r"gest|pregnan|/40|antenatal", plain):
        weeks = _count(gestation["count"])
        why = "Counted back from the date of birth, as if born at 40 weeks."
        day = born - timedelta(weeks=FULL_TERM - weeks)
        return _day(text, day, "~", why) if 2 <= weeks <= 42 else None
    age = _AGE.fullmatch(plain) or _MEDICAL.fullmatch(plain)
    if age:
        return _aged(text, born, _count(age["count"]), age["unit"])
    years = _YEARS.fullmatch(plain)
    return _aged(text, born, _count(years["count"]), "year") if years else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word, 0)


def _day(text: str, day: date, doubt: str, why: str) -> Reading:
    return Reading(text, f"{day.isoformat()}{doubt}", day, day, doubt, "", why, True)


def _aged(text: str, born: date, count: int, unit: str) -> Reading | None:
    why = "Counted from the date of birth."
    if not count:
        return None
    if unit in _DAYS:
        return _day(text, born + timedelta(days=count * _DAYS[unit]), "~", why)
    months = _MONTHS[unit]
    if count * months > 1200:
        return None
    first = months_after(born, months=count * months)
    last = months_after(born, months=(count + 1) * months) - timedelta(days=1)
    return Reading(text, f"{first.isoformat()}/{last.isoformat()}", first, last, "", "", why, True)
