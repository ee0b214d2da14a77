"""The Committee's judgement, through the service."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.deciding import (
    FACTS,
    case_before_chair,
    case_before_committee,
    case_referred,
    decide,
    judge,
    refusal,
)

from goldenthread.audit.models import Record
from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.process import Stage
from goldenthread.reviews.models import JudgedFact, Judgement
from goldenthread.reviews.services import steps
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.mark.duty("P1", "P8")
def test_a_judgement_is_kept_fact_by_fact_and_goes_to_the_chair():
    case = case_before_committee()
    recorded = judge(case, dissent=" One member would have waited. ")
    assert recorded.outcome == "must-consider"
    assert recorded.dissent == "One member would have waited."
    assert recorded.review.stage == Stage.DECISION.value
    with asking(case.col.pk):
        kept = {
            row.fact: (row.known, row.evidence)
            for row in JudgedFact.objects.visible_to(case.col).filter(judgement=recorded)
        }
    assert kept == {fact.value: said for fact, said in FACTS.items()}
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="judgement.recorded").count() == 1


@pytest.mark.duty("P4")
def test_a_case_that_meets_neither_test_is_judged_with_reasons_like_any_other():
    case = case_before_committee()
    recorded = judge(
        case,
        facts=dict.fromkeys(Fact, ("no", "")),
        recommendation="no_review",
        reasons="Neither test is met.",
    )
    assert (recorded.outcome, recorded.recommendation) == ("not-met", "no_review")
    assert recorded.reasons == "Neither test is met."


def test_what_is_not_known_is_kept_as_not_known():
    recorded = judge(case_before_committee(), facts=dict.fromkeys(Fact, ("unknown", "")))
    assert recorded.outcome == "not-enough-known"


@pytest.mark.duty("P3")
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"facts": FACTS | {Fact.INTERAGENCY_CONCERN: ("yes", " ")}},
            "Give the evidence for the concern about how agencies worked together.",
        ),
        (
            {"facts": {fact: said for fact, said in FACTS.items() if fact is not Fact.CHILD_DIED}},
            "Say yes, no or unknown: “Has a child died (including by suspected suicide)?” has no answer.",
        ),
        (
            {"facts": FACTS | {Fact.CHILD_DIED: ("", "")}},
            "Say yes, no or unknown: “Has a child died (including by suspected suicide)?” has no answer.",
        ),
        ({"recommendation": "perhaps"}, "Choose one of the recommendations in the list."),
        ({"reasons": " "}, "Give the Committee’s reasons."),
        ({"present": ""}, "Say who was present when the Committee met."),
        (
            {"met_on": timezone.localdate() + timedelta(days=1)},
            "The Committee’s meeting cannot be in the future. Enter the day it met.",
        ),
    ],
)
def test_a_judgement_that_is_not_whole_is_refused_and_leaves_no_trace(changed, sentence):
    case = case_before_committee()
    assert refusal(lambda: judge(case, **changed)) == sentence
    with asking(case.bea.pk):
        assert Judgement.objects.count() == 0
        assert Record.objects.filter(verb="judgement.recorded").count() == 0
    assert case.refresh().stage == Stage.JUDGEMENT.value


def test_nobody_but_the_committee_judges():
    case = case_before_committee()
    assert (
        refusal(lambda: judge(case, by=case.bea))
        == "Your part in this review does not include this."
    )


def test_a_case_is_not_judged_before_it_is_put_to_the_committee():
    early = case_referred()
    assert refusal(lambda: judge(early)) == "The case has not been put to the Committee yet."


def test_a_judgement_is_not_recorded_again_once_the_case_has_gone_on():
    case = case_before_chair()
    assert (
        refusal(lambda: judge(case)) == "The Committee has recommended, and the case has gone on."
    )


@pytest.mark.duty("P4")
def test_a_case_considered_again_needs_a_new_judgement_and_the_old_one_stays():
    case = case_before_chair()
    decide(case, outcome="no_review", reasons="Not now.")
    with asking(case.bea.pk):
        steps.take(case.review, "reconsider", reason="A report has come.", by=case.bea)
    judge(case, reasons="The report changes it.")
    with asking(case.col.pk):
        reasons = [one.reasons for one in Judgement.objects.visible_to(case.col)]
    assert reasons == ["The report changes it.", "The death limb holds."]
