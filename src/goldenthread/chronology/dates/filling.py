"""Missing parts taken from the neighbour in the same cell: “12 and 14 March 2009”, “31 Dec/1 Jan 2010”."""

from goldenthread.chronology.dates.compound import Join, Parsed
from goldenthread.chronology.dates.pieces import Form, Piece
from goldenthread.chronology.dates.points import SEASONS
from goldenthread.chronology.dates.realise import Impossible

_SPANS = (Join.SPAN,)
_SEASON_NOTE = "The year was taken from the other date."


def filled(parsed: Parsed) -> tuple[Piece, ...]:
    """The pieces with days given their month and year, from the later date first, then the earlier.

    Raises :class:`Impossible` when a day finds no month.
    """
    pieces = list(parsed.pieces)
    for n in range(len(pieces) - 2, -1, -1):
        pieces[n] = _from_later(pieces[n], pieces[n + 1], spans=parsed.join in _SPANS)
    for n in range(1, len(pieces)):
        pieces[n] = _from_earlier(pieces[n - 1], pieces[n], spans=parsed.join in _SPANS)
    for piece in pieces:
        if piece.day and not piece.month and not piece.problem:
            raise Impossible("A day of the month without its month is not a date.")
    return tuple(pieces)


def _from_later(piece: Piece, later: Piece, *, spans: bool) -> Piece:
    if _lacks_month(piece):
        if later.form is not Form.PLAIN or not later.month or not later.day:
            return piece
        piece = piece.but(month=later.month)
    if not piece.year and later.year and _can_take_year(piece):
        year = later.year
        if spans and year.isdigit() and _month_day(piece) > _month_day(later) and later.month:
            year = str(int(year) - 1)
        piece = piece.but(year=year)
    return piece


def _from_earlier(earlier: Piece, piece: Piece, *, spans: bool) -> Piece:
    if _lacks_month(piece):
        if earlier.form is not Form.PLAIN or not earlier.month or not earlier.day:
            return piece
        piece = piece.but(month=earlier.month)
    if not piece.year and earlier.year and _can_take_year(piece):
        year = earlier.year
        if spans and year.isdigit() and earlier.month and _month_day(piece) < _month_day(earlier):
            year = str(int(year) + 1)
        piece = piece.but(year=year)
        if earlier.month:
            piece = piece.noting("The year of the second date was taken from the first.")
    return piece


def _lacks_month(piece: Piece) -> bool:
    return bool(piece.day) and not piece.month and piece.form is Form.PLAIN


def _can_take_year(piece: Piece) -> bool:
    return not piece.problem


def _month_day(piece: Piece) -> tuple[int, int]:
    """Where in its year a piece begins, to tell whether a range crosses New Year."""
    if piece.form is Form.SEASON:
        return SEASONS[piece.arg.split()[0]][0], 0
    if piece.form is Form.TERM:
        return {"21": 1, "22": 4, "23": 9}[piece.arg], 0
    month = int(piece.month) if piece.month.isdigit() else 0
    part = {"early": 1, "mid": 11, "late": 21}.get(piece.arg.split("-")[0], 0)
    return month, int(piece.day) if piece.day.isdigit() else part
