"""Dates with the month in words: 22nd of May 2016, May 22 2016, Mar-09, the 22nd, 2009."""

from collections.abc import Iterator

from goldenthread.chronology.dates.pieces import Form, Piece, Pieces, Setting, year_at
from goldenthread.chronology.dates.tokens import Line
from goldenthread.chronology.dates.words import MONTHS, ORDINALS, ROMAN, month

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_THE = frozenset({"the"})
_OF = frozenset({"of", "in"})
_BETWEEN = "/-.,;"
_RIGHT_SUFFIX = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def wordy(line: Line, i: int, setting: Setting) -> Pieces:
    """Every way the tokens at ``i`` can be a date with a month in words, or only its beginning."""
    yield from _day_first(line, i, setting)
    yield from _month_first(line, i, setting)
    yield from _year_first(line, i, setting)


def _between(line: Line, i: int) -> tuple[int, str]:
    """Past the marks and small words between the parts of a date, with a doubt if one is there."""
    doubt = ""
    start = i
    while line.mark(i) and line.mark(i) in _BETWEEN and i - start < 2:
        i += 1
    if line.mark(i) == "?":
        i, doubt = i + 1, "?"
    elif line.word(i) == "ish":
        i, doubt = i + 1, "~"
    i = line.skip(i, _OF)
    return line.skip(i, _THE), doubt


def day_at(line: Line, i: int) -> Iterator[tuple[Piece, int, bool]]:
    """A day of the month at ``i``, in figures or words; the flag says it was an ordinal."""
    digits = line.num(i)
    if 0 < len(digits) <= 2:
        suffix = line.word(i + 1)
        if suffix in _SUFFIXES:
            right = _RIGHT_SUFFIX.get(int(digits), "th")
            note = "" if suffix == right else f"“{int(digits)}{suffix}” was read as {int(digits)}."
            yield Piece(day=digits.rjust(2, "0")).noting(note), i + 2, True
        else:
            yield Piece(day=digits.rjust(2, "0")), i + 1, False
    elif line.mark(i) and line.mark(i) in "?_":
        j = i + 1
        while line.mark(j) == line.mark(i) and not line.gap(j):
            j += 1
        if j - i <= 2 and (j - i == 2 or line.mark(j) in ("/", "-", ".")):
            yield Piece(day="XX"), j, False
    elif line.word(i) == "xx":
        yield Piece(day="XX"), i + 1, False
    elif line.word(i) in ORDINALS:
        yield Piece(day=f"{ORDINALS[line.word(i)]:02d}"), i + 1, True
    elif line.word(i) in ("twenty", "thirty"):
        j = i + 2 if line.mark(i + 1) == "-" else i + 1
        units = ORDINALS.get(line.word(j), 99)
        tens = 20 if line.word(i) == "twenty" else 30
        if units <= 9:
            yield Piece(day=str(tens + units)), j + 1, True


def month_at(line: Line, i: int) -> Iterator[tuple[Piece, int]]:
    """A month named at ``i``."""
    named = month(line.word(i))
    if named:
        note = (
            f"“{named.mistyped}” was read as {MONTHS[named.number - 1]}." if named.mistyped else ""
        )
        yield Piece(month=f"{named.number:02d}").noting(note), i + 1


def _roman(line: Line, i: int) -> Pieces:
    """A month in roman figures, only between marks: 22.v.2016."""
    if (
        line.word(i) in ROMAN
        and line.word(i) != "x"
        and (
            (line.mark(i - 1) and line.mark(i - 1) in "/.-")
            or (len(line.word(i)) > 1 and line.num(i - 1) and len(line.num(i + 1)) in (2, 4))
        )
    ):
        yield (
            Piece(month=f"{ROMAN[line.word(i)]:02d}").noting("The month is in roman figures."),
            i + 1,
        )


def _day_first(line: Line, i: int, setting: Setting) -> Pieces:
    for day, j, ordinal in day_at(line, i):
        if ordinal and line.word(j) == "day" and line.word(j + 1) == "of":
            j += 1
        k, doubt = _between(line, j)
        roman = list(_roman(line, k)) if line.mark(k + 1) == line.mark(k - 1) else []
        for found, m in [*month_at(line, k), *roman]:
            piece = found.but(day=day.day).doubting(doubt).noting(*day.notes)
            n, doubt = _between(line, m)
            for year, end in year_at(line, n, setting, short=True):
                yield piece.but(year=year).doubting(doubt).noting(_short(line, end, year)), end
            if not found.notes or ordinal or found.notes[0].startswith("“"):
                yield piece, m
        if ordinal or day.day.isdigit():
            yield day.but(strained=not ordinal), j


def _short(line: Line, end: int, year: str) -> str:
    typed = line.num(end - 1)
    return f"The year has two figures and was read as {year}." if len(typed) == 2 else ""


def _month_first(line: Line, i: int, setting: Setting) -> Pieces:
    for piece, j in month_at(line, i):
        k, doubt = _between(line, j)
        piece = piece.doubting(doubt)
        for day, m, ordinal in day_at(line, k):
            n, doubt_year = _between(line, m)
            for year, end in year_at(line, n, setting, short=True):
                if len(line.num(end - 1)) != 2 or ordinal or line.mark(end - 2) == "'":
                    yield piece.but(day=day.day, year=year).doubting(doubt_year), end
            if ordinal and day.day.isdigit():
                yield piece.but(day=day.day).noting(*day.notes), m
        yield from _month_and_number(line, j, k, piece, setting)
        yield piece.but(doubt=""), j


def _month_and_number(line: Line, j: int, k: int, piece: Piece, setting: Setting) -> Pieces:
    """Mar-09 and March 2009 are months; March 9 is a day; March 14 could be either."""
    for year, end in year_at(line, k, setting, short=False):
        yield piece.but(year=year), end
    digits = line.num(k)
    if len(digits) == 1 and digits != "0":
        yield piece.but(day=digits.rjust(2, "0")), k + 1
    if len(digits) != 2:
        return
    year = setting.full_year(digits)
    short = piece.but(year=year).noting(f"“{digits}” was read as the year {year}.")
    joined = line.mark(j) in ("-", "/") and not line.gap(j) and not line.gap(k)
    if joined or digits[0] == "0" or int(digits) > 31 or not line.gap(k):
        yield short, k + 1
        return
    named = MONTHS[int(piece.month) - 1]
    problem = f"“{named} {digits}” can be {int(digits)} {named} or {named} {year}."
    either = Piece(year, piece.month, form=Form.MONTH_OR_DAY, problem=problem)
    yield either.but(suggestion=f"{year}-{piece.month}"), k + 1


def _year_first(line: Line, i: int, setting: Setting) -> Pieces:
    start = line.skip(i, frozenset({"year"}))
    for year, j in year_at(line, start, setting, short=False):
        if len(line.num(j - 1)) == 2:
            yield Piece(year), j
            continue
        k, doubt = _between(line, j)
        for found, m in month_at(line, k):
            n, doubt_day = _between(line, m)
            for day, end, _ordinal in day_at(line, n):
                yield found.but(year=year, day=day.day).doubting(doubt or doubt_day), end
            yield found.but(year=year).doubting(doubt), m
        for day, m, _ordinal in day_at(line, k):
            for found, end in month_at(line, line.skip(m, _OF)):
                yield found.but(year=year, day=day.day), end
        yield Piece(year), j
