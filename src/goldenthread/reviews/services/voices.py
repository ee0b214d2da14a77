"""Keep what one of those who decide together says. Part of the services that record a decision."""

from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.domain import together
from goldenthread.domain.answers import Refused
from goldenthread.reviews import moments
from goldenthread.reviews.models import Review, Voice
from goldenthread.reviews.queries.parts import parts_in


def say(
    review: Review, about: str, *, outcome: str, reasons: str, said_on: date, by: Person
) -> Voice:
    """One decider's word, for the decider whose post they hold. The service that calls leaves the record."""
    role = together.speaks_as(review.type.deciders, parts_in(by, review).roles)
    if role is None:
        raise Refused("Your part in this review does not include this.")
    return Voice.objects.create(
        review=review,
        about=about,
        role=role.value,
        outcome=outcome,
        reasons=reasons.strip(),
        said_on=said_on,
        recorded_at=moments.now(),
        recorded_by=by,
    )
