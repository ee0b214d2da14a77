"""More time (P24): asked for with reasons, answered with reasons, and what a delay does to later days."""

from datetime import date

import pytest

from goldenthread.domain.clocks import ClockRule, Milestone, Unit
from goldenthread.domain.deadlines import running
from goldenthread.domain.extensions import (
    is_answer_whole,
    is_asked_late,
    is_request_whole,
    may_ask_for_more_time,
)
from goldenthread.domain.planning import Later, days_beyond, may_plan, moved, plan

pytestmark = pytest.mark.duty("P24")

STARTS, DUE = date(2010, 8, 31), date(2011, 2, 28)


def clock(stopped=None):
    return running(starts=STARTS, due=DUE, stopped=stopped, today=date(2011, 2, 1))


def rule(may_be_extended=True):
    return ClockRule(
        "sign-off", "Sign-off", "a", "b", 6, Unit.MONTHS, "s", may_be_extended=may_be_extended
    )


@pytest.mark.parametrize(
    ("rule", "clock", "waiting", "reason"),
    [
        (rule(), clock(), False, ""),
        (
            rule(may_be_extended=False),
            clock(),
            False,
            "The guidance knows no extension of this clock.",
        ),
        (rule(), None, False, "The clock has not started yet."),
        (rule(), clock(date(2011, 1, 5)), False, "The clock stopped on 5 January 2011."),
        (
            rule(),
            clock(),
            True,
            "More time has been asked for already, and there is no answer yet.",
        ),
    ],
)
def test_when_more_time_may_be_asked_for(rule, clock, waiting, reason):
    assert may_ask_for_more_time(rule, clock, is_waiting=waiting).reason == reason


@pytest.mark.parametrize(
    ("until", "why", "reason"),
    [
        (date(2011, 3, 28), "The trial ends in March.", ""),
        (DUE, "Why", "It is due on 28 February 2011 already. Ask for a later day than that."),
        (date(2011, 3, 28), "  ", "Say why more time is needed."),
    ],
)
def test_a_request_has_a_later_day_and_a_reason(until, why, reason):
    assert is_request_whole(clock(), until=until, reason=why).reason == reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"granted_until": None}, ""),
        ({"reason": " "}, "Say why more time is granted."),
        ({"reason": "", "granted_until": None}, "Say why more time is refused."),
        (
            {"answered_on": date(2011, 2, 2)},
            "The answer cannot be in the future. Enter the day it was given.",
        ),
        (
            {"answered_on": date(2011, 1, 1)},
            "More time was asked for on 20 January 2011; the answer cannot be earlier.",
        ),
        (
            {"granted_until": DUE},
            "It is due on 28 February 2011 already. Grant a later day than that.",
        ),
    ],
)
def test_an_answer_has_its_reasons_and_its_day(change, reason):
    given = {
        "granted_until": date(2011, 3, 28),
        "reason": "The trial ends in March.",
        "asked_on": date(2011, 1, 20),
        "answered_on": date(2011, 1, 25),
        "today": date(2011, 2, 1),
    }
    assert is_answer_whole(clock(), **(given | change)).reason == reason


def test_asking_after_the_day_is_asking_late():
    assert is_asked_late(asked_on=DUE, due_before=DUE) is False
    assert is_asked_late(asked_on=date(2011, 3, 1), due_before=DUE) is True


# ------------------------------------------------------------ the plan

MILESTONES = (
    Milestone("panel", "Panel formed", 3, "panel-formed"),
    Milestone("terms", "Terms approved", 4, "terms-approved"),
    Milestone("reports", "Reports in", 12, "reports-in"),
    Milestone("board", "With the Board", 22, "with-board"),
)


def stations(set_days=None, reached=None, today=date(2010, 10, 1)):
    return plan(
        MILESTONES, starts=STARTS, set_days=set_days or {}, reached=reached or {}, today=today
    )


def test_the_plan_counts_weeks_from_the_start_unless_somebody_set_a_day():
    found = stations(
        set_days={"reports": (date(2010, 12, 6), "Half term")},
        reached={"panel-formed": date(2010, 9, 25)},
    )
    assert [(one.planned_on, one.reached_on, one.is_late, one.was_moved) for one in found] == [
        (date(2010, 9, 21), date(2010, 9, 25), True, False),
        (date(2010, 9, 28), None, True, False),
        (date(2010, 12, 6), None, False, True),
        (date(2011, 2, 1), None, False, False),
    ]
    assert found[2].reason == "Half term"


def test_a_delay_moves_what_comes_later_by_as_many_days():
    found = moved(stations(), "terms", date(2010, 10, 12))
    assert [(one.milestone.key, one.after) for one in found] == [
        ("terms", date(2010, 10, 12)),
        ("reports", date(2010, 12, 7)),
        ("board", date(2011, 2, 15)),
    ]
    assert days_beyond(found, due=DUE) == 0
    assert days_beyond(found, due=date(2011, 2, 10)) == 5


def test_the_later_days_stay_where_they_are_to():
    found = moved(stations(), "terms", date(2010, 10, 12), later=Later.STAY)
    assert [one.milestone.key for one in found] == ["terms"]


def test_what_has_been_reached_is_not_moved_and_an_earlier_day_moves_alone():
    late = moved(stations(reached={"reports-in": date(2010, 9, 30)}), "terms", date(2010, 9, 29))
    assert [one.milestone.key for one in late] == ["terms", "board"]
    assert [one.milestone.key for one in moved(stations(), "terms", date(2010, 9, 20))] == ["terms"]


@pytest.mark.parametrize(
    ("to", "why", "reason"),
    [
        (date(2010, 10, 12), "Late", ""),
        (date(2010, 9, 28), "x", "This is the day that is planned already. Enter another."),
        (date(2010, 8, 1), "x", "The clock started on 31 August 2010; enter a later day."),
        (date(2010, 10, 12), " ", "Say why another day is planned."),
    ],
)
def test_another_day_is_planned_with_a_reason(to, why, reason):
    assert may_plan(stations()[1], to=to, starts=STARTS, reason=why).reason == reason


def test_what_has_been_reached_is_planned_no_more():
    reached = stations(reached={"panel-formed": date(2010, 9, 15)})[0]
    answer = may_plan(reached, to=date(2010, 10, 1), starts=STARTS, reason="x")
    assert answer.reason == "This was reached on 15 September 2010."
