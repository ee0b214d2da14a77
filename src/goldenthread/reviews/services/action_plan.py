"""Add an action from the day its lesson is seen, and say how it stands, as long as it takes (P5, P25)."""

from datetime import date

from django.utils import timezone

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain.actions import ActionStatus, may_add_action, may_record_progress
from goldenthread.domain.answers import require
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import Action, ActionProgress, Review
from goldenthread.reviews.queries import action_plan as queries
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def add(
    review: Review,
    *,
    lesson: str,
    text: str,
    lead_agency: Agency | None,
    owner: str,
    due_on: date,
    measure: str,
    by: Person,
) -> Action:
    """Add an action, at any stage. It gets the next number of the review's plan."""
    review = steps.locked(review, by=by)
    require(parts_in(by, review).may(Permission.KEEP_ACTIONS))
    require(may_add_action(lesson=lesson, text=text))
    last = queries.actions_of(by, review).order_by("-number").first()
    action = Action.objects.create(
        review=review,
        number=last.number + 1 if last else 1,
        lesson=lesson.strip(),
        text=text.strip(),
        lead_agency=lead_agency,
        owner=owner.strip(),
        due_on=due_on,
        measure=measure.strip(),
        added_at=timezone.now(),
        added_by=by,
    )
    _record("action.added", action, by=by)
    return action


@service
def record_progress(
    action: Action, *, status: ActionStatus, note: str, by: Person
) -> ActionProgress:
    """Say how an action stands and what shows it, at any stage and after the review has closed."""
    action = (
        Action.objects.visible_to(by)
        .select_for_update(of=("self",))
        .select_related("review")
        .get(pk=action.pk)
    )
    require(queries.may_report(by, action))
    require(may_record_progress(status=status, note=note, measure=action.measure))
    progress = ActionProgress.objects.create(
        review=action.review,
        action=action,
        status=status.value,
        note=note.strip(),
        noted_at=timezone.now(),
        noted_by=by,
    )
    action.status = status.value
    action.save(update_fields=["status"])
    _record("action.progress", action, by=by)
    return progress


def _record(verb: str, action: Action, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="action",
        subject_id=action.pk,
        review_id=action.review_id,
        agency_id=action.lead_agency_id,
    )
