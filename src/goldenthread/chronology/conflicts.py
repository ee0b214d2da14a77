"""Where linked accounts of one event contradict each other, and who says what."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.answers import Answer
from goldenthread.chronology.links import Link
from goldenthread.chronology.plain_words import shown_day
from goldenthread.chronology.sight import sight_of

_TIMES_APART = 60
"""Minutes: agencies note when the call came, when they arrived and when it ended."""
_SECOND_HAND = re.compile(
    r"\b(?:notification|form|letter|report|copy|notice|received|e-?mail|fax|told|informed|"
    r"says|said|states|stated|disclosed|rang|telephoned|phoned|referral|enquiry|asked)\b"
)
_ATTRIBUTED = re.compile(r"(?:\w[\w&'/-]* ?){1,3}:")
"""“A&E: bruise to cheek” is what somebody else wrote."""
_PARTS = (
    "arm|leg|cheek|eye|ear|hand|foot|feet|wrist|ankle|shoulder|knee|thigh|shin|hip|elbow|buttock|"
    "forearm|temple|jaw|side of face|face|forehead|lip|chest|back|neck|head|stomach|abdomen|nose|"
    "chin|finger|thumb|toe|rib|collar ?bone|femur|tibia|humerus|skull"
)
_SIDE = re.compile(
    rf"\b(left|right|l|r|lt|rt|both)(?: (?:upper|lower|side of(?: the| his| her)?|hand side of|inner|outer))? "
    rf"({_PARTS})s?\b"
)
_PLACE = re.compile(
    r"\b(?:bruis\w+|marks?|cuts?|scratch\w*|burns?|scalds?|fractur\w+|swelling|grazes?|injur\w+|bites?)"
    rf"(?: (?:to|on|of|under|over|above|behind|the|his|her|child's|left|right|l|r|inner|upper|lower)){{1,4}} ({_PARTS})s?\b"
)
_HURT = re.compile(
    r"\b(?:bruis\w+|red marks?|cuts?|scratch(?:es|ed)?|burns?|scald\w*|fractur\w+|swelling|graz\w+|"
    r"bite marks?|black eye|bleeding|laceration)\b"
)
_UNHURT = re.compile(
    r"\b(?:no (?:visible |apparent |obvious |physical |new |other )?(?:injur\w+|marks?|bruis\w+)|"
    r"uninjured|unhurt)\b"
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        start=1,
    )
}
_COUNT = re.compile(
    rf"(?<![\w./:£-])({'|'.join(_NUMBERS)}|[1-9]\d?)(?: (?:small|other|further|large|young))? ([a-z]{{4,}})\b"
)
_WORDS_1 = """
child children bruise bruises mark marks adult adults male males female females officer
officers injury injuries fracture fractures burn burns sibling siblings bite bites cigarette
cigarettes tablet tablets visit visits occasion occasions people persons boys girls men
women dogs
"""
_COUNTED = frozenset(_WORDS_1.split())
_ONE_OF = {
    "children": "child",
    "injuries": "injury",
    "people": "person",
    "men": "man",
    "women": "woman",
}
_WITH = re.compile(
    r"\b(?:with|accompanied by|brought (?:in )?by|attended by|(?:in|into) (?:the )?care of) "
    r"(?:the |his |her |their |child's )?"
    r"(mother|mum|father|dad|partner|boyfriend|stepfather|grandmother|nan|grandfather|aunt|uncle|neighbour|both parents)\b"
)
_BROUGHT = re.compile(
    r"(?:^|[.;,] )(?:the |his |her |their )?"
    r"(mother|mum|father|dad|partner|boyfriend|stepfather|grandmother|nan|grandfather|aunt|uncle) "
    r"(?:(?:attended|presented|came)(?: [\w&]+){0,3} with|brought)\b"
)
_SAME_PERSON = {"mum": "mother", "dad": "father", "nan": "grandmother", "boyfriend": "partner"}
_ALONE = re.compile(
    r"\b(?:attended|came|seen|presented|arrived) (?:alone|on (?:her|his|their) own)\b"
)
_OUTCOMES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (about, re.compile(one), re.compile(other))
    for about, one, other in (
        (
            "outcome",
            r"\b(?:no further action|nfa)\b",
            (
                r"\b(?:section 47|s\.?47 (?:enquiry|started|begun|agreed)|strategy (?:discussion|meeting) (?:agreed|to be held)|"
                r"initial assessment (?:agreed|started)|core assessment (?:agreed|started))"
            ),
        ),
        (
            "arrest",
            r"\b(?:not arrested|no arrests?)\b",
            r"(?<!not )(?<!no )(?<!not been )\barrested\b",
        ),
        (
            "admission",
            r"\b(?:not admitted|discharged home|sent home)\b",
            r"(?<!not )\badmitted to\b",
        ),
        (
            "agreement",
            r"\b(?:refused|declined|did not consent)\b",
            r"\b(?:consented|gave consent|consent given|consent obtained)\b",
        ),
        (
            "access",
            r"\b(?:no access|no reply|no answer at (?:the )?door)\b",
            r"\b(?:access gained|let in|allowed in)\b",
        ),
    )
)
_SIDES = {"l": "left", "lt": "left", "r": "right", "rt": "right", "feet": "foot"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """What linked accounts tell differently: ``says`` is (entry, what it says) for each."""

    ids: tuple[str, ...]
    about: str
    says: tuple[tuple[str, str], ...]
    reason: str


def conflicts(accounts: Sequence[Account], links: Iterable[Link]) -> tuple[Conflict, ...]:
    """What directly linked accounts contradict one another in.

    Compared: date, time, whether the child was seen, who was with them, the side and place of an
    injury, whether there was one, numbers of people and marks, and the outcome. Only what both
    entries state is compared; an account from hearsay is not held to have seen or done anything.
    """
    found: list[Conflict] = []
    for link in sorted(links, key=lambda one: (one.one, one.other)):
        a, b = accounts[link.one], accounts[link.other]
        for about, one, other in _differences(a, b):
            says = ((a.id, one), (b.id, other))
            reason = f"On {about}, {a.agency} says “{one}” and {b.agency} says “{other}”."
            found.append(Conflict((a.id, b.id), about, says, reason))
    return tuple(found)


def _differences(a: Account, b: Account) -> Iterator[tuple[str, str, str]]:
    yield from _dates(a, b)
    first_hand = not _is_second_hand(a) and not _is_second_hand(b)
    if first_hand and a.sure == b.sure:
        yield from _times(a, b)
        yield from _seen(a, b)
    yield from _present(a, b)
    yield from _injuries(a, b)
    yield from _counts(a, b)
    yield from _outcomes(a, b)


def _dates(a: Account, b: Account) -> Iterator[tuple[str, str, str]]:
    """Two certain days for one event: each names a day for it, or has it as its own date."""
    mine, theirs = _days_of_event(a, b), _days_of_event(b, a)
    if not mine or not theirs or mine & theirs:
        return
    apart, one, other = min((abs((x - y).days), x, y) for x in mine for y in theirs)
    if apart <= 2:
        yield "date", shown_day(one), shown_day(other)


def _days_of_event(account: Account, other: Account) -> frozenset[date]:
    """The days an account gives for the event itself, rather than for hearing of it."""
    own, second_hand = account.sure, _is_second_hand(account)
    if own is None or second_hand or _nearer(account.spoken, own, other):
        if account.spoken or own is None or _is_later(account, other):
            return frozenset(account.spoken)
    return frozenset({own, *account.spoken})


def _nearer(spoken: Iterable[date], own: date, other: Account) -> bool:
    """Whether a day the words name is nearer to the other’s date than the entry’s own date is."""
    theirs = other.first or own
    return any(abs(day - theirs) < abs(own - theirs) for day in spoken)


def _is_later(account: Account, other: Account) -> bool:
    return bool(account.first and other.first and account.first > other.first)


def _is_second_hand(account: Account) -> bool:
    text = f"{account.said} {account.source}"
    return bool(account.heard or _SECOND_HAND.search(text) or _ATTRIBUTED.match(text))


def _times(a: Account, b: Account) -> Iterator[tuple[str, str, str]]:
    if a.sure is None or a.minutes is None or b.minutes is None:
        return
    if abs(a.minutes - b.minutes) > _TIMES_APART:
        yield "time", _clock(a.minutes), _clock(b.minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _seen(a: Account, b: Account) -> Iterator[tuple[str, str, str]]:
    one, other = sight_of(a), sight_of(b)
    pairs = (("child seen", one.seen, other.seen), ("child seen alone", one.alone, other.alone))
    for about, mine, theirs in pairs:
        if {mine, theirs} == {Answer.YES, Answer.NO}:
            yield about, mine.value, theirs.value


def _present(a: Account, b: Account) -> Iterator[tuple[str, str, str]]:
    mine, theirs = _company(a.said), _company(b.said)
    if mine and theirs and mine.isdisjoint(theirs):
        yield "who was present", ", ".join(sorted(mine)), ", ".join(sorted(theirs))


def _company(said: str) -> set[str]:
    people = (*_WITH.findall(said), *_BROUGHT.findall(said))
    found = {_SAME_PERSON.get(person, person) for person in people}
    if not found and _ALONE.search(said):
        return {"alone"}
    return found


def _injuries(a: Account, b: Account) -> Iterator[tuple[str, str, str]]:
    mine, theirs = _sides(a.said), _sides(b.said)
    for part in sorted(mine.keys() & theirs.keys()):
        if mine[part] != theirs[part]:
            yield "side of the injury", f"{mine[part]} {part}", f"{theirs[part]} {part}"
    one, other = _places(a.said), _places(b.said)
    if len(one) == len(other) == 1 and one != other:
        yield "place of the injury", min(one), min(other)
    if _hurt(a.said) and _UNHURT.search(b.said):
        yield "injury", "an injury", "no injury"
    if _hurt(b.said) and _UNHURT.search(a.said):
        yield "injury", "no injury", "an injury"


def _hurt(said: str) -> bool:
    return bool(_HURT.search(said)) and not _UNHURT.search(said)


def _sides(said: str) -> dict[str, str]:
    return {_SIDES.get(part, part): _SIDES.get(side, side) for side, part in _SIDE.findall(said)}


def _places(said: str) -> set[str]:
    return set(_PLACE.findall(said))


def _counts(a: Account, b: Account) -> Iterator[tuple[str, str, str]]:
    mine, theirs = _numbers(a.said), _numbers(b.said)
    for noun in sorted(mine.keys() & theirs.keys()):
        if mine[noun] != theirs[noun]:
            yield f"number: {noun}", str(mine[noun]), str(theirs[noun])


def _numbers(said: str) -> dict[str, int]:
    found = {}
    for number, noun in _COUNT.findall(said):
        if noun in _COUNTED:
            one = _ONE_OF.get(noun, noun.removesuffix("s"))
            found[one] = _NUMBERS.get(number) or int(number)
    return found


def _outcomes(a: Account, b: Account) -> Iterator[tuple[str, str, str]]:
    for about, one, other in _OUTCOMES:
        for first, second, swapped in ((a, b, False), (b, a, True)):
            mine, theirs = one.search(first.said), other.search(second.said)
            if mine and theirs and not one.search(second.said):
                says, instead = (theirs[0], mine[0]) if swapped else (mine[0], theirs[0])
                yield about, says, instead
