"""Who may take which part? Independence is a hard stop, not a warning (P10, P11)."""

from enum import StrEnum

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.roles import ROLES, Role

DECLARING: tuple[Role, ...] = (
    Role.PANEL_CHAIR,
    Role.PANEL_MEMBER,
    Role.AGENCY_AUTHOR,
    Role.OVERVIEW_AUTHOR,
)
"""The parts that begin with a declaration of independence and of interests."""

INDEPENDENT: frozenset[Role] = frozenset({Role.PANEL_CHAIR, Role.OVERVIEW_AUTHOR})
"""The parts that nobody employed by a member agency may take."""


class Leaving(StrEnum):
    """Why somebody leaves a review."""

    CHANGED_POST = "changed_post"
    BECAME_WITNESS = "became_witness"
    INTEREST = "interest"
    UNAVAILABLE = "unavailable"
    OTHER = "other"


LEAVING_WORDS: dict[Leaving, str] = {
    Leaving.CHANGED_POST: "Has changed post or employer",
    Leaving.BECAME_WITNESS: "Has become a witness in other proceedings",
    Leaving.INTEREST: "An interest has come to light that cannot be set aside",
    Leaving.UNAVAILABLE: "Is ill or away for long",
    Leaving.OTHER: "Another reason",
}

_DECIDERS = frozenset(
    {
        Role.BOARD_CHAIR,
        Role.PARTNER_LOCAL_AUTHORITY,
        Role.PARTNER_HEALTH,
        Role.PARTNER_POLICE,
    }
)
"""Who decides whether there is a review and approves its report, whatever the regime."""

# One person may not play both, in the same review. The overview author is independent of the Board and
# of the panel that commissions the report; the panel that reads an agency's review holds neither its
# author (who would also see other agencies' reports before writing) nor its chair's other self.
_NOT_TOGETHER: dict[Role, frozenset[Role]] = {
    Role.OVERVIEW_AUTHOR: _DECIDERS
    | frozenset(
        {
            Role.COMMITTEE_MEMBER,
            Role.BUSINESS_MANAGER,
            Role.PANEL_CHAIR,
            Role.PANEL_MEMBER,
            Role.AGENCY_AUTHOR,
        }
    ),
    Role.PANEL_CHAIR: _DECIDERS
    | frozenset({Role.BUSINESS_MANAGER, Role.PANEL_MEMBER, Role.AGENCY_AUTHOR}),
    Role.PANEL_MEMBER: frozenset({Role.AGENCY_AUTHOR}),
}


@carries_out(Duty.P10, Duty.P11)
def opens_the_case(*, role: Role, declaration: str, has_left: bool) -> bool:
    """Whether a part in a review lets its holder see the case.

    Nobody sees a case before they have declared how they stand to it, and nobody after they have left:
    appointed alone, or gone, is no part at all. Parts that begin without a declaration open at once.
    """
    return not has_left and (role not in DECLARING or bool(declaration.strip()))


@carries_out(Duty.P10)
def may_leave(*, has_left: bool, why: str, because: str) -> Answer:
    """A leaving says why: one of the known reasons, in words of its own where it is another."""
    if has_left:
        return Answer("They have already left.")
    if why not in list(Leaving):
        return Answer("Choose why they leave.")
    if why == Leaving.OTHER and not because.strip():
        return Answer("Say why they leave.")
    return YES


def ends_every_part(why: str) -> bool:
    """Whether a leaving ends every part in the review, as a witness’s does.

    The parts that were given in the review end; a post, which opens every case of its Board or agency, stays
    and opens this one no more (P10).
    """
    return why == Leaving.BECAME_WITNESS


def conflicting(role: Role) -> frozenset[Role]:
    """The roles that nobody may hold in a review in which they take this one; the relation is mutual."""
    others = {other for other, theirs in _NOT_TOGETHER.items() if role in theirs}
    return _NOT_TOGETHER.get(role, frozenset()) | others


@carries_out(Duty.P10, Duty.P11, Duty.P13)
def may_declare(
    *,
    role: Role,
    other_roles: frozenset[Role],
    employed_by_member_agency: bool,
    involved_in_case: bool,
    managed_those_involved: bool,
    became_witness: bool = False,
) -> Answer:
    """Whether somebody may take a part in a review, having said how they stand to it.

    The panel chair and the overview author belong to no member agency (P10, P13), and one person is
    never both, nor overview author and Chair of the Board. Nobody on the panel and no author was
    involved in the case or managed those who were (P10, P11). Who left because they became a witness
    does not come back. ``other_roles`` are the roles the person holds in this review, by membership or
    by post.
    """
    name = ROLES[role].name.lower()
    if became_witness:
        return Answer(
            "This person left the review because they became a witness. Choose somebody else."
        )
    for other in Role:
        if other in other_roles and other in conflicting(role):
            return Answer(
                f"The same person cannot be {name} and {_in_sentence(other)} in one review."
                " Choose somebody else."
            )
    if role not in DECLARING:
        return YES
    if role in INDEPENDENT and employed_by_member_agency:
        return Answer(
            f"The {name} is independent of every member agency, and this person is employed by one."
            " Choose somebody else."
        )
    if involved_in_case:
        return Answer(
            f"Somebody who was involved in the case cannot be {name}. Choose somebody else."
        )
    if managed_those_involved:
        return Answer(
            f"Somebody who managed those involved in the case cannot be {name}. Choose somebody else."
        )
    return YES


def _in_sentence(role: Role) -> str:
    name = ROLES[role].name
    return name if "Board" in name or "Committee" in name else name.lower()
