"""Pairs of accounts that tell one event."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.compared import Compared
from goldenthread.chronology.plain_words import WORD, shown_day, stem

NEAR = 1
"""Days by which two accounts of one event may differ where both are sure of their day."""
_WIDEST = 7
"""An entry that covers more days than this tells of a time, not of an event."""
_MOST_AFTER = 12
"""Entries that one is compared with for one shared word: where more share it, it tells nothing."""
_KEYS = 6
"""Rarest words of an entry by which others are looked for."""
_ENOUGH = 1.8
_SPOKEN = 0.9
"""What it adds that one entry names, beside its own date, the very day of the other."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts that tell one event; ``day`` is a day that both can mean."""

    one: int
    other: int
    score: float
    day: date
    words: tuple[str, ...]
    reason: str


def links(compared: Compared) -> tuple[Link, ...]:
    """Pairs of accounts of different agencies about one event, each with its reason.

    Two accounts are compared only when they share a day, give or take one where the days are sure,
    and on that day a rare word or a call from one to the other. So the work grows with the rows,
    not with their pairs. An entry’s days are its own and those its words name.
    """
    days = [_days(account) for account in compared.accounts]
    found = (_link(pair, days, compared) for pair in sorted(_candidates(days, compared)))
    return tuple(link for link in found if link)


def _days(account: Account) -> dict[date, bool]:
    """The days an account can mean, each with whether its words name it beside its own date."""
    days: dict[date, bool] = {}
    if account.first and account.last and (account.last - account.first).days < _WIDEST:
        length = (account.last - account.first).days
        days = {account.first + timedelta(days=more): False for more in range(length + 1)}
    days.update(dict.fromkeys(account.spoken, True))
    return days


def _candidates(days: Sequence[Mapping[date, bool]], compared: Compared) -> set[tuple[int, int]]:
    """Pairs of different agencies that share a key on one day or the next."""
    rarity = compared.rarity
    by_key: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, account in enumerate(compared.accounts):
        if not days[number]:
            continue
        keys = [word for word in rarity.rare(account.words) if rarity.times[word] > 1][:_KEYS]
        keys += [_pair(account.agency, other) for other in compared.named[number]]
        for day in {day.toordinal() for day in days[number]}:
            for key in keys:
                by_key[key].append((day, number))
    agencies = [account.agency for account in compared.accounts]
    return {pair for block in by_key.values() for pair in _near_pairs(sorted(block), agencies)}


def _near_pairs(
    block: Sequence[tuple[int, int]], agencies: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Pairs in a block sorted by day; each entry is paired with the next few only."""
    for place, (day, number) in enumerate(block):
        for later, other in block[place + 1 : place + _MOST_AFTER]:
            if later - day > NEAR:
                break
            if agencies[number] != agencies[other]:
                yield min(number, other), max(number, other)


def _pair(one: str, other: str) -> str:
    return "\n".join(sorted((one, other)))


def _link(
    pair: tuple[int, int], days: Sequence[Mapping[date, bool]], compared: Compared
) -> Link | None:
    one, other = pair
    a, b = compared.accounts[one], compared.accounts[other]
    named, rarity = compared.named, compared.rarity
    apart, day, spoken = _closest(days[one], days[other])
    shared = rarity.rare(a.words & b.words)
    score = rarity.shared(shared)
    score += named[one].get(b.agency, 0.0) + named[other].get(a.agency, 0.0)
    score += 0.5 * _same_time(a, b) + _SPOKEN * (spoken and apart == 0) - 0.4 * apart
    if score < _ENOUGH or (apart and len(shared) < 2):
        return None
    reason = _reason(
        a,
        b,
        day,
        shared=shared,
        apart=apart,
        told=b.agency in named[one] or a.agency in named[other],
    )
    return Link(one, other, score, day, tuple(shared), reason)


def _closest(one: Mapping[date, bool], other: Mapping[date, bool]) -> tuple[int, date, bool]:
    """Days apart at the nearest, the day, and whether either names it beside its own date."""
    return min(
        (
            abs((mine - theirs).days),
            mine,
            one[mine] or other[theirs],
        )
        for mine in one
        for theirs in other
    )


def _same_time(a: Account, b: Account) -> bool:
    return a.minutes is not None and b.minutes is not None and abs(a.minutes - b.minutes) <= 30


def _reason(
    a: Account, b: Account, day: date, *, shared: Sequence[str], apart: int, told: bool
) -> str:
    when = f"Both speak of {shown_day(day)}"
    if apart:
        when = f"Both speak of {shown_day(day)} or the day next to it"
    parts = [when]
    if shared:
        words = [_whole(word, a) for word in shared[:4]]
        parts.append("both say " + ", ".join(f"“{word}”" for word in words))
    if told:
        parts.append("one says that the other’s agency told it or was told")
    if _same_time(a, b):
        parts.append("the times of day agree")
    return f"{a.agency} and {b.agency}: " + "; ".join(parts) + "."


def _whole(stemmed: str, account: Account) -> str:
    """The word as the record has it, for a stem."""
    words: list[str] = WORD.findall(f"{account.said} {account.people}")
    return next(word for word in words if stem(word) == stemmed)
