"""The timetable as a picture: what stands where, and the same told in words."""

from datetime import date

from goldenthread.domain.clocks import Milestone
from goldenthread.domain.deadlines import Extension, running
from goldenthread.domain.planning import plan
from goldenthread.reviews.web.timetable_drawing import LEFT, WIDTH, drawn

STARTS, DUE = date(2010, 8, 31), date(2011, 2, 28)
MILESTONES = (Milestone("panel", "Panel formed", 3, "a"), Milestone("board", "Reports in", 22, "b"))


def picture(*, today=date(2010, 10, 1), stopped=None, extensions=(), **planned):
    stations = plan(
        MILESTONES,
        starts=STARTS,
        set_days=planned.get("set_days", {}),
        reached=planned.get("reached", {"a": date(2010, 9, 20)}),
        today=today,
    )
    clock = running(starts=STARTS, due=DUE, stopped=stopped, today=today, extensions=extensions)
    return drawn(stations, clock, name="Sign-off")


def test_days_stand_from_left_to_right_and_every_mark_inside():
    shown = picture()
    first, second = shown.rows
    assert LEFT < first.reached < first.planned < second.planned < WIDTH
    assert (first.suggested, second.reached) == (first.planned, None)
    assert [tick.words for tick in shown.ticks] == [
        *("Sep", "Oct", "Nov", "Dec", "Jan 11", "Feb", "Mar"),
    ]
    assert [(line.words, line.kind) for line in shown.uprights] == [
        ("Due 28 February 2011", "due"),
        ("Today", "today"),
    ]


def test_an_extension_shows_both_days_and_what_was_moved_leads_to_where_it_is_now():
    moved = {"board": (date(2011, 3, 14), "Late.")}
    longer = Extension(DUE, date(2011, 3, 28), "the Chair", "a trial")
    shown = picture(extensions=(longer,), set_days=moved)
    assert [line.words for line in shown.uprights][:2] == [
        "Due 28 March 2011",
        "First due 28 February 2011",
    ]
    assert shown.rows[1].was_moved is True
    assert shown.rows[1].suggested < shown.rows[1].planned
    assert shown.height > picture().height


def test_only_what_is_still_to_come_is_marked_late():
    late = picture(today=date(2011, 2, 10), reached={"a": date(2010, 10, 20)})
    assert [row.is_late for row in late.rows] == [False, True]


def test_a_clock_that_was_stopped_or_passed_long_ago_still_fits():
    done = picture(today=date(2012, 1, 1), stopped=date(2011, 2, 20))
    assert done.uprights[-1].words == "Done 20 February 2011"
    passed = picture(today=date(2015, 1, 1))
    assert passed.uprights[-1].x <= WIDTH
    assert len(picture(today=date(2011, 6, 1)).ticks) <= 14


def test_the_description_says_everything_in_words():
    assert picture().description == (
        "Sign-off: day 31 of 181; due 28 February 2011. "
        "Panel formed: planned for 21 September 2010, reached on 20 September 2010. "
        "Reports in: planned for 1 February 2011, ahead."
    )
    late = picture(today=date(2011, 2, 10)).description
    assert late.endswith("Reports in: planned for 1 February 2011, late.")
