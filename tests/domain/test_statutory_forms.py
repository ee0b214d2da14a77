"""When a statutory form beside the referral may be written, and when it is whole."""

import pytest

from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.rapid_review_lcspr_2023 import RAPID_REVIEW
from goldenthread.domain.statutory_forms import may_complete_form, may_write_form

REQUIRED = {
    question.key: "Said."
    for section in RAPID_REVIEW.sections
    for question in section.questions
    if question.is_required and question.key != "agency_involvement"
} | {"agency_involvement": '[{"agency": "Southmere Police", "involvement": "Two visits."}]'}


def written(stage=Stage.JUDGEMENT, *, judges=True, asks=False):
    return may_write_form(stage=stage, may_judge=judges, may_ask_agencies=asks)


@pytest.mark.duty("P8")
def test_those_who_judge_and_the_manager_write_it_until_the_recommendation():
    assert written()
    assert written(judges=False, asks=True)
    assert written(judges=False).reason == "Your part in this review does not include this."
    assert written(Stage.REFERRAL).reason == (
        "This form is written once the agencies have been asked."
    )
    assert written(Stage.DECISION).reason == (
        "The recommendation has been made, so this form can no longer be changed."
    )


@pytest.mark.duty("P8")
def test_it_is_complete_when_every_required_question_is_answered():
    assert may_complete_form(written(), unanswered=RAPID_REVIEW.unanswered(REQUIRED))
    for key in REQUIRED:
        without = {**REQUIRED, key: " "}
        answer = may_complete_form(written(), unanswered=RAPID_REVIEW.unanswered(without))
        assert "(under “" in answer.reason, key
    nobody = may_complete_form(written(judges=False), unanswered=())
    assert nobody.reason == "Your part in this review does not include this."
