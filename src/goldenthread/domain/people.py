"""Who may look after accounts and posts, and how far.

A post opens every case of a Board, or every case that an agency is asked about. So nobody opens that
door to themselves, nobody opens another Board's, and a Board is never left without anybody who can
open it.
"""

import re

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.calendars import NATIONS
from goldenthread.domain.roles import ROLES, Held, Permission, Role, roles_with

POSTS: tuple[Role, ...] = tuple(
    role for role, words in ROLES.items() if words.held in (Held.AT_BOARD, Held.AT_AGENCY)
)
"""The roles that are held as posts; the others are given in a review."""

MANAGERS = roles_with(Permission.MANAGE_PEOPLE)
"""The posts whose holders look after people."""

_PREFIX = re.compile(r"[A-Z][A-Z0-9]{1,5}")


def may_look_after(*, is_installation: bool, manages: bool) -> Answer:
    """Whether somebody may change accounts, posts, agencies and contacts of a Board.

    ``manages`` is whether they hold, now, a post there that carries it; the installation's own command
    line may for every Board, or the first manager could never be made.
    """
    if is_installation or manages:
        return YES
    names = " or ".join(f"the {ROLES[role].name}" for role in MANAGERS)
    return Answer(
        f"People and posts are looked after by {names} of the partnership that they belong to."
    )


def may_give_post(
    role: Role, *, for_agency: bool, agency_is_of_board: bool, to_oneself: bool, is_active: bool
) -> Answer:
    """Whether a post can be given: held where its role is held, and never to oneself."""
    if role not in POSTS:
        return Answer(f"{ROLES[role].name} is a part in one review, and is given there.")
    if to_oneself:
        return Answer(
            "You cannot give a post to yourself. Ask another manager of your Board, or whoever runs this "
            "installation."
        )
    if not is_active:
        return Answer("Their access has ended. Give it back first.")
    if ROLES[role].held is Held.AT_BOARD:
        return (
            Answer(f"{ROLES[role].name} is a post at the partnership. Leave the agency open.")
            if for_agency
            else YES
        )
    if not for_agency:
        return Answer(f"{ROLES[role].name} is a post at an agency. Choose the agency.")
    if not agency_is_of_board:
        return Answer("That agency does not belong to this Board.")
    return YES


def may_end_post(role: Role, *, managers_left: int) -> Answer:
    """Whether a post can end: of those who look after a Board's people, one always stays."""
    if role in MANAGERS and managers_left < 1:
        return Answer(
            f"They are the last {ROLES[role].name} of this Board. Give the post to somebody else first."
        )
    return YES


def may_end_access(*, of_oneself: bool, managers_left: int) -> Answer:
    """Whether somebody's access can end: nobody ends their own, and a Board keeps a manager."""
    if of_oneself:
        return Answer("You cannot end your own access. Ask another manager of your Board.")
    return may_end_post(MANAGERS[0], managers_left=managers_left)


def may_add_board(*, prefix: str, nation: str) -> Answer:
    """Whether a Board can be known by this: its prefix begins its references, its nation fixes holidays."""
    if not _PREFIX.fullmatch(prefix):
        return Answer(
            f"“{prefix}” cannot begin references. Use two to six capital letters or digits, beginning "
            "with a letter, such as NM."
        )
    if nation not in NATIONS:
        return Answer(f"“{nation}” is no nation here. Use one of: {', '.join(NATIONS)}.")
    return YES
