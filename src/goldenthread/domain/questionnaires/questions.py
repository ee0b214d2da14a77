"""What a form is made of: sections of questions, some of them answered by as many rows as are needed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DAY = "day"
    CHOICE = "choice"
    ROWS = "rows"
    """As many rows as are needed, each with the question's columns; kept as :func:`as_answer` writes them."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what is asked, how, and the sentence shown when a required answer is missing.

    ``identifies`` marks a question whose answer tells who somebody is: it is shown only to those who
    see the register of who is who (P22), and to whoever wrote it.
    """

    key: str
    label: str
    kind: Kind
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    needed: str = ""
    identifies: bool = False
    columns: tuple["Question", ...] = ()
    row: str = ""
    """What one row is, for “Add another person”; both only for the kind :attr:`Kind.ROWS`."""
    rows_at_first: int = 1
    """How many empty rows stand ready; none for a question that few have an answer to."""

    @property
    def is_required(self) -> bool:
        """A question with a sentence for its absence must be answered before the form is sent."""
        return bool(self.needed)

    def missing_in(self, answer: str) -> tuple["Question", ...]:
        """What must be answered and is not: the question itself, or columns that a row leaves blank."""
        if not answer.strip():
            return (self,) if self.is_required else ()
        rows = rows_of(answer) if self.kind is Kind.ROWS else ()
        return tuple(
            column
            for column in self.columns
            if column.is_required and any(not row.get(column.key, "").strip() for row in rows)
        )


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a form."""

    key: str
    title: str
    questions: tuple[Question, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A form and its version; answers are kept with both."""

    key: str
    version: int
    title: str
    sections: tuple[Section, ...]

    def section(self, key: str) -> Section:
        """The section with this key; KeyError for one the form does not have."""
        return {section.key: section for section in self.sections}[key]

    def unanswered(self, answers: Mapping[str, str]) -> tuple[tuple[Section, Question], ...]:
        """The required questions (and columns of rows) without an answer, with the section each is in."""
        return tuple(
            (section, missing)
            for section in self.sections
            for question in section.questions
            for missing in question.missing_in(answers.get(question.key, ""))
        )

    def is_complete(self, section: Section, answers: Mapping[str, str]) -> bool:
        """Whether every required question of the section has an answer, and at least one is given."""
        given = [answers.get(question.key, "").strip() for question in section.questions]
        missing = [
            question.missing_in(answer)
            for question, answer in zip(section.questions, given, strict=True)
        ]
        return any(given) and not any(missing)


def rows_of(answer: str) -> tuple[dict[str, str], ...]:
    """The rows of an answer of the kind :attr:`Kind.ROWS`, each by the keys of its columns.

    ValueError for an answer that :func:`as_answer` did not write.
    """
    return tuple(json.loads(answer)) if answer.strip() else ()


def as_answer(rows: Iterable[Mapping[str, str]]) -> str:
    """Rows as they are kept, in one text. A row in which nothing is typed is left out; no row is a blank answer."""
    filled = [dict(row) for row in rows if any(text.strip() for text in row.values())]
    return json.dumps(filled, ensure_ascii=False) if filled else ""
