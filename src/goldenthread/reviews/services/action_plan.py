"""Add an action from the day its lesson is seen, and say how it stands, as long as it takes (P5, P25)."""

from datetime import date

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain.actions import ActionStatus, may_add_action, may_record_progress
from goldenthread.domain.answers import YES, Answer, require
from goldenthread.domain.roles import Permission
from goldenthread.reviews import moments
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
    require(_may_lead(review, lead_agency))
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
        added_at=moments.now(),
        added_by=by,
    )
    _record("action.added", action, by=by)
    return action


@service
def change(
    action: Action,
    *,
    lesson: str,
    text: str,
    lead_agency: Agency | None,
    owner: str,
    due_on: date,
    measure: str,
    by: Person,
) -> Action:
    """Say more exactly what an action is: above all who answers for it, and how its effect is known.

    What was said of its progress stays as it is. The trail keeps which of its parts were changed.
    """
    action = _locked(action, by=by)
    require(parts_in(by, action.review).may(Permission.KEEP_ACTIONS))
    require(may_add_action(lesson=lesson, text=text))
    require(_may_lead(action.review, lead_agency))
    words = {
        "lesson": lesson.strip(),
        "text": text.strip(),
        "lead_agency": lead_agency,
        "owner": owner.strip(),
        "due_on": due_on,
        "measure": measure.strip(),
    }
    changed = tuple(name for name, value in words.items() if getattr(action, name) != value)
    for name in changed:
        setattr(action, name, words[name])
    action.save()
    _record("action.changed", action, by=by, fields=changed)
    return action


@service
def record_progress(
    action: Action, *, status: ActionStatus, note: str, by: Person
) -> ActionProgress:
    """Say how an action stands and what shows it, at any stage and after the review has closed."""
    action = _locked(action, by=by)
    require(queries.may_report(by, action))
    require(may_record_progress(status=status, note=note, measure=action.measure))
    progress = ActionProgress.objects.create(
        review=action.review,
        action=action,
        status=status.value,
        note=note.strip(),
        noted_at=moments.now(),
        noted_by=by,
    )
    action.status = status.value
    action.save(update_fields=["status"])
    _record("action.progress", action, by=by)
    return progress


def _may_lead(review: Review, agency: Agency | None) -> Answer:
    if agency is None or agency.partnership_id == review.partnership_id:
        return YES
    return Answer("Choose one of the agencies in the list.")


def _locked(action: Action, *, by: Person) -> Action:
    return (
        Action.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .select_related("review", "lead_agency")
        .get(pk=action.pk)
    )


def _record(verb: str, action: Action, *, by: Person, fields: tuple[str, ...] = ()) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="action",
        subject_id=action.pk,
        review_id=action.review_id,
        agency_id=action.lead_agency_id,
        fields=fields,
    )
