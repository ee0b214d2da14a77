"""Who must be told of a review's decision or sign-off, who has been, and who has not (P9)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.domain.notices import (
    Occasion,
    Target,
    Told,
    Way,
    all_told_on,
    outstanding,
    targets,
)
from goldenthread.reviews.models import Decision, Involvement, Notice, Review, SignOff


@dataclass(frozen=True, slots=True)
class Happened:
    """What is to be told: the decision or the sign-off that counts now."""

    about: Occasion
    on: date
    record: Decision | SignOff


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: whom to tell, and the notices given to them, newest last."""

    target: Target
    notices: list[Notice]
    is_outstanding: bool

    @property
    def told(self) -> Notice | None:
        """The last notice that told them; None while they have not been."""
        return next((one for one in reversed(self.notices) if one.how != Way.HELD_BACK.value), None)

    @property
    def held_back(self) -> Notice | None:
        """Why they are not told yet, where that was recorded last."""
        last = self.notices[-1] if self.notices else None
        return last if last and last.how == Way.HELD_BACK.value else None


def to_be_told_of(person: Person, review: Review) -> list[Happened]:
    """What there is to tell of the review, in order: its decision, then the sign-off it led to."""
    decision = Decision.objects.visible_to(person).filter(review=review).first()
    if decision is None:
        return []
    told = [Happened(Occasion.DECISION, decision.decided_on, decision)]
    if review.signed_off_on:
        approval = SignOff.objects.visible_to(person).filter(review=review).first()
        if approval is not None:
            told.append(Happened(Occasion.SIGN_OFF, approval.approved_on, approval))
    return told


def lines_of(person: Person, review: Review, happened: Happened) -> list[Line]:
    """The list of those to be told of it, each with what was recorded since it happened."""
    given = _since(
        Notice.objects.visible_to(person)
        .filter(review=review, about=happened.about.value)
        .select_related("recorded_by"),
        happened.record,
    )
    to_tell = targets(
        review.type.recipients, happened.about, agencies=_agencies([review])[review.pk]
    )
    waits = {target.address for target in outstanding(to_tell, [_told(one) for one in given])}
    return [
        Line(
            target,
            [one for one in given if (one.recipient, one.agency_id) == target.address],
            target.address in waits,
        )
        for target in to_tell
    ]


def all_told_in_each(reviews: Sequence[Review]) -> dict[int, date]:
    """For each review, by its id, the day on which the last who must know of its decision was told."""
    return {
        review_id: day
        for review_id, (to_tell, given) in _of_each(reviews).items()
        if (day := all_told_on(to_tell, given))
    }


def untold_in_each(reviews: Sequence[Review]) -> dict[int, int]:
    """For each decided review, by its id, how many who must know of its decision have not been told."""
    return {
        review_id: len(outstanding(to_tell, given))
        for review_id, (to_tell, given) in _of_each(reviews).items()
    }


def _of_each(reviews: Sequence[Review]) -> dict[int, tuple[list[Target], list[Told]]]:
    decided = _last_decisions(reviews)
    asked, given = _agencies(reviews), _given(reviews)
    return {
        review.pk: (
            targets(review.type.recipients, Occasion.DECISION, agencies=asked[review.pk]),
            [_told(one) for one in _since(given[review.pk], decided[review.pk])],
        )
        for review in reviews
        if review.pk in decided
    }


def _since(notices: Iterable[Notice], record: Decision | SignOff) -> list[Notice]:
    """A decision that is made anew is told anew: what was recorded before it tells of another one."""
    return [one for one in notices if one.recorded_at >= record.recorded_at]


def _last_decisions(reviews: Sequence[Review]) -> dict[int, Decision]:
    rows = Decision.objects.filter(review__in=[review.pk for review in reviews])
    return {one.review_id: one for one in rows.order_by("recorded_at")}


def _agencies(reviews: Sequence[Review]) -> dict[int, list[tuple[int, str]]]:
    ids = [review.pk for review in reviews]
    rows = Involvement.objects.filter(review__in=ids, asked_at__isnull=False)
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for review_id, agency_id, name in rows.order_by("agency__name").values_list(
        "review_id", "agency_id", "agency__name"
    ):
        found[review_id].append((agency_id, name))
    return found


def _given(reviews: Sequence[Review]) -> dict[int, list[Notice]]:
    rows = Notice.objects.filter(
        review__in=[review.pk for review in reviews], about=Occasion.DECISION.value
    )
    found: dict[int, list[Notice]] = defaultdict(list)
    for one in rows:
        found[one.review_id].append(one)
    return found


def _told(notice: Notice) -> Told:
    return Told(notice.recipient, notice.agency_id, notice.told_on, Way(notice.how))
