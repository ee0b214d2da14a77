"""A date with other words round it: “12/03/2009 - strategy meeting”, “Letter dated 12 March 2009”."""

from dataclasses import dataclass, replace

from goldenthread.chronology.dates.compound import UNLIKELY, Compound, Join, Parsed
from goldenthread.chronology.dates.pieces import Form, Piece, Setting, yearlike
from goldenthread.chronology.dates.tokens import Line, word_set
from goldenthread.chronology.dates.words import month

# Words after a date that change what it means; then the date alone is only a suggestion.
_CHANGING = word_set(
    "or and to until till before after not should between from by since through than earlier later "
    "onwards if unless error wrong incorrect amended changed but cancelled rearranged rescheduled "
    "postponed tbc is was unknown nk"
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


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A date found among words that make it unsafe to read, with the reason."""

    reason: str
    parsed: Parsed | None = None


def date_among_words(line: Line, setting: Setting) -> Parsed | Doubtful | None:
    """The one date in a cell that holds other words too, when nothing else in it touches on it."""
    for start in range(min(len(line), 40)):
        if start and not (line.gap(start) or line.mark(start - 1)):
            continue
        found = _longest(line, start, setting)
        if found is None:
            continue
        return _judged(line, start, *found, setting=setting)
    return None


def _longest(line: Line, start: int, setting: Setting) -> tuple[Parsed, int] | None:
    found = [
        (parsed, end)
        for parsed, end in Compound(_cut(line, start), setting).cells(start)
        if _certain(parsed) and parsed.cost < UNLIKELY
    ]
    return min(found, key=lambda pair: (-pair[1], pair[0].cost), default=None)


def _cut(line: Line, start: int) -> Line:
    """The line up to a safe number of tokens after the start."""
    return replace(line, tokens=line.tokens[: start + 30])


def _certain(parsed: Parsed) -> bool:
    """Whether the pieces are dates by themselves: a day with its month, or a month with its year."""
    last = parsed.pieces[-1]
    return _is_date(last) or any(_is_date(piece) for piece in parsed.pieces)


def _is_date(piece: Piece) -> bool:
    if piece.problem:
        return False
    if piece.form is not Form.PLAIN:
        return bool(piece.year)
    return bool(piece.month and (piece.day or piece.year))


def _judged(
    line: Line, start: int, parsed: Parsed, end: int, *, setting: Setting
) -> Parsed | Doubtful:
    rest = end
    while line.mark(rest) and line.mark(rest) in "-:;,.()[]/\"'":
        rest += 1
    before, after = line.tokens[:start], line.tokens[rest:]
    words = " ".join(part for part in (_typed(line, 0, start), line.rest(rest)) if part)
    if any(t.text in _NOT_AN_EVENT for t in before):
        return Doubtful(
            f"The words “{_typed(line, 0, start)}” say that this is not when something happened.",
            parsed,
        )
    near = {t.text for t in (*before[-1:], line.tokens[start])}
    cue = bool(before) and bool(near & _CUES) and bool(parsed.pieces[0].day)
    if (
        before
        and before[-1].text in _LABELS
        and len(line.num(start)) in (1, 2)
        and not line.mark(start + 1)
    ):
        return Doubtful("The figure before the month may belong to the word before it.", parsed)
    if before and len(line.num(start)) == 4 and not yearlike(line.num(start)):
        return Doubtful("The figures before the date may be a number and not a time.", parsed)
    if before and not _dependable(parsed, line, start) and not cue:
        return Doubtful("Other words stand before what may be a date.", parsed)
    if len(before) > _MOST_BEFORE or len(after) > _MOST_AFTER:
        return Doubtful("There is too much other text to be sure of the date.", parsed)
    if any(t.kind == "n" for t in before[-2:]):
        return Doubtful("Figures stand before what may be a date.", parsed)
    opens = parsed.join in (Join.FROM, Join.UNTIL)
    if any(t.text in _COUNTING or (opens and t.text in _LENGTHS) for t in before):
        return Doubtful(f"The words “{_typed(line, 0, start)}” count from the date.", parsed)
    if after and not any(t.kind == "w" for t in after):
        return Doubtful("The marks or figures after the date are not understood.", parsed)
    if (
        after
        and after[0].kind == "n"
        and (len(after) < 2 or after[1].kind != "w" or not after[0].gap)
    ):
        return Doubtful("The figures after the date are not understood.", parsed)
    if (
        after
        and not parsed.pieces[-1].year
        and (rest == end or not _day_then_month(line, start, end))
    ):
        return Doubtful("Other words follow what may be a date.", parsed)
    if _another_date(line, 0, start) or _another_date(line, rest, len(line)):
        return Doubtful("There is more than one date or number in the cell.", parsed)
    if after and after[0].text in _CHANGING:
        return Doubtful(f"The words “{line.rest(rest)}” change what the date means.", parsed)
    dash = len(before) > 1 and before[-1].text == "-" and before[-1].gap and before[-2].kind == "w"
    changing = (_CHANGING - {"from", "is", "was"}) | (
        {"/", "&", "+"} if dash else {"-", "/", "&", "+"}
    )
    unknown = any(t.text in ("unknown", "nk", "approximately", "approx") for t in before)
    if before and (before[-1].text in changing or unknown):
        return Doubtful(f"The words “{_typed(line, 0, start)}” change what the date means.", parsed)
    whole = bool(parsed.pieces[-1].day) and _separate(line, end, rest)
    if after and not _dependable(parsed, line, start) and not whole:
        return Doubtful("Other words follow what may be a date.", parsed)
    if not after and not before:
        return Doubtful("The marks round the date are not understood.", parsed)
    return replace(parsed, notes=(*parsed.notes, f"The other words were left out: “{words}”."))


def _day_then_month(line: Line, start: int, end: int) -> bool:
    """“12 March - home visit” and not “May 2 be seen” or “1/2 hour”."""
    return any(
        line.num(i) and month(line.word(j)) for i in range(start, end) for j in (i + 1, i + 2)
    )


def _typed(line: Line, start: int, end: int) -> str:
    if start >= end:
        return ""
    return line.text[line.tokens[start].start : line.tokens[end - 1].end].strip()


def _dependable(parsed: Parsed, line: Line, start: int) -> bool:
    """A date no other thing could look like: with a four-figure year, or a month in words."""
    years = [t.text for t in line.tokens[start:] if yearlike(t.text)]
    named = any(month(t.text) for t in line.tokens[start:] if len(t.text) > 3 or t.text != "may")
    return all(p.year for p in parsed.pieces[-1:]) and bool(
        years or (named and parsed.pieces[-1].day)
    )


def _separate(line: Line, end: int, rest: int) -> bool:
    """Whether a mark or a gap sets the words off from a complete date in figures."""
    return rest > end or line.gap(end)


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
