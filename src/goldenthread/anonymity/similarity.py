"""How alike two words are: slips of the finger, and sounding the same."""

import re


def distance(one: str, other: str, *, most: int) -> int:
    """Edits between two words: letters added, left out, changed, or two neighbours swapped.

    Stops counting above ``most`` and returns ``most + 1``.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        following = [i]
        for j, right in enumerate(other, 1):
            best = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, before[j - 2] + 1)
            following.append(best)
        if min(following) > most:
            return most + 1
        before, row = row, following
    return row[-1]


def shortened(word: str, *, most: int) -> set[str]:
    """The word with up to ``most`` letters left out: two words one slip apart share one of these."""
    found = {word}
    edge = {word}
    for _ in range(most):
        edge = {w[:i] + w[i + 1 :] for w in edge for i in range(len(w))}
        found |= edge
    return found


_SOUNDS = (
    (re.compile(r"(?:eigh|ey|ie|ee|ea|i|y|ei)$"), "y"),
    (re.compile(r"eigh|ay|ai|ae|ei"), "a"),
    (re.compile(r"ough|augh"), "o"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"^(?:kn|gn)"), "n"),
    (re.compile(r"^wr"), "r"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"sch|sh|ch"), "x"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"z"), "s"),
    (re.compile(r"gh"), ""),
    (re.compile(r"th"), "t"),
    (re.compile(r"(?<=.)h"), ""),
    (re.compile(r"mac|mc"), "mk"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=.)e(?=[lnrs]$)"), ""),
    (re.compile(r"(?<=.)e$"), ""),
    (re.compile(r"ea|ee|ie|y(?=.)"), "i"),
    (re.compile(r"oo|ou|ow|oa"), "o"),
)


def sound(word: str) -> str:
    """A key that words pronounced alike share: kayleigh and caylee, stephens and stevens differ."""
    key = word
    for pattern, plain in _SOUNDS:
        key = pattern.sub(plain, key)
    return key
