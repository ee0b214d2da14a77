"""The six months (P24): calendar months, clipped at a month's end, and a clock that shows its sum."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.domain.deadlines import Clock, Extension, in_words, months_after, running


@pytest.mark.duty("P24")
@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2010, 8, 31), date(2011, 2, 28)),
        (date(2011, 8, 31), date(2012, 2, 29)),
        (date(2010, 8, 29), date(2011, 2, 28)),
        (date(2011, 8, 29), date(2012, 2, 29)),
        (date(2010, 8, 28), date(2011, 2, 28)),
        (date(2010, 12, 31), date(2011, 6, 30)),
        (date(2011, 3, 31), date(2011, 9, 30)),
        (date(2012, 2, 29), date(2012, 8, 29)),
        (date(2010, 6, 15), date(2010, 12, 15)),
        (date(2010, 7, 1), date(2011, 1, 1)),
    ],
)
def test_six_calendar_months_clip_to_the_end_of_the_month(start, due):
    assert months_after(start, months=6) == due


@settings(max_examples=60, deadline=None)
@given(
    start=st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)),
    months=st.integers(0, 36),
)
def test_months_later_is_that_month_and_that_day_or_the_month_s_last(start, months):
    later = months_after(start, months=months)
    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
    last = monthrange(later.year, later.month)[1]
    assert later.day == start.day or (later.day == last < start.day)


@settings(max_examples=40, deadline=None)
@given(start=st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)))
def test_deciding_a_day_later_is_never_due_earlier(start):
    assert months_after(start, months=6) <= months_after(start + timedelta(days=1), months=6)


def clock(today, stopped=None):
    return running(starts=date(2010, 8, 31), due=date(2011, 2, 28), stopped=stopped, today=today)


@pytest.mark.duty("P24")
def test_the_clock_starts_on_the_day_of_the_decision():
    running = clock(date(2010, 8, 31))
    assert running == Clock(
        starts=date(2010, 8, 31), first_due=date(2011, 2, 28), stopped=None, today=date(2010, 8, 31)
    )
    assert (running.day, running.days_in_all, running.days_left) == (0, 181, 181)


@pytest.mark.parametrize(
    ("today", "left", "late"),
    [
        (date(2011, 2, 27), 1, False),
        (date(2011, 2, 28), 0, False),
        (date(2011, 3, 1), -1, True),
    ],
)
def test_it_is_late_from_the_day_after_it_is_due(today, left, late):
    assert (clock(today).days_left, clock(today).is_late) == (left, late)


@pytest.mark.duty("P24")
def test_the_board_s_approval_stops_the_clock():
    stopped = clock(date(2012, 1, 1), stopped=date(2011, 2, 20))
    assert (stopped.day, stopped.days_left, stopped.is_late) == (173, 8, False)
    assert clock(date(2012, 1, 1), stopped=date(2011, 3, 2)).is_late is True


def test_the_clock_says_its_sum():
    assert clock(date(2010, 12, 21)).sum == "day 112 of 181; due 28 February 2011"
    assert (
        clock(date(2012, 1, 1), stopped=date(2011, 2, 20)).sum
        == "stopped on day 173 of 181; due 28 February 2011"
    )


def _extended(*extensions, today=date(2011, 3, 10)):
    return running(
        starts=date(2010, 8, 31),
        due=date(2011, 2, 28),
        stopped=None,
        today=today,
        extensions=extensions,
    )


_TRIAL = Extension(date(2011, 2, 28), date(2011, 3, 28), "the Chair of the Board", "A trial ends.")
_AUTHOR = Extension(date(2011, 3, 28), date(2011, 3, 29), "a department", "the author was ill")


@pytest.mark.duty("P24")
def test_an_extension_moves_the_day_and_keeps_the_first():
    clock = _extended(_TRIAL)
    assert (clock.first_due, clock.due, clock.is_late) == (
        date(2011, 2, 28),
        date(2011, 3, 28),
        False,
    )
    assert clock.sum == (
        "day 191 of 209; due 28 March 2011; "
        "1 extension of 28 days granted by the Chair of the Board because a trial ends"
    )


@pytest.mark.duty("P24")
def test_a_second_extension_is_added_to_the_first():
    assert _extended(_TRIAL, _AUTHOR).sum == (
        "day 191 of 210; due 29 March 2011; 2 extensions: 28 days granted by the Chair of the Board "
        "because a trial ends; 1 day granted by a department because the author was ill"
    )


@pytest.mark.duty("P24")
@pytest.mark.parametrize(
    ("today", "warning"),
    [
        (date(2010, 11, 29), 0),
        (date(2010, 11, 30), 50),
        (date(2011, 1, 13), 50),
        (date(2011, 1, 14), 75),
        (date(2011, 2, 10), 90),
        (date(2011, 3, 10), 90),
    ],
)
def test_it_warns_when_half_three_quarters_and_nine_tenths_of_the_time_have_gone(today, warning):
    assert clock(today).warning == warning


def test_a_clock_that_was_not_extended_says_nothing_of_it():
    assert clock(date(2010, 12, 21)).extended == ""


def test_a_stopped_clock_warns_no_more():
    assert clock(date(2011, 2, 27), stopped=date(2011, 2, 20)).warning == 0


def test_what_stopped_an_earlier_round_does_not_stop_this_one():
    assert clock(date(2010, 9, 10), stopped=date(2010, 8, 30)).stopped is None


def test_a_clock_that_counts_back_has_a_day_and_no_warnings():
    back = running(
        starts=date(2011, 5, 10), due=date(2011, 4, 28), stopped=None, today=date(2011, 4, 27)
    )
    assert (back.counts_back, back.sum, back.warning) == (True, "due 28 April 2011", 0)


def test_days_are_shown_without_a_leading_nought():
    assert in_words(date(2011, 5, 3)) == "3 May 2011"
