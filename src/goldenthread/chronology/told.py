"""Told but not heard: one agency’s record says another was told, and the other’s does not."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.agencies_named import Agencies
from goldenthread.chronology.agencies_said import kinds_said
from goldenthread.chronology.compared import Compared
from goldenthread.chronology.hearing import Hearing
from goldenthread.chronology.links import Link
from goldenthread.chronology.plain_words import shortened, shown_day

WITHIN = 7
"""Days in which the other agency’s entry is looked for: a letter takes that long to be filed."""
SOONER = 14
"""Days in which a sender’s entry is looked for before the day its letter was heard of."""
BEFORE = 1
"""Days before: an agency may date its entry to the event it was told of."""
_WIDEST = 31
_SHARED = 1.2


@dataclass(frozen=True, slots=True)
class Untold:
    """Something said to have passed between two agencies that only one of them has recorded.

    ``id`` is the entry that says so. ``told_agency`` is the agency that has no such entry; with
    ``reverse`` it is the one said to have done the telling.
    """

    id: str
    told_agency: str
    reason: str
    reverse: bool = False


def untold(compared: Compared, *, links: Iterable[Link] = ()) -> tuple[Untold, ...]:
    """What was told and not heard, and what was heard and not told.

    A telling is heard when an entry of the other agency, from a day before to seven days after
    (wider where a date is doubtful), is linked to it, names the teller or shares rare words. Where
    a name could mean several agencies, it is a finding only if none of them has an entry. Agencies
    that sent no chronology are never found wanting.
    """
    diary = _Diary.of(compared, links)
    found: list[Untold] = []
    for number, account in enumerate(compared.accounts):
        if account.first is None or account.last is None or not compared.named[number]:
            continue
        if (account.last - account.first).days > _WIDEST:
            continue
        for reverse, words in ((False, account.told), (True, account.heard)):
            found += _of_one(number, words, reverse=reverse, diary=diary)
    return tuple(found)


@dataclass(slots=True)
class _Diary:
    """Each agency’s entries by first day, and those of them that name another agency."""

    compared: Compared
    days: dict[str, list[tuple[date, int]]]
    naming: dict[tuple[str, str], list[tuple[date, int]]]
    linked: dict[int, set[int]]

    @classmethod
    def of(cls, compared: Compared, links: Iterable[Link]) -> "_Diary":
        days: defaultdict[str, list[tuple[date, int]]] = defaultdict(list)
        naming: defaultdict[tuple[str, str], list[tuple[date, int]]] = defaultdict(list)
        linked: defaultdict[int, set[int]] = defaultdict(set)
        for number, account in enumerate(compared.accounts):
            if not account.first:
                continue
            days[account.agency].append((account.first, number))
            for other in compared.named[number]:
                naming[account.agency, other].append((account.first, number))
        for entries in (*days.values(), *naming.values()):
            entries.sort()
        for link in links:
            linked[link.one].add(link.other)
            linked[link.other].add(link.one)
        return cls(compared, dict(days), dict(naming), dict(linked))

    def has(self, agency: str, number: int, *, first: date, last: date) -> bool:
        """Whether an agency has an entry in these days that answers an entry of another."""
        own = self.compared.accounts[number].agency
        naming = self.naming.get((agency, own), ())
        if next(self._within(naming, first=first, last=last), None) is not None:
            return True
        others = self._within(self.days.get(agency, ()), first=first, last=last)
        return any(self._answers(other, number) for other in others)

    def _within(
        self, entries: Sequence[tuple[date, int]], *, first: date, last: date
    ) -> Iterator[int]:
        """Those of the entries that can lie in these days."""
        start = bisect_left(entries, (first - timedelta(days=_WIDEST), -1))
        end = bisect_right(entries, (last, len(self.compared.accounts)))
        for _, other in entries[start:end]:
            if (self.compared.accounts[other].last or last) >= first:
                yield other

    def later(self, agency: str, number: int) -> str:
        """The day of an entry linked to this one though it lies outside the days looked at."""
        others = [self.compared.accounts[other] for other in sorted(self.linked.get(number, ()))]
        day = next((one.first for one in others if one.agency == agency and one.first), None)
        return f" An entry of {shown_day(day)} speaks of it." if day else ""

    def _answers(self, other: int, number: int) -> bool:
        mine, theirs = self.compared.accounts[number], self.compared.accounts[other]
        if other in self.linked.get(number, ()):
            return True
        if theirs.people and kinds_said(theirs.people) & self.compared.known.kinds[mine.agency]:
            return True
        shared = self.compared.rare[number] & self.compared.rare[other]
        return len(shared) > 1 and self.compared.rarity.shared(shared) >= _SHARED


def _of_one(
    number: int, words: Sequence[Hearing], *, reverse: bool, diary: _Diary
) -> Iterable[Untold]:
    account = diary.compared.accounts[number]
    first, last = account.first or date.min, account.last or date.max
    if reverse:
        window = first - timedelta(days=SOONER), last + timedelta(days=BEFORE)
    else:
        window = first - timedelta(days=BEFORE), last + timedelta(days=WITHIN)
    done: set[str] = set()
    for heard in words:
        for meant in _meant(heard, account, diary.compared.known):
            if done.isdisjoint(meant) and not any(
                diary.has(agency, number, first=window[0], last=window[1]) for agency in meant
            ):
                for agency in meant:
                    reason = _reason(account, agency, heard, reverse=reverse)
                    reason += diary.later(agency, number)
                    yield Untold(account.id, agency, reason, reverse)
            done.update(meant)


def _meant(heard: Hearing, account: Account, known: Agencies) -> list[tuple[str, ...]]:
    """The agencies each kind named can mean; none where it can mean the writer’s own."""
    own = known.kinds[account.agency]
    groups = [
        known.by_kind[kind]
        for kind in sorted(heard.kinds)
        if kind in known.by_kind and kind not in own
    ]
    return [group for group in groups if account.agency not in group]


def _reason(account: Account, agency: str, heard: Hearing, *, reverse: bool) -> str:
    when = shown_day(account.first or date.min)
    said = f"On {when} {account.agency} records “{shortened(heard.words)}”"
    if reverse:
        return (
            f"{said}, but {agency} has no entry about it from {SOONER} days before to a day after."
        )
    return f"{said}, but {agency} has no entry about it from a day before to {WITHIN} days after."
