"""Referring a case: any professional may, once, with the whole form (P1, P2)."""

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.questionnaires.referral_scr_2010 import REFERRAL
from goldenthread.domain.referrals import may_send_referral, may_write_referral

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
