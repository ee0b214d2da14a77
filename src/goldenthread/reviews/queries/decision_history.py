"""Everything that was judged and decided about a case, in the order in which it happened (P4, P8, P9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from goldenthread.accounts.models import Person
from goldenthread.domain.process import Stage
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models import Decision, Review, StepTaken
from goldenthread.reviews.queries.decision import decisions
from goldenthread.reviews.queries.judgement import judgements
from goldenthread.reviews.queries.parts import parts_in

_BACK = {(Stage.JUDGEMENT, Stage.SCOPING), (Stage.CLOSED, Stage.JUDGEMENT)}
"""The ways on which a case goes back to be looked at again."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing that was judged, decided, or sent back: what, on which day, why, and by whom."""

    what: str
    on: date
    at: datetime
    reasons: str
    who: str
    remark: str = ""


def history(person: Person, review: Review) -> list[Passage]:
    """Every judgement, decision and way back that the person may read, the earliest first.

    An agency reads the decisions alone: what was recommended, and why a case went back, is told to
    those who read the judgement.
    """
    passages = [_decided(review, one) for one in decisions(person, review)]
    if parts_in(person, review).see(Material.JUDGEMENT):
        passages += [
            Passage(
                what=f"Recommended: {read.recommended}",
                on=read.judgement.met_on,
                at=read.judgement.recorded_at,
                reasons=read.judgement.reasons,
                who=str(read.judgement.recorded_by),
                remark=_judged(read.outcome, read.judgement.dissent),
            )
            for read in judgements(person, review)
        ]
        passages += list(_sent_back(person, review))
    return sorted(passages, key=lambda passage: passage.at)


def _decided(review: Review, decision: Decision) -> Passage:
    which = f" ({decision.which})" if decision.which else ""
    remark = "This differs from what was recommended." if decision.differs else ""
    return Passage(
        what=f"Decided: {review.type.outcome(decision.outcome).words}{which}",
        on=decision.decided_on,
        at=decision.recorded_at,
        reasons=decision.reasons,
        who=str(decision.recorded_by),
        remark=remark,
    )


def _judged(outcome: str, dissent: str) -> str:
    said = f"The criteria said: {outcome[:1].lower()}{outcome[1:]}."
    return f"{said} Not everybody agreed." if dissent else said


def _sent_back(person: Person, review: Review) -> Iterator[Passage]:
    for taken in (
        StepTaken.objects.visible_to(person).filter(review=review).select_related("taken_by")
    ):
        if (taken.from_stage, taken.to_stage) in _BACK:
            yield Passage(
                what=review.type.step(taken.step).done,
                on=timezone.localdate(taken.taken_at),
                at=taken.taken_at,
                reasons=taken.reason,
                who=str(taken.taken_by),
            )
