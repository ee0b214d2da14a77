"""Dates in figures: 22/05/2016, 22.5.16, 2016-05-22, 22052016, 03/2009, ?/3/10."""

from collections.abc import Iterator

from goldenthread.chronology.dates.pieces import Form, Piece, Pieces, Setting, yearlike
from goldenthread.chronology.dates.tokens import Line, word_set

_MARKS = "/-.,;:\\"
_MASKS = word_set("x xx xxxx dd mm yy yyyy nk unk")  # letters typed for figures not known
SUFFIXES = word_set("st nd rd th")
SHORT_YEAR = "The year has two figures and was read as {year}."
_WEEKS_NOT_YEARS = (40, 52)  # 6/52 is six weeks, 28/40 of a pregnancy
_MIXED = "The separators are mistyped."
_RUN = "The separators between day, month and year are missing."


def numeric(line: Line, i: int, setting: Setting) -> Pieces:
    """Every way the tokens at ``i`` can be a date in figures, day first."""
    yield from _three(line, i, setting)
    yield from _run_together(line, i, setting)
    yield from _two(line, i, setting)


def _figure(line: Line, i: int) -> Iterator[tuple[str, int, str]]:
    """Digits, or X for each unknown one, with a doubt from a following question mark."""
    digits = line.num(i)
    if digits:
        if line.mark(i + 1) == "?" and not line.gap(i + 1):
            masked = i + 2
            while line.mark(masked) == "?" and not line.gap(masked):
                masked += 1
            unknown = masked - i - 1
            if (len(digits), unknown) in ((2, 2), (3, 1)) and digits[:2] in ("19", "20"):
                yield digits + "X" * unknown, masked, ""
            elif len(digits) <= 2 or (len(digits) == 4 and unknown == 1):
                yield digits, masked, "?"
        if len(digits) == 1 and line.word(i + 1) == "x" and not line.gap(i + 1):
            yield digits + "X", i + 2, ""
        if len(digits) <= 2 and line.word(i + 1) in SUFFIXES and not line.gap(i + 1):
            yield digits, i + 2, ""
        yield digits, i + 1, ""
    elif line.mark(i) == "?" and line.num(i + 1) and not line.gap(i + 1):
        yield line.num(i + 1), i + 2, "?"
    elif line.mark(i) == line.mark(i + 1) == "-" and line.mark(i + 2) in ("/", "."):
        yield "XX", i + 2, ""
    elif line.mark(i) and line.mark(i) in "?_*":
        j = i + 1
        while line.mark(j) == line.mark(i) and not line.gap(j):
            j += 1
        if j - i <= 4:
            yield "XXXX"[: max(2, j - i)], j, ""
    elif line.word(i) in _MASKS:
        yield "XXXX" if len(line.word(i)) == 4 else "XX", i + 1, ""


def _separator(line: Line, i: int) -> tuple[str, int]:
    """The separator at ``i`` (a mark, perhaps doubled, or a space), and the position after it."""
    mark = line.mark(i)
    if not mark or mark not in _MARKS:
        return (" ", i) if line.gap(i) else ("", i)
    second = line.mark(i + 1)
    if second and second in _MARKS and (second != "-" or mark == "-") and not line.gap(i + 1):
        return mark + second, i + 2
    return mark, i + 1


def _three(line: Line, i: int, setting: Setting) -> Pieces:
    for a, j, doubt_a in _figure(line, i):
        s1, j1 = _separator(line, j)
        if not s1 or len(a) not in (1, 2, 4):
            continue
        for b, k, doubt_b in _figure(line, j1):
            s2, k1 = _separator(line, k)
            if not s2 or len(b) > 2:
                continue
            apostrophe = 1 if line.mark(k1) == "'" else 0
            for c, end, doubt_c in _figure(line, k1 + apostrophe):
                loose = s1 != s2 and len(c) != 4 and any(map(line.gap, (j, j1, k, k1)))
                spaced_mask = (
                    " " in (s1, s2) and {line.word(i), line.word(j1), line.word(k1)} & _MASKS
                )
                if spaced_mask:
                    continue  # 2009 x 3
                whole = i == 0 and end == len(line)
                piece = None if loose else _composed(a, b, c, s1 + "|" + s2, setting, whole=whole)
                if piece and not (apostrophe and len(c) != 2):
                    yield piece.doubting(doubt_a or doubt_b or doubt_c), end


def _composed(
    a: str, b: str, c: str, separators: str, setting: Setting, *, whole: bool
) -> Piece | None:
    s1, s2 = separators.split("|")
    spaced = s1 == s2 == " "
    if s1 == "-" and s2 in ("/", ".") and len(c) == 2 and c.isdigit() and int(c) <= 12:
        return None  # 1-2/09 may be two days in September
    if len(a) == 4:
        if a == "XXXX" and s1 == s2 == "-":
            return Piece("", _two_digits(b), _two_digits(c))
        if not yearlike(a) or len(c) > 2 or ":" in separators:
            return None
        return _checked(Piece(a, _two_digits(b), _two_digits(c)), (b, c))
    if (
        (":" in separators or spaced)
        and len(c) != 4
        and not (
            spaced
            and len(c) == 2
            and (whole or len(a) == len(b) == 2)
            and int(b.replace("X", "0")) <= 12
        )
    ):
        return None
    if len(c) in (1, 3) or len(c) > 4:
        return _odd_year(a, b, c) if not spaced else None
    year = "" if c in ("XX", "XXXX") else setting.full_year(c) if c.isdigit() else c
    if c == "00" and a == b == "00":
        return None
    if len(c) == 4 and c.isdigit() and not yearlike(c):
        return _odd_year(a, b, c)
    piece = Piece(year, _two_digits(b), _two_digits(a), figures=True)
    if len(c) == 2 and c.isdigit():
        piece = piece.noting(SHORT_YEAR.format(year=year))
    if s1.strip() != s2.strip() or len(s1) > 1 or any(s in ";:,\\" for s in s1 + s2):
        piece = piece.noting(_MIXED).but(strained=True)
    return _checked(piece, (a, b))


def _two_digits(part: str) -> str:
    return part if "X" in part else part.rjust(2, "0")


def _checked(piece: Piece, parts: tuple[str, str]) -> Piece:
    """Zeros for an unknown day or month become absent parts."""
    if piece.day == "00" and piece.month == "00":
        return piece.but(day="", month="").noting("The day and month are filled with zeros.")
    if piece.day == "00":
        return piece.but(day="").noting("The day is filled with zeros.")
    if piece.month == "00":
        return piece.but(problem="There is no month 0.", suggestion=piece.year)
    return piece


def _odd_year(a: str, b: str, c: str) -> Piece | None:
    """A year with a figure too few or too many, or one that no record can have."""
    if not c.isdigit() or not (a + b).isdigit() or int(a) > 31 or int(b) > 12:
        return None
    if len(c) == 1:
        return Piece(problem="The year has one figure.")
    swaps = {c[:n] + c[n + 1 :] for n in range(len(c))} if len(c) == 5 else set()
    if len(c) == 4:
        swaps = {c[:n] + c[n + 1] + c[n] + c[n + 2 :] for n in range(3)}
    years = sorted(y for y in swaps if 1930 <= int(y) <= 2026)
    suggestion = f"{years[0]}-{int(b):02d}-{int(a):02d}" if len(years) == 1 else ""
    return Piece(problem=f"The year {c} is mistyped.", suggestion=suggestion)


def _run_together(line: Line, i: int, setting: Setting) -> Pieces:
    """Figures with a separator missing: 2205/2016, 22/052016, 22052016, 220516, 20160522."""
    digits = line.num(i)
    mark, j = _separator(line, i + 1)
    after = line.num(j) if mark.strip() else ""
    if len(digits) == 4 and len(after) in (2, 4) and _day_month(digits):
        if (len(after) == 4 and yearlike(after) and not yearlike(digits)) or (
            len(after) == 2 and not yearlike(digits) and mark == "/"
        ):
            yield _run(digits + after, setting), j + 1
    if len(digits) in (1, 2) and len(after) == 4 and mark == "/" and not yearlike(after):
        if _day_month(digits + after[:2] if len(digits) == 2 else f"0{digits}{after[:2]}"):
            yield _run(digits.rjust(2, "0") + after, setting), j + 1
    if len(digits) in (1, 2) and len(after) == 6 and yearlike(after[2:]):
        yield _run(digits.rjust(2, "0") + after, setting), j + 1
    if len(digits) == 8:
        if _day_month(digits[:4]) and yearlike(digits[4:]):
            yield _run(digits, setting), i + 1
        elif yearlike(digits[:4]) and _day_month(digits[6:] + digits[4:6]):
            yield Piece(digits[:4], digits[4:6], digits[6:]).noting(_RUN), i + 1
    elif len(digits) == 6 and _day_month(digits[:4]):
        if yearlike(digits[:4]) and 1 <= int(digits[4:]) <= 12:
            problem = f"“{digits}” can be a day, month and year, or a year and month."
            yield Piece(problem=problem), i + 1
        else:
            yield _run(digits, setting), i + 1


def _day_month(digits: str) -> bool:
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:]) <= 12


def _run(digits: str, setting: Setting) -> Piece:
    return Piece(setting.full_year(digits[4:]), digits[2:4], digits[:2]).noting(_RUN)


def _two(line: Line, i: int, setting: Setting) -> Pieces:
    for a, j, doubt_a in _figure(line, i):
        mark, k = _separator(line, j)
        if not mark or mark[0] not in "/-.\\":
            continue
        apostrophe = 1 if line.mark(k) == "'" else 0
        for b, end, doubt_b in _figure(line, k + apostrophe):
            piece = _pair(a, b, mark[0], bool(apostrophe), setting)
            if piece and yearlike(a) and (line.gap(j) or line.gap(k)) and mark != " ":
                piece = Piece(problem=f"“{a} {mark} {b}” can be a month or several years.")
            if piece:
                yield piece.doubting(doubt_a or doubt_b), end


def _pair(a: str, b: str, mark: str, apostrophe: bool, setting: Setting) -> Piece | None:
    if len(a) <= 2 and len(b) == 4 and (yearlike(b) or ("X" in b and b.isalnum())):
        if not a.isdigit() or b == "XXXX":
            return None
        if int(a) > 12:
            return Piece(
                problem=f"There is no month {int(a)}.", suggestion=b if b.isdigit() else ""
            )
        return (
            Piece(b, _two_digits(a))
            if int(a)
            else Piece(problem="There is no month 0.", suggestion=b)
        )
    if yearlike(a) and len(b) == 2 and b.isdigit() and mark != " ":
        return _year_first(a, b, mark)
    if len(a) > 2 or len(b) > 2 or not (a + b).isdigit() or mark in ". ":
        return None
    if 1 <= int(a) <= 12 and (apostrophe or (int(b) > 31 and int(b) not in _WEEKS_NOT_YEARS)):
        year = setting.full_year(b.rjust(2, "0"))
        return Piece(year, _two_digits(a)).noting(SHORT_YEAR.format(year=year))
    if apostrophe or not 1 <= int(a) <= 31:
        return None
    if int(b) > 12 or not int(b):
        return Piece(problem=f"There is no month {int(b)}, and the year is missing.")
    piece = Piece("", _two_digits(b), _two_digits(a), figures=True)
    if mark == "-":
        problem = f"“{a}-{b}” can be a day and month or a range."
        return Piece(problem=problem, suggestion=f"XXXX-{piece.month}-{piece.day}")
    return piece


def _year_first(a: str, b: str, mark: str) -> Piece | None:
    follows = int(b) == (int(a) + 1) % 100
    if follows and (mark == "/" or int(b) > 12):
        return Piece(a, form=Form.SPLIT_YEAR)
    if follows:
        months = f"{a}-{b}"
        problem = f"“{months}” can be a month ({b}/{a}) or the year {a} to {int(a) + 1}."
        return Piece(problem=problem, suggestion=months)
    return Piece(a, b) if 1 <= int(b) <= 12 else None
