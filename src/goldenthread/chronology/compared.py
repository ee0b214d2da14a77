"""Accounts made ready to be compared with one another."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.agencies_named import Agencies, agencies
from goldenthread.chronology.happenings import Happening, happenings
from goldenthread.chronology.rarity import Rarity

_PRIOR = 12
"""A sort of thing that less than one entry in so many tells of has all its weight."""
_HEARD, _MENTIONED = 0.9, 0.4
"""What it adds that an entry says it told or heard from the other’s agency, or only names it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The accounts, with what is needed to compare any two of them.

    Each of the others has one thing for each account. ``named``: the other agencies it names, and
    how much that says of a link. ``rare``: its words that are rare. ``happened``: what sort of thing
    it tells of, and how much that says.
    """

    accounts: Sequence[Account]
    known: Agencies
    rarity: Rarity
    named: Sequence[Mapping[str, float]]
    rare: Sequence[frozenset[str]]
    happened: Sequence[Mapping[Happening, float]]


def compare(accounts: Sequence[Account]) -> Compared:
    """Make accounts ready: the agencies among them, and how rare each word is."""
    known = agencies(accounts)
    named = [_named_by(account, known) for account in accounts]
    rarity = Rarity.of(accounts, known)
    telling = rarity.weights.keys()
    rare = [frozenset(telling & account.words) for account in accounts]
    return Compared(accounts, known, rarity, named, rare, _happened(accounts))


def _happened(accounts: Sequence[Account]) -> list[dict[Happening, float]]:
    """What each tells of; what many entries of this chronology tell of weighs less."""
    found = [happenings(account.words) for account in accounts]
    times = Counter(one for of_one in found for one in of_one)
    weights = {
        one: one.weight * min(1.0, math.log((len(accounts) + _PRIOR) / number) / math.log(_PRIOR))
        for one, number in times.items()
    }
    return [{one: weights[one] for one in of_one} for of_one in found]


def _named_by(account: Account, known: Agencies) -> dict[str, float]:
    """Other agencies an entry names, and how much that says: most where it told or heard them."""
    named = dict.fromkeys(known.named(account.words, account.kinds), _MENTIONED)
    if account.kinds:
        kinds = {kind for one in (*account.told, *account.heard) for kind in one.kinds}
        named.update(dict.fromkeys(known.named((), kinds), _HEARD))
    named.pop(account.agency, None)
    return named
