"""A form made from one section of a questionnaire: the section is data, so is its page."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from goldenthread.domain.questionnaires.questions import (
    Kind,
    Question,
    Section,
    as_answer,
    rows_of,
)
from goldenthread.pages.forms import DayField, PlainForm
from goldenthread.reviews.web.forms.rows import (
    RowsOfQuestion,
    row_forms,
    with_rows_changed,
)


class SectionForm(PlainForm):
    """One section. What is missing is allowed: a person saves and comes back."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        section: Section,
        answers: Mapping[str, str],
        **words: Any,
    ) -> None:
        in_one = [question for question in section.questions if question.kind is not Kind.ROWS]
        initial = {question.key: _initial(question, answers) for question in in_one}
        super().__init__(data, initial=initial, **words)
        for question in in_one:
            self.fields[question.key] = _field(question)
        self._section = section
        self._rows = {
            question.key: _rows(question, answers, data)
            for question in section.questions
            if question.kind is Kind.ROWS
        }

    @property
    def parts(self) -> Iterator[BoundField | RowsOfQuestion]:
        """What the page shows, in the section’s order: a field, or the rows of a question."""
        for question in self._section.questions:
            yield self._rows.get(question.key) or self[question.key]

    @property
    def errors_in_rows(self) -> list[dict[str, str]]:
        """What cannot be kept in the rows, for the error summary."""
        return [error for rows in self._rows.values() for error in rows.errors()]

    def is_valid(self) -> bool:
        """Whether everything that was typed can be kept as it is."""
        return all([super().is_valid(), *(rows.is_valid() for rows in self._rows.values())])

    def answers(self) -> dict[str, str]:
        """What was typed, as the questionnaire keeps it (days as ISO dates, rows as one text)."""
        return {
            question.key: as_answer(
                {key: _as_kept(value) for key, value in row.cleaned_data.items()}
                for row in self._rows[question.key].rows
            )
            if question.kind is Kind.ROWS
            else _as_kept(self.cleaned_data.get(question.key))
            for question in self._section.questions
        }


def with_row_added_or_removed(data: QueryDict, section: Section) -> QueryDict | None:
    """What was sent, with one row more or less, where a button asked for that; else None."""
    asked_in_rows = [question for question in section.questions if question.kind is Kind.ROWS]
    return with_rows_changed(data, asked_in_rows)


def _rows(question: Question, answers: Mapping[str, str], data: QueryDict | None) -> RowsOfQuestion:
    return row_forms(
        question,
        fields={column.key: _field(column) for column in question.columns},
        initial=[
            {column.key: _initial(column, row) for column in question.columns}
            for row in rows_of(answers.get(question.key, ""))
        ],
        data=data,
    )


def _initial(question: Question, answers: Mapping[str, str]) -> Any:
    answer = answers.get(question.key, "")
    if question.kind is Kind.DAY:
        return date.fromisoformat(answer) if answer else None
    return answer


def _field(question: Question) -> forms.Field:
    field = _plain_field(question)
    # A section may be left unfinished, but the referral is not sent without these.
    field.is_needed_later = bool(question.needed)  # type: ignore[attr-defined]
    return field


def _plain_field(question: Question) -> forms.Field:
    words: dict[str, Any] = {"label": question.label, "help_text": question.hint, "required": False}
    match question.kind:
        case Kind.DAY:
            return DayField(**words)
        case Kind.CHOICE:
            return forms.ChoiceField(choices=question.options, widget=forms.RadioSelect, **words)
        case Kind.LONG_TEXT:
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 6}), **words)
        case Kind.TEXT:
            return forms.CharField(max_length=300, **words)
        case Kind.ROWS:
            raise ValueError(f"{question.key} is answered by rows, not in one box.")


def _as_kept(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return value or ""
