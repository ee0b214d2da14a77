"""Roles in words, and what each may do."""

import pytest

from goldenthread.domain.roles import (
    HELD_WORDS,
    PERMISSION_WORDS,
    ROLES,
    Held,
    Part,
    Permission,
    Role,
    agencies_for,
    permissions_of,
    roles_with,
)

P = Permission

DECIDER = {P.DECIDE, P.APPROVE_TERMS, P.SIGN_OFF, P.GRANT_EXTENSION, P.READ_TRAIL}
# Written by hand from the field's rules; each line is a promise to a person in that role.
MAY = {
    Role.REFERRER: {P.WRITE_OWN_REFERRAL},
    Role.COMMITTEE_MEMBER: {P.JUDGE_CRITERIA},
    Role.BOARD_CHAIR: DECIDER,
    Role.PARTNER_LOCAL_AUTHORITY: DECIDER,
    Role.PARTNER_HEALTH: DECIDER,
    Role.PARTNER_POLICE: DECIDER,
    Role.AGENCY_CONTACT: {P.ANSWER_FOR_AGENCY},
    Role.SENIOR_OFFICER: {P.ANSWER_FOR_AGENCY, P.ACCEPT_FOR_AGENCY, P.REPORT_ON_ACTIONS},
    Role.PANEL_CHAIR: {
        P.KEEP_PROCEEDINGS,
        P.WRITE_TERMS,
        P.OVERSEE,
        P.KEEP_TIME,
        P.KEEP_ACTIONS,
        P.KEEP_MEETINGS,
    },
    Role.PANEL_MEMBER: {P.REPORT_ON_ACTIONS},
    Role.AGENCY_AUTHOR: {P.BRING_CHRONOLOGY, P.WRITE_AGENCY_REPORT},
    Role.OVERVIEW_AUTHOR: {P.WRITE_OVERVIEW, P.KEEP_REGISTER, P.KEEP_ACTIONS},
    Role.INTERVIEWEE: set(),
}


@pytest.mark.parametrize("role", MAY)
def test_each_role_may_do_what_its_work_asks_and_no_more(role):
    assert permissions_of(frozenset({Part(role)})) == MAY[role]


@pytest.mark.duty("P8", "P9", "P10")
def test_the_business_manager_runs_the_review_but_never_judges_decides_oversees_or_signs_off():
    may = permissions_of(frozenset({Part(Role.BUSINESS_MANAGER)}))
    assert may.isdisjoint({P.JUDGE_CRITERIA, P.DECIDE, P.OVERSEE, P.SIGN_OFF, P.WRITE_OVERVIEW})


def test_every_role_and_permission_is_described_and_somebody_carries_each():
    assert set(ROLES) == set(Role)
    assert set(PERMISSION_WORDS) == set(Permission)
    assert set(HELD_WORDS) == set(Held)
    assert [permission for permission in Permission if not roles_with(permission)] == []


def test_no_parts_no_permissions():
    assert permissions_of(frozenset()) == frozenset()


def test_parts_add_up():
    parts = frozenset({Part(Role.COMMITTEE_MEMBER), Part(Role.SENIOR_OFFICER, 3)})
    assert permissions_of(parts) == MAY[Role.COMMITTEE_MEMBER] | MAY[Role.SENIOR_OFFICER]


def test_a_permission_is_carried_for_the_agencies_of_the_parts_that_have_it():
    parts = frozenset(
        {
            Part(Role.AGENCY_AUTHOR, 3),
            Part(Role.AGENCY_AUTHOR, 5),
            Part(Role.SENIOR_OFFICER, 4),
            Part(Role.OVERVIEW_AUTHOR),
        }
    )
    assert agencies_for(parts, P.BRING_CHRONOLOGY) == {3, 5}
    assert agencies_for(parts, P.ANSWER_FOR_AGENCY) == {4}
    assert agencies_for(parts, P.WRITE_OVERVIEW) == frozenset()
