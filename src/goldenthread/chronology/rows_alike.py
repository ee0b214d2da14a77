"""How much two rows say the same, in bounded time; and which of many keep their order."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+")
_MOST_WORDS = 250
"""Words of a text beyond these are not compared one by one."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, at most 250."""
    return tuple(_WORD.findall(text.casefold())[:_MOST_WORDS])


def alike(one: Sequence[str], other: Sequence[str], *, at_least: float) -> float:
    """The share of words that two texts have in the same order, from 0 to 1.

    Returns 0 without comparing further where no order of their words could reach ``at_least``.
    """
    total = len(one) + len(other)
    if not total or 2 * min(len(one), len(other)) < at_least * total:
        return 0.0
    shared = (Counter(one) & Counter(other)).total()
    if 2 * shared < at_least * total:
        return 0.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio if ratio >= at_least else 0.0


def rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising run among different numbers, in n log n steps."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    run = set()
    place = places[-1] if places else -1
    while place >= 0:
        run.add(place)
        place = before[place]
    return run
