"""What a heading says its column holds."""

import difflib
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from goldenthread.chronology.known_headings import NEVER, SYNONYMS, VAGUE, Field

JOINT = " – "
"""Stands between the upper and the lower heading where headings are two rows deep."""

_LONGEST_HEADING = 100
_MOST_WORDS = 14
_CLOSE = 0.86
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
_PARTS = re.compile(r"\s*(?:/|&|,|;|:|\+|\n|–|—|\band\b|\bor\b|\()\s*", re.I)
_STRONG = frozenset(
    name
    for names in (
        ("date", "dates", "time", "event", "events", "incident", "description", "narrative"),
        ("source", "evidence", "action", "actions", "outcome", "outcomes", "decision", "impact"),
        ("analysis", "comment", "comments", "professional", "professionals", "practitioner"),
        ("agency", "organisation", "location", "summary", "category", "theme", "views", "wishes"),
    )
    for name in names
)
"""Single words that tell a heading wherever they stand in it."""


class Sureness(IntEnum):
    """How a name was recognised: the higher, the surer."""

    ALIKE = 1
    WITHIN = 2
    PART = 3
    WHOLE = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A heading that was recognised, the known name it was recognised by, and how surely."""

    field: Field
    known: str
    sure: Sureness


def plain(text: str) -> str:
    """A heading with case, accents, punctuation and spacing taken out: “Child’s age:” → “childs age”."""
    text = text.strip().casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(r"['’‘`]", "", text).replace("&", " and ")
    return " ".join(re.findall(r"[a-z0-9]+", text)) or ("#" if "#" in text else "")


_KNOWN: dict[str, Field] = {}
for _field, _names in SYNONYMS.items():
    for _name in _names:
        _KNOWN.setdefault(plain(_name), _field)
_PHRASES = tuple(name for name in _KNOWN if " " in name or name in _STRONG)
_BY_FIRST: defaultdict[str, list[str]] = defaultdict(list)
for _name in _KNOWN:
    if len(_name) >= 4:
        _BY_FIRST[_name[0]].append(_name)
_VAGUE = frozenset(plain(name) for name in VAGUE)
_NEVER = frozenset(plain(name) for name in NEVER)


@lru_cache(maxsize=8192)
def named(heading: str) -> Named | None:
    """What a heading says its column holds, or None where nothing known is recognised in it.

    Tried in turn: the whole heading, also without what stands in brackets; the lower and then the
    upper of two; its first recognisable part (“Action/Response”); a known name within it; a
    misspelling of a known name.
    """
    if len(heading) > _LONGEST_HEADING or not plain(heading):
        return None
    if any(never in f" {plain(heading)} " for never in (f" {name} " for name in _NEVER)):
        return None
    return (
        _whole(heading, Sureness.WHOLE)
        or _whole(_BRACKETS.sub(" ", heading), Sureness.WHOLE)
        or _of_two(heading)
        or _first_part(heading)
        or _within(heading)
        or _alike(heading)
    )


def _whole(text: str, sure: Sureness) -> Named | None:
    key = plain(text)
    for name in (key, key.removeprefix("the "), key.removesuffix("s")):
        if name in _KNOWN:
            return Named(_KNOWN[name], name, sure)
    return None


def _of_two(heading: str) -> Named | None:
    upper, joint, lower = heading.partition(JOINT)
    if not joint:
        return None
    both = _whole(f"{upper} {lower}", Sureness.WHOLE) or _whole(f"{lower} {upper}", Sureness.WHOLE)
    return both or named(lower) or named(upper)


def _first_part(heading: str) -> Named | None:
    parts = [part for part in _PARTS.split(heading) if part and plain(part)]
    if len(parts) < 2 or len(plain(heading).split()) > _MOST_WORDS:
        return None
    for part in parts:
        if found := _whole(part, Sureness.PART):
            return found
    return None


def _within(heading: str) -> Named | None:
    """The known name that stands first in a heading; of two that begin together, the longer."""
    text = f" {plain(heading)} "
    if text.count(" ") > _MOST_WORDS:
        return None
    standing = (name for name in _PHRASES if f" {name} " in text)
    places = [(text.index(f" {name} "), -len(name), name) for name in standing]
    if not places:
        return None
    name = min(places)[2]
    return Named(_KNOWN[name], name, Sureness.WITHIN)


def _alike(heading: str) -> Named | None:
    """A known name misspelt, its first letter right: letters swapped, or nearly all the same."""
    key = plain(heading)
    if not 4 <= len(key) <= 40:
        return None
    near = [name for name in _BY_FIRST[key[0]] if abs(len(name) - len(key)) <= 3]
    swapped = [name for name in near if sorted(name) == sorted(key)]
    for name in swapped or difflib.get_close_matches(key, near, n=1, cutoff=_CLOSE):
        return Named(_KNOWN[name], name, Sureness.ALIKE)
    return None


def is_vague(name: Named) -> bool:
    """Whether agencies use the name as well for a code or a place as for what happened."""
    return name.known in _VAGUE
