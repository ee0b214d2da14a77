"""How much a word that two records share says about whether they tell one event."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.chronology.accounts import Account
from goldenthread.chronology.agencies_named import Agencies
from goldenthread.chronology.plain_words import WORD, small, stem

RARE = 0.3
"""The least weight of a word that counts."""
_PRIOR = 300
"""Rows a small file is weighed as, so that a word that occurs twice in it still counts as rare."""
_MOST_TIMES, _MOST_SHARE = 8, 0.02
"""A word of more entries than this is one of the family’s names or of the work, and tells nothing."""
_WORDS_1 = """
a about after again all also an and any appointment are arranged as asked assessment at
attended aware baby back be been before being boy brother but by call called came case child
children concern contact could daughter day did discussed do done due during email family
father feel felt follow for form from further girl given gp had has have he health her him
his home house if in informed information into is issues it joint lady letter made male man
me meeting mother mr mrs ms mum dad my new nfa night no not noted notification nurse of off
officer on one or our out over parent parents partner phone plan police present received
record recorded referral referred refer regarding report reported review routine said says
school see seen send sent service she sibling since sister so social some son spoke staff
stated states still support taken team telephone that the their them then there they this
time to told two under up us very visit visited visitor was we week well went were what when
where which who will with woman work worker would year yes you young y n na am pm action
agreed advised female updated update next last old name care left right days weeks months
today tel copy file filed await dr only now how left january february march april june july
august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
monday tuesday wednesday thursday friday saturday sunday street road avenue number contacted
none named held unknown rang ring told tell give gave discussed discussion aware reports
"""
_OF_WORK = frozenset(
    map(
        stem,
        _WORDS_1.split(),
    )
)
"""Words that every record is full of: they show nothing about which event it is."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """The weight of each word, from 0 to 1: the rarer, the more; 0 for words of every record.

    The words of the agencies’ own names weigh nothing. ``times`` is in how many entries each stands.
    """

    weights: Mapping[str, float]
    times: Mapping[str, int]

    @classmethod
    def of(cls, accounts: Sequence[Account], known: Agencies) -> "Rarity":
        """The rarity of the words of these accounts."""
        times: Counter[str] = Counter()
        for account in accounts:
            times.update(account.words)
        names = frozenset(map(stem, WORD.findall(small(" ".join(known.names)))))
        total = len(accounts) + _PRIOR
        most = _MOST_TIMES + _MOST_SHARE * len(accounts)
        weights = {
            word: math.log(total / number) / math.log(total)
            for word, number in times.items()
            if number <= most and _tells(word) and word not in names
        }
        return cls({word: weight for word, weight in weights.items() if weight > RARE}, times)

    def rare(self, words: Iterable[str]) -> list[str]:
        """Those of the words that count, the rarest first."""
        weights = self.weights
        found = [(-weights[word], word) for word in words if word in weights]
        return [word for _, word in sorted(found)]

    def shared(self, words: Iterable[str]) -> float:
        """The weight of words that two accounts share: of the six rarest."""
        return sum(self.weights[word] for word in self.rare(words)[:6])


def _tells(word: str) -> bool:
    """Whether a word can say which event it is: not “visit”, not a letter, not a day’s number."""
    return word not in _OF_WORK and len(word) >= (3 if word.isdigit() else 2)
