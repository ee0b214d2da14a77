"""A date with other words round it: “12/03/2009 - strategy meeting”, “Letter dated 12 March 2009”."""

from dataclasses import dataclass, replace

from goldenthread.chronology.dates.compound import UNLIKELY, Compound, Parsed
from goldenthread.chronology.dates.pieces import Form, Piece, Setting
from goldenthread.chronology.dates.surroundings import Surroundings, objection
from goldenthread.chronology.dates.tokens import Line


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
        return _judged(Surroundings(line, start, *found))
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


def _judged(found: Surroundings) -> Parsed | Doubtful:
    reason = objection(found)
    if reason:
        return Doubtful(reason, found.parsed)
    note = f"The other words were left out: “{found.words}”."
    return replace(found.parsed, notes=(*found.parsed.notes, note))
