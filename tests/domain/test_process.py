"""How a review moves: every step, at every stage, by every role (P8, P9)."""

from itertools import product

import pytest

from goldenthread.domain.answers import YES, Answer, Refused, require
from goldenthread.domain.process import (
    Stage,
    may_take,
    may_take_for,
    must_give_reason,
)
from goldenthread.domain.readiness import ContributionFacts, ReviewFacts
from goldenthread.domain.review_types import REVIEW_TYPES, review_type
from goldenthread.domain.review_types.scr_2010 import SCR_2010
from goldenthread.domain.roles import ROLES, Part, Role, permissions_of

READY = ReviewFacts(
    referral_sent=True,
    agencies_asked=2,
    judgement_recorded=True,
    decision_recorded=True,
    panel_chair_declared=True,
    overview_author_declared=True,
    terms_approved=True,
    contributions=(ContributionFacts("Northmere Police", True, True, True, True, True),),
    sign_off_recorded=True,
    release_outcome="published",
)

# Written by hand, not read off the table: who takes what, where.
TAKEN = {
    ("ask_agencies", Stage.REFERRAL, Role.BUSINESS_MANAGER),
    ("put_to_committee", Stage.SCOPING, Role.BUSINESS_MANAGER),
    ("recommend", Stage.JUDGEMENT, Role.COMMITTEE_MEMBER),
    ("ask_for_more", Stage.JUDGEMENT, Role.COMMITTEE_MEMBER),
    ("decide_on_review", Stage.DECISION, Role.BOARD_CHAIR),
    ("decide_against_review", Stage.DECISION, Role.BOARD_CHAIR),
    ("begin_evidence", Stage.PANEL, Role.PANEL_CHAIR),
    ("begin_synthesis", Stage.EVIDENCE, Role.PANEL_CHAIR),
    ("reopen_evidence", Stage.SYNTHESIS, Role.PANEL_CHAIR),
    ("put_to_board", Stage.SYNTHESIS, Role.PANEL_CHAIR),
    ("return_to_author", Stage.SIGN_OFF, Role.BOARD_CHAIR),
    ("sign_off", Stage.SIGN_OFF, Role.BOARD_CHAIR),
    ("begin_follow_up", Stage.PUBLICATION, Role.BUSINESS_MANAGER),
    ("close", Stage.FOLLOW_UP, Role.BUSINESS_MANAGER),
    ("reconsider", Stage.CLOSED, Role.BUSINESS_MANAGER),
}


def readiness_of(name, *, stage=None, role=None, facts=READY):
    step = SCR_2010.step(name)
    role = role or next(role for taken, _, role in TAKEN if taken == name)
    return may_take(
        step,
        stage=stage or step.from_stage,
        permissions=permissions_of(frozenset({Part(role)} if role not in SCR_2010.absent else ())),
        takers=SCR_2010.takers(step.permission),
        facts=facts,
    )


@pytest.mark.duty("P8", "P9", "P10")
def test_every_step_is_taken_by_the_right_role_at_the_right_stage_and_no_other():
    may = {
        (step.name, stage, role)
        for step, stage, role in product(SCR_2010.steps, Stage, Role)
        if readiness_of(step.name, stage=stage, role=role).answer
    }
    assert may == TAKEN


@pytest.mark.duty("P8", "P9")
def test_nobody_both_recommends_and_decides():
    for role, words in ROLES.items():
        judged = {step.name for step in SCR_2010.steps if step.permission in words.may}
        assert not {"recommend", "decide_on_review"} <= judged, role


def test_a_step_from_another_stage_says_that_the_review_has_moved_on():
    answer = readiness_of("close", stage=Stage.CLOSED).answer
    assert answer.reason == "The review has moved on, so this step can no longer be taken."


def test_the_wrong_person_is_told_whose_step_it_is():
    answer = readiness_of("decide_on_review", role=Role.BUSINESS_MANAGER).answer
    assert answer.reason == "This step is taken by the Chair of the Board."


def test_what_blocks_is_said_and_what_only_warns_is_passed_with_a_reason():
    blocked = readiness_of("put_to_committee", facts=ReviewFacts())
    assert blocked.answer.reason == "Not yet: no agency has been asked whether it was involved."
    assert may_take_for(blocked, reason="It is urgent.") is blocked.answer

    unanswered = ReviewFacts(agencies_asked=2, agencies_unanswered=("Northmere Homes",))
    warned = readiness_of("put_to_committee", facts=unanswered)
    assert warned.answer is YES
    assert must_give_reason(warned) is True
    assert (
        may_take_for(warned, reason=" ").reason
        == "Say why you go on although Northmere Homes has not answered."
    )
    assert may_take_for(warned, reason="Chased three times.") is YES


def test_going_back_needs_a_reason():
    for name in ("ask_for_more", "reopen_evidence", "return_to_author", "reconsider"):
        back = readiness_of(name)
        assert must_give_reason(back) is True
        assert may_take_for(back, reason="").reason == "Say why."
        assert may_take_for(back, reason="The Board asks for it.") is YES
    ahead = readiness_of("close")
    assert (must_give_reason(ahead), may_take_for(ahead, reason="")) == (False, YES)


@pytest.mark.parametrize("kind", REVIEW_TYPES.values(), ids=lambda kind: kind.key)
def test_a_review_type_hangs_together(kind):
    stages = [description.stage for description in kind.stages]
    assert len(set(stages)) == len(stages)
    assert len({step.name for step in kind.steps}) == len(kind.steps)
    assert {outcome.step for outcome in kind.outcomes} <= {step.name for step in kind.steps}
    reached = {stages[0]}
    for _ in stages:
        reached |= {step.to_stage for step in kind.steps if step.from_stage in reached}
    assert reached == set(stages)
    order = {stage: place for place, stage in enumerate(stages)}
    for step in kind.steps:
        goes_back = order[step.to_stage] < order[step.from_stage]
        ends_unconsidered = (step.from_stage, step.to_stage) == (Stage.REFERRAL, Stage.CLOSED)
        assert step.needs_reason == (goes_back or ends_unconsidered), step.name
    for outline in (kind.agency_report_outline, kind.overview_outline, kind.summary_outline):
        assert len({section.key for section in outline}) == len(outline)


def test_a_review_type_is_asked_for_its_parts_by_name():
    kind = review_type("scr-2010")
    assert kind is SCR_2010
    assert kind.stage(Stage.PANEL).name == "Panel and terms"
    assert [step.name for step in kind.steps_from(Stage.DECISION)] == [
        "decide_on_review",
        "decide_against_review",
    ]
    assert kind.outcome("no_review").step == "decide_against_review"
    with pytest.raises(KeyError):
        review_type("scr-1066")


@pytest.mark.duty("P27")
def test_good_practice_has_its_own_section_in_every_report_that_learns():
    for outline in (SCR_2010.agency_report_outline, SCR_2010.overview_outline):
        assert "good_practice" in {section.key for section in outline}


@pytest.mark.duty("P12")
def test_an_agency_s_review_holds_what_the_leaflet_names():
    assert [section.key for section in SCR_2010.agency_report_outline] == [
        "summary",
        "involvement",
        "decisions",
        "adherence",
        "good_practice",
        "lessons",
        "recommendations",
    ]


def test_an_answer_is_true_when_there_is_no_reason_against_it():
    assert (bool(YES), bool(Answer("No."))) == (True, False)
    require(YES)
    with pytest.raises(Refused, match=r"^Not before Monday\.$") as caught:
        require(Answer("Not before Monday."))
    assert caught.value.reason == "Not before Monday."
