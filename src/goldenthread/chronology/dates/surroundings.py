"""What the words and figures round a date say about it: harmless, or reason not to read it."""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.chronology.dates.compound import Join, Parsed
from goldenthread.chronology.dates.pieces import Form, yearlike
from goldenthread.chronology.dates.telling_words import (
    BIRTH,
    CHANGING,
    COUNTING,
    CUES,
    DENIED,
    DENYING,
    FILLING,
    LABELS,
    LENGTHS,
    LINKING,
    MOST_AFTER,
    MOST_BEFORE,
    NOT_AN_EVENT,
    PLANNED,
    RECORDED,
    RECORDING,
    REFERENCES,
    SMALL_WORDS,
    STILL,
    TURNING_AFTER,
    TURNING_BEFORE,
    UNSURE,
    WEEKLY,
    WEEKS_NOT_YEARS,
    mistyped,
)
from goldenthread.chronology.dates.tokens import Line, Token
from goldenthread.chronology.dates.words import NUMBERS, month, weekday


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A date in a line, from token ``start`` up to ``end``, and what stands round it."""

    line: Line
    start: int
    parsed: Parsed
    end: int

    @property
    def rest(self) -> int:
        """Where the words after the date begin, past the marks between."""
        rest = self.end
        while self.line.mark(rest) and self.line.mark(rest) in "-:;,.()[]/\"'":
            rest += 1
        return rest

    @property
    def before(self) -> tuple[Token, ...]:
        """The tokens before the date."""
        return self.line.tokens[: self.start]

    @property
    def after(self) -> tuple[Token, ...]:
        """The tokens after the date and its marks."""
        return self.line.tokens[self.rest :]

    @property
    def leading(self) -> str:
        """The text before the date, as typed."""
        if not self.start:
            return ""
        return self.line.text[: self.line.tokens[self.start - 1].end].strip()

    @property
    def words(self) -> str:
        """All other text of the cell, as typed."""
        return " ".join(part for part in (self.leading, self.line.rest(self.rest)) if part)

    @property
    def dependable(self) -> bool:
        """Whether nothing else looks like it: a four-figure year, or a day with its month in words."""
        tokens = self.line.tokens[self.start :]
        last = self.parsed.pieces[-1]
        figures = any(yearlike(t.text) for t in tokens)
        named = any(month(t.text) for t in tokens if t.text != "may")
        whole = last.figures and bool(last.day)  # 8.9.14
        return bool(last.year) and (figures or whole or (named and bool(last.day)))


def objection(found: Surroundings) -> str:
    """The first reason not to read the date, or nothing when the other words leave it alone."""
    if not found.before and not found.after:
        return "The marks round the date are not understood."
    if len(found.before) > MOST_BEFORE or len(found.after) > MOST_AFTER:
        return "There is too much other text to be sure of the date."
    checks: tuple[Callable[[Surroundings], str], ...] = (
        _marks_before if found.before else _nothing,
        _name_before if found.before else _nothing,
        _words_before if found.before else _nothing,
        _turned_before if found.before else _nothing,
        _figures_before if found.before else _nothing,
        _link_before if found.before else _nothing,
        _figures_after if found.after else _nothing,
        _words_after if found.after else _nothing,
        _turned_after if found.after else _nothing,
    )
    for check in checks:
        reason = check(found)
        if reason:
            return reason
    line = found.line
    later = found.rest if not _recorded_later(found) else len(line)
    if _another_date(line, 0, found.start) or _another_date(line, later, len(line)):
        return "There is more than one date or number in the cell."
    return ""


def _recorded_later(found: Surroundings) -> bool:
    """12/03/2009 (recorded 14/03/09): what follows says when the entry was made."""
    words = {token.text for token in found.after if token.kind == "w"}
    return found.rest > found.end and bool(words & RECORDED) and words <= RECORDED | RECORDING


def _nothing(found: Surroundings) -> str:
    return ""


def _unclear_abbreviation(found: Surroundings) -> bool:
    """A short word before the date, in small letters, that may stand for “between” or “about”."""
    line = found.line
    for i in range(found.start):
        word = line.text[line.tokens[i].start : line.tokens[i].end] if line.word(i) else ""
        alone = len(word) == 1 and line.mark(i + 1) != "."  # O/A, and not d.o.d.
        if alone or (1 < len(word) <= 3 and word.islower() and word not in SMALL_WORDS):
            return True
    return False


def _marks_before(found: Surroundings) -> str:
    odd = [t.text for t in found.before if t.kind == "m" and t.text not in ".,;:-()[]'\"/&+#*•?~–"]
    return f"The mark “{odd[0]}” may change what the date means." if odd else ""


def _name_before(found: Surroundings) -> str:
    """Chinese New Year and Orthodox Easter are not the days we know by those names."""
    last = found.before[-1]
    named = found.parsed.pieces[0].form is Form.HOLIDAY
    longer = named and last.kind == "w" and last.text not in SMALL_WORDS
    return f"The word “{last.text}” may make this another day." if longer else ""


def _words_before(found: Surroundings) -> str:
    before = {token.text for token in found.before}
    if before <= BIRTH and before & {"dob", "birth", "birthday"}:
        return ""
    numbered = found.before[-1].kind != "w" or found.before[-1].text in ("no", "number")
    beside = {token.text for token in found.before[-2 if numbered else -1 :]}
    if before & NOT_AN_EVENT or beside & REFERENCES:
        return f"The words “{found.leading}” say that this is not when something happened."
    opens = found.parsed.join in (Join.FROM, Join.UNTIL)
    dayless = opens or not found.parsed.pieces[0].day
    days = dayless and any(weekday(word.removesuffix("s")) is not None for word in before)
    counting = before & COUNTING
    if found.before[-1].text == "day" and counting == {"day"} and not before & NUMBERS.keys():
        counting = set()  # an INSET day
    if counting or days or (opens and before & LENGTHS):
        return f"The words “{found.leading}” count from the date."
    if mistyped(found.before[-1].text) or _unclear_abbreviation(found):
        return f"The words “{found.leading}” may change what the date means."
    near = {found.before[-1].text, found.line.tokens[found.start].text}
    cue = bool(near & CUES) and bool(found.parsed.pieces[0].day)
    return "" if found.dependable or cue else "Other words stand before what may be a date."


def _turned_before(found: Surroundings) -> str:
    """“Except 12 March” and “recalled as 12 March”: the nearest word of weight decides."""
    words = [token.text for token in found.before if token.kind == "w"]
    nearest = next((word for word in reversed(words) if word not in FILLING), "")
    if nearest in TURNING_BEFORE or {"next", "should"} & set(words[-3:]):
        return f"The words “{found.leading}” may change what the date means."
    return ""


def _denied(words: list[str]) -> bool:
    """“Did not happen”, and not “child not seen”, which happened on that day."""
    pairs = zip(words, [*words[1:], "happen"], strict=True)
    alone = len(words) == 1 and words[0] in PLANNED
    return alone or any(word in DENYING and then in DENIED for word, then in pairs)


def _turned_after(found: Surroundings) -> str:
    """“12 March (crossed out)”, “12 March for 3 days” and “12 March (year?)”."""
    after = found.after
    words = [token.text for token in after[:5] if token.kind == "w"]
    nearest = next((word for word in words if word not in FILLING), "")
    if found.parsed.join is Join.SPAN and after[0].kind == "n" and set(words) <= LENGTHS:
        return ""  # 12-14 March (3 days)
    asked = any(token.text == "?" for token in after[:2])
    lasting = words[:1] == ["for"] and bool(set(words[1:3]) & LENGTHS)
    again = found.parsed.clock and {t.text for t in after[:6]} & {"am", "pm", "hrs", "hours"}
    if again:
        return "There is more than one time in the cell."
    if nearest in TURNING_AFTER or _denied(words) or asked or lasting:
        return f"The words “{found.line.rest(found.rest)}” may change what the date means."
    return ""


def _figures_before(found: Surroundings) -> str:
    line, start = found.line, found.start
    digits = line.num(start)
    glued = found.dependable and line.gap(start)  # HV1, s47
    for i in range(max(start - 3, 0), start):
        if line.num(i) and not (glued and line.word(i - 1) and not line.gap(i)):
            return "Figures stand before what may be a date."
    if found.before[-1].text in LABELS and len(digits) in (1, 2) and not line.mark(start + 1):
        return "The figure before the month may belong to the word before it."
    if len(digits) == 4 and not yearlike(digits):
        return "The figures before the date may be a number and not a time."
    return ""


def _link_before(found: Surroundings) -> str:
    before = found.before
    dash = len(before) > 1 and before[-1].gap and before[-2].kind == "w"
    changing = (CHANGING - {"from", "is", "was", "holiday"}) | LINKING | (set() if dash else {"-"})
    unknown = {token.text for token in before} & UNSURE
    if before[-1].text in changing or unknown:
        return f"The words “{found.leading}” change what the date means."
    return ""


def _figures_after(found: Surroundings) -> str:
    after = found.after
    if after[0].text in ("+", "±") or not any(token.kind == "w" for token in after):
        return "The marks or figures after the date are not understood."
    bracketed = found.rest > found.end
    weeks = len(after) > 2 and after[1].text == "/" and after[2].text in WEEKS_NOT_YEARS
    counted = weeks or (len(after) > 1 and after[1].kind == "w" and (after[0].gap or bracketed))
    return (
        "" if after[0].kind != "n" or counted else "The figures after the date are not understood."
    )


def _words_after(found: Surroundings) -> str:
    second = found.after[1].text if len(found.after) > 1 else ""
    changes = found.after[0].text in (CHANGING | WEEKLY) - {"not"} or mistyped(found.after[0].text)
    if changes or second in STILL:
        return f"The words “{found.line.rest(found.rest)}” change what the date means."
    last = found.parsed.pieces[-1]
    set_off = found.rest > found.end
    dated = bool(last.year) or (set_off and _day_then_month(found.line, found.start, found.end))
    whole = bool(last.day) and (set_off or found.line.gap(found.end))
    if not dated or not (found.dependable or whole):
        return "Other words follow what may be a date."
    return ""


def _day_then_month(line: Line, start: int, end: int) -> bool:
    """“12 March - home visit” and not “May 2 be seen” or “1/2 hour”."""
    return any(
        line.num(i) and month(line.word(j)) for i in range(start, end) for j in (i + 1, i + 2)
    )


def _another_date(line: Line, start: int, end: int) -> bool:
    """Whether there may be a further date in a stretch of the cell."""
    for i in range(start, end):
        digits, word = line.num(i), line.word(i)
        if line.mark(i + 1) == "/" and line.num(i + 2) in WEEKS_NOT_YEARS and not line.num(i + 4):
            continue  # 6/52 check
        if line.mark(i - 1) == "/" and digits in WEEKS_NOT_YEARS:
            continue
        if len(digits) >= 4 or (digits and line.mark(i + 1) in ("/", "-", ".") and line.num(i + 2)):
            return True
        ordinal = line.word(i + 1) in ("st", "nd", "rd", "th")
        after = i + 2 if ordinal else i + 1
        if digits and (month(line.word(after)) or (ordinal and line.word(after) in ("", "of"))):
            return True
        named = month(word)
        if (
            named
            and not named.mistyped
            and word not in ("may", "mar", "march", "dec", "sep", "jan")
        ):
            return True
        if named and line.num(i + 1):
            return True
    return False
