"""From what a cell says to a reading: parts filled in, calendar asked, EDTF written."""

from dataclasses import replace
from datetime import date

from goldenthread.chronology.dates.compound import Join, Parsed
from goldenthread.chronology.dates.filling import filled
from goldenthread.chronology.dates.model import Reading, Refusal
from goldenthread.chronology.dates.pieces import Form, Piece
from goldenthread.chronology.dates.points import doubted
from goldenthread.chronology.dates.realise import Impossible, Points, realise
from goldenthread.chronology.dates.words import MONTHS, WEEKDAYS
from goldenthread.chronology.dates.writing import Meaning, edtf_of, reading_of

_NEAR_FUTURE = 4  # years
_PLAUSIBLE_AHEAD = 2  # years after the latest date within which a date is doubted, not refused


def finish(
    parsed: Parsed, text: str, *, pivot: int, latest: date | None = None, year: str = ""
) -> Reading | Refusal:
    """The reading of a parsed cell, or the refusal with its reason.

    ``year`` is given to dates that lack one. Dates after ``latest`` are doubted, or refused
    when they are years away.
    """
    try:
        pieces = filled(parsed)
        if year:
            pieces = with_year(pieces, year)
        meaning, notes = _meaning(parsed, pieces, pivot)
        meaning, ahead = _against_latest(meaning, latest, pivot)
    except Impossible as impossible:
        return Refusal(text, impossible.reason, impossible.suggestion)
    shown = (*parsed.notes, *dict.fromkeys(note for piece in pieces for note in piece.notes))
    clock_notes = parsed.clock.notes if parsed.clock else ()
    return reading_of(meaning, parsed, text, why=(*shown, *notes, *ahead, *clock_notes))


def with_year(pieces: tuple[Piece, ...], year: str) -> tuple[Piece, ...]:
    """The pieces with a year; in a range that crosses New Year the second has the next one."""
    dated: list[Piece] = []
    for piece in pieces:
        before = dated[-1] if dated else None
        next_year = before is not None and before.month > piece.month and piece.month.isdigit()
        given = str(int(year) + 1) if next_year else year
        dated.append(piece if piece.year else piece.but(year=given))
    return tuple(dated)


def lacks_year(parsed: Parsed) -> bool:
    """Whether a cell gives a month, day or holiday but no year at all."""
    return not any(piece.year for piece in parsed.pieces) and not any(
        piece.problem for piece in parsed.pieces
    )


def _meaning(
    parsed: Parsed, pieces: tuple[Piece, ...], pivot: int
) -> tuple[Meaning, tuple[str, ...]]:
    notes: list[str] = []
    groups: list[Points] = []
    for piece in pieces:
        points = realise(piece)
        clash = _weekday_clash(piece, points)
        if clash:
            notes.append(clash)
            points = tuple(doubted(point, "?") for point in points)
        century = _other_century(piece, pivot)
        if century:
            notes.append(century)
            points = tuple(doubted(point, "?") for point in points)
        groups.append(points)
    join = parsed.join
    if join is Join.ONE and len(groups[0]) == 2:
        join = Join.SPAN
    elif join is Join.SPAN or (join in (Join.FROM, Join.UNTIL) and len(groups) == 2):
        groups = [(groups[0][0], groups[1][-1])]
    elif join is Join.SET and parsed.spans:
        groups = _grouped(groups, parsed.spans)
    _check_order(groups)
    _check_kinds(pieces, join, slash=parsed.slash)
    _check_clocks(parsed, groups, join)
    return Meaning(tuple(groups), join, parsed.clock, parsed.until), tuple(notes)


def _grouped(groups: list[Points], spans: tuple[int, ...]) -> list[Points]:
    result: list[Points] = []
    n = 0
    while n < len(groups):
        if n in spans:
            result.append((groups[n][0], groups[n + 1][-1]))
            n += 2
        else:
            result.append(groups[n])
            n += 1
    return result


def _check_order(groups: list[Points]) -> None:
    for group in groups:
        low, high = group[0], group[-1]
        if low.first and high.last and low.first > high.last:
            raise Impossible("The second date is before the first.")
        same_shape = len(low.month) == len(high.month) and len(low.day) == len(high.day)
        undated = not low.dated and not high.dated
        if undated and same_shape and low.month == high.month and low.day > high.day:
            raise Impossible("The second day is before the first.")
        if low.dated != high.dated:
            raise Impossible("One of the two dates has no year.")


def _check_kinds(pieces: tuple[Piece, ...], join: Join, *, slash: bool) -> None:
    """“12 March 2009 or 2010” does not say whether the second is a day or a year."""
    plain = {(bool(p.month), bool(p.day)) for p in pieces if p.form is Form.PLAIN}
    weekly = (Form.WEEK_FROM, Form.WEEK_TO)
    if join is Join.SPAN and pieces[-1].form in weekly and pieces[0].form is Form.PLAIN:
        raise Impossible("A stretch of days and the name of a week do not go together.")
    if slash and pieces[0].form is Form.WEEK_TO:
        raise Impossible("Two days can be a weekend, or the end of a week.")
    if (slash or join in (Join.SET, Join.ONE_OF)) and len(plain) > 1:
        raise Impossible("The dates are not of one kind, so that what they share is not clear.")


def _check_clocks(parsed: Parsed, groups: list[Points], join: Join) -> None:
    clock = parsed.clock
    if clock is None:
        return
    whole = edtf_of(Meaning(tuple(groups), join))
    if clock.problem or (parsed.until and parsed.until.problem):
        problem = clock.problem or (parsed.until.problem if parsed.until else "")
        raise Impossible(problem, whole)
    if clock.compact and clock.time[:2] in ("19", "20") and not groups[0][0].dated:
        raise Impossible("The four figures can be a year or a time.", whole)
    single = join is Join.ONE and bool(groups[0][0].day)
    if (
        not single
        and not clock.part
        and not parsed.until
        and join is not Join.FROM
        and join is not Join.UNTIL
    ):
        raise Impossible("The time belongs to one day, and the date is not one day.", whole)
    if not groups[0][0].day:
        raise Impossible("The time needs a day, and the date has none.", whole)


def _other_century(piece: Piece, pivot: int) -> str:
    """A two-figure year just after the pivot may be a plan for the near future."""
    typed_short = any(note.startswith("The year has two figures") for note in piece.notes)
    if typed_short and piece.year.isdigit() and 0 < int(piece.year) + 100 - pivot <= _NEAR_FUTURE:
        return f"The year can also be {int(piece.year) + 100}."
    return ""


def _weekday_clash(piece: Piece, points: Points) -> str:
    if piece.weekday is None or piece.form is Form.NTH_WEEKDAY:
        return ""
    day = points[0 if piece.form is not Form.WEEK_TO else -1].first
    if (
        not day
        or not piece.day.isdigit()
        or not piece.month.isdigit()
        or day.weekday() == piece.weekday
    ):
        return ""
    if piece.form is Form.WEEKEND:
        return ""
    return f"{shown(day)} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[piece.weekday]}."


def shown(day: date) -> str:
    """A date as people are shown it: “3 May 2011”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _against_latest(
    meaning: Meaning, latest: date | None, pivot: int
) -> tuple[Meaning, tuple[str, ...]]:
    firsts = [p.first for p in meaning.points if p.first]
    if date(1900, 1, 1) in firsts and meaning.points[0].day:
        raise Impossible("Computers write 1 January 1900 where they have no date.")
    if not firsts or meaning.join is Join.UNTIL:
        return meaning, ()
    day = max(firsts)
    limit = (latest.year if latest else pivot) + (_PLAUSIBLE_AHEAD if latest else 10)
    if day.year > limit:
        raise Impossible(f"The year {day.year} lies too far ahead.", _swapped_year(meaning, limit))
    if latest and day > latest:
        return meaning.doubting("?"), (f"This is later than {shown(latest)}.",)
    return meaning, ()


def _swapped_year(meaning: Meaning, limit: int) -> str:
    """The date with the last two figures of its year swapped, if that makes it possible."""
    if len(meaning.points) != 1 or not meaning.points[0].year.isdigit():
        return ""
    point = meaning.points[0]
    year = point.year[:2] + point.year[3] + point.year[2]
    return replace(point, year=year, doubt="").edtf if int(year) <= limit else ""
