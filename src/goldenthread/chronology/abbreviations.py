"""Abbreviations that a file uses and does not explain."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.chronology.dates.blanks import blank
from goldenthread.chronology.entries import Entry
from goldenthread.chronology.faults import Fault
from goldenthread.chronology.tables import ReadFile

_SHORT = re.compile(r"(?<![\w&/])([A-Z][A-Z&/0-9]{1,6}[A-Z0-9]|[A-Z]{2})(?:s|’s|'s)?(?![\w&])")
_EVERYDAY = frozenset(
    (
        "AM",
        "PM",
        "OK",
        "TV",
        "UK",
        "NHS",
        "GP",
        "ID",
        "NB",
        "CD",
        "DVD",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
    )
)
"""No reader of such a file needs these explained."""
_POST_CODE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?$|\d")
_IN_BRACKETS = re.compile(r"[ ,]\(([A-Z][A-Z&/0-9]{1,8})s?\)")
_MEANING = 100
"""Letters before an abbreviation in brackets in which its meaning is looked for."""
_EXPLAINED = re.compile(
    r"\b([A-Z][A-Z&/0-9]{1,8})s?\s*(?:\(|=|:|–|—|-|stands for|means)\s*([A-Za-z])"
)
_MOSTLY = 0.5


def unexplained(file: ReadFile, entries: Sequence[Entry]) -> Iterator[Fault]:
    """Each abbreviation once, at the first row that uses it, with the number of rows that do.

    Explained is what the file says anywhere: “health visitor (HV)”, “HV (health visitor)”,
    “HV = health visitor”, or a cell “HV” beside one that begins with the same letter.
    """
    known = _EVERYDAY | _explained(file)
    using: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        texts = (entry.event, entry.source, *entry.fields.values(), *entry.extra.values())
        for short in sorted({short for text in texts for short in _shorts(text)} - known):
            using[short].append(entry)
    for short, rows in using.items():
        used = "" if len(rows) == 1 else f" (and in {len(rows) - 1:,} more)"
        yield Fault(
            rows[0].row,
            rows[0].table,
            f"“{short}” is used here{used}, and the file does not say what it means.",
            f"Write it out where it is first used, with “({short})” behind it, or add a list of abbreviations.",
        )


def _shorts(text: str) -> Iterator[str]:
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > 12 and sum(map(str.isupper, letters)) > _MOSTLY * len(letters):
        return  # A row typed in capitals: its words cannot be told from abbreviations.
    for match in _SHORT.finditer(text):
        if not _POST_CODE.match(match[1]) and not blank(match[1]):
            yield match[1]


def _explained(file: ReadFile) -> set[str]:
    known: set[str] = set()
    for table in file.tables:
        for row in table.rows:
            texts = row.texts
            for text in texts:
                known.update(_in_words(text))
            for short, meaning in pairwise(texts):
                if _SHORT.fullmatch(short.strip()) and _begins(meaning, short.strip()):
                    known.add(short.strip())
    return known


def _in_words(text: str) -> Iterator[str]:
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _MEANING) : match.start()].split()
        if any(word[0].upper() == match[1][0] for word in before[-len(match[1]) - 2 :]):
            yield match[1]
    for match in _EXPLAINED.finditer(text):
        if match[2].upper() == match[1][0]:
            yield match[1]


def _begins(meaning: str, short: str) -> bool:
    return len(meaning) > len(short) and meaning.strip()[:1].upper() == short[0]
