"""Which row of a former file became which row of the revised one."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from goldenthread.chronology.dates import Reading
from goldenthread.chronology.entries import Entry
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.rows_alike import alike, words_of

_ON_ONE_DAY = 0.4
_ON_ANOTHER_DAY = 0.6
"""Share of words in common from which a row is thought to be a former one, reworded."""
_TELLS = 30
"""Letters from which the words of an event alone show which row it was."""
_NEAREST = 12
"""Rows compared word by word with one row, whatever the size of the files."""
_RAREST = 6


def values(entry: Entry) -> dict[str, str]:
    """The words of a row by what they are: date, time, event, source, then other columns."""
    own = {
        Field.DATE.value: entry.date.text,
        Field.TIME.value: entry.time_text,
        Field.EVENT.value: entry.event,
        Field.SOURCE.value: entry.source,
    }
    return {**own, **entry.fields, **{f"{name}\0": text for name, text in entry.extra.items()}}


def matched(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """Indexes of former rows to those of revised ones; each at most once.

    First rows with the same words; then, among those left, of one day with like words, with the
    same telling words on another day, with like words on another day; and last, where exactly one
    row is left on both sides between two that were found, the two of one day.
    """
    work = _Matching(old, new)
    work.pair_by(_whole)
    work.pair_alike(_day, at_least=_ON_ONE_DAY)
    work.pair_by(_telling)
    work.pair_by_rare_words()
    work.pair_between()
    return work.found


def _whole(entry: Entry) -> Hashable:
    # Numbers shift when a row is put in; they show nothing about which row it is.
    of_row = values(entry)
    of_row.pop(Field.NUMBER.value, None)
    return tuple(sorted((name, " ".join(text.split())) for name, text in of_row.items() if text))


def _day(entry: Entry) -> Hashable:
    read = entry.date
    if isinstance(read, Reading) and (read.first or read.last):
        return read.first, read.last
    return read.text


def _telling(entry: Entry) -> Hashable:
    text = " ".join(entry.event.casefold().split())
    return text if len(text) >= _TELLS else None


def _said(entry: Entry) -> tuple[str, ...]:
    return words_of(f"{entry.event} {entry.source}")


@dataclass(slots=True)
class _Matching:
    """Pairs rows in turn; what is paired once is not looked at again."""

    old: Sequence[Entry]
    new: Sequence[Entry]
    found: dict[int, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    _words: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def pair(self, before: int, after: int) -> None:
        self.found[before] = after
        self.taken.add(after)

    def left(self) -> tuple[list[int], list[int]]:
        """Rows of both sides that are not paired yet."""
        return (
            [index for index in range(len(self.old)) if index not in self.found],
            [index for index in range(len(self.new)) if index not in self.taken],
        )

    def by_key(self, key: Callable[[Entry], Hashable]) -> list[tuple[list[int], list[int]]]:
        """Rows left on both sides that have the same key; None is no key."""
        before, after = self.left()
        groups: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for index in before:
            groups[key(self.old[index])][0].append(index)
        for index in after:
            groups[key(self.new[index])][1].append(index)
        groups.pop(None, None)
        return [group for group in groups.values() if group[0] and group[1]]

    def pair_by(self, key: Callable[[Entry], Hashable]) -> None:
        for before, after in self.by_key(key):
            for pair in zip(before, after, strict=False):
                self.pair(*pair)

    def pair_alike(self, key: Callable[[Entry], Hashable], *, at_least: float) -> None:
        for before, after in self.by_key(key):
            near = {}
            for place, index in enumerate(before):
                # Many rows of one key: those that stand about as far down are looked at.
                middle = place * len(after) // len(before)
                near[index] = after[max(0, middle - _NEAREST // 2) : middle + _NEAREST]
            self.pair_best(near, at_least=at_least)

    def pair_by_rare_words(self) -> None:
        """Rows of different days that share words few other rows have."""
        before, after = self.left()
        having: defaultdict[str, list[int]] = defaultdict(list)
        for index in after:
            for word in set(self.words(index, new=True)):
                having[word].append(index)
        near = {}
        for index in before:
            weights: defaultdict[int, float] = defaultdict(float)
            words = [word for word in set(self.words(index, new=False)) if word in having]
            for word in sorted(words, key=lambda word: (len(having[word]), word))[:_RAREST]:
                for other in having[word][:_NEAREST]:
                    weights[other] += 1 / len(having[word])
            near[index] = heapq.nsmallest(_NEAREST, weights, key=lambda o: (-weights[o], o))
        self.pair_best(near, at_least=_ON_ANOTHER_DAY)

    def pair_best(self, near: dict[int, list[int]], *, at_least: float) -> None:
        """Pair the most alike first."""
        scores = [
            (-score, before, after)
            for before, others in near.items()
            for after in others
            if (score := self.score(before, after, at_least))
        ]
        heapq.heapify(scores)
        while scores:
            _, before, after = heapq.heappop(scores)
            if before not in self.found and after not in self.taken:
                self.pair(before, after)

    def score(self, before: int, after: int, at_least: float) -> float:
        return alike(self.words(before, new=False), self.words(after, new=True), at_least=at_least)

    def words(self, index: int, *, new: bool) -> tuple[str, ...]:
        key = ~index if new else index
        if key not in self._words:
            self._words[key] = _said((self.new if new else self.old)[index])
        return self._words[key]

    def pair_between(self) -> None:
        """One row alone on both sides between the same neighbours: rewritten, of one day."""
        for index in self.left()[0]:
            above = self.found.get(index - 1, -1) if index else -1
            below = self.found.get(index + 1, len(self.new))
            alone = index + 1 == len(self.old) or index + 1 in self.found
            if (
                alone
                and (index == 0 or above >= 0)
                and below - above == 2
                and above + 1 not in self.taken
                and _day(self.old[index]) == _day(self.new[above + 1])
            ):
                self.pair(index, above + 1)
