"""Which parts a person plays in a review, and so what they may do in it."""

from dataclasses import dataclass

from goldenthread.accounts.models import Person, Post
from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.roles import (
    ROLES,
    Part,
    Permission,
    Role,
    agencies_for,
    permissions_of,
)
from goldenthread.domain.visibility import Material, sees_any
from goldenthread.reviews.models import Involvement, Membership, Review


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts one person plays in one review."""

    held: frozenset[Part]

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything they together may do."""
        return permissions_of(self.held)

    @property
    def roles(self) -> frozenset[Role]:
        """The roles held, whatever the agency."""
        return frozenset(part.role for part in self.held)

    @property
    def names(self) -> list[str]:
        """The roles in words, for the person to read."""
        return sorted(ROLES[role].name for role in self.roles)

    def may(self, permission: Permission, *, agency_id: int | None = None) -> Answer:
        """Whether they may do this, for this agency where the permission is held for one."""
        if permission not in self.permissions:
            return Answer("Your part in this review does not include this.")
        if agency_id is not None and agency_id not in agencies_for(self.held, permission):
            return Answer("You can do this for your own agency only.")
        return YES

    def see(self, material: Material) -> bool:
        """Whether they have any business with this kind of material."""
        return sees_any(self.held, material)

    def agencies(self, permission: Permission) -> frozenset[int]:
        """The agencies for which they carry the permission."""
        return agencies_for(self.held, permission)


def parts_in(person: Person, review: Review) -> Parts:
    """The parts the person plays in the review, by post, membership or referral: read afresh, never cached."""
    held = {Part(Role(member.role), member.agency_id) for member in _memberships(person, review)}
    if review.referrer_id == person.pk:
        held.add(Part(Role.REFERRER))
    asked = set(Involvement.objects.filter(review=review).values_list("agency_id", flat=True))
    for post in Post.objects.filter(
        person=person, ended_on=None, partnership_id=review.partnership_id
    ):
        if post.agency_id is None and review.referred_at is not None:
            held.add(Part(Role(post.role)))
        if post.agency_id in asked:
            held.add(Part(Role(post.role), post.agency_id))
    return Parts(frozenset(held))


def _memberships(person: Person, review: Review) -> list[Membership]:
    return list(Membership.objects.filter(person=person, review=review, left_on=None))


def board_permissions(person: Person) -> frozenset[Permission]:
    """What a person may do by their standing posts alone, in no particular review."""
    posts = Post.objects.filter(person=person, ended_on=None)
    return permissions_of(frozenset(Part(Role(post.role), post.agency_id) for post in posts))
