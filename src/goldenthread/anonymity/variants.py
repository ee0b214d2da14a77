"""The forms a listed name can take in a text, worked out once per register."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from goldenthread.anonymity import nicknames, ordinary, similarity
from goldenthread.anonymity.contacts import Contact, read_contact
from goldenthread.anonymity.listed_names import PARTICLES, ListedName, is_initials, read_name
from goldenthread.anonymity.normalise import words

if TYPE_CHECKING:
    from goldenthread.anonymity.people import Person


class Part(StrEnum):
    """Which part of a person's name a word is."""

    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    WHOLE = "whole"
    INITIALS = "initials"


class Strength(IntEnum):
    """How near a word is to the name as it is listed; lower is nearer."""

    EXACT = 0
    VARIANT = 1
    """A pet form, another spelling, half of a double-barrelled name."""
    DOUBTFUL = 2
    """A form that is as often another person's own name: Jack for John."""
    NEAR = 3
    """One or two letters off, or the same sound."""


# No name is longer, and the ways to shorten a word grow with the square of its length.
_LONGEST = 24

Tags = dict[Part, dict[int, Strength]]
"""For each part of a name that a word could be: whose (index in the register), and how near."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form of more than one word."""

    words: tuple[str, ...]
    part: Part
    person: int
    strength: Strength


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of all people of a register, indexed for looking up words of a text."""

    single: dict[str, Tags] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    never: dict[str, list[Phrase]] = field(default_factory=dict)
    labels: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    contacts: list[Contact] = field(default_factory=list)
    initials: dict[int, tuple[set[str], set[str]]] = field(default_factory=dict)
    _slips: dict[str, set[str]] = field(default_factory=dict)
    _sounds: dict[str, set[str]] = field(default_factory=dict)
    _near: dict[str, Tags] = field(default_factory=dict)

    def near(self, word: str) -> Tags:
        """The parts that ``word`` may be a misspelling of; none for an ordinary word."""
        if word not in self._near:
            self._near[word] = self._find_near(word)
        return self._near[word]

    def add(self, name: tuple[str, ...], part: Part, person: int, strength: Strength) -> None:
        """Add a form of one word or more; the nearer strength wins."""
        if len(name) > 1:
            self.phrases.setdefault(name[0], []).append(Phrase(name, part, person, strength))
            name = ("".join(name),)
            strength = strength if len(name[0]) > 4 else Strength.NEAR
        if not name or len(name[0]) < 2:
            return
        holders = self.single.setdefault(name[0], {}).setdefault(part, {})
        holders[person] = min(strength, holders.get(person, strength))

    def close(self) -> None:
        """Index what misspellings are compared with; called once, when all forms are added."""
        for word, tags in self.single.items():
            if len(word) < 4 or not _listed_as_it_is(tags):
                continue
            for short in similarity.shortened(word, most=1 if len(word) < 7 else 2):
                self._slips.setdefault(short, set()).add(word)
            self._sounds.setdefault(similarity.sound(word), set()).add(word)
        for phrases in (*self.phrases.values(), *self.never.values()):
            phrases.sort(key=lambda phrase: -len(phrase.words))
        for labels in self.labels.values():
            labels.sort(key=len, reverse=True)

    def _find_near(self, word: str) -> Tags:
        if not 4 <= len(word) <= _LONGEST or ordinary.is_word(word):
            return {}
        found: set[str] = set()
        for short in similarity.shortened(word, most=1 if len(word) < 6 else 2):
            found |= self._slips.get(short, set())
        likely = {name for name in found if _misspelt(word, name)}
        likely |= {name for name in self._sounds.get(similarity.sound(word), ()) if len(name) > 4}
        tags: Tags = {}
        for name in likely:
            for part, holders in self.single[name].items():
                for person, strength in holders.items():
                    if strength <= Strength.VARIANT:
                        tags.setdefault(part, {})[person] = Strength.NEAR
        return tags


def compile_forms(people: Iterable["Person"]) -> Forms:
    """Work out the forms of everything listed about these people."""
    forms = Forms()
    for index, person in enumerate(people):
        forms.initials[index] = (set(), set())
        for entry in (*person.names, *person.aliases):
            _add_entry(forms, entry, index, alias=entry in person.aliases)
        for phrase in person.never:
            said = words(phrase)
            if said:
                never = Phrase(said, Part.WHOLE, index, Strength.EXACT)
                forms.never.setdefault(said[0], []).append(never)
        label = words(person.label)
        if label:
            forms.labels.setdefault(label[0], []).append(label)
    forms.close()
    return forms


def _add_entry(forms: Forms, entry: str, person: int, *, alias: bool) -> None:
    contact = read_contact(entry, person)
    if contact is not None:
        forms.contacts.append(contact)
        return
    if is_initials(entry):
        forms.add(("".join(words(entry)),), Part.INITIALS, person, Strength.EXACT)
        return
    name = read_name(entry)
    if alias and len(words(entry)) > 1:
        forms.add(words(entry), Part.WHOLE, person, Strength.EXACT)
        if not name.proper:
            for word in words(entry):
                if not ordinary.is_word(word):
                    forms.add((word,), Part.FIRST, person, Strength.EXACT)
            return
    _add_name(forms, name, person)


def _add_name(forms: Forms, name: ListedName, person: int) -> None:
    firsts, lasts = forms.initials[person]
    for first in name.firsts:
        firsts.add(first[0][0])
        _add_forename(forms, first, person)
    for middle in name.middles:
        firsts.add(middle[0][0])
        forms.add(middle, Part.MIDDLE, person, Strength.EXACT)
        for other in nicknames.other_spellings(middle[-1]):
            forms.add((other,), Part.MIDDLE, person, Strength.VARIANT)
    for last in name.lasts:
        lasts.update(word[0] for word in last)
        _add_surname(forms, last, person)
    for first in name.firsts:
        for last in name.lasts:
            joined = "".join(first), "".join(last)
            forms.add(("".join(joined),), Part.WHOLE, person, Strength.EXACT)
            forms.add(("".join(reversed(joined)),), Part.WHOLE, person, Strength.EXACT)


def _add_forename(forms: Forms, first: tuple[str, ...], person: int) -> None:
    forms.add(first, Part.FIRST, person, Strength.EXACT)
    if len(first) > 1:
        for half in first:
            forms.add((half,), Part.FIRST, person, Strength.VARIANT)
    joined = "".join(first)
    for spelling in nicknames.other_spellings(joined):
        forms.add((spelling,), Part.FIRST, person, Strength.VARIANT)
    for called in nicknames.also_called(joined):
        doubtful = called in nicknames.OWN_NAMES
        strength = Strength.DOUBTFUL if doubtful else Strength.VARIANT
        forms.add((called,), Part.FIRST, person, strength)


def _add_surname(forms: Forms, last: tuple[str, ...], person: int) -> None:
    forms.add(last, Part.LAST, person, Strength.EXACT)
    parted = len(last) > 1 and last[0] not in {"st", "saint"}
    halves = [word for word in last if len(word) > 2 and word not in PARTICLES] if parted else []
    for half in halves:
        forms.add((half,), Part.LAST, person, Strength.VARIANT)
    joined = "".join(last)
    for spelling in nicknames.other_spellings(joined):
        forms.add((spelling,), Part.LAST, person, Strength.VARIANT)
    for other in _celtic(joined):
        forms.add(other, Part.LAST, person, Strength.VARIANT)


def _celtic(surname: str) -> list[tuple[str, ...]]:
    """McDonald, MacDonald, Mc Donald; O'Connor, O Connor; St John, Saint John."""
    found = re.fullmatch(r"(mac|mc|o|saint|st)([a-z]{4,})", surname)
    if found is None:
        return []
    start, rest = found.groups()
    starts = {"mac": ("mac", "mc"), "mc": ("mac", "mc"), "o": ("o",)}.get(start, ("saint", "st"))
    if start in {"mac", "mc"} and ordinary.is_word(surname):
        return []
    joined = [(other + rest,) for other in starts if other + rest != surname]
    return joined + [(other, rest) for other in starts]


def _listed_as_it_is(tags: Tags) -> bool:
    return any(
        strength is Strength.EXACT
        for part, holders in tags.items()
        if part is not Part.INITIALS
        for strength in holders.values()
    )


def _misspelt(word: str, name: str) -> bool:
    if word == name:
        return False
    if len(name) >= 7 and len(word) >= 6:
        apart = similarity.distance(word, name, most=2)
        return apart <= 1 or (apart == 2 and word[0] == name[0])
    same_start = word[0] == name[0] or len(name) >= 6
    return same_start and similarity.distance(word, name, most=1) <= 1
