"""Referrals that a person may read, and their opened answers."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.questions import Kind, Question, Section
from goldenthread.reviews.models import Referral, Review
from goldenthread.reviews.models.sealing import open_json

SEALED_AS = "referral"


def unsent_referral(person: Person, referral_id: int) -> Referral | None:
    """The person's own referral that has not been sent, or None."""
    return _visible(person).filter(pk=referral_id, sent_at=None, review__referrer=person).first()


def unsent_referrals(person: Person) -> QuerySet[Referral]:
    """The person's own referrals that have not been sent, newest first."""
    return _visible(person).filter(sent_at=None, review__referrer=person).order_by("-saved_at")


def referral_of(person: Person, review: Review) -> Referral | None:
    """The referral that began the review, for those who may read it."""
    return _visible(person).filter(review=review).first()


def answers_of(referral: Referral) -> dict[str, str]:
    """The answers, opened."""
    return dict(
        open_json(
            referral.review_id, referral.sealed_answers, table=SEALED_AS, ref=referral.seal_ref
        )
    )


def summary_of(
    referral: Referral, *, with_names: bool = True
) -> Iterator[tuple[Section, list[tuple[Question, str]]]]:
    """Each section with its questions and their answers in words, for reading and before sending.

    Without names, answers that identify somebody are not there at all: they are for those who see who
    is who.
    """
    answers = answers_of(referral)
    for section in referral.review.type.referral.sections:
        questions = [
            question for question in section.questions if with_names or not question.identifies
        ]
        yield section, [(question, _in_words(question, answers)) for question in questions]


def what_became(review: Review) -> str:
    """What the referrer is told of the outcome (P4): no more than whether there is a review."""
    if Stage(review.stage) in (Stage.REFERRAL, Stage.SCOPING, Stage.JUDGEMENT, Stage.DECISION):
        return "Thank you. The Board is considering the case. You will see here what it decides."
    if review.decided_on is None:
        return f"The Board has decided that there is no {review.type.nouns.review}. The reasons are kept."
    return f"The Board has decided that there is a {review.type.nouns.review}."


def _in_words(question: Question, answers: dict[str, str]) -> str:
    answer = answers.get(question.key, "")
    if question.kind is Kind.DAY and answer:
        return in_words(date.fromisoformat(answer))
    return dict(question.options).get(answer, answer)


def _visible(person: Person) -> QuerySet[Referral]:
    return Referral.objects.visible_to(person).select_related("review", "review__partnership")
