"""What a person waits for from others: who, for what, since when, and whether they can be chased."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.urls import reverse
from django.utils.timezone import localdate

from goldenthread.accounts.models import Agency, Person, Post
from goldenthread.domain.contributions import may_tell_to_secure
from goldenthread.domain.process import Stage
from goldenthread.domain.reminders import ABOUT_WORDS, About, Rung
from goldenthread.domain.roles import Permission, Role
from goldenthread.reviews.models import Contribution, Involvement, Membership, Reminder, Review
from goldenthread.reviews.queries.parts import Parts

_Row = TypeVar("_Row", Involvement, Contribution)

_CHASERS = frozenset({Permission.ASK_AGENCIES, Permission.OVERSEE})
_ANSWERS = (Role.AGENCY_CONTACT, Role.SENIOR_OFFICER)
_DONE_BY = {
    About.SCOPING: _ANSWERS,
    About.SECURING: _ANSWERS,
    About.AUTHOR: (Role.SENIOR_OFFICER,),
    About.CHRONOLOGY: (Role.AGENCY_AUTHOR,),
    About.REPORT: (Role.AGENCY_AUTHOR,),
}


@dataclass(frozen=True, slots=True)
class Awaited:
    """One thing that others owe a review."""

    review: Review
    who: str
    """The agency, or the role whose turn it is."""
    people: tuple[str, ...]
    """By name, those who do it, as far as the reader may know."""
    what: str
    since: date
    page: str
    due_on: date | None = None
    agency: Agency | None = None
    about: str = ""
    """What the agency can be chased about; empty where it cannot be."""
    chased_on: date | None = None
    """When somebody last chased it by hand."""

    @property
    def where(self) -> str:
        """The review, as it is called."""
        return f"{self.review.reference}, {self.review.label}"

    @property
    def href(self) -> str:
        """Where it stands."""
        return reverse(self.page, kwargs={"reference": self.review.reference})

    @property
    def key(self) -> str:
        """Its place in a list, soonest due first; the same as long as it is owed."""
        due = (self.due_on or date.max).isoformat()
        return f"{due} {self.since} {self.review.reference} {self.who} {self.about}"

    def is_late(self, today: date) -> bool:
        """Whether it is owed since before today."""
        return self.due_on is not None and self.due_on < today


@dataclass(slots=True)
class _Rows:
    told: Mapping[int, list[Involvement]]
    contributions: Mapping[int, list[Contribution]]
    members: Mapping[tuple[int, str, int | None], list[str]]
    posts: Mapping[tuple[int, str, int | None], list[str]]
    chased: Mapping[tuple[int, int, str], date]


def awaited_in_each(
    person: Person, reviews: Sequence[Review], parts: Mapping[int, Parts], *, mine: set[int]
) -> list[Awaited]:
    """What others owe these reviews. ``mine`` are those in which the turn is the person’s own.

    What single agencies owe is the business of those who chase them; everybody else is told whose turn
    it is.
    """
    rows = _rows(person, reviews)
    found: list[Awaited] = []
    for review in reviews:
        if parts[review.pk].permissions & _CHASERS:
            found += _owed(review, rows)
        if review.pk not in mine:
            found += _turn(review, rows)
    return sorted(found, key=lambda one: one.key)


def _rows(person: Person, reviews: Sequence[Review]) -> _Rows:
    ids = [review.pk for review in reviews]
    boards = {review.partnership_id for review in reviews}
    members: dict[tuple[int, str, int | None], list[str]] = defaultdict(list)
    there = Membership.objects.visible_to(person).filter(review__in=ids, left_on=None)
    for one in there.select_related("person").order_by("pk"):
        members[one.review_id, one.role, one.agency_id].append(one.person.name)
    posts: dict[tuple[int, str, int | None], list[str]] = defaultdict(list)
    held = Post.objects.filter(partnership__in=boards, ended_on=None, person__is_active=True)
    for post in held.select_related("person").order_by("pk"):
        posts[post.partnership_id, post.role, post.agency_id].append(post.person.name)
    by_hand = Reminder.objects.visible_to(person).filter(review__in=ids, rung=Rung.BY_HAND.value)
    return _Rows(
        told=_grouped(
            Involvement.objects.visible_to(person).filter(review__in=ids).select_related("agency")
        ),
        contributions=_grouped(
            Contribution.objects.visible_to(person).filter(review__in=ids).select_related("agency")
        ),
        members=members,
        posts=posts,
        chased={
            (one.review_id, one.agency_id, one.about): localdate(one.sent_at)
            for one in by_hand.order_by("sent_at", "pk")
        },
    )


def _grouped(rows: Iterable[_Row]) -> dict[int, list[_Row]]:
    found: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        found[row.review_id].append(row)
    return found


def _owed(review: Review, rows: _Rows) -> Iterator[Awaited]:
    stage = Stage(review.stage)
    if stage is Stage.CLOSED:
        return
    secures = bool(may_tell_to_secure(stage=stage))
    for one in rows.told[review.pk]:
        if one.asked_at and not one.answer:
            yield _of_agency(review, one.agency, About.SCOPING, one.asked_at, one.due_on, rows)
        elif secures and one.waits_to_be_secured and one.told_to_secure_at:
            told = one.told_to_secure_at
            yield _of_agency(review, one.agency, About.SECURING, told, localdate(told), rows)
    if stage not in (Stage.PANEL, Stage.EVIDENCE):
        return
    for asked in rows.contributions[review.pk]:
        for about in _missing(review, asked, stage, rows):
            yield _of_agency(review, asked.agency, about, asked.asked_at, asked.due_on, rows)


def _missing(review: Review, asked: Contribution, stage: Stage, rows: _Rows) -> Iterator[About]:
    has_author = (review.pk, Role.AGENCY_AUTHOR.value, asked.agency_id) in rows.members
    if not has_author and (asked.wants_chronology or asked.wants_report):
        yield About.AUTHOR
    if stage is Stage.EVIDENCE and asked.wants_chronology and not asked.chronology_submitted_at:
        yield About.CHRONOLOGY
    if stage is Stage.EVIDENCE and asked.wants_report and not asked.report_submitted_at:
        yield About.REPORT


def _of_agency(
    review: Review,
    agency: Agency,
    about: About,
    since: datetime,
    due_on: date | None,
    rows: _Rows,
) -> Awaited:
    names = [
        name
        for role in _DONE_BY[about]
        for name in (
            rows.members.get((review.pk, role.value, agency.pk), [])
            or rows.posts.get((review.partnership_id, role.value, agency.pk), [])
        )
    ]
    return Awaited(
        review=review,
        who=agency.name,
        people=tuple(dict.fromkeys(names)),
        what=ABOUT_WORDS[about],
        since=localdate(since),
        page="scoping" if about in (About.SCOPING, About.SECURING) else "panel",
        due_on=due_on,
        agency=agency,
        about=about.value,
        chased_on=rows.chased.get((review.pk, agency.pk, about.value)),
    )


def _turn(review: Review, rows: _Rows) -> Iterator[Awaited]:
    stage = review.type.stage(Stage(review.stage))
    if stage.owner is None:
        return
    names = [
        name
        for owner in stage.owners
        for name in rows.posts.get((review.partnership_id, owner.value, None), [])
        or rows.members.get((review.pk, owner.value, None), [])
    ]
    yield Awaited(
        review=review,
        who=review.type.whose_turn(stage),
        people=tuple(names[:3]),
        what=f"{stage.turn[0].lower()}{stage.turn[1:]}".rstrip("."),
        since=review.stage_since or localdate(review.referred_at),
        page="review_home",
    )
