"""Each entry made ready once for every rule that compares entries."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.chronology.agencies_said import Kind, kinds_in, kinds_said, tagged
from goldenthread.chronology.dates import Reading
from goldenthread.chronology.hearing import Hearing, hearings, tellings
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.placed import Placed
from goldenthread.chronology.plain_words import Stems, small
from goldenthread.chronology.spoken_days import spoken_days

_SAID = (Field.VOICE, Field.ACTION, Field.OUTCOME, Field.IMPACT, Field.PLACE, Field.THEME)
_PEOPLE = (Field.PROFESSIONAL, Field.FAMILY_MEMBER, Field.RECORDED_BY)
_LONGEST = 4_000
"""Words of an entry beyond this many letters are not compared: nobody retells so much."""


@dataclass(frozen=True, slots=True)
class Account:
    """One agency’s entry, with what it says in plain small letters and the days it speaks of.

    ``first`` and ``last`` are None where the entry has no date. ``exact`` is true for one certain
    day. ``start`` and ``end`` are the two ends that are certain of a stretch with two ends.
    ``spoken`` are other days that its words name (“on 10/05/08”). ``minutes`` is the time of day.
    ``kinds`` are the kinds of agency it names, in its source too; ``told`` and ``heard`` are what it
    says passed between agencies. ``words`` are stems.
    """

    id: str
    agency: str
    first: date | None
    last: date | None
    exact: bool
    start: date | None
    end: date | None
    minutes: int | None
    said: str
    people: str
    source: str
    fields: dict[str, str]
    words: frozenset[str]
    kinds: frozenset[Kind]
    told: tuple[Hearing, ...]
    heard: tuple[Hearing, ...]
    spoken: tuple[date, ...]

    def has_any(self, some: frozenset[str]) -> bool:
        """Whether it has any of these stems: asked before a slower look at the words."""
        return not self.words.isdisjoint(some)

    @property
    def sure(self) -> date | None:
        """The day, where it is one and certain."""
        return self.first if self.exact else None


def accounts(placed: Iterable[Placed]) -> tuple[Account, ...]:
    """Every entry as an account, in the order given."""
    stems = Stems()
    return tuple(_account(one, stems) for one in placed)


def _account(placed: Placed, stems: Stems) -> Account:
    entry = placed.entry
    of_fields = dict(entry.fields)
    parts = [entry.event, *(of_fields.get(name, "") for name in _SAID), *entry.extra.values()]
    said = small(". ".join(part for part in parts if part))[:_LONGEST]
    people = small("; ".join([of_fields[name] for name in _PEOPLE if name in of_fields]))
    source = small(entry.source)
    first, last = placed.first, placed.last
    read = entry.date
    doubt = bool(read.doubt) if isinstance(read, Reading) else True
    exact = first is not None and first == last and not doubt
    start, end = _ends(read) if isinstance(read, Reading) else (None, None)
    about = last or first
    words = stems.of(f"{said} {people}")
    marked = tagged(said, words)
    return Account(
        id=placed.id,
        agency=placed.agency,
        first=first,
        last=last,
        exact=exact,
        start=start,
        end=end,
        minutes=_minutes(placed.time),
        said=said,
        people=people,
        source=source,
        fields=of_fields,
        words=words,
        kinds=kinds_in(marked) | kinds_said(entry.source),
        told=tellings(marked, words),
        heard=hearings(marked, words),
        spoken=spoken_days(said, about) if about else (),
    )


def _ends(read: Reading) -> tuple[date | None, date | None]:
    """The certain stretch of a reading: “March to 5 June” surely covers 31 March to 5 June.

    A month, a year or an approximate day has none, since no day of it is certain.
    """
    if read.doubt or read.first is None or read.last is None:
        return None, None
    opening, joint, closing = read.edtf.partition("/")
    if not joint:
        return (read.first, read.last) if read.first == read.last else (None, None)
    start = _latest_of(opening, read.first)
    end = read.last if len(closing) == 10 else read.last.replace(day=1)
    if len(closing) < 7:
        end = end.replace(month=1)
    return (start, end) if start <= end else (None, None)


def _latest_of(opening: str, first: date) -> date:
    if len(opening) == 10:
        return first
    if len(opening) < 7:
        return first.replace(month=12, day=31)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _minutes(time: str) -> int | None:
    """Minutes after midnight of “14:30”; None for a part of the day or no time."""
    found = re.fullmatch(r"T?(\d{1,2}):(\d\d)(?::\d\d)?", time)
    return int(found[1]) * 60 + int(found[2]) if found else None
