"""The clocks of a review (P24): months, working days, hours, and the sum of each in words."""

from datetime import UTC, date, datetime, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.domain.calendars import Calendar, working_days_from
from goldenthread.domain.clocks import (
    ClockRule,
    OwnLength,
    Unit,
    clocks_here,
    event_words,
    may_happen_now,
    may_set_length,
    worked_out,
)
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.review_types.lcspr_2023 import LCSPR_2023
from goldenthread.domain.review_types.scr_2010 import SCR_2010

pytestmark = pytest.mark.duty("P24")

_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}


def calendar(nation="england", years=range(2009, 2030)):
    return Calendar(
        nation, dict(holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=years))
    )


ENGLAND = calendar()


def rule(length, unit, **more):
    given = {"key": "k", "name": "n", "starts": "a", "stops": "b", "source": "A protocol"}
    return ClockRule(length=length, unit=unit, **(given | more))


def due(length, unit, start, nation="england"):
    return worked_out(rule(length, unit), start, calendar=calendar(nation)).due


@pytest.mark.parametrize(
    ("start", "expected"),
    [(date(2010, 8, 31), date(2011, 2, 28)), (date(2011, 8, 31), date(2012, 2, 29))],
)
def test_six_months_end_where_february_does(start, expected):
    assert due(6, Unit.MONTHS, start) == expected


def test_months_say_their_sum():
    worked = worked_out(rule(6, Unit.MONTHS), date(2010, 8, 31), calendar=ENGLAND)
    assert worked.sum == (
        "6 calendar months after 31 August 2010; February 2011 has no 31st, so its last day counts; "
        "due by the end of 28 February 2011"
    )
    worked = worked_out(rule(1, Unit.MONTHS), date(2010, 3, 15), calendar=ENGLAND)
    assert worked.sum == "1 calendar month after 15 March 2010; due by the end of 15 April 2010"
    worked = worked_out(rule(3, Unit.MONTHS), date(2010, 11, 30), calendar=ENGLAND)
    assert worked.steps[1] == "February 2011 has no 30th, so its last day counts"


@pytest.mark.parametrize(
    ("length", "start", "nation", "expected"),
    [
        (15, date(2026, 12, 18), "england", date(2027, 1, 13)),
        (5, date(2010, 12, 22), "england", date(2010, 12, 31)),
        (5, date(2010, 12, 24), "scotland", date(2011, 1, 6)),
        (5, date(2010, 12, 24), "england", date(2011, 1, 5)),
        (1, date(2011, 3, 16), "northern_ireland", date(2011, 3, 18)),
        (1, date(2011, 3, 16), "wales", date(2011, 3, 17)),
        (-7, date(2011, 5, 10), "england", date(2011, 4, 27)),
        (1, date(2011, 4, 30), "england", date(2011, 5, 3)),
    ],
)
def test_working_days_leave_out_weekends_and_the_nations_bank_holidays(
    length, start, nation, expected
):
    assert due(length, Unit.WORKING_DAYS, start, nation) == expected


def test_working_days_name_the_bank_holidays_they_pass():
    worked = worked_out(rule(-7, Unit.WORKING_DAYS), date(2011, 5, 10), calendar=ENGLAND)
    assert worked.sum == (
        "7 working days before 10 May 2011; weekends are not counted; nor 2 bank holidays in England: "
        "29 April 2011 (Wedding of William and Catherine), 2 May 2011 (May Day); "
        "due by the end of 27 April 2011"
    )
    worked = worked_out(rule(2, Unit.WORKING_DAYS), date(2011, 6, 6), calendar=ENGLAND)
    assert worked.steps == (
        "2 working days after 6 June 2011",
        "weekends are not counted",
        "no bank holiday in England falls between",
    )


@settings(max_examples=60, deadline=None)
@given(start=st.dates(date(2011, 1, 1), date(2026, 1, 1)), days=st.integers(1, 60))
def test_so_many_working_days_on_and_back_is_where_it_began(start, days):
    while not ENGLAND.is_working(start):
        start += timedelta(days=1)
    there = working_days_from(start, days=days, calendar=ENGLAND).day
    assert ENGLAND.is_working(there)
    assert working_days_from(there, days=-days, calendar=ENGLAND).day == start


def test_days_are_days():
    assert due(14, Unit.DAYS, date(2011, 2, 20)) == date(2011, 3, 6)


def test_hours_run_through_the_night_from_a_known_moment():
    worked = worked_out(rule(72, Unit.HOURS), datetime(2010, 9, 1, 22, 30), calendar=ENGLAND)
    assert (
        worked.sum == "72 hours after 10:30pm on 1 September 2010; due 10:30pm on 4 September 2010"
    )


@pytest.mark.parametrize(
    ("start", "ending"),
    [
        (
            datetime(2011, 3, 25, 12, 0),
            "the clocks go forward an hour on the way; due 1:00pm on 28 March 2011",
        ),
        (
            datetime(2011, 10, 28, 12, 0),
            "the clocks go back an hour on the way; due 11:00am on 31 October 2011",
        ),
        (
            datetime(2011, 10, 28, 11, 0, tzinfo=UTC),
            "the clocks go back an hour on the way; due 11:00am on 31 October 2011",
        ),
    ],
)
def test_seventy_two_hours_are_seventy_two_also_when_the_clocks_change(start, ending):
    assert worked_out(rule(72, Unit.HOURS), start, calendar=ENGLAND).sum.endswith(ending)


def test_without_the_hour_whole_days_are_counted():
    worked = worked_out(rule(72, Unit.HOURS), date(2010, 12, 30), calendar=ENGLAND)
    assert worked.sum == (
        "72 hours after 30 December 2010; the hour is not known, so 3 whole days are counted; "
        "due by the end of 2 January 2011"
    )


def test_a_moment_counts_as_its_day_where_days_are_counted():
    assert due(1, Unit.MONTHS, datetime(2010, 1, 31, 23, 0)) == date(2010, 2, 28)


# ------------------------------------------------------------ a Board's own lengths


def test_a_board_sets_its_own_length_and_start_where_it_may():
    changeable = rule(15, Unit.WORKING_DAYS, starts_or=("c",))
    own = {"k": OwnLength(10, "c"), "unknown": OwnLength(1, "a")}
    (here,) = clocks_here((changeable,), own)
    assert (here.length, here.starts, here.length_words) == (10, "c", "10 working days")
    assert here.unit_words == "working days"


@pytest.mark.parametrize(
    ("clock", "own", "reason"),
    [
        (
            rule(6, Unit.MONTHS, is_fixed=True),
            OwnLength(7, "a"),
            "This length is fixed: A protocol. Only an extension moves the day.",
        ),
        (
            rule(6, Unit.MONTHS),
            OwnLength(5, "b"),
            "Choose one of the events in the list for the clock to count from.",
        ),
        (
            rule(6, Unit.MONTHS),
            OwnLength(0, "a"),
            "Give the length as a whole number from 1 to 999.",
        ),
        (
            rule(-7, Unit.WORKING_DAYS),
            OwnLength(7, "a"),
            "Give the length as a whole number from 1 to 999.",
        ),
        (
            rule(1, Unit.MONTHS, is_most=True),
            OwnLength(2, "a"),
            "National guidance allows at most 1 calendar month. A shorter time can be set, not a longer one.",
        ),
        (rule(72, Unit.HOURS, is_most=True), OwnLength(48, "a"), ""),
        (rule(-7, Unit.WORKING_DAYS), OwnLength(-5, "a"), ""),
    ],
)
def test_which_lengths_a_board_may_set(clock, own, reason):
    assert may_set_length(clock, own).reason == reason


def test_what_a_board_may_not_set_is_left_as_it_is():
    fixed = rule(6, Unit.MONTHS, is_fixed=True)
    assert clocks_here((fixed,), {"k": OwnLength(12, "a")}) == (fixed,)


# ------------------------------------------------------------ the types


@pytest.mark.parametrize("kind", REVIEW_TYPES.values(), ids=REVIEW_TYPES)
def test_the_clocks_and_milestones_of_a_type_use_its_own_events(kind):
    events = {event.key for event in kind.events}
    for clock in kind.clocks:
        assert {clock.starts, clock.stops, *clock.starts_or} <= events
    assert {milestone.done for milestone in kind.milestones} <= events
    assert len({clock.key for clock in kind.clocks}) == len(kind.clocks)
    assert [clock.key for clock in kind.clocks if clock.is_main] == [kind.main_clock.key]
    weeks = [milestone.weeks for milestone in kind.milestones]
    assert weeks == sorted(weeks)


def test_the_serious_case_review_has_its_clocks():
    kind = REVIEW_TYPES["scr-2010"]
    assert [(clock.key, clock.length_words, clock.is_fixed) for clock in kind.clocks] == [
        ("referral", "72 hours", False),
        ("scoping", "10 working days", False),
        ("decision", "1 calendar month", False),
        ("telling", "5 working days", False),
        ("sign-off", "6 calendar months", True),
    ]
    assert event_words(kind.events, "chair-decided") == "the Chair’s decision"
    assert event_words(kind.events, "unheard-of") == "unheard-of"


COPY_WORDS = LCSPR_2023.events


def may_publish_on(today, **days):
    return may_happen_now(
        "published",
        LCSPR_2023.clocks,
        COPY_WORDS,
        days={key.replace("_", "-"): day for key, day in days.items()},
        today=today,
        calendar=Calendar("england", {date(2026, 12, 25): "Christmas Day"}),
    )


@pytest.mark.duty("P23")
def test_what_must_come_so_long_before_publication_has_its_day_and_that_time_has_passed():
    assert may_publish_on(date(2026, 12, 1)).reason == (
        "Not yet: the copy before publication going to the national panel and the department must come at"
        " least 7 working days before, and has no day on the timetable."
    )
    sent = date(2026, 12, 18)  # a Friday; the bank holiday is not counted
    assert may_publish_on(date(2026, 12, 29), copy_sent=sent).reason == (
        "Not before 30 December 2026: the copy before publication going to the national panel and the"
        " department was on 18 December 2026, and 7 working days must pass."
    )
    assert may_publish_on(date(2026, 12, 30), copy_sent=sent)


@pytest.mark.duty("P23")
def test_a_regime_that_wants_nothing_before_publication_waits_for_nothing():
    assert may_happen_now(
        "published",
        SCR_2010.clocks,
        SCR_2010.events,
        days={},
        today=date(2011, 3, 1),
        calendar=Calendar("england", {}),
    )
