"""What the words and figures round a date say about it: harmless, or reason not to read it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.chronology.dates.clock import Clock, clocks
from goldenthread.chronology.dates.compound import Join, Parsed
from goldenthread.chronology.dates.pieces import yearlike
from goldenthread.chronology.dates.tokens import Line, Token, word_set
from goldenthread.chronology.dates.words import distance, month, weekday

# Words after a date that change what it means; then the date alone is only a suggestion.
_CHANGING = word_set(
    "or and to until till before after not should between from by since through than earlier later "
    "onwards if unless error wrong incorrect amended changed but cancelled rearranged rescheduled "
    "postponed tbc is was unknown nk am pm term holiday holidays"
)
_COUNTING = word_set(
    "day days week weeks month months few several couple shortly soon beginning end start early late "
    "wc wb we wk wkc wkb wke middle mid due planned booked expected expires for fortnight weekend term quarter pages page until before after since not"
)
_LABELS = word_set(
    "child sibling adult person baby twin male female gp hv sw worker witness visit session day week "
    "class stage level grade step phase house floor brother sister parent carer professional sibs contact"
)
_CUES = word_set(
    "dated on received sent signed written seen of visited admitted discharged born held"
)
_LENGTHS = word_set(
    "year years hour hours minute minutes min mins day days week weeks month months"
)
_MOST_BEFORE, _MOST_AFTER = 8, 30  # tokens of other text round a date
_NOT_AN_EVENT = word_set(
    "p pp dob birth edd born_on birthday ref reference no number nhs room flat page pg para paragraph section "
    "version v vol volume chapter appendix item unit ward route mobile ext order act "
    "policy case file id due expires expiry aged age bed postcode box upn urn crn score ratio temp bp hr "
    "dose mg ml kg weight height"
)
_BIRTH = word_set("dob date of birth birthday :") | {"'s", "child"}
_RECORDED = word_set(
    "recorded entered logged written typed inputted input uploaded added updated completed created "
    "retrospective retrospectively noted filed scanned transcribed amended"
)
_RECORDING = word_set("on at in the entry late system notes note up made dated by as and file note")
_WEEKLY = word_set("week wc wb wk wkc wkb wke commencing ongoing continuing continues weekend")
_STILL = word_set("ongoing continuing onwards commencing")
_CHANGERS = word_set(
    "before after around about circa approx approximately until since between possibly probably "
    "prior onwards from commencing beginning ending ongoing during roughly estimated"
)
_REAL_WORDS = word_set(
    "form forms agency afternoon abort above other rafter alter frame pending prom frog roam round during"
)
_SMALL_WORDS = word_set(
    "the of in on at a an to by for and as is was with per via his her my our new old re rep let "
    "tel fax ltr msg sms txt gp hv sw mum dad gm ph pc cp la sen log see sch ref due dr mr mrs ms "
    "ed ae dv cin cpc gps hvs sws did has had saw met she he it up out no not one two six ten all"
)
_MOST_TIMED = 12  # tokens of a cell in which a time is looked for among words
_CHANGING_TIMES = (_CHANGING | _COUNTING | _STILL | _WEEKLY) - {"is", "was", "from", "for"}
_UNSURE = word_set("unknown nk approximately approx")
_LINKING = frozenset({"/", "&", "+"})


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
    if len(found.before) > _MOST_BEFORE or len(found.after) > _MOST_AFTER:
        return "There is too much other text to be sure of the date."
    checks: tuple[Callable[[Surroundings], str], ...] = (
        _words_before if found.before else _nothing,
        _figures_before if found.before else _nothing,
        _link_before if found.before else _nothing,
        _figures_after if found.after else _nothing,
        _words_after if found.after else _nothing,
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
    return found.rest > found.end and bool(words & _RECORDED) and words <= _RECORDED | _RECORDING


def _nothing(found: Surroundings) -> str:
    return ""


@lru_cache(maxsize=4096)
def _mistyped(word: str) -> bool:
    """Whether a word is likely one that changes a date, with a slip of the finger: “arond”."""
    if len(word) < 4 or word in _CHANGERS or word in _REAL_WORDS:
        return False
    limit = 2 if len(word) > 6 else 1
    return any(distance(word, meant, limit=limit) <= limit for meant in _CHANGERS)


def _unclear_abbreviation(found: Surroundings) -> bool:
    """A short word before the date, in small letters, that may stand for “between” or “about”."""
    line = found.line
    for i in range(found.start):
        word = line.text[line.tokens[i].start : line.tokens[i].end] if line.word(i) else ""
        alone = len(word) == 1 and line.mark(i + 1) != "."  # O/A, and not d.o.d.
        if alone or (1 < len(word) <= 3 and word.islower() and word not in _SMALL_WORDS):
            return True
    return False


def _words_before(found: Surroundings) -> str:
    before = {token.text for token in found.before}
    if before <= _BIRTH and before & {"dob", "birth", "birthday"}:
        return ""
    if before & _NOT_AN_EVENT:
        return f"The words “{found.leading}” say that this is not when something happened."
    opens = found.parsed.join in (Join.FROM, Join.UNTIL)
    days = opens and any(weekday(word) is not None for word in before)
    if before & _COUNTING or days or (opens and before & _LENGTHS):
        return f"The words “{found.leading}” count from the date."
    if _mistyped(found.before[-1].text) or _unclear_abbreviation(found):
        return f"The words “{found.leading}” may change what the date means."
    near = {found.before[-1].text, found.line.tokens[found.start].text}
    cue = bool(near & _CUES) and bool(found.parsed.pieces[0].day)
    return "" if found.dependable or cue else "Other words stand before what may be a date."


def _figures_before(found: Surroundings) -> str:
    line, start = found.line, found.start
    digits = line.num(start)
    glued = found.dependable and line.gap(start)  # HV1, s47
    for i in range(max(start - 3, 0), start):
        if line.num(i) and not (glued and line.word(i - 1) and not line.gap(i)):
            return "Figures stand before what may be a date."
    if found.before[-1].text in _LABELS and len(digits) in (1, 2) and not line.mark(start + 1):
        return "The figure before the month may belong to the word before it."
    if len(digits) == 4 and not yearlike(digits):
        return "The figures before the date may be a number and not a time."
    return ""


def _link_before(found: Surroundings) -> str:
    before = found.before
    dash = len(before) > 1 and before[-1].gap and before[-2].kind == "w"
    changing = (
        (_CHANGING - {"from", "is", "was", "holiday"}) | _LINKING | (set() if dash else {"-"})
    )
    unknown = {token.text for token in before} & _UNSURE
    if before[-1].text in changing or unknown:
        return f"The words “{found.leading}” change what the date means."
    return ""


def _figures_after(found: Surroundings) -> str:
    after = found.after
    if after[0].text in ("+", "±") or not any(token.kind == "w" for token in after):
        return "The marks or figures after the date are not understood."
    bracketed = found.rest > found.end
    counted = len(after) > 1 and after[1].kind == "w" and (after[0].gap or bracketed)
    return (
        "" if after[0].kind != "n" or counted else "The figures after the date are not understood."
    )


def _words_after(found: Surroundings) -> str:
    second = found.after[1].text if len(found.after) > 1 else ""
    changes = found.after[0].text in _CHANGING | _WEEKLY or _mistyped(found.after[0].text)
    if changes or second in _STILL:
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


def clock_among_words(line: Line) -> Clock | None:
    """The one time in a cell of a time column that holds other words: “Call at 14:30”."""
    if len(line) > _MOST_TIMED:
        return None
    for start in range(len(line)):
        for clock, end in clocks(line, start, bare=False):
            marks = end + 1 if line.mark(end) and line.mark(end) in ",-:(" else end
            before, after = line.tokens[:start], line.tokens[marks:]
            if clock.problem or clock.part or not clock.certain or not (before or after):
                continue
            words = {token.text for token in (*before, *after) if token.kind == "w"}
            told = words & _RECORDED and words <= _RECORDED | _RECORDING and not before
            figures = any(token.kind == "n" for token in (*before, *(() if told else after)))
            changed = words & _CHANGING_TIMES or any(map(_mistyped, words))
            return None if figures or changed else clock
    return None
