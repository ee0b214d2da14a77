"""Keep when somebody last looked at a review, for what is new to them the next time."""

from datetime import timedelta

from goldenthread.accounts.models import Person
from goldenthread.domain import visits as rules
from goldenthread.reviews import moments
from goldenthread.reviews.models import Review, Visit
from goldenthread.reviews.queries.visits import visit_of

_OFTEN_ENOUGH = timedelta(minutes=1)


def keep(review: Review, *, by: Person) -> None:
    """Note that the person looks at the review now. What they read is recorded elsewhere, page by page."""
    now, visit = moments.now(), visit_of(by, review)
    if visit is None:
        # Two pages opened at once both find none; one row is made.
        Visit.objects.bulk_create(
            [Visit(review=review, person=by, last_at=now)], ignore_conflicts=True
        )
        return
    if now - visit.last_at < _OFTEN_ENOUGH:
        return
    visit.last_at, visit.before_that = rules.looked(visit.last_at, visit.before_that, now=now)
    visit.save(update_fields=["last_at", "before_that"])
