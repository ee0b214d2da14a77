"""When an entry happened, in words: as far as it was understood, and how surely."""

from calendar import monthrange
from datetime import date, time
from typing import TYPE_CHECKING

from goldenthread.pages.words import clock_time, day

if TYPE_CHECKING:
    from goldenthread.reviews.models import Entry


def when_in_words(entry: "Entry") -> str:
    """The date as understood: “about May 2011”, “3 May 2011 or later, 2:30pm”; empty where it was not."""
    if entry.first_on is None and entry.last_on is None:
        return ""
    about = "about " if entry.doubt in ("~", "%") else ""
    doubtful = " (doubtful)" if entry.doubt in ("?", "%") else ""
    return about + _days(entry) + _time(entry.time) + doubtful


def remarks(entry: "Entry") -> list[str]:
    """What a reader must know of how the date came about, in sentences."""
    if entry.inferred:
        return [f"Worked out. {entry.why}".strip()]
    return [entry.why] if entry.why and entry.why != entry.problem else []


def edtf_in_words(text: str) -> str:
    """A suggested date in EDTF in words: “2011-02~” → “about February 2011”; what is rarer as it is."""
    begins, _, ends = text.partition("/")
    if ends:
        return f"{edtf_in_words(begins)} to {edtf_in_words(ends)}"
    plain = text.rstrip("~?%")
    return ("about " if plain != text else "") + _plain_edtf(plain)


def _plain_edtf(text: str) -> str:
    try:
        if text.startswith("XXXX-"):
            known = date.fromisoformat(
                f"2000{text[4:]}"
            )  # a leap year, so that 29 February is a day
            return f"{known.day} {known:%B}, in a year that is not given"
        if len(text) == len("2011-02"):
            return f"{date.fromisoformat(f'{text}-01'):%B %Y}"
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def _days(entry: "Entry") -> str:
    first, last = entry.first_on, entry.last_on
    if first is None:
        return f"{day(last)} or earlier" if last else ""
    if last is None:
        return f"{day(first)} or later"
    if first == last:
        return day(first)
    if entry.edtf.startswith("["):
        return f"one day from {day(first)} to {day(last)}"
    if entry.edtf.startswith("{"):
        return f"several days from {day(first)} to {day(last)}"
    return _whole(first, last) or f"{day(first)} to {day(last)}"


def _whole(first: date, last: date) -> str:
    """Whole months or years by their name; empty where the span begins or ends within a month."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return ""
    if (first.month, last.month) == (1, 12):
        begins, ends = str(first.year), str(last.year)
    else:
        begins, ends = f"{first:%B} {first.year}", f"{last:%B} {last.year}"
    return begins if begins == ends else f"{begins} to {ends}"


def _time(kept: str) -> str:
    if not kept:
        return ""
    begins, _, ends = kept.partition("/")
    if ends:
        return f", between {_clock(begins)} and {_clock(ends)}"
    return f", {_clock(begins)}"


def _clock(kept: str) -> str:
    try:
        return clock_time(time.fromisoformat(kept))
    except ValueError:
        return kept  # “24:00”, or an end left open
