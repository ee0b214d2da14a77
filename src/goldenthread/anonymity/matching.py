"""Finding listed people in folded words: which parts of names stand together, and whose they are."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from goldenthread.anonymity import context, ordinary, roles
from goldenthread.anonymity.context import Gap
from goldenthread.anonymity.units import (
    AFTER_INITIAL,
    WITHIN,
    Holders,
    Reading,
    Unit,
    as_listed,
    held_together,
    nearest_first,
)
from goldenthread.anonymity.variants import Part, Strength


class Evidence(IntEnum):
    """What kind of evidence a match rests on; higher is stronger."""

    ONE_PART = 0
    FAMILY = 1
    """A surname for the family, not for one person."""
    STRANGER = 2
    """A listed part with another part that is not this person's: probably somebody unlisted."""
    TWO_PARTS = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``start`` to ``end`` may mean one of ``holders``."""

    start: int
    end: int
    holders: Holders
    evidence: Evidence
    part: Part = Part.WHOLE
    title: str = ""


_REVERSED = (Gap.COMMA, Gap.SPACE, Gap.LINK, Gap.QUOTE)


class Finder(Reading):
    """Finds the people in one passage."""

    def matches(self) -> list[Match]:
        """All matches, in order and apart from each other."""
        found: list[Match] = []
        index, free_from = 0, 0
        while index < len(self.here.tokens):
            match = self._match_at(index, free_from) if self._may_start(index) else None
            if match is None:
                index += 1
                continue
            found.append(match)
            index = free_from = match.end
        return found

    def _may_start(self, index: int) -> bool:
        if index in self.taken:
            return False
        token = self.here.tokens[index]
        word = token.word
        return (
            word in self.forms.single
            or word in self.forms.phrases
            or word in roles.TITLES
            or token.initial
            or (len(word) <= 3 and (token.upper or (len(word) == 1 and word not in "ai")))
            or self.unit(index) is not None
            or self._split_word(index) is not None
            or (self.unknown_name(index) and self.unit(index + 1) is not None)
        )

    def _match_at(self, index: int, free_from: int) -> Match | None:
        start, title = self.after_title(index)
        patterns: tuple[Callable[[int, int, str], Match | None], ...] = (
            self._whole, self._first_last, self._last_first, self._initial_last, self._couple,
            self._first_initial, self._stranger, self._dotted_initials, self._split,
        )  # fmt: skip
        found = [match for pattern in patterns if (match := pattern(index, start, title))]
        best = max(found, key=lambda m: (m.end, m.evidence), default=None)
        if best is None:
            best = self._alone(index, start, title, free_from)
        return best if best is not None and self._is_name(best) else None

    # ------------------------------------------------------------------ patterns

    def _whole(self, index: int, start: int, title: str) -> Match | None:
        unit = self.unit(start)
        holders = unit.holders(Part.WHOLE) if unit else {}
        if unit is None or not holders:
            return None
        return Match(index, unit.end, holders, Evidence.TWO_PARTS, Part.WHOLE, title)

    def _first_last(self, index: int, start: int, title: str) -> Match | None:
        first = self.unit(start)
        if first is None or first.plural:
            return None
        givers = first.holders(Part.FIRST, Part.MIDDLE)
        if not givers:
            return None
        at, sure = first.end, True
        for _ in range(4):
            last = self.unit(at) if self.follows(at) else None
            owners = last.holders(Part.LAST) if last else {}
            joint = held_together(givers, owners)
            if last is not None and joint:
                if not sure:
                    joint = {p: s for p, s in joint.items() if s <= Strength.VARIANT}
                if joint:
                    return Match(index, last.end, joint, Evidence.TWO_PARTS, Part.WHOLE, title)
            step = self._middle(at)
            if not step:
                return None
            at, sure = step, False
        return None

    def _middle(self, index: int) -> int:
        """Where a middle name, initial or pet name in quotes that begins at ``index`` ends; 0 if none."""
        if index >= len(self.here.tokens) or index in self.taken or not self.follows(index):
            return 0
        token = self.here.tokens[index]
        if token.initial:
            return index + 1
        quoted = self.here.gap(index - 1) is Gap.QUOTE and self.here.gap(index) is Gap.QUOTE
        unit = self.unit(index)
        if unit is not None and (unit.holders(Part.MIDDLE, Part.FIRST) or quoted):
            return unit.end
        return index + 1 if quoted or self.unknown_name(index) else 0

    def _last_first(self, index: int, start: int, title: str) -> Match | None:
        last = self.unit(start)
        owners = last.holders(Part.LAST) if last else {}
        if last is None or not owners or last.plural:
            return None
        gap = self.here.gap(last.end - 1)
        if gap not in _REVERSED:
            return None
        at, _ = self.after_title(last.end)
        first = self.unit(at)
        if first is not None:
            joint = held_together(first.holders(Part.FIRST), owners)
            if joint:
                if gap is Gap.COMMA and self._in_prose(index, start, title):
                    both = {**owners, **joint}
                    return Match(index, first.end, both, Evidence.ONE_PART, Part.WHOLE, title)
                end = self._trailing_middle(first.end, joint)
                return Match(index, end, joint, Evidence.TWO_PARTS, Part.WHOLE, title)
        if at < len(self.here.tokens) and self.here.tokens[at].initial and at not in self.taken:
            holders = self._with_initial(self.here.word(at), owners)
            alone = self.here.gap(at) not in (Gap.SPACE, Gap.LINK, Gap.JOINED)
            written = self.here.tokens[start].upper or gap is not Gap.SPACE or alone
            if holders and written:
                return Match(index, at + 1, holders, Evidence.TWO_PARTS, Part.WHOLE, title)
        return None

    def _in_prose(self, index: int, start: int, title: str) -> bool:
        """Whether “Hartley, Kayleigh” may be two people: “according to Hartley, Kayleigh fell”."""
        if self.here.tokens[start].upper:
            return False
        before = self.here.near_word(index, -1)
        return bool(title) or (before.isalpha() and not self.here.tokens[index - 1].capital)

    def _trailing_middle(self, end: int, joint: Holders) -> int:
        """Take in the middle name of “HARTLEY, Kayleigh Anne”."""
        unit = self.unit(end) if self.follows(end) else None
        if (
            unit is not None
            and set(unit.holders(Part.MIDDLE)) & set(joint)
            and not unit.holders(Part.LAST)
        ):
            return unit.end
        return end

    def _with_initial(self, letters: str, owners: Holders) -> Holders:
        def has(person: int) -> bool:
            return all(letter in self.forms.initials[person][0] for letter in letters)

        return {person: strength for person, strength in owners.items() if has(person)}

    def _initial_last(self, index: int, start: int, title: str) -> Match | None:
        at, letters = start, ""
        while at < len(self.here.tokens) and len(letters) < 3 and at not in self.taken:
            token = self.here.tokens[at]
            short = len(token.word) == 1 or (len(token.word) == 2 and token.upper and not letters)
            if not short or not token.word.isalpha() or self.here.gap(at) not in AFTER_INITIAL:
                break
            letters += token.word
            at += 1
        last = self.unit(at) if letters else None
        owners = last.holders(Part.LAST) if last else {}
        if last is None or not owners or last.plural or not self._initials_stand(start, at):
            return None
        holders = as_listed(self._with_initial(letters, owners))
        if not holders and self._small_word(at):
            return None
        evidence = Evidence.TWO_PARTS if holders else Evidence.STRANGER
        if letters in {"a", "i"} and at == start + 1 and self.here.starts_sentence(start):
            evidence = Evidence.ONE_PART
        if not holders and (title or not self.here.tokens[start].capital or letters in {"a", "i"}):
            return None
        return Match(index, last.end, holders or owners, evidence, Part.WHOLE, title)

    def _small_word(self, index: int) -> bool:
        token = self.here.tokens[index]
        return not token.capital and ordinary.is_word(token.word)

    def _initials_stand(self, start: int, last: int) -> bool:
        """Whether the letters before a surname are initials, not the words “a” and “I”."""
        token = self.here.tokens[start]
        if self.here.gap(last - 1) is Gap.STOP and token.capital:
            return True
        unit = self.unit(last)
        surname = self.here.tokens[unit.end - 1 if unit else last]
        if token.word in {"a", "i"} and last == start + 1:
            begins = self.here.starts_sentence(start)
            return token.capital and not (begins and ordinary.is_word(surname.word))
        if len(token.word) == 2:
            return token.upper and not ordinary.is_word(token.word)
        return token.capital or not ordinary.is_word(surname.word)

    def _dotted_initials(self, index: int, start: int, title: str) -> Match | None:
        """“K.H.”: listed initials with full stops."""
        at = start
        while (
            at < start + 3 and self.here.gap(at) in (Gap.STOP, Gap.LINK) and self._initial(at + 1)
        ):
            at += 1
        letters = "".join(self.here.word(i) for i in range(start, at + 1))
        holders = self.forms.single.get(letters, {}).get(Part.INITIALS, {})
        if at == start or not self._initial(start) or not holders:
            return None
        return Match(index, at + 1, holders, Evidence.ONE_PART, Part.WHOLE, title)

    def _initial(self, index: int) -> bool:
        return index < len(self.here.tokens) and self.here.tokens[index].initial

    def _split_word(self, index: int) -> Holders | None:
        """Whose name two words make when the gap between them is closed: “Yu suf”."""
        one, two = self.here.word(index), self.here.word(index + 1)
        tags = self.forms.single.get(one + two)
        if tags is None or len(one + two) < 5 or self.here.gap(index) is not Gap.SPACE:
            return None
        if index + 1 in self.taken or (ordinary.is_word(one) and ordinary.is_word(two)):
            return None
        holders: Holders = {}
        for part in (Part.FIRST, Part.LAST, Part.MIDDLE):
            exact = [p for p, strength in tags.get(part, {}).items() if strength is Strength.EXACT]
            holders.update(dict.fromkeys(exact, Strength.NEAR))
        return holders or None

    def _split(self, index: int, start: int, title: str) -> Match | None:
        holders = self._split_word(start) if start not in self.taken else None
        if holders is None:
            return None
        return Match(index, start + 2, holders, Evidence.ONE_PART, Part.WHOLE, title)

    def _couple(self, index: int, start: int, _title: str) -> Match | None:
        """“Mr and Mrs Hartley”, “D & K Hartley”: both are meant, so neither label is right."""
        if self._both(index, self._title_word):
            second = self._second(index) + 1
        elif self._both(start, self._initial):
            second = self._second(start) + 1
        else:
            return None
        last = self.unit(second)
        owners = last.holders(Part.LAST) if last else {}
        return Match(index, last.end, owners, Evidence.FAMILY) if last and owners else None

    def _both(self, index: int, is_one: Callable[[int], bool]) -> bool:
        second = self._second(index)
        if second == 0 or not is_one(index) or not is_one(second):
            return False
        return self.here.gap(second) in AFTER_INITIAL

    def _second(self, index: int) -> int:
        """Where the second of a couple begins after “and”, “&” or a slash; 0 for no couple."""
        if self.here.gap(index) in (Gap.AND, Gap.SLASH):
            return index + 1
        return index + 2 if self.here.word(index + 1) in {"and", "n"} else 0

    def _title_word(self, index: int) -> bool:
        return self.here.word(index) in roles.TITLES

    def _first_initial(self, index: int, start: int, title: str) -> Match | None:
        first = self.unit(start)
        if first is None or first.plural or self.here.gap(first.end - 1) not in WITHIN:
            return None
        at = first.end
        if at >= len(self.here.tokens) or at in self.taken or not self.here.tokens[at].initial:
            return None
        letter = self.here.word(at)
        if letter in {"a", "i"} and self.here.gap(at) is Gap.SPACE:
            return None
        end = at + 1
        while self.here.gap(end - 1) is Gap.LINK and self._initial(end) and end not in self.taken:
            end += 1
        holders = {
            person: strength
            for person, strength in first.holders(Part.FIRST).items()
            if letter in self.forms.initials[person][1]
        }
        if not holders:
            return None
        return Match(index, end, holders, Evidence.ONE_PART, Part.WHOLE, title)

    def _stranger(self, index: int, start: int, title: str) -> Match | None:
        """A listed part beside a part that is not this person's: “Ronnie Hartley”, “Sarah Quill”."""
        first = self.unit(start)
        if (
            first is None
            and self.unknown_name(start)
            and self.here.gap(start) in (Gap.SPACE, Gap.LINK)
        ):
            last = self.unit(start + 1)
            if last is not None and (owners := self._plain_last(last)):
                return Match(index, last.end, owners, Evidence.STRANGER, Part.WHOLE, title)
        if first is None or first.plural or not self.here.tokens[start].capital:
            return None
        givers = {p: s for p, s in first.holders(Part.FIRST).items() if s < Strength.NEAR}
        if not givers or self.here.gap(first.end - 1) not in (Gap.SPACE, Gap.LINK):
            return None
        if self._word_first(start):
            return None
        last = self.unit(first.end)
        owners = self._plain_last(last) if last else {}
        if last is not None and owners and self.here.tokens[first.end].capital:
            both = {**owners, **givers}
            return Match(index, last.end, both, Evidence.STRANGER, Part.WHOLE, title)
        if last is None and self.unknown_name(first.end):
            return Match(index, first.end + 1, givers, Evidence.STRANGER, Part.WHOLE, title)
        return None

    def _word_first(self, index: int) -> bool:
        return ordinary.is_word(self.here.word(index)) and context.reads_as_word(self.here, index)

    def _plain_last(self, unit: Unit) -> Holders:
        if unit.plural or unit.holders(Part.FIRST):
            return {}
        return {p: s for p, s in unit.holders(Part.LAST).items() if s < Strength.NEAR}

    def _alone(self, index: int, start: int, title: str, free_from: int) -> Match | None:
        unit = self.unit(start)
        if unit is None:
            return None
        if title:
            owners = unit.holders(Part.LAST)
            if owners and not unit.plural:
                holders = as_listed(owners)
                return Match(index, unit.end, holders, Evidence.TWO_PARTS, Part.LAST, title)
        firsts, lasts = unit.holders(Part.FIRST), unit.holders(Part.LAST)
        holders = nearest_first({**lasts, **firsts}) or unit.holders(Part.MIDDLE)
        if not holders:
            holders = unit.holders(Part.INITIALS)
            if not holders or not self.here.tokens[start].upper:
                return None
        part = Part.FIRST if firsts else Part.LAST if lasts else Part.MIDDLE
        family = not firsts and (unit.plural or context.is_collective(self.here, start, unit.end))
        evidence = Evidence.FAMILY if family else Evidence.ONE_PART
        if self._shares_surname(unit, firsts):
            holders, evidence = self._shared(unit, firsts), Evidence.TWO_PARTS
        return Match(index if title else start, unit.end, holders, evidence, part, title)

    def _shares_surname(self, unit: Unit, firsts: Holders) -> bool:
        return bool(firsts) and bool(self._shared(unit, firsts))

    def _shared(self, unit: Unit, firsts: Holders) -> Holders:
        """“Kayleigh and Dean Hartley”: the first forename shares the surname that follows."""
        at = unit.end
        if self.here.gap(at - 1) is Gap.SPACE and self.here.word(at) == "and":
            at += 1
        elif self.here.gap(at - 1) is not Gap.AND:
            return {}
        second = self.unit(at)
        if second is None or not second.holders(Part.FIRST):
            return {}
        last = self.unit(second.end) if self.here.gap(second.end - 1) is Gap.SPACE else None
        owners = last.holders(Part.LAST) if last else {}
        if not held_together(second.holders(Part.FIRST), owners):
            return {}
        return held_together(firsts, owners)

    # ------------------------------------------------------------------ guards

    def _is_name(self, match: Match) -> bool:
        start = match.start
        if match.title or (match.evidence is Evidence.TWO_PARTS and match.part is Part.FIRST):
            return True
        if match.end - start == 1:
            token = self.here.tokens[start]
            if match.part is Part.WHOLE or not ordinary.is_word(token.word):
                return True
            return not context.reads_as_word(self.here, start)
        return not context.both_read_as_words(self.here, start, match.end)
