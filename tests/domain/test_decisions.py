"""To recommend, to decide, to sign off: what makes each an act of its body (P3, P4, P8, P9, P24)."""

from datetime import date

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.criteria.scr_2010 import CRITERIA, Fact
from goldenthread.domain.decisions import Said, may_decide, may_recommend, may_sign_off
from goldenthread.domain.questionnaires.aids_scr_2010 import AIDS
from goldenthread.domain.review_types.scr_2010 import SCR_2010

TODAY = date(2010, 9, 1)
ALL_NO = dict.fromkeys(Fact, Said("no"))
CONCERN = {**ALL_NO, Fact.INTERAGENCY_CONCERN: Said("yes")}
REVIEW, OTHER, NONE = (SCR_2010.outcome(key) for key in ("review", "other_review", "no_review"))


def recommend(**changes):
    given = {
        "criteria": CRITERIA,
        "facts": ALL_NO,
        "aids": {},
        "asked": AIDS,
        "present": "Ada Wren, Board\nTom Quill, Northmere Police",
        "stood_back": False,
        "recommendation": "no_review",
        "reasons": "Neither test is met.",
        "met_on": date(2010, 8, 30),
        "today": TODAY,
    }
    return may_recommend(**given | changes)


@pytest.mark.duty("P4", "P8")
def test_a_case_that_meets_neither_test_is_judged_and_its_reasons_are_kept():
    assert recommend() is YES
    assert recommend(reasons=" ").reason == "Give the reasons for the recommendation."


@pytest.mark.duty("P8")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"met_on": date(2010, 9, 2)},
            "The meeting cannot be in the future. Enter the day it was held.",
        ),
        ({"met_on": None}, "Say at which meeting it was judged, or on which day."),
        ({"present": ""}, "Say who was present."),
        (
            {"facts": {}},
            "Say yes, no or unknown: “Has a child died (including by suspected suicide)?” has no answer.",
        ),
        ({"recommendation": ""}, "Say what is recommended."),
    ],
)
def test_the_committee_meets_judges_every_fact_and_recommends(changes, reason):
    assert recommend(**changes).reason == reason


@pytest.mark.duty("P8")
def test_whoever_stood_back_for_an_interest_does_not_record_the_judgement():
    assert recommend(stood_back=True).reason == (
        "You declared an interest at this meeting and stood back, so another member records the "
        "judgement."
    )


@pytest.mark.duty("P3")
@pytest.mark.parametrize("word", ["yes", "suspected"])
def test_concern_about_agencies_is_never_asserted_without_evidence(word):
    without = {**ALL_NO, Fact.INTERAGENCY_CONCERN: Said(word, " ")}
    assert recommend(facts=without).reason == (
        "Give the evidence for the concern about how agencies worked together."
    )
    shown = {**ALL_NO, Fact.INTERAGENCY_CONCERN: Said(word, "Two referrals were not answered.")}
    assert recommend(facts=shown) is YES


@pytest.mark.duty("P3")
def test_what_helps_to_judge_is_evidence_of_the_concern_where_it_is_answered_yes_and_shown():
    shown = {"not_heard": Said("yes", "The school wrote three times.")}
    assert recommend(facts=CONCERN, aids=shown) is YES
    denied = {"not_heard": Said("no", "The school was content.")}
    assert not recommend(facts=CONCERN, aids=denied)
    assert recommend(aids={"not_heard": Said("yes")}).reason.startswith(
        "Give the evidence for your yes to “Does an agency or professional consider that its concerns"
    )


@pytest.mark.duty("P3")
def test_there_are_eleven_questions_that_help_to_judge_each_answered_in_one_of_three_words():
    assert SCR_2010.aids == AIDS
    assert len({question.key for question in AIDS}) == 11
    assert {question.options for question in AIDS} == {
        (("yes", "Yes"), ("no", "No"), ("unknown", "Not known"))
    }
    assert [question.key for question in AIDS if not question.label.endswith("?")] == []


def decide(**changes):
    given = {
        "outcome": REVIEW,
        "which": "",
        "recommended": "review",
        "reasons": "The criteria are met.",
        "decided_on": date(2010, 8, 31),
        "judged_on": date(2010, 8, 30),
        "today": TODAY,
        "recommended_too": False,
    }
    return may_decide(**given | changes)


@pytest.mark.duty("P9")
def test_the_chair_may_differ_with_reasons():
    assert decide() is YES
    assert decide(outcome=NONE) is YES
    assert decide(outcome=NONE, reasons="").reason == (
        "Say why you decide otherwise than was recommended."
    )


@pytest.mark.duty("P9")
def test_another_kind_of_learning_review_is_named():
    assert decide(outcome=OTHER, which=" ").reason == (
        "Answer the question “Which kind of learning review will there be?”"
    )
    assert decide(outcome=OTHER, which="An audit of two agencies") is YES


@pytest.mark.duty("P4", "P9")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"reasons": "  "}, "Give the reasons for your decision."),
        (
            {"decided_on": date(2010, 9, 2)},
            "The decision cannot be dated in the future. Enter the day you decided.",
        ),
        (
            {"decided_on": date(2010, 8, 29)},
            "The recommendation was made on 30 August 2010; the decision cannot be dated before that.",
        ),
        (
            {"recommended_too": True},
            (
                "You took part in the recommendation, so somebody else decides on it. Whoever "
                "recommends cannot also decide."
            ),
        ),
    ],
)
def test_a_decision_has_a_day_reasons_and_a_different_person(changes, reason):
    assert decide(**changes).reason == reason


@pytest.mark.duty("P24")
@pytest.mark.parametrize(
    ("approved_on", "reason"),
    [
        (date(2010, 8, 31), ""),
        (date(2011, 2, 28), ""),
        (
            date(2010, 8, 30),
            "It was decided on 31 August 2010; the approval cannot be dated before that.",
        ),
        (
            date(2011, 3, 1),
            "The approval cannot be in the future. Enter the day it was given.",
        ),
    ],
)
def test_approval_is_dated_between_the_decision_and_today(approved_on, reason):
    answer = may_sign_off(
        approved_on=approved_on, decided_on=date(2010, 8, 31), today=date(2011, 2, 28)
    )
    assert answer.reason == reason
