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
from tests.meeting import held, present

from goldenthread.accounts.models import Post
from goldenthread.audit.models import Record
from goldenthread.domain.meetings import Body
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Decision, Review
from goldenthread.reviews.queries.clock import clock_of
from goldenthread.reviews.queries.decision_history import history
from goldenthread.reviews.services import steps
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

RECOMMENDED_TOO = (
    "You took part in the recommendation, so somebody else decides on it. Whoever recommends cannot also "
    "decide."
)


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
            "Say why you decide otherwise than was recommended.",
        ),
        ({"reasons": " "}, "Give the reasons for your decision."),
        ({"outcome": ""}, "Say what you decide."),
        ({"outcome": "perhaps"}, "Choose one of the decisions in the list."),
        (
            {"decided_on": MET_ON - timedelta(days=1)},
            "The recommendation was made on 3 February 2026; the decision cannot be dated before that.",
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
    assert refusal(lambda: decide(case)) == RECOMMENDED_TOO


@pytest.mark.duty("P8", "P9")
def test_nobody_decides_who_sat_as_a_member_at_the_meeting_that_recommended():
    case = case_before_committee()
    at_it = held(case, Body.COMMITTEE, present(case.col), present(case.cher))
    judge(case, meeting=at_it)
    assert refusal(lambda: decide(case)) == RECOMMENDED_TOO


@pytest.mark.duty("P9")
@pytest.mark.parametrize(
    "changed",
    [{"counts": False}, {"was": "apologies"}, {"stood_back": True, "interest": "I decide on it."}],
)
def test_the_chair_who_only_listened_or_was_not_there_decides(changed):
    case = case_before_committee()
    at_it = held(case, Body.COMMITTEE, present(case.col), present(case.cher, **changed))
    judge(case, meeting=at_it)
    assert decide(case).outcome == "review"


@pytest.mark.duty("P9")
def test_another_kind_of_learning_review_says_which_and_nothing_else_does():
    case = case_before_chair()
    assert refusal(lambda: decide(case, outcome="other_review")) == (
        "Answer the question “Which kind of learning review will there be?”"
    )
    decided = decide(case, outcome="other_review", which=" An audit of two agencies ")
    assert (decided.which, decided.differs) == ("An audit of two agencies", True)
    again = case_before_chair_again(case)
    assert decide(again, which="An audit").which == ""


def case_before_chair_again(case):
    with asking(case.bea.pk):
        steps.take(case.review, "reconsider", reason="A report has come.", by=case.bea)
    judge(case, reasons="The report changes it.")
    case.refresh()
    return case


@pytest.mark.duty("P4", "P8", "P9")
def test_a_reconsideration_is_a_new_judgement_and_decision_and_the_history_keeps_them_all():
    case = case_before_chair()
    decide(case, outcome="no_review", reasons="Not now.")
    decide(case_before_chair_again(case), reasons="I agree now.", decided_on=timezone.localdate())
    with asking(case.cher.pk):
        told = [(one.what, one.reasons, one.remark) for one in history(case.cher, case.review)]
        assert Decision.objects.count() == 2
    criteria = "The criteria said: the Board must consider what can be learned."
    assert told == [
        ("Recommended: There will be a Serious Case Review", "The death limb holds.", criteria),
        ("Decided: There will be no review", "Not now.", "This differs from what was recommended."),
        ("Committee asked to consider the case again", "A report has come.", ""),
        ("Recommended: There will be a Serious Case Review", "The report changes it.", criteria),
        ("Decided: There will be a Serious Case Review", "I agree now.", ""),
    ]
    assert case.refresh().decided_on == timezone.localdate()


@pytest.mark.duty("P9")
def test_an_agency_reads_the_decisions_of_the_history_and_nothing_of_the_judgements():
    case = case_before_chair()
    decide(case, outcome="no_review", reasons="Not now.")
    case_before_chair_again(case)
    with asking(case.sol.pk):
        told = [(one.what, one.reasons) for one in history(case.sol, case.review)]
    assert told == [("Decided: There will be no review", "Not now.")]


@pytest.mark.duty("P24")
def test_the_clock_starts_on_the_day_of_the_decision_and_not_on_the_day_it_was_recorded():
    case = case_before_chair()
    decided = decide(case, decided_on=DECIDED_ON)
    assert timezone.localdate(decided.recorded_at) == timezone.localdate() > DECIDED_ON
    assert case.refresh().decided_on == DECIDED_ON


def test_nobody_but_the_chair_decides():
    case = case_before_chair()
    sentence = "Your part in this review does not include this."
    assert refusal(lambda: decide(case, by=case.bea)) == sentence


def test_the_chair_decides_after_the_committee_and_once():
    case = case_before_committee()
    sentence = "The recommendation has not been made yet."
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
