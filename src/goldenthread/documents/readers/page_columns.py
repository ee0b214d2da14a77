"""A table on printed pages that has no lines: its columns by the space between them.

Read only where nothing is in doubt: a strip of paper down all its pages divides each column from
the next, the first column has a date at the start of every row, and every row starts with its date
and not above it. In any other case nothing is read, and the file is refused.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from goldenthread.chronology.contents import is_date
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.naming import named
from goldenthread.documents.readers.page_grid import Letter

_GAP = 0.35
"""How wide a strip between columns is at least, as a share of the height of a letter."""
_FEWEST = 2
"""The fewest rows with a date that make a table."""
_FAR = 3.0
"""A line that stands this many times further down than others do belongs to no row."""
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?", re.I)


@dataclass(slots=True)
class Line:
    """The letters that stand on one line of a page, from the left, and how high it stands."""

    up: float
    height: float
    letters: list[Letter] = field(default_factory=list)

    def words(self, left: float = float("-inf"), right: float = float("inf")) -> str:
        """What the line says between two places; a space wherever there is one on the paper."""
        text = ""
        end: float | None = None
        for letter in self.letters:
            if letter.box is None or not left <= letter.box.middle[0] < right:
                continue
            if end is not None and letter.box.left - end > 0.12 * self.height:
                text += " "
            text += letter.text
            end = letter.box.right
        return " ".join(text.split())

    def first(self) -> str:
        """The words up to the first gap that could be one between columns."""
        end: float | None = None
        for letter in self.letters:
            if letter.box is None:
                continue
            if end is not None and letter.box.left - end > _GAP * self.height:
                return self.words(right=letter.box.left)
            end = letter.box.right
        return self.words()


@dataclass(frozen=True, slots=True)
class Columns:
    """The tables of the pages: where the columns begin, and on each page the rows."""

    edges: tuple[float, ...]
    pages: tuple[tuple[int, list[list[str]]], ...]
    outside: int


def lines_of(letters: Sequence[Letter]) -> list[Line]:
    """The letters of a page in lines from the top; those drawn nowhere are left out."""
    lines: list[Line] = []
    drawn = [(letter.box, letter) for letter in letters if letter.box and not letter.text.isspace()]
    for box, letter in sorted(drawn, key=lambda each: -each[0].middle[1]):
        up, height = box.middle[1], box.top - box.bottom
        if not lines or lines[-1].up - up > height / 2:
            lines.append(Line(up, height))
        lines[-1].letters.append(letter)
    for line in lines:
        line.letters.sort(key=lambda letter: letter.box.left if letter.box else 0.0)
    return lines


def columns_of(pages: Sequence[tuple[int, list[Line]]]) -> Columns | None:
    """The rows of a table without lines on pages in order, or None where anything is in doubt."""
    pages = list(_without_margins(pages))
    kept = [
        (number, lines[_start(lines, first=not at) :]) for at, (number, lines) in enumerate(pages)
    ]
    kept = [(number, list(_to_last_row(lines))) for number, lines in kept]
    lines = [line for _, page in kept for line in page]
    if sum(is_date(line.first()) for line in lines) < _FEWEST:
        return None
    edges = _edges(lines)
    if len(edges) < 2:
        return None
    found: list[tuple[int, list[list[str]]]] = []
    headings: set[str] = set()
    for number, page in kept:
        rows = _rows(page, edges, headings, before=found[-1][1] if found else [])
        if rows is None:
            return None
        found.append((number, rows))
    outside = sum(len(line.letters) for _, page in pages for line in page)
    outside -= sum(len(line.letters) for line in lines)
    return Columns(edges, tuple(found), outside)


def _without_margins(
    pages: Sequence[tuple[int, list[Line]]],
) -> Iterator[tuple[int, list[Line]]]:
    """The pages without what stands at the top or bottom of each of them, and their numbers."""
    seen = Counter((round(line.up), line.words()) for _, lines in pages for line in lines)

    def is_margin(line: Line) -> bool:
        words = line.words()
        everywhere = len(pages) > 1 and seen[round(line.up), words] == len(pages)
        return bool(_PAGE_NUMBER.fullmatch(words)) or (everywhere and not _is_headings(line))

    for number, lines in pages:
        top, bottom = 0, len(lines)
        while top < bottom - 1 and is_margin(lines[top]) and _stands_off(lines[top : top + 2]):
            top += 1
        while (
            top < bottom - 1
            and is_margin(lines[bottom - 1])
            and _stands_off(lines[bottom - 2 : bottom])
        ):
            bottom -= 1
        yield number, lines[top:bottom]


def _stands_off(two: Sequence[Line]) -> bool:
    """Whether two lines are further apart than lines of one text are."""
    return two[0].up - two[1].up > 2 * two[1].height


def _is_headings(line: Line) -> bool:
    return _are_headings([line.first()])


def _start(lines: Sequence[Line], *, first: bool) -> int:
    """The line that a page's part of the table starts with: its headings, or a date on the first."""
    for number, line in enumerate(lines):
        if _is_headings(line) or (first and is_date(line.first())):
            return number
    return len(lines) if first else 0


def _to_last_row(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines down to one that stands far below all before it."""
    if not lines:
        return
    gaps = [above.up - below.up for above, below in pairwise(lines)]
    usual = median(gaps) if gaps else 0.0
    for line, gap in zip(lines, (0.0, *gaps), strict=True):
        if gap > _FAR * max(usual, line.height):
            return
        yield line


def _edges(lines: Sequence[Line]) -> tuple[float, ...]:
    """Where each column begins: after a strip that no letter of any line reaches into."""
    spans = sorted(
        (letter.box.left, letter.box.right)
        for line in lines
        for letter in line.letters
        if letter.box
    )
    least = _GAP * median(line.height for line in lines)
    edges = [spans[0][0]]
    end = spans[0][1]
    for left, right in spans:
        if left - end >= least:
            edges.append(left)
        end = max(end, right)
    return tuple(edges)


def _rows(
    lines: Sequence[Line],
    edges: tuple[float, ...],
    headings: set[str],
    *,
    before: list[list[str]],
) -> list[list[str]] | None:
    """The rows on a page, each from one date to the next, or None where a row starts in doubt.

    Lines above the first date go on with the last row of the page before. ``headings`` are the
    lines that headings which wrap go on with, learnt on the first page.
    """
    rows: list[list[str]] = []
    gaps: list[float] = []
    above: float | None = None
    for line in lines:
        texts = [line.words(left, right) for left, right in pairwise((*edges, 1e9))]
        gap = above - line.up if above is not None else 0.0
        above = line.up
        if is_date(texts[0]) or _is_headings(line):
            # A row whose date stands in its middle has its widest gap before its first line.
            if gaps and gap < max(gaps) - 0.2 * line.height:
                return None
            rows.append(texts)
            gaps = []
            continue
        gaps.append(gap)
        going_on = rows or before
        if rows and _are_headings(rows[-1]):
            if not before:
                headings.add(line.words())
            elif line.words() not in headings:
                going_on = before
        if not going_on:
            return None
        going_on[-1] = [
            " ".join(filter(None, pair)) for pair in zip(going_on[-1], texts, strict=True)
        ]
    return rows


def _are_headings(texts: Sequence[str]) -> bool:
    name = named(texts[0])
    return name is not None and name.field is Field.DATE
