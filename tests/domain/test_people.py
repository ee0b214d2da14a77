"""Who may look after people and posts: never oneself, never another Board’s, never the last away."""

import pytest

from goldenthread.domain.people import (
    POSTS,
    may_add_board,
    may_end_access,
    may_end_post,
    may_give_post,
    may_look_after,
)
from goldenthread.domain.roles import ROLES, Held, Role

AT_BOARD = {
    "for_agency": False,
    "agency_is_of_board": False,
    "to_oneself": False,
    "is_active": True,
}
AT_AGENCY = AT_BOARD | {"for_agency": True, "agency_is_of_board": True}


@pytest.mark.parametrize(
    ("is_installation", "manages", "may"),
    [(True, False, True), (False, True, True), (False, False, False)],
)
def test_the_installation_and_the_boards_managers_look_after_people(is_installation, manages, may):
    assert bool(may_look_after(is_installation=is_installation, manages=manages)) is may


def test_each_post_is_given_where_its_role_is_held():
    for role in POSTS:
        at_board = ROLES[role].held is Held.AT_BOARD
        assert bool(may_give_post(role, **AT_BOARD)) is at_board
        assert bool(may_give_post(role, **AT_AGENCY)) is not at_board


@pytest.mark.parametrize("role", sorted(set(Role) - set(POSTS)))
def test_a_part_in_one_review_is_no_post(role):
    assert may_give_post(role, **AT_BOARD).reason.endswith("is given there.")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"to_oneself": True}, "You cannot give a post to yourself."),
        ({"is_active": False}, "Their access has ended."),
        ({"agency_is_of_board": False}, "does not belong to this Board"),
    ],
)
def test_a_post_is_refused_for_a_reason(changed, says):
    assert says in may_give_post(Role.SENIOR_OFFICER, **AT_AGENCY | changed).reason


def test_a_board_keeps_one_who_looks_after_its_people():
    assert not may_end_post(Role.BUSINESS_MANAGER, managers_left=0)
    assert may_end_post(Role.BUSINESS_MANAGER, managers_left=1)
    assert may_end_post(Role.BOARD_CHAIR, managers_left=0)
    assert not may_end_access(of_oneself=False, managers_left=0)


def test_nobody_ends_their_own_access():
    assert not may_end_access(of_oneself=True, managers_left=3)
    assert may_end_access(of_oneself=False, managers_left=1)


@pytest.mark.parametrize(
    ("prefix", "nation", "may"),
    [
        ("NM", "england", True),
        ("N1", "northern_ireland", True),
        ("ABCDEF", "wales", True),
        ("N", "england", False),
        ("nm", "england", False),
        ("1N", "england", False),
        ("N-M", "england", False),
        ("ABCDEFG", "england", False),
        ("NM", "france", False),
    ],
)
def test_a_board_is_known_by_a_short_word_and_a_nation(prefix, nation, may):
    assert bool(may_add_board(prefix=prefix, nation=nation)) is may
