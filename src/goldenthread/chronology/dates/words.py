"""Months, weekdays and numbers as words, with mistypings that can mean only one thing."""

from dataclasses import dataclass
from functools import lru_cache

from goldenthread.chronology.dates.tokens import word_set

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_WELSH = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf",
    "awst", "medi", "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7,
    "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip

_EXACT = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
_EXACT |= {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)}
_EXACT |= {name: n for n, name in enumerate(_WELSH, 1)}
_EXACT |= {"jany": 1, "feby": 2, "augt": 8, "septr": 9, "octr": 10, "novr": 11, "decr": 12}
_EXACT |= {"sept": 9, "janu": 1, "febr": 2, "octo": 10, "novem": 11, "decem": 12, "septem": 9}

# Words of ordinary English (and first names) that lie close to a month and are not one.
_NOT_MONTHS = word_set(
    "match marsh larch starch arch parch mark marks marked marc marcia mary maria marie made main "
    "mail male make many maya mayor maybe may've amy yam juney junk jury judy jane janet junior augusta auguste augustine junie mayra "
    "junction juno julie julia juliet judge judges augustus gust decent december's descend "
    "octave sect sections novel notes nova member members remember ember embers april's avril "
    "aprils apply appt septic manuary search reach mach macro each charm harm ram mars mat map man "
    "mad fab fbi jam jay pan ran nun fun sun run son sue bun jug hull jul's ace dee cod con not nor "
    "vow von now apt par rap arm army art aged auto act cot tic pet pes esp tune dune rune tuly duly "
    "ugly bully holy jolly rally lily ally sally molly polly"
)
_SHORT = {"sept": 9} | {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)}
_DAYS = {name.lower(): n for n, name in enumerate(WEEKDAYS)}
_DAYS |= {name[:3].lower(): n for n, name in enumerate(WEEKDAYS)}
_DAYS |= {"tues": 1, "weds": 2, "wednes": 2, "thur": 3, "thurs": 3, "wednesay": 2, "wendesday": 2}
_DAYS |= {"wensday": 2, "tuseday": 1, "teusday": 1, "thrusday": 3, "thursaday": 3, "satuday": 5}
_DAYS |= {"saterday": 5, "satarday": 5, "firday": 4, "monady": 0, "modnay": 0, "wednesdy": 2}

_UNITS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
NUMBERS = {word: n for n, word in enumerate(_UNITS, 1)} | {
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "couple": 2,
}  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}


@dataclass(frozen=True, slots=True)
class Month:
    """A month from 1 to 12, and the word it was mistyped as, if it was."""

    number: int
    mistyped: str = ""


def distance(a: str, b: str, *, limit: int) -> int:
    """Edits between two words (swaps of neighbours count one), or ``limit`` + 1 when more."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


@lru_cache(maxsize=4096)
def month(word: str) -> Month | None:
    """The month a word names, exactly or mistyped so that only one month can be meant.

    Three and four letters: two neighbours swapped. Longer: one edit, or two from seven letters
    on. Real words near a month (“match”) are never taken for it.
    """
    if word in _EXACT:
        return Month(_EXACT[word])
    if word in _NOT_MONTHS or not word.isascii() or not word.isalpha() or len(word) > 13:
        return None
    if len(word) in (3, 4):
        swapped = {n for short, n in _SHORT.items() if _swapped(word, short)}
        if len(swapped) == 1:
            return Month(swapped.pop(), word)
    if len(word) < 4 or word[0] not in "jfmasondeu":
        return None
    limit = 2 if len(word) >= 6 else 1
    near = sorted(
        (distance(word, name.lower(), limit=limit), n) for n, name in enumerate(MONTHS, 1)
    )
    best, second = near[0], near[1]
    allowed = 2 if len(MONTHS[best[1] - 1]) >= 7 else 1
    if best[0] > min(limit, allowed) or best[0] == second[0] or best[1] == 5:
        return None
    return Month(best[1], word)


def looks_like_month(word: str) -> int | None:
    """A month that a word is one edit away from, if it is only one: to suggest, never to read."""
    near = [n for n, name in enumerate(MONTHS, 1) if distance(word, name.lower(), limit=1) <= 1]
    return near[0] if len(near) == 1 and len(word) >= 4 else None


def _swapped(word: str, meant: str) -> bool:
    return (
        sorted(word) == sorted(meant)
        and word[0] in meant[:2]
        and distance(word, meant, limit=1) == 1
    )


def weekday(word: str) -> int | None:
    """The weekday a word names, Monday being 0."""
    word = word.removesuffix("'s")
    if word in _DAYS or not word.endswith("day") or len(word) < 6:
        return _DAYS.get(word)
    near = [n for n, name in enumerate(WEEKDAYS) if distance(word, name.lower(), limit=1) <= 1]
    return near[0] if len(near) == 1 else None
