"""Answers to a form in words, for reading: with what identifies somebody, or without."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.domain.deadlines import in_words
from goldenthread.domain.questionnaires.questions import (
    Kind,
    Question,
    Questionnaire,
    Section,
    rows_of,
)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer in words; ``rows`` in place of ``text`` where it is answered by rows."""

    question: Question
    text: str = ""
    rows: tuple[tuple[tuple[Question, str], ...], ...] = ()


def in_words_of(
    form: Questionnaire, answers: Mapping[str, str], *, with_names: bool
) -> Iterator[tuple[Section, list[Answered]]]:
    """Each section with its questions and their answers in words.

    Without names, answers (and columns of rows) that identify somebody are not there at all.
    """
    for section in form.sections:
        questions = _shown(section.questions, with_names=with_names)
        yield (
            section,
            [_answered(one, answers.get(one.key, ""), with_names=with_names) for one in questions],
        )


def _shown(questions: Iterable[Question], *, with_names: bool) -> list[Question]:
    return [question for question in questions if with_names or not question.identifies]


def _answered(question: Question, answer: str, *, with_names: bool) -> Answered:
    if question.kind is not Kind.ROWS:
        return Answered(question, _in_words(question, answer))
    columns = _shown(question.columns, with_names=with_names)
    rows = tuple(
        tuple((column, _in_words(column, row.get(column.key, ""))) for column in columns)
        for row in rows_of(answer)
    )
    return Answered(question, rows=rows)


def _in_words(question: Question, answer: str) -> str:
    if question.kind is Kind.DAY and answer:
        return in_words(date.fromisoformat(answer))
    return dict(question.options).get(answer, answer)
