"""A form made from one section of a questionnaire: the section is data, so is its page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from goldenthread.domain.questionnaires.questions import Kind, Question, Section
from goldenthread.pages.forms import DayField, PlainForm


class SectionForm(PlainForm):
    """One section. What is missing is allowed: a person saves and comes back."""

    def __init__(
        self, *args: Any, section: Section, answers: Mapping[str, str], **words: Any
    ) -> None:
        initial = {question.key: _initial(question, answers) for question in section.questions}
        super().__init__(*args, initial=initial, **words)
        for question in section.questions:
            self.fields[question.key] = field = _field(question)
            # A section may be left unfinished, but the referral is not sent without these.
            field.is_needed_later = bool(question.needed)  # type: ignore[attr-defined]
        self._section = section

    def answers(self) -> dict[str, str]:
        """What was typed, as the questionnaire keeps it (days as ISO dates)."""
        return {
            question.key: _as_kept(self.cleaned_data.get(question.key))
            for question in self._section.questions
        }


def _initial(question: Question, answers: Mapping[str, str]) -> Any:
    answer = answers.get(question.key, "")
    if question.kind is Kind.DAY:
        return date.fromisoformat(answer) if answer else None
    return answer


def _field(question: Question) -> forms.Field:
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


def _as_kept(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return value or ""
