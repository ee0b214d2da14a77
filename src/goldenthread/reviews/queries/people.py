"""Agencies to choose from. They are not confidential; what they do in a review is."""

from django.db.models import QuerySet

from goldenthread.accounts.models import Agency
from goldenthread.reviews.models import Review


def agencies_of(review: Review) -> QuerySet[Agency]:
    """The agencies of the review's partnership, by name."""
    return Agency.objects.filter(partnership=review.partnership_id)
