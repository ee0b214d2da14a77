"""The Committee's judgement, through the service."""

from datetime import date, timedelta

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
from tests.meeting import HELD_ON, held, present

from goldenthread.accounts.models import Person, Post
from goldenthread.audit.models import Record
from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.meetings import Body
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import JudgedFact, Judgement
from goldenthread.reviews.queries.judgement import latest_judgement
from goldenthread.reviews.queries.judging import asked_for_more, draft_of, version_of
from goldenthread.reviews.services import judgement, steps
from goldenthread.reviews.services.written import DraftMeanwhile
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
        ({"reasons": " "}, "Give the reasons for the recommendation."),
        ({"present": ""}, "Say who was present."),
        (
            {"met_on": timezone.localdate() + timedelta(days=1)},
            "The meeting cannot be in the future. Enter the day it was held.",
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
    assert refusal(lambda: judge(early)) == (
        "The case has not been put to the Serious Case Review Committee yet."
    )


def test_a_judgement_is_not_recorded_again_once_the_case_has_gone_on():
    case = case_before_chair()
    assert (
        refusal(lambda: judge(case))
        == "The recommendation has been made, and the case has gone on."
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


# ---------------------------------------------------------------- at a meeting


@pytest.mark.duty("P8")
def test_who_was_there_and_which_interests_they_declared_come_from_the_meeting():
    case = case_before_committee()
    at_it = held(
        case,
        Body.COMMITTEE,
        present(case.col, capacity="Committee member"),
        present(case.bea, counts=False, was="part", interest="Knows the school.", stood_back=True),
        present(case.cher, was="apologies"),
    )
    recorded = judge(case, meeting=at_it, met_on=None, present="")
    assert (recorded.meeting, recorded.met_on) == (at_it, HELD_ON)
    assert recorded.present.splitlines() == [
        "Col Docket, Committee member",
        ("Bea Ledger (for part of the meeting). Interest declared: Knows the school; stood back."),
        "Cher Gavel (apologies)",
    ]
    with asking(case.cher.pk):
        read = latest_judgement(case.cher, case.review)
    assert read.quorum == "Quorate: 1 member present, 1 needed."


@pytest.mark.duty("P8")
def test_a_member_who_stood_back_does_not_record_the_judgement():
    case = case_before_committee()
    at_it = held(
        case, Body.COMMITTEE, present(case.col, interest="My sister.", stood_back=True), quorum=1
    )
    assert refusal(lambda: judge(case, meeting=at_it)) == (
        "You declared an interest at this meeting and stood back, so another member records the "
        "judgement."
    )


def test_without_a_meeting_the_day_is_needed():
    case = case_before_committee()
    assert refusal(lambda: judge(case, met_on=None)) == (
        "Say at which meeting it was judged, or on which day."
    )


@pytest.mark.duty("P3", "P8")
def test_what_helps_to_judge_what_was_considered_and_what_else_was_written_are_kept():
    case = case_before_committee()
    aids = {
        "not_heard": ("yes", " The school wrote three times. "),
        "custody": ("no", ""),
        "plan": ("", ""),
    }
    recorded = judge(
        case,
        facts=FACTS | {Fact.INTERAGENCY_CONCERN: ("yes", "")},
        aids=aids,
        considered=" The referral and six answers. ",
        alternatives="An audit.",
        scope_proposed="Two years.",
        immediate_learning="Ask about other children.",
    )
    assert recorded.aids == {
        "not_heard": ["yes", "The school wrote three times."],
        "custody": ["no", ""],
    }
    assert (
        recorded.considered,
        recorded.alternatives,
        recorded.scope_proposed,
        recorded.immediate_learning,
    ) == ("The referral and six answers.", "An audit.", "Two years.", "Ask about other children.")
    with asking(case.cher.pk):
        read = latest_judgement(case.cher, case.review)
    assert len(read.aids) == 11
    assert [(one.words, one.evidence) for one in read.aids if one.word == "yes"] == [
        ("Yes", "The school wrote three times.")
    ]
    assert [
        one.words for one in read.aids if one.question.startswith("Was the child the subject")
    ] == ["Not answered"]


def test_a_word_that_is_none_of_ours_is_a_mistake_of_the_program():
    case = case_before_committee()
    with pytest.raises(ValueError, match="perhaps"):
        judge(case, aids={"custody": ("perhaps", "")})


# ---------------------------------------------------------------- the draft


def keep(case, *, by=None, began_from="", **answers):
    by = by or case.col
    with asking(by.pk):
        return judgement.keep_draft(case.review, answers=answers, began_from=began_from, by=by)


def draft(case):
    with asking(case.col.pk):
        return draft_of(case.col, case.review)


@pytest.mark.duty("P8")
def test_a_draft_is_kept_as_it_was_typed_and_is_gone_when_the_judgement_is_recorded():
    case = case_before_committee()
    keep(case, reasons="Half a sent", **{"met_on-day": "31", "met_on-month": "Febr"})
    assert draft(case).answers == {
        "reasons": "Half a sent",
        "met_on-day": "31",
        "met_on-month": "Febr",
    }
    judge(case)
    assert draft(case) is None
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="judgement.draft_kept").count() == 1


@pytest.mark.duty("P3")
def test_the_draft_stays_while_the_agencies_are_asked_for_more_and_comes_back_with_the_case():
    case = case_before_committee()
    keep(case, reasons="We do not know whether …")
    with asking(case.col.pk):
        steps.take(case.review, "ask_for_more", reason="Was the school told?", by=case.col)
    assert refusal(lambda: keep(case, reasons="Later.")) == (
        "The case has not been put to the Serious Case Review Committee yet."
    )
    with asking(case.bea.pk):
        steps.take(case.review, "put_to_committee", by=case.bea)
    assert draft(case).answers == {"reasons": "We do not know whether …"}
    with asking(case.col.pk):
        assert [one.reason for one in asked_for_more(case.col, case.review)] == [
            "Was the school told?"
        ]
    judge(case)
    with asking(case.col.pk):
        assert asked_for_more(case.col, case.review) == []


@pytest.mark.duty("P8")
def test_two_members_never_overwrite_each_others_draft():
    case = case_before_committee()
    dot = Person.objects.create(email="dot@northmere.example", name="Dot Minute")
    Post.objects.create(
        person=dot,
        role=Role.COMMITTEE_MEMBER.value,
        partnership=case.board,
        began_on=date(2010, 1, 1),
    )
    mine = keep(case, reasons="Mine.")
    began_from = version_of(mine)
    keep(case, by=dot, reasons="Dot’s.", began_from=began_from)
    with pytest.raises(DraftMeanwhile) as caught:
        keep(case, reasons="Mine, longer.", began_from=began_from)
    assert caught.value.answers == {"reasons": "Dot’s."}
    assert caught.value.reason.startswith("Dot Minute kept a draft while you were writing.")
    with pytest.raises(DraftMeanwhile):
        judge(case, began_from=began_from)
    assert draft(case).answers == {"reasons": "Dot’s."}
    assert judge(case, began_from=caught.value.version).recommendation == "review"


def test_the_same_draft_kept_twice_is_no_conflict_and_no_character_stops_it():
    case = case_before_committee()
    keep(case, reasons="Mine.")
    keep(case, reasons="Mine.")
    assert keep(case, reasons="Mi\x00ne.").answers == {"reasons": "Mine."}


def test_nobody_but_the_committee_keeps_a_draft():
    case = case_before_committee()
    assert (
        refusal(lambda: keep(case, by=case.bea, reasons="Mine."))
        == "Your part in this review does not include this."
    )
