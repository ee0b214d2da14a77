"""What the verifier knows by shape: dates, identifiers, and words that may be names.

Written apart from the shapes that are replaced, and broader: what it wrongly reports, a person
passes; what it misses, nobody sees.
"""

import re
from collections.abc import Iterator

from goldenthread.anonymity.word_sets import word_set

_NUMBERS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTH_WORDS = word_set("may april june august")
_CUES = word_set(
    "mr mrs ms miss dr prof pc dc ds sgt nurse midwife aunt auntie aunty uncle nan nanny gran granny mum "
    "mam dad cousin brother sister baby hv sw worker visitor officer teacher named called"
)
_NO_NAME_AFTER = word_set(
    "a an the this that his her their its our my your some any no each every of more very so too "
    "at since before until in on"
)
_STREETS = word_set("Road Street Lane Close Avenue House Ward Hospital School Centre")
_WORDS_OF_WISHES = word_set("will may hope mark")
_PEOPLE = word_set(
    "people person persons children adults adult carers mothers parents leaders paper"
)
_VERBS = word_set(
    "said told was is has had did went came left rang took gave saw knew met felt says"
)


def may_be_name(text: str, word: str, start: int, end: int) -> bool:
    """Whether an ordinary word that is also a listed name may be the name where it stands."""
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    last = (re.findall(r"[A-Za-z]+", before) or [""])[-1].lower()
    following = (re.findall(r"^\s+([A-Za-z]+)", after) or [""])[0]
    if following in _STREETS or re.match(r"['’]s\s(?:Road|Street|Lane|Close|Avenue)\b", after):
        return False
    if re.match(r"['’]s\b", after) or (
        re.search(r"\b[A-Z]\.?\s$", before) and text[start].isupper()
    ):
        return True
    if last in _CUES and re.search(r"[A-Za-z][.)]?\s$", before):
        return last != "miss" or text[start].isupper()
    if not text[start].isupper():
        return (
            _in_careless_line(text, start)
            and last not in _NO_NAME_AFTER
            and (word not in _WORDS_OF_WISHES or following in _VERBS)
        )
    if word in _MONTH_WORDS and _is_month(before, after):
        return False
    return not _begins_as_word(word, before, following)


def _is_month(before: str, after: str) -> bool:
    preposition = (
        r"(?:\d(?:st|nd|rd|th)?|\b(?:in|of|during|since|until|by|early|mid|late|last|next))[\s-]+$"
    )
    return bool(re.search(preposition, before, re.I) or re.match(r"[\s,-]+'?\d", after))


def _begins_as_word(word: str, before: str, following: str) -> bool:
    first = not before.strip() or re.search(r"[.!?:;•*\n\"“(]\s*[\"“'‘(]?\s*$", before) is not None
    if following.lower() in _PEOPLE:
        return True
    if not first or not following or following[0].isupper():
        return False
    if word not in _WORDS_OF_WISHES:
        return following in {"period", "form", "scheme", "sheet"}
    late = following in {"later", "then", "also", "never", "always"}
    return not (late or following in _VERBS or following.endswith(("ed", "s")))


def _in_careless_line(text: str, at: int) -> bool:
    """Whether the line around a place has no capital within 200 characters either way."""
    before = text[max(0, at - 200) : at].rpartition("\n")[2]
    after = text[at : at + 200].partition("\n")[0]
    return not any(map(str.isupper, before + after))


_FIGURES = re.compile(
    r"\b(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{4}|\d{2})\b|\b(\d{4})-(\d{2})-(\d{2})\b"
)
_SPELT = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s\-]+([A-Za-z]{3,9})\.?,?[\s\-]+(\d{4}|\d{2})\b|\b([A-Za-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b"
)


def dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Full dates: where each stands, and day/month/two figures of the year."""
    for found in _FIGURES.finditer(text):
        day, month, year, iso_year, iso_month, iso_day = found.groups()
        yield _dated(found, iso_day or day, iso_month or month, iso_year or year)
    for found in _SPELT.finditer(text):
        name = (found[2] or found[4]).lower()
        number = next(
            (i for i, m in enumerate(_NUMBERS, 1) if len(name) > 2 and m.startswith(name[:3])), 0
        )
        if number:
            yield _dated(found, found[1] or found[5], str(number), found[3] or found[6])


def _dated(found: re.Match[str], day: str, month: str, year: str) -> tuple[int, int, str]:
    return found.start(), found.end(), f"{int(day)}/{int(month)}/{year[-2:]}"


_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email address", re.compile(r"(?<![^\s@<>()])[^\s@<>()]+@[^\s@<>()]+\.\w+")),
    ("online name", re.compile(r"(?<![\w@.])@\w{3,}")),
    ("web address", re.compile(r"(?:https?://|www\.)(?!(?:www\.)?(?:legislation\.)?gov\.uk)\S+", re.I)),
    ("phone number", re.compile(r"(?<![\w/])(?:\+44|0044|\(?0(?=[1-35789\s]))[\d\s().\-]{8,15}\d(?!\d)")),
    ("NHS number", re.compile(r"(?<![\d/.])\d{3}[\s.\-]\d{3}[\s.\-]\d{4}(?!\d)")),
    ("phone number", re.compile(r"\b(?:tel|telephone|phone|mobile|mob|ext)\b[^\w\n]{0,3}(?:(?:no|number|is)\b[^\w\n]{0,3})?\d{3,5}[\s-]?\d{3,6}\b", re.I)),
    ("reference", re.compile(r"\b\d{1,3}/\d{4,}/\d{1,4}\b|\b\d{1,3}/\d{1,4}/(?!(?:19|20)\d\d\b)\d{3,}\b")),
    ("court reference", re.compile(r"\[(?:19|20)\d\d\]\s(?:EW|UK)[A-Z]{2,4}\b", re.I)),
    ("long number", re.compile(r"(?<![\w£.,])\d{7,}(?!\w)")),
    ("National Insurance number", re.compile(r"\b[A-Z]{2}\s?(?:\d\s?){6}[A-D]\b", re.I)),
    ("postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d(?![AP]M\b)[A-Z]{2}\b")),
    ("postcode", re.compile(r"\b[a-z]{1,2}\d{1,2}[a-z]?\s\d(?!th\b|st\b|nd\b|rd\b)[abd-hjlnp-uw-z]{2}\b")),
    ("car registration", re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b|\b[A-Z]\d{3}\s?[A-Z]{3}\b|\b[A-Z]{3}\s?\d{3}[A-Z]\b")),
    ("court reference", re.compile(r"\b[A-Z]{2}\d{2}[CPFDZJ]\d{5}\b", re.I)),
    ("pupil number", re.compile(r"\b[A-Z]\d{11}[\dA-Z]\b", re.I)),
    ("code", re.compile(r"\b(?=[\w/-]{0,40}[A-Za-z])(?:[A-Za-z]{1,4}[/-])?(?=(?:[A-Za-z/-]{0,20}\d){5})[A-Z\d]{1,40}(?:[/-][A-Z\d]{1,40}){0,4}\b", re.I)),
    ("reference", re.compile(r"\b(?:hospital|hosp|patient)\s(?:no|number|id)\b[^\w\n]{0,3}\w{1,5}(?:\s\d{3,4}){1,3}\b", re.I)),
    ("reference", re.compile(r"\b(?:ref|reference|log|cad|urn|lcs|cpoms|crime|incident|pin)\b[^\w\n]{0,3}(?:(?:no|number|ref)\b[^\w\n]{0,3})?\d{3,}\b", re.I)),
    ("address", re.compile(r"\b\d{1,4}[A-Za-z]?,?\s(?:[A-Z][\w'’.-]+\s){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Close|Lane|Drive|Way|Court|Crescent|Terrace|Gardens|Grove|Place|Square|Walk|Mews|Row|Rise|Hill|Park|Green|View|Croft|House)\b")),
    ("police reference", re.compile(r"\b\d{2,4}/\d{4,7}[A-Z]\b", re.I)),
)  # fmt: skip


def identifiers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where anything shaped like an identifier stands, and of which kind."""
    even = text.translate(
        {0xA0: " ", 0x2011: "-", 0x2010: "-", 0x2013: "-", 0x202F: " ", 0x2009: " "}
    )
    for kind, pattern in _SHAPES:
        for found in pattern.finditer(even):
            yield found.start(), found.end(), kind
