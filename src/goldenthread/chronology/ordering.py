"""The order of a merge: dates, each agency’s own order and what entries say of one another."""

from collections.abc import Sequence

from goldenthread.chronology.placed import Contradiction, Placed
from goldenthread.chronology.standing import Standing, standing

_UNDATED = Standing(0, 2**62, doubtful=True)


def in_order(entries: Sequence[Placed]) -> tuple[list[Placed], list[Contradiction]]:
    """Entries in honest order, and the orders that cannot all hold."""

    def key(one: Placed) -> tuple[object, ...]:
        where = standing(one.entry.date) or _UNDATED
        return (where.latest, where.doubtful, -where.earliest, one.agency, one.position, one.id)

    return sorted(entries, key=key), []
