"""What a title or a role word before a name says about who is meant."""

from enum import Enum

from goldenthread.anonymity.normalise import words
from goldenthread.anonymity.people import Person
from goldenthread.anonymity.word_sets import word_list, word_set


class Fit(Enum):
    """Whether a title or role word fits a person."""

    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"


MEN = word_set("mr mister master sir lord")
WOMEN = word_set("mrs miss ms lady dame madam")
DOCTORS = word_set("dr doctor prof professor")
POLICE = word_set(
    "pc wpc dc wdc ds di dci dsupt supt sgt sergeant insp inspector constable detective pcso"
)
CLERGY_AND_OTHERS = word_set("mx rev reverend cllr councillor judge hhj justice")
TITLES = MEN | WOMEN | DOCTORS | POLICE | CLERGY_AND_OTHERS

KIN = word_set(
    "aunt auntie aunty uncle nan nana nanny nannan gran granny grandma grandpa grandad granddad "
    "gramps mum mam mummy dad daddy cousin brother sister stepdad stepmum baby"
)
"""Words of kinship that go before a forename: cues that the next word is a name."""

_FATHERS = word_set("father dad stepfather stepdad grandfather grandad granddad grandpa")
_MOTHERS = word_set("mother mum mam stepmother stepmum grandmother gran nan grandma")
_FAMILY_MEN = _FATHERS | word_set("uncle brother son boyfriend husband nephew stepbrother pgf mgf")
_FAMILY_WOMEN = _MOTHERS | word_set(
    "aunt aunty auntie sister daughter girlfriend wife niece stepsister pgm mgm"
)
_FAMILY = (
    _FAMILY_MEN
    | _FAMILY_WOMEN
    | word_set(
        "child baby sibling cousin partner relative parent family carer friend neighbour adult "
        "grandparent infant toddler boy girl teenager twin perpetrator"
    )
)
_CHILDREN = word_set("child baby sibling infant toddler boy girl twin")
_DOCTOR_ROLES = word_set(
    "gp doctor dr paediatrician consultant psychiatrist psychologist registrar pathologist surgeon "
    "physician radiologist anaesthetist neonatologist obstetrician clinician practitioner"
)
_POLICE_ROLES = POLICE | word_set("police officer")

_MENS_NAMES = word_set(word_list("mens_names"))
_WOMENS_NAMES = word_set(word_list("womens_names"))

_ROLE_WORDS = _FAMILY | _DOCTOR_ROLES | word_set("police officer constable worker nurse visitor midwife teacher headteacher head manager "
    "assistant practitioner coordinator advocate solicitor guardian therapist counsellor warden "
    "probation support chair reviewer author lead student mentor childminder secretary")  # fmt: skip
"""The last word of a role, as it stands before or after a name."""


def title_fits(title: str, person: Person) -> Fit:
    """Whether ``title`` (folded, no full stop) can go with this person's role and listed titles."""
    listed = {w for name in (*person.names, *person.aliases) for w in words(name)[:1]} & TITLES
    if title in listed:
        return Fit.YES
    role = set(words(f"{person.role} {person.label}"))
    if title in MEN | WOMEN:
        return _civil_title_fits(title, role, listed, _forenames(person))
    if title in DOCTORS:
        return _profession_fits(role, _DOCTOR_ROLES, other=_POLICE_ROLES - {"officer"})
    if title in POLICE:
        return _profession_fits(role, _POLICE_ROLES, other=_DOCTOR_ROLES)
    return Fit.UNKNOWN


def role_fits(word: str, person: Person) -> bool:
    """Whether a role word beside a name (``mum``, ``midwife``) is this person's role."""
    role = set(words(f"{person.role} {person.label}"))
    if word in _FATHERS:
        return bool(role & (_FATHERS | {"pgf", "mgf"})) and _same_generation(word, role)
    if word in _MOTHERS:
        return bool(role & (_MOTHERS | {"mgm", "pgm"})) and _same_generation(word, role)
    return word in role


def is_role_word(word: str) -> bool:
    """Whether a word ends the name of a role."""
    return word in _ROLE_WORDS or word in KIN


def _same_generation(word: str, role: set[str]) -> bool:
    grand = word.startswith(("gran", "nan"))
    step = word.startswith("step")
    of_grand = any(
        w.startswith(("grand", "gran", "nan")) or w in {"mgm", "pgm", "mgf", "pgf"} for w in role
    )
    of_step = any(w.startswith("step") for w in role)
    return grand == of_grand and step == of_step


def _forenames(person: Person) -> set[str]:
    """The first word of each name, titles left out."""
    named = (next((w for w in words(name) if w not in TITLES), "") for name in person.names)
    return set(named) - {""}


def _civil_title_fits(title: str, role: set[str], listed: set[str], forenames: set[str]) -> Fit:
    man = title in MEN
    if forenames and forenames <= (_WOMENS_NAMES if man else _MENS_NAMES):
        return Fit.NO
    if role & _CHILDREN:
        return Fit.NO
    if listed & (WOMEN if man else MEN) or role & (_FAMILY_WOMEN if man else _FAMILY_MEN):
        return Fit.NO
    if listed & (MEN if man else WOMEN) or role & (_FAMILY_MEN if man else _FAMILY_WOMEN):
        return Fit.YES
    return Fit.UNKNOWN


def _profession_fits(role: set[str], own: frozenset[str], *, other: frozenset[str]) -> Fit:
    if role & own:
        return Fit.YES
    if role & (_FAMILY | other):
        return Fit.NO
    return Fit.UNKNOWN if not role & _ROLE_WORDS else Fit.NO
