"""Questions that are answered by as many rows as are needed, without any script.

Each row has its own boxes, named by the question and the row’s place (``household-0-name``); a hidden
box says how many rows there are. “Add another” and “Remove” send the whole form: the page comes back
with a row more or less and everything that was typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from goldenthread.domain.questionnaires.questions import Question
from goldenthread.pages.bound_field import GovukBoundField
from goldenthread.pages.forms import PlainForm

ADD, REMOVE = "add_row", "remove_row"
MOST_ROWS = 60
"""How many rows one question takes: more than any family has, so that a page stays a page."""
_MOST_DIGITS = 4
"""Python itself refuses to read a number of thousands of digits."""


class RowForm(PlainForm):
    """One row: a box for each column of its question. All may be left out; the question says what is needed."""

    is_voluntary: ClassVar = True


class RowsOfQuestion:
    """The rows of one question as the page shows them; as many at least as stand ready at first."""

    def __init__(self, question: Question, rows: Sequence[RowForm]) -> None:
        self.question = question
        self.rows = rows

    @property
    def count_name(self) -> str:
        """The name of the hidden box that says how many rows there are."""
        return f"{self.question.key}-rows"

    @property
    def numbered(self) -> list[tuple[str, str, RowForm]]:
        """Each row with its heading (“Person 2”) and its name in addresses and buttons."""
        word = self.question.row.capitalize()
        return [
            (f"{word} {number}", f"{self.question.key}-{number - 1}", row)
            for number, row in enumerate(self.rows, start=1)
        ]

    @property
    def may_grow(self) -> bool:
        """Whether another row can be added."""
        return len(self.rows) < MOST_ROWS

    def is_valid(self) -> bool:
        """Whether every row can be kept as it is."""
        return all(row.is_valid() for row in self.rows)

    def errors(self) -> list[dict[str, str]]:
        """What cannot be kept, as the error summary shows it: which row, what is wrong, where."""
        return [
            {"text": f"{heading}: {error}", "href": f"#{box.error_target}"}
            for heading, _, row in self.numbered
            for box in row
            if isinstance(box, GovukBoundField)
            for error in box.errors
        ]


def rows_sent(data: QueryDict, question: Question) -> int:
    """How many rows the form held when it was sent; nought for anything that is no such number."""
    told = data.get(f"{question.key}-rows", "")
    is_number = told.isascii() and told.isdecimal() and len(told) <= _MOST_DIGITS
    return min(int(told), MOST_ROWS) if is_number else 0


def with_rows_changed(data: QueryDict, questions: Iterable[Question]) -> QueryDict | None:
    """What was sent, with the row added or removed that a button asked for; None when no button did."""
    added, removed = data.get(ADD, ""), data.get(REMOVE, "")
    for question in questions:
        count = rows_sent(data, question)
        if added == question.key and count < MOST_ROWS:
            return _counted(data, question, count + 1)
        for place in range(count):
            if removed == f"{question.key}-{place}":
                return _without(data, question, place, count)
    return None


def _counted(data: QueryDict, question: Question, count: int) -> QueryDict:
    changed = data.copy()
    changed[f"{question.key}-rows"] = str(count)
    return changed


def _without(data: QueryDict, question: Question, removed: int, count: int) -> QueryDict:
    """The rows after the removed one move up by one place."""
    changed = _counted(data, question, count - 1)
    for name in list(changed):
        if any(name.startswith(f"{question.key}-{at}-") for at in range(removed, count)):
            del changed[name]
    for place in range(removed + 1, count):
        old, new = f"{question.key}-{place}-", f"{question.key}-{place - 1}-"
        for name in data:
            if name.startswith(old):
                changed.setlist(new + name.removeprefix(old), data.getlist(name))
    return changed


def row_forms(
    question: Question,
    *,
    fields: Mapping[str, forms.Field],
    initial: Sequence[Mapping[str, Any]],
    data: QueryDict | None,
) -> RowsOfQuestion:
    """The rows of the question: as they were sent, or else as they are kept."""
    count = rows_sent(data, question) if data is not None else len(initial)
    kept = [*initial, *({} for _ in range(count + 1))]
    one_row = type("OneRow", (RowForm,), dict(fields))
    rows = [
        one_row(data, prefix=f"{question.key}-{place}", initial=dict(kept[place]))
        for place in range(max(count, question.rows_at_first))
    ]
    return RowsOfQuestion(question, rows)
