"""May this referral be written and sent? Any professional may refer; a whole form is what is asked."""

from collections.abc import Sequence

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.questionnaires.questions import Question, Section


def may_write_referral(*, begun_by_them: bool, sent: bool) -> Answer:
    """Only the person who began a referral writes it, and only until it is sent."""
    if not begun_by_them:
        return Answer("Only the person who began this referral can change it.")
    if sent:
        return Answer("This referral has been sent, so it can no longer be changed.")
    return YES


@carries_out(Duty.P1, Duty.P2)
def may_send_referral(
    *, begun_by_them: bool, sent: bool, unanswered: Sequence[tuple[Section, Question]]
) -> Answer:
    """A referral is sent once, by the person who began it, when every required question is answered.

    Nothing in it makes a case too small to refer, and no agency need have known the child (P2).
    """
    answer = may_write_referral(begun_by_them=begun_by_them, sent=sent)
    if not answer or not unanswered:
        return answer
    section, question = unanswered[0]
    return Answer(f"{question.needed} (under “{section.title}”).")
