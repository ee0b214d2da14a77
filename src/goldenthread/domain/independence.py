"""Who may take which part? Independence is a hard stop, not a warning (P10, P11)."""

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

# One person may not play both, in the same review. The overview author is independent of the Board and
# of the panel that commissions the report; the panel that reads an agency's review holds neither its
# author (who would also see other agencies' reports before writing) nor its chair's other self.
_NOT_TOGETHER: dict[Role, frozenset[Role]] = {
    Role.OVERVIEW_AUTHOR: frozenset(
        {
            Role.BOARD_CHAIR,
            Role.COMMITTEE_MEMBER,
            Role.BUSINESS_MANAGER,
            Role.PANEL_CHAIR,
            Role.PANEL_MEMBER,
            Role.AGENCY_AUTHOR,
        }
    ),
    Role.PANEL_CHAIR: frozenset(
        {Role.BOARD_CHAIR, Role.BUSINESS_MANAGER, Role.PANEL_MEMBER, Role.AGENCY_AUTHOR}
    ),
    Role.PANEL_MEMBER: frozenset({Role.AGENCY_AUTHOR}),
}


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
) -> Answer:
    """Whether somebody may take a part in a review, having said how they stand to it.

    The panel chair and the overview author belong to no member agency (P10, P13), and one person is
    never both, nor overview author and Chair of the Board. Nobody on the panel and no author was
    involved in the case or managed those who were (P10, P11). ``other_roles`` are the roles the person
    holds in this review, by membership or by post.
    """
    name = ROLES[role].name.lower()
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
