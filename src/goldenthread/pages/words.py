"""How dates, times, lengths of time, numbers and typed text are written on every page.

Plain functions from a value to words; the template filters of the same names stand on them.
"""

import html
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

DAYS_IN_A_WEEK = 7
BYTES_IN_A_KILOBYTE = 1000
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def day(value: date) -> str:
    """A date as “3 May 2011”; of an instant, the date it carries in its own time zone."""
    return f"{value.day} {value:%B} {value.year}"


def clock_time(value: time | datetime) -> str:
    """A time as “2:30pm”, “9am”, “midday” or “midnight”; seconds are left out."""
    if (value.hour, value.minute) == (0, 0):
        return "midnight"
    if (value.hour, value.minute) == (12, 0):
        return "midday"
    half = "am" if value.hour < 12 else "pm"
    hour = value.hour % 12 or 12
    return f"{hour}:{value.minute:02}{half}" if value.minute else f"{hour}{half}"


def day_and_time(value: datetime) -> str:
    """An instant as “3 May 2011 at 2:30pm”."""
    return f"{day(value)} at {clock_time(value)}"


def span(length: timedelta | int) -> str:
    """A length of time in weeks and days: “3 weeks and 2 days”. A plain number is days.

    A length has no direction: whether it is over or still to come is for the sentence around it.
    """
    days = abs(length.days if isinstance(length, timedelta) else length)
    weeks, rest = divmod(days, DAYS_IN_A_WEEK)
    parts = [plural(weeks, "week")] if weeks else []
    if rest or not weeks:
        parts.append(plural(rest, "day"))
    return listing(parts)


def plural(count: int, one: str, many: str = "") -> str:
    """A number with its noun: “1 entry”, “1,204 entries”. Without ``many``, “s” is added."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def number(count: int) -> str:
    """A whole number with commas: “1,204”."""
    return f"{count:,}"


def listing(words: Iterable[str]) -> str:
    """Words in a sentence: “police, health and housing”."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def file_size(size: int) -> str:
    """The size of a file, from bytes: “820 bytes”, “14 KB”, “2.3 MB”."""
    if size < BYTES_IN_A_KILOBYTE:
        return plural(size, "byte")
    kilobytes = size / BYTES_IN_A_KILOBYTE
    if kilobytes < BYTES_IN_A_KILOBYTE:
        return f"{kilobytes:.0f} KB"
    return f"{kilobytes / BYTES_IN_A_KILOBYTE:.1f} MB"


def starting_small(label: str) -> str:
    """A label inside a sentence: “Date of birth” → “date of birth”, but “IMR author” as it is."""
    if label[1:2].isupper():
        return label
    return label[:1].lower() + label[1:]


def paragraphs(typed: str) -> str:
    """Typed text as HTML paragraphs with its line breaks kept and everything else escaped."""
    blocks = BLANK_LINES.split(typed.replace("\r\n", "\n").replace("\r", "\n").strip())
    return "".join(
        f'<p class="govuk-body">{html.escape(block).replace(chr(10), "<br>")}</p>'
        for block in blocks
        if block
    )
