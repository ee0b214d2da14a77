"""How a review moves: its stages, whose turn it is in each, and the named steps between them.

One stored *stage*; everything else is derived. There is no "set the stage": a review moves only by
a step, which has a name, the permission it needs, a guard that says what is still missing, and the
duties it carries out. Going back is a step with a reason. The table of steps belongs to the review
type (:mod:`.review_types`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.readiness import Missing, ReviewFacts
from goldenthread.domain.roles import Permission, Role


class Stage(StrEnum):
    """Where a review stands."""

    REFERRAL = "referral"
    SCOPING = "scoping"
    JUDGEMENT = "judgement"
    DECISION = "decision"
    PANEL = "panel"
    EVIDENCE = "evidence"
    SYNTHESIS = "synthesis"
    SIGN_OFF = "sign_off"
    PUBLICATION = "publication"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class StageDescription:
    """A stage in words: its name, whose turn it is, and what they do in it.

    ``together_with`` are the others whose turn it is as well, where several act together.
    """

    stage: Stage
    name: str
    owner: Role | None
    turn: str
    together_with: tuple[Role, ...] = ()

    @property
    def owners(self) -> tuple[Role, ...]:
        """Everybody whose turn it is."""
        return (self.owner, *self.together_with) if self.owner else ()


Guard = Callable[[ReviewFacts], tuple[Missing, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """One named way from a stage to the next (or back), as a row of the type's table.

    ``label`` is what a person is about to do, ``done`` what has happened once they have.
    ``page`` is the part whose own page takes the step together with what it records (a judgement, a
    decision); empty for a step that needs no more than a confirmation. ``told`` are the roles that
    are told when it has been taken. A step back, one that reopens, and one that ends a referral unconsidered need
    a reason.
    """

    name: str
    label: str
    done: str
    does: str
    from_stage: Stage
    to_stage: Stage
    permission: Permission
    guard: Guard
    duties: tuple[Duty, ...] = ()
    page: str = ""
    needs_reason: bool = False
    told: tuple[Role, ...] = ()

    @property
    def part(self) -> str:
        """The part of the review whose page takes the step, in the word that :class:`Missing` names it by."""
        return self.page.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands between a person and a step."""

    step: Step
    answer: Answer
    missing: tuple[Missing, ...]


@carries_out(Duty.P8, Duty.P9)
def may_take(
    step: Step,
    *,
    stage: Stage,
    permissions: frozenset[Permission],
    takers: tuple[str, ...],
    facts: ReviewFacts,
) -> Readiness:
    """Whether a step can be taken now, by someone with these permissions, and what is missing.

    ``takers`` are those who may take it, in the regime's words. A missing thing that only *warns* does not stand in the way; the person states a reason instead.
    """
    missing = step.guard(facts)
    answer = _answer(step, stage, permissions, takers, missing)
    return Readiness(step, answer, missing)


def _answer(
    step: Step,
    stage: Stage,
    permissions: frozenset[Permission],
    takers: tuple[str, ...],
    missing: tuple[Missing, ...],
) -> Answer:
    if stage is not step.from_stage:
        return Answer("The review has moved on, so this step can no longer be taken.")
    if step.permission not in permissions:
        return Answer(f"This step is taken by {' or '.join(f'the {one}' for one in takers)}.")
    blocking = [thing for thing in missing if thing.blocks]
    if blocking:
        return Answer(f"Not yet: {blocking[0].what}")
    return YES


def must_give_reason(readiness: Readiness) -> bool:
    """Whether the person must say why: the step always asks, or something is missing that only warns."""
    return readiness.step.needs_reason or any(not thing.blocks for thing in readiness.missing)


@carries_out(Duty.P7)
def may_take_for(readiness: Readiness, *, reason: str) -> Answer:
    """Whether a step can be taken for this reason: where one is asked for, it may not be blank.

    So an agency that has not answered is never passed over without somebody saying why (P7).
    """
    if not readiness.answer:
        return readiness.answer
    if reason.strip() or not must_give_reason(readiness):
        return YES
    warnings = [thing.what for thing in readiness.missing if not thing.blocks]
    return Answer(f"Say why you go on although {warnings[0]}" if warnings else "Say why.")
