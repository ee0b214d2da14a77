"""A version of the terms as pages show it, what it changed, and the same as a document."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from goldenthread.accounts.models import Person
from goldenthread.documents.writers.terms_document import TermsDocument, as_word
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import STATEMENTS, Duty
from goldenthread.domain.questionnaires.questions import Question
from goldenthread.domain.terms import Line, no_longer_asked
from goldenthread.pages.words import listing
from goldenthread.reviews.queries import terms as queries
from goldenthread.reviews.web.differences import differences

if TYPE_CHECKING:
    from goldenthread.reviews.models import Review, Terms


@dataclass(frozen=True, slots=True)
class WholeTerms:
    """One version with everything it says: what a reader, and a printer, needs."""

    terms: "Terms"
    lines: tuple[Line, ...]
    unused: tuple[int, ...]
    """Numbers of lines that an earlier version asked and this one does not."""
    answers: list[tuple[Question, str]]
    unanswered: int
    contributions: list[tuple[str, str, str]]


def whole(person: Person, review: "Review", terms: "Terms") -> WholeTerms:
    """The version as the person may read it."""
    lines = queries.lines_of(terms)
    answers = queries.answered(review, terms)
    approved = queries.approved_lines(person, review, before=terms.version)
    return WholeTerms(
        terms=terms,
        lines=lines,
        unused=no_longer_asked(lines, approved=approved),
        answers=answers,
        unanswered=sum(1 for _question, answer in answers if not answer),
        contributions=queries.asked_of_agencies(person, review, terms),
    )


def changes_between(
    person: Person, review: "Review", before: "Terms", after: "Terms"
) -> list[dict[str, Any]]:
    """The parts in which two versions differ, each with what was removed and added, word by word."""
    old, new = _parts(whole(person, review, before)), _parts(whole(person, review, after))
    return [
        {"title": title, "parts": differences(old.get(title, ""), new.get(title, ""))}
        for title in {**old, **new}
        if old.get(title, "") != new.get(title, "")
    ]


def terms_document(person: Person, review: "Review", terms: "Terms") -> bytes:
    """The version as a Word document."""
    shown = whole(person, review, terms)
    return as_word(
        TermsDocument(
            title=f"{review.reference}, {review.label}: terms of reference, version {terms.version}",
            standing=_standing(terms),
            purpose=(STATEMENTS[Duty.P5], STATEMENTS[Duty.P6]),
            parts=tuple(
                (title, text) for title, text in _parts(shown).items() if title not in _TABLES
            ),
            lines=tuple((line.number, line.text) for line in shown.lines),
            unused=_unused(shown.unused),
            contributions=tuple(shown.contributions),
        )
    )


_LINES, _AGENCIES = "Lines of enquiry", "What each agency contributes"
_TABLES = (_LINES, _AGENCIES)


def _parts(shown: WholeTerms) -> dict[str, str]:
    """Everything a version says, as texts under their headings, in order; nothing for what it leaves out."""
    terms = shown.terms
    parts = {
        "What led to the review": terms.background,
        "Period under review": f"{in_words(terms.period_from)} to {in_words(terms.period_to)}",
        "Why this period": terms.period_because,
        "Earlier history": terms.earlier_history,
        "Whom it is about": terms.subjects,
        _LINES: "\n".join(f"{line.number}. {line.text}" for line in shown.lines),
        **{question.label: answer for question, answer in shown.answers},
        _AGENCIES: "\n".join(
            f"{agency}: {form.lower()}. {because}".strip()
            for agency, form, because in shown.contributions
        ),
        "What this version changes": terms.change,
    }
    return {title: text for title, text in parts.items() if text}


def _unused(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return ""
    said = listing(str(number) for number in numbers)
    return f"{'Lines' if len(numbers) > 1 else 'Line'} {said}: no longer asked. The number is not used again."


def _standing(terms: "Terms") -> str:
    if terms.approved_at is None:
        return "Draft. Not approved yet."
    return f"Approved on {in_words(timezone.localdate(terms.approved_at))} by {terms.approved_by}."
