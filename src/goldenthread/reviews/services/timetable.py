"""Keep a review's timetable: record days, plan days, ask for more time and answer (P24).

Nothing here is ever changed: each row is added to those before it, and the latest counts.
"""

from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import YES, Answer, Refused, require
from goldenthread.domain.deadlines import Clock
from goldenthread.domain.extensions import is_answer_whole, is_request_whole
from goldenthread.domain.planning import Later, Station, may_plan, moved
from goldenthread.reviews import moments
from goldenthread.reviews.models import (
    EventDate,
    ExtensionAnswer,
    ExtensionRequest,
    PlannedDay,
    Review,
)
from goldenthread.reviews.queries import timetable as queries
from goldenthread.reviews.queries.clock import Running
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def record_event(
    review: Review, *, event: str, happened_on: date, note: str, by: Person
) -> EventDate:
    """Record the day on which something happened that no form records; a later record of it takes its place."""
    review = steps.locked(review, by=by)
    require(queries.may_keep_time(by, review))
    require(_may_record(review, event, happened_on))
    recorded = EventDate.objects.create(
        review=review,
        event=event,
        happened_on=happened_on,
        note=note.strip(),
        recorded_at=moments.now(),
        recorded_by=by,
    )
    _record("timetable.day_recorded", "event_date", recorded.pk, review, by=by)
    return recorded


@service
def plan(
    review: Review, milestone: str, *, planned_on: date, reason: str, later: Later, by: Person
) -> list[PlannedDay]:
    """Plan another day for a milestone, and with it the later ones by as many days where they are to move.

    Raises Refused without a reason, before there is a decision for a review, and for what has been reached.
    """
    review = steps.locked(review, by=by)
    require(queries.may_keep_time(by, review))
    today = moments.today()
    stations = queries.stations_of(by, review, parts_in(by, review), today=today)
    station, starts = _station(stations, milestone), _starts(review)
    require(may_plan(station, to=planned_on, starts=starts, reason=reason))
    rows = [
        PlannedDay.objects.create(
            review=review,
            milestone=move.milestone.key,
            planned_on=move.after,
            reason=reason.strip(),
            set_at=moments.now(),
            set_by=by,
        )
        for move in moved(stations, milestone, planned_on, later=later)
    ]
    _record("timetable.planned", "planned_day", rows[0].pk, review, by=by)
    return rows


@service
def ask_for_more_time(
    review: Review, clock: str, *, until: date, reason: str, by: Person
) -> ExtensionRequest:
    """Ask for more time for a clock, with reasons. The day it was due stays; the answer is added to it."""
    review = steps.locked(review, by=by)
    running = _running(review, clock, by=by)
    require(queries.may_ask(by, review, running))
    now_due = _clock(running)
    require(is_request_whole(now_due, until=until, reason=reason))
    asked = ExtensionRequest.objects.create(
        review=review,
        clock=clock,
        due_before=now_due.due,
        asked_until=until,
        reason=reason.strip(),
        asked_on=moments.today(),
        recorded_at=moments.now(),
        asked_by=by,
    )
    _record("timetable.more_time_asked", "extension_request", asked.pk, review, by=by)
    return asked


@service
def answer_request(
    asked: ExtensionRequest,
    *,
    granted_until: date | None,
    reason: str,
    answered_on: date,
    answered_for: str,
    by: Person,
) -> ExtensionAnswer:
    """Grant more time until a day, or refuse it (None), with reasons; ``answered_for`` names another body.

    What was due before stays in the record: the extension is added to it.
    """
    review = steps.locked(asked.review, by=by)
    require(queries.may_answer(by, asked))
    now_due = _clock(_running(review, asked.clock, by=by))
    require(
        is_answer_whole(
            now_due,
            granted_until=granted_until,
            reason=reason,
            asked_on=asked.asked_on,
            answered_on=answered_on,
            today=moments.today(),
        )
    )
    answer = ExtensionAnswer.objects.create(
        review=review,
        request=asked,
        is_granted=granted_until is not None,
        granted_until=granted_until,
        reason=reason.strip(),
        answered_on=answered_on,
        answered_for=answered_for.strip(),
        recorded_at=moments.now(),
        answered_by=by,
    )
    granted = "granted" if answer.is_granted else "refused"
    _record(f"timetable.more_time_{granted}", "extension_answer", answer.pk, review, by=by)
    return answer


def _may_record(review: Review, event: str, happened_on: date) -> Answer:
    by_hand = {one.key: one for one in queries.events_by_hand(review)}
    if event not in by_hand:
        return Answer("Choose what happened from the list.")
    if happened_on > moments.today() and not by_hand[event].may_be_ahead:
        return Answer(
            "This is recorded once it has happened. Enter a day that is not in the future."
        )
    return YES


def _station(stations: list[Station], key: str) -> Station:
    if not stations:
        raise Refused("There is no plan before there is a decision for a review.")
    found = {station.milestone.key: station for station in stations}
    if key not in found:
        raise Refused("Choose one of the milestones in the list.")
    return found[key]


def _starts(review: Review) -> date:
    if review.decided_on is None:
        raise Refused("There is no plan before there is a decision for a review.")
    return review.decided_on


def _running(review: Review, clock: str, *, by: Person) -> Running:
    running = queries.running_of(review, parts_in(by, review), clock, today=moments.today())
    if running is None:
        raise Refused("Choose one of the clocks in the list.")
    return running


def _clock(running: Running) -> Clock:
    if running.clock is None:
        raise Refused("The clock has not started yet.")
    return running.clock


def _record(verb: str, subject: str, subject_id: int, review: Review, *, by: Person) -> None:
    trail.record(verb, by=by.pk, subject=subject, subject_id=subject_id, review_id=review.pk)
