"""Which agency of a merge is meant where a record says “social care”, “the HV” or “GP”."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.agencies_said import Kind, kinds_said
from goldenthread.chronology.plain_words import small, stem

_OF_NAME: Mapping[Kind, str] = {
    Kind.HEALTH_VISITING: r"community health|0.?19|child health|health visit|community (?:nhs|trust)",
    Kind.SCHOOL_NURSING: r"community health|0.?19|school nurs|community (?:nhs|trust)",
    Kind.GENERAL_PRACTICE: r"surgery|medical (?:centre|practice)|general practice|\bgp\b|health centre",
    Kind.HOSPITAL: r"hospital|acute|infirmary|general\b(?! practice)",
    Kind.MIDWIFERY: r"midwi|maternity|hospital|infirmary",
    Kind.DOMESTIC_ABUSE: r"domestic (?:abuse|violence)|women'?s aid|refuge|idva",
    Kind.DRUG_AND_ALCOHOL: r"drug|alcohol|substance|recovery service",
    Kind.SCHOOL: r"school(?! nurs)|academy|college|primary|education",
    Kind.NURSERY: r"nursery|pre-?school|playgroup|\bschool with nursery|childmind",
    Kind.SOCIAL_CARE: r"social (?:care|services|work)|children'?s services|\bcsc\b|\bmash\b",
}
_OWN_SHARE = 0.2
_WORDS_1 = """
adult adults child children children's community county city town district borough council
domestic early family first general great health local mental metropolitan national new
north south east west northern southern eastern western old primary public regional royal
saint school secondary service services social specialist the trust upper lower united young
youth hospital police housing probation agency team care drug alcohol women's ambulance fire
"""
_ORDINARY = frozenset(_WORDS_1.split())
"""First words of agencies’ names that are not a name by themselves."""


@dataclass(frozen=True, slots=True)
class Agencies:
    """The agencies of a merge and what each is; ``by_kind`` names each agency of a kind."""

    names: tuple[str, ...]
    kinds: Mapping[str, frozenset[Kind]]
    by_kind: Mapping[Kind, tuple[str, ...]]
    aliases: Mapping[str, str]

    def named(self, words: Iterable[str], kinds: Iterable[Kind]) -> set[str]:
        """The agencies that stems of words and kinds name.

        A kind means each agency of it; a word is the one an agency’s name begins with, where no
        other’s does: “Tern” is the Tern Adult Mental Health Service.
        """
        found = {self.aliases[word] for word in self.aliases.keys() & words}
        for kind in kinds:
            found.update(self.by_kind.get(kind, ()))
        return found


def agencies(accounts: Iterable[Account]) -> Agencies:
    """The agencies of these accounts, known by their name, or else by the roles of their staff."""
    roles: dict[str, Counter[Kind]] = {}
    rows: Counter[str] = Counter()
    for account in accounts:
        rows[account.agency] += 1
        staff = account.fields.get("professional", "") or account.fields.get("recorded_by", "")
        roles.setdefault(account.agency, Counter()).update(kinds_said(staff))
    kinds = {name: _kinds(name, roles[name], rows[name]) for name in rows}
    by_kind: dict[Kind, tuple[str, ...]] = {}
    for name in sorted(kinds):
        for kind in sorted(kinds[name]):
            by_kind[kind] = (*by_kind.get(kind, ()), name)
    return Agencies(tuple(sorted(rows)), kinds, by_kind, _aliases(sorted(rows)))


def _aliases(names: Iterable[str]) -> dict[str, str]:
    firsts = [(_plain(name).split()[:1], name) for name in names]
    times = Counter(word for first, _ in firsts for word in first)
    return {
        stem(word): name
        for first, name in firsts
        for word in first
        if times[word] == 1 and len(word) > 3 and word not in _ORDINARY and not kinds_said(word)
    }


def _kinds(name: str, roles: Counter[Kind], rows: int) -> frozenset[Kind]:
    plain = _plain(name)
    named = {kind for kind, said in _OF_NAME.items() if re.search(said, plain)}
    named |= {kind for kind in kinds_said(plain) if kind not in _OF_NAME}
    named |= {kind for kind in kinds_said(plain) if kind in _OF_NAME and not named}
    if named:
        return frozenset(named)
    return frozenset(kind for kind, times in roles.items() if times >= _OWN_SHARE * rows)


@lru_cache(maxsize=65_536)
def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9'&/]+", small(text).replace("-", " ").replace("_", " ")))
