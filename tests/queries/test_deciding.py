"""Who reads what of the judgement, the decision, the panel and the terms, and what they start from."""

import pytest
from tests.deciding import (
    FACTS,
    case_at_panel,
    case_before_board,
    case_before_chair,
    case_before_committee,
    case_with_panel,
    decide,
    write_terms,
)

from goldenthread.domain.criteria import Known
from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.roles import Role
from goldenthread.reviews.queries import decision, judgement, panel, sign_off, terms
from goldenthread.reviews.services import steps
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def test_the_committee_starts_from_what_the_referrer_said():
    case = case_before_committee()
    with asking(case.col.pk):
        said = judgement.starting_facts(case.col, case.review)
    expected = {
        Fact.CHILD_DIED: ("yes", ""),
        Fact.ABUSE_OR_NEGLECT: ("suspected", ""),
        Fact.INTERAGENCY_CONCERN: ("yes", ""),
    }
    assert {fact: said[fact] for fact in expected} == expected
    assert Fact.SERIOUSLY_HARMED not in said


def test_the_committee_starts_again_from_its_own_last_judgement():
    case = case_before_chair()
    decide(case, outcome="no_review", reasons="Not now.")
    with asking(case.bea.pk):
        steps.take(case.review, "reconsider", reason="A report has come.", by=case.bea)
    with asking(case.col.pk):
        assert judgement.starting_facts(case.col, case.review) == FACTS


@pytest.mark.duty("P8")
def test_a_judgement_is_read_limb_by_limb():
    case = case_before_chair()
    with asking(case.cher.pk):
        read = judgement.latest_judgement(case.cher, case.review)
    assert read.recommended == "There will be a Serious Case Review"
    assert read.outcome == "The Board must consider what can be learned"
    assert [(limb.key, limb.holds) for limb in read.say.limbs][:2] == [
        ("death", Known.YES),
        ("life_threatening", Known.NO),
    ]
    said = {one.fact: (one.words, one.evidence) for one in read.facts}
    assert said[Fact.ABUSE_OR_NEGLECT] == ("Suspected", "The post-mortem is awaited.")


def test_an_agency_reads_the_decision_but_not_the_judgement():
    case = case_at_panel()
    with asking(case.hana.pk):
        assert [one.reasons for one in decision.decisions(case.hana, case.review)] == ["I agree."]
        assert judgement.judgements(case.hana, case.review) == []


def test_an_outsider_reads_nothing():
    case = case_with_panel()
    with asking(case.zoe.pk):
        assert list(decision.decisions(case.zoe, case.review)) == []
        assert judgement.judgements(case.zoe, case.review) == []
        assert panel.members(case.zoe, case.review) == []
        assert panel.agency_standings(case.zoe, case.review) == []
        assert list(terms.terms_versions(case.zoe, case.review)) == []


def test_terms_in_the_making_are_read_by_the_panel_and_approved_ones_by_all_who_work_to_them():
    case = case_with_panel()
    with asking(case.bea.pk):
        write_terms(case, subjects="The child")
    for person, versions in ((case.ida, [2, 1]), (case.cher, [2, 1]), (case.ned, [1])):
        with asking(person.pk):
            found = terms.terms_versions(person, case.review)
            assert [one.version for one in found] == versions
            assert terms.terms_in_force(person, case.review).version == 1


def test_the_panel_by_role_and_the_agencies_with_how_far_they_are():
    case = case_with_panel()
    with asking(case.sol.pk):
        found = panel.members(case.sol, case.review)
        standings = panel.agency_standings(case.sol, case.review)
    assert [(role, [one.person.name for one in held]) for role, held in found] == [
        (Role.PANEL_CHAIR, ["Ida Apart"]),
        (Role.AGENCY_AUTHOR, ["Ned Beat"]),
        (Role.OVERVIEW_AUTHOR, ["Otto Aside"]),
    ]
    [police] = standings
    assert (police.agency, police.author.person, police.panel_member) == (
        case.police,
        case.ned,
        None,
    )
    assert (police.chronology, police.report) == ("Not submitted yet", "Not submitted yet")


def test_how_far_an_agency_is_once_its_report_is_accepted():
    case = case_before_board()
    with asking(case.bea.pk):
        [police] = panel.agency_standings(case.bea, case.review)
    assert (police.chronology, police.report) == ("Submitted", "Accepted")


def test_whom_to_appoint_and_whom_to_name():
    case = case_at_panel()
    with asking(case.bea.pk):
        board = [person.name for person in panel.people_to_appoint(case.review)]
        police = [person.name for person in panel.people_to_name(case.police)]
        to_ask = [agency.name for agency in panel.agencies_to_ask(case.bea, case.review)]
    assert board == [
        "Bea Ledger",
        "Cher Gavel",
        "Col Docket",
        "Hana Ward",
        "Ida Apart",
        "Ned Beat",
        "Otto Aside",
        "Sol Badge",
    ]
    assert police == ["Ida Apart", "Ned Beat", "Otto Aside", "Sol Badge"]
    assert to_ask == ["Health", "Police"]


def test_nothing_but_its_own_record_is_missing_before_the_boards_approval():
    case = case_before_board()
    with asking(case.cher.pk):
        assert sign_off.missing_before_sign_off(case.review) == []
        assert sign_off.may_sign_off_now(case.cher, case.review)
