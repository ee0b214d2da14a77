"""Who can read what is typed, in words: told from the same matrix as both walls, so that it is true."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.functional import lazy

from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.domain.roles import ROLES, Held, Role
from goldenthread.domain.visibility import Material, Reach, reach
from goldenthread.pages.words import listing, starting_small

_regime: ContextVar[ReviewType | None] = ContextVar("regime", default=None)


@contextmanager
def told_under(kind: ReviewType) -> Iterator[None]:
    """Meanwhile roles are called what this regime calls them, and those it does not know are left out."""
    token = _regime.set(kind)
    try:
        yield
    finally:
        _regime.reset(token)


def who_reads(material: Material, *, also: str = "") -> str:
    """The roles that see all of it: “the Board business manager, the panel chair and the overview author”.

    Told when it is shown, in the words of the regime of the review on the page, so a form may say it once
    for all of them. ``also`` goes after it.
    """
    return _later(material, also)


def who_reads_of_agency(material: Material, agency: str) -> str:
    """The roles at the agency that see its own, whatever its status."""
    return f"{_those_with(material, Reach.OWN, Reach.OWN_THEN_SHARED, word=_one)} of {agency}"


def who_reads_once_shared(material: Material) -> str:
    """The roles that see it once it has been submitted."""
    return _those_with(material, Reach.SHARED, word=_all_of_them)


def in_all(material: Material, kind: ReviewType) -> str:
    """Everybody who ever sees it under a regime: at once, of the agency that wrote it, and once submitted."""

    def those(*reaches: Reach) -> str:
        roles = (role for role in Role if role not in kind.absent)
        return listing(
            f"the {_in_a_sentence(kind.called(role))}"
            for role in roles
            if reach(role, material) in reaches
        )

    at_once, later = those(Reach.ALL), those(Reach.SHARED)
    own = those(Reach.OWN, Reach.OWN_THEN_SHARED)
    told = [
        at_once,
        f"{own}, of the agency that wrote it" if own else "",
        f"once it is submitted also {later}" if later else "",
    ]
    return "; ".join(part for part in told if part)


def those_who_are(role: Role) -> str:
    """The holders of the role, to begin a sentence with: “Agency authors”, “The panel chair”."""
    words = _all_of_them(role)
    return f"{words[0].upper()}{words[1:]}" if _are_several(role) else f"The {words}"


def _those_with(material: Material, *reaches: Reach, word: Callable[[Role], str]) -> str:
    kind = _regime.get()
    roles = (role for role in Role if kind is None or role not in kind.absent)
    return listing(f"the {word(role)}" for role in roles if reach(role, material) in reaches)


def _all_who_read(material: Material, also: str) -> str:
    return f"{_those_with(material, Reach.ALL, word=_all_of_them)}{also}"


_later = lazy(_all_who_read, str)


def _one(role: Role) -> str:
    kind = _regime.get()
    return _in_a_sentence(kind.called(role) if kind else ROLES[role].name)


def _in_a_sentence(name: str) -> str:
    return name if name.startswith(("Board", "Chair", "Committee")) else starting_small(name)


def _are_several(role: Role) -> bool:
    """Whether several people hold the role at once: one for each agency, or a committee."""
    several = (Held.AT_AGENCY, Held.IN_REVIEW_FOR_AGENCY)
    return ROLES[role].held in several or role is Role.COMMITTEE_MEMBER


def _all_of_them(role: Role) -> str:
    """In the plural where several hold the role: “agency authors”, “members of the Rapid Review Group”."""
    if not _are_several(role):
        return _one(role)
    who, of, body = _one(role).partition(" of ")
    return f"{who}s{of}{body}"
