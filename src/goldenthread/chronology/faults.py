"""What is found wrong with a row, in words for the person who wrote it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right. ``row`` is 0 where it concerns the whole table."""

    row: int
    table: str
    what: str
    repair: str


def day_shown(day: date) -> str:
    """A day as people write it: 3 May 2011."""
    return f"{day.day} {day:%B %Y}"


def shortened(text: str, longest: int = 60) -> str:
    """The first words of a text, to name it by."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]}…"
