"""Actions of a review, and what was said of each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from goldenthread.accounts.models import Person
from goldenthread.domain.actions import (
    ACTION_STATUS_WORDS,
    OPEN,
    ActionStatus,
    may_report_on,
)
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


@dataclass(frozen=True, slots=True)
class Planned:
    """One action as it stands on a day."""

    action: Action
    today: date

    @property
    def status(self) -> str:
        """How it stands, in words."""
        return status_in_words(self.action.status)

    @property
    def is_late(self) -> bool:
        """Whether it is still open after the day by which it was to be done."""
        return ActionStatus(self.action.status) in OPEN and self.action.due_on < self.today


def status_in_words(status: str) -> str:
    """A kept status as people read it."""
    return ACTION_STATUS_WORDS[ActionStatus(status)]


def progress_on(person: Person, action: Action) -> QuerySet[ActionProgress]:
    """What was said of the action, newest first."""
    return (
        ActionProgress.objects.visible_to(person).filter(action=action).select_related("noted_by")
    )


def may_report(person: Person, action: Action) -> Answer:
    """Whether the person may say how the action stands."""
    return may_report_on(parts_in(person, action.review).held, lead_agency_id=action.lead_agency_id)
