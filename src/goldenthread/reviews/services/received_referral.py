"""What the Board does with a referral that has come: acknowledge it, or close it unconsidered (P4).

The referrer is told each time, by an e-mail that says nothing of the case and on their own page.
"""

from goldenthread.accounts import mail
from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.referrals import may_be_duplicate
from goldenthread.domain.roles import Permission
from goldenthread.reviews import moments
from goldenthread.reviews.models import Referral, Review
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.referral import may_be_acknowledged, referral_of
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.referral import held
from goldenthread.reviews.services.service import service

DUPLICATE = "close_as_duplicate"
"""The step that closes a referral as a duplicate of another."""


@service
def acknowledge(review: Review, *, by: Person) -> Referral:
    """Say that the referral has come: who and when is kept, and its referrer is told."""
    referral = held(_referral(review, by=by), by=by)
    require(may_be_acknowledged(by, referral))
    acknowledged = mark_acknowledged(referral, by=by)
    _record("referral.acknowledged", review, by=by)
    return acknowledged


@service
def close_withdrawn(review: Review, *, reason: str, by: Person) -> Review:
    """Close a referral that its referrer has withdrawn. What was written is kept."""
    review = steps.move(review, "close_withdrawn", by=by, reason=reason)
    _tell_referrer(review)
    _record("referral.closed", review, by=by)
    return review


@service
def close_as_duplicate(review: Review, other: Review, *, reason: str, by: Person) -> Review:
    """Close a referral of a case that another referral has brought already, and lead from it to that one.

    Raises Refused for itself, for a review that is itself a duplicate, and for one of another Board.
    """
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.RECEIVE_REFERRALS))
    found = Review.objects.visible_to(by).filter(
        pk=other.pk, partnership=review.partnership_id, referred_at__isnull=False
    )
    other = found.first() or review
    require(
        may_be_duplicate(
            of_itself=other.pk == review.pk, other_is_duplicate=other.duplicate_of_id is not None
        )
    )
    if Review.objects.visible_to(by).filter(duplicate_of=review).exists():
        require(Answer("Other referrals lead to this one, so it cannot lead to another."))
    review.duplicate_of = other
    review.save(update_fields=["duplicate_of"])
    review = steps.move(
        review,
        "close_as_duplicate",
        by=by,
        reason=f"Duplicate of {other.reference}. {reason}" if reason.strip() else "",
    )
    _tell_referrer(review)
    _record("referral.closed_as_duplicate", review, by=by)
    return review


@service
def take_up_again(review: Review, *, reason: str, by: Person) -> Review:
    """Take up a referral that was closed before any agency was asked. It no longer leads to another one."""
    review = steps.move(review, "take_up_again", by=by, reason=reason)
    review.duplicate_of = None
    review.save(update_fields=["duplicate_of"])
    _tell_referrer(review)
    _record("referral.taken_up_again", review, by=by)
    return review


def mark_acknowledged(referral: Referral, *, by: Person) -> Referral:
    """Keep who acknowledged and when, and tell the referrer. For services that leave their own record."""
    referral.acknowledged_at = moments.now()
    referral.acknowledged_by = by
    referral.save(update_fields=["acknowledged_at", "acknowledged_by"])
    board = referral.review.type.nouns.board
    mail.send(
        referral.review.referrer,
        "Your referral has arrived",
        [
            f"The {board} has received the referral that you sent and is reading it. Thank you.",
            "You can see how it stands, and later what was decided, when you sign in:",
        ],
    )
    return referral


def _tell_referrer(review: Review) -> None:
    mail.send(
        review.referrer,
        "News of your referral",
        ["There is news of a referral that you sent. Sign in to read it:"],
    )


def _referral(review: Review, *, by: Person) -> Referral:
    referral = referral_of(by, review)
    if referral is None:
        raise Review.DoesNotExist
    return referral


def _record(verb: str, review: Review, *, by: Person) -> None:
    trail.record(verb, by=by.pk, subject="review", subject_id=review.pk, review_id=review.pk)
