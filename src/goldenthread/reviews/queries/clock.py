"""The clock of a review, with its sum (P24)."""

from datetime import date

from goldenthread.domain.deadlines import Clock, sign_off_clock
from goldenthread.reviews.models import Review


def clock_of(review: Review, *, today: date) -> Clock | None:
    """From the Chair's decision to the Board's sign-off; None before there is a decision for a review."""
    if review.decided_on is None:
        return None
    return sign_off_clock(
        review.decided_on,
        months=review.type.sign_off_months,
        signed_off_on=review.signed_off_on,
        today=today,
    )
