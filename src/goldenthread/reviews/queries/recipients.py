"""Who at an agency is told of what the agency is asked."""

from django.db.models import Q

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.reminders import About
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Membership, Review


def those_to_tell(review: Review, agency: Agency, about: About) -> list[Person]:
    """Whoever does it: the agency's contacts for an answer, its author for what an author writes.

    Where nobody has that part, the agency's senior officers, who answer for all of it.
    """
    match about:
        case About.SECURING | About.SCOPING:
            found = _in_post(agency, Role.AGENCY_CONTACT)
        case About.CHRONOLOGY | About.REPORT:
            members = Membership.objects.filter(
                review=review, agency=agency, role=Role.AGENCY_AUTHOR, left_on=None
            )
            found = _active(Q(pk__in=members.values("person")))
        case About.AUTHOR:
            found = []
    return found or senior_officers(agency)


def senior_officers(agency: Agency) -> list[Person]:
    """The people above whoever was asked; the agency's contacts where it has no senior officer."""
    return _in_post(agency, Role.SENIOR_OFFICER) or _in_post(agency, Role.AGENCY_CONTACT)


def _in_post(agency: Agency, role: Role) -> list[Person]:
    return _active(Q(posts__agency=agency, posts__role=role.value, posts__ended_on=None))


def _active(who: Q) -> list[Person]:
    return list(Person.objects.filter(who, is_active=True).distinct().order_by("name"))
