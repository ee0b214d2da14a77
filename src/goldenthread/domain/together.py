"""Where several decide together: each says so for themselves, and it is decided once all say the same.

Whether a regime has one decider or several is its own matter (``ReviewType.deciders``); with one there
is nothing to wait for.
"""

from collections.abc import Mapping, Sequence

from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.roles import Role


def speaks_as(deciders: Sequence[Role], roles: frozenset[Role]) -> Role | None:
    """The decider that somebody with these roles speaks for; None for somebody who is none of them.

    Nobody speaks for two: the first of them counts.
    """
    return next((role for role in deciders if role in roles), None)


def silent(deciders: Sequence[Role], said: Mapping[Role, str]) -> tuple[Role, ...]:
    """The deciders who have not said anything yet, in the regime's order."""
    return tuple(role for role in deciders if role not in said)


@carries_out(Duty.P9)
def all_agree(deciders: Sequence[Role], said: Mapping[Role, str]) -> bool:
    """Whether every decider has spoken and all say the same. Nothing is decided by a majority."""
    return not silent(deciders, said) and len({said[role] for role in deciders}) == 1
