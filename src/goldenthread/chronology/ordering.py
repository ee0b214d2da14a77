"""The order of a merge: dates, each agency’s own order and what entries say of one another."""

import heapq
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from goldenthread.chronology.order import UNDATED, Key, key_of
from goldenthread.chronology.placed import Contradiction, Placed
from goldenthread.chronology.said_before import said
from goldenthread.chronology.standing import Standing, standing
from goldenthread.chronology.stated_orders import Tie, ties


def in_order(entries: Sequence[Placed]) -> tuple[list[Placed], list[Contradiction]]:
    """Entries in honest order, and the orders that cannot all hold.

    An entry stands at its latest minute, or at that of an entry it is said to come before. Of two
    that stand alike the certain comes first, then the narrower, then by agency and its own order.
    Takes n log n steps.
    """
    entries = sorted(entries, key=lambda one: (one.agency, one.position, one.id))
    standings = {
        index: found
        for index, one in enumerate(entries)
        if (found := standing(one.entry.date)) is not None
    }
    spoken = said(entries, standings)
    standings |= spoken.standings
    solving = _Solving(
        entries=entries,
        standings=[standings.get(index, UNDATED) for index in range(len(entries))],
    )
    solving.take([*spoken.ties, *ties(entries, standings)])
    solving.tighten(solving.walk(list(range(len(entries)))))
    placed = [
        replace(entries[i], first=spoken.first.get(i), last=spoken.last.get(i))
        if i in spoken.standings
        else entries[i]
        for i in solving.walk(solving.ranks())
    ]
    return placed, sorted(solving.contradictions, key=lambda one: (one.ids, one.reason))


@dataclass(slots=True)
class _Solving:
    """Ties between entries, loosened where they cannot hold."""

    entries: Sequence[Placed]
    standings: list[Standing]
    later: list[list[Tie]] = field(default_factory=list)
    earlier: list[list[Tie]] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)

    def take(self, stated: Sequence[Tie]) -> None:
        self.later = [[] for _ in self.entries]
        self.earlier = [[] for _ in self.entries]
        for tie in dict.fromkeys(stated):
            self.later[tie.before].append(tie)
            self.earlier[tie.after].append(tie)

    def walk(self, rank: Sequence[int]) -> list[int]:
        """All entries, none before one it is tied behind, else by rank; circles are opened."""
        waiting = [len(before) for before in self.earlier]
        ready = [(rank[i], i) for i, count in enumerate(waiting) if not count]
        heapq.heapify(ready)
        left = deque(sorted((i for i, n in enumerate(waiting) if n), key=rank.__getitem__))
        done = [False] * len(self.entries)
        order: list[int] = []
        while True:
            while ready:
                _, index = heapq.heappop(ready)
                done[index] = True
                order.append(index)
                self._release(self.later[index], waiting, ready, rank)
            while left and done[left[0]]:
                left.popleft()
            if not left:
                return order
            self._release([self._open_circle(left[0], done)], waiting, ready, rank)

    def _release(
        self,
        gone: Sequence[Tie],
        waiting: list[int],
        ready: list[tuple[int, int]],
        rank: Sequence[int],
    ) -> None:
        for tie in gone:
            waiting[tie.after] -= 1
            if not waiting[tie.after]:
                heapq.heappush(ready, (rank[tie.after], tie.after))

    def _open_circle(self, start: int, done: Sequence[bool]) -> Tie:
        """Take away one tie of a circle that leads to an entry: mere row order gives way first."""
        path: dict[int, Tie] = {}
        index = start
        while index not in path:
            path[index] = next(tie for tie in self.earlier[index] if not done[tie.before])
            index = path[index].before
        circle = [path[index]]
        while circle[-1].before != index:
            circle.append(path[circle[-1].before])
        weakest = min(circle, key=lambda tie: (bool(tie.reason), tie.before, tie.after))
        if weakest.reason:
            reasons = dict.fromkeys(tie.reason for tie in circle)
            together = "These orders cannot all hold. " + " ".join(reasons)
            self._report(sorted({tie.before for tie in circle}), together)
        self._drop(weakest)
        return weakest

    def _drop(self, tie: Tie) -> None:
        self.later[tie.before].remove(tie)
        self.earlier[tie.after].remove(tie)

    def _report(self, indexes: Sequence[int], reason: str) -> None:
        ids = tuple(self.entries[index].id for index in indexes)
        self.contradictions.append(Contradiction(ids, reason))

    def tighten(self, order: Sequence[int]) -> None:
        """Bring every entry before what it is tied to come before, where its own date allows it."""
        for index in reversed(order):
            for tie in tuple(self.later[index]):
                own, other = self.standings[index], self.standings[tie.after]
                if other.latest < own.earliest:
                    self._drop(tie)
                    if tie.reason:
                        self._report((tie.before, tie.after), tie.reason)
                elif other.latest < own.latest:
                    self.standings[index] = replace(own, latest=other.latest)

    def ranks(self) -> list[int]:
        """For each entry how many stand before it if nothing were tied."""

        def key(index: int) -> tuple[Key, int]:
            # Entries are listed by agency and its own order already.
            return key_of(self.standings[index], until=self.entries[index].last), index

        rank = [0] * len(self.entries)
        for place, index in enumerate(sorted(range(len(rank)), key=key)):
            rank[index] = place
        return rank
