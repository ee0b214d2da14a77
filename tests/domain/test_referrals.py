"""Referring a case: any professional may, once, with the whole form (P1, P2)."""

from datetime import date

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.referral_scr_2010 import REFERRAL
from goldenthread.domain.referrals import (
    ChildTold,
    ReferralState,
    likeness,
    may_acknowledge,
    may_be_duplicate,
    may_send_referral,
    may_withdraw,
    may_write_referral,
    state_of,
)

ONLY_THEIRS = "Only the person who began this referral can change it."
SENT = "This referral has been sent, so it can no longer be changed."


@pytest.mark.parametrize(
    ("theirs", "sent", "reason"),
    [
        (True, False, ""),
        (False, False, ONLY_THEIRS),
        (False, True, ONLY_THEIRS),
        (True, True, SENT),
    ],
)
def test_a_referral_is_written_by_whoever_began_it_until_it_is_sent(theirs, sent, reason):
    assert may_write_referral(begun_by_them=theirs, sent=sent).reason == reason
    assert may_send_referral(begun_by_them=theirs, sent=sent, unanswered=()).reason == reason


@pytest.mark.duty("P1")
def test_the_first_unanswered_question_is_named_with_its_section():
    unanswered = REFERRAL.unanswered({"child_name": "Juniper Fenn"})
    answer = may_send_referral(begun_by_them=True, sent=False, unanswered=unanswered)
    assert answer.reason == (
        "Enter the child’s date of birth, for example 27 3 2010 (under “The child”)."
    )


@pytest.mark.duty("P2")
def test_a_case_that_no_agency_knew_can_be_referred():
    answers = {
        question.key: "unknown"
        for section in REFERRAL.sections
        for question in section.questions
        if question.is_required
    }
    assert "agencies_involved" not in answers
    unanswered = REFERRAL.unanswered(answers)
    assert may_send_referral(begun_by_them=True, sent=False, unanswered=unanswered) is YES


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        ({"sent": False}, "The referral has not been sent."),
        ({"acknowledged": True}, "The referral has been acknowledged."),
        (
            {"stage": Stage.SCOPING},
            "The case has gone on, so the referral needs no acknowledgement.",
        ),
    ],
)
def test_a_referral_is_acknowledged_once_and_at_its_beginning(changed, reason):
    facts = {"sent": True, "acknowledged": False, "stage": Stage.REFERRAL} | changed
    assert may_acknowledge(**facts).reason == reason


@pytest.mark.duty("P4")
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        (
            {"begun_by_them": False},
            "Only the person who referred the case can withdraw the referral.",
        ),
        ({"sent": False}, "The referral has not been sent, so there is nothing to withdraw."),
        ({"withdrawn": True}, "The referral has been withdrawn."),
        (
            {"stage": Stage.SCOPING},
            (
                "The referral has been accepted, so it can no longer be withdrawn."
                " Tell the business manager what has changed."
            ),
        ),
    ],
)
def test_a_referral_is_withdrawn_by_its_referrer_before_it_is_accepted(changed, reason):
    facts = {"begun_by_them": True, "sent": True, "withdrawn": False, "stage": Stage.REFERRAL}
    assert may_withdraw(**(facts | changed)).reason == reason


def test_a_duplicate_leads_to_another_that_stands_for_itself():
    assert may_be_duplicate(of_itself=False, other_is_duplicate=False) is YES
    assert "of itself" in may_be_duplicate(of_itself=True, other_is_duplicate=False).reason
    assert "itself a duplicate" in may_be_duplicate(of_itself=False, other_is_duplicate=True).reason


@pytest.mark.duty("P4")
@pytest.mark.parametrize(
    ("stage", "changed", "state"),
    [
        (Stage.REFERRAL, {}, ReferralState.SENT),
        (Stage.REFERRAL, {"acknowledged": True}, ReferralState.ACKNOWLEDGED),
        (Stage.REFERRAL, {"acknowledged": True, "withdrawn": True}, ReferralState.WITHDRAWN),
        (Stage.SCOPING, {"withdrawn": True}, ReferralState.CONSIDERED),
        (Stage.JUDGEMENT, {}, ReferralState.CONSIDERED),
        (Stage.DECISION, {}, ReferralState.CONSIDERED),
        (Stage.CLOSED, {}, ReferralState.NO_REVIEW),
        (Stage.CLOSED, {"withdrawn": True}, ReferralState.CLOSED_WITHDRAWN),
        (Stage.CLOSED, {"is_duplicate": True, "withdrawn": True}, ReferralState.DUPLICATE),
        (Stage.CLOSED, {"review_decided": True}, ReferralState.REVIEW),
    ],
)
def test_the_referrer_is_told_how_it_stands_and_what_became_of_it(stage, changed, state):
    facts = dict.fromkeys(("acknowledged", "withdrawn", "is_duplicate", "review_decided"), False)
    assert state_of(stage=stage, **(facts | changed)) is state


@pytest.mark.duty("P4")
def test_once_there_is_a_review_the_referrer_is_never_told_how_far_it_has_come():
    after = [
        stage
        for stage in Stage
        if stage not in (Stage.REFERRAL, Stage.SCOPING, Stage.JUDGEMENT, Stage.DECISION)
    ]
    told = {
        state_of(
            stage=stage, acknowledged=True, withdrawn=False, is_duplicate=False, review_decided=True
        )
        for stage in after
    }
    assert told == {ReferralState.REVIEW}


BORN = date(2010, 4, 3)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (("Tilly Fenn",), ("Tilly Fenn",), "the same name and date of birth"),
        (("Tilly Fenn",), ("fenn tilly",), "the same name and date of birth"),
        (("Tilly Fenn",), ("Matilda Fenn", "Tilly Fenn"), "the same name and date of birth"),
        (("Tilly Fenn",), ("Tilly Fern",), "the same date of birth"),
    ],
)
def test_what_speaks_for_the_same_child_is_said(one, other, words):
    assert likeness(ChildTold(one, BORN), ChildTold(other, BORN)) == words


def test_a_name_alone_counts_and_no_day_is_like_no_day():
    assert likeness(ChildTold(("Tilly Fenn",), BORN), ChildTold(("Tilly Fenn",), None)) == (
        "the same name"
    )
    assert likeness(ChildTold(("Tilly Fenn",), None), ChildTold(("Ned Fenn",), None)) == ""
    assert likeness(ChildTold((" ",), BORN), ChildTold((" ",), None)) == ""
