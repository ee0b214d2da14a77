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
_PARTS = re.compile(r"\s*(?:/|&|,|;|:|\+|\n|\s[–—]|[–—]\s|\band\b|\bor\b|\()\s*", re.I)
_BEFORE_HEAD = re.compile(r" (?:of|for|to|from|in|at|on|with|about|against|by|as) .*")
"""From the word that ends what a heading is about: “outcome” of “outcome of visit”."""
_DONE_BY = re.compile(
    r"(?:.* )?((?!received)[a-z]+ed by|(?:made|seen|led|given|taken|told) (?:by|to)|sent by)(?: whom)?"
)
_SAYS_LITTLE = re.compile(
    r"codes?|details?|information|info|notes?|summary|description|text|[a-z]+ed|made|taken|given"
)
"""A last word that leaves it to the one before: “outcome code”, “actions agreed”."""
_ENDED = (" completed", " ended", " closed", " finished", " ceased", " left")
_THEIRS = ("name", "names", "role", "grade", "band")
"""A last word that says of whom it is told: “clinician name”."""
_BEINGS = frozenset((Field.PROFESSIONAL, Field.FAMILY_MEMBER, Field.AGENCY))
"""Their names before another noun only say whose it is: “agency questions”."""
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


def two_named(heading: str) -> tuple[Field, Field] | None:
    """The two fields of a heading that names two and nothing else: “Source and author”."""
    parts = [part for part in _PARTS.split(heading) if plain(part)]
    found = [_whole(part, Sureness.PART) for part in parts]
    if len(found) != 2 or found[0] is None or found[1] is None:
        return None
    return found[0].field, found[1].field


def _within(heading: str) -> Named | None:
    """The known name that a heading ends with, before “of” and its like; or else its first one.

    In English the last noun says what a thing is: an “event outcome” is an outcome.
    """
    words = plain(heading)
    text = f" {words} "
    if text.count(" ") > _MOST_WORDS:
        return None
    if done := _DONE_BY.fullmatch(words):
        return Named(Field.PROFESSIONAL, done[1], Sureness.WITHIN)
    if words.endswith((" name", " names")) and not _head(words.rpartition(" ")[0]):
        return None
    if name := _beginning(words):
        return Named(_KNOWN[name], name, Sureness.WITHIN)
    if words.startswith("date ") and not _BEFORE_HEAD.search(words):
        ended = words.endswith(_ENDED)
        return Named(Field.UNTIL if ended else Field.DATE, "date", Sureness.WITHIN)
    bare = plain(_BRACKETS.sub(" ", heading)).removeprefix("name of ").removeprefix("names of ")
    if name := _head(_BEFORE_HEAD.sub("", bare)):
        return Named(_KNOWN[name], name, Sureness.WITHIN)
    standing = (name for name in _PHRASES if f" {name} " in text)
    places = [(text.index(f" {name} "), -len(name), name) for name in standing]
    if not places:
        return None
    name = min(places)[2]
    if " " not in name and _KNOWN[name] in _BEINGS:
        return None
    return Named(_KNOWN[name], name, Sureness.WITHIN)


def _beginning(words: str) -> str:
    """The longest known name of three words or more that words begin with."""
    split = words.split()
    for end in range(len(split) - 1, 2, -1):
        name = " ".join(split[:end])
        if name in _KNOWN:
            return name
    return ""


def _head(words: str) -> str:
    """The longest known name that words end with, before a last word that says little."""
    split = words.split() or [""]
    little, theirs = _SAYS_LITTLE.fullmatch(split[-1]), split[-1] in _THEIRS
    if words not in _KNOWN and (little or theirs):
        before = _head(" ".join(split[:-1])) if len(split) > 1 else ""
        if before and (_KNOWN[before] in _BEINGS) is theirs:
            return before
    for start in range(len(split)):
        if (name := " ".join(split[start:])) in _KNOWN:
            return name
    return ""


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
