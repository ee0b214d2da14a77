"""Actions of a review, and what was said of each."""

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain.actions import may_report_on
from goldenthread.domain.answers import Answer
from goldenthread.reviews.models import Action, ActionProgress, Review
from goldenthread.reviews.queries.parts import parts_in


def actions_of(person: Person, review: Review) -> QuerySet[Action]:
    """The actions of the review, by number."""
    return (
        Action.objects.visible_to(person)
        .filter(review=review)
        .select_related("lead_agency", "added_by")
    )


def action_numbered(person: Person, review: Review, number: int) -> Action | None:
    """One action, or None."""
    return actions_of(person, review).filter(number=number).first()


def progress_on(person: Person, action: Action) -> QuerySet[ActionProgress]:
    """What was said of the action, newest first."""
    return (
        ActionProgress.objects.visible_to(person)
        .filter(action=action)
        .select_related("noted_by")
    )


def may_report(person: Person, action: Action) -> Answer:
    """Whether the person may say how the action stands."""
    return may_report_on(
        parts_in(person, action.review).held, lead_agency_id=action.lead_agency_id
    )
