"""Whom a reader of this review can turn to, with names and how they are reached (P28)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goldenthread.accounts.models import Agency, Contact, Person, Post
from goldenthread.domain.roles import Role
from goldenthread.domain.your_part import CONTACTS, WHAT_FOR, Whom, in_words, led_to
from goldenthread.reviews.models import Membership, Review
from goldenthread.reviews.queries.parts import Parts

_CONTACTS = {
    Whom.STAFF_SUPPORT: Contact.STAFF_SUPPORT,
    Whom.DESIGNATED_PERSON: Contact.DESIGNATED_PERSON,
    Whom.BOARD_OFFICE: Contact.BOARD_OFFICE,
}
_POSTS = {
    Whom.SENIOR_OFFICER: Role.SENIOR_OFFICER,
    Whom.BUSINESS_MANAGER: Role.BUSINESS_MANAGER,
}
_MEMBERS = {
    Whom.AGENCY_AUTHOR: Role.AGENCY_AUTHOR,
    Whom.PANEL_MEMBER: Role.PANEL_MEMBER,
    Whom.PANEL_CHAIR: Role.PANEL_CHAIR,
    Whom.OVERVIEW_AUTHOR: Role.OVERVIEW_AUTHOR,
}
_FOR_AN_AGENCY = (Role.AGENCY_AUTHOR, Role.PANEL_MEMBER)
_OF_AN_AGENCY = (Whom.STAFF_SUPPORT, Whom.DESIGNATED_PERSON)


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody, and how they are reached."""

    name: str
    does: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One kind of person to turn to: what about, and who they are; nobody where none is named yet."""

    whom: Whom
    title: str
    about: str
    people: tuple[Reached, ...]

    @property
    def is_missing(self) -> bool:
        """Whether somebody ought to be named here and is not."""
        return not self.people and self.whom in _CONTACTS


def whom_to_ask(person: Person, review: Review, parts: Parts) -> list[ToAsk]:
    """Those whom somebody with these parts is led to, nearest first, as far as they may know of them.

    Never the reader themselves; and of the panel nothing for those who do not see who is on it.
    """
    agencies = _agencies(person, review, parts)
    found = []
    for whom in led_to(role for role in Role if role in parts.roles):
        if whom in _OF_AN_AGENCY and not agencies:
            continue
        people = tuple(dict.fromkeys(_people(whom, person, review, agencies)))
        if people or whom in _CONTACTS or whom is Whom.LINE_MANAGER:
            found.append(
                ToAsk(
                    whom,
                    _title(whom, review),
                    in_words(WHAT_FOR[whom], review.type.nouns),
                    people,
                )
            )
    return found


def _agencies(person: Person, review: Review, parts: Parts) -> list[Agency]:
    """The reader’s own: those they act for in the review, and their employer."""
    ids = {part.agency_id for part in parts.held if part.agency_id}
    own = Q(pk__in=ids) | Q(pk=person.employer_id)
    return list(Agency.objects.filter(own, partnership=review.partnership_id))


def _title(whom: Whom, review: Review) -> str:
    if whom is Whom.LINE_MANAGER:
        return "Your line manager"
    if whom in _CONTACTS:
        return CONTACTS[_CONTACTS[whom]].name
    return review.type.called(_POSTS.get(whom) or _MEMBERS[whom])


def _people(
    whom: Whom, person: Person, review: Review, agencies: list[Agency]
) -> Iterator[Reached]:
    if whom in _CONTACTS:
        yield from _contacts(whom, review, agencies)
    if whom in _POSTS:
        yield from _holders(_POSTS[whom], person, review, agencies)
    if whom in _MEMBERS:
        yield from _members(_MEMBERS[whom], person, review, agencies)


def _contacts(whom: Whom, review: Review, agencies: list[Agency]) -> Iterator[Reached]:
    kept: QuerySet[Contact] = Contact.objects.filter(
        partnership=review.partnership_id, kind=_CONTACTS[whom]
    ).select_related("agency")
    kept = kept.filter(agency__in=agencies) if whom in _OF_AN_AGENCY else kept.filter(agency=None)
    for one in kept:
        does = one.agency.name if one.agency else ""
        yield Reached(one.name, does, one.phone, one.email, one.note)
    if whom is Whom.BOARD_OFFICE and not kept and review.partnership.contact:
        yield Reached(review.partnership.name, note=review.partnership.contact)


def _holders(
    role: Role, person: Person, review: Review, agencies: list[Agency]
) -> Iterator[Reached]:
    held = Post.objects.filter(
        partnership=review.partnership_id, role=role.value, ended_on=None, person__is_active=True
    )
    if role is Role.SENIOR_OFFICER:
        held = held.filter(agency__in=agencies)
    yield from _reached((post.person for post in held.select_related("person__employer")), person)


def _members(
    role: Role, person: Person, review: Review, agencies: list[Agency]
) -> Iterator[Reached]:
    there = Membership.objects.visible_to(person).filter(
        review=review, role=role.value, left_on=None
    )
    if role in _FOR_AN_AGENCY:
        there = there.filter(agency__in=agencies)
    yield from _reached(
        (member.person for member in there.select_related("person__employer")), person
    )


def _reached(people: Iterable[Person], reader: Person) -> Iterator[Reached]:
    for one in people:
        if one != reader:
            works_for = str(one.employer) if one.employer else ""
            does = ", ".join(part for part in (one.job_title, works_for) if part)
            yield Reached(one.name, does, one.phone, one.email)
