"""What is still missing before each step, in sentences that say where it is mended."""

import pytest

from goldenthread.domain import readiness
from goldenthread.domain.readiness import ContributionFacts, Missing, ReviewFacts

POLICE = ContributionFacts(
    agency="Northmere Police",
    wants_chronology=True,
    wants_report=True,
    author_named=True,
    chronology_submitted=True,
    report_accepted=True,
)
HOMES = ContributionFacts(
    agency="Northmere Homes",
    wants_chronology=True,
    wants_report=False,
    author_named=False,
    chronology_submitted=False,
    report_accepted=False,
)


def said(missing):
    return [(one.what, one.where, one.blocks) for one in missing]


def test_some_steps_need_nothing():
    assert readiness.nothing(ReviewFacts()) == ()


def test_a_referral_is_sent_before_agencies_are_asked():
    assert said(readiness.before_scoping(ReviewFacts())) == [
        ("the referral has not been sent.", "referral", True)
    ]
    assert readiness.before_scoping(ReviewFacts(referral_sent=True)) == ()


@pytest.mark.duty("P7")
def test_a_missing_answer_is_named_and_only_warns():
    assert said(readiness.before_judgement(ReviewFacts())) == [
        ("no agency has been asked whether it was involved.", "scoping", True)
    ]
    facts = ReviewFacts(agencies_asked=3, agencies_unanswered=("Northmere Homes",))
    assert said(readiness.before_judgement(facts)) == [
        ("Northmere Homes has not answered.", "scoping", False)
    ]
    assert readiness.before_judgement(ReviewFacts(agencies_asked=3)) == ()


@pytest.mark.duty("P8", "P9", "P24")
@pytest.mark.parametrize(
    ("guard", "fact", "where"),
    [
        (readiness.before_decision, "judgement_recorded", "judgement"),
        (readiness.before_leaving_decision, "decision_recorded", "decision"),
        (readiness.before_publication, "sign_off_recorded", "sign-off"),
    ],
)
def test_what_moves_a_review_is_recorded_first(guard, fact, where):
    (missing,) = guard(ReviewFacts())
    assert (missing.where, missing.blocks) == (where, True)
    assert guard(ReviewFacts(**{fact: True})) == ()


@pytest.mark.duty("P8")
def test_the_recommendation_waits_for_the_regime_s_own_forms():
    facts = ReviewFacts(judgement_recorded=True, forms_incomplete=("Report of the rapid review",))
    assert said(readiness.before_decision(facts)) == [
        ("“Report of the rapid review” is not complete.", "forms", True)
    ]


@pytest.mark.duty("P10", "P11")
def test_evidence_begins_with_an_independent_chair_and_author_terms_and_authors():
    assert [one.where for one in readiness.before_evidence(ReviewFacts())] == [
        "panel",
        "panel",
        "terms",
        "agency-reports",
    ]
    facts = ReviewFacts(
        panel_chair_declared=True,
        overview_author_declared=True,
        terms_approved=True,
        contributions=(POLICE, HOMES),
        agencies_without_panel_member=("Northmere Homes",),
    )
    assert said(readiness.before_evidence(facts)) == [
        ("Northmere Homes has not named its author.", "agency-reports", True),
        ("Northmere Homes has no senior manager on the panel.", "panel", False),
    ]


@pytest.mark.duty("P12")
def test_synthesis_begins_when_all_that_was_asked_for_is_in():
    assert readiness.before_synthesis(ReviewFacts(contributions=(POLICE,))) == ()
    waiting = ContributionFacts("Northmere Schools", False, True, True, False, False)
    facts = ReviewFacts(contributions=(POLICE, HOMES, waiting))
    assert said(readiness.before_synthesis(facts)) == [
        ("Northmere Homes has not submitted its chronology.", "chronology", True),
        ("the report of Northmere Schools has not been accepted.", "agency-reports", True),
    ]


@pytest.mark.duty("P13", "P27")
def test_reports_go_to_the_board_with_something_in_every_section():
    facts = ReviewFacts(
        reports_empty=(
            ("Overview Report", ("Good practice",)),
            ("Executive Summary", ("Introduction",)),
        )
    )
    expected = (
        Missing("the Overview Report has nothing under “Good practice”.", "overview"),
        Missing("the Executive Summary has nothing under “Introduction”.", "overview"),
    )
    assert readiness.before_sign_off(facts) == expected
    assert readiness.before_sign_off(ReviewFacts()) == ()
    assert [one.where for one in readiness.before_publication(facts)] == [
        "overview",
        "overview",
        "sign-off",
    ]


@pytest.mark.duty("P23")
def test_follow_up_begins_when_publication_has_an_outcome():
    assert len(readiness.before_follow_up(ReviewFacts())) == 1
    for outcome in ("published", "withheld"):
        assert readiness.before_follow_up(ReviewFacts(release_outcome=outcome)) == ()


@pytest.mark.duty("P5", "P25")
def test_a_review_closes_when_every_action_is_owned_finished_or_not():
    assert said(readiness.before_closing(ReviewFacts(actions_without_owner=("2",)))) == [
        ("action 2 has nobody who answers for it.", "actions", True)
    ]
    assert readiness.before_closing(ReviewFacts()) == ()


@pytest.mark.duty("P4")
@pytest.mark.parametrize(
    ("guard", "ready", "where"),
    [
        (readiness.before_closing_withdrawn, {"referral_withdrawn": True}, "referral"),
        (readiness.before_closing_as_duplicate, {"is_duplicate": True}, "referral"),
        (readiness.before_reconsidering, {"agencies_asked": 1}, "referral"),
    ],
)
def test_a_referral_is_ended_or_reconsidered_for_what_was_recorded(guard, ready, where):
    (missing,) = guard(ReviewFacts())
    assert (missing.where, missing.blocks) == (where, True)
    assert guard(ReviewFacts(**ready)) == ()


def test_a_case_that_was_considered_is_not_taken_up_as_a_referral():
    assert readiness.before_taking_up_again(ReviewFacts()) == ()
    (missing,) = readiness.before_taking_up_again(ReviewFacts(agencies_asked=2))
    assert missing.blocks
