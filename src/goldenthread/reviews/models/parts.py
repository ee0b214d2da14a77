"""Who takes part in what, as subqueries that the first wall is built from."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from goldenthread.accounts.models import Person, Post
from goldenthread.domain.independence import DECLARING, Leaving
from goldenthread.domain.roles import Role

OPENS_THE_CASE = Q(left_on=None) & (~Q(declaration="") | ~Q(role__in=DECLARING))
"""The memberships that let their holders see anything (:func:`goldenthread.domain.independence.opens_the_case`)."""

LEFT_AS_WITNESS = Q(left_for=Leaving.BECAME_WITNESS.value, left_on__isnull=False)
"""The memberships that close the case to whoever held them (:func:`goldenthread.domain.independence.ends_every_part`)."""


def with_access(person: Person) -> QuerySet[Person, Any]:
    """The id of the person, unless their access has ended: whatever part they still hold opens nothing."""
    return Person.objects.filter(pk=person.pk, is_active=True).values("pk")


def posts(person: Person, roles: Iterable[Role]) -> QuerySet[Post]:
    """The person's open posts in these roles."""
    here = {"person__in": with_access(person), "role__in": list(roles)}
    return Post.objects.filter(**here, ended_on=None)


def memberships(person: Person, roles: Iterable[Role]) -> QuerySet[Any]:
    """The person's memberships in these roles that open the case: declared, and not left."""
    here = {"person__in": with_access(person), "role__in": list(roles)}
    return _still_open_to(person, _rows("Membership").filter(OPENS_THE_CASE, **here))


def asked(person: Person, roles: Iterable[Role]) -> QuerySet[Any]:
    """The questions of involvement put to an agency at which the person holds one of these posts."""
    agencies = posts(person, roles).exclude(agency=None).values("agency")
    return _still_open_to(person, _rows("Involvement").filter(agency__in=agencies))


def reviews_where(person: Person, roles: Iterable[Role]) -> QuerySet[Any, Any]:
    """Ids of the reviews in which the person has one of these roles, by post, membership or referral."""
    roles = list(roles)
    board = posts(person, roles).filter(agency=None).values("partnership")
    holds = (
        Q(referred_at__isnull=False, partnership__in=board) & ~Q(pk__in=_closed_to(person))
        | Q(pk__in=memberships(person, roles).values("review"))
        | Q(pk__in=asked(person, roles).values("review"))
    )
    if Role.REFERRER in roles:
        holds |= Q(referrer__in=with_access(person))
    return _rows("Review").filter(holds).values("pk")


def reviews_with_own_submitted(person: Person, roles: Iterable[Role]) -> QuerySet[Any, Any]:
    """Ids of the reviews in which the person's own agency has submitted its own chronology."""
    roles = list(roles)
    here = {"review": OuterRef("review"), "agency": OuterRef("agency")}
    own = Q(Exists(memberships(person, roles).filter(**here)))
    own |= Q(Exists(asked(person, roles).filter(**here)))
    submitted = _rows("Contribution").filter(chronology_submitted_at__isnull=False)
    return submitted.filter(own).values("review")


def _still_open_to(person: Person, rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.exclude(review__in=_closed_to(person))


def _closed_to(person: Person) -> QuerySet[Any, Any]:
    """Ids of the reviews that a witness has left: no other part, and no post, opens them to that person."""
    return _rows("Membership").filter(LEFT_AS_WITNESS, person=person).values("review")


def _rows(name: str) -> QuerySet[Any]:
    # The tables that say who takes part are themselves behind the wall that is built from them.
    model: type[Model] = apps.get_model("reviews", name)
    return model._default_manager.all()
