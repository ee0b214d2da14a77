"""Reading the parts of names in folded words: which word begins a part, and whose it may be."""

from dataclasses import dataclass

from goldenthread.anonymity import ordinary, roles
from goldenthread.anonymity.context import Gap, Passage
from goldenthread.anonymity.variants import Forms, Part, Strength, Tags

Holders = dict[int, Strength]
"""People (by place in the register), and how near the words are to their names."""

WITHIN = (Gap.SPACE, Gap.LINK, Gap.JOINED)
AFTER_INITIAL = (Gap.SPACE, Gap.LINK, Gap.JOINED, Gap.STOP)


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a name in the text, of one word or more."""

    start: int
    end: int
    tags: Tags
    plural: bool = False

    def holders(self, *parts: Part) -> Holders:
        """Who holds this unit as one of ``parts``, with the nearest strength."""
        found: Holders = {}
        for part in parts:
            for person, strength in self.tags.get(part, {}).items():
                # A middle name used as a forename is as often a relative's own forename.
                strength = max(strength, Strength.DOUBTFUL) if part is Part.MIDDLE else strength
                found[person] = min(strength, found.get(person, strength))
        return found


def as_listed(holders: Holders) -> Holders:
    """Half a surname, or one spelt otherwise, is doubtful where no forename confirms it."""
    return {
        person: strength if strength is Strength.EXACT else max(strength, Strength.DOUBTFUL)
        for person, strength in holders.items()
    }


def held_together(one: Holders, other: Holders) -> Holders:
    """Who holds both parts; only those held most nearly."""
    both = {
        person: max(strength, other[person]) for person, strength in one.items() if person in other
    }
    if not both:
        return {}
    best = min(both.values())
    return {person: strength for person, strength in both.items() if strength == best}


def nearest_first(holders: Holders) -> Holders:
    """Everybody but those held by a slip only, when somebody is held better."""
    better = {person: s for person, s in holders.items() if s < Strength.NEAR}
    return better or holders


class Reading:
    """One passage read with one set of forms. ``taken`` are words that may be no part of a name."""

    def __init__(self, here: Passage, forms: Forms, taken: set[int]) -> None:
        self.here = here
        self.forms = forms
        self.taken = taken

    def unit(self, index: int) -> Unit | None:
        """The part of a name that begins at a word, if one does."""
        if index >= len(self.here.tokens) or index in self.taken:
            return None
        return self._phrase(index) or self._single(index)

    def _phrase(self, index: int) -> Unit | None:
        end, tags = 0, Tags()
        for phrase in self.forms.phrases.get(self.here.word(index), ()):
            stop = index + len(phrase.words)
            if stop < end:
                break
            if self._says(index, phrase.words):
                end = stop
                holders = tags.setdefault(phrase.part, {})
                known = holders.get(phrase.person, phrase.strength)
                holders[phrase.person] = min(known, phrase.strength)
        return Unit(index, end, tags) if end else None

    def _says(self, index: int, words: tuple[str, ...]) -> bool:
        for offset, word in enumerate(words):
            at = index + offset
            if self.here.word(at) != word or at in self.taken:
                return False
            if offset + 1 < len(words):
                gaps = AFTER_INITIAL if len(word) <= 2 else WITHIN
                if self.here.gap(at) not in gaps:
                    return False
        return True

    def _single(self, index: int) -> Unit | None:
        token = self.here.tokens[index]
        tags = self.forms.single.get(token.word)
        if tags is not None:
            if set(tags) == {Part.INITIALS} and not token.upper:
                return None
            return Unit(index, index + 1, tags)
        if len(token.word) > 4 and token.word.endswith("s") and not ordinary.is_word(token.word):
            tags = self.forms.single.get(token.word[:-1])
            if tags is not None and set(tags) != {Part.INITIALS}:
                return Unit(index, index + 1, tags, plural=True)
        if not token.capital and len(token.word) < 5:
            return None
        tags = self.forms.near(token.word)
        return Unit(index, index + 1, tags) if tags else None

    def after_title(self, index: int) -> tuple[int, str]:
        title, at = "", index
        while self.here.word(at) in roles.TITLES and self.here.gap(at) in (Gap.SPACE, Gap.STOP):
            if at in self.taken or at > index + 3 or (title and not self.here.tokens[at].capital):
                break
            title, at = self.here.word(at), at + 1
        return (at, title) if title and at < len(self.here.tokens) else (index, "")

    def unknown_name(self, index: int) -> bool:
        """Whether a word looks like a name that no list knows: a capital, and no dictionary word."""
        if not 0 <= index < len(self.here.tokens) or index in self.taken:
            return False
        token = self.here.tokens[index]
        word = token.word
        if not token.capital or len(word) < 3 or not word.isalpha() or ordinary.is_word(word):
            return False
        if token.upper and not self.here.line(index)[1]:
            return False
        return word not in roles.TITLES and not roles.is_role_word(word)

    def follows(self, index: int) -> bool:
        gap = self.here.gap(index - 1)
        if gap is Gap.STOP:
            return len(self.here.word(index - 1)) == 1
        return gap in (*WITHIN, Gap.QUOTE)
