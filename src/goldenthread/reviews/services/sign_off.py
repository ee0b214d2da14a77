"""The Board approves the reports, which stops the clock (P24)."""

from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain import decisions
from goldenthread.domain.answers import Refused, require
from goldenthread.reviews import moments
from goldenthread.reviews.models import Review, SignOff, Voice
from goldenthread.reviews.queries import voices
from goldenthread.reviews.queries.sign_off import STEP, may_sign_off_now
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service
from goldenthread.reviews.services.voices import say

APPROVED = "approved"


@service
def record(review: Review, *, approved_on: date, note: str, by: Person) -> SignOff | Voice:
    """Record the Board's approval on the day it was given: the clock stops on that day.

    Where several sign off together, this is what one of them says; the clock stops once all have, on the
    day of the last.
    Raises Refused while a section of either report is empty, or for a day before the decision or
    still to come.
    """
    review = steps.locked(review, by=by)
    require(may_sign_off_now(by, review))
    require(
        decisions.may_sign_off(
            approved_on=approved_on, decided_on=_decided_on(review), today=moments.today()
        )
    )
    if voices.decides_together(review):
        voice = say(
            review, voices.SIGN_OFF, outcome=APPROVED, reasons=note, said_on=approved_on, by=by
        )
        tally = voices.tally(by, review, voices.SIGN_OFF)
        if not tally.all_agree:
            trail.record(
                "sign_off.said",
                by=by.pk,
                subject="voice",
                subject_id=voice.pk,
                review_id=review.pk,
            )
            return voice
        approved_on = tally.last_on or approved_on
    approval = SignOff.objects.create(
        review=review,
        approved_on=approved_on,
        note=note.strip(),
        recorded_at=moments.now(),
        recorded_by=by,
    )
    review.signed_off_on = approved_on
    review.save(update_fields=["signed_off_on"])
    approval.review = steps.move(review, STEP, by=by)
    trail.record(
        "sign_off.recorded",
        by=by.pk,
        subject="sign_off",
        subject_id=approval.pk,
        review_id=review.pk,
    )
    return approval


def _decided_on(review: Review) -> date:
    if review.decided_on is None:
        raise Refused("The Chair’s decision has not been recorded.")
    return review.decided_on
