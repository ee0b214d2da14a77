"""Referrals that may be of the same child, as far as a person may see them and know who is who."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain.questionnaires.people_told import children_told
from goldenthread.domain.referrals import ChildTold, likeness
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models import Referral, Review
from goldenthread.reviews.models.sealing import data_keys
from goldenthread.reviews.queries.parts import parts_in, parts_in_each
from goldenthread.reviews.queries.referral import answers_of, referral_of

COMPARED = 500
"""How many other referrals are looked at, newest first: enough for many years of one Board."""


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Another review of the same Board whose child may be the same, and what speaks for it."""

    review: Review
    likeness: str


def original_of(person: Person, review: Review) -> Review | None:
    """The review that this one was closed as a duplicate of, if the person sees it."""
    return Review.objects.visible_to(person).filter(duplicates=review.pk).first()


def duplicates_of(person: Person, review: Review) -> list[Review]:
    """The reviews that were closed as duplicates of this one, as far as the person sees them."""
    return list(Review.objects.visible_to(person).filter(duplicate_of=review))


def reviews_to_compare(person: Person, review: Review) -> list[Review]:
    """The other reviews of the Board that stand for themselves, newest first, as far as the person sees them."""
    others = Review.objects.visible_to(person).filter(
        partnership=review.partnership_id, referred_at__isnull=False, duplicate_of=None
    )
    return list(others.exclude(pk=review.pk)[:COMPARED])


def possible_duplicates(person: Person, review: Review) -> list[PossibleDuplicate]:
    """The reviews whose child has the same name or day of birth; nothing for those who do not see who is who."""
    own = referral_of(person, review)
    if own is None or not parts_in(person, review).see(Material.REGISTER):
        return []
    children = children_told(answers_of(own))
    compared = reviews_to_compare(person, review)
    parts = parts_in_each(person, compared)
    others = {one.pk: one for one in compared if parts[one.pk].see(Material.REGISTER)}
    referrals = Referral.objects.visible_to(person).filter(review__in=others.values())
    return list(_alike(children, referrals.order_by("-sent_at"), others))


def _alike(
    children: tuple[ChildTold, ...], referrals: QuerySet[Referral], others: dict[int, Review]
) -> Iterator[PossibleDuplicate]:
    keys = data_keys(others)
    for referral in referrals:
        told = children_told(answers_of(referral, key=keys[referral.review_id]))
        found = [words for one in children for other in told if (words := likeness(one, other))]
        if found:
            # The longest says the most: a name and a day of birth, before either alone.
            yield PossibleDuplicate(others[referral.review_id], max(found, key=len))
