"""Days known by a name: Christmas Eve, Easter Monday, the August bank holiday, Bonfire Night."""

from datetime import date, timedelta
from functools import lru_cache

import holidays as published

from goldenthread.chronology.dates.pieces import Form, Piece, Pieces, Setting, year_at
from goldenthread.chronology.dates.plain import plain
from goldenthread.chronology.dates.tokens import Line, Phrases, word_set
from goldenthread.chronology.dates.words import month

_FIXED = {
    "christmas day": (12, 25), "xmas day": (12, 25), "christmas eve": (12, 24), "xmas eve": (12, 24),
    "boxing day": (12, 26), "st stephen's day": (12, 26), "new year's day": (1, 1),
    "new years day": (1, 1), "new year day": (1, 1), "new year's eve": (12, 31),
    "new years eve": (12, 31), "new year eve": (12, 31), "nye": (12, 31), "nyd": (1, 1), "hogmanay": (12, 31),
    "bonfire night": (11, 5), "guy fawkes night": (11, 5), "guy fawkes": (11, 5), "halloween": (10, 31),
    "hallowe'en": (10, 31), "valentine's day": (2, 14), "valentines day": (2, 14),
    "st valentine's day": (2, 14), "burns night": (1, 25), "st david's day": (3, 1),
    "st patrick's day": (3, 17), "st george's day": (4, 23), "st andrew's day": (11, 30),
    "armistice day": (11, 11), "twelfth night": (1, 5), "midsummer's day": (6, 24),
    "april fool's day": (4, 1), "april fools day": (4, 1), "leap day": (2, 29),
}  # fmt: skip
_ABOUT = {
    "christmas": (12, 25), "xmas": (12, 25), "christmas time": (12, 25), "christmas period": (12, 25), "xmas period": (12, 25), "christmas week": (12, 25), "christmastime": (12, 25),
    "new year": (1, 1), "new years": (1, 1), "new year's": (1, 1), "the new year": (1, 1),
}  # fmt: skip
_FROM_EASTER = {
    "shrove tuesday": -47, "pancake day": -47, "ash wednesday": -46, "mothering sunday": -21,
    "mothers day": -21, "mother's day": -21, "mothers' day": -21, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "easter saturday": -1, "easter eve": -1, "easter sunday": 0, "easter day": 0,
    "easter monday": 1, "easter mon": 1, "easter sun": 0, "easter sat": -1, "good fri": -2, "ascension day": 39, "whit sunday": 49, "pentecost": 49, "whit monday": 50,
    "easter bank holiday monday": 1,
}  # fmt: skip
_BANK = {
    "may day bank holiday": "May Day", "may day holiday": "May Day",
    "early may bank holiday": "May Day", "first may bank holiday": "May Day",
    "may day bank holiday monday": "May Day", "early may bank holiday monday": "May Day",
    "spring bank holiday": "Spring Bank Holiday", "late may bank holiday": "Spring Bank Holiday",
    "whitsun bank holiday": "Spring Bank Holiday", "spring bank holiday monday": "Spring Bank Holiday",
    "second may bank holiday": "Spring Bank Holiday",
    "august bank holiday": "Late Summer Bank Holiday",
    "august bank holiday monday": "Late Summer Bank Holiday",
    "aug bank holiday": "Late Summer Bank Holiday",
    "bank holiday august": "Late Summer Bank Holiday",
    "summer bank holiday": "Late Summer Bank Holiday",
    "late summer bank holiday": "Late Summer Bank Holiday",
}  # fmt: skip
_PERIODS = {
    "easter": "easter", "easter weekend": "easter weekend", "easter holidays": "easter holidays",
    "easter holiday": "easter holidays", "easter school holidays": "easter holidays",
    "easter break": "easter holidays", "easter hols": "easter holidays", "easter week": "easter",
    "christmas holidays": "christmas holidays", "xmas holidays": "christmas holidays",
    "christmas break": "christmas holidays", "xmas break": "christmas holidays",
    "christmas holiday": "christmas holidays", "xmas hols": "christmas holidays",
    "christmas school holidays": "christmas holidays", "christmas hols": "christmas holidays",
    "summer school holidays": "summer holidays", "school summer holidays": "summer holidays",
    "school summer holiday": "summer holidays",
    "whitsun": "whitsun", "whit": "whitsun", "whitsuntide": "whitsun",
    "remembrance sunday": "remembrance sunday", "father's day": "fathers day",
    "fathers day": "fathers day", "may bank holiday": "may bank holidays",
    "bank holiday may": "may bank holidays", "may day": "may day", "easter bank holiday": "easter bank holiday",
    "bank holiday monday may": "may bank holidays", "easter bank holiday weekend": "easter weekend",
    "august bank holiday weekend": "august weekend", "remembrance day": "remembrance day",
}  # fmt: skip


def _table() -> Phrases[tuple[str, str, str]]:
    table: Phrases[tuple[str, str, str]] = {}
    bare = {name.replace("'", ""): day for name, day in _FIXED.items()}
    for doubt, days in (("", {**_FIXED, **bare}), ("~", _ABOUT)):
        for name, (m, d) in days.items():
            table[tuple(name.split())] = (f"fixed {m:02d} {d:02d}", doubt, name)
    for name, offset in _FROM_EASTER.items():
        table[tuple(name.split())] = (f"easter {offset}", "", name)
    for name, listed in _BANK.items():
        table[tuple(name.split())] = (f"bank {listed}", "", name)
    for name, period in _PERIODS.items():
        table[tuple(name.split())] = (period, "", name)
    return table


_NAMES = _table()
# The words one of which every date without a figure holds, apart from months.
CALENDAR_WORDS = frozenset(name[0] for name in _NAMES) | word_set(
    "spring summer autumn winter fall sping sumer summmer autum autunm sixties seventies eighties "
    "nineties noughties fifties forties thirties twenties half halfterm"
)
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "lunchtime", "am", "pm"})
_AT_NEW_YEAR = ("new year", "nye", "new year's eve", "new years eve")


def holidays(line: Line, i: int, setting: Setting) -> Pieces:
    """Every way the tokens at ``i`` can be a day known by its name, with or without a year."""
    found = line.phrase(i, _NAMES)
    if not found:
        return
    (arg, doubt, name), j = found
    k = j
    while line.mark(k) and line.mark(k) in ",-":
        k += 1
    k = line.skip(k, frozenset({"of", "in", "the"}))
    piece = Piece(form=Form.HOLIDAY, arg=arg, doubt=doubt)
    if line.word(j) in _PARTS_OF_DAY:  # the morning of Christmas is that of its day
        part, j = line.word(j), j + 1
        piece, k = piece.but(doubt="").noting(f"The text says “{part}”."), j
    if arg.startswith("fixed"):
        piece = piece.but(month=arg.split()[1], day=arg.split()[2])
    for dated, end in plain(line, k + 1 if line.mark(k) == "(" else k, setting):
        if dated.year and dated.month and dated.day and not dated.problem:
            closed = end + 1 if line.mark(k) == "(" and line.mark(end) == ")" else end
            yield dated.noting(f"The date was read beside the name “{name}”."), closed
    for year, end in year_at(line, k, setting, short=True):
        if (line.mark(end) and line.num(end + 1) and len(line.num(k)) == 2) or month(
            line.word(end)
        ):
            continue  # the day of a date, not a year
        follows = line.num(end + 1)
        split = line.mark(end) in ("/", "-") and follows and year.isdigit()
        if split and (name in _AT_NEW_YEAR or "christmas holidays" in arg):
            if follows in (str(int(year) + 1), str(int(year) + 1)[2:]):
                shown = str(int(year) + 1) if name == "new year" else year
                yield piece.but(year=shown), end + 2
        yield piece.but(year=year), end
    if not month(line.word(k)):
        yield piece, j


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month_number, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month_number, day + 1)


@lru_cache(maxsize=256)
def bank_holiday(name: str, year: int) -> date | None:
    """The day a bank holiday of that published name fell on in England, if it was one."""
    for day, listed in published.country_holidays("GB", subdiv="ENG", years=year).items():
        if listed == name and isinstance(day, date):
            return day
    return None


def nth_sunday(year: int, number: int, *, month: int) -> date:
    """The nth Sunday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))
