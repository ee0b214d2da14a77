"""Which column of a table holds what: by its heading, and by its cells where they disagree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldenthread.chronology.contents import Contents, contents
from goldenthread.chronology.known_headings import CALLED, Field
from goldenthread.chronology.naming import Sureness, is_vague, named, plain, two_named

_PEOPLE = (Field.PROFESSIONAL, Field.FAMILY_MEMBER)
_WHICH = re.compile(r"\b(?:profession|practi|staff|work|child|famil|parent|carer|mother|father)")
"""What says in a heading which people are meant."""
_PARTED = frozenset(
    (Field.SOURCE, Field.AGENCY, Field.PROFESSIONAL, Field.RECORDED_BY, Field.PLACE, Field.NUMBER)
)
"""Short things that one column may hold two of. Text about events and actions is never parted."""
_SHORT = (Field.AGENCY, Field.PLACE)
_PROSE = 40
"""Letters in a cell, on average, that no name of an agency or a place has."""
_MARKS = ("\n", " / ", "/", "; ", " – ", " - ", "|")
_PASSED_ON = re.compile(r"\b(?:to|with|copied|cc|informed|contacted|recipient|shared)\b")
"""What says that those named were told of it."""


@dataclass(frozen=True, slots=True)
class Match:
    """How one column was understood; ``field`` is None for a column kept under its own heading.

    ``by_cells`` is true where the length of the text decided and no heading. A column that holds
    two things has the second in ``also``, after the ``mark`` that parts them in its cells.
    """

    field: Field | None
    reason: str
    by_cells: bool = False
    also: Field | None = None
    mark: str = ""

    def parted(self, cell: str) -> tuple[str, str]:
        """The two things that a cell holds; the second empty where no mark parts them."""
        first, _, second = cell.partition(self.mark) if self.also else (cell, "", "")
        return (first.strip(), second.strip()) if first.strip() and second.strip() else (cell, "")


def match(headings: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[Match, ...]:
    """How each column was understood, with the reason in a sentence.

    ``columns`` are the cells under each heading. Cells outvote headings: a column of dates is the
    date column whatever it is called, and one called “Date” without dates is not. No two columns
    get the same field; the second is kept under its own heading and nothing of it is lost.
    """
    assignment = _Assignment(headings, [contents(cells) for cells in columns])
    assignment.place_date()
    assignment.place_other_moments()
    assignment.place_number()
    assignment.place_event()
    assignment.place_sight()
    assignment.settle_people()
    assignment.place_rest()
    assignment.place_staff()
    assignment.part_combined(columns)
    return tuple(assignment.result())


class _Assignment:
    """Gives fields to columns in turn: what can be told by its cells first."""

    def __init__(self, headings: Sequence[str], held: list[Contents]) -> None:
        self.headings = headings
        self.held = held
        self.names = [named(heading) for heading in headings]
        self.reasons = [_said(heading) for heading in headings]
        self.given: dict[int, Match] = {}
        self.taken: dict[Field, int] = {}

    def give(self, column: int, field: Field, reason: str, *, by_cells: bool = False) -> None:
        self.given[column] = Match(field, reason, by_cells)
        self.taken[field] = column

    def keep(self, column: int, reason: str) -> None:
        self.given[column] = Match(None, reason)

    def called(self, field: Field) -> list[int]:
        """Columns whose heading says this field and that are not placed, the surest first."""
        found = [
            (-name.sure, column)
            for column, name in enumerate(self.names)
            if name and name.field is field and column not in self.given
        ]
        return [column for _, column in sorted(found)]

    def place_date(self) -> None:
        # Half-empty date columns are common; only cells that are filled with other things count.
        believed = [c for c in self.called(Field.DATE) if not self._denies_dates(c)]
        if believed:
            best = max(believed, key=lambda c: (self.held[c].mostly_dates(), self._sure(c), -c))
            self.give(best, Field.DATE, self.reasons[best])
        elif (column := self._column_of_dates()) is not None:
            held = self.held[column]
            counted = f"{held.dates} of the {held.filled} cells looked at are dates"
            whatever = f", whatever its heading “{self.headings[column]}” says"
            self.give(column, Field.DATE, f"{counted}{whatever if self.names[column] else ''}.")
        for column in self.called(Field.DATE):
            if self._denies_dates(column):
                self.names[column] = None
                continue
            self.keep(column, "There is another column of dates; this one is kept as it is.")

    def _denies_dates(self, column: int) -> bool:
        return self.held[column].filled > 0 and not self.held[column].mostly_dates(0.2)

    def _column_of_dates(self) -> int | None:
        def rank(column: int) -> tuple[bool, int]:
            name = self.names[column]
            elsewhere = (Field.UNTIL, Field.RECORDED_ON, Field.REVIEW)
            return (name is not None and name.field in elsewhere, column)

        columns = [
            column
            for column, held in enumerate(self.held)
            if held.mostly_dates() and held.digits * 2 <= held.filled and column not in self.given
        ]
        return min(columns, key=rank, default=None)

    def _sure(self, column: int) -> int:
        name = self.names[column]
        return name.sure if name else 0

    def place_other_moments(self) -> None:
        for field in (Field.UNTIL, Field.RECORDED_ON):
            for column in self.called(field)[:1]:
                if self._denies_dates(column):
                    self.names[column] = None
                else:
                    self.give(column, field, self.reasons[column])
        for field in (Field.TIME, Field.UNTIL_TIME):
            for column in self.called(field)[:1]:
                held = self.held[column]
                if held.filled and not held.mostly_times(0.2) and held.length > 20:
                    self.names[column] = None
                else:
                    self.give(column, field, self.reasons[column])
        if Field.TIME in self.taken:
            return
        for column, held in enumerate(self.held):
            # Four figures are as well a year; a column of nothing else is not one of times.
            plain_figures = held.digits * 2 > held.filled
            timed = held.mostly_times() and not plain_figures
            if column not in self.given and timed and self._sure(column) < 3:
                counted = f"{held.times} of the {held.filled} cells looked at are times of day."
                self.give(column, Field.TIME, counted)
                return

    def place_number(self) -> None:
        for column in self.called(Field.NUMBER):
            held = self.held[column]
            refers = "ref" in plain(self.headings[column])
            numbers = held.mostly_numbers(0.4) or (held.length <= 24 and not refers)
            if Field.NUMBER not in self.taken and numbers:
                self.give(column, Field.NUMBER, self.reasons[column])
            elif refers and not self.called(Field.SOURCE):
                self.give(
                    column, Field.SOURCE, "Its cells refer to records and do not number rows."
                )
            elif not held.mostly_numbers(0.4):
                self.names[column] = None

    def place_event(self) -> None:
        called = self.called(Field.EVENT) or self.called(Field.QUOTE)
        # A column of dates called “Event” keeps nothing but dates: it is not what happened.
        called = [c for c in called if not self.held[c].mostly_dates()] or called
        best = max(called, key=lambda c: (self.held[c].length, self._sure(c), -c), default=None)
        longest = self._longest_text(without=called)
        if best is not None and not (longest is not None and self._is_outdone(best, longest)):
            quoted = self.names[best].field is Field.QUOTE  # type: ignore[union-attr]
            why = "No heading says what happened; the words of the record do." if quoted else ""
            self.give(best, Field.EVENT, why or self.reasons[best])
        elif best is not None and longest is not None:
            why = f"Its text is far longer than that of “{self.headings[best]}”."
            self.give(longest, Field.EVENT, why, by_cells=True)
        elif longest is not None:
            why = "No heading says what happened; this column has the longest text."
            self.give(longest, Field.EVENT, why, by_cells=True)

    def _longest_text(self, *, without: list[int]) -> int | None:
        """The column with the longest text among those whose headings say nothing firm."""
        free = [
            column
            for column, held in enumerate(self.held)
            if column not in self.given and column not in without and held.filled
        ]
        loose = [
            column
            for column in free
            if self.held[column].length >= 12
            and ((name := self.names[column]) is None or is_vague(name))
        ]
        return max(loose or free, key=lambda c: self.held[c].length, default=None)

    def _is_outdone(self, called: int, longest: int) -> bool:
        """Whether a column vaguely called the event holds mere words beside one that tells."""
        name, rival = self.names[called], self.names[longest]
        firm = name is not None and not is_vague(name) and name.sure >= Sureness.PART
        if firm or (rival is not None and not is_vague(rival)):
            return False
        return self.held[longest].length > 2 * self.held[called].length

    def place_sight(self) -> None:
        """“Seen alone” tells whether the child was seen, where no other column does."""
        if not self.called(Field.CHILD_SEEN):
            for column in self.called(Field.SEEN_ALONE)[:1]:
                self.give(column, Field.CHILD_SEEN, self.reasons[column])

    def settle_people(self) -> None:
        """“Attendees” and its like are professionals or family by who stands below them."""
        for column, name in enumerate(self.names):
            if (
                name is None
                or name.field not in _PEOPLE
                or _WHICH.search(plain(self.headings[column]))
            ):
                continue
            held = self.held[column]
            believed = Field.PROFESSIONAL if held.staff > held.family else Field.FAMILY_MEMBER
            if max(held.staff, held.family) * 2 > held.filled and believed is not name.field:
                self.names[column] = replace(name, field=believed)
                self.reasons[column] = f"Most of its cells name {CALLED[believed]}."

    def place_staff(self) -> None:
        """A column under an unknown heading whose cells are the names of professionals."""
        if Field.PROFESSIONAL in self.taken:
            return
        for column, held in enumerate(self.held):
            passed_on = _PASSED_ON.search(plain(self.headings[column]))
            known = column in self.given or self.names[column] is not None
            if not known and not passed_on and held.staff > 0.6 * held.filled:
                told = f"{held.staff} of the {held.filled} cells looked at name professionals."
                self.give(column, Field.PROFESSIONAL, told)
                return

    def place_rest(self) -> None:
        for field in Field:
            for column in self.called(field):
                if field in _SHORT and self.held[column].length > _PROSE:
                    self.keep(column, f"Its cells are too long for {CALLED[field]}; kept as it is.")
                elif field is not Field.REVIEW and self.held[column].mostly_dates():
                    self.keep(column, "Its cells are dates; the column is kept as it is.")
                elif field in self.taken:
                    first = self.headings[self.taken[field]]
                    self.keep(column, f"“{first}” is already {CALLED[field]}; kept as it is.")
                else:
                    self.give(column, field, self.reasons[column])

    def part_combined(self, columns: Sequence[Sequence[str]]) -> None:
        """Give the second thing of a column called “Source and author” where its cells are parted."""
        for column, found in list(self.given.items()):
            both = two_named(self.headings[column])
            if not both or found.field is not both[0] or not set(both) <= _PARTED:
                continue
            mark = _parting_mark(columns[column])
            if mark and both[1] not in self.taken:
                said = f"What stands after “{mark.strip() or 'a line break'}” is {CALLED[both[1]]}."
                self.given[column] = replace(
                    found, reason=f"{found.reason} {said}", also=both[1], mark=mark
                )
                self.taken[both[1]] = column

    def result(self) -> list[Match]:
        kept = Match(None, "The heading is not one that is known; the column is kept as it is.")
        return [self.given.get(column, kept) for column in range(len(self.held))]


def _parting_mark(cells: Sequence[str]) -> str:
    """What parts nearly every cell of a column in two, or nothing."""
    filled = [cell for cell in cells if cell.strip()]
    for mark in _MARKS:
        parted = sum(
            cell.count(mark) == 1 and all(part.strip() for part in cell.split(mark))
            for cell in filled
        )
        if parted > 0.6 * len(filled):
            return mark
    return ""


def _said(heading: str) -> str:
    """How a heading tells what its column holds; nothing where it does not."""
    name = named(heading)
    if name is None:
        return ""
    means = CALLED[name.field]
    if name.sure >= Sureness.PART:
        return f"The heading “{heading}” stands for {means}."
    if name.sure is Sureness.WITHIN:
        return f"The heading “{heading}” contains “{name.known}”: {means}."
    return f"The heading “{heading}” looks like “{name.known}”: {means}."
