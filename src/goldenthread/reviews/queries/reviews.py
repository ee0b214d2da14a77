"""Reviews that a person may see."""

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.reviews.models import Review, StepTaken


def reviews_visible_to(person: Person) -> QuerySet[Review]:
    """Every review the person takes part in, newest first; among them their own unsent referrals."""
    return Review.objects.visible_to(person).select_related("partnership")


def review_visible_to(person: Person, reference: str) -> Review | None:
    """The review with this reference, or None for a stranger to it."""
    return reviews_visible_to(person).filter(reference=reference).first()


def steps_taken(person: Person, review: Review) -> QuerySet[StepTaken]:
    """The steps by which the review moved, oldest first."""
    return StepTaken.objects.visible_to(person).filter(review=review).select_related("taken_by")
