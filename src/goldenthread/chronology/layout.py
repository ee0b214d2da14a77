"""Telling the rows of a table apart: headings, headings again, years on their own, and the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goldenthread.chronology.contents import contents, is_date
from goldenthread.chronology.known_headings import Field
from goldenthread.chronology.naming import JOINT, Named, Sureness, named, plain
from goldenthread.chronology.tables import Row, Table

_LOOKED_AT = 40
"""Headings stand within the first rows with something in them, below any block about the child."""
_LONGEST_HEADING = 100
_A_SENTENCE = 20
_YEAR = re.compile(
    r"(?:the )?(?:year|events? (?:of|in|from))?[ :]*((?:19|20)\d\d)"
    r"(?: ?[/–-] ?(?:(?:19|20)?\d\d))?(?: ?\(?(?:continued|contd?|cont’d|cont'd)\.?\)?)?[ .:]*$",
    re.I,
)
_MONTH_YEAR = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[ ,]+((?:19|20)\d\d)[ .:]*$",
    re.I,
)
_WORTH = {Sureness.WHOLE: 1.0, Sureness.PART: 0.9, Sureness.WITHIN: 0.6, Sureness.ALIKE: 0.6}


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that is no entry, and why."""

    row: Row
    reason: str


@dataclass(slots=True)
class Section:
    """Rows that share headings, with the year that was set above each of them, where one was."""

    headings: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)
    years: list[int | None] = field(default_factory=list)
    after_headings: set[int] = field(default_factory=set)
    """Numbers of rows that stand directly under headings that are repeated."""
    said: bool = True
    """Whether the table itself gives the headings."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table taken apart: every row is in one section or is an aside with its reason."""

    sections: tuple[Section, ...]
    asides: tuple[Aside, ...]


def lay_out(table: Table) -> Layout:
    """Take a table apart. A table without headings is one section with empty ones."""
    walk = _Walk(table)
    walk.run()
    return Layout(tuple(walk.sections), tuple(walk.asides))


def year_alone(texts: Sequence[str]) -> int | None:
    """The year of a row that says only “2009” or “March 2009”; the first of “2009/10”."""
    filled = {" ".join(text.split()) for text in texts if text.strip()}
    if len(filled) != 1:
        return None
    found = _YEAR.match(text := filled.pop()) or _MONTH_YEAR.match(text)
    return int(found[1]) if found else None


class _Walk:
    """Goes down a table once, keeping the headings and the year that hold at each row."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.width = table.width
        self.sections: list[Section] = []
        self.asides: list[Aside] = []
        self.repeated: set[tuple[str, ...]] = set()
        self.repeated_firsts: set[str] = set()
        self.year = year_of_name(table.name)
        self.under_repeat = False

    def run(self) -> None:
        rows = self.table.rows
        start = self._first_headings(rows)
        if start is None:
            self._open(("",) * self.width, said=False)
            body = rows
        else:
            first, last = start
            self._open(_joined(rows[first : last + 1], self.width))
            for row in rows[:first]:
                self._place_above(row)
            self._set_headings(rows[first : last + 1], "These are the headings.")
            body = rows[last + 1 :]
        for row in body:
            self._place(row)

    def _open(self, headings: tuple[str, ...], *, said: bool = True) -> None:
        self.sections.append(Section(headings, said=said))

    def _set_headings(self, rows: Sequence[Row], reason: str) -> None:
        for row in rows:
            self.repeated.add(_plain_row(row))
            self.repeated_firsts.add(plain(row.cells[0].text) if row.cells else "")
            self.asides.append(Aside(row, reason))

    def _first_headings(self, rows: Sequence[Row]) -> tuple[int, int] | None:
        """The first and last of the heading rows: usually one, sometimes two."""
        scores = [_score(row) for row in rows[:_LOOKED_AT]]
        best = max(range(len(scores)), key=lambda index: (scores[index], -index), default=None)
        if best is None or scores[best] <= 0:
            dated = next(
                (
                    at
                    for at, row in enumerate(rows[:_LOOKED_AT])
                    if self._heads_dates(row, rows[at + 1 :])
                ),
                None,
            )
            return None if dated is None else (dated, dated)
        if best + 1 < len(rows) and _is_second_row(rows[best], rows[best + 1]):
            return best, best + 1
        if best > 0 and _is_first_row(rows[best - 1], rows[best]):
            return best - 1, best
        return best, best

    def _heads_dates(self, row: Row, below: Sequence[Row]) -> bool:
        """Whether a row names nothing but a date, and dates stand below it: “Date | Health | School”."""
        filled = _filled(row)
        if len(filled) < 2 or any(len(text) > 2 * _A_SENTENCE or is_date(text) for text in filled):
            return False
        for column, text in enumerate(row.texts):
            name = named(text)
            if name and name.field is Field.DATE and name.sure is Sureness.WHOLE:
                cells = [each.texts[column] for each in below if column < len(each.texts)]
                return bool(cells) and contents(cells).mostly_dates()
        return False

    def _place_above(self, row: Row) -> None:
        # Entries above the headings are rare (a heading row put in later) but must not be lost.
        found = {name.field: text for name, text in self._named_cells(row)}
        if is_date(found.get(Field.DATE, "")) and len(found.get(Field.EVENT, "")) > _A_SENTENCE:
            self._add(row)
        else:
            self.asides.append(Aside(row, "This stands above the headings."))

    def _named_cells(self, row: Row) -> Iterator[tuple[Named, str]]:
        for heading, text in zip(self.sections[-1].headings, row.texts, strict=False):
            if name := named(heading):
                yield name, text

    def _place(self, row: Row) -> None:
        if self._is_repeated(row):
            self.asides.append(Aside(row, "These are the headings again."))
            self.under_repeat = True
        elif (year := year_alone(row.texts)) is not None and self.width > 1:
            self.year = year
            self.asides.append(Aside(row, f"This sets the year {year} for the rows below."))
        elif self.sections[-1].said and _is_new_headings(row):
            self._open(_joined([row], self.width))
            self._set_headings([row], "These are new headings.")
        else:
            self._add(row)

    def _is_repeated(self, row: Row) -> bool:
        # Looking at the first cell settles nearly every row, and a long table has very many.
        first = plain(row.cells[0].text) if row.cells else ""
        return first in self.repeated_firsts and _plain_row(row) in self.repeated

    def _add(self, row: Row) -> None:
        section = self.sections[-1]
        section.rows.append(row)
        section.years.append(self.year)
        if self.under_repeat:
            section.after_headings.add(row.number)
        self.under_repeat = False


def year_of_name(name: str) -> int | None:
    """The year in the name of a sheet, or in the line above a table: “2011”, “Table 2 (2011)”."""
    inner = re.sub(r"^Table \d+ \((.*)\)$", r"\1", name)
    return year_alone([inner])


def _plain_row(row: Row) -> tuple[str, ...]:
    texts = [plain(text) for text in row.texts]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _filled(row: Row) -> list[str]:
    return [text for text in row.texts if text.strip()]


def _recognised(row: Row) -> Iterator[tuple[Field, Sureness]]:
    for text in _filled(row):
        if found := named(text):
            yield found.field, found.sure


def _score(row: Row) -> float:
    """How much a row looks like headings; nothing unless it names a date or an event, or three."""
    filled = _filled(row)
    if len(filled) < 2 or any(len(text) > _LONGEST_HEADING for text in filled):
        return 0.0
    fields: dict[Field, float] = {}
    for found, sure in _recognised(row):
        fields[found] = max(fields.get(found, 0.0), _WORTH[sure])
    total = sum(fields.values())
    telling = fields.keys() & {Field.DATE, Field.EVENT}
    if len(fields) < 2 or total < 0.4 * len(filled) or (not telling and len(fields) < 3):
        return 0.0
    if any(is_date(text) for text in filled):
        return 0.0
    return total + len(telling)


def _is_second_row(upper: Row, lower: Row) -> bool:
    """Whether a row continues the headings above it: “From” and “To” under “Date”."""
    above = upper.texts
    names = 0
    for column, text in enumerate(lower.texts):
        if not text.strip():
            continue
        same = column < len(above) and plain(text) == plain(above[column])
        found = named(text)
        if is_date(text) or not (same or (found and found.sure >= Sureness.PART)):
            return False
        names += not same
    return names > 0 and len(_filled(lower)) >= min(2, len(above))


def _is_first_row(upper: Row, lower: Row) -> bool:
    """Whether a row is the upper half of the headings below it."""
    if len(_filled(upper)) < 2:
        return False
    recognised = [named(text) for text in _filled(upper)]
    return all(found and found.sure >= Sureness.PART for found in recognised) and not any(
        is_date(text) for text in _filled(upper)
    )


def _is_new_headings(row: Row) -> bool:
    """Whether a row far down starts a table of its own: it names a date and two things more."""
    filled = _filled(row)
    if len(filled) < 3 or any(len(text) > 40 for text in filled):
        return False
    found = {what for what, sure in _recognised(row) if sure is Sureness.WHOLE}
    return Field.DATE in found and len(found) >= 3 and not any(is_date(text) for text in filled)


def _joined(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """One heading for each column; of two rows, “Date – From” where they differ."""
    upper = _stretched(rows[0].texts, width)
    if len(rows) == 1:
        return tuple(_one_line(text) for text in (*rows[0].texts, *[""] * width)[:width])
    spread = _spread(upper, _stretched(rows[1].texts, width))
    return tuple(
        _one_line(above) if not below or plain(above) == plain(below)
        else _one_line(f"{above}{JOINT}{below}" if above else below)
        for above, below in spread
    )  # fmt: skip


def _spread(upper: Sequence[str], lower: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of upper and lower, an upper heading reaching over empty cells to its right."""
    reach = ""
    for above, below in zip(upper, lower, strict=True):
        reach = above or (reach if below else "")
        yield reach, below


def _stretched(texts: Sequence[str], width: int) -> list[str]:
    return [*texts, *[""] * (width - len(texts))]


def _one_line(text: str) -> str:
    return " ".join(text.split())
