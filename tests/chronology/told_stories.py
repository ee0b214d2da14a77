"""Invented stories told by many agencies, with which rows are accounts of one event."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tests.chronology.made_accounts import merged

from goldenthread.chronology.analysis import analyse

FOLDER = Path(__file__).parent / "stories"


@dataclass(frozen=True)
class Row:
    event: str
    agency: str
    number: int
    date: str
    time: str
    text: str


@dataclass(frozen=True)
class Measured:
    """Pairs of rows of different agencies, and events told by two or more of them."""

    true: frozenset[frozenset[tuple[str, int]]]
    found: frozenset[frozenset[tuple[str, int]]]
    events: dict[str, frozenset[frozenset[tuple[str, int]]]]

    @property
    def precision(self):
        return len(self.true & self.found) / len(self.found)

    @property
    def recall(self):
        return len(self.true & self.found) / len(self.true)

    @property
    def event_recall(self):
        return sum(bool(pairs & self.found) for pairs in self.events.values()) / len(self.events)


def rows(story):
    """The rows of a story; each agency’s own count from 2, as its first stands under the headings."""
    read, numbers = [], defaultdict(lambda: 1)
    for line in (FOLDER / f"{story}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            event, agency, *rest = (part.strip() for part in line.split("|"))
            numbers[agency] += 1
            read.append(Row(event.strip("-"), agency, numbers[agency], *rest))
    return read


def measured(story):
    """How the links of a story that analysis finds compare with the truth."""
    told = rows(story)
    texts = defaultdict(lambda: ["Date|Time|Event"])
    accounts = defaultdict(list)
    for row in told:
        texts[row.agency].append(f"{row.date}|{row.time}|{row.text}")
        if row.event:
            accounts[row.event].append((row.agency, row.number))
    integrated = merged(**{name: "\n".join(lines) for name, lines in texts.items()})
    place = {one.id: (one.agency, one.row) for one in integrated.entries}
    found = _pairs([place[one] for one in event.ids] for event in analyse(integrated).same_events)
    events = {name: _pairs([ids]) for name, ids in accounts.items() if len(ids) > 1}
    return Measured(frozenset().union(*events.values()), found, events)


def _pairs(groups):
    """Pairs of different agencies in each group."""
    return frozenset(
        frozenset(pair)
        for group in groups
        for pair in combinations(group, 2)
        if pair[0][0] != pair[1][0]
    )
