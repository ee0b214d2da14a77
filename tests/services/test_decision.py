"""The Chair's decision, through the service."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.deciding import (
    DECIDED_ON,
    MET_ON,
    case_before_chair,
    case_before_committee,
    decide,
    judge,
    refusal,
)

from goldenthread.accounts.models import Post
from goldenthread.audit.models import Record
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Decision, Review
from goldenthread.reviews.queries.clock import clock_of
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.mark.duty("P9", "P24")
def test_a_decision_for_a_review_starts_the_clock_on_its_day():
    case = case_before_chair()
    decided = decide(case)
    assert (decided.outcome, decided.differs, decided.decided_on) == ("review", False, DECIDED_ON)
    review = case.refresh()
    assert (review.stage, review.decided_on) == (Stage.PANEL.value, DECIDED_ON)
    clock = clock_of(review, today=date(2026, 3, 1))
    assert clock.sum == "day 19 of 181; due 10 August 2026"
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="decision.recorded").count() == 1


@pytest.mark.duty("P4", "P9")
def test_the_chair_may_differ_with_reasons_and_a_decision_against_starts_no_clock():
    case = case_before_chair()
    decided = decide(case, outcome="no_review", reasons=" Another board has it. ")
    assert (decided.differs, decided.reasons) == (True, "Another board has it.")
    review = case.refresh()
    assert (review.stage, review.decided_on) == (Stage.CLOSED.value, None)


@pytest.mark.duty("P9")
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"outcome": "no_review", "reasons": ""},
            "Say why you decide otherwise than the Committee recommended.",
        ),
        ({"reasons": " "}, "Give the reasons for your decision."),
        ({"outcome": ""}, "Say what you decide."),
        ({"outcome": "perhaps"}, "Choose one of the decisions in the list."),
        (
            {"decided_on": MET_ON - timedelta(days=1)},
            "The Committee met on 3 February 2026; the decision cannot be dated before that.",
        ),
        (
            {"decided_on": timezone.localdate() + timedelta(days=1)},
            "The decision cannot be dated in the future. Enter the day you decided.",
        ),
    ],
)
def test_a_decision_that_is_not_whole_is_refused_and_leaves_no_trace(changed, sentence):
    case = case_before_chair()
    assert refusal(lambda: decide(case, **changed)) == sentence
    review = case.refresh()
    assert (review.stage, review.decided_on) == (Stage.DECISION.value, None)
    with asking(case.bea.pk):
        assert Decision.objects.count() == 0


@pytest.mark.duty("P8", "P9")
def test_nobody_decides_on_a_judgement_they_recorded():
    case = case_before_committee()
    Post.objects.create(
        person=case.cher,
        role=Role.COMMITTEE_MEMBER.value,
        partnership=case.board,
        began_on=date(2010, 1, 1),
    )
    judge(case, by=case.cher)
    assert (
        refusal(lambda: decide(case))
        == "Whoever recorded the Committee’s judgement cannot also decide on it."
    )


def test_nobody_but_the_chair_decides():
    case = case_before_chair()
    sentence = "Your part in this review does not include this."
    assert refusal(lambda: decide(case, by=case.bea)) == sentence


def test_the_chair_decides_after_the_committee_and_once():
    case = case_before_committee()
    sentence = "The Committee has not made its recommendation yet."
    assert refusal(lambda: decide(case)) == sentence
    judge(case)
    decide(case)
    sentence = "The decision has been made, and the case has gone on."
    assert refusal(lambda: decide(case)) == sentence


def test_a_case_reviewed_again_starts_a_clock_that_the_old_approval_does_not_stop():
    case = case_before_chair()
    with asking(case.bea.pk):  # as a review that has been closed once
        Review.objects.filter(pk=case.review.pk).update(
            decided_on=date(2024, 5, 1), signed_off_on=date(2024, 9, 1)
        )
    decide(case)
    review = case.refresh()
    assert (review.decided_on, review.signed_off_on) == (DECIDED_ON, None)
