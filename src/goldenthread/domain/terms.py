"""The terms of reference: written by the panel, approved by the Chair, never changed once approved."""

from datetime import date

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.process import Stage

_OPEN = (Stage.PANEL, Stage.EVIDENCE, Stage.SYNTHESIS)


@carries_out(Duty.P10)
def may_write_terms(*, stage: Stage) -> Answer:
    """Terms are written once there is to be a review, and may be revised until the reports are with the Board."""
    if stage in _OPEN:
        return YES
    return Answer(
        "The terms are written when the panel is formed, and changed until the reports go to the Board."
    )


@carries_out(Duty.P10)
def may_approve_terms(
    *,
    stage: Stage,
    period_from: date,
    period_to: date,
    subjects: str,
    lines_of_enquiry: int,
    approved: bool,
) -> Answer:
    """A version is approved once, when it says which time, whom, and what is asked."""
    if not (answer := may_write_terms(stage=stage)):
        return answer
    if approved:
        return Answer("These terms have been approved. To change them, write a new version.")
    if period_to < period_from:
        return Answer("The period under review ends before it begins. Change one of the two dates.")
    if not subjects.strip():
        return Answer("Say whom the review is about.")
    if not lines_of_enquiry:
        return Answer("Give at least one question that the review is to answer.")
    return YES
