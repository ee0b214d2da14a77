"""Making public: a labelled copy in which nobody is left, or a reason why not (P22, P23)."""

from itertools import product

import pytest

from goldenthread.domain.answers import Answer
from goldenthread.domain.process import Stage
from goldenthread.domain.release import may_release, may_withhold


def release(**changes):
    given = {
        "stage": Stage.PUBLICATION,
        "signed_off": True,
        "published": False,
        "people": 4,
        "survivors": 0,
        "open_questions": 0,
    }
    return may_release(**given | changes)


@pytest.mark.duty("P22", "P23")
def test_only_a_signed_off_copy_in_which_nobody_is_left_is_published():
    may = [
        case
        for case in product((True, False), (True, False), (0, 1), (0, 1))
        if release(signed_off=case[0], published=case[1], survivors=case[2], open_questions=case[3])
    ]
    assert may == [(True, False, 0, 0)]


@pytest.mark.duty("P22")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"survivors": 1},
            "One thing would still identify a person. Label what is listed, then check again.",
        ),
        (
            {"survivors": 3, "open_questions": 2},
            "3 things would still identify a person. Label what is listed, then check again.",
        ),
        ({"open_questions": 1}, "One question about a possible name is not answered yet."),
        (
            {"open_questions": 2},
            "2 questions about possible names are not answered yet.",
        ),
        (
            {"people": 0},
            "No name is in the register of who is who yet, so none could be found. Add the child’s name first.",
        ),
        ({"held": Answer("Held back."), "survivors": 1}, "Held back."),
        ({"published": True, "held": Answer("Held back.")}, "The reports have been published."),
        ({"signed_off": False}, "The reports have not been approved yet."),
    ],
)
def test_what_stands_against_publishing_is_said(changes, reason):
    assert release(**changes).reason == reason


@pytest.mark.duty("P23")
def test_publication_is_settled_after_sign_off_and_also_late():
    settled = [stage for stage in Stage if release(stage=stage)]
    assert settled == [Stage.PUBLICATION, Stage.FOLLOW_UP, Stage.CLOSED]


@pytest.mark.duty("P23")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"reason": " "}, "Say why the reports are not made public."),
        (
            {"published": True},
            "The reports have been published, so they can no longer be withheld.",
        ),
        ({"stage": Stage.SIGN_OFF}, "The reports have not been approved yet."),
    ],
)
def test_to_withhold_is_an_outcome_with_a_reason(changes, reason):
    given = {
        "stage": Stage.PUBLICATION,
        "signed_off": True,
        "published": False,
        "reason": "A trial is pending.",
    }
    assert may_withhold(**given | changes).reason == reason
