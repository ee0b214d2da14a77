"""Who can read what is typed into a box, in words taken from the matrix that both walls are built from."""

from goldenthread.domain.roles import ROLES, Role
from goldenthread.domain.visibility import Material, Reach, reach
from goldenthread.pages.words import listing, starting_small

_ONE_OF_A_KIND = frozenset(
    {Role.BUSINESS_MANAGER, Role.BOARD_CHAIR, Role.PANEL_CHAIR, Role.OVERVIEW_AUTHOR}
)
_KEPT_CAPITAL = ("Board", "Committee", "Chair")


def read_by(material: Material) -> str:
    """The roles that see all of this material in a review: “the Chair of the Board, the panel chair …”."""
    return listing(_in_words(role) for role in ROLES if reach(role, material) is Reach.ALL)


def _in_words(role: Role) -> str:
    name = ROLES[role].name
    name = name if name.startswith(_KEPT_CAPITAL) else starting_small(name)
    return f"the {name}" if role in _ONE_OF_A_KIND else f"{name}s"
