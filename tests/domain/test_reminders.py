"""The ladder of reminders: which rung is due on which day, and who may chase by hand (P7)."""

from datetime import date, timedelta

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.calendars import Calendar
from goldenthread.domain.reminders import (
    ABOUT_WORDS,
    LADDER,
    RUNG_WORDS,
    About,
    Rung,
    ladder_with,
    may_chase,
    rung_due,
)
from goldenthread.domain.roles import Role

pytestmark = pytest.mark.duty("P7")

# Friday 22 April 2011 was Good Friday, and the Monday after it a bank holiday.
EASTER = Calendar("england", {date(2011, 4, 22): "Good Friday", date(2011, 4, 25): "Easter Monday"})
DUE = date(2011, 4, 20)


def rung_on(day: date, **words) -> Rung | None:
    step = rung_due(DUE, today=day, calendar=EASTER, **words)
    return step.rung if step else None


@pytest.mark.parametrize(
    ("day", "rung"),
    [
        (date(2011, 4, 15), None),
        (date(2011, 4, 18), Rung.BEFORE),
        (date(2011, 4, 19), Rung.BEFORE),
        (DUE, Rung.ON_THE_DAY),
        (date(2011, 4, 21), Rung.ON_THE_DAY),
        (date(2011, 4, 25), Rung.ON_THE_DAY),
        (date(2011, 4, 26), Rung.AFTER),
        (date(2011, 4, 28), Rung.AFTER),
        (date(2011, 4, 29), Rung.ABOVE),
        (date(2012, 4, 29), Rung.ABOVE),
    ],
)
def test_rungs_are_counted_in_working_days_and_bank_holidays_are_passed_over(day, rung):
    assert rung_on(day) == rung


def test_above_those_who_were_asked_stands_the_senior_officer():
    told = {step.rung: step.told for step in LADDER}
    assert told.pop(Rung.ABOVE) == (Role.SENIOR_OFFICER,)
    assert set(told.values()) == {(Role.AGENCY_CONTACT,)}


def test_a_board_has_its_own_lengths_and_nonsense_changes_nothing():
    own = ladder_with({"reminder_before": -5, "reminder_above": "soon", "reminder_after": True})
    assert [step.working_days for step in own] == [-5, 0, 2, 5]
    assert rung_on(date(2011, 4, 13), ladder=own) is Rung.BEFORE


def test_nobody_is_reminded_of_a_rung_that_a_later_one_has_overtaken():
    seen = {rung_on(DUE + timedelta(days=n)) for n in range(40)}
    assert seen == {Rung.ON_THE_DAY, Rung.AFTER, Rung.ABOVE}


@pytest.mark.parametrize(
    ("owes", "today", "reason"),
    [
        (True, False, ""),
        (False, False, "The agency has nothing outstanding here, so there is nothing to chase."),
        (True, True, "The agency has been chased about this today. Give it until tomorrow."),
    ],
)
def test_chasing_by_hand_is_for_what_is_owed_once_a_day(owes, today, reason):
    answer = may_chase(owes=owes, chased_today=today)
    assert answer.reason == reason
    assert (answer is YES) == (not reason)


def test_everything_has_its_words():
    assert set(ABOUT_WORDS) == set(About)
    assert set(RUNG_WORDS) == set(Rung)
