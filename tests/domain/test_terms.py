"""Terms of reference: written by the panel, approved once (P10)."""

from datetime import date

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.process import Stage
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.terms import (
    Line,
    may_approve_terms,
    may_write_terms,
    no_longer_asked,
    numbered,
)


@pytest.mark.duty("P10")
def test_terms_are_written_between_the_decision_and_the_board():
    may = [stage for stage in Stage if may_write_terms(stage=stage)]
    assert may == [Stage.PANEL, Stage.EVIDENCE, Stage.SYNTHESIS]


def approve(**changes):
    given = {
        "stage": Stage.PANEL,
        "version": 1,
        "change": "",
        "period_from": date(2008, 1, 1),
        "period_to": date(2010, 5, 3),
        "subjects": "Child QX",
        "lines_of_enquiry": 1,
        "approved": False,
    }
    return may_approve_terms(**given | changes)


@pytest.mark.duty("P10")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"period_to": date(2008, 1, 1)}, ""),
        (
            {"approved": True},
            "These terms have been approved. To change them, write a new version.",
        ),
        (
            {"period_to": date(2007, 12, 31)},
            "The period under review ends before it begins. Change one of the two dates.",
        ),
        ({"subjects": " "}, "Say whom the review is about."),
        (
            {"lines_of_enquiry": 0},
            "Give at least one question that the review is to answer.",
        ),
        (
            {"version": 2, "change": " "},
            "Say what this version changes, and why: everybody who works from the terms is told.",
        ),
        ({"version": 2, "change": "The period begins a year earlier."}, ""),
        (
            {"stage": Stage.SIGN_OFF},
            (
                "The terms are written when the panel is formed, and changed until the reports are put up for"
                " approval."
            ),
        ),
    ],
)
def test_terms_are_approved_when_they_say_when_whom_and_what(changes, reason):
    assert approve(**changes).reason == reason


def test_approvable_terms_get_a_plain_yes():
    assert approve() is YES


@pytest.mark.duty("P10")
def test_lines_of_a_first_version_are_numbered_in_order_without_gaps():
    lines = numbered({1: "One?", 2: " ", 3: "Three?"}, ["Four? ", ""], approved=())
    assert lines == (Line(1, "One?"), Line(2, "Three?"), Line(3, "Four?"))


@pytest.mark.duty("P10")
def test_an_approved_line_keeps_its_number_and_leaves_it_unused_when_it_goes():
    approved = (Line(1, "One?"), Line(2, "Two?"), Line(3, "Three?"))
    lines = numbered({1: "One, reworded?", 2: "", 3: "Three?"}, ["New?"], approved=approved)
    assert lines == (Line(1, "One, reworded?"), Line(3, "Three?"), Line(4, "New?"))
    assert no_longer_asked(lines, approved=approved) == (2,)
    again = numbered({1: "One?", 4: "", 5: "Newer?"}, [], approved=approved)
    assert again == (Line(1, "One?"), Line(4, "Newer?"))


@pytest.mark.duty("P10")
def test_a_number_is_not_used_again_after_the_version_that_dropped_it():
    approved = (Line(1, "One?"), Line(2, "Two?"), Line(1, "One?"))
    assert numbered({1: "One?"}, ["New?"], approved=approved)[-1] == Line(3, "New?")


def test_every_type_s_standard_questions_have_keys_of_their_own():
    for kind in REVIEW_TYPES.values():
        keys = [question.key for question in kind.standard_questions]
        assert len(keys) == len(set(keys))
    assert len(REVIEW_TYPES["scr-2010"].standard_questions) == 16
