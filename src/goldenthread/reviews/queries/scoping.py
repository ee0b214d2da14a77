"""What agencies were asked and have answered, for those who may see it."""

from django.db.models import QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.contributions import may_answer_scoping, may_ask_further_agencies
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import Involvement, Review
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.readiness import readiness_for

ACCEPT = "ask_agencies"
"""The step that accepts a referral: the first agencies are asked in it."""


def involvements(person: Person, review: Review) -> QuerySet[Involvement]:
    """The agencies asked, with their answers: all of them, or the person's own."""
    return (
        Involvement.objects.visible_to(person)
        .filter(review=review)
        .select_related("agency", "answered_by")
    )


def involvement_to_answer(person: Person, review: Review, agency_key: str) -> Involvement | None:
    """The question put to one agency, for somebody who answers for it."""
    own = parts_in(person, review).agencies(Permission.ANSWER_FOR_AGENCY)
    return involvements(person, review).filter(agency__key=agency_key, agency__in=own).first()


def may_ask(person: Person, review: Review) -> Answer:
    """Whether the person may ask agencies now, the first or further ones: the page and the service ask this."""
    if Stage(review.stage) is Stage.REFERRAL:
        return readiness_for(person, review, review.type.step(ACCEPT)).answer
    answer = parts_in(person, review).may(Permission.ASK_AGENCIES)
    return answer and may_ask_further_agencies(stage=Stage(review.stage))


def may_answer(review: Review, involvement: Involvement) -> Answer:
    """Whether the answer can be given or changed now: the page and the service ask this."""
    return may_answer_scoping(
        stage=Stage(review.stage), asked=True, answered=bool(involvement.answer)
    )


def agencies_not_asked(review: Review) -> QuerySet[Agency]:
    """The partnership's agencies that have not been asked yet."""
    asked = Involvement.objects.filter(review=review).values("agency")
    return Agency.objects.filter(partnership=review.partnership_id).exclude(pk__in=asked)
