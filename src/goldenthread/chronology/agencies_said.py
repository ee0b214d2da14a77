"""The kinds of agency that words name: “social care”, “the HV”, “A&E”."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from goldenthread.chronology.plain_words import WORD, small, stem


class Kind(StrEnum):
    """What an agency or the role of a professional is, in the words people know."""

    SOCIAL_CARE = "social care"
    POLICE = "police"
    HEALTH_VISITING = "health visiting"
    SCHOOL_NURSING = "school nursing"
    MIDWIFERY = "midwifery"
    GENERAL_PRACTICE = "the GP"
    HOSPITAL = "hospital"
    MENTAL_HEALTH = "mental health"
    SCHOOL = "school"
    NURSERY = "nursery"
    HOUSING = "housing"
    PROBATION = "probation"
    DOMESTIC_ABUSE = "domestic abuse service"
    DRUG_AND_ALCOHOL = "drug and alcohol service"
    AMBULANCE = "ambulance"
    YOUTH_JUSTICE = "youth justice"
    EARLY_HELP = "early help"
    COURT_ADVICE = "Cafcass"
    FIRE = "fire service"


_SAID: Mapping[Kind, str] = {
    Kind.SOCIAL_CARE: """
        children's social care; social care; children's social services; social services; csc; csd;
        social worker; social workers; sw; s/w; mash; children's services; duty team; duty desk;
        duty sw; emergency duty team; edt; contact centre; referral and assessment team;
        first response team; safeguarding hub; csws
    """,
    Kind.POLICE: """
        police; police officer; police officers; ppu; public protection; public protection unit;
        pcso; child abuse investigation team; child abuse investigation unit; caiu; cait; constable;
        detective
    """,
    Kind.HEALTH_VISITING: """
        health visitor; health visitors; hv; hvs; health visiting; hv team; health visiting team;
        health
    """,
    Kind.SCHOOL_NURSING: "school nurse; school nurses; school nursing",
    Kind.MIDWIFERY: "midwife; midwives; midwifery; maternity; antenatal clinic; community midwife",
    Kind.GENERAL_PRACTICE: """
        gp; gps; general practitioner; family doctor; surgery; doctor's surgery; gp surgery;
        gp practice; practice nurse; gp reception
    """,
    Kind.HOSPITAL: """
        hospital; a&e; a & e; a and e; accident and emergency; emergency department; casualty; ed;
        paediatrician; paediatricians; paediatric ward; children's ward; urgent care centre
    """,
    Kind.MENTAL_HEALTH: """
        mental health; mental health team; mental health service; mental health services;
        mental health nurse; cmht; camhs; psychiatrist; psychiatry; community psychiatric nurse; cpn;
        crisis team
    """,
    Kind.SCHOOL: """
        school; schools; head teacher; headteacher; class teacher; academy; dsl; college;
        designated teacher; designated safeguarding lead
    """,
    Kind.NURSERY: "nursery; playgroup; pre-school; preschool; childminder",
    Kind.HOUSING: """
        housing; housing officer; housing team; housing association; housing department; landlord;
        tenancy officer
    """,
    Kind.PROBATION: "probation; probation officer; probation service; offender manager",
    Kind.DOMESTIC_ABUSE: """
        domestic abuse service; domestic violence service; domestic abuse worker; idva; idvas;
        domestic abuse team; domestic abuse charity; women's aid; womens aid; refuge;
        outreach worker
    """,
    Kind.DRUG_AND_ALCOHOL: """
        drug service; alcohol service; drug and alcohol service; drug and alcohol team;
        drug and alcohol worker; substance misuse; substance misuse service; drugs worker
    """,
    Kind.AMBULANCE: "ambulance; ambulance service; ambulance control; ambulance crew; paramedics; paramedic",
    Kind.YOUTH_JUSTICE: "youth offending team; youth offending service; youth justice; yot; yos",
    Kind.EARLY_HELP: """
        early help; early help team; early help hub; family support worker; family support team;
        children's centre
    """,
    Kind.COURT_ADVICE: "cafcass; children's guardian",
    Kind.FIRE: "fire service; fire brigade; fire and rescue",
}
_KINDS = {
    " ".join(phrase.split()): kind
    for kind, phrases in _SAID.items()
    for phrase in phrases.split(";")
    if phrase.strip()
}
_BY_NAME = {kind.name: kind for kind in Kind}
NAMED = r"⟨[A-Z_]+:[^⟩]*⟩"
"""The pattern of one agency named in tagged text."""


def phrase_tree(phrases: Iterable[str]) -> str:
    """One pattern for many phrases, branching letter by letter, so that a search is quick."""
    by_first: dict[str, list[str]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[:1], []).append(phrase[1:])
    ends = by_first.pop("", None) is not None
    branches = [re.escape(first) + phrase_tree(rest) for first, rest in sorted(by_first.items())]
    if not branches:
        return ""
    inner = f"(?:{'|'.join(branches)})"
    return f"{inner}?" if ends else inner


_HEALTH = r"(?<=to )health(?=[,.;]|$| and )|(?<=and )health(?=[,.;]|$)"
"""Health by itself is a service only where something is sent to it."""
_NAMED = re.compile(
    rf"(?<![\w'-])(?:{phrase_tree(set(_KINDS) - {'health'})}(?![\w'-]|&\w)|{_HEALTH})"
)
_FIRST_STEMS = frozenset(stem(WORD.findall(phrase)[0]) for phrase in _KINDS)
_TAG = re.compile(r"⟨([A-Z_]+):")


def tagged(text: str, words: frozenset[str] | None = None) -> str:
    """A text in small letters with each agency it names marked “⟨POLICE:police⟩”.

    ``words`` are its stems, where they are known: many texts name none, as these tell at once.
    """
    if words is not None and words.isdisjoint(_FIRST_STEMS):
        return text
    return _NAMED.sub(lambda match: f"⟨{_KINDS[match[0]].name}:{match[0]}⟩", text)


def untagged(text: str) -> str:
    """The text again as it was."""
    return _TAG.sub("", text).replace("⟩", "") if "⟨" in text else text


def kinds_in(text: str) -> frozenset[Kind]:
    """The kinds of agency marked in tagged text."""
    if "⟨" not in text:
        return frozenset()
    return frozenset(_BY_NAME[name] for name in _TAG.findall(text))


# Staff and sources are written the same way on row after row.
@lru_cache(maxsize=16_384)
def kinds_said(text: str) -> frozenset[Kind]:
    """The kinds of agency that any text names."""
    return frozenset(_KINDS[found] for found in _NAMED.findall(small(text)))
