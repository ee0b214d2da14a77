"""The timetable of a review: its clocks, its plan, the days recorded by hand, and more time asked for (P24)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.clocks import ClockRule, Event
from goldenthread.domain.deadlines import Clock
from goldenthread.domain.extensions import is_asked_late, may_ask_for_more_time
from goldenthread.domain.planning import Station, plan
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import (
    EventDate,
    ExtensionAnswer,
    ExtensionRequest,
    PlannedDay,
    Review,
)
from goldenthread.reviews.queries.clock import Running, clocks_of, main_clock_of
from goldenthread.reviews.queries.events import days_of_each, sees_event
from goldenthread.reviews.queries.parts import Parts, parts_in


@dataclass(frozen=True, slots=True)
class MoreTime:
    """One request for more time, and its answer once there is one."""

    request: ExtensionRequest
    rule: ClockRule
    answer: ExtensionAnswer | None

    @property
    def is_late(self) -> bool:
        """Whether it was asked for only after the day had passed."""
        return is_asked_late(asked_on=self.request.asked_on, due_before=self.request.due_before)

    @property
    def days_asked(self) -> int:
        """By how many days the request would move the day."""
        return (self.request.asked_until - self.request.due_before).days


def running_of(review: Review, parts: Parts, key: str, *, today: date) -> Running | None:
    """One clock of the review by its key, for somebody who sees it; None for one there is not."""
    found = {one.rule.key: one for one in clocks_of(review, parts, today=today)}
    return found.get(key)


def stations_of(person: Person, review: Review, parts: Parts, *, today: date) -> list[Station]:
    """The plan as this person sees it; empty before there is a decision for a review."""
    if review.decided_on is None:
        return []
    set_days = {one.milestone: (one.planned_on, one.reason) for one in planned_days(person, review)}
    events = {event.key: event for event in review.type.events}
    seen = [one for one in review.type.milestones if sees_event(parts, events[one.done])]
    return plan(
        seen,
        starts=review.decided_on,
        set_days=set_days,
        reached=_of_this_round(review, days_of_each([review])[review.pk]),
        today=today,
    )


def planned_days(person: Person, review: Review) -> QuerySet[PlannedDay]:
    """Every day that was planned since the decision that counts, the latest of a milestone last."""
    rows = PlannedDay.objects.visible_to(person).filter(review=review).select_related("set_by")
    return rows.filter(set_at__date__gte=review.decided_on) if review.decided_on else rows.none()


def event_dates(person: Person, review: Review) -> QuerySet[EventDate]:
    """Every day that was recorded by hand, the latest of an event last."""
    rows = EventDate.objects.visible_to(person).filter(review=review)
    return rows.select_related("recorded_by").order_by("recorded_at", "pk")


def events_by_hand(review: Review) -> tuple[Event, ...]:
    """The events whose day somebody records on the timetable."""
    return tuple(event for event in review.type.events if event.is_by_hand)


def more_time(person: Person, review: Review) -> list[MoreTime]:
    """Every request for more time, with its answer, in the order in which they were asked."""
    rules = {rule.key: rule for rule in review.type.clocks}
    rows = (
        ExtensionRequest.objects.visible_to(person)
        .filter(review=review)
        .select_related("asked_by", "answer", "answer__answered_by")
    )
    return [
        MoreTime(one, rules[one.clock], getattr(one, "answer", None))
        for one in rows
        if one.clock in rules
    ]


def waiting_requests(person: Person, review: Review) -> list[MoreTime]:
    """The requests that have no answer yet."""
    return [one for one in more_time(person, review) if one.answer is None]


def may_keep_time(person: Person, review: Review) -> Answer:
    """Whether the person keeps this review's timetable: its pages and its services ask this."""
    return parts_in(person, review).may(Permission.KEEP_TIME)


def may_ask(person: Person, review: Review, running: Running) -> Answer:
    """Whether the person may ask for more time for this clock now."""
    waiting = any(one.request.clock == running.rule.key for one in waiting_requests(person, review))
    return may_keep_time(person, review) and may_ask_for_more_time(
        running.rule, running.clock, is_waiting=waiting
    )


def may_answer(person: Person, asked: ExtensionRequest) -> Answer:
    """Whether the person may grant or refuse the request: once, and by whoever may."""
    answer = parts_in(person, asked.review).may(Permission.GRANT_EXTENSION)
    if answer and ExtensionAnswer.objects.filter(request=asked).exists():
        return Answer("This request has been answered. To ask again is a new request.")
    return answer


def request_of(person: Person, review: Review, request_id: int) -> ExtensionRequest | None:
    """One request by its id, for those who see the timetable."""
    rows = ExtensionRequest.objects.visible_to(person).select_related("review", "asked_by")
    return rows.filter(review=review, pk=request_id).first()


def clock_asked_about(asked: ExtensionRequest, parts: Parts, *, today: date) -> Clock | None:
    """The clock that the request is about, as it stands; None where it is not running any more."""
    running = running_of(asked.review, parts, asked.clock, today=today)
    return running.clock if running else None


def main_due(review: Review, *, today: date) -> date | None:
    """The day on which the review as a whole is due; None before there is a decision for one."""
    clock = main_clock_of(review, today=today).clock
    return clock.due if clock else None


def _of_this_round(review: Review, days: dict[str, date]) -> dict[str, date]:
    """What happened since the decision that counts: what an earlier round reached is to be reached again."""
    return {key: day for key, day in days.items() if review.decided_on and day >= review.decided_on}
