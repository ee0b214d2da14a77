"""“Before the visit on 3 May”: what the words of an entry say of its place among the others."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from goldenthread.chronology.dates import Reading, Refusal, read_date
from goldenthread.chronology.placed import Placed
from goldenthread.chronology.standing import DAY, Standing, start_of
from goldenthread.chronology.stated_orders import Tie

_SAID = re.compile(
    r"\W*(?:(?:sometime|some time|shortly|just|soon|straight|immediately|directly) )?"
    r"(?P<way>before|prior to|ahead of|after|following)"
    r" (?:(?:the|a|an|his|her|their|this|that|our) )?(?P<what>[a-z][a-z’' -]{2,39}?)"
    r"(?: (?:on|of|dated) (?P<when>\d.{3,40}))?(?:$|[.,;:)])",
    re.I,
)
_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|[a-z]{3,9})\b(?:[ ./-](?:\d{4}|\d\d)\b)?", re.I
)
_EARLIER = frozenset(("before", "prior to", "ahead of"))
_SMALL = frozenset(("with", "from", "last", "first", "next", "home", "child", "their", "schoo"))
_LOOKED_AT = 400
"""Letters of an event in which the words of a mention are looked for."""
_MOST = 2_000
"""Mentions of other entries looked into; no real file has so many, and circles among them cost."""
_TOO_MANY = 60
"""Where more entries use the words, no single one of them is meant."""
_MonthDay = tuple[int, int]


@dataclass(slots=True)
class Said:
    """Ties that words make; and, for entries without a date, where words put them."""

    ties: list[Tie] = field(default_factory=list)
    standings: dict[int, Standing] = field(default_factory=dict)
    first: dict[int, date] = field(default_factory=dict)
    last: dict[int, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Mention:
    earlier: bool
    what: str
    when: _MonthDay | None
    year: int | None


def said(entries: Sequence[Placed], standings: dict[int, Standing]) -> Said:
    """The ties told by the date cell or by the first words of an event.

    The other entry is one of that day whose event has a word of those used, in the same file before
    another agency’s. Where more than one could be meant, or none, no tie is made; an entry without
    a date is then bound by the day alone, where the words give it with its year.
    """
    found = Said()
    mentions = {
        index: mention
        for index, one in enumerate(entries)
        if (mention := _mention(one)) is not None
    }
    if not mentions:
        return found
    anchors = _Anchors(entries, {mention.when for mention in mentions.values()})
    for index, mention in islice(mentions.items(), _MOST):
        one = entries[index]
        anchor = anchors.meant(index, mention)
        if anchor is not None:
            reason = _reason(one, mention, entries[anchor])
            pair = (index, anchor) if mention.earlier else (anchor, index)
            found.ties.append(Tie(*pair, reason))
        if index not in standings:
            _bind(found, index, mention, entries[anchor].first if anchor is not None else None)
    return found


def _mention(one: Placed) -> _Mention | None:
    read = one.entry.date
    if isinstance(read, Refusal) and (match := _SAID.match(read.text)):
        return _made(match)
    match = _SAID.match(one.entry.event[:120])
    # Words alone (“after the visit mother said …”) name no certain other entry.
    return _made(match) if match and match["when"] else None


def _made(match: re.Match[str]) -> _Mention | None:
    earlier = match["way"].lower() in _EARLIER
    if not match["when"]:
        return _Mention(earlier, match["what"], None, None)
    day = _DAY.match(match["when"])
    read = read_date(day[0]) if day else None
    if not isinstance(read, Reading):
        return None
    if read.first is not None and read.first == read.last:
        return _Mention(earlier, match["what"], (read.first.month, read.first.day), read.first.year)
    partial = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", read.edtf)
    when = (int(partial[1]), int(partial[2])) if partial else None
    return _Mention(earlier, match["what"], when, None) if when else None


class _Anchors:
    """Entries of one certain day, by day (whatever the year) or file and by the words they use."""

    def __init__(self, entries: Sequence[Placed], days: set[_MonthDay | None]) -> None:
        self.entries = entries
        self.using: defaultdict[tuple[Hashable, str], list[int]] = defaultdict(list)
        for index, one in enumerate(entries):
            if one.first is None or one.first != one.last:
                continue
            day = (one.first.month, one.first.day)
            keys: list[Hashable] = [day] if day in days else []
            keys += [(one.agency, one.digest)] if None in days else []
            for word in _words(one.entry.event[:_LOOKED_AT]) if keys else ():
                for key in keys:
                    self.using[key, word].append(index)

    def meant(self, index: int, mention: _Mention) -> int | None:
        """The one entry that a mention can mean, in its own file before others."""
        one = self.entries[index]
        place: Hashable = mention.when or (one.agency, one.digest)
        words = _words(mention.what)
        lists = [self.using.get((place, word), []) for word in words - _SMALL or words]
        if sum(map(len, lists)) > _TOO_MANY:
            return None
        year = mention.year or (one.first.year if one.first else None)
        fitting = [
            other
            for other in dict.fromkeys(other for found in lists for other in found)
            if other != index and year in (None, _year(self.entries[other]))
        ]
        own = [
            other
            for other in fitting
            if (self.entries[other].agency, self.entries[other].digest) == (one.agency, one.digest)
        ]
        best = own or fitting
        return best[0] if len(best) == 1 else None


def _words(text: str) -> set[str]:
    """Words of four letters or more by their beginnings, so that “visited” meets “visit”."""
    return {word[:5] for word in re.findall(r"[a-z]{4,}", text.casefold())}


def _year(one: Placed) -> int | None:
    return one.first.year if one.first else None


def _reason(one: Placed, mention: _Mention, anchor: Placed) -> str:
    way = "before" if mention.earlier else "after"
    return (
        f"{one.agency}: row {one.row} says that it came {way} “{mention.what}” "
        f"({anchor.agency}, row {anchor.row}), but other dates and orders say otherwise."
    )


def _bind(found: Said, index: int, mention: _Mention, day: date | None) -> None:
    """Where an entry without a date stands: at the only day that its words give."""
    if day is None and mention.when and mention.year:
        day = date(mention.year, *mention.when)
    if day is None:
        return
    start = start_of(day)
    if mention.earlier:
        found.standings[index] = Standing(0, start + DAY - 1, doubtful=True)
        found.last[index] = day
    else:
        found.standings[index] = Standing(start, start + DAY - 1, doubtful=True)
        found.first[index] = day
