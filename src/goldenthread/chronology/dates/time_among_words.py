"""One time with other words round it, in a cell of a time column: “Call at 14:30”."""

from goldenthread.chronology.dates.clock import Clock, clocks
from goldenthread.chronology.dates.telling_words import (
    CHANGING_ANYWHERE,
    CHANGING_TIMES,
    MOST_TIMED,
    RECORDED,
    RECORDING,
    mistyped,
)
from goldenthread.chronology.dates.tokens import Line, Token


def clock_among_words(line: Line) -> Clock | None:
    """The one time in a cell of a time column that holds other words: “Call at 14:30”."""
    if len(line) > MOST_TIMED:
        return None
    for start in range(len(line)):
        for clock, end in clocks(line, start, bare=False):
            marks = end + 1 if line.mark(end) and line.mark(end) in ",-:(" else end
            before, after = line.tokens[:start], line.tokens[marks:]
            if clock.problem or clock.part or not clock.certain or not (before or after):
                continue
            return clock if _leaves_time_alone(before, after) else None
    return None


def _leaves_time_alone(before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    others = (*before, *after)
    words = {token.text for token in others if token.kind == "w"}
    told = words & RECORDED and words <= RECORDED | RECORDING and not before
    figures = any(token.kind == "n" for token in (*before, *(() if told else after)))
    marks = any(token.kind == "m" and token.text not in ",.;:-()[]'\"/" for token in others)
    beside = {token.text for token in (*before[-1:], *after[:1])}
    changed = beside & CHANGING_TIMES or words & CHANGING_ANYWHERE or any(map(mistyped, words))
    named = any(word in words for word in ("midnight", "noon", "midday", "am", "pm"))
    return bool(words) and not (figures or marks or changed or named)
