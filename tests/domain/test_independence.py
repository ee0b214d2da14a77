"""Independence: hard stops, each with its reason (P10, P11, P13)."""

from itertools import product

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.independence import (
    DECLARING,
    LEAVING_WORDS,
    Leaving,
    conflicting,
    ends_every_part,
    may_declare,
    may_leave,
    opens_the_case,
)
from goldenthread.domain.roles import ROLES, Role


def declare(role, *others, employed=False, involved=False, managed=False):
    return may_declare(
        role=role,
        other_roles=frozenset(others),
        employed_by_member_agency=employed,
        involved_in_case=involved,
        managed_those_involved=managed,
    )


@pytest.mark.duty("P10", "P11", "P13")
def test_every_combination_of_a_declaration_is_answered_as_the_field_s_rules_say():
    independent = {Role.PANEL_CHAIR, Role.OVERVIEW_AUTHOR}
    for role, employed, involved, managed in product(DECLARING, *[(False, True)] * 3):
        refused = involved or managed or (employed and role in independent)
        answer = declare(role, employed=employed, involved=involved, managed=managed)
        assert bool(answer) is not refused, (role, employed, involved, managed)


@pytest.mark.duty("P10", "P13")
@pytest.mark.parametrize("other", [Role.PANEL_CHAIR, Role.BOARD_CHAIR])
def test_the_overview_author_is_not_also_a_chair(other):
    answer = declare(Role.OVERVIEW_AUTHOR, other)
    assert answer.reason == (
        f"The same person cannot be overview author and {'panel chair' if other is Role.PANEL_CHAIR else 'Chair of the Board'}"
        " in one review. Choose somebody else."
    )
    assert not declare(other, Role.OVERVIEW_AUTHOR)


@pytest.mark.duty("P10")
def test_a_panel_chair_employed_by_a_member_agency_is_refused():
    assert declare(Role.PANEL_CHAIR, employed=True).reason == (
        "The panel chair is independent of every member agency, and this person is employed by one."
        " Choose somebody else."
    )
    assert declare(Role.PANEL_MEMBER, employed=True) is YES


@pytest.mark.duty("P11")
def test_an_author_who_was_involved_or_managed_those_who_were_is_refused():
    assert declare(Role.AGENCY_AUTHOR, employed=True) is YES
    assert declare(Role.AGENCY_AUTHOR, involved=True).reason == (
        "Somebody who was involved in the case cannot be agency author. Choose somebody else."
    )
    assert declare(Role.AGENCY_AUTHOR, managed=True).reason == (
        "Somebody who managed those involved in the case cannot be agency author."
        " Choose somebody else."
    )


@pytest.mark.duty("P10", "P11")
def test_the_author_of_an_agency_s_review_does_not_sit_on_the_panel_that_reads_it():
    assert not declare(Role.PANEL_MEMBER, Role.AGENCY_AUTHOR)
    assert not declare(Role.AGENCY_AUTHOR, Role.PANEL_MEMBER)
    assert declare(Role.AGENCY_AUTHOR, Role.REFERRER) is YES


def test_conflicts_are_mutual_and_nobody_conflicts_with_themselves():
    for one, other in product(Role, repeat=2):
        assert (other in conflicting(one)) == (one in conflicting(other))
    assert all(role not in conflicting(role) for role in Role)


def test_a_part_without_a_declaration_is_not_asked_for_one():
    assert declare(Role.REFERRER, employed=True, involved=True, managed=True) is YES
    assert {ROLES[role].held.value for role in DECLARING} == {"in_review", "in_review_for_agency"}


@pytest.mark.duty("P10", "P11")
def test_nobody_sees_the_case_before_they_declare_or_after_they_leave():
    for role in Role:
        declares = role in DECLARING
        assert opens_the_case(role=role, declaration=" ", has_left=False) is not declares
        assert opens_the_case(role=role, declaration="None.", has_left=False)
        assert not opens_the_case(role=role, declaration="None.", has_left=True)


@pytest.mark.duty("P10")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"has_left": True}, "They have already left."),
        ({"why": "tired"}, "Choose why they leave."),
        ({"why": "other"}, "Say why they leave."),
        ({"why": "other", "because": "Moves abroad."}, ""),
    ],
)
def test_a_leaving_says_why(changes, reason):
    given = {"has_left": False, "why": "changed_post", "because": ""}
    assert may_leave(**given | changes).reason == reason
    assert set(LEAVING_WORDS) == set(Leaving)


@pytest.mark.duty("P10")
def test_a_witness_leaves_whole_and_does_not_come_back():
    assert [why for why in Leaving if ends_every_part(why)] == [Leaving.BECAME_WITNESS]
    answer = may_declare(
        role=Role.PANEL_MEMBER,
        other_roles=frozenset(),
        employed_by_member_agency=True,
        involved_in_case=False,
        managed_those_involved=False,
        became_witness=True,
    )
    assert answer.reason == (
        "This person left the review because they became a witness. Choose somebody else."
    )


@pytest.mark.duty("P10", "P13")
def test_whoever_decides_on_a_review_neither_chairs_its_panel_nor_writes_its_report():
    deciders = {
        Role.BOARD_CHAIR,
        Role.PARTNER_LOCAL_AUTHORITY,
        Role.PARTNER_HEALTH,
        Role.PARTNER_POLICE,
    }
    for role in (Role.PANEL_CHAIR, Role.OVERVIEW_AUTHOR):
        assert deciders <= conflicting(role)
        assert not any(declare(role, decider) for decider in deciders)
