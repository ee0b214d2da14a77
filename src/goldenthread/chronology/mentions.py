"""The people and the roles that entries mention."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from goldenthread.chronology.agencies_said import kinds_said, phrase_tree
from goldenthread.chronology.placed import Placed
from goldenthread.chronology.plain_words import small

_TITLES = (
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "PC", "DC", "DS", "DI", "Sgt", "WPC", "PCSO",
    "Sister", "Nurse", "Midwife", "Rev",
)  # fmt: skip
_NAME = r"[A-Z](?<!\w[A-Z])[a-z]+(?:[’'-][A-Z]?[a-z]+)*"
"""Begins with its capital, so that the search for one is quick; no letter stands before that."""
_TITLED = re.compile(
    rf"\b(?:{phrase_tree(_TITLES)})\.? (?:[A-Z] )?(?:\d+ )?({_NAME}(?: {_NAME})?)(?!\w)"
)
_RUN = re.compile(rf"{_NAME}(?: {_NAME})*(?!\w)")
"""Capitalised words in a row."""
_ROLES_SAID = """
mother; mum; father; dad; stepfather; stepmother; step-dad; stepdad; step-mum; stepmum; partner;
boyfriend; girlfriend; grandmother; grandfather; nan; grandparent; grandparents; aunt; uncle;
sibling; siblings; brother; sister; half-sibling; halfsibling; neighbour; foster carer;
foster carers; carer; health visitor; hv; school nurse; midwife; gp; social worker; sw;
police officer; head teacher; headteacher; class teacher; teacher; paediatrician; consultant;
practice nurse; named nurse; offender manager; probation officer; housing officer; support worker;
family support worker; idva; psychiatrist; cpn; nursery nurse; landlord
"""
_ROLES = re.compile(rf"\b(?:{phrase_tree(' '.join(r.split()) for r in _ROLES_SAID.split(';'))})\b")
_ONE = {
    "mum": "mother",
    "dad": "father",
    "nan": "grandmother",
    "hv": "health visitor",
    "sw": "social worker",
    "step-dad": "stepfather",
    "stepdad": "stepfather",
    "step-mum": "stepmother",
    "stepmum": "stepmother",
    "headteacher": "head teacher",
}
_WORDS_2 = """
January February March April May June July August September October November December Monday
Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Mr Mrs Ms Miss Dr Prof
Sister Nurse Midwife Police Social Care Children Child Health Visitor Visit Home School
Nursery Street Road Avenue Close Lane Court Hospital Surgery Service Services Team Duty
General Family Mother Mum Father Dad Baby Section Form Letter Referral Initial Core
Assessment Strategy Meeting Discussion Conference Plan Protection Emergency Department
Routine The This That She He They It No Not None Told Said Says Seen Letter Phone Telephone
Call Called Rang Reported Attended Asked Discussed Advice Advised Action Outcome Noted Filed
Closed See And But With From For After
"""
_NO_NAME = frozenset(_WORDS_2.split())
_WORDS_1 = """
Street Road Avenue Close Lane Court Terrace Drive Way Hospital Surgery School House Park
Centre Gardens
"""
_PLACE_ENDS = frozenset(_WORDS_1.split())
_WORDS_3 = """
saw seen told with met child baby mother mum father dad son daughter brother sister sibling partner
boyfriend girlfriend called named weighed collected brought aunt uncle cousin nephew niece
"""
_BEFORE = (
    *(f" {word} " for word in _WORDS_3.split()),
    " spoke to ",
    " scared of ",
    " afraid of ",
    " care of ",
)
_LONGEST_BEFORE = max(map(len, _BEFORE))
_AFTER = re.compile(
    r"(?:[’']s)? (?:said|says|told|disclosed|absent|attended|presented|aged|cried|"
    r"was (?:seen|born|brought|weighed|not|taken|with|upset|well|distressed|absent)|"
    r"\((?:child|mother|father|sibling|brother|sister|partner|baby|aged|\d))"
)
"""What stands before or behind a name by itself. Other words with a capital are places or things."""
_PERSON_COLUMNS = ("professional", "family_member", "recorded_by")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, by the name the entries use, or a role; and the entries that mention them."""

    name_or_role: str
    ids: tuple[str, ...]
    is_role: bool = False


def mentions(placed: Sequence[Placed]) -> tuple[Mention, ...]:
    """People and roles with the entries that mention them, those mentioned most first.

    A name is two capitalised words together, or one after a title; or one alone that elsewhere is
    part of such a name, or that is at least once said of as of a person (“saw Ottoline”) and nowhere
    written small. Spellings are kept apart: whether “Clare” is “Claire” is for a person to
    say. “Mum” and “mother” are one role. Places and days are no people.
    """
    texts = [_text(one) for one in placed]
    whole: Counter[str] = Counter()
    of_row = []
    for text in texts:
        runs = _RUN.findall(text)
        found = set(_names(text, runs))
        of_row.append((found, runs))
        whole.update(found)
    single = {part for name in whole for part in name.split()} | _sole(texts)
    names: defaultdict[str, list[str]] = defaultdict(list)
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for one, text, (found, runs) in zip(placed, texts, of_row, strict=True):
        known = set(chain.from_iterable(map(str.split, found)))
        alone = set(chain.from_iterable(map(str.split, runs))) & single - known
        for name in found | alone:
            names[name].append(one.id)
        for role in {_ONE.get(role, role) for role in _ROLES.findall(small(text))}:
            roles[role].append(one.id)
    people = [Mention(name, tuple(ids)) for name, ids in names.items() if not kinds_said(name)]
    posts = [Mention(role, tuple(ids), is_role=True) for role, ids in roles.items()]
    return tuple(sorted((*people, *posts), key=lambda one: (-len(one.ids), one.name_or_role)))


def _text(placed: Placed) -> str:
    fields = placed.entry.fields
    cells = [*(fields.get(name, "") for name in _PERSON_COLUMNS), placed.entry.event]
    cells += [fields.get(name, "") for name in ("action", "outcome")]
    return " ; ".join(cell for cell in cells if cell)


def _sole(texts: Sequence[str]) -> set[str]:
    """Names that stand by themselves, known by the words beside them."""
    found = {
        match[0]
        for text in texts
        for match in _RUN.finditer(text)
        if " " not in match[0] and match[0] not in _NO_NAME and _is_of_a_person(text, match)
    }
    small_too = {word for text in texts for word in text.split()} if found else set()
    return {name for name in found if name.lower() not in small_too and name not in _PLACE_ENDS}


def _is_of_a_person(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - _LONGEST_BEFORE, 0) : match.start()]
    return f" {before}".lower().endswith(_BEFORE) or bool(_AFTER.match(text, match.end()))


def _names(text: str, runs: Iterable[str]) -> Iterable[str]:
    if any(title in text for title in _TITLES):
        for match in _TITLED.finditer(text):
            name = " ".join(word for word in match[1].split() if word not in _NO_NAME)
            if name:
                yield name
    for run in runs:
        if " " in run:
            yield from _in_pairs(run.split())


def _in_pairs(words: Sequence[str]) -> Iterable[str]:
    """Names of two words in words that stand together; a place is told by the word it ends with."""
    place = 0
    while place + 1 < len(words):
        first, last = words[place : place + 2]
        after = words[place + 2] if place + 2 < len(words) else ""
        if first in _NO_NAME:
            place += 1
        elif last in _NO_NAME or last in _PLACE_ENDS or after in _PLACE_ENDS:
            place += 2
        else:
            yield f"{first} {last}"
            place += 2
