"""Refer a case: begin, save section by section, send, and take it back (P1, P2)."""

import secrets
import string
from collections.abc import Mapping

from goldenthread.accounts.models import Partnership, Person
from goldenthread.audit import trail
from goldenthread.domain import referrals
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.questions import Section
from goldenthread.reviews import moments
from goldenthread.reviews.models import Referral, Review
from goldenthread.reviews.models.sealing import make_key, seal_json
from goldenthread.reviews.queries.referral import SEALED_AS, answers_of, form_of, may_be_withdrawn
from goldenthread.reviews.services.service import service


@service
def begin(partnership: Partnership, *, by: Person) -> Referral:
    """Begin a referral that only its writer sees until it is sent. Any professional may.

    The case is taken, and stays, under the regime that the Board works under today.
    """
    review = Review.objects.create(
        partnership=partnership,
        review_type=partnership.review_type,
        stage=Stage.REFERRAL.value,
        referrer=by,
        begun_at=moments.now(),
    )
    make_key(review)
    form = review.type.referral
    referral = Referral(
        review=review,
        questionnaire=form.key,
        questionnaire_version=form.version,
        saved_at=moments.now(),
    )
    referral.sealed_answers = seal_json(review.pk, {}, table=SEALED_AS, ref=referral.seal_ref)
    referral.save()
    _record("referral.begun", referral, by=by)
    return referral


@service
def save_section(
    referral: Referral, section: Section, answers: Mapping[str, str], *, by: Person
) -> Referral:
    """Keep one section's answers, complete or not; nothing that was typed is lost."""
    referral = _own_unsent(referral, by=by)
    kept = answers_of(referral)
    kept.update({question.key: answers.get(question.key, "") for question in section.questions})
    _reseal(referral, kept)
    _record("referral.saved", referral, by=by, fields=(section.key,))
    return referral


@service
def send(referral: Referral, *, by: Person, label: str = "") -> Referral:
    """Send it to the Board: it gets a reference and the child gets a label.

    Raises Refused while a required question is unanswered. ``label`` is given by the demo and by tests;
    otherwise it is drawn by lot, so that it tells neither the name nor the order of cases.
    """
    referral = _own_unsent(referral, by=by)
    answers = answers_of(referral)
    review = referral.review
    unanswered = form_of(referral).unanswered(answers)
    require(referrals.may_send_referral(begun_by_them=True, sent=False, unanswered=unanswered))
    now = moments.now()
    review.reference = _next_reference(review.partnership, year=moments.today().year)
    review.label = label or _label_by_lot(answers.get("child_name", ""))
    review.referred_at = now
    review.stage_since = moments.today()
    review.save(update_fields=["reference", "label", "referred_at", "stage_since"])
    referral.sent_at = now
    referral.save(update_fields=["sent_at"])
    _record("referral.sent", referral, by=by)
    return referral


@service
def withdraw(referral: Referral, *, reason: str, by: Person) -> Referral:
    """Take a referral back before it is accepted. The Board then closes it, or considers the case all the same."""
    referral = held(referral, by=by)
    require(may_be_withdrawn(by, referral))
    if not reason.strip():
        require(Answer("Say why you withdraw the referral."))
    referral.withdrawn_at = moments.now()
    referral.withdrawn_why = reason.strip()
    referral.save(update_fields=["withdrawn_at", "withdrawn_why"])
    _record("referral.withdrawn", referral, by=by)
    return referral


def held(referral: Referral, *, by: Person) -> Referral:
    """The referral, read afresh and held until the transaction ends. Its review comes with it."""
    return (
        Referral.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .select_related("review", "review__partnership")
        .get(pk=referral.pk)
    )


def _own_unsent(referral: Referral, *, by: Person) -> Referral:
    fresh = held(referral, by=by)
    require(
        referrals.may_write_referral(
            begun_by_them=fresh.review.referrer_id == by.pk, sent=fresh.sent_at is not None
        )
    )
    return fresh


def _reseal(referral: Referral, answers: Mapping[str, str]) -> None:
    referral.sealed_answers = seal_json(
        referral.review_id, dict(answers), table=SEALED_AS, ref=referral.seal_ref
    )
    referral.saved_at = moments.now()
    referral.save(update_fields=["sealed_answers", "saved_at"])


def _next_reference(partnership: Partnership, *, year: int) -> str:
    # The partnership's row is held, so that two referrals sent at once get two numbers.
    held = Partnership.objects.select_for_update(no_key=True).get(pk=partnership.pk)
    held.references_given += 1
    held.save(update_fields=["references_given"])
    return f"{held.prefix}-{year}-{held.references_given:02d}"


def _label_by_lot(child_name: str) -> str:
    # The sender cannot see other reviews, so a letter may be drawn twice; two letters make that rare,
    # and a label only has to be one child's within its own review.
    initials = {word[0].upper() for word in child_name.split() if word}
    letters = [letter for letter in string.ascii_uppercase if letter not in initials | {"I", "O"}]
    return f"Child {secrets.choice(letters)}{secrets.choice(letters)}"


def _record(verb: str, referral: Referral, *, by: Person, fields: tuple[str, ...] = ()) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="referral",
        subject_id=referral.pk,
        review_id=referral.review_id,
        fields=fields,
    )
