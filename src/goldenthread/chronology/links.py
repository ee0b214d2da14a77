"""Pairs of accounts that tell one event."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.compared import Compared
from goldenthread.chronology.happenings import Happening
from goldenthread.chronology.meant_days import Meant, meant_days
from goldenthread.chronology.plain_words import WORD, shown_day, stem

NEAR = 1
"""Days by which two accounts of one event may differ where both are sure of their day."""
_MOST_AFTER = 12
"""Entries that one is compared with for one shared key: where more share it, it tells nothing."""
_KEYS = 6
"""Rarest words of an entry by which others are looked for."""
_LEAST_KEY = 0.5
"""What a sort of thing must weigh for others to be looked for by it."""
_ENOUGH = 1.8
_MORE = 0.2
"""What more is needed of entries a day apart."""
_SPOKEN = 0.9
"""What it adds that one entry names, beside its own date, the very day of the other."""
_SAME_DAY = 0.5
_A_DAY = 0.5
"""What each day between the two takes away."""
_SAME_TIME, _OTHER_TIME = 0.5, 0.6
_WORDS, _THINGS = 6, 3
"""Of words and of sorts of thing that two share, the most that count."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts that tell one event; ``day`` is a day that both can mean."""

    one: int
    other: int
    score: float
    day: date
    words: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two accounts have in common."""

    day: date
    apart: int
    words: Sequence[str]
    things: Sequence[Happening]
    told: bool
    same_time: bool


def links(compared: Compared) -> tuple[Link, ...]:
    """Pairs of accounts of different agencies about one event, each with its reason.

    Two accounts are compared only when they share a day, give or take one where the days are sure,
    and on that day a rare word, a sort of thing or a call from one to the other. So the work grows
    with the rows, not with their pairs. An entry’s days are its own, those its words name, and the
    days before it where it tells what it heard.
    """
    days = [meant_days(account) for account in compared.accounts]
    found = (_link(pair, days, compared) for pair in sorted(_candidates(days, compared)))
    return tuple(link for link in found if link)


def _candidates(days: Sequence[Mapping[date, Meant]], compared: Compared) -> set[tuple[int, int]]:
    """Pairs of different agencies that share a key on one day or the next."""
    rarity = compared.rarity
    by_key: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, account in enumerate(compared.accounts):
        if not days[number]:
            continue
        keys = [w for w in rarity.rare(compared.rare[number]) if rarity.times[w] > 1][:_KEYS]
        keys += [_pair(account.agency, other) for other in compared.named[number]]
        keys += [one.name for one, w in compared.happened[number].items() if w >= _LEAST_KEY]
        for day in days[number]:
            ordinal = day.toordinal()
            for key in keys:
                by_key[key].append((ordinal, number))
    agencies = [account.agency for account in compared.accounts]
    shared = (sorted(block) for block in by_key.values() if len(block) > 1)
    return {pair for block in shared for pair in _near_pairs(block, agencies)}


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
    pair: tuple[int, int], days: Sequence[Mapping[date, Meant]], compared: Compared
) -> Link | None:
    one, other = pair
    a, b = compared.accounts[one], compared.accounts[other]
    named, rarity = compared.named, compared.rarity
    apart, cost, day, spoken = _closest(days[one], days[other])
    words: Sequence[str] = list(compared.rare[one] & compared.rare[other])
    if len(words) > 1:
        words = rarity.rare(words)[:_WORDS]
    mine, theirs = compared.happened[one], compared.happened[other]
    things = list(mine.keys() & theirs.keys())
    if len(things) > 1:
        things.sort(key=lambda each: (-mine[each], each.name))
    score = sum(rarity.weights[word] for word in words)
    score += sum(mine[each] for each in things[:_THINGS])
    score += named[one].get(b.agency, 0.0) + named[other].get(a.agency, 0.0)
    score += _SAME_DAY * (apart == 0) + _SPOKEN * (spoken and apart == 0)
    score -= _A_DAY * apart + cost
    score += _clocks(a, b, apart)
    if score < _ENOUGH + _MORE * apart or len(words) + len(things) < _least_shared(apart, cost):
        return None
    told = b.agency in named[one] or a.agency in named[other]
    shared = _Shared(day, apart, words, things, told, same_time=_same_time(a, b))
    return Link(one, other, score, day, tuple(words), _reason(a, b, shared))


def _least_shared(apart: int, cost: float) -> int:
    """How many words and sorts of thing two must share: a call alone proves nothing of another day."""
    return 2 if apart else 1 if cost else 0


def _closest(
    one: Mapping[date, Meant], other: Mapping[date, Meant]
) -> tuple[int, float, date, bool]:
    """Days apart at the nearest, what their doubt costs, the day, and whether words name it."""
    if common := one.keys() & other.keys():
        cost, day = min([(one[day].cost + other[day].cost, day) for day in common])
        return 0, cost, day, one[day].spoken or other[day].spoken
    step = timedelta(days=1)
    beside = [(day, day + way) for day in one for way in (step, -step) if day + way in other]
    cost, day, _ = min(
        ((one[mine].cost + other[theirs].cost, mine, theirs) for mine, theirs in beside),
    )
    return 1, cost, day, False


def _clocks(a: Account, b: Account, apart: int) -> float:
    if a.minutes is None or b.minutes is None or apart:
        return 0.0
    if _same_time(a, b):
        return _SAME_TIME
    return -_OTHER_TIME if abs(a.minutes - b.minutes) > 360 else 0.0


def _same_time(a: Account, b: Account) -> bool:
    return a.minutes is not None and b.minutes is not None and abs(a.minutes - b.minutes) <= 30


def _reason(a: Account, b: Account, shared: _Shared) -> str:
    when = f"Both speak of {shown_day(shared.day)}"
    if shared.apart:
        when += " or the day next to it"
    parts = [when]
    if shared.things:
        parts.append("both tell of " + " and ".join(one.name for one in shared.things[:2]))
    if shared.words:
        words = [_whole(word, a) for word in shared.words[:4]]
        parts.append("both say " + ", ".join(f"“{word}”" for word in words))
    if shared.told:
        parts.append("one says that the other’s agency told it or was told")
    if shared.same_time:
        parts.append("the times of day agree")
    return f"{a.agency} and {b.agency}: " + "; ".join(parts) + "."


def _whole(stemmed: str, account: Account) -> str:
    """The word as the record has it, for a stem."""
    words: list[str] = WORD.findall(f"{account.said} {account.people}")
    return next(word for word in words if stem(word) == stemmed)
