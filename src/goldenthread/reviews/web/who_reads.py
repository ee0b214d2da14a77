"""Who can read what is typed, in words: told from the same matrix as both walls, so that it is true."""

from goldenthread.domain.roles import ROLES, Role
from goldenthread.domain.visibility import Material, Reach, reach
from goldenthread.pages.words import listing, starting_small


def who_reads(material: Material) -> str:
    """The roles that see all of it: “the Board business manager, the panel chair and the overview author”."""
    return _those_with(material, Reach.ALL)


def who_reads_of_agency(material: Material, agency: str) -> str:
    """The roles at the agency that see its own, whatever its status."""
    return f"{_those_with(material, Reach.OWN, Reach.OWN_THEN_SHARED)} of {agency}"


def who_reads_once_shared(material: Material) -> str:
    """The roles that see it once it has been submitted."""
    return _those_with(material, Reach.SHARED)


def _those_with(material: Material, *reaches: Reach) -> str:
    return listing(f"the {_in_sentence(role)}" for role in Role if reach(role, material) in reaches)


def _in_sentence(role: Role) -> str:
    name = ROLES[role].name
    return name if name.startswith("Board") else starting_small(name)
