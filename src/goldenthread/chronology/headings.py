"""Which column of a table holds what: by its heading, and by its cells where they disagree."""

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from goldenthread.chronology.contents import Contents, contents
from goldenthread.chronology.known_headings import CALLED, NEVER, SYNONYMS, Field

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


@dataclass(frozen=True, slots=True)
class Match:
    """How one column was understood; ``field`` is None for a column kept under its own heading."""

    field: Field | None
    reason: str


def plain(text: str) -> str:
    """A heading with case, accents, punctuation and spacing taken out: “Child’s age:” → “childs age”."""
    text = unicodedata.normalize("NFKD", text.strip()).casefold()
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
    for name in (key, key.removeprefix("the "), key.removesuffix("s"), key.removesuffix(" no")):
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


def match(headings: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[Match, ...]:
    """How each column was understood, with the reason in a sentence.

    ``columns`` are the cells under each heading. Cells outvote headings: a column of dates is the
    date column whatever it is called, and one called “Date” without dates is not. No two columns
    get the same field; the second is kept under its own heading and nothing of it is lost.
    """
    assignment = _Assignment(headings, [contents(cells) for cells in columns])
    assignment.place_date()
    assignment.place_other_moments()
    assignment.place_number()
    assignment.place_event()
    assignment.place_rest()
    return tuple(assignment.result())


class _Assignment:
    """Gives fields to columns in turn: what can be told by its cells first."""

    def __init__(self, headings: Sequence[str], held: list[Contents]) -> None:
        self.headings = headings
        self.held = held
        self.names = [named(heading) for heading in headings]
        self.given: dict[int, Match] = {}
        self.taken: dict[Field, int] = {}

    def give(self, column: int, field: Field, reason: str) -> None:
        self.given[column] = Match(field, reason)
        self.taken[field] = column

    def keep(self, column: int, reason: str) -> None:
        self.given[column] = Match(None, reason)

    def called(self, field: Field) -> list[int]:
        """Columns whose heading says this field and that are not placed, the surest first."""
        found = [
            (-name.sure, column)
            for column, name in enumerate(self.names)
            if name and name.field is field and column not in self.given
        ]
        return [column for _, column in sorted(found)]

    def said(self, column: int) -> str:
        """The reason for a column that its heading tells."""
        name, heading = self.names[column], self.headings[column]
        if name is None:
            return ""
        means = CALLED[name.field]
        if name.sure >= Sureness.PART:
            return f"The heading “{heading}” stands for {means}."
        if name.sure is Sureness.WITHIN:
            return f"The heading “{heading}” contains “{name.known}”: {means}."
        return f"The heading “{heading}” looks like “{name.known}”: {means}."

    def place_date(self) -> None:
        # Half-empty date columns are common; only cells that are filled with other things count.
        believed = [c for c in self.called(Field.DATE) if not self._denies_dates(c)]
        if believed:
            best = max(believed, key=lambda c: (self.held[c].mostly_dates(), self._sure(c), -c))
            self.give(best, Field.DATE, self.said(best))
        elif (column := self._column_of_dates()) is not None:
            held = self.held[column]
            counted = f"{held.dates} of the {held.filled} cells looked at are dates"
            whatever = f", whatever its heading “{self.headings[column]}” says"
            self.give(column, Field.DATE, f"{counted}{whatever if self.names[column] else ''}.")
        for column in self.called(Field.DATE):
            if self._denies_dates(column):
                self.names[column] = None
                continue
            self.keep(column, "There is another column of dates; this one is kept as it is.")

    def _denies_dates(self, column: int) -> bool:
        return self.held[column].filled > 0 and not self.held[column].mostly_dates(0.2)

    def _column_of_dates(self) -> int | None:
        def rank(column: int) -> tuple[bool, int]:
            name = self.names[column]
            elsewhere = (Field.UNTIL, Field.RECORDED_ON, Field.REVIEW)
            return (name is not None and name.field in elsewhere, column)

        columns = [
            column
            for column, held in enumerate(self.held)
            if held.mostly_dates() and held.digits * 2 <= held.filled and column not in self.given
        ]
        return min(columns, key=rank, default=None)

    def _sure(self, column: int) -> int:
        name = self.names[column]
        return name.sure if name else 0

    def place_other_moments(self) -> None:
        for field in (Field.UNTIL, Field.RECORDED_ON):
            for column in self.called(field)[:1]:
                if self._denies_dates(column):
                    self.names[column] = None
                else:
                    self.give(column, field, self.said(column))
        for field in (Field.TIME, Field.UNTIL_TIME):
            for column in self.called(field)[:1]:
                held = self.held[column]
                if held.filled and not held.mostly_times(0.2) and held.length > 12:
                    self.names[column] = None
                else:
                    self.give(column, field, self.said(column))
        if Field.TIME in self.taken:
            return
        for column, held in enumerate(self.held):
            if column not in self.given and held.mostly_times() and self._sure(column) < 3:
                counted = f"{held.times} of the {held.filled} cells looked at are times of day."
                self.give(column, Field.TIME, counted)
                return

    def place_number(self) -> None:
        for column in self.called(Field.NUMBER):
            held = self.held[column]
            if Field.NUMBER not in self.taken and (not held.filled or held.mostly_numbers(0.4)):
                self.give(column, Field.NUMBER, self.said(column))
            elif "ref" in plain(self.headings[column]) and not self.called(Field.SOURCE):
                self.give(
                    column, Field.SOURCE, "Its cells refer to records and do not number rows."
                )
            elif not held.mostly_numbers(0.4):
                self.names[column] = None

    def place_event(self) -> None:
        called = self.called(Field.EVENT)
        # A column of dates called “Event” keeps nothing but dates: it is not what happened.
        called = [c for c in called if not self.held[c].mostly_dates()] or called
        if called:
            best = max(called, key=lambda c: (self.held[c].length, self._sure(c), -c))
            self.give(best, Field.EVENT, self.said(best))
            return
        free = [c for c in range(len(self.held)) if c not in self.given and self.held[c].filled]
        unnamed = [c for c in free if self.names[c] is None and self.held[c].length >= 12]
        column = max(unnamed or free, key=lambda c: self.held[c].length, default=None)
        if column is not None:
            self.give(
                column,
                Field.EVENT,
                "No heading says what happened; this column has the longest text.",
            )

    def place_rest(self) -> None:
        for field in Field:
            for column in self.called(field):
                if field in self.taken:
                    first = self.headings[self.taken[field]]
                    self.keep(column, f"“{first}” is already {CALLED[field]}; kept as it is.")
                else:
                    self.give(column, field, self.said(column))

    def result(self) -> list[Match]:
        kept = Match(None, "The heading is not one that is known; the column is kept as it is.")
        return [self.given.get(column, kept) for column in range(len(self.held))]
