"""The Board's approval, for those who may read it, and what is still missing before it."""

from dataclasses import replace

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.process import Stage
from goldenthread.domain.readiness import Missing
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import Review, SignOff
from goldenthread.reviews.queries.facts import facts_of
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.turn import open_at

STEP = "sign_off"


def sign_offs(person: Person, review: Review) -> QuerySet[SignOff]:
    """Every approval of the Board, newest first."""
    return SignOff.objects.visible_to(person).filter(review=review).select_related("recorded_by")


def missing_before_sign_off(review: Review) -> list[Missing]:
    """What stands in the way of the Board's approval while it is awaited, other than its own record.

    To be asked for somebody who sees the reports: to others the second wall shows them as empty.
    """
    if Stage(review.stage) is not Stage.SIGN_OFF:
        return []
    recorded = replace(facts_of(review), sign_off_recorded=True)
    return list(review.type.step(STEP).guard(recorded))


def may_sign_off_now(person: Person, review: Review) -> Answer:
    """Whether the person may record the Board's approval now: its page and its service ask this."""
    answer = parts_in(person, review).may(Permission.SIGN_OFF)
    answer = answer and open_at(
        review,
        Stage.SIGN_OFF,
        early="The reports have not been put forward for approval yet.",
        late="The reports have been approved.",
    )
    if answer and (missing := missing_before_sign_off(review)):
        return Answer(f"Not yet: {missing[0].what}")
    return answer
