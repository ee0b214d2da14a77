"""United Kingdom identifiers, found by their shape.

A checksum only names the kind of a number: a mistyped number identifies as well as a right one, so
no checksum ever lets a number through.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.anonymity.calendar_dates import DATE
from goldenthread.anonymity.normalise import Folded
from goldenthread.anonymity.word_sets import word_set


class Kind(StrEnum):
    """What a span is; the mask of an identifier says no more than this."""

    PERSON = "name"
    FAMILY = "family name"
    EMAIL = "email address"
    PHONE = "phone number"
    WEB = "web address"
    HANDLE = "online name"
    NHS = "NHS number"
    NI = "National Insurance number"
    UPN = "pupil number"
    ULN = "learner number"
    PNC = "police reference"
    COURT = "court reference"
    PASSPORT = "passport number"
    VEHICLE = "car registration"
    POSTCODE = "postcode"
    ADDRESS = "address"
    BIRTH = "date of birth"
    DEATH = "date of death"
    NUMBER = "reference number"


def mask(kind: Kind) -> str:
    """The neutral words that stand for a span of this kind: ``[phone number removed]``."""
    return f"[{kind.value} removed]"


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier at folded characters ``start`` to ``end``."""

    start: int
    end: int
    kind: Kind


Naming = Callable[[str], Kind]


def nhs_check(digits: str) -> bool:
    """Whether ten digits pass the modulus 11 check of NHS, CHI and H&C numbers."""
    total = sum(
        int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)
    )
    check = (11 - total % 11) % 11
    return check != 10 and check == int(digits[9])


def uln_check(digits: str) -> bool:
    """Whether ten digits pass the check of unique learner numbers."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True))
    return digits[0] != "0" and total % 11 == 10


def _named_by_digits(written: str) -> Kind:
    digits = re.sub(r"\D", "", written)
    if re.match(r"0[1-9]|44[1-9]|00", digits) and 9 <= len(digits) <= 14:
        return Kind.PHONE
    if len(digits) == 10:
        if nhs_check(digits) or not written.isdigit():
            return Kind.NHS
        if uln_check(digits):
            return Kind.ULN
    return Kind.NUMBER


_AREAS = (
    "ab al b ba bb bd bf bh bl bn br bs bt bx ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e "
    "ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls "
    "lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr "
    "ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze"
)  # fmt: skip
_AREA = "|".join(sorted(_AREAS.split(), key=len, reverse=True))
_DISTRICT, _INWARD = r"(?:\d{1,2}|\d[a-z]|o\d|\do)", r"[\do][abd-hjlnp-uw-z]{2}"
# With the space, any area: an invented or mistyped one still looks like a postcode to a reader.
_POSTCODE = rf"(?:(?:{_AREA}){_DISTRICT}{_INWARD}|(?:[a-z]{{1,2}}{_DISTRICT}|gir)\s[\do][a-z]{{2}})"
_STREETS = (
    r"road|rd|street|st|avenue|ave|close|cl|lane|ln|drive|dr|way|court|ct|crescent|cres|terrace|gardens|gdns|grove|"
    r"place|square|walk|mews|row|rise|hill|park|green|view|parade|gate|mount|vale|croft|fold|garth|wynd|brae|loan|"
    r"house|heights|tower|towers|buildings"
)
_REFERENCES = (
    r"(?:ref(?:erence)?|case|log|incident|crime|occurrence|urn|uprn|lcs|ics|cpoms|mosaic|liquidlogic|rio|systmone|"
    r"emis|pims|niche|athena|compass|paris|eclipse|framework-?i|carefirst|hospital|record|file|client|patient|"
    r"pupil|custody|job|cad|datix|steis|nmc|gmc|swe|hcpc|pin|id|dbs|nass|ho|claim|account|tenancy|badge|collar|"
    r"warrant|policy|passport|licence|ods)"
)


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


_DIGIT_GAP = r"[ .\-\u2011()/]{0,2}"

# Tried in this order; an earlier one keeps what it has found. All but vehicles read lower case.
_SHAPES: tuple[tuple[re.Pattern[str], Kind | Naming], ...] = (
    (_pattern(r"(?<![\w.+%'-])[\w.+%'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|(?<![\w.+-])[\w.+-]+ (?:at|\(at\)|\[at\]) [\w-]+ (?:dot|\(dot\)) \w+(?: (?:dot|\(dot\)) \w+)?|(?<![\w.+-])[\w.+-]+\s?[(\[]at[)\]]\s?[\w-]+(?:\.[\w-]+)+"), Kind.EMAIL),
    (_pattern(r"\b(?:https?://|www\.)(?!(?:www\.)?(?:legislation\.)?gov\.uk\b)[^\s<>\"]+[\w/]"), Kind.WEB),
    (_pattern(r"\b(?:facebook|fb|instagram|insta|tiktok|snapchat|twitter|x|linkedin|youtube|linktr|t)\.(?:com|me|ee)/[\w./@-]+"), Kind.WEB),
    (_pattern(r"(?<![\w@.])@\w[\w.]{1,40}\w"), Kind.HANDLE),
    (_pattern(r"\b(?:username|user name|handle|gamertag|gamer tag|snap(?:chat)?(?: name)?|insta(?:gram)?(?: name)?|tiktok(?: name)?|screen name)(?:\s(?:is|was|of)|:)?\s?[\"']?(?P<only>(?=\w*[\d_])[\w.]{4,40})"), Kind.HANDLE),
    (_pattern(r"\b[a-z]{2}\d{2}[cpfdzj]\d{5}\b|\[(?:19|20)\d\d\]\s(?:ewfc|ewhc|ewca|uksc|ewcop)(?:\s(?:civ|crim|fam|b))?\s\d+(?:\s\((?:fam|b|hcj)\))?"), Kind.COURT),
    (_pattern(r"\b(?:19|20)?\d{2}/\d{4,7}[a-z]\b"), Kind.PNC),
    (_pattern(r"\b[a-hj-np-rt-z]\d{11}[\da-z]\b"), Kind.UPN),
    (_pattern(r"\b[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b|\b[a-ceghj-prtw-z][a-ceghj-nprtw-z]\d{6}\b"), Kind.NI),
    (_pattern(rf"\b{_POSTCODE}\b"), Kind.POSTCODE),
    (_pattern(rf"\b(?:(?:flat|apartment|unit|room) \d+[a-z]?,? )?\d{{1,4}}[a-z]?,? (?:[a-z][a-z'.-]+ ){{1,3}}(?:{_STREETS})\b(?! of\b)"), Kind.ADDRESS),
    (_pattern(rf"\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|born(?: on)?|birthday(?: is| was)?(?: on)?)\b[\s:(=.-]{{0,4}}(?:(?:on|is|was|the)\s)*(?P<only>{DATE})\b"), Kind.BIRTH),
    (_pattern(rf"(?P<only>\b{DATE})\s?[(,-]{{0,2}}\s?(?:dob|d\.o\.b|date of birth)\b"), Kind.BIRTH),
    (_pattern(rf"\b(?:dod|date of death|died(?: on)?|passed away(?: on)?|death on)\b[\s:(=.-]{{0,4}}(?:(?:on|is|was|the)\s)*(?P<only>{DATE})\b"), Kind.DEATH),
    (_pattern(r"\bpassport\b[^\n\d]{0,20}(?P<only>[a-z]{0,2} ?\d{7,9})\b"), Kind.PASSPORT),
    (_pattern(rf"(?<![\w/.])(?:\+44|0044|\(?0(?=[1-35789]))(?:{_DIGIT_GAP}\(?0\)?)?(?:{_DIGIT_GAP}\d){{9,10}}(?!\d)"), Kind.PHONE),
    (_pattern(r"\b(?:tel|telephone|phone|mobile|mob|text|call|rang|ring|number|ext)\b[^\n\w]{0,3}(?:(?:is|was|on|no|number|her|him|me)\b[^\n\w]{0,3}){0,3}(?P<only>\d{3,5}[ -]?\d{3,6}(?:[ -]?\d{2,4})?)\b"), Kind.PHONE),
    (_pattern(r"(?<![\d/.,£$-])\d{3}[ .-]\d{3}[ .-]\d{4}(?![\d/]|\.\d)"), Kind.NHS),
    (_pattern(r"\b(?:hosp(?:ital)?|unit|patient|mrn|nhs)\b\.?\s?(?:no|num(?:ber)?|id)?\b\.?\s?[:#]?\s?(?P<only>(?=[a-z]{0,3}\d)[a-z\d]{1,5}(?:\s\d{3,4}){1,3})\b"), Kind.NUMBER),
    (_pattern(r"\blog\s(?P<only>\d{1,5}\sof\s\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b"), Kind.NUMBER),
    (_pattern(rf"\b{_REFERENCES}\b(?:\s(?:ref(?:erence)?|id|no|num(?:ber)?|code|pin|log))?\.?\s?[:#=-]?\s?(?P<only>(?=(?:[a-z/-]*\d){{3}})[a-z\d]{{1,8}}(?:[/-][a-z\d]{{1,10}}){{1,4}}|(?=\w*\d\w*\d\w*\d)[a-z]{{0,4}}\d[a-z\d]{{3,14}})(?:\sof\s\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})?\b"), Kind.NUMBER),
    (_pattern(r"(?<![\w£$€.,/-])\d{7,}(?![\w/-]|[.,]\d)|\b[a-z][-/]?\d{6,}[a-z]?\b|\b[a-z]{2,5}[-/]?\d{5,}[a-z]?\b|\b\d{2,4}[/-][a-z]{1,4}[/-]\d{3,}\b|\b[a-z]\d{5}\b|\b[a-z]{2,4}[/-]\d{2,6}[/-]\d{2,6}\b"), _named_by_digits),
    (_pattern(r"(?<![\w£$€.,/-])\d{4,6}(?:[ ]\d{3,6}){1,2}(?![\w/-]|[.,]\d|\s(?:people|children|pounds|words))"), _named_by_digits),
)  # fmt: skip

_VEHICLES = _pattern(
    r"\b(?:[A-Z]{2}[0-9]{2} ?[A-Z]{3}|[A-HJ-NPR-TV-Y][0-9]{1,3} ?[A-Z]{3}|[A-Z]{3} ?[0-9]{1,3}[A-HJ-NPR-TV-Y])\b"
)
_VEHICLE_WORDS = _pattern(
    r"\b(?:reg(?:istration)?|vrm|vrn|plate|index)\b[^\n\w]{0,3}(?:(?:no|number|plate|mark)\b[^\n\w]{0,3})?(?P<only>[a-z]{2}\d{2} ?[a-z]{3}|[a-z]\d{1,3} ?[a-z]{3}|[a-z]{3} ?\d{1,3}[a-z])\b"
)
_NOT_STREETS = word_set(
    "the of on in at to and for with from by his her their this that was were had has a an is as "
    "crown county district regional high supreme family magistrates administrative youth"
)
# In small letters: “2nd”, and letters that no inward code has.
_NO_INWARD = _pattern(r"\d(?:st|nd|rd|th)$|\d[a-z]?[cikmov][a-z]?$")
_ISO_DATE = _pattern(r"(?:19|20)\d\d[01]\d[0-3]\d")


def find_identifiers(folded: Folded) -> list[Found]:
    """Every identifier in a folded text, in order and apart from each other."""
    taken = bytearray(len(folded.lower))
    found = [
        one
        for one in _candidates(folded)
        if not any(taken[one.start : one.end]) and not _claim(taken, one)
    ]
    return sorted(found, key=lambda one: one.start)


def _claim(taken: bytearray, one: Found) -> bool:
    taken[one.start : one.end] = b"\x01" * (one.end - one.start)
    return False


def _candidates(folded: Folded) -> Iterator[Found]:
    yield from _by_shape(folded, _SHAPES[:9])
    yield from _vehicles(folded)
    yield from _by_shape(folded, _SHAPES[9:])


def _by_shape(
    folded: Folded, shapes: tuple[tuple[re.Pattern[str], Kind | Naming], ...]
) -> Iterator[Found]:
    for pattern, named in shapes:
        group = "only" if "only" in pattern.groupindex else 0
        for found in pattern.finditer(folded.lower):
            kind = named if isinstance(named, Kind) else named(found.group(group))
            start, end = found.span(group)
            if _plausible(folded, start, end, kind):
                yield Found(start, end, kind)


def _vehicles(folded: Folded) -> Iterator[Found]:
    for found in _VEHICLES.finditer(folded.cased):
        yield Found(found.start(), found.end(), Kind.VEHICLE)
    for found in _VEHICLE_WORDS.finditer(folded.lower):
        yield Found(found.start("only"), found.end("only"), Kind.VEHICLE)


def _plausible(folded: Folded, start: int, end: int, kind: Kind) -> bool:
    written = folded.lower[start:end]
    if kind is Kind.POSTCODE:
        lower = folded.cased[end - 1].islower()
        return re.search(r"[ap]m$", written) is None and not (lower and _NO_INWARD.search(written))
    if kind is Kind.ADDRESS:
        return _is_address(folded.cased[start:end])
    if kind is Kind.NUMBER and _ISO_DATE.fullmatch(written):
        return False
    if kind is Kind.PHONE:
        return len(re.sub(r"\D", "", written)) >= 6
    return True


def _is_address(written: str) -> bool:
    """“14 Larch Close” and “14 larch close”, but not “2004 the District Court”."""
    names = re.findall(r"[^\W\d][\w'.-]*", re.sub(r"^.*?\d+[A-Za-z]?,? ", "", written))
    if names[0] == "The" and not re.match(r"(?:19|20)\d\d\b", written):
        names = names[1:]
    if any(name.lower() in _NOT_STREETS for name in names[:-1]):
        return False
    return len(names) == 2 or all(name[0].isupper() for name in names)
