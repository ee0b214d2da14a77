"""The verifier: reads a finished text and says where anything listed, or any identifier, survives.

It shares no step with finding and replacing: its own folding, its own search, its own shapes. It
fails closed: what it is unsure of it reports. Its report holds places and keys, never words.
"""

import bisect
import functools
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from goldenthread.anonymity.checking_shapes import dates, identifiers, may_be_name
from goldenthread.anonymity.nicknames import also_called, other_spellings
from goldenthread.anonymity.ordinary import is_word
from goldenthread.anonymity.people import Person, Register
from goldenthread.anonymity.word_sets import word_set


@dataclass(frozen=True, slots=True, order=True)
class Survivor:
    """Something survives at ``offset`` for ``length`` characters of the checked text.

    ``kind`` is "full name", "name", "possible name", "near name", "hidden name", "initials",
    "contact", "date of birth", or the kind of identifier. ``key`` is the person's, if one is known.
    """

    offset: int
    length: int
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class _Needles:
    """What to look for, squeezed: lower-case letters and digits only."""

    full: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    other: dict[str, str] = field(default_factory=dict)
    initials: dict[str, str] = field(default_factory=dict)
    contacts: dict[str, str] = field(default_factory=dict)
    births: dict[str, str] = field(default_factory=dict)
    passed: tuple[str, ...] = ()


_LIKE = str.maketrans(
    "аеорсхуіјАВЕКМНОРСТХУІαεικνορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧøØłŁđĐıßæÆœŒðÐþÞ",
    "aeopcxyijABEKMHOPCTXYIaeiknopuxABEZHIKMNOPTYXoOlLdDisaAoOdDtT",
)
_TITLE_WORDS = word_set(
    "mr mrs ms miss mx dr prof professor sir rev pc dc ds di sgt nan nana nanny auntie aunty aunt uncle "
    "gran granny grandma grandad big little baby young old aka the and of mum dad our"
)
_JOINERS = word_set("van der den de del della da la le al el bin ibn bint st mac mc o ap")


def survivors(text: str, register: Register) -> tuple[Survivor, ...]:
    """Where a listed name, contact or date of birth, or any UK identifier, survives in ``text``.

    Empty means that this search found nothing; it does not prove that nobody can be recognised.
    """
    needles = _needles(register.people)
    squeezed, places = _squeeze(text)
    allowed = _allowed(text, needles.passed)
    found = [
        *_full_names(squeezed, places, needles),
        *_by_word(text, needles, allowed),
        *_dotted_initials(text, needles),
        *_split_names(squeezed, places, needles, allowed),
        *_contacts(text, squeezed, places, needles),
        *_births(text, needles),
        *(Survivor(a, b - a, kind, "") for a, b, kind in identifiers(text)),
    ]
    outside = {one for one in found if not _covered(one, allowed)}
    return tuple(sorted(outside))


# ---------------------------------------------------------------------- what to look for


@functools.lru_cache(maxsize=32)
def _needles(people: tuple[Person, ...]) -> _Needles:
    needles = _Needles(passed=(*_safe_labels(people), *_never(people)))
    for person in people:
        for entry in (*person.names, *person.aliases):
            _add(needles, entry, person.key)
    return needles


def _add(needles: _Needles, entry: str, key: str) -> None:
    squeezed = _squeeze(entry)[0]
    born = next(iter(dates(entry)), None)
    if born is not None:
        needles.births[born[2]] = key
    elif "@" in entry or any(c.isdigit() for c in entry):
        if len(squeezed) > 3:
            needles.contacts[_without_country(squeezed)] = key
    elif re.fullmatch(r"(?:[A-Z]\.? ?){2,4}", entry.strip()):
        needles.initials[squeezed] = key
    else:
        _add_name(needles, entry, key)


def _add_name(needles: _Needles, entry: str, key: str) -> None:
    before, comma, after = entry.partition(",")
    entry = f"{after} {before}" if comma else entry
    groups = [squeezed for piece in entry.split() if (squeezed := _squeeze(piece)[0])]
    while len(groups) > 1 and groups[0] in _TITLE_WORDS:
        groups = groups[1:]
    halves = [h for piece in re.split(r"[\s\-‐‑–]+", entry) if (h := _squeeze(piece)[0])]
    for word in (*groups, *(half for half in halves if half not in _TITLE_WORDS)):
        if len(word) > 1 and word not in _JOINERS:
            needles.parts[word] = key
            for other in (*other_spellings(word), *also_called(word)):
                needles.other.setdefault(other, key)
    if len(groups) > 1:
        for name in ("".join(groups), groups[0] + groups[-1], groups[-1] + groups[0]):
            if len(name) > 5:
                needles.full[name] = key


def _safe_labels(people: tuple[Person, ...]) -> tuple[str, ...]:
    """Labels that hold no word of any name: only these are passed over."""
    listed = {
        word
        for person in people
        for name in (*person.names, *person.aliases)
        for word in _plain_words(name)
    }
    safe = [person.label for person in people if not set(_plain_words(person.label)) & listed]
    return tuple(sorted(safe, key=len, reverse=True))


def _never(people: tuple[Person, ...]) -> list[str]:
    """What the register says is not the person, of two words or more."""
    return [said for person in people for said in person.never if len(said.split()) > 1]


# ---------------------------------------------------------------------- folding


def _plain(character: str) -> str:
    return "".join(
        c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)
    )


def _squeeze(text: str) -> tuple[str, list[int]]:
    """Only letters and digits, plain and lower case, and where each was."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text.translate(_LIKE)):
        plain = character if character.isascii() else _plain(character)
        for one in plain:
            if one.isalnum():
                letters.append(one.lower()[:1])
                places.append(place)
    return "".join(letters), places


def _plain_words(text: str) -> list[str]:
    return [word for word, _, _ in _words(text)]


_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(
    rf"(?:[^\W_]|[{_UNSEEN}'’‘ʼ`´](?=[^\W_]|[{_UNSEEN}])"
    r"|(?<=[^\W\d_])[-‐\u00ad][ \t]*\r?\n[ \t]*(?=[^\W\d_]))+[\u0300-\u036f]*"
)


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _WORD.finditer(text):
        written = re.sub(r"['’‘ʼ`´]s$", "", found.group())
        word = _squeeze(written)[0]
        if word:
            yield word, found.start(), found.start() + len(written)


# ---------------------------------------------------------------------- searches


def _full_names(squeezed: str, places: list[int], needles: _Needles) -> Iterator[Survivor]:
    for name, key in needles.full.items():
        for start, end in _each(name, squeezed):
            # A short name also stands inside longer words by chance: it must begin one.
            if len(name) < 9 and start and places[start] - places[start - 1] == 1:
                continue
            yield Survivor(places[start], places[end - 1] + 1 - places[start], "full name", key)


def _each(needle: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(needle)
    while at >= 0:
        yield at, at + len(needle)
        at = text.find(needle, at + 1)


def _by_word(text: str, needles: _Needles, allowed: list[tuple[int, int]]) -> Iterator[Survivor]:
    judged: dict[str, tuple[str, str]] = {}
    for word, start, end in _words(text):
        if word not in judged:
            judged[word] = _judge(word, needles)
        kind, key = judged[word]
        if not kind or _covered_at(start, allowed):
            continue
        if kind == "possible name" and not may_be_name(text, word, start, end):
            continue
        if kind == "initials" and not text[start:end].isupper():
            continue
        yield Survivor(start, end - start, kind, key)


def _judge(word: str, needles: _Needles) -> tuple[str, str]:
    """What a word is, wherever it stands: (kind, key), both empty for nothing."""
    if word in needles.initials:
        return "initials", needles.initials[word]
    for form in (word, word.removesuffix("s")):
        if form in needles.parts:
            doubtful = is_word(word)
            return ("possible name" if doubtful else "name"), needles.parts[form]
    if word in needles.other:
        return ("possible name" if is_word(word) else "near name"), needles.other[word]
    if is_word(word) or len(word) < 4:
        return "", ""
    for name, key in needles.parts.items():
        inside = name in word and (not is_word(name) or not word.replace(name, "").isalpha())
        if len(name) > 4 and inside:
            return "hidden name", key
        if len(name) > 4 and not is_word(name) and _alike(word, name):
            return "near name", key
    return "", ""


_ENDINGS = re.compile(r"(?:eigh|ie|ey|ee|i|y)$")


def _alike(word: str, name: str) -> bool:
    """Whether two words are one slip apart, or differ only in how a last “ee” is spelt."""
    if _one_slip(word, name):
        return True
    ends = _ENDINGS.search(name) is not None and _ENDINGS.search(word) is not None
    return ends and _ENDINGS.sub("", word) == _ENDINGS.sub("", name)


def _one_slip(word: str, name: str) -> bool:
    """Whether one letter added, left out, changed or swapped with its neighbour makes them equal."""
    if abs(len(word) - len(name)) > 1:
        return False
    same = 0
    while same < min(len(word), len(name)) and word[same] == name[same]:
        same += 1
    one, other = word[same:], name[same:]
    if one[1:] == other[1:] or one[1:] == other or one == other[1:]:
        return True
    return one[:2] == other[1::-1] and one[2:] == other[2:] and len(one) > 1


def _births(text: str, needles: _Needles) -> Iterator[Survivor]:
    for start, end, date in dates(text):
        if date in needles.births:
            yield Survivor(start, end - start, "date of birth", needles.births[date])
        elif re.search(
            r"(?:\bd\.?o\.?b\b|\bborn\b|\bbirth|\bdied\b|\bdeath\b)\.?[^.\n]{0,18}$",
            text[max(0, start - 30) : start],
            re.I,
        ):
            yield Survivor(start, end - start, "date of birth or death", "")


def _dotted_initials(text: str, needles: _Needles) -> Iterator[Survivor]:
    for found in re.finditer(r"\b(?:[A-Z]\.\s?){2,4}|\b[A-Z](?:\.[A-Z])+\b", text):
        letters = _squeeze(found.group())[0]
        if letters in needles.initials:
            length = len(found.group().rstrip())
            yield Survivor(found.start(), length, "initials", needles.initials[letters])


def _split_names(
    squeezed: str, places: list[int], needles: _Needles, allowed: list[tuple[int, int]]
) -> Iterator[Survivor]:
    """Names written with gaps inside: “Kay leigh”, “K-a-y-l-e-i-g-h”."""
    for name, key in needles.parts.items():
        if len(name) < 5 or is_word(name):
            continue
        for start, end in _each(name, squeezed):
            first, last = places[start], places[end - 1]
            gaps = last - first + 1 - len(name)
            opens = start == 0 or places[start] - places[start - 1] > 1
            closes = end == len(places) or places[end] - last > 1
            if (
                gaps
                and gaps <= 2 * len(name)
                and opens
                and closes
                and not _covered_at(first, allowed)
            ):
                yield Survivor(first, last + 1 - first, "hidden name", key)


def _without_country(digits: str) -> str:
    if not digits.isdigit():
        return digits
    return re.sub(r"^(?:0044|44|0)", "", digits) if len(digits) > 8 else digits


def _contacts(text: str, squeezed: str, places: list[int], needles: _Needles) -> Iterator[Survivor]:
    for contact, key in needles.contacts.items():
        for start, end in _each(contact, squeezed):
            yield Survivor(places[start], places[end - 1] + 1 - places[start], "contact", key)


# ---------------------------------------------------------------------- what may stay


def _allowed(text: str, passed: Iterable[str]) -> list[tuple[int, int]]:
    """Where masks, labels and “not this person” stand: all that is passed over. In order, apart."""
    places = [m.span() for m in re.finditer(r"\[[A-Za-z]+(?: [A-Za-z]+){0,4} removed\]", text)]
    for words in passed:
        places += [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined


def _covered_at(place: int, allowed: list[tuple[int, int]]) -> bool:
    index = bisect.bisect_right(allowed, (place, sys.maxsize)) - 1
    return index >= 0 and place < allowed[index][1]


def _covered(one: Survivor, allowed: list[tuple[int, int]]) -> bool:
    index = bisect.bisect_right(allowed, (one.offset, sys.maxsize)) - 1
    return index >= 0 and one.offset + one.length <= allowed[index][1]
