"""On which day each event of a review's clocks happened: read off the record, or recorded by hand.

Days and counts, never content. They are gathered for many reviews at once, by as many questions as for
one; each event is part of some material, and whoever does not see all of that is not told its day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Max, Min
from django.utils.timezone import localdate

from goldenthread.domain.clocks import Event, EventFact
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import Material, Reach, reach
from goldenthread.reviews.models import (
    Contribution,
    Decision,
    EventDate,
    Involvement,
    Judgement,
    Membership,
    Release,
    Review,
    StepTaken,
    Terms,
)
from goldenthread.reviews.queries.parts import Parts
from goldenthread.reviews.queries.telling import all_told_in_each

Days = dict[int, dict[EventFact, date]]

_PART_OF: dict[EventFact, Material] = {
    EventFact.REFERRED: Material.REVIEW,
    EventFact.ASKED: Material.SCOPING,
    EventFact.ANSWERED: Material.SCOPING,
    EventFact.JUDGED: Material.JUDGEMENT,
    EventFact.DECIDED: Material.DECISION,
    EventFact.TOLD: Material.NOTICE,
    EventFact.PANEL_FORMED: Material.PANEL,
    EventFact.TERMS_APPROVED: Material.TERMS,
    EventFact.EVIDENCE_BEGUN: Material.PANEL,
    EventFact.CHRONOLOGIES_IN: Material.PANEL,
    EventFact.REPORTS_IN: Material.PANEL,
    EventFact.REPORTS_ACCEPTED: Material.PANEL,
    EventFact.WITH_BOARD: Material.PANEL,
    EventFact.SIGNED_OFF: Material.SIGN_OFF,
    EventFact.PUBLISHED: Material.RELEASE,
}


def sees_event(parts: Parts, event: Event) -> bool:
    """Whether somebody with these parts sees all that the event's day is read off."""
    material = _PART_OF[event.fact] if event.fact else Material.TIMETABLE
    return any(reach(role, material) is Reach.ALL for role in parts.roles)


def days_of_each(reviews: Sequence[Review]) -> dict[int, dict[str, date]]:
    """For each review, by its id, the day of every event that has happened, by the event's key.

    A day recorded by hand comes before the one read off the record. What the second wall hides from
    whoever asks is missing here: ask :func:`sees_event` before showing any.
    """
    if not reviews:
        return {}
    ids = [review.pk for review in reviews]
    read_off, by_hand = _read_off(reviews, ids), _by_hand(ids)
    return {
        review.pk: {
            event.key: day
            for event in review.type.events
            if (day := _day(event, read_off[review.pk], by_hand[review.pk]))
        }
        for review in reviews
    }


def _day(
    event: Event, read_off: Mapping[EventFact, date], by_hand: Mapping[str, date]
) -> date | None:
    typed = by_hand.get(event.key) if event.is_by_hand else None
    known = read_off.get(event.fact) if event.fact else None
    return known or typed if event.may_be_ahead else typed or known


def _by_hand(ids: list[int]) -> dict[int, dict[str, date]]:
    found: dict[int, dict[str, date]] = defaultdict(dict)
    rows = EventDate.objects.filter(review__in=ids).order_by("recorded_at", "pk")
    for review_id, event, day in rows.values_list("review_id", "event", "happened_on"):
        found[review_id][event] = day
    return found


def _read_off(reviews: Sequence[Review], ids: list[int]) -> Days:
    found: Days = defaultdict(dict)
    for review in reviews:
        if review.referred_at:
            found[review.pk][EventFact.REFERRED] = localdate(review.referred_at)
        if review.signed_off_on:
            found[review.pk][EventFact.SIGNED_OFF] = review.signed_off_on
    for gather in (_asked, _judged, _contributed, _formed, _approved, _stepped, _published):
        gather(found, ids)
    for review_id, day in all_told_in_each(reviews).items():
        found[review_id][EventFact.TOLD] = day
    return found


def _asked(found: Days, ids: list[int]) -> None:
    rows = Involvement.objects.filter(review__in=ids, asked_at__isnull=False).order_by()
    for review_id, answers in _grouped(rows.values_list("review_id", "asked_at", "answered_at")):
        found[review_id][EventFact.ASKED] = localdate(min(asked for asked, _ in answers))
        _last(found, review_id, EventFact.ANSWERED, [answered for _, answered in answers])


def _judged(found: Days, ids: list[int]) -> None:
    for fact, rows in (
        (EventFact.JUDGED, Judgement.objects.values_list("review_id").annotate(last=Max("met_on"))),
        (
            EventFact.DECIDED,
            Decision.objects.values_list("review_id").annotate(last=Max("decided_on")),
        ),
    ):
        for review_id, day in rows.filter(review__in=ids).order_by():
            found[review_id][fact] = day


def _contributed(found: Days, ids: list[int]) -> None:
    rows = Contribution.objects.filter(review__in=ids).order_by()
    fields = (
        "review_id",
        "wants_chronology",
        "wants_report",
        "chronology_submitted_at",
        "report_submitted_at",
        "report_accepted_at",
    )
    for review_id, asked in _grouped(rows.values_list(*fields)):
        chronologies = [in_at for wanted, _, in_at, _, _ in asked if wanted]
        reports = [in_at for _, wanted, _, in_at, _ in asked if wanted]
        accepted = [in_at for _, wanted, _, _, in_at in asked if wanted]
        _last(found, review_id, EventFact.CHRONOLOGIES_IN, chronologies)
        _last(found, review_id, EventFact.REPORTS_IN, reports)
        _last(found, review_id, EventFact.REPORTS_ACCEPTED, accepted)


def _formed(found: Days, ids: list[int]) -> None:
    """The panel is complete with its chair, the overview author, and a member of each agency asked to contribute."""
    rows = Membership.objects.filter(review__in=ids, left_on=None).order_by("joined_on")
    members = dict(_grouped(rows.values_list("review_id", "role", "agency_id", "joined_on")))
    agencies: dict[int, set[int]] = defaultdict(set)
    for review_id, agency_id in Contribution.objects.filter(review__in=ids).values_list(
        "review_id", "agency_id"
    ):
        agencies[review_id].add(agency_id)
    for review_id, joined in members.items():
        first = {(role, agency_id): day for role, agency_id, day in reversed(joined)}
        needed: set[tuple[str, int | None]] = {
            (Role.PANEL_CHAIR.value, None),
            (Role.OVERVIEW_AUTHOR.value, None),
        }
        needed |= {(Role.PANEL_MEMBER.value, agency) for agency in agencies[review_id]}
        if agencies[review_id] and needed <= first.keys():
            found[review_id][EventFact.PANEL_FORMED] = max(first[one] for one in needed)


def _approved(found: Days, ids: list[int]) -> None:
    rows = Terms.objects.filter(review__in=ids, approved_at__isnull=False).order_by()
    for review_id, first in rows.values_list("review_id").annotate(first=Min("approved_at")):
        found[review_id][EventFact.TERMS_APPROVED] = localdate(first)


def _stepped(found: Days, ids: list[int]) -> None:
    rows = StepTaken.objects.filter(review__in=ids).order_by()
    came: dict[int, dict[str, tuple[datetime, datetime]]] = defaultdict(dict)
    for review_id, stage, first, last in rows.values_list("review_id", "to_stage").annotate(
        first=Min("taken_at"), last=Max("taken_at")
    ):
        came[review_id][stage] = (first, last)
    for review_id, stages in came.items():
        if Stage.EVIDENCE in stages:
            found[review_id][EventFact.EVIDENCE_BEGUN] = localdate(stages[Stage.EVIDENCE][0])
        with_board, returned = stages.get(Stage.SIGN_OFF), stages.get(Stage.SYNTHESIS)
        # Reports that the Board returned are not with it any more.
        if with_board and (returned is None or returned[1] < with_board[1]):
            found[review_id][EventFact.WITH_BOARD] = localdate(with_board[1])


def _published(found: Days, ids: list[int]) -> None:
    rows = Release.objects.filter(review__in=ids, outcome=Release.PUBLISHED).order_by()
    for review_id, first in rows.values_list("review_id").annotate(first=Min("recorded_at")):
        found[review_id][EventFact.PUBLISHED] = localdate(first)


def _grouped(rows: Iterable[Sequence[object]]) -> Iterable[tuple[int, list[tuple]]]:  # type: ignore[type-arg]
    groups: dict[int, list[tuple]] = defaultdict(list)  # type: ignore[type-arg]
    for review_id, *rest in rows:
        groups[review_id].append(tuple(rest))  # type: ignore[index]
    return groups.items()


def _last(found: Days, review_id: int, fact: EventFact, moments: list[datetime | None]) -> None:
    """The day of the last of these, once all are there."""
    there = [moment for moment in moments if moment is not None]
    if there and len(there) == len(moments):
        found[review_id][fact] = localdate(max(there))
