"""Record what a body decided, at a meeting or between meetings, and what it asked somebody to do (P8, P10)."""

from datetime import date
from typing import Any

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain import meetings as rules
from goldenthread.domain.answers import YES, Answer, require
from goldenthread.domain.meetings import Body
from goldenthread.reviews import moments
from goldenthread.reviews.models import (
    AgendaItem,
    LoggedDecision,
    Meeting,
    MeetingAction,
    Review,
)
from goldenthread.reviews.queries import decision_log as log
from goldenthread.reviews.queries import meeting as queries
from goldenthread.reviews.services import meeting as meetings
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def record_at(
    meeting: Meeting,
    *,
    text: str,
    reasons: str,
    proposed_by: str = "",
    without_quorum: str = "",
    item: AgendaItem | None = None,
    replaces: LoggedDecision | None = None,
    by: Person,
) -> LoggedDecision:
    """Record a decision of a meeting. It gets the next number of its body's log, and is never changed.

    ``replaces`` is an earlier decision of the same body in whose place it stands; that one is kept.
    Without a quorum, ``without_quorum`` says why it was taken all the same.
    """
    review = steps.locked(meeting.review, by=by)
    meeting = meetings.locked(meeting, by=by)
    require(queries.may_note(by, meeting))
    quorum = queries.quorum_at(by, meeting)
    body = Body(meeting.body)
    require(
        rules.may_log_decision(
            body=body,
            quorum=quorum,
            text=text,
            reasons=reasons,
            without_quorum=without_quorum,
        )
    )
    require(_is_on_agenda(meeting, item))
    return _keep(
        review,
        body,
        meeting=meeting,
        item=item,
        text=text.strip(),
        reasons=reasons.strip(),
        proposed_by=proposed_by.strip(),
        without_quorum="" if quorum.is_met else without_quorum.strip(),
        replaces=replaces,
        decided_on=meeting.held_on,
        by=by,
    )


@service
def record_between(
    review: Review,
    body: Body,
    *,
    text: str,
    reasons: str,
    proposed_by: str,
    decided_on: date,
    replaces: LoggedDecision | None = None,
    by: Person,
) -> LoggedDecision:
    """Record a decision that a body took between meetings; the next meeting finds it in the log."""
    review = steps.locked(review, by=by)
    require(queries.may_keep(by, review, body))
    require(
        rules.may_log_between(
            text=text,
            reasons=reasons,
            proposed_by=proposed_by,
            decided_on=decided_on,
            today=moments.today(),
        )
    )
    return _keep(
        review,
        body,
        text=text.strip(),
        reasons=reasons.strip(),
        proposed_by=proposed_by.strip(),
        replaces=replaces,
        decided_on=decided_on,
        by=by,
    )


@service
def ask(
    meeting: Meeting,
    *,
    text: str,
    owner: Person | None,
    owner_name: str,
    due_on: date | None,
    by: Person,
) -> MeetingAction:
    """Record that a meeting asked somebody to do something. ``owner`` is None for somebody without an account."""
    meeting = meetings.locked(meeting, by=by)
    require(queries.may_note(by, meeting))
    name = owner.name if owner else owner_name.strip()
    require(rules.may_ask_for_action(text=text, owner=name, due_on=due_on, held_on=meeting.held_on))
    last = queries.actions_of(by, meeting).order_by("-number").first()
    action = MeetingAction.objects.create(
        review=meeting.review,
        body=meeting.body,
        meeting=meeting,
        number=last.number + 1 if last else 1,
        text=text.strip(),
        owner=owner,
        owner_name=name,
        due_on=due_on,
    )
    _record("meeting.action_asked", action, by=by)
    return action


@service
def finish(action: MeetingAction, *, done_on: date, note: str, by: Person) -> MeetingAction:
    """Record that an action of a meeting is done, also after the meeting's record was closed."""
    action = (
        MeetingAction.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .select_related("meeting", "review")
        .get(pk=action.pk)
    )
    require(queries.may_finish(by, action))
    require(
        rules.may_finish_action(
            done_on=done_on,
            held_on=action.meeting.held_on,
            today=moments.today(),
            is_done=action.done_on is not None,
        )
    )
    action.done_on = done_on
    action.done_note = note.strip()
    action.save(update_fields=["done_on", "done_note"])
    _record("meeting.action_done", action, by=by)
    return action


def _keep(
    review: Review, body: Body, *, replaces: LoggedDecision | None, by: Person, **words: Any
) -> LoggedDecision:
    require(_may_replace(review, body, replaces, by=by))
    logged = log.logged_of(by, review, body)
    decision = LoggedDecision.objects.create(
        review=review,
        body=body.value,
        number=max((one.decision.number for one in logged), default=0) + 1,
        replaces=replaces,
        recorded_at=moments.now(),
        recorded_by=by,
        **words,
    )
    _record("meeting.decision_logged", decision, by=by)
    return decision


def _is_on_agenda(meeting: Meeting, item: AgendaItem | None) -> Answer:
    if item is None or item.meeting_id == meeting.pk:
        return YES
    return Answer("Choose an item of this meeting’s agenda.")


def _may_replace(
    review: Review, body: Body, replaces: LoggedDecision | None, *, by: Person
) -> Answer:
    if replaces is None:
        return YES
    read = log.decision_numbered(by, review, body, replaces.number)
    if read is None or read.decision.pk != replaces.pk:
        return Answer("Choose a decision from the log of the same body.")
    return rules.may_replace(number=replaces.number, replaced_by=read.replaced_by)


def _record(verb: str, row: LoggedDecision | MeetingAction, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="logged_decision" if isinstance(row, LoggedDecision) else "meeting_action",
        subject_id=row.pk,
        review_id=row.review_id,
    )
