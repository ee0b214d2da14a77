"""What a form is made of: sections of questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DAY = "day"
    CHOICE = "choice"


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

    @property
    def is_required(self) -> bool:
        """A question with a sentence for its absence must be answered before the form is sent."""
        return bool(self.needed)


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
        """The required questions without an answer, with the section each is in."""
        return tuple(
            (section, question)
            for section in self.sections
            for question in section.questions
            if question.is_required and not answers.get(question.key, "").strip()
        )

    def is_complete(self, section: Section, answers: Mapping[str, str]) -> bool:
        """Whether every required question of the section has an answer, and at least one is given."""
        given = [answers.get(question.key, "").strip() for question in section.questions]
        required = [
            answers.get(question.key, "").strip()
            for question in section.questions
            if question.is_required
        ]
        return any(given) and all(required)
