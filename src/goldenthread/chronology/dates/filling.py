"""Missing parts taken from the neighbour in the same cell: “12 and 14 March 2009”, “31 Dec/1 Jan 2010”."""

from goldenthread.chronology.dates.compound import Join, Parsed
from goldenthread.chronology.dates.pieces import Form, Piece, settled_month
from goldenthread.chronology.dates.points import SEASONS
from goldenthread.chronology.dates.realise import Impossible

_SPANS = (Join.SPAN,)
_BY_DAY = (Form.PLAIN, Form.WEEKEND, Form.WEEK_FROM, Form.WEEK_TO)


def filled(parsed: Parsed) -> tuple[Piece, ...]:
    """The pieces with days given their month and year, from the later date first, then the earlier.

    Raises :class:`Impossible` when a day finds no month.
    """
    styles = [p for p in parsed.pieces if p.month and p.day and p.form is Form.PLAIN]
    if any(p.figures and not p.year for p in styles) and any(not p.figures for p in styles):
        raise Impossible("The figures with a slash can be a day and month or two days.")
    pieces = _weeks_shared(_months_settled(parsed.pieces), parsed.join)
    for n in range(len(pieces) - 2, -1, -1):
        pieces[n] = _from_later(pieces[n], pieces[n + 1], spans=parsed.join in _SPANS)
    for n in range(1, len(pieces)):
        if parsed.slash and _lacks_month(pieces[n]):
            continue  # 12/03/2009/1 is no range
        pieces[n] = _from_earlier(pieces[n - 1], pieces[n], spans=parsed.join in _SPANS)
    pieces = _doubts_shared(pieces, parsed)
    for piece in pieces:
        if piece.day and not piece.month and not piece.problem:
            raise Impossible("A day of the month without its month is not a date.")
    return tuple(pieces)


def _doubts_shared(pieces: list[Piece], parsed: Parsed) -> list[Piece]:
    """“Around 9 or 10 May” and “12-14 March 2009?” are doubtful throughout."""
    first = parsed.pieces[0]
    incomplete = not first.year or not first.month
    shares = parsed.join is Join.ONE_OF or (
        parsed.join is Join.SPAN and incomplete and first.form is Form.PLAIN and len(pieces) == 2
    )
    if not shares or not (pieces[-1].year or pieces[-1].month):
        return pieces
    if parsed.join is not Join.ONE_OF and first.year:
        return pieces
    for doubt in {piece.doubt for piece in pieces}:
        pieces = [piece.doubting(doubt) for piece in pieces]
    return pieces


def _weeks_shared(pieces: list[Piece], join: Join) -> list[Piece]:
    """“w/c 12 and 19 March”: both begin a week."""
    weekly = (Form.WEEK_FROM, Form.WEEK_TO)
    if join not in (Join.SET, Join.ONE_OF) or pieces[0].form not in weekly:
        return pieces
    return [p.but(form=pieces[0].form) if p.day and p.form is Form.PLAIN else p for p in pieces]


def _months_settled(pieces: tuple[Piece, ...]) -> list[Piece]:
    """“Dec 09 - Jan 10”: beside a month with its year, the second is one too."""
    months = any(p.month and not p.day and not p.problem for p in pieces)
    return [settled_month(p) if months else p for p in pieces]


def _from_later(piece: Piece, later: Piece, *, spans: bool) -> Piece:
    same_month = _lacks_month(piece)
    if same_month:
        if later.form not in _BY_DAY or not later.month or not later.day:
            return piece
        piece = piece.but(month=later.month)
    if not piece.year and later.year and _can_take_year(piece):
        year = later.year
        crosses = _month_day(piece) > _month_day(later) and later.month and not same_month
        if spans and crosses and piece.form is Form.HOLIDAY:
            raise Impossible("It is not clear which year the first day belongs to.")
        if spans and year.isdigit() and crosses:
            year = str(int(year) - 1)
        piece = piece.but(year=year)
    return piece


def _from_earlier(earlier: Piece, piece: Piece, *, spans: bool) -> Piece:
    if _lacks_month(piece):
        if piece.strained:
            raise Impossible("The last figure can be a day or a year.")
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
    return bool(piece.day) and not piece.month and piece.form in _BY_DAY


def _can_take_year(piece: Piece) -> bool:
    return not piece.problem


def _month_day(piece: Piece) -> tuple[int, int]:
    """Where in its year a piece begins, to tell whether a range crosses New Year."""
    if piece.form is Form.SEASON:
        return SEASONS[piece.arg.split()[0]][0], 0
    if piece.form is Form.TERM:
        return {"21": 1, "22": 4, "23": 9}[piece.arg.split()[0]], 0
    month = int(piece.month) if piece.month.isdigit() else 0
    part = {"early": 1, "mid": 11, "late": 21}.get(piece.arg.split("-")[0], 0)
    return month, int(piece.day) if piece.day.isdigit() else part
