"""Which parts a person plays in a review, and so what they may do in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.accounts.models import Person, Post
from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.domain.roles import (
    Part,
    Permission,
    Role,
    agencies_for,
    permissions_of,
)
from goldenthread.domain.visibility import Material, sees_any
from goldenthread.reviews.models import Involvement, Membership, Review
from goldenthread.reviews.models.parts import LEFT_AS_WITNESS, OPENS_THE_CASE


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts one person plays in one review."""

    held: frozenset[Part]
    kind: ReviewType

    @property
    def acting(self) -> frozenset[Part]:
        """Those of the parts that the review's regime knows; the others carry no permission in it."""
        return frozenset(part for part in self.held if part.role not in self.kind.absent)

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything they together may do."""
        return permissions_of(self.acting)

    @property
    def roles(self) -> frozenset[Role]:
        """The roles held, whatever the agency."""
        return frozenset(part.role for part in self.held)

    @property
    def names(self) -> list[str]:
        """The roles in words, for the person to read."""
        return sorted({self.kind.called(part.role) for part in self.acting})

    def may(self, permission: Permission, *, agency_id: int | None = None) -> Answer:
        """Whether they may do this, for this agency where the permission is held for one."""
        if permission not in self.permissions:
            return Answer("Your part in this review does not include this.")
        if agency_id is not None and agency_id not in agencies_for(self.acting, permission):
            return Answer("You can do this for your own agency only.")
        return YES

    def see(self, material: Material) -> bool:
        """Whether they have any business with this kind of material."""
        return sees_any(self.held, material)

    def agencies(self, permission: Permission) -> frozenset[int]:
        """The agencies for which they carry the permission."""
        return agencies_for(self.acting, permission)


def parts_in(person: Person, review: Review) -> Parts:
    """The parts the person plays in the review, by post, membership or referral: read afresh, never cached."""
    return parts_in_each(person, [review])[review.pk]


def parts_in_each(person: Person, reviews: Sequence[Review]) -> dict[int, Parts]:
    """The same in many reviews, by the id of each, asked for all of them at once."""
    if not person.is_active:
        return {review.pk: Parts(frozenset(), review.type) for review in reviews}
    ids = [review.pk for review in reviews]
    memberships = list(
        Membership.objects.filter(OPENS_THE_CASE | LEFT_AS_WITNESS, person=person, review__in=ids)
    )
    as_witness = {member.review_id for member in memberships if member.left_on is not None}
    asked = set(
        Involvement.objects.filter(review__in=ids).order_by().values_list("review_id", "agency_id")
    )
    posts = list(Post.objects.filter(person=person, ended_on=None))
    held: dict[int, set[Part]] = {review.pk: set() for review in reviews}
    for member in memberships:
        if member.review_id not in as_witness:
            held[member.review_id].add(Part(Role(member.role), member.agency_id))
    for review in reviews:
        if review.referrer_id == person.pk:
            held[review.pk].add(Part(Role.REFERRER))
        held[review.pk] |= {
            Part(Role(post.role), post.agency_id)
            for post in posts
            if post.partnership_id == review.partnership_id
            and review.pk not in as_witness
            and _reaches(post, review, asked)
        }
    return {review.pk: Parts(frozenset(held[review.pk]), review.type) for review in reviews}


def _reaches(post: Post, review: Review, asked: set[tuple[int, int]]) -> bool:
    """A post at the Board reaches every case referred to it; one at an agency, those it was asked about."""
    if post.agency_id is None:
        return review.referred_at is not None
    return (review.pk, post.agency_id) in asked
