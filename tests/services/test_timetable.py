"""The timetable (P24): days recorded, days planned, more time asked for, granted and refused."""

from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from tests.deciding import (
    DECIDED_ON,
    Case,
    case_at_panel,
    case_before_chair,
    case_referred,
    case_with_panel,
    decide,
    refusal,
)

from goldenthread.audit.models import Record
from goldenthread.domain.planning import Later
from goldenthread.reviews import moments
from goldenthread.reviews.models import EventDate, ExtensionAnswer, ExtensionRequest, PlannedDay
from goldenthread.reviews.queries import timetable as queries
from goldenthread.reviews.queries.clock import clock_of, clocks_of, warnings_of
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.services import timetable
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P24")]

DUE = date(2026, 8, 10)
LATER = date(2026, 9, 7)
NOT_YOURS = "Your part in this review does not include this."


@contextmanager
def on(day: date):
    with moments.at(
        datetime(day.year, day.month, day.day, 12, tzinfo=timezone.get_current_timezone())
    ):
        yield


def ask(case: Case, *, by=None, day=date(2026, 7, 1), **changed):
    by = by or case.bea
    words = {"until": LATER, "reason": "The trial ends in August."} | changed
    with on(day), asking(by.pk):
        return timetable.ask_for_more_time(case.review, "sign-off", **words, by=by)


def answer(case: Case, asked, *, by=None, day=date(2026, 7, 5), **changed):
    by = by or case.cher
    words = {
        "granted_until": LATER,
        "reason": "The trial must come first.",
        "answered_on": day,
        "answered_for": "",
    } | changed
    with on(day), asking(by.pk):
        return timetable.answer_request(asked, **words, by=by)


def clock(case: Case, *, today=date(2026, 7, 10)):
    with asking(case.bea.pk):
        return clock_of(case.review, today=today)


# ------------------------------------------------------------ more time


def test_a_granted_extension_is_added_and_the_first_day_stays():
    case = case_at_panel()
    asked = ask(case)
    assert (asked.due_before, asked.asked_on) == (DUE, date(2026, 7, 1))
    answer(case, asked)
    now = clock(case)
    assert (now.first_due, now.due) == (DUE, LATER)
    assert now.sum == (
        "day 150 of 209; due 7 September 2026; 1 extension of 28 days granted by the Chair of the Board "
        "because the trial must come first"
    )


def test_a_refused_request_changes_no_day_and_keeps_its_reasons():
    case = case_at_panel()
    given = answer(case, ask(case), granted_until=None, reason=" There is time enough. ")
    assert (given.is_granted, given.granted_until, given.reason) == (
        False,
        None,
        "There is time enough.",
    )
    assert clock(case).due == DUE


def test_a_departments_answer_is_recorded_as_its_own():
    case = case_at_panel()
    answer(case, ask(case), answered_for="the Department for Education")
    assert "granted by the Department for Education because" in clock(case).sum


def test_asked_again_after_a_refusal_and_added_to_what_was_granted():
    case = case_at_panel()
    answer(case, ask(case), granted_until=None)
    answer(case, ask(case))
    second = ask(case, until=LATER + timedelta(days=7))
    assert second.due_before == LATER
    answer(case, second, granted_until=LATER + timedelta(days=7))
    assert [one.until for one in clock(case).extensions] == [LATER, LATER + timedelta(days=7)]


def test_asked_after_the_day_is_marked_as_late():
    case = case_at_panel()
    ask(case, day=DUE + timedelta(days=1))
    with asking(case.bea.pk):
        (one,) = queries.more_time(case.bea, case.review)
    assert (one.is_late, one.days_asked, one.answer) == (True, 28, None)


def test_what_cannot_be_asked_is_refused_with_a_sentence_and_leaves_no_trace():
    case = case_at_panel()
    assert refusal(lambda: ask(case, by=case.cher)) == NOT_YOURS
    assert refusal(lambda: ask(case, reason=" ")) == "Say why more time is needed."
    assert refusal(lambda: ask(case, until=DUE)) == (
        "It is due on 10 August 2026 already. Ask for a later day than that."
    )
    with on(date(2026, 7, 1)), asking(case.bea.pk):
        words = {"until": LATER, "reason": "x", "by": case.bea}
        assert refusal(lambda: timetable.ask_for_more_time(case.review, "decision", **words)) == (
            "The guidance knows no extension of this clock."
        )
        assert refusal(lambda: timetable.ask_for_more_time(case.review, "x", **words)) == (
            "Choose one of the clocks in the list."
        )
        assert not ExtensionRequest.objects.exists()


def test_one_request_waits_at_a_time():
    case = case_at_panel()
    ask(case)
    assert refusal(lambda: ask(case)) == (
        "More time has been asked for already, and there is no answer yet."
    )


def test_more_time_is_not_asked_for_before_the_clock_runs():
    case = case_referred()
    assert refusal(lambda: ask(case)) == "The clock has not started yet."


def test_the_panel_chair_may_ask_and_neither_they_nor_the_manager_may_answer():
    case = case_with_panel()
    asked = ask(case, by=case.ida)
    assert refusal(lambda: answer(case, asked, by=case.ida)) == NOT_YOURS
    assert refusal(lambda: answer(case, asked, by=case.bea)) == NOT_YOURS
    assert refusal(lambda: answer(case, asked, reason="")) == "Say why more time is granted."
    answer(case, asked)
    assert refusal(lambda: answer(case, asked)) == (
        "This request has been answered. To ask again is a new request."
    )
    with asking(case.bea.pk):
        assert ExtensionAnswer.objects.count() == 1


# ------------------------------------------------------------ the plan


def plan(case: Case, milestone="terms", *, by=None, **changed):
    by = by or case.bea
    words = {
        "planned_on": date(2026, 3, 24),
        "reason": "The Panel meets late.",
        "later": Later.MOVE,
    } | changed
    with on(date(2026, 3, 1)), asking(by.pk):
        return timetable.plan(case.review, milestone, **words, by=by)


def stations(case: Case):
    with asking(case.bea.pk):
        parts = parts_in(case.bea, case.review)
        found = queries.stations_of(case.bea, case.review, parts, today=date(2026, 3, 1))
    return {one.milestone.key: one for one in found}


def test_a_delay_moves_the_later_days_and_keeps_its_reason():
    case = case_at_panel()
    before = stations(case)
    rows = plan(case)
    assert [row.milestone for row in rows][:3] == ["terms", "begin", "chronologies"]
    after = stations(case)
    for key in ("terms", "begin", "chronologies", "reports", "scrutiny", "board"):
        assert (after[key].planned_on - before[key].planned_on).days == 14
        assert after[key].reason == "The Panel meets late."
    assert after["panel"].planned_on == before["panel"].planned_on
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="timetable.planned").count() == 1


def test_the_later_days_can_stay_and_the_latest_plan_counts():
    case = case_at_panel()
    plan(case, later=Later.STAY)
    plan(case, planned_on=date(2026, 3, 17), reason="Earlier after all.")
    terms = stations(case)["terms"]
    assert (terms.planned_on, terms.reason) == (date(2026, 3, 17), "Earlier after all.")
    with asking(case.bea.pk):
        assert PlannedDay.objects.count() == 2


def test_what_cannot_be_planned_is_refused_with_a_sentence():
    case = case_at_panel()
    assert refusal(lambda: plan(case, by=case.cher)) == NOT_YOURS
    assert refusal(lambda: plan(case, "lunch")) == "Choose one of the milestones in the list."
    assert refusal(lambda: plan(case, reason="")) == "Say why another day is planned."
    assert refusal(lambda: plan(case_referred_again(case))) == (
        "There is no plan before there is a decision for a review."
    )


def case_referred_again(case: Case) -> Case:
    """The same people before there was any decision."""
    with asking(case.bea.pk):
        type(case.review).objects.filter(pk=case.review.pk).update(decided_on=None)
    return case


def test_what_is_done_is_read_off_the_record():
    case = case_with_panel()
    today = timezone.localdate()
    assert stations(case)["terms"].reached_on == today
    assert refusal(lambda: plan(case)) == f"This was reached on {today.day} {today:%B %Y}."


# ------------------------------------------------------------ days by hand


def record(case: Case, event="reached-chair", *, by=None, **changed):
    by = by or case.bea
    words = {"happened_on": date(2026, 1, 20), "note": " Minute 4. "} | changed
    with on(date(2026, 2, 1)), asking(by.pk):
        return timetable.record_event(case.review, event=event, **words, by=by)


def running(case: Case, key: str, *, today=date(2026, 2, 1)):
    with asking(case.bea.pk):
        found = clocks_of(case.review, parts_in(case.bea, case.review), today=today)
    return {one.rule.key: one for one in found}[key]


def test_a_day_recorded_by_hand_starts_a_clock_and_the_latest_counts():
    case = case_referred()
    assert running(case, "referral").clock is None
    assert record(case, "incident", happened_on=date(2026, 1, 5)).note == "Minute 4."
    record(case, "incident", happened_on=date(2026, 1, 6))
    assert running(case, "referral").worked.due == date(2026, 1, 9)
    with asking(case.bea.pk):
        assert EventDate.objects.count() == 2


def test_the_months_window_of_the_chair_counts_from_the_recorded_day_or_else_the_referral():
    case = case_referred()
    assert (
        running(case, "decision", today=timezone.localdate()).worked.starts == timezone.localdate()
    )
    record(case)
    assert running(case, "decision").worked.due == date(2026, 2, 20)


@pytest.mark.parametrize(
    ("event", "day", "sentence"),
    [
        ("chair-decided", date(2026, 1, 5), "Choose what happened from the list."),
        (
            "incident",
            date(2026, 2, 2),
            "This is recorded once it has happened. Enter a day that is not in the future.",
        ),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_a_sentence(event, day, sentence):
    case = case_referred()
    assert refusal(lambda: record(case, event, happened_on=day)) == sentence
    assert refusal(lambda: record(case, "incident", by=case.cher)) == NOT_YOURS


# ------------------------------------------------------------ who is told which clocks


def test_a_decision_starts_the_clock_on_its_own_day_and_warns_on_the_way():
    case = case_at_panel()
    with asking(case.bea.pk):
        found = clocks_of(case.review, parts_in(case.bea, case.review), today=date(2026, 7, 25))
    main = {one.rule.key: one for one in found}["sign-off"]
    assert (main.worked.starts, main.worked.due) == (DECIDED_ON, DUE)
    told = [one.text for one in warnings_of(found)]
    assert "Sign-off of the Overview Report: 90% of the time has gone; due 10 August 2026" in told


def test_what_was_never_stopped_is_waited_for_no_more_once_the_case_is_closed():
    case = case_before_chair()
    decide(case, outcome="no_review")
    case.refresh()
    assert case.review.stage == "closed"
    long_after = date(2030, 1, 1)
    never = running(case, "decision", today=long_after)
    assert (never.clock.stopped, never.is_over, never.is_late) == (None, True, False)
    assert never.warning == ""
    telling = running(case, "telling", today=long_after)
    assert (telling.is_over, telling.is_late) == (False, True)


def test_a_clock_is_not_told_to_those_who_do_not_see_its_events():
    case = case_with_panel()
    with asking(case.ned.pk):
        found = clocks_of(case.review, parts_in(case.ned, case.review), today=date(2026, 3, 1))
    assert [one.rule.key for one in found] == ["referral", "decision", "sign-off"]
