"""The clock of a review, as the component “clock” shows it, with how its sum was made."""

from typing import TYPE_CHECKING, Any

from goldenthread.domain.deadlines import in_words
from goldenthread.reviews import moments
from goldenthread.reviews.queries.clock import clock_of

if TYPE_CHECKING:
    from goldenthread.reviews.models import Review


def clock_words(review: "Review") -> dict[str, Any]:
    """``clock`` (None before the decision), what is due, and from which day by how many months."""
    clock = clock_of(review, today=moments.today())
    if clock is None:
        return {"clock": None}
    kind = review.type
    return {
        "clock": clock,
        "clock_title": f"Sign-off of the {kind.nouns.overview}",
        "clock_note": f"{kind.sign_off_months} months from the decision of {in_words(clock.starts)}.",
    }
