"""The texts fill the forms and outlines they are for."""

from datetime import date

import pytest

from goldenthread.domain.criteria import NOT_MET
from goldenthread.domain.criteria.scr_2010 import ALWAYS_CONSIDER, CRITERIA, Fact
from goldenthread.domain.deadlines import months_after
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.questions import Kind
from goldenthread.domain.review_types.scr_2010 import SCR_2010
from goldenthread.reviews.demo.story import others, short_case, texts
from goldenthread.reviews.demo.story.chronologies import chronologies
from goldenthread.reviews.demo.story.partnership import AGENCY_KEYS
from goldenthread.reviews.demo.story.timeline import INCIDENT_ON

TODAY = date(2012, 3, 1)
OUTCOMES = {outcome.key for outcome in SCR_2010.outcomes}
AFTER_JUDGEMENT = [case for case in others.SHORT_CASES if case.recommendation]
WITH_EVIDENCE = [case for case in others.SHORT_CASES if any(a.events for a in case.agencies)]


def outline(sections):
    return [section.key for section in sections]


def length(text):
    return len(text.split())


def questions():
    return {q.key: q for section in SCR_2010.referral.sections for q in section.questions}


def assert_fits_the_form(answers):
    assert set(answers) <= set(questions())
    assert SCR_2010.referral.unanswered(answers) == ()
    for key, answer in answers.items():
        question = questions()[key]
        if question.kind is Kind.DAY and answer:
            date.fromisoformat(answer)
        if question.kind is Kind.CHOICE and answer:
            assert answer in dict(question.options)


def test_the_long_referral_answers_the_form():
    assert_fits_the_form(texts.REFERRAL_ANSWERS)


@pytest.mark.parametrize("case", others.SHORT_CASES, ids=lambda case: case.child.label)
def test_the_short_referrals_answer_the_form(case):
    assert_fits_the_form(short_case.referral_answers(case, today=TODAY))


@pytest.mark.duty("P3")
def test_the_committee_judges_every_fact_and_always_considers_a_review():
    judged = {one.fact: one.known for one in texts.JUDGEMENT.facts}
    assert set(judged) == set(Fact)
    assert CRITERIA.judge(CRITERIA.read(judged)).outcome == ALWAYS_CONSIDER
    assert [one.fact for one in texts.JUDGEMENT.facts if not one.evidence] == []


def test_the_days_of_the_long_case_follow_one_another_and_keep_the_six_months():
    days = [
        INCIDENT_ON,
        texts.REFERRED_ON,
        texts.JUDGEMENT.met_on,
        texts.DECISION.decided_on,
        texts.SIGNED_OFF_ON,
    ]
    assert days == sorted(days)
    assert months_after(texts.DECISION.decided_on, months=6) >= texts.SIGNED_OFF_ON


def test_all_ten_agencies_answer_the_scoping_question():
    assert [answer.agency for answer in texts.SCOPING] == list(AGENCY_KEYS)


@pytest.mark.parametrize("key", AGENCY_KEYS)
def test_each_agency_report_fills_its_outline_in_sixty_to_a_hundred_and_fifty_words(key):
    report = texts.agency_report(key)
    assert list(report) == outline(SCR_2010.agency_report_outline)
    assert {k: length(t) for k, t in report.items() if not 58 <= length(t) <= 150} == {}


def test_the_overview_fills_its_outline():
    report = texts.overview()
    assert list(report) == outline(SCR_2010.overview_outline)
    assert {k: length(t) for k, t in report.items() if not 150 <= length(t) <= 350} == {}


def test_the_summary_fills_its_outline():
    assert list(texts.executive_summary()) == outline(SCR_2010.summary_outline)


def test_the_overview_counts_the_entries_rightly():
    entries = sum(len(told.entries) for told in chronologies())
    assert f"among {entries} " in texts.overview()["analysis"]


@pytest.mark.parametrize("text", [texts.overview, texts.executive_summary])
def test_the_reports_still_hold_a_real_name_and_a_date_to_be_found(text):
    whole = " ".join(text().values())
    assert "Dean Garrowby" in whole
    assert "9 May 2011" in whole


@pytest.mark.duty("P25")
def test_one_action_of_the_long_case_outlives_the_review():
    assert [a.owner for a in texts.ACTIONS if a.outlives_review] == [
        "Assistant director, education"
    ]
    assert {a.lead_agency for a in texts.ACTIONS} <= {"", *AGENCY_KEYS}
    assert [a.lesson for a in texts.ACTIONS if not (a.text and a.owner and a.measure)] == []


def test_there_are_five_to_seven_lines_of_enquiry():
    assert 5 <= len(texts.TERMS.lines_of_enquiry) <= 7


def test_a_short_review_rests_at_every_stage():
    assert {case.rests_at for case in others.SHORT_CASES} == set(Stage)
    assert len(others.resting_at(Stage.CLOSED)) == 2


@pytest.mark.parametrize("case", others.SHORT_CASES, ids=lambda case: case.child.label)
def test_short_reviews_have_two_or_three_member_agencies(case):
    keys = {agency.key for agency in case.agencies}
    assert len(keys) == len(case.agencies)
    assert len(keys) in (2, 3)
    assert keys.issubset(AGENCY_KEYS)


@pytest.mark.parametrize("case", AFTER_JUDGEMENT, ids=lambda case: case.child.label)
def test_what_short_cases_recommend_follows_from_the_criteria(case):
    outcome = CRITERIA.judge(CRITERIA.read(case.facts)).outcome
    assert (outcome == NOT_MET) == (case.recommendation == "no_review")
    assert OUTCOMES.issuperset({case.recommendation, case.outcome or "review"})
    assert case.committee_reasons


@pytest.mark.parametrize("case", WITH_EVIDENCE, ids=lambda case: case.child.label)
def test_cases_with_evidence_have_small_chronologies_from_every_agency(case):
    assert [len(a.events) for a in case.agencies if not 4 <= len(a.events) <= 8] == []
    first = short_case.chronology_file(case, case.agencies[0].key, today=TODAY).decode()
    assert first.startswith("Date,Event,Action taken,Source of information\r\n")


def test_cases_past_the_evidence_have_whole_reports_and_those_past_synthesis_whole_overviews():
    past = [case for case in WITH_EVIDENCE if case.rests_at is not Stage.EVIDENCE]
    for case in past:
        for agency in case.agencies:
            report = short_case.agency_report(case, agency.key)
            assert list(report) == outline(SCR_2010.agency_report_outline)
        if case.rests_at is not Stage.SYNTHESIS:
            assert list(short_case.overview(case)) == outline(SCR_2010.overview_outline)
            assert list(short_case.executive_summary(case)) == outline(SCR_2010.summary_outline)
