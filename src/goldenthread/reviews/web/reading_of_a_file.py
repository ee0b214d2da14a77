"""The account of how one file was understood, cut to what a page can carry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from goldenthread.chronology.known_headings import CALLED, Field
from goldenthread.reviews.web.when import edtf_in_words, when_in_words

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from goldenthread.reviews.models import Entry, SourceFile

SHOWN = 100
"""Rows of each list that are shown before somebody asks for all of them."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one list that are shown, of how many."""

    shown: Sequence[Any]
    count: int

    @property
    def hidden(self) -> int:
        """How many are not shown."""
        return self.count - len(self.shown)


@dataclass(frozen=True, slots=True)
class Account:
    """What was understood of a file: its rows are entries or left out, and each list says why."""

    rows: int
    columns: tuple[dict[str, Any], ...]
    undated: Rows
    inferred: Rows
    left_out: Rows
    notes: tuple[str, ...]

    @property
    def is_in_full(self) -> bool:
        """Whether nothing is hidden."""
        return not (self.undated.hidden or self.inferred.hidden or self.left_out.hidden)


def account_of(file: "SourceFile", *, entries: "QuerySet[Entry]", in_full: bool = False) -> Account:
    """The account of a file that has been read; an empty one for any other."""
    told = file.understood
    left_out = told.get("left_out", [])
    no_date = entries.filter(first_on=None, last_on=None)
    return Account(
        rows=told.get("rows", 0),
        columns=tuple(
            column | {"called": called(column["field"])} for column in told.get("columns", [])
        ),
        undated=_rows(
            [
                {"entry": entry, "suggestion": edtf_in_words(entry.suggestion)}
                for entry in _cut(no_date, in_full)
            ],
            no_date.count,
        ),
        inferred=_rows(
            [
                {"entry": entry, "when": when_in_words(entry)}
                for entry in _cut(entries.filter(inferred=True), in_full)
            ],
            entries.filter(inferred=True).count,
        ),
        left_out=_rows(list(_cut(left_out, in_full)), lambda: len(left_out)),
        notes=tuple(told.get("notes", [])),
    )


def _rows(shown: Sequence[Any], count: Callable[[], int]) -> Rows:
    return Rows(shown, count() if len(shown) == SHOWN else len(shown))


def _cut(rows: Any, in_full: bool) -> Any:
    return rows if in_full else rows[:SHOWN]


def called(field: str) -> str:
    """The words for a field; empty for a column that is kept under its own heading."""
    return CALLED[Field(field)] if field else ""


def other_columns(entry: "Entry") -> list[dict[str, str]]:
    """What else the row says, each under what the column was understood as, or under its own heading."""
    return [{"key": _named(field), "value": text} for field, text in entry.fields.items() if text]


def _named(field: str) -> str:
    if field.startswith("extra:"):
        return field.removeprefix("extra:")
    words = called(field)
    return words[:1].upper() + words[1:]
