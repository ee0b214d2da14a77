"""Words that put a date in doubt: about, possibly, to be confirmed, a question mark."""

from collections.abc import Iterator
from itertools import product

from goldenthread.chronology.dates.points import joined
from goldenthread.chronology.dates.tokens import Line, Phrases, phrase_table


def _unstated(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every phrase like “exact date not known”, “day not recorded” and “no month given”."""
    for kind, word in product(("", "exact", "precise", "specific", "actual"), words):
        for ending in _DENIALS:
            yield tuple(f"{kind} {word} {ending}".split())
        for ending in ("", "given", "recorded", "stated", "known", "specified", "noted"):
            yield tuple(f"no {kind} {word} {ending}".split())


_DENIALS = (
    "not known", "unknown", "not recorded", "not stated", "not given", "not specified",
    "not documented", "not noted", "not clear", "missing", "unrecorded", "illegible",
)  # fmt: skip
_PARTS_OF_DATES = ("date", "day", "month", "dates", "days")
_BEFORE: Phrases[str] = phrase_table(
    "circa; c; ca; cca; approx; approximately; appox; aprox; approximate; approximate date; about; "
    "around; round about; roughly; abt; at about; at around; some time around; sometime around; "
    "arnd; rnd; sometime about; on or about; on or around; in or about; in or around; on about; on around; "
    "in about; in around; from about; est; estimated; estimate; estimated as; estimated to be; "
    "near; towards; toward; close to; around about; at or about; at or around; or around; circa about",
    "~",
) | phrase_table(
    "possibly; poss; probably; prob; maybe; may be; perhaps; likely; most likely; thought to be; "
    "thought to have been; thought; believed; believed to be; believed to have been; understood to be; "
    "presumed; presumably; assumed; assumed to be; apparently; reportedly; allegedly; said to be; "
    "said to have been; reported as; reported to be; uncertain; unsure; not sure; unconfirmed; "
    "not confirmed; tbc; might be; might have been; could be; could have been; may have been; "
    "i think; we think; i believe; unverified; to be confirmed; appears to be; seems to be; "
    "dated possibly; unclear; query; qu",
    "?",
)
_AFTER: Phrases[str] = (
    phrase_table(
        "approx; approximately; approximate; approximate date; circa; c; ca; or thereabouts; "
        "thereabouts; or so; ish; est; estimated; estimate; estimated date; date approximate; "
        "date approx; time approx; time approximate; approx time; approximate time; date is approximate; date estimated; roughly; give or take; or about; or around",
        "~",
    )
    | phrase_table(
        "tbc; to be confirmed; unconfirmed; not confirmed; unsure; not sure; uncertain; possibly; poss; "
        "probably; prob; maybe; perhaps; i think; date uncertain; date unclear; date unsure; "
        "time unclear; time uncertain; time tbc; time unconfirmed; time queried; "
        "date tbc; date to be confirmed; date not confirmed; date unconfirmed; unclear; not certain; "
        "unverified; exact date unclear; query; needs confirming; needs checking; to be checked; "
        "to check; tbv; likely; assumed; presumed; to be verified; date queried; date query; sic; "
        "day uncertain; year uncertain; month uncertain; year unclear; year tbc; month tbc; day tbc",
        "?",
    )
    | phrase_table("exact date tbc", "_")
    | dict.fromkeys(_unstated(_PARTS_OF_DATES), "_")
    | dict.fromkeys(_unstated(("year",)), "")
    | dict.fromkeys(_unstated(("time", "times")), "t")
)


_UNDATED: Phrases[str] = phrase_table(
    "date unknown; day unknown; exact date unknown; exact date not known; unknown date; unknown day; "
    "an unknown date; on an unknown date; on unknown date; exact day unknown; day not known; undated; "
    "date not known; exact date not recorded; date not recorded; no exact date; at some point; "
    "some point; any time; at some time; on a date unknown; no date; various dates; on various dates; "
    "various; several dates; on several dates; different dates; on different dates; multiple dates; "
    "on several occasions; several occasions; on various occasions; various occasions; "
    "on a number of occasions; on numerous occasions; numerous occasions; on many occasions; "
    "unspecified date; an unspecified date; on a date; on a day; on a day unknown; a day unknown; "
    "on dates unknown; dates unknown; on diverse dates; diverse dates; on one occasion; "
    "on more than one occasion; on one or more occasions; no day; no day given; in the month of; the month of; month of",
    "",
)


def undated(line: Line, i: int) -> int:
    """Where the month or year begins after “date unknown”, or 0 when nothing of the kind is there."""
    found = line.phrase(i + 1 if line.mark(i) == "(" else i, _UNDATED)
    if not found:
        return 0
    j = found[1]
    while line.mark(j) and line.mark(j) in (",-:;)" if line.mark(i) == "(" else ",-:(;"):
        j += 1
    return j


def before(line: Line, i: int) -> tuple[str, int]:
    """The doubt that stands before a date at ``i``, and where the date begins."""
    doubt = ""
    while True:
        mark = line.mark(i)
        found = line.phrase(i, _BEFORE)
        if mark == "?" and (asked := _question_marks(line, i)):
            doubt, i = joined(doubt, "?"), asked
        elif mark == "~":
            doubt, i = joined(doubt, "~"), i + 1
        elif found:
            doubt, i = joined(doubt, found[0]), found[1]
            if found[0] and line.mark(i) in (":", ".") and line.mark(i):
                i += 1
        elif mark == "(" and (line.mark(i + 1) == "?" or line.phrase(i + 1, _BEFORE)):
            inner, j = before(line, i + 1)
            if line.mark(j) != ")":
                return doubt, i
            doubt, i = joined(doubt, inner), j + 1
        else:
            return doubt, i


def _question_marks(line: Line, i: int) -> int:
    """Past the question marks at ``i``, or 0 where they stand for a figure: ??/3/2010."""
    j = i
    while line.mark(j) == "?":
        j += 1
    masks = line.mark(j) in ("/", ".", "-") or (j > i + 1 and (line.gap(j) or line.word(j)))
    return 0 if masks else j


def after(line: Line, i: int, *, exact: bool, timed: bool = False) -> tuple[str, int]:
    """The doubt that stands after a date which ends at ``i``, and where it ends itself.

    “Exact date unknown” is doubt about a day (``exact``), but agrees with a month or year; so is
    “exact time unknown” about a time by the clock (``timed``).
    """
    doubt = ""
    while True:
        j = i
        while line.mark(j) and line.mark(j) in "([,-;:" and j - i < 2:
            j += 1
        mark = line.mark(j)
        found = line.phrase(j, _AFTER)
        if mark in ("?", "~"):
            doubt, j = joined(doubt, mark), j + 1
        elif mark == "%" and j == i and not line.gap(j):
            doubt, j = "%", j + 1
        elif found:
            told = {"_": "?" if exact else "", "t": "?" if timed else ""}
            meant = told.get(found[0], found[0])
            doubt, j = joined(doubt, meant), found[1]
        else:
            return doubt, i
        while line.mark(j) == "?":
            doubt, j = joined(doubt, "?"), j + 1
        i = j + 1 if line.mark(j) and line.mark(j) in ")]" else j
