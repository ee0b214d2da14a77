"""The same event told by several agencies: linked, never made one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.links import NEAR, Link

_SURE = 6.0
"""An agency rarely tells one event twice, so two of its entries are joined only by so sure a link."""


@dataclass(frozen=True, slots=True)
class SameEvent:
    """Entries of different agencies about one event, and why they are thought to be."""

    ids: tuple[str, ...]
    reason: str


def same_events(links: Iterable[Link], accounts: Sequence[Account]) -> tuple[SameEvent, ...]:
    """The groups of entries that links make, each in the order of the entries.

    The surest links are taken first, and a group never grows past entries that can all mean one
    day or the days next to it: so a chain of retellings does not join two events.
    """
    group_of: dict[int, _Group] = {}
    for link in sorted(links, key=lambda one: (-one.score, one.one, one.other)):
        one = group_of.get(link.one) or _Group({link.one}, {link.day})
        other = group_of.get(link.other) or _Group({link.other}, {link.day})
        if one is other or not _near(one.days, other.days):
            continue
        if link.score < _SURE and not _agencies(one, accounts).isdisjoint(
            _agencies(other, accounts)
        ):
            continue
        joined = _Group(one.of | other.of, one.days | other.days, [*one.links, *other.links, link])
        group_of.update(dict.fromkeys(joined.of, joined))
    groups = {id(group): group for group in group_of.values()}
    found = [_event(group, accounts) for group in groups.values()]
    place = {account.id: number for number, account in enumerate(accounts)}
    return tuple(sorted(found, key=lambda event: place[event.ids[0]]))


def within(
    events: Iterable[SameEvent], links: Iterable[Link], accounts: Sequence[Account]
) -> tuple[Link, ...]:
    """The links whose two entries are in one group: only these are of one event after all."""
    event_of = {one: number for number, event in enumerate(events) for one in event.ids}
    return tuple(
        link
        for link in links
        if accounts[link.one].id in event_of
        and event_of[accounts[link.one].id] == event_of.get(accounts[link.other].id)
    )


@dataclass(slots=True)
class _Group:
    of: set[int]
    days: set[date]
    links: list[Link] = field(default_factory=list)


def _agencies(group: _Group, accounts: Sequence[Account]) -> set[str]:
    return {accounts[one].agency for one in group.of}


def _near(one: set[date], other: set[date]) -> bool:
    return (max(one | other) - min(one | other)).days <= 2 * NEAR


def _event(group: _Group, accounts: Sequence[Account]) -> SameEvent:
    best = max(group.links, key=lambda link: link.score)
    more = "" if len(group.of) == 2 else f" {len(group.of)} entries are linked through one another."
    return SameEvent(tuple(accounts[one].id for one in sorted(group.of)), best.reason + more)
