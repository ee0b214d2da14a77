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
"""Entries that a small merge is weighed as having more, so that none of its things seems usual."""
_SELDOM = 80
"""Where an agency tells of a thing on fewer than one day in so many, it has all its weight."""
_SPARSEST = 0.1
"""Entries a day of an agency that writes seldom: fewer are too few to count on."""
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
    return Compared(accounts, known, rarity, named, rare, _happened(accounts, len(known.names)))


def _happened(accounts: Sequence[Account], agencies: int) -> list[dict[Happening, float]]:
    """What each tells of; it weighs less the likelier two agencies tell of it on one day by chance."""
    found = [happenings(account.words) for account in accounts]
    times = Counter(one for of_one in found for one in of_one)
    days = [account.first.toordinal() for account in accounts if account.first]
    span = max(days, default=0) - min(days, default=0) + 1
    a_day = min(max(len(days) / (span * max(agencies, 1)), _SPARSEST), 1.0)
    weights = {}
    for one, number in times.items():
        by_chance = a_day * number / (len(accounts) + _PRIOR)
        weights[one] = one.weight * min(1.0, math.log(1 / by_chance) / math.log(_SELDOM))
    return [{one: weights[one] for one in of_one} for of_one in found]


def _named_by(account: Account, known: Agencies) -> dict[str, float]:
    """Other agencies an entry names, and how much that says: most where it told or heard them."""
    named = dict.fromkeys(known.named(account.words, account.kinds), _MENTIONED)
    if account.kinds:
        kinds = {kind for one in (*account.told, *account.heard) for kind in one.kinds}
        named.update(dict.fromkeys(known.named((), kinds), _HEARD))
    named.pop(account.agency, None)
    return named
