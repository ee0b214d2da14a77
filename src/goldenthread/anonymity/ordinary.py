"""Ordinary English words: never taken for a misspelt name, and doubted when they are listed as one.

Stems only; plain endings are worked out. The list leans to words of records and to words one or
two letters away from common names.
"""

import functools

from goldenthread.anonymity.word_sets import word_list, word_set

WORDS = word_set(word_list("ordinary"))
"""The stems."""


@functools.lru_cache(maxsize=65536)
def is_word(word: str) -> bool:
    """Whether a folded word, or its stem with a plain ending taken off, is an ordinary word."""
    return word in WORDS or any(stem in WORDS for stem in _stems(word) if len(stem) > 2)


def _stems(word: str) -> list[str]:
    stems: list[str] = []
    for ending, restored in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if ending == "y" and stem.endswith("e"):
                continue
            stems.extend(stem + letter for letter in restored)
            if len(stem) > 3 and stem[-1] == stem[-2] and "" in restored:
                stems.append(stem[:-1])
    for start in ("un", "re", "mis", "non", "over", "out", "dis"):
        if word.startswith(start) and len(word) > len(start) + 3:
            stems.append(word[len(start) :])
    return stems


_ENDINGS = (
    ("ies", ("y", "ie")), ("ied", ("y",)), ("ier", ("y",)), ("iest", ("y",)), ("ily", ("y",)),
    ("iness", ("y",)), ("es", ("", "e", "is")), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")),
    ("er", ("", "e")), ("ers", ("", "e")), ("or", ("", "e")), ("ors", ("", "e")),
    ("est", ("", "e")), ("ly", ("", "le")), ("ally", ("",)), ("ness", ("",)), ("less", ("",)), ("ful", ("",)),
    ("ment", ("",)), ("ments", ("",)), ("able", ("", "e")), ("ably", ("", "e")), ("ation", ("", "e")),
    ("ations", ("", "e")), ("ion", ("", "e")), ("ions", ("", "e")), ("ship", ("",)), ("hood", ("",)),
    ("al", ("", "e")), ("ally", ("", "e")), ("ity", ("", "e")), ("y", ("", "e")), ("ings", ("", "e")),
    ("edly", ("", "e")), ("ingly", ("", "e")), ("ative", ("", "e")), ("ive", ("", "e")), ("ish", ("", "e")),
    ("ism", ("", "e")), ("ist", ("", "e")), ("ists", ("", "e")), ("en", ("", "e")), ("ance", ("", "e")), ("ence", ("", "e")),
)  # fmt: skip
