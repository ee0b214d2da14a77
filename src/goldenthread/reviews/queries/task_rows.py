"""A thing to do, and what the tables say of it: asked for all reviews at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from goldenthread.accounts.models import Person
from goldenthread.domain.actions import OPEN
from goldenthread.domain.my_work import Kind
from goldenthread.domain.roles import Permission, Role
from goldenthread.reviews import moments
from goldenthread.reviews.models import (
    Action,
    Contribution,
    ExtensionRequest,
    Hold,
    Involvement,
    MeetingAction,
    Membership,
    Referral,
    Review,
    Terms,
)
from goldenthread.reviews.queries.clock import Running, clocks_of_each
from goldenthread.reviews.queries.parts import Parts
from goldenthread.reviews.queries.telling import untold_in_each
from goldenthread.reviews.queries.terms import unread_terms


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do in a review: what, where, by when, and why not yet where it cannot be done."""

    review: Review
    what: str
    page: str
    """The name of the page’s address; ``words`` complete it."""
    kind: Kind = Kind.STEP
    permission: Permission | None = None
    """What lets the person do it, which tells in which of their roles they do."""
    words: tuple[tuple[str, str | int], ...] = ()
    due_on: date | None = None
    not_yet: str = ""

    @property
    def where(self) -> str:
        """The review, as it is called."""
        return f"{self.review.reference}, {self.review.label}"

    @property
    def href(self) -> str:
        """Where it is done."""
        return reverse(self.page, kwargs={"reference": self.review.reference, **dict(self.words)})

    @property
    def key(self) -> str:
        """Its place in a list, soonest due first; the same as long as it waits."""
        due = (self.due_on or date.max).isoformat()
        return f"{due} {self.review.reference} {self.href} {self.what}"


@dataclass(slots=True)
class Rows:
    """What the tables say of all the reviews, by the id of each."""

    referrals: Mapping[int, list[Referral]]
    told: Mapping[int, list[Involvement]]
    contributions: Mapping[int, list[Contribution]]
    authors: set[tuple[int, int | None]]
    making: Mapping[int, list[Terms]]
    unread: Mapping[int, Terms]
    asked_at_meetings: Mapping[int, list[MeetingAction]]
    actions: Mapping[int, list[Action]]
    extensions: Mapping[int, list[ExtensionRequest]]
    holds: Mapping[int, list[Hold]]
    clocks: Mapping[int, list[Running]]
    untold: Mapping[int, int]


def rows_of(person: Person, reviews: Sequence[Review], parts: Mapping[int, Parts]) -> Rows:
    """What is asked of the tables for the tasks of all these reviews, as far as the person may see it."""
    ids = [review.pk for review in reviews]

    def of(model: type[Model], **words: Any) -> QuerySet[Any]:
        return model.objects.visible_to(person).filter(review__in=ids, **words)  # type: ignore[attr-defined,no-any-return]

    authors = of(Membership, role=Role.AGENCY_AUTHOR, left_on=None)
    return Rows(
        referrals=_by_review(of(Referral)),
        told=_by_review(of(Involvement).select_related("agency")),
        contributions=_by_review(of(Contribution).select_related("agency")),
        authors=set(authors.values_list("review_id", "agency_id")),
        making=_by_review(of(Terms, approved_at=None)),
        unread=unread_terms(person, reviews),
        asked_at_meetings=_by_review(
            of(MeetingAction, owner=person, done_on=None).select_related("meeting")
        ),
        actions=_by_review(of(Action, status__in=[one.value for one in OPEN])),
        extensions=_by_review(of(ExtensionRequest, answer=None)),
        holds=_by_review(of(Hold, lifted_on=None)),
        clocks=clocks_of_each(reviews, parts, today=moments.today()),
        untold=untold_in_each(reviews),
    )


def _by_review(rows: Any) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.review_id].append(row)
    return found
