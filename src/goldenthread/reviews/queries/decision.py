"""The Chair's decisions, for those who may read them, and whether one can be made now."""

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import Decision, Review
from goldenthread.reviews.queries.judgement import JudgementRead, latest_judgement
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.turn import open_at


def decisions(person: Person, review: Review) -> QuerySet[Decision]:
    """Every decision on the review, newest first.

    An agency reads the decision but not the judgement behind it, so that is never joined here.
    """
    return Decision.objects.visible_to(person).filter(review=review).select_related("recorded_by")


def may_decide_now(person: Person, review: Review) -> Answer:
    """Whether the person may record the Chair's decision now: its page and its service ask this."""
    answer = parts_in(person, review).may(Permission.DECIDE)
    return answer and open_at(
        review,
        Stage.DECISION,
        early="The recommendation has not been made yet.",
        late="The decision has been made, and the case has gone on.",
    )


def judgement_to_decide_on(person: Person, review: Review) -> JudgementRead | None:
    """The Committee's judgement while a decision on it is awaited, for those who may read it."""
    if Stage(review.stage) is not Stage.DECISION:
        return None
    return latest_judgement(person, review)
