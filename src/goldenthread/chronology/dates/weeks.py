"""Weeks, weekends and days counted from a date: w/c 12 March, the last Friday of May."""

from collections.abc import Callable

from goldenthread.chronology.dates.holidays import holidays
from goldenthread.chronology.dates.numeric import numeric
from goldenthread.chronology.dates.pieces import (
    Form,
    Piece,
    Pieces,
    Setting,
    settled_month,
    yearlike,
)
from goldenthread.chronology.dates.plain import plain
from goldenthread.chronology.dates.tokens import Line, Phrases, word_set
from goldenthread.chronology.dates.words import NUMBERS, ORDINALS, weekday
from goldenthread.chronology.dates.wordy import wordy

_THE = frozenset({"the", "of", "in", "on"})
_WEEKS: Phrases[Form] = {
    tuple(phrase.split()): form
    for form, phrases in (
        (Form.WEEK_FROM, "wc; wb; wkc; wkb"),
        (Form.WEEK_TO, "we; wke; week end ing"),
        (Form.WEEKEND, "weekend of; weekend; wkend; weekend commencing; weekend beginning; wkend of; week end of"),
    )
    for phrase in phrases.split("; ")
}  # fmt: skip
_WEEK = word_set("week wk w weeks wks")
_NAMING_WEEKS = _WEEK | word_set("wc wb wkc wkb we wke")
_BEGINS = word_set(
    "c b commencing comm com comencing commence commences commening begin begins beginning begining "
    "beg beginnning starting starts start of from"
)
_ENDS = word_set("e ending ended ends end to endng")
_LAST = {"last": "last", "final": "last"}


def weeks(line: Line, i: int, setting: Setting) -> Pieces:
    """Every way the tokens at ``i`` can be a week, a weekend, or a day counted from a date."""
    found = line.phrase(i, _WEEKS) or _week_words(line, i)
    if found:
        j = found[1] + 1 if line.mark(found[1]) in (":", "-", ".") else found[1]
        for piece, end in plain(line, line.skip(j, _THE), setting):
            if piece.day and piece.form is Form.PLAIN:
                yield piece.but(form=found[0]), end
    else:
        yield from _week_last(line, i, setting)
    yield from _nth(line, i, setting)
    yield from _offset(line, i, setting)
    yield from _iso(line, i)


def _week_words(line: Line, i: int) -> tuple[Form, int] | None:
    """Week commencing, wk/beg, w ending: a word for week and one for its beginning or end."""
    if line.word(i) not in _WEEK:
        return None
    j = i + 2 if line.mark(i + 1) and line.mark(i + 1) in "/.-" else i + 1
    for form, words in ((Form.WEEK_FROM, _BEGINS), (Form.WEEK_TO, _ENDS)):
        if line.word(j) in words:
            return form, j + 1
    return None


def _week_last(line: Line, i: int, setting: Setting) -> Pieces:
    """12/03/2012 (week commencing)"""
    if not line.has(_NAMING_WEEKS):
        return
    for piece, j in plain(line, i, setting):
        k = j + 1 if line.mark(j) and line.mark(j) in "(,-[" else j
        found = line.phrase(k, _WEEKS) or _week_words(line, k)
        if found and found[0] is not Form.WEEKEND and piece.day and piece.form is Form.PLAIN:
            closed = found[1] + 1 if line.mark(found[1]) in (")", "]") else found[1]
            yield piece.but(form=found[0]), closed


def _ordinal(line: Line, i: int) -> tuple[str, int]:
    if line.word(i) in _LAST:
        return "last", i + 1
    if line.word(i) in ORDINALS and ORDINALS[line.word(i)] <= 5:
        return str(ORDINALS[line.word(i)]), i + 1
    if line.num(i) in ("1", "2", "3", "4", "5") and line.word(i + 1) in ("st", "nd", "rd", "th"):
        return line.num(i), i + 2
    return "", i


def _nth(line: Line, i: int, setting: Setting) -> Pieces:
    """The third week of January 2010; week 2 of May 2011; the first Monday in March 2010."""
    which, j = _ordinal(line, i)
    named: int | None = None
    if which and line.word(j) in ("week", "wk"):
        form, j = Form.WEEK_OF_MONTH, j + 1
    elif which and line.word(j) in ("weekend", "wkend"):
        form, j = Form.WEEKEND, j + 1
    elif which and weekday(line.word(j)) is not None:
        form, named, j = Form.NTH_WEEKDAY, weekday(line.word(j)), j + 1
    elif line.word(i) in ("week", "wk") and line.num(i + 1) in ("1", "2", "3", "4", "5"):
        form, which, j = Form.WEEK_OF_MONTH, line.num(i + 1), i + 2
    else:
        return
    for base in (wordy, numeric):
        for found, end in base(line, line.skip(j, _THE), setting):
            piece = settled_month(found)
            if piece.month and not piece.day and piece.form is Form.PLAIN and not piece.problem:
                yield piece.but(form=form, arg=which, weekday=named), end


_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "fortnight": 14}


def _offset(line: Line, i: int, setting: Setting) -> Pieces:
    """The day after 12 May 2010; two weeks before Christmas Day 2009."""
    count = NUMBERS.get(line.word(i), 0) or (int(line.num(i)) if 0 < len(line.num(i)) < 3 else 0)
    j = i + 1 if count else i
    if line.word(j) == "the":
        j += 1
    j = line.skip(j, frozenset({"of"}))
    unit = _UNITS.get(line.word(j))
    if not unit or (not count and line.word(j) != "day"):
        return
    way = {"before": -1, "after": 1, "following": 1, "preceding": -1, "prior": -1}.get(
        line.word(j + 1)
    )
    if not way:
        return
    k = j + 3 if line.word(j + 2) == "to" else j + 2
    bases: tuple[Callable[[Line, int, Setting], Pieces], ...] = (plain, holidays)
    for base in bases:
        for piece, end in base(line, line.skip(k, _THE), setting):
            if (piece.day and piece.form is Form.PLAIN) or piece.form is Form.HOLIDAY:
                days = way * unit * max(count, 1)
                mark = "" if unit == 1 else "~"
                arg = f"{days}|{mark}|{piece.arg}"
                yield piece.but(form=Form.OFFSET, arg=arg), end


def _iso(line: Line, i: int) -> Pieces:
    """2016-W21, the 21st week of 2016 in the international count."""
    if yearlike(line.num(i)) and line.mark(i + 1) == "-" and line.word(i + 2) == "w":
        digits = line.num(i + 3)
        if len(digits) == 2 and not line.gap(i + 3):
            yield Piece(line.num(i), form=Form.ISO_WEEK, arg=digits), i + 4
