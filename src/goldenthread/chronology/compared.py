"""Accounts made ready to be compared with one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.agencies_named import Agencies, agencies
from goldenthread.chronology.rarity import Rarity

_HEARD, _MENTIONED = 0.9, 0.4
"""What it adds that an entry says it told or heard from the other’s agency, or only names it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The accounts, with what is needed to compare any two of them.

    ``named`` has, for each account, the other agencies it names and how much that says of a link.
    """

    accounts: Sequence[Account]
    known: Agencies
    rarity: Rarity
    named: Sequence[Mapping[str, float]]


def compare(accounts: Sequence[Account]) -> Compared:
    """Make accounts ready: the agencies among them, and how rare each word is."""
    known = agencies(accounts)
    named = [_named_by(account, known) for account in accounts]
    return Compared(accounts, known, Rarity.of(accounts, known), named)


def _named_by(account: Account, known: Agencies) -> dict[str, float]:
    """Other agencies an entry names, and how much that says: most where it told or heard them."""
    named = dict.fromkeys(known.named(account.words, account.kinds), _MENTIONED)
    if account.kinds:
        kinds = {kind for one in (*account.told, *account.heard) for kind in one.kinds}
        named.update(dict.fromkeys(known.named((), kinds), _HEARD))
    named.pop(account.agency, None)
    return named
