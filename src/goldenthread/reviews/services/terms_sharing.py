"""Share the terms with those who work from them: part of the services after which somebody new does (P10, P16)."""

from collections.abc import Iterable

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.contributions import Form
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.models import Contribution, Review, Terms, TermsShared
from goldenthread.reviews.queries import terms as queries


def share(terms: Terms, people: Iterable[Person], *, by: Person) -> int:
    """Share a version with these people, but for those who have it; how many were new."""
    has = TermsShared.objects.visible_to(by).filter(terms=terms).values_list("person_id", flat=True)
    known = set(has)
    new = [
        TermsShared(review_id=terms.review_id, terms=terms, person=person, shared_at=moments.now())
        for person in people
        if person.pk not in known
    ]
    return len(TermsShared.objects.bulk_create(new))


def share_in_force(review: Review, people: Iterable[Person], *, by: Person) -> int:
    """Share the version in force, if there is one, with people who begin to work from it."""
    terms = queries.terms_in_force(by, review)
    return share(terms, people, by=by) if terms else 0


def share_with_agency(asked: Contribution, *, by: Person) -> int:
    """Share it with the senior officers of an agency, unless the agency is asked for nothing."""
    if Form(asked.form) is Form.NONE:
        return 0
    return share_in_force(asked.review, _senior_officers(asked.agency), by=by)


def _senior_officers(agency: Agency) -> list[Person]:
    officers = Person.objects.filter(
        posts__agency=agency, posts__role=Role.SENIOR_OFFICER.value, posts__ended_on=None
    )
    return list(officers.distinct())
