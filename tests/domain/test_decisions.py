"""To recommend, to decide, to sign off: what makes each an act of its body (P3, P4, P8, P9, P24)."""

from datetime import date

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.criteria import Known
from goldenthread.domain.criteria.scr_2010 import CRITERIA, Fact
from goldenthread.domain.decisions import may_decide, may_recommend, may_sign_off

TODAY = date(2010, 9, 1)
ALL_NO = dict.fromkeys(Fact, Known.NO)


def recommend(**changes):
    given = {
        "criteria": CRITERIA,
        "facts": ALL_NO,
        "evidence": {},
        "present": "Ada Wren, Board\nTom Quill, Northmere Police",
        "recommendation": "no_review",
        "reasons": "Neither test is met.",
        "met_on": date(2010, 8, 30),
        "today": TODAY,
    }
    return may_recommend(**given | changes)


@pytest.mark.duty("P4", "P8")
def test_a_case_that_meets_neither_test_is_judged_and_its_reasons_are_kept():
    assert recommend() is YES
    assert recommend(reasons=" ").reason == "Give the Committee’s reasons."


@pytest.mark.duty("P8")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"met_on": date(2010, 9, 2)},
            "The Committee’s meeting cannot be in the future. Enter the day it met.",
        ),
        ({"present": ""}, "Say who was present when the Committee met."),
        (
            {"facts": {}},
            "Say yes, no or unknown: “Has a child died (including by suspected suicide)?” has no answer.",
        ),
        ({"recommendation": ""}, "Say what the Committee recommends."),
    ],
)
def test_the_committee_meets_judges_every_fact_and_recommends(changes, reason):
    assert recommend(**changes).reason == reason


@pytest.mark.duty("P3")
def test_concern_about_agencies_is_never_asserted_without_evidence():
    concern = {**ALL_NO, Fact.INTERAGENCY_CONCERN: Known.YES}
    assert recommend(facts=concern).reason == (
        "Give the evidence for the concern about how agencies worked together."
    )
    evidence = {Fact.INTERAGENCY_CONCERN: "Two referrals were not answered."}
    assert recommend(facts=concern, evidence=evidence) is YES


def decide(**changes):
    given = {
        "outcome": "review",
        "recommended": "review",
        "reasons": "The criteria are met.",
        "decided_on": date(2010, 8, 31),
        "judged_on": date(2010, 8, 30),
        "today": TODAY,
        "recorded_the_judgement": False,
    }
    return may_decide(**given | changes)


@pytest.mark.duty("P9")
def test_the_chair_may_differ_with_reasons():
    assert decide() is YES
    assert decide(outcome="no_review") is YES
    assert decide(outcome="no_review", reasons="").reason == (
        "Say why you decide otherwise than the Committee recommended."
    )


@pytest.mark.duty("P4", "P9")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"reasons": "  "}, "Give the reasons for your decision."),
        ({"outcome": ""}, "Say what you decide."),
        (
            {"decided_on": date(2010, 9, 2)},
            "The decision cannot be dated in the future. Enter the day you decided.",
        ),
        (
            {"decided_on": date(2010, 8, 29)},
            "The Committee met on 30 August 2010; the decision cannot be dated before that.",
        ),
        (
            {"recorded_the_judgement": True},
            "Whoever recorded the Committee’s judgement cannot also decide on it.",
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
            "The Chair decided on 31 August 2010; the Board’s approval cannot be dated before that.",
        ),
        (
            date(2011, 3, 1),
            "The Board’s approval cannot be in the future. Enter the day it was given.",
        ),
    ],
)
def test_approval_is_dated_between_the_decision_and_today(approved_on, reason):
    answer = may_sign_off(
        approved_on=approved_on, decided_on=date(2010, 8, 31), today=date(2011, 2, 28)
    )
    assert answer.reason == reason
