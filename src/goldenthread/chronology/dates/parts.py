"""Parts of months and years: early July, the end of March, spring term 2012, the 1990s, Q2."""

from goldenthread.chronology.dates.numeric import numeric
from goldenthread.chronology.dates.pieces import (
    Form,
    Piece,
    Pieces,
    Setting,
    settled_month,
    year_at,
    yearlike,
)
from goldenthread.chronology.dates.tokens import Line, Phrases
from goldenthread.chronology.dates.words import ORDINALS
from goldenthread.chronology.dates.wordy import wordy

_OF = frozenset({"of", "in", "the", "for"})
_PARTS: Phrases[str] = {
    tuple(phrase.split()): part
    for part, phrases in (
        ("early", "early; beginning; start; beginning of; start of; early part; first part; early in; earlier in; very early; at beginning; at start; early on in; beg; beg of; begining; start of the"),
        ("mid", "mid; middle; midway through; halfway through; mid way through; mid part; half way through; middle part; middle of"),
        ("late", "late; end; end of; latter part; later part; later; close of; last part; late in; later in; very late; at end; latter; latter end; tail end; latter half"),
    )
    for phrase in phrases.split("; ")
}  # fmt: skip
_PART_WORDS = frozenset(phrase[0] for phrase in _PARTS)
_HALVES = frozenset({"half", "halfterm"})
_YEARS = frozenset({"year", "yr"})
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "winter": "24", "fall": "23"}
_SEASONS |= {"sping": "21", "sumer": "22", "summmer": "22", "autum": "23", "autunm": "23"}
_HALF_TERMS = {"21": "02", "22": "05", "23": "10"}
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9, "noughties": 0,
}  # fmt: skip
_SPLIT_YEARS = {
    "academic": "09", "school": "09", "financial": "04", "fiscal": "04", "tax": "04", "fy": "04", "ay": "09",
}  # fmt: skip


def parts(line: Line, i: int, setting: Setting) -> Pieces:
    """Every way the tokens at ``i`` can be a part of a month, year or decade, or a season."""
    yield from _part_of(line, i, setting)
    yield from _season(line, i, setting)
    yield from _decade(line, i, setting)
    yield from _quarter(line, i, setting)
    yield from _named_year(line, i, setting)
    if line.has(_HALVES):
        yield from _half_term(line, i, setting)
    if line.has(_YEARS):
        yield from _year_named_last(line, i, setting)
    if line.has(_PART_WORDS):
        yield from _part_last(line, i, setting)


def _of(line: Line, i: int) -> int:
    while line.mark(i) and line.mark(i) in "-,":
        i += 1
    return line.skip(i, _OF)


def _part_of(line: Line, i: int, setting: Setting) -> Pieces:
    found = line.phrase(i, _PARTS)
    if not found:
        return
    part, j = found
    while line.mark(j) == "-":
        j += 1
    if line.word(j) in ("to", "or") or line.mark(j) in ("/",) or line.mark(j - 1) == "-":
        k = j + 1 if line.word(j) in ("to", "or") or line.mark(j) == "/" else j
        second = line.phrase(k, _PARTS)
        if second and (part, second[0]) in (("early", "mid"), ("mid", "late")):
            part, j = f"{part}-{second[0]}", second[1]
    j = _of(line, j)
    for base in (wordy, numeric, _decade, _season):
        for piece, end in base(line, j, setting):
            piece = settled_month(piece)
            if piece.day or piece.problem or piece.weekday is not None:
                continue
            if (piece.form is Form.TERM and part in ("early", "late")) or piece.form in (
                Form.DECADE,
                Form.SEASON,
            ):
                yield piece.but(arg=f"{piece.arg} {part}"), end
            elif piece.form is Form.PLAIN and (piece.month or piece.year.isdigit()):
                yield piece.but(form=Form.PART, arg=part), end


def _part_last(line: Line, i: int, setting: Setting) -> Pieces:
    """January 2016 (early)"""
    for piece, j in wordy(line, i, setting):
        k = j + 1 if line.mark(j) and line.mark(j) in "(,-" else j
        found = line.phrase(k, _PARTS)
        plain = piece.month and piece.year and not piece.day and not piece.problem
        if plain and found and k > j and not line.num(found[1]):
            end = line.skip(found[1], _OF)
            yield piece.but(form=Form.PART, arg=found[0]), end + 1 if line.mark(end) == ")" else end


def _season(line: Line, i: int, setting: Setting) -> Pieces:
    season = _SEASONS.get(line.word(i))
    if not season:
        return
    j, form = i + 1, Form.SEASON
    if line.word(j) == "term":
        j, form = j + 1, Form.TERM
        if season == "24":
            return
    elif line.word(j) in ("time", "holidays", "holiday", "hols", "break"):
        form = Form.HOLIDAY if line.word(j) != "time" else form
        j += 1
    arg = "summer holidays" if form is Form.HOLIDAY else season
    if form is Form.HOLIDAY and season != "22":
        return
    if form is Form.TERM:
        yield from _term_of_split_year(line, _of(line, j), season)
    for piece, end in _then_year(line, _of(line, j), setting, winter=season == "24"):
        yield piece.but(form=form, arg=arg), end
    yield Piece(form=form, arg=arg), j


def _term_of_split_year(line: Line, i: int, season: str) -> Pieces:
    """Spring term 2016/17 is in 2017, autumn term 2016/17 in 2016."""
    digits, second = line.num(i), line.num(i + 2)
    if not yearlike(digits) or line.mark(i + 1) not in ("/", "-"):
        return
    follows = str(int(digits) + 1)
    if second in (follows, follows[2:]):
        yield Piece(digits if season == "23" else follows, form=Form.TERM, arg=season), i + 3


def _then_year(line: Line, i: int, setting: Setting, *, winter: bool = False) -> Pieces:
    for year, j in year_at(line, i, setting, short=True):
        second = line.num(j + 1)
        if winter and line.mark(j) in ("/", "-") and second and year.isdigit():
            follows = int(year) + 1
            if second in (str(follows), str(follows)[2:]):
                yield Piece(year).noting(f"The winter of {year} to {follows}."), j + 2
        yield Piece(year), j


def _half_term(line: Line, i: int, setting: Setting) -> Pieces:
    for piece, j in wordy(line, i, setting):
        if piece.month and not piece.day and not piece.problem:
            k = _half_term_words(line, j)
            if not k:
                continue
            if not piece.year:
                for year, end in year_at(line, _of(line, k), setting, short=True):
                    yield piece.but(year=year, form=Form.HALF_TERM), end
            yield piece.but(form=Form.HALF_TERM), k
    season = _SEASONS.get(line.word(i))
    k = _half_term_words(line, i + 1) if season in _HALF_TERMS else 0
    if k:
        for piece, end in _then_year(line, _of(line, k), setting):
            yield piece.but(month=_HALF_TERMS[season or ""], form=Form.HALF_TERM), end
    k = _half_term_words(line, i)
    if k:
        for piece, end in wordy(line, _of(line, k), setting):
            named = not piece.problem or piece.form is Form.MONTH_OR_DAY
            if piece.month and not piece.day and named:
                yield piece.but(form=Form.HALF_TERM, problem="", suggestion=""), end


def _half_term_words(line: Line, i: int) -> int:
    if line.word(i) == "halfterm":
        return i + 1
    j = i + 2 if line.mark(i + 1) == "-" else i + 1
    if line.word(i) == "half" and line.word(j) == "term":
        return j + 2 if line.word(j + 1) in ("holiday", "holidays", "break", "week") else j + 1
    return 0


def _decade(line: Line, i: int, setting: Setting) -> Pieces:
    if line.word(i) in _DECADES:
        tens = _DECADES[line.word(i)]
        century = "20" if tens * 10 <= setting.pivot % 100 - 10 else "19"
        yield Piece(f"{century}{tens}X", form=Form.DECADE), i + 1
        return
    j = i + 1 if line.mark(i) == "'" else i
    digits = line.num(j)
    k = j + 2 if line.mark(j + 1) == "'" else j + 1
    if line.word(k) != "s" or line.gap(k) or not digits.endswith("0"):
        return
    if yearlike(digits):
        yield Piece(digits[:3] + "X", form=Form.DECADE), k + 1
    elif len(digits) == 2:
        yield Piece(setting.full_year(digits)[:3] + "X", form=Form.DECADE), k + 1


def _quarter(line: Line, i: int, setting: Setting) -> Pieces:
    letter = {"q": Form.QUARTER, "h": Form.HALF}.get(line.word(i))
    most = "1234" if letter is Form.QUARTER else "12"
    if letter and line.num(i + 1) and line.num(i + 1) in most and not line.gap(i + 1):
        arg, form, j = line.num(i + 1), letter, i + 2
    else:
        nth = {**ORDINALS, "last": 4, "final": 4}.get(line.word(i), 0)
        j, kind = i + 1, line.word(i + 1)
        if line.num(i) in ("1", "2", "3", "4") and line.word(i + 1) in ("st", "nd", "rd", "th"):
            nth, j, kind = int(line.num(i)), i + 2, line.word(i + 2)
        if kind not in ("quarter", "half") or not 1 <= nth <= (4 if kind == "quarter" else 2):
            return
        form = Form.QUARTER if kind == "quarter" else Form.HALF
        arg, j = str(nth), j + 1
    for base in (wordy, numeric):
        for piece, end in base(line, _of(line, j), setting):
            if piece.form is Form.SPLIT_YEAR and form is Form.QUARTER:
                yield _of_financial_year(piece, int(arg)), end
            plain = not piece.day and not piece.problem and piece.form is Form.PLAIN
            if plain and ((piece.year and not piece.month) or (piece.month and form is Form.HALF)):
                yield piece.but(form=form, arg=arg), end


def _of_financial_year(piece: Piece, quarter: int) -> Piece:
    """Q1 2011/12 is April to June 2011, Q4 January to March 2012."""
    year = piece.year if quarter < 4 else str(int(piece.year) + 1)
    note = "The quarters of a split year are counted from April."
    return Piece(year, form=Form.QUARTER, arg=str(quarter % 4 + 1)).noting(note)


def _year_named_last(line: Line, i: int, setting: Setting) -> Pieces:
    """The 2011/12 academic year."""
    yield from _split_year_named_last(line, i)
    for piece, j in numeric(line, i, setting):
        starts = _SPLIT_YEARS.get(line.word(j), "")
        if piece.form is Form.SPLIT_YEAR and starts and line.word(j + 1) in ("year", "yr"):
            yield piece.but(arg=starts), j + 2


def _split_year_named_last(line: Line, i: int) -> Pieces:
    """2005-06 academic year: the name settles that 06 is a year and not June."""
    year, second = line.num(i), line.num(i + 2)
    starts = _SPLIT_YEARS.get(line.word(i + 3), "")
    if yearlike(year) and line.mark(i + 1) == "-" and starts and line.word(i + 4) in ("year", "yr"):
        if second == str(int(year) + 1)[2:]:
            yield Piece(year, form=Form.SPLIT_YEAR, arg=starts), i + 5


def _named_year(line: Line, i: int, setting: Setting) -> Pieces:
    """The academic year 2011/12; the financial year 2011-2012; FY 2011/12."""
    starts = _SPLIT_YEARS.get(line.word(i))
    if not starts:
        return
    j = i + 1 if len(line.word(i)) == 2 else _of(line, i + 2)
    if len(line.word(i)) > 2 and line.word(i + 1) not in ("year", "yr"):
        return
    for year, k in year_at(line, j, setting, short=False):
        second = line.num(k + 1)
        if line.mark(k) in ("/", "-") and year.isdigit():
            follows = str(int(year) + 1)
            if second in (follows, follows[2:]):
                yield Piece(year, form=Form.SPLIT_YEAR, arg=starts), k + 2
