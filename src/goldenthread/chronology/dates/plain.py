"""A plain date in words or figures, with or without its weekday."""

from goldenthread.chronology.dates.numeric import numeric
from goldenthread.chronology.dates.pieces import Piece, Pieces, Setting
from goldenthread.chronology.dates.tokens import Line, word_set
from goldenthread.chronology.dates.words import weekday
from goldenthread.chronology.dates.wordy import wordy

_THE = word_set("the")
_AFTER_WEEKDAY = word_set("the on of")


def plain(line: Line, i: int, setting: Setting) -> Pieces:
    """Every way the tokens at ``i`` can be a date in words or figures, weekday first or last."""
    i = line.skip(i, _THE)
    named = weekday(line.word(i))
    if named is None:
        for piece, j in _undressed(line, i, setting):
            yield piece, j
            if piece.day:
                yield from _weekday_last(line, j, piece)
        return
    j = i + 1
    while line.mark(j) and line.mark(j) in ".,-/:":
        j += 1
    for piece, end in _undressed(line, line.skip(j, _AFTER_WEEKDAY), setting):
        if piece.day or piece.problem:
            yield piece.but(weekday=named), end


def _undressed(line: Line, i: int, setting: Setting) -> Pieces:
    yield from wordy(line, i, setting)
    yield from numeric(line, i, setting)


def _weekday_last(line: Line, i: int, piece: Piece) -> Pieces:
    """12 March 2009 (Thursday)"""
    j = i
    while line.mark(j) and line.mark(j) in "(,-[" and j - i < 2:
        j += 1
    named = weekday(line.word(j))
    if named is not None:
        j = j + 2 if line.mark(j + 1) == "." else j + 1
        yield piece.but(weekday=named), j + 1 if line.mark(j) and line.mark(j) in ")]" else j
