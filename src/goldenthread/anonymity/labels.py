"""Labels: what stands for a person in a text that others may read.

The role comes first, then a number: “Social Worker 1”. Never an initial of the name, never a
letter that tells how many cases came before.
"""

import re
from collections.abc import Iterable

from goldenthread.anonymity import context
from goldenthread.anonymity.matching import Finder
from goldenthread.anonymity.normalise import surface_form, words
from goldenthread.anonymity.people import Register
from goldenthread.anonymity.word_sets import word_set

_MASK = re.compile(r"\[[a-z]+(?: [a-z]+){0,4} removed\]", re.IGNORECASE)
_ROLE_AND_LETTER = re.compile(
    r"\b(?:child|baby|sibling|adult|family|mother|father|person|parent|carer|boy|girl|young person)"
    r" [A-Z]{1,2}\d?\b(?!\.? ?[A-Z][a-z])",
    re.IGNORECASE,
)

_ONLY_ONE = word_set("mother father")


def label_regions(cased: str) -> list[tuple[int, int]]:
    """Where masks, and labels of a role and a letter, stand in a folded text: ranges in order."""
    found = [match.span() for match in _MASK.finditer(cased)]
    found += [m.span() for m in _ROLE_AND_LETTER.finditer(cased) if m.group().split()[-1].isupper()]
    return sorted(found)


def label_words(here: context.Passage, register: Register, *, usable: frozenset[str]) -> set[int]:
    """The words of a passage that are part of a label of this register, or of a mask."""
    taken: set[int] = set()
    index = 0
    while index < len(here.tokens):
        length = _label_at(here, index, register, usable)
        taken.update(range(index, index + length))
        index += length or 1
    taken |= here.within(label_regions(here.folded.cased))
    return taken


def _label_at(here: context.Passage, index: int, register: Register, usable: frozenset[str]) -> int:
    for label in register.forms.labels.get(here.word(index), ()):
        if " ".join(label) not in usable:
            continue
        joined = all(here.word(index + i) == word for i, word in enumerate(label)) and all(
            here.gap(index + i) in (context.Gap.SPACE, context.Gap.LINK, context.Gap.JOINED)
            for i in range(len(label) - 1)
        )
        if joined:
            return len(label)
    return 0


def equals_real_name(label: str, register: Register) -> bool:
    """Whether a label or a replacement could be read as the name of a person of the register."""
    return bool(Finder(context.passage(label), register.forms, set()).matches())


def usable_labels(register: Register) -> frozenset[str]:
    """The folded labels that are nobody's name. Only these are ever written into a text."""
    return frozenset(
        surface_form(person.label)
        for person in register.people
        if not equals_real_name(person.label, register)
    )


def label_problems(register: Register) -> tuple[str, ...]:
    """Sentences about labels that should be changed before they are used."""
    problems = []
    seen: dict[str, str] = {}
    for person in register.people:
        form = surface_form(person.label)
        if form in seen:
            problems.append(
                f"Two people have the label “{person.label}”. Give each a label of their own."
            )
        seen[form] = person.key
        if equals_real_name(person.label, register):
            problems.append(
                f"The label “{person.label}” could be read as the name of somebody in the register. Choose another."
            )
        elif _tells_initials(person.label, person.names):
            problems.append(
                f"The label “{person.label}” holds the person’s initials. Choose another."
            )
    return tuple(problems)


def suggest_label(role: str, *, taken: Iterable[str] = ()) -> str:
    """The next free label for a role: the role as written, numbered from 1.

    Mother and Father stand without a number while nobody else has the label. Raises ValueError
    for an empty role.
    """
    role = " ".join(role.split())
    if not role:
        raise ValueError("Say which role the person has before asking for a label.")
    used = {surface_form(label) for label in taken}
    if role.lower() in _ONLY_ONE and surface_form(role) not in used:
        return role
    number = 1
    while surface_form(f"{role} {number}") in used:
        number += 1
    return f"{role} {number}"


def _tells_initials(label: str, names: tuple[str, ...]) -> bool:
    letters = [word for word in words(label)[1:] if word.isalpha() and len(word) <= 3]
    for name in names:
        initials = [word[0] for word in words(name)]
        if any(set(letter) <= set(initials) for letter in letters):
            return True
    return False
