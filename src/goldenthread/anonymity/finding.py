"""Where listed people and identifiers stand in a text, and what is to be done about each."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from goldenthread.anonymity import contacts, context, labels, roles
from goldenthread.anonymity.calendar_dates import DATE, read_date
from goldenthread.anonymity.context import Passage
from goldenthread.anonymity.identifiers import Found, Kind, find_identifiers, mask
from goldenthread.anonymity.matching import Evidence, Finder, Match
from goldenthread.anonymity.normalise import surface_form, words
from goldenthread.anonymity.people import Register
from goldenthread.anonymity.variants import Part, Strength

NAME_MASK = mask(Kind.PERSON)


class Decision(StrEnum):
    """What is to be done about a span."""

    REPLACE = "replace"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of the original text may point to a person.

    ``candidates`` are keys of the people it may mean. ``label`` is what would stand in its place
    now: the person's label when certain, else a neutral mask.
    """

    start: int
    end: int
    text: str
    kind: Kind
    candidates: tuple[str, ...]
    label: str
    decision: Decision


@functools.lru_cache(maxsize=64)
def safe_labels(register: Register) -> frozenset[str]:
    """The folded labels of this register that are nobody's name."""
    return labels.usable_labels(register)


def find(text: str, register: Register) -> tuple[Span, ...]:
    """Every listed person and every identifier in ``text``: in order, apart from each other.

    Two-part evidence for one person (forename and surname, title and a surname that only one
    person who fits the title has, initial and surname) is decided at once. One part alone, a
    misspelling, and whatever could be two people is asked. One part alone is decided when the same
    passage has named the person in full and could mean nobody else.
    """
    here = context.passage(text)
    usable = safe_labels(register)
    labelled = labels.label_words(here, register, usable=usable)
    found = _identifiers(here, register, labelled)
    covered = labelled | here.within([(one.start, one.end) for one in found])
    matches = Finder(here, register.forms, covered).matches()
    named = [m for match in matches if (m := _narrowed(here, match, register)) is not None]
    settled = _settled(here, named)
    spans = [
        _person_span(
            here, match, register, usable=usable, certain=index in settled, key=settled.get(index)
        )
        for index, match in enumerate(named)
    ]
    spans += [_identifier_span(here, one, register) for one in found]
    return tuple(sorted(spans, key=lambda span: span.start))


def _identifiers(here: Passage, register: Register, labelled: set[int]) -> list[Found]:
    found = _listed_contacts(here, register)
    taken = [(one.start, one.end) for one in found]
    for one in find_identifiers(here.folded):
        if not any(one.start < end and start < one.end for start, end in taken):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


_KINDS = {
    contacts.ContactKind.EMAIL: Kind.EMAIL,
    contacts.ContactKind.PHONE: Kind.PHONE,
    contacts.ContactKind.HANDLE: Kind.HANDLE,
    contacts.ContactKind.ADDRESS: Kind.ADDRESS,
    contacts.ContactKind.BIRTH: Kind.BIRTH,
    contacts.ContactKind.NUMBER: Kind.NUMBER,
}


def _listed_contacts(here: Passage, register: Register) -> list[Found]:
    found: list[Found] = []
    for contact in register.forms.contacts:
        for start, end in _where(here, contact):
            if not any(start < one.end and one.start < end for one in found):
                found.append(Found(start, end, _KINDS[contact.kind]))
    return found


def _where(here: Passage, contact: contacts.Contact) -> Iterable[tuple[int, int]]:
    lower = here.folded.lower
    if contact.kind is contacts.ContactKind.BIRTH:
        for found in re.finditer(rf"\b{DATE}", lower):
            date = read_date(found.group())
            if date is not None and date.isoformat() == contact.value:
                yield found.span()
        return
    if contact.kind in (contacts.ContactKind.PHONE, contacts.ContactKind.NUMBER):
        digits = r"\D{0,3}".join(contact.value.removeprefix("0"))
        for found in re.finditer(
            rf"(?<!\d)(?:\+44|0044|44)?\W{{0,3}}0?\)?\W{{0,2}}{digits}(?!\d)", lower
        ):
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            yield start, found.end()
        return
    if contact.kind is contacts.ContactKind.ADDRESS:
        pattern = r"[\s,.'/-]{0,3}".join(re.escape(word) for word in contact.value.split())
    else:
        pattern = ("@?" if contact.kind is contacts.ContactKind.HANDLE else "") + re.escape(
            contact.value
        )
    for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", lower):
        yield found.span()


# ---------------------------------------------------------------------- who is meant


def _narrowed(here: Passage, match: Match, register: Register) -> Match | None:
    """Leave out people whom the register, the title or the role word beside the name excludes."""
    holders = dict(match.holders)
    for person in _excluded(here, match, register):
        holders.pop(person, None)
    if not holders:
        return None
    people = register.people
    if match.title and match.evidence is not Evidence.STRANGER:
        fits = {p: roles.title_fits(match.title, people[p]) for p in holders}
        surely = [p for p, fit in fits.items() if fit is roles.Fit.YES]
        perhaps = [p for p, fit in fits.items() if fit is not roles.Fit.NO]
        if surely and len(surely) == len(perhaps):
            holders = {p: holders[p] for p in surely}
        elif perhaps:
            holders = {p: holders[p] for p in perhaps}
        elif match.part is Part.LAST:
            return replace(match, evidence=Evidence.STRANGER)
    role = _role_beside(here, match)
    fitting = [p for p in holders if role and roles.role_fits(role, people[p])]
    if fitting and match.evidence in (Evidence.ONE_PART, Evidence.TWO_PARTS):
        holders = {p: holders[p] for p in fitting}
        if match.evidence is Evidence.ONE_PART and len(fitting) == 1:
            return replace(match, holders=holders, evidence=Evidence.TWO_PARTS)
    return replace(match, holders=holders)


def _excluded(here: Passage, match: Match, register: Register) -> set[int]:
    excluded: set[int] = set()
    if not register.forms.never:
        return excluded
    for start in range(max(0, match.start - 6), match.end):
        for phrase in register.forms.never.get(here.word(start), ()):
            end = start + len(phrase.words)
            says = all(here.word(start + i) == word for i, word in enumerate(phrase.words))
            if says and start < match.end and match.start < end:
                excluded.add(phrase.person)
    return excluded


def _role_beside(here: Passage, match: Match) -> str:
    """The role word directly before a name, or in brackets or commas after it."""
    before = here.word(match.start - 1)
    beside = (context.Gap.SPACE, context.Gap.COMMA, context.Gap.LINK)
    if match.start and here.gap(match.start - 1) in beside and roles.is_role_word(before):
        return "" if here.tokens[match.start - 1].possessive else before
    after = here.gap(match.end - 1)
    if after not in (context.Gap.QUOTE, context.Gap.COMMA):
        return ""
    for index in range(match.end, min(match.end + 4, len(here.tokens))):
        if roles.is_role_word(here.word(index)) and here.gap(index) in (
            context.Gap.QUOTE,
            context.Gap.COMMA,
        ):
            return here.word(index) if index < match.end + 3 else ""
        if here.gap(index) is not context.Gap.SPACE:
            return ""
    return ""


def _certain(match: Match) -> int | None:
    """The one person that two-part evidence points to, if it does."""
    if match.evidence is not Evidence.TWO_PARTS or len(match.holders) != 1:
        return None
    person, strength = next(iter(match.holders.items()))
    return person if strength <= Strength.VARIANT else None


_PASSAGE = 800


def _settled(here: Passage, matches: list[Match]) -> dict[int, int]:
    """For each match (by place in the list) that is certain: which person it means."""
    settled = {
        i: person for i, match in enumerate(matches) if (person := _certain(match)) is not None
    }
    in_full = dict(settled)
    everyone = set(in_full.values())
    strangers = {
        here.word(i)
        for match in matches
        if match.evidence is Evidence.STRANGER
        for i in range(match.start, match.end)
    }
    last_named: dict[int, int] = {}
    for index, match in enumerate(matches):
        at = here.tokens[match.start].start
        if index in in_full:
            last_named[in_full[index]] = at
            continue
        person = _from_passage(here, match, everyone, strangers)
        if person is not None and at - last_named.get(person, -_PASSAGE) < _PASSAGE:
            settled[index] = person
            last_named[person] = at
    return settled


def _from_passage(
    here: Passage, match: Match, everyone: set[int], strangers: set[str]
) -> int | None:
    if match.evidence is not Evidence.ONE_PART or match.part not in (Part.FIRST, Part.LAST):
        return None
    if not context.may_be_settled(here, match.end - 1):
        return None
    if any(here.word(i) in strangers for i in range(match.start, match.end)):
        return None
    # A surname spelt otherwise, or half of one, is often somebody else’s.
    most = Strength.EXACT if match.part is Part.LAST else Strength.VARIANT
    likely = {p for p, strength in match.holders.items() if strength <= most}
    if not likely or len(likely) < len(match.holders):
        return None
    if match.part is Part.LAST and len(likely) > 1:
        return None
    named = likely & everyone
    return next(iter(named)) if len(named) == 1 else None


# ---------------------------------------------------------------------- spans


def _person_span(
    here: Passage,
    match: Match,
    register: Register,
    *,
    usable: frozenset[str],
    certain: bool,
    key: int | None,
) -> Span:
    start, end = here.folded.original(
        here.tokens[match.start].start, here.tokens[match.end - 1].end
    )
    end = _closed(here.folded.text, start, end)
    text = here.folded.text[start:end]
    kind = Kind.FAMILY if match.evidence is Evidence.FAMILY else Kind.PERSON
    if certain and key is not None:
        person = register.people[key]
        label = person.label if surface_form(person.label) in usable else NAME_MASK
        return Span(start, end, text, kind, (person.key,), label, Decision.REPLACE)
    order = sorted(match.holders, key=lambda p: (match.holders[p], p))
    keys = tuple(register.people[p].key for p in order)
    return Span(start, end, text, kind, keys, NAME_MASK, Decision.ASK)


def _closed(text: str, start: int, end: int) -> int:
    """Take in the bracket that closes one inside the span: “Frost (Craig)”."""
    inside = text[start:end]
    return end + 1 if inside.count("(") > inside.count(")") and text[end : end + 1] == ")" else end


def _identifier_span(here: Passage, one: Found, register: Register) -> Span:
    start, end = here.folded.original(one.start, one.end)
    keys = _whose(here.folded.lower[one.start : one.end], one.kind, register)
    return Span(
        start, end, here.folded.text[start:end], one.kind, keys, mask(one.kind), Decision.REPLACE
    )


def _whose(written: str, kind: Kind, register: Register) -> tuple[str, ...]:
    """Whose a listed contact is, or whose names an e-mail address or handle holds."""
    digits = contacts.phone_digits(written)
    date = read_date(written)
    people = {
        contact.person
        for contact in register.forms.contacts
        if contact.value in (written, written.removeprefix("@"), digits, re.sub(r"\D", "", written))
        or contact.value == " ".join(words(written))
        or (date is not None and contact.value == date.isoformat())
    }
    if not people and kind in (Kind.EMAIL, Kind.HANDLE, Kind.WEB):
        matches = Finder(context.passage(written), register.forms, set()).matches()
        people = {p for match in matches for p, s in match.holders.items() if s <= Strength.VARIANT}
    return tuple(register.people[p].key for p in sorted(people))
