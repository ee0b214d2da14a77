"""Terms of reference: written by the panel, approved once (P10)."""

from datetime import date

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.process import Stage
from goldenthread.domain.terms import may_approve_terms, may_write_terms


@pytest.mark.duty("P10")
def test_terms_are_written_between_the_decision_and_the_board():
    may = [stage for stage in Stage if may_write_terms(stage=stage)]
    assert may == [Stage.PANEL, Stage.EVIDENCE, Stage.SYNTHESIS]


def approve(**changes):
    given = {
        "stage": Stage.PANEL,
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
            {"stage": Stage.SIGN_OFF},
            "The terms are written when the panel is formed, and changed until the reports go to the Board.",
        ),
    ],
)
def test_terms_are_approved_when_they_say_when_whom_and_what(changes, reason):
    assert approve(**changes).reason == reason


def test_approvable_terms_get_a_plain_yes():
    assert approve() is YES
