"""People and agencies to choose from. They are not confidential; what they do in a review is."""

from django.db.models import Q, QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.reviews.models import Review


def agencies_of(review: Review) -> QuerySet[Agency]:
    """The agencies of the review's partnership, by name."""
    return Agency.objects.filter(partnership=review.partnership_id)


def people_to_choose_from(review: Review) -> QuerySet[Person]:
    """People who can be given a part: those of the partnership's agencies and posts, and independent ones."""
    partnership = review.partnership_id
    return (
        Person.objects.filter(is_active=True)
        .filter(
            Q(employer__partnership=partnership)
            | Q(posts__partnership=partnership)
            | Q(employer=None)
        )
        .select_related("employer")
        .distinct()
    )
