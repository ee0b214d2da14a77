"""Words and days as rules compare them and as reasons show them."""

import re
from datetime import date
from functools import lru_cache

_STRAIGHT = str.maketrans("’‘", "''")
WORD = re.compile(r"[a-z]+|[0-9]+")


def stems(words: str) -> frozenset[str]:
    """The stems of some words, to ask quickly whether an entry has any of them."""
    return frozenset(map(stem, words.split()))


def small(text: str) -> str:
    """A text in small letters, straight apostrophes and single spaces."""
    if not text.isascii():
        text = text.translate(_STRAIGHT)
    return " ".join(text.casefold().split())


def shown_day(day: date) -> str:
    """A day as people write it: 3 May 2011."""
    return f"{day.day} {day:%B %Y}"


def shortened(text: str, longest: int = 90) -> str:
    """The first words of a text, for a reason shown to a person."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + "…"


_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without its commonest endings, so that “bruises” and “bruising” meet."""
    if len(word) < 5:
        return word[:-1] if len(word) == 4 and word.endswith("s") else word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].removesuffix("e")
    return word.removesuffix("e")


class Stems(dict[str, str]):
    """The stem of each word asked for, worked out once: for the many words of a whole merge."""

    def __missing__(self, word: str) -> str:
        self[word] = found = stem(word)
        return found

    def of(self, text: str) -> frozenset[str]:
        """The stems of the words of a text in small letters."""
        return frozenset(map(self.__getitem__, WORD.findall(text)))
