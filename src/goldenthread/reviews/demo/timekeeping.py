"""Keep the time of the demo’s reviews, and tell those who must know, through the real services."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from goldenthread.accounts.models import Agency
from goldenthread.domain.notices import Occasion, Target, Way
from goldenthread.domain.planning import Later
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.demo.story import timekeeping as story
from goldenthread.reviews.demo.world import World
from goldenthread.reviews.models import Review
from goldenthread.reviews.queries.clock import clock_of
from goldenthread.reviews.queries.telling import lines_of, to_be_told_of
from goldenthread.reviews.services import notices, timetable
from goldenthread.reviews.walls import asking

_TOLD_AT_ONCE = ("inspectorate", "department", "referrer")


def _at(day: date, hour: int = 14) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def record_days(world: World, review: Review, kept: story.Timekeeping, *, on: date) -> None:
    """The days that no form records, from the referral and the Chair’s diary."""
    manager = world.person(Role.BUSINESS_MANAGER)
    for event, day, note in (
        ("incident", kept.incident_on, "As the referral says."),
        ("reached-chair", kept.reached_chair_on, "The Chair’s diary."),
    ):
        with moments.at(_at(max(on, day))), asking(manager.pk):
            timetable.record_event(review, event=event, happened_on=day, note=note, by=manager)


def plan_anew(world: World, review: Review, kept: story.Timekeeping, *, on: date) -> None:
    """The panel’s chair plans another day for one milestone; the later ones stay."""
    chair = world.person(Role.PANEL_CHAIR)
    with moments.at(_at(on)), asking(chair.pk):
        timetable.plan(
            review,
            kept.milestone,
            planned_on=kept.planned_on,
            reason=kept.planned_because,
            later=Later.STAY,
            by=chair,
        )


def ask_and_answer(world: World, review: Review, kept: story.Timekeeping) -> None:
    """More time is asked for twice: refused once, granted once."""
    manager, chair = world.person(Role.BUSINESS_MANAGER), world.person(Role.BOARD_CHAIR)
    for one in kept.asked:
        with moments.at(_at(one.on)), asking(manager.pk):
            asked = timetable.ask_for_more_time(
                review, review.type.main_clock.key, until=one.until, reason=one.reason, by=manager
            )
        with moments.at(_at(one.answered_on)), asking(chair.pk):
            timetable.answer_request(
                asked,
                granted_until=one.granted_until,
                reason=one.answer,
                answered_on=one.answered_on,
                answered_for=one.answered_for,
                by=chair,
            )


def ask_today(world: World, review: Review, *, today: date) -> None:
    """A request that waits for its answer."""
    manager = world.person(Role.BUSINESS_MANAGER)
    with moments.at(_at(today, 9)), asking(manager.pk):
        clock = clock_of(review, today=today)
        if clock is not None:
            until = max(clock.due, today) + timedelta(days=28)
            timetable.ask_for_more_time(
                review, review.type.main_clock.key, until=until, reason=story.WAITING, by=manager
            )


def tell_everybody(world: World, review: Review, about: Occasion, *, on: date) -> None:
    """Everybody who must know is told on the working day after."""
    _tell(world, review, about, on=on, only=())


def tell_some(world: World, review: Review, *, on: date) -> None:
    """Some have been told of the decision; the family is told later, for a reason; the others are outstanding."""
    _tell(world, review, Occasion.DECISION, on=on, only=(*_TOLD_AT_ONCE, "family"))


def _tell(
    world: World, review: Review, about: Occasion, *, on: date, only: Collection[str]
) -> None:
    manager = world.person(Role.BUSINESS_MANAGER)
    with moments.at(_at(on)), asking(manager.pk):
        happened = next(one for one in to_be_told_of(manager, review) if one.about is about)
        for number, line in enumerate(lines_of(manager, review, happened), start=1):
            recipient = line.target.recipient
            if not recipient.is_required or (only and recipient.key not in only):
                continue
            way, note = _way(recipient.key, is_held_back=bool(only))
            notices.give(
                review,
                about,
                recipient.key,
                agency=_agency(world, line.target),
                name=story.told_as(recipient.key, line.target.name, review.label),
                told_on=on,
                way=way,
                reference=f"L/{number}" if way is Way.SECURE_EMAIL else "",
                note=note,
                by=manager,
            )


def _way(recipient: str, *, is_held_back: bool) -> tuple[Way, str]:
    if recipient == "family":
        return (
            (Way.HELD_BACK, story.HELD_BACK) if is_held_back else (Way.IN_PERSON, story.IN_PERSON)
        )
    return (Way.HERE, story.TOLD_HERE) if recipient == "referrer" else (Way.SECURE_EMAIL, "")


def _agency(world: World, target: Target) -> Agency | None:
    found = {agency.pk: agency for agency in world.agencies.values()}
    return found[target.agency_id] if target.agency_id else None
