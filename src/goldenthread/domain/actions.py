"""What is done about a lesson: begun when it is seen, followed after the review has closed (P5, P25)."""

from enum import StrEnum

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.roles import Part, Permission, agencies_for, permissions_of


class ActionStatus(StrEnum):
    """How an action stands, as its latest progress says."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    COMPLETE = "complete"
    DECLINED = "declined"


ACTION_STATUS_WORDS: dict[ActionStatus, str] = {
    ActionStatus.NOT_STARTED: "Not started",
    ActionStatus.ON_TRACK: "On track",
    ActionStatus.AT_RISK: "At risk",
    ActionStatus.COMPLETE: "Complete",
    ActionStatus.DECLINED: "Declined",
}

OPEN: frozenset[ActionStatus] = frozenset(
    {ActionStatus.NOT_STARTED, ActionStatus.ON_TRACK, ActionStatus.AT_RISK}
)
"""The statuses of an action that is still to be tracked."""


@carries_out(Duty.P5, Duty.P25)
def may_add_action(*, lesson: str, text: str) -> Answer:
    """An action answers a lesson and says what will be done (P5).

    No stage is asked about: an action can begin on the day its lesson is seen (P25).
    """
    if not lesson.strip():
        return Answer("Say which lesson the action answers.")
    return YES if text.strip() else Answer("Say what will be done.")


@carries_out(Duty.P25)
def may_report_on(parts: frozenset[Part], *, lead_agency_id: int | None) -> Answer:
    """Whoever keeps the actions reports on any; an agency's people on those that their agency leads.

    No stage is asked about: an action is followed after publication, and after closing (P25).
    """
    if Permission.KEEP_ACTIONS in permissions_of(parts):
        return YES
    if lead_agency_id is not None and lead_agency_id in agencies_for(
        parts, Permission.REPORT_ON_ACTIONS
    ):
        return YES
    return Answer(
        "Progress on this action is recorded by the agency that leads it, or by whoever keeps the plan."
    )


@carries_out(Duty.P5, Duty.P25)
def may_record_progress(*, status: ActionStatus, note: str, measure: str) -> Answer:
    """Progress says what shows it. An action is complete only where it was said how its effect is known (P5).

    ``status`` is how the action is now said to stand, ``measure`` how it will be known that it made
    a difference. Progress can be recorded at any stage and after closing, also on an action once
    called complete: what was thought done may turn out not to be (P25).
    """
    if not note.strip():
        if status is ActionStatus.DECLINED:
            return Answer("Say why the action is declined.")
        return Answer("Say how the action stands, and what shows it.")
    if status is ActionStatus.COMPLETE and not measure.strip():
        return Answer("Say first how it will be known that the action made a difference.")
    return YES
