"""When somebody last looked at each of their reviews."""

from collections.abc import Iterable
from datetime import datetime

from goldenthread.accounts.models import Person
from goldenthread.domain import visits as rules
from goldenthread.reviews.models import Review, Visit


def visit_of(person: Person, review: Review) -> Visit | None:
    """The person’s own visit to the review, or None."""
    return Visit.objects.visible_to(person).filter(review=review, person=person).first()


def seen_until_each(
    person: Person, reviews: Iterable[Review], *, now: datetime
) -> dict[int, datetime | None]:
    """For each review the moment after which things are new to the person; None where they never looked."""
    kept = Visit.objects.visible_to(person).filter(review__in=list(reviews), person=person)
    found: dict[int, datetime | None] = {review.pk: None for review in reviews}
    for visit in kept:
        found[visit.review_id] = rules.seen_until(visit.last_at, visit.before_that, now=now)
    return found
