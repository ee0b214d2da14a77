"""The walls: who must not see what, as far as the material exists."""

from itertools import product

import pytest

from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.roles import ROLES, Held, Part, Role
from goldenthread.domain.visibility import (
    MATERIAL_WORDS,
    OUTSIDERS,
    REACH_WORDS,
    Material,
    Outsider,
    Reach,
    may_see,
    reach,
    sees_any,
)

OWN, OTHER = 3, 4
OF_ONE_AGENCY = [Material.SOURCE_FILE, Material.CHRONOLOGY, Material.AGENCY_REPORT]
DECIDERS = {role for kind in REVIEW_TYPES.values() for role in kind.deciders}


def part_in(role):
    held = ROLES[role].held
    return Part(role, OWN if held in (Held.AT_AGENCY, Held.IN_REVIEW_FOR_AGENCY) else None)


def sees(role, material, *, agency=None, shared=False, own_shared=False):
    return may_see(
        frozenset({part_in(role)}),
        material,
        agency_id=agency,
        shared=shared,
        own_shared=own_shared,
    )


def who_sees(material, **row):
    return {role for role in Role if sees(role, material, **row)}


def test_every_kind_of_reach_is_honoured_for_every_kind_of_row():
    for role, material in product(Role, Material):
        for agency, shared, own_shared in product((None, OWN, OTHER), (0, 1), (0, 1)):
            own = agency is not None and agency == part_in(role).agency_id
            expected = {
                Reach.NONE: False,
                Reach.OWN: own,
                Reach.OWN_THEN_SHARED: own or bool(shared and own_shared),
                Reach.SHARED: bool(shared),
                Reach.ALL: True,
            }[reach(role, material)]
            seen = sees(
                role, material, agency=agency, shared=bool(shared), own_shared=bool(own_shared)
            )
            assert seen is expected, (role, material, agency, shared, own_shared)


def test_wall_1_no_other_agency_s_review_and_no_other_chronology_before_one_s_own_is_in():
    inside = (Role.AGENCY_AUTHOR, Role.SENIOR_OFFICER)
    for role in inside:
        assert sees(role, Material.CHRONOLOGY, agency=OTHER, shared=True) is False
        assert sees(role, Material.CHRONOLOGY, agency=OTHER, own_shared=True) is False
        assert sees(role, Material.CHRONOLOGY, agency=OTHER, shared=True, own_shared=True) is True
        assert (
            sees(role, Material.AGENCY_REPORT, agency=OTHER, shared=True, own_shared=True) is False
        )
        assert sees(role, Material.VERDICT, agency=OTHER, shared=True, own_shared=True) is False
        assert sees(role, Material.AGENCY_REPORT, agency=OWN) is True


def test_wall_3_agencies_never_see_what_the_panel_makes_of_the_evidence():
    for material in (Material.OVERVIEW, Material.RELEASE, Material.JUDGEMENT):
        seers = who_sees(material)
        assert seers.isdisjoint(
            {Role.AGENCY_CONTACT, Role.AGENCY_AUTHOR, Role.SENIOR_OFFICER, Role.INTERVIEWEE}
        )


def test_wall_2_notes_and_records_of_interviews_are_the_author_s_alone():
    for material in (Material.INTERVIEW_NOTES, Material.INTERVIEW_RECORD):
        assert who_sees(material, agency=OWN) == {Role.AGENCY_AUTHOR}
        assert who_sees(material, agency=OTHER, shared=True, own_shared=True) == set()
        assert who_sees(material, shared=True, own_shared=True) == set()


def test_wall_2_support_and_a_breach_stay_in_the_own_agency():
    inside = {Role.AGENCY_AUTHOR, Role.SENIOR_OFFICER}
    for material in (Material.SUPPORT, Material.BREACH):
        assert who_sees(material, agency=OWN) == inside
        assert who_sees(material, agency=OTHER, shared=True, own_shared=True) == set()


def test_walls_4_8_9_and_10_whoever_has_no_part_is_told_another_way_and_sees_nothing_here():
    assert set(OUTSIDERS) == set(Outsider)
    assert {one.value for one in Outsider}.isdisjoint({role.value for role in Role})
    for material in Material:
        assert sees_any(frozenset(), material) is False


@pytest.mark.parametrize("material", OF_ONE_AGENCY)
def test_an_agency_s_draft_is_seen_by_its_author_and_senior_officer_alone(material):
    assert who_sees(material, agency=OWN) == {Role.AGENCY_AUTHOR, Role.SENIOR_OFFICER}
    assert who_sees(material, agency=OTHER) == set()


def test_files_as_brought_are_never_shared():
    assert who_sees(Material.SOURCE_FILE, agency=OTHER, shared=True, own_shared=True) == set()


def test_wall_5_an_interviewee_sees_the_terms_and_nothing_else():
    seen = {material for material in Material if sees(Role.INTERVIEWEE, material, agency=OWN)}
    assert seen == {Material.TERMS}


@pytest.mark.duty("P22")
def test_wall_6_the_key_to_who_is_who_is_held_by_few():
    keepers = {Role.BUSINESS_MANAGER, Role.PANEL_CHAIR, Role.OVERVIEW_AUTHOR, *DECIDERS}
    assert who_sees(Material.REGISTER) == keepers
    assert who_sees(Material.REGISTER, agency=OWN) == keepers | {
        Role.AGENCY_AUTHOR,
        Role.SENIOR_OFFICER,
    }


@pytest.mark.parametrize("material", Material)
def test_walls_7_11_and_12_without_a_part_in_the_review_nothing_is_seen(material):
    for agency, shared, own_shared in product((None, OWN), (False, True), (False, True)):
        assert not may_see(
            frozenset(), material, agency_id=agency, shared=shared, own_shared=own_shared
        )
    assert sees_any(frozenset(), material) is False


def test_the_referrer_sees_their_referral_and_that_there_is_a_review():
    seen = {material for material in Material if sees(Role.REFERRER, material, shared=True)}
    assert seen == {Material.REVIEW, Material.REFERRAL}


def test_someone_who_answers_for_an_agency_sees_their_answer_and_the_outcome():
    seen = {material for material in Material if sees(Role.AGENCY_CONTACT, material, agency=OWN)}
    assert seen == {Material.REVIEW, Material.SCOPING, Material.DECISION}
    assert sees(Role.AGENCY_CONTACT, Material.SCOPING, agency=OTHER, shared=True) is False


def test_who_sees_the_board_s_approval_and_the_trail():
    assert who_sees(Material.SIGN_OFF) == set(Role) - {
        Role.REFERRER,
        Role.AGENCY_CONTACT,
        Role.INTERVIEWEE,
    }
    assert who_sees(Material.TRAIL) == {Role.BUSINESS_MANAGER, *DECIDERS}


@pytest.mark.parametrize("material", Material)
def test_what_belongs_to_no_agency_is_nobody_s_own(material):
    for role in Role:
        if reach(role, material) is Reach.OWN:
            assert sees(role, material, agency=None) is False
            assert not may_see(
                frozenset({Part(role)}), material, agency_id=None, shared=False, own_shared=False
            )


def test_parts_add_up():
    both = frozenset({Part(Role.PANEL_MEMBER, OWN), Part(Role.SENIOR_OFFICER, OTHER)})
    for agency, seen in ((OWN, False), (OTHER, True)):
        assert seen is may_see(
            both, Material.AGENCY_REPORT, agency_id=agency, shared=False, own_shared=False
        )
    assert sees_any(both, Material.OVERVIEW) is True
    assert sees_any(frozenset({Part(Role.SENIOR_OFFICER, OTHER)}), Material.OVERVIEW) is False


def test_every_material_and_reach_has_words():
    assert set(MATERIAL_WORDS) == set(Material)
    assert set(REACH_WORDS) == set(Reach)
