"""Referrals that a person may read, their opened answers, and what their referrer is told."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet
from django.utils.timezone import localtime

from goldenthread.accounts.models import Contact, Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.questions import (
    Questionnaire,
    Section,
)
from goldenthread.domain.referrals import ReferralState, may_acknowledge, may_withdraw, state_of
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import Referral, Review
from goldenthread.reviews.models.sealing import open_json
from goldenthread.reviews.queries.answered import Answered, in_words_of
from goldenthread.reviews.queries.parts import parts_in

SEALED_AS = "referral"


def duty_teams() -> QuerySet[Contact]:
    """The safeguarding duty team of each Board, for somebody who tells of a child at risk now."""
    teams = Contact.objects.filter(kind=Contact.DUTY_TEAM, agency=None)
    return teams.select_related("partnership").order_by("partnership__name")


def unsent_referral(person: Person, referral_id: int) -> Referral | None:
    """The person's own referral that has not been sent, or None."""
    return _visible(person).filter(pk=referral_id, sent_at=None, review__referrer=person).first()


def unsent_referrals(person: Person) -> QuerySet[Referral]:
    """The person's own referrals that have not been sent, newest first."""
    return _visible(person).filter(sent_at=None, review__referrer=person).order_by("-saved_at")


def referral_of(person: Person, review: Review) -> Referral | None:
    """The referral that began the review, for those who may read it."""
    return _visible(person).filter(review=review).first()


def form_of(referral: Referral) -> Questionnaire:
    """The form in the version the referral was begun with, which it keeps."""
    return referral.review.type.referral_of_version(referral.questionnaire_version)


def answers_of(referral: Referral, *, key: bytes | None = None) -> dict[str, str]:
    """The answers, opened; ``key`` is the review's own, where it was fetched with those of others."""
    return dict(
        open_json(
            referral.review_id,
            referral.sealed_answers,
            table=SEALED_AS,
            ref=referral.seal_ref,
            key=key,
        )
    )


def summary_of(
    referral: Referral, *, with_names: bool = True
) -> Iterator[tuple[Section, list[Answered]]]:
    """Each section with its questions and their answers in words, for reading and before sending.

    Without names, answers (and columns of rows) that identify somebody are not there at all: they are
    for those who see who is who.
    """
    return in_words_of(form_of(referral), answers_of(referral), with_names=with_names)


def may_be_acknowledged(person: Person, referral: Referral) -> Answer:
    """Whether the person may acknowledge the referral now: the page and the service ask this."""
    answer = parts_in(person, referral.review).may(Permission.RECEIVE_REFERRALS)
    return answer and may_acknowledge(
        sent=referral.sent_at is not None,
        acknowledged=referral.acknowledged_at is not None,
        stage=Stage(referral.review.stage),
    )


def may_be_withdrawn(person: Person, referral: Referral) -> Answer:
    """Whether the person may take the referral back: the page and the service ask this."""
    return may_withdraw(
        begun_by_them=referral.review.referrer_id == person.pk,
        sent=referral.sent_at is not None,
        withdrawn=referral.withdrawn_at is not None,
        stage=Stage(referral.review.stage),
    )


def what_became(person: Person, review: Review) -> str:
    """What the referrer is told of their referral (P4): how it stands, and later whether there is a review."""
    return dict(what_became_of_each(person, [review]))[review]


def what_became_of_each(person: Person, reviews: Sequence[Review]) -> list[tuple[Review, str]]:
    """The same of many referrals, each with its review, asked for all of them at once."""
    found = {one.review_id: one for one in _visible(person).filter(review__in=reviews)}
    return [(review, _told(review, found.get(review.pk))) for review in reviews]


_TOLD: dict[ReferralState, str] = {
    ReferralState.SENT: "Thank you. Your referral is with the {board}. You will see here when it has been"
    " acknowledged, and what is decided.",
    ReferralState.ACKNOWLEDGED: "The {board} has acknowledged your referral on {acknowledged}, and is"
    " reading it. You will see here what it decides.",
    ReferralState.WITHDRAWN: "You have withdrawn this referral. The {board} will close it, or consider"
    " the case all the same.",
    ReferralState.CONSIDERED: "Thank you. The {board} is considering the case. You will see here what it"
    " decides.",
    ReferralState.CLOSED_WITHDRAWN: "You withdrew this referral, and it has been closed. What you wrote is"
    " kept.",
    ReferralState.DUPLICATE: "The case was referred by somebody else as well. It is considered once, with"
    " what you wrote. The {board} can tell you what it decides.",
    ReferralState.NO_REVIEW: "The {board} has decided that there is no {review}. The reasons are kept.",
    ReferralState.REVIEW: "The {board} has decided that there is a {review}.",
}


def _told(review: Review, referral: Referral | None) -> str:
    acknowledged_at = referral.acknowledged_at if referral else None
    state = state_of(
        stage=Stage(review.stage),
        acknowledged=acknowledged_at is not None,
        withdrawn=referral is not None and referral.withdrawn_at is not None,
        is_duplicate=review.duplicate_of_id is not None,
        review_decided=review.decided_on is not None,
    )
    nouns = review.type.nouns
    return _TOLD[state].format(
        board=nouns.board,
        review=nouns.review,
        acknowledged=in_words(localtime(acknowledged_at).date()) if acknowledged_at else "",
    )


def _visible(person: Person) -> QuerySet[Referral]:
    return Referral.objects.visible_to(person).select_related("review", "review__partnership")
