"""Dates joined together: ranges, several days, either/or, open ends, dates with a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from goldenthread.chronology.dates import qualifiers
from goldenthread.chronology.dates.clock import Clock, clocks
from goldenthread.chronology.dates.holidays import holidays
from goldenthread.chronology.dates.parts import parts
from goldenthread.chronology.dates.pieces import Form, Piece, Pieces, Setting, year_at, yearlike
from goldenthread.chronology.dates.plain import plain
from goldenthread.chronology.dates.tokens import Line, Phrases, phrase_table, word_set
from goldenthread.chronology.dates.weeks import weeks
from goldenthread.chronology.dates.wordy import day_at, month_at

_FILLERS = word_set(
    "on in during the of at dated date over throughout all whole entire sometime within occurred"
)
_PRESENT: Phrases[str] = phrase_table(
    "present; date; now; ongoing; on going; today; current; the present; present day; continuing; "
    "continues; to date; to present; current date; the present day; present date; current day; "
    "still ongoing; this day; currently; continued; currently ongoing; presnt; onwards; on",
    "",
)
_FROM: Phrases[str] = {
    tuple(phrase.split()): way
    for way, phrases in (
        ("", "from; on or after; as from; since; wef; with effect from; starting; commencing; starting from; beginning on; from on; effective from; onwards from; starts; started; ongoing since; ongoing from; commenced; commencing from; from at least; since at least; from the"),
        ("exclusive", "after; post; following; later than; not before; no earlier than; not earlier than; any time after; sometime after; after the; some time after"),
    )
    for phrase in phrases.split("; ")
}  # fmt: skip
_UNTIL: Phrases[str] = {
    tuple(phrase.split()): way
    for way, phrases in (
        ("", "until; till; til; 'til; untill; by; up to; up until; upto; to; through to; up till; no later than; not later than; on or before; up to and including; by at least; by the end of; ending; at latest; ended; until at least; by or before; until end of; up to end of"),
        ("exclusive", "before; prior to; pre; earlier than; prior; some time before; sometime before; any time before; previous to; just before; pre-"),
    )
    for phrase in phrases.split("; ")
}  # fmt: skip
_ENDS: Phrases[str] = {
    ("onwards",): "", ("onward",): "", ("on",): "", ("and", "ongoing"): "", ("ongoing",): "",
    ("and", "onwards"): "", ("to", "present"): "", ("to", "date"): "", ("and", "since"): "",
    ("and", "after"): "", ("and", "continuing"): "", ("continuing",): "", ("on", "wards"): "",
    ("forward",): "", ("forwards",): "", ("ff",): "", ("or", "later"): "", ("or", "after"): "",
}  # fmt: skip
_STARTS_BEFORE: Phrases[str] = {
    ("or", "before"): "", ("or", "earlier"): "", ("and", "before"): "", ("at", "latest"): "",
    ("at", "the", "latest"): "", ("and", "earlier"): "", ("or", "prior"): "",
}  # fmt: skip
_BETWEEN = frozenset(
    {"between", "btwn", "betw", "bet", "betwen", "inbetween", "beween", "betweeen"}
)
_ON = frozenset({"on", "of", "the"})
_TWO_TIMES = 9  # the fewest tokens of two times with their dates
_LONGEST_CHAIN = 12
UNLIKELY = 100  # the cost from which a structure is no date by itself


class Join(StrEnum):
    """How the dates of one cell belong together."""

    ONE = "one"
    SPAN = "span"
    SET = "set"
    ONE_OF = "one of"
    FROM = "from"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a whole cell says, before missing parts are filled in and the calendar is asked.

    ``spans`` are the positions of pieces that form a range with the next, inside a set.
    """

    pieces: tuple[Piece, ...]
    join: Join = Join.ONE
    exclusive: bool = False
    slash: bool = False
    spans: tuple[int, ...] = ()
    clock: Clock | None = None
    until: Clock | None = None
    notes: tuple[str, ...] = ()

    @property
    def cost(self) -> int:
        """How much has to be supposed to read a cell this way: the least is the likeliest."""
        last = self.pieces[-1]
        lone_day = bool(last.day) and not last.month
        vague_slash = self.slash and not any(piece.year for piece in self.pieces)
        cost = 10 * len(self.pieces) + (5 if self.clock else 0)
        cost += 30 * sum(bool(p.problem) for p in self.pieces) + 3 * sum(
            p.strained for p in self.pieces
        )
        return cost + (UNLIKELY if lone_day else 0) + (30 if vague_slash else 0)


Found = Iterator[tuple[Parsed, int]]
Chain = tuple[tuple[Piece, ...], tuple[str, ...]]


class TooTangled(Exception):
    """The text has more possible structures than a date can have."""


class Compound:
    """The grammar of one cell. Holds a budget, so that no text can take long to read."""

    def __init__(self, line: Line, setting: Setting) -> None:
        self.line = line
        self.setting = setting
        self._budget = 4000
        self._known: dict[int, list[tuple[Piece, int]]] = {}

    def cells(self, i: int) -> Found:
        """Dates with a time before or after, or without one."""
        yield from self._timed_spans(i)
        for parsed, j in self.expressions(i):
            if self._has_day(parsed):
                for clock, k in self._times_after(j):
                    yield replace(parsed, clock=clock), k
            yield parsed, j
        for clock, j in clocks(self.line, i, bare=True):
            k = j
            while self.line.mark(k) and self.line.mark(k) in ",-:":
                k += 1
            k = self.line.skip(k, frozenset({"on", "of", "the"}))
            if k < len(self.line):
                for parsed, end in self.expressions(k):
                    if self._has_day(parsed):
                        yield replace(parsed, clock=clock), end

    def _timed_spans(self, i: int) -> Found:
        """12/03/2009 14:30 to 13/03/2009 09:00"""
        start = self.line.skip(i, frozenset({"from", "between"}))
        two_times = len(self.line) >= _TWO_TIMES
        for clock, j in clocks(self.line, start, bare=True) if two_times else ():
            for first, k in self.pieces(self.line.skip(j, _ON)) if not clock.part else ():
                for kind, m in self._connectors(k) if first.day else ():
                    if kind == "-" or (kind == "and" and start > i):
                        yield from self._timed_end(first, clock, m)
        for first, j in self.pieces(start):
            for clock, k in self._times_after(j) if first.day else ():
                for kind, m in self._connectors(k):
                    if kind in ("-", "/") or (kind == "and" and start > i):
                        yield from self._span_ends(first, clock, m)

    def _timed_end(self, first: Piece, clock: Clock, i: int) -> Found:
        for until, j in clocks(self.line, i, bare=True):
            for last, k in self.pieces(self.line.skip(j, _ON)) if not until.part else ():
                if last.day and last.month:
                    yield Parsed((first, last), Join.SPAN, clock=clock, until=until), k

    def _span_ends(self, first: Piece, clock: Clock, i: int) -> Found:
        for last, j in self.pieces(i):
            for until, k in self._times_after(j) if last.day and last.month else ():
                yield Parsed((first, last), Join.SPAN, clock=clock, until=until), k

    def _has_day(self, parsed: Parsed) -> bool:
        return any(piece.day or piece.form is Form.HOLIDAY for piece in parsed.pieces)

    def _times_after(self, i: int) -> Iterator[tuple[Clock, int]]:
        j = i
        while self.line.mark(j) and self.line.mark(j) in ",-;:.@(/" and j - i < 3:
            if self.line.mark(j) == "/" and not self.line.gap(j):
                break
            if self.line.mark(j) == "." and not self.line.gap(j + 1):
                break
            j += 1
        if self.line.word(j) == "t" and self.line.num(j + 1) and not self.line.gap(j + 1):
            j += 1
        marks = [self.line.mark(n) for n in range(i)]
        figures = "/" in marks or marks.count(".") > 1
        dated = figures or any(yearlike(self.line.num(n)) for n in range(i))
        for clock, k in clocks(self.line, j, bare=True):
            bare = k == j + 1 and len(self.line.num(j)) == 4
            if bare and (not dated or self.line.num(j) == self.line.num(j - 1)):
                continue  # 12 March 1009 is no time for certain
            yield clock, k + 1 if self.line.mark(k) == ")" else k

    def expressions(self, i: int) -> Found:
        """Every way the tokens at ``i`` can be one or more dates."""
        start = i
        if self.line.word(i) == "some" and self.line.word(i + 1) == "time":
            start = i + 2
        yield from self._opened(start)
        undated = qualifiers.undated(self.line, start)
        if undated:
            yield from self._opened(undated)
        yield from self._year_span(start)
        skipped = self.line.skip(start, frozenset({"on", "in", "the", "sometime"}))
        if skipped > start:
            yield from self._opened(skipped)
        for found in self._chains(start):
            yield from self._closed(found)
        yield from self._month_named_first(skipped)

    def _year_span(self, i: int) -> Found:
        """1965-67, and c. 1965/68."""
        doubt, j = qualifiers.before(self.line, i)
        first, last = self.line.num(j), self.line.num(j + 2)
        joined = self.line.mark(j + 1) in ("-", "/") and not self.line.gap(j + 1)
        if not (joined and yearlike(first) and len(last) == 2) or self.line.num(j - 1):
            return
        if int(last) > max(int(first[2:]) + 1, 31) and not self.line.gap(j + 2):
            after, end = qualifiers.after(self.line, j + 3, exact=False)
            years = (Piece(first), Piece(first[:2] + last))
            yield Parsed(tuple(y.doubting(doubt).doubting(after) for y in years), Join.SPAN), end

    def _month_named_first(self, i: int) -> Found:
        """March 17-19, 2010; March 17th and 19th 2010."""
        for month, j in month_at(self.line, i):
            for first, k, _ in day_at(self.line, j):
                for kind, m in self._connectors(k):
                    for last, n, _ in day_at(self.line, m):
                        n = n + 1 if self.line.mark(n) == "," else n
                        for year, end in year_at(self.line, n, self.setting, short=False):
                            days = [month.but(day=d.day, year=year) for d in (first, last)]
                            joined = _joined(tuple(days), (kind,))
                            if joined and first.day.isdigit() and last.day.isdigit():
                                yield joined, end

    def pieces(self, i: int) -> list[tuple[Piece, int]]:
        """The date phrases at ``i`` with the doubt around them, each position worked out once."""
        if i not in self._known:
            self._known[i] = list(self._pieces(i))
        return self._known[i]

    def _pieces(self, i: int) -> Pieces:
        undated = qualifiers.undated(self.line, i)
        doubt, j = qualifiers.before(self.line, undated or i)
        j = self.line.skip(j, _FILLERS)
        more, j = qualifiers.before(self.line, j) if j > i else ("", j)
        for grammar in (weeks, parts, holidays, plain):
            for piece, k in grammar(self.line, j, self.setting):
                self._spend()
                if undated and piece.day:
                    continue  # “date unknown 12 May” contradicts itself
                after, end = qualifiers.after(self.line, k, exact=bool(piece.day))
                yield piece.doubting(doubt).doubting(more).doubting(after), end

    def _spend(self) -> None:
        self._budget -= 1
        if self._budget < 0:
            raise TooTangled

    def _chains(self, i: int, length: int = 1) -> Iterator[tuple[Chain, int]]:
        for piece, j in self.pieces(i):
            self._spend()
            yield ((piece,), ()), j
            if length >= _LONGEST_CHAIN:
                continue
            for kind, k in self._connectors(j):
                for (rest, kinds), end in self._chains(k, length + 1):
                    doubled = kind == "/" and not piece.year and self.line.mark(j - 2) == "/"
                    if kind != "/" or not (kinds or doubled):
                        yield ((piece, *rest), (kind, *kinds)), end

    def _connectors(self, i: int) -> Iterator[tuple[str, int]]:
        mark, word = self.line.mark(i), self.line.word(i)
        if mark == "," and self.line.word(i + 1) in ("and", "or"):
            yield self.line.word(i + 1), i + 2
        elif mark in ("-", "/", ",", "&", "+", ";"):
            dashes = i + 1
            while mark == "-" and self.line.mark(dashes) == "-":
                dashes += 1
            yield {"&": "and", "+": "and", ";": ","}.get(mark, mark), dashes
        elif mark == ">" or (mark == "." and self.line.mark(i + 1) == "."):
            yield "-", self._past_marks(i)
        elif word == "and" and self.line.mark(i + 1) == "/" and self.line.word(i + 2) == "or":
            yield "or", i + 3
        elif word in ("to", "until", "till", "til", "through", "thru", "untill", "into"):
            yield "-", i + 2 if word == "through" and self.line.word(i + 1) == "to" else i + 1
        elif word == "up" and self.line.word(i + 1) in ("to", "until", "till"):
            yield "-", i + 2
        elif word in ("and", "or", "also"):
            again = self.line.word(i + 1) in ("again", "then", "possibly", "on", "also")
            yield ("and" if word == "also" else word), i + 2 if again else i + 1

    def _past_marks(self, i: int) -> int:
        while self.line.mark(i) and self.line.mark(i) in ".>-":
            i += 1
        return i

    def _closed(self, found: tuple[Chain, int]) -> Found:
        (pieces, kinds), j = found
        set_off = self.line.mark(j) in ("-", ",", "(", "[")
        ends = self.line.phrase(j + 1 if set_off else j, _ENDS)
        before = self.line.phrase(j, _STARTS_BEFORE)
        if len(pieces) == 1:
            for k in self._present(j):
                yield Parsed(pieces, Join.FROM), k
            if ends:
                yield Parsed(pieces, Join.FROM), ends[1]
            if before:
                yield Parsed(pieces, Join.UNTIL), before[1]
            yield Parsed(pieces), j
            return
        joined = _joined(pieces, kinds)
        if joined:
            yield joined, j
            yield from self._over_new_year(joined, j)

    def _over_new_year(self, parsed: Parsed, i: int) -> Found:
        """December/January 2010/11: the first month is in 2010, the second in 2011."""
        first, last = parsed.pieces[0], parsed.pieces[-1]
        months = first.month.isdigit() and last.month.isdigit() and first.month > last.month
        if months and not first.year and last.year.isdigit() and self.line.mark(i) in ("/", "-"):
            follows = str(int(last.year) + 1)
            if self.line.num(i + 1) in (follows, follows[2:]):
                pieces = (first.but(year=last.year), last.but(year=follows))
                yield replace(parsed, pieces=pieces), i + 2

    def _present(self, i: int) -> Iterator[int]:
        """The end of “to present”, “- ongoing”, “/..” at ``i``."""
        if self.line.mark(i) == "/" and self.line.mark(i + 1) == self.line.mark(i + 2) == ".":
            yield i + 3
        for kind, j in self._connectors(i):
            found = self.line.phrase(self.line.skip(j, frozenset({"the"})), _PRESENT)
            if kind in ("-", "/") and found:
                yield found[1]

    def _opened(self, i: int) -> Found:
        """Between and from, since, until, before and their kind."""
        doubt, start = qualifiers.before(self.line, i)
        if start > i:
            for parsed, end in self._opened(start):
                shared = tuple(piece.doubting(doubt) for piece in parsed.pieces)
                yield replace(parsed, pieces=shared), end
        if self.line.word(i) in _BETWEEN:
            for (pieces, kinds), j in self._chains(i + 1):
                if len(pieces) == 2 and kinds[0] in ("and", "-"):
                    yield Parsed(pieces, Join.SPAN), j
        if [self.line.mark(i + n) for n in range(3)] == [".", ".", "/"] and (
            len(self.line.num(i + 3)) == 4
        ):
            for (pieces, kinds), j in self._chains(i + 3):
                yield from self._open_end(pieces, kinds, j, "", Join.UNTIL)
        found = self.line.phrase(i, _FROM)
        if found:
            start = found[1] + 1 if self.line.mark(found[1]) == "-" else found[1]
            for (pieces, kinds), j in self._chains(start):
                for k in self._present(j) if len(pieces) == 1 else ():
                    yield Parsed(pieces, Join.FROM), k
                if len(pieces) == 2 and kinds[0] == "-" and not found[0]:
                    yield Parsed(pieces, Join.SPAN), j
                yield from self._open_end(pieces, kinds, j, found[0], Join.FROM)
        found = self.line.phrase(i, _UNTIL)
        if found:
            start = found[1] + 1 if self.line.mark(found[1]) == "-" else found[1]
            for (pieces, kinds), j in self._chains(start):
                yield from self._open_end(pieces, kinds, j, found[0], Join.UNTIL)

    def _open_end(
        self, pieces: tuple[Piece, ...], kinds: tuple[str, ...], j: int, way: str, join: Join
    ) -> Found:
        """One date after “from” or “until”; “by 12 or 13 May” takes the outermost of the two."""
        if len(pieces) == 1 or (len(pieces) == 2 and kinds[0] in ("or", "/")):
            ends = self.line.phrase(j + 1 if self.line.mark(j) == "-" else j, _ENDS)
            if ends and join is Join.FROM:
                yield Parsed(pieces, join, exclusive=bool(way)), ends[1]
            yield Parsed(pieces, join, exclusive=bool(way)), j


def _joined(pieces: tuple[Piece, ...], kinds: tuple[str, ...]) -> Parsed | None:
    if kinds in (("-",), ("/",)):
        return Parsed(pieces, Join.SPAN, slash=kinds == ("/",))
    if "/" in kinds or (set(kinds) == {"-"}):
        return None
    if "or" in kinds:
        return Parsed(pieces, Join.ONE_OF) if set(kinds) <= {"or", ","} else None
    spans = tuple(n for n, kind in enumerate(kinds) if kind == "-")
    if any(b - a == 1 for a, b in pairwise(spans)):
        return None
    return Parsed(pieces, Join.SET, spans=spans)
