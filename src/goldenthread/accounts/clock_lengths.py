"""How long the clocks of a Board's own protocol run: facts of the Board, which it changes for itself (P24)."""

from django.db import transaction

from goldenthread.accounts.models import Partnership, Person
from goldenthread.accounts.services import hold, record
from goldenthread.domain.answers import Answer, Refused, require
from goldenthread.domain.clocks import ClockRule, OwnLength, may_set_length
from goldenthread.domain.review_types import REVIEW_TYPES


def own_lengths(partnership: Partnership, review_type: str) -> dict[str, OwnLength]:
    """What the Board has set for the clocks of a type, by the clock's key."""
    return {
        key: OwnLength(int(one["length"]), str(one["starts"]))
        for key, one in partnership.clock_lengths.get(review_type, {}).items()
    }


@transaction.atomic
def set_clock_length(
    partnership: Partnership,
    *,
    review_type: str,
    clock: str,
    length: int,
    starts: str,
    by: Person | None = None,
) -> Partnership:
    """The Board's own length of a clock, and the event it counts from, for all its reviews of the type.

    Raises Refused for a clock that is fixed nationally, and for a length that guidance does not allow.
    """
    held = hold(partnership, by=by)
    rule = rule_of(review_type, clock)
    require(may_set_length(rule, OwnLength(length, starts)))
    lengths = dict(held.clock_lengths)
    lengths[review_type] = {
        **lengths.get(review_type, {}),
        clock: {"length": length, "starts": starts},
    }
    return _save(held, lengths, "board.clock_set", by=by)


@transaction.atomic
def take_clock_length_away(
    partnership: Partnership, *, review_type: str, clock: str, by: Person | None = None
) -> Partnership:
    """The clock runs again as the type says. Raises Refused where the Board has set nothing of its own."""
    held = hold(partnership, by=by)
    rule_of(review_type, clock)
    lengths = dict(held.clock_lengths)
    kept = {key: one for key, one in lengths.get(review_type, {}).items() if key != clock}
    if kept == lengths.get(review_type, {}):
        require(Answer("No own length has been set for this clock."))
    lengths[review_type] = kept
    return _save(held, lengths, "board.clock_as_guidance", by=by)


def rule_of(review_type: str, clock: str) -> ClockRule:
    """The clock of a type as the type itself has it; Refused for one there is not."""
    kind = REVIEW_TYPES.get(review_type)
    found = {rule.key: rule for rule in kind.clocks} if kind else {}
    if clock not in found:
        raise Refused("Choose one of the clocks in the list.")
    return found[clock]


def _save(
    held: Partnership, lengths: dict[str, object], verb: str, *, by: Person | None
) -> Partnership:
    held.clock_lengths = lengths
    held.save(update_fields=["clock_lengths"])
    record(verb, "partnership", held.pk, by=by, fields=("clock_lengths",))
    return held
