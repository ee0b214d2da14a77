"""May a statutory form beside the referral be written, and is it whole? (P8)"""

from collections.abc import Sequence

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires.questions import Question, Section

_OPEN = (Stage.SCOPING, Stage.JUDGEMENT)


def may_write_form(*, stage: Stage, may_judge: bool, may_ask_agencies: bool) -> Answer:
    """Written by those who judge and by the business manager, from the agencies' answers to the recommendation."""
    if not (may_judge or may_ask_agencies):
        return Answer("Your part in this review does not include this.")
    if stage is Stage.REFERRAL:
        return Answer("This form is written once the agencies have been asked.")
    if stage not in _OPEN:
        return Answer("The recommendation has been made, so this form can no longer be changed.")
    return YES


@carries_out(Duty.P8)
def may_complete_form(
    writable: Answer, *, unanswered: Sequence[tuple[Section, Question]]
) -> Answer:
    """A form is complete when every required question has its answer; it goes with the recommendation."""
    if not writable or not unanswered:
        return writable
    section, question = unanswered[0]
    return Answer(f"{question.needed} (under “{section.title}”).")
