"""The people and the roles that entries mention."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from goldenthread.chronology.placed import Placed
from goldenthread.chronology.plain_words import small

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|PC|DC|DS|DI|Sgt|WPC|PCSO|Sister|Nurse|Midwife|Rev)"
_NAME = r"[A-Z][a-z]+(?:[’'-][A-Z]?[a-z]+)*"
_TITLED = re.compile(rf"\b{_TITLE}\.? (?:[A-Z] )?(?:\d+ )?({_NAME}(?: {_NAME})?)")
_FULL = re.compile(rf"\b({_NAME}) ({_NAME})\b")
_SINGLE = re.compile(rf"\b{_NAME}\b")
_ROLES = re.compile(
    r"\b(mother|mum|father|dad|stepfather|stepmother|step-?dad|step-?mum|partner|boyfriend|girlfriend|grandmother|grandfather|nan|"
    r"grandparents?|aunt|uncle|siblings?|brother|sister|half-?sibling|neighbour|foster carers?|carer|"
    r"health visitor|hv|school nurse|midwife|gp|social worker|sw|police officer|head ?teacher|class teacher|"
    r"teacher|paediatrician|consultant|practice nurse|named nurse|offender manager|probation officer|"
    r"housing officer|support worker|family support worker|idva|psychiatrist|cpn|nursery nurse|landlord)\b"
)
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
    part of such a name. Spellings are kept apart: whether “Clare” is “Claire” is for a person to
    say. “Mum” and “mother” are one role. Places and days are no people.
    """
    texts = [_text(one) for one in placed]
    whole: Counter[str] = Counter()
    of_row = []
    for text in texts:
        found = set(_names(text))
        of_row.append(found)
        whole.update(found)
    single = {
        part: name for name in sorted(whole, key=lambda name: whole[name]) for part in name.split()
    }
    names: defaultdict[str, list[str]] = defaultdict(list)
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for one, text, found in zip(placed, texts, of_row, strict=True):
        alone = {word for word in _SINGLE.findall(text) if word in single}
        known = set(chain.from_iterable(name.split() for name in found))
        for name in sorted(found | (alone - known)):
            names[name].append(one.id)
        for role in sorted({_ONE.get(role, role) for role in _ROLES.findall(small(text))}):
            roles[role].append(one.id)
    people = [Mention(name, tuple(ids)) for name, ids in names.items()]
    posts = [Mention(role, tuple(ids), is_role=True) for role, ids in roles.items()]
    return tuple(sorted((*people, *posts), key=lambda one: (-len(one.ids), one.name_or_role)))


def _text(placed: Placed) -> str:
    fields = placed.entry.fields
    cells = [*(fields.get(name, "") for name in _PERSON_COLUMNS), placed.entry.event]
    cells += [fields.get(name, "") for name in ("action", "outcome")]
    return " ; ".join(cell for cell in cells if cell)


def _names(text: str) -> Iterable[str]:
    for match in _TITLED.finditer(text):
        name = " ".join(word for word in match[1].split() if word not in _NO_NAME)
        if name:
            yield name
    for match in _FULL.finditer(text):
        first, last = match.groups()
        if first in _NO_NAME or last in _NO_NAME or last in _PLACE_ENDS:
            continue
        if text[match.end() :].lstrip().split(" ", 1)[0].strip(".,;:") in _PLACE_ENDS:
            continue
        yield f"{first} {last}"
