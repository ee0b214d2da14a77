"""May this referral be written, sent, acknowledged, taken back? And what is its referrer told?

Any professional may refer; a whole form is what is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.process import Stage
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


def may_acknowledge(*, sent: bool, acknowledged: bool, stage: Stage) -> Answer:
    """A referral is acknowledged once, after it has been sent and before the case goes on."""
    if not sent:
        return Answer("The referral has not been sent.")
    if acknowledged:
        return Answer("The referral has been acknowledged.")
    if stage is not Stage.REFERRAL:
        return Answer("The case has gone on, so the referral needs no acknowledgement.")
    return YES


@carries_out(Duty.P4)
def may_withdraw(*, begun_by_them: bool, sent: bool, withdrawn: bool, stage: Stage) -> Answer:
    """The referrer may take a referral back until it is accepted; the reason is asked for, and kept.

    It is the Board that then closes it: what has been told of a child is not untold.
    """
    if not begun_by_them:
        return Answer("Only the person who referred the case can withdraw the referral.")
    if not sent:
        return Answer("The referral has not been sent, so there is nothing to withdraw.")
    if withdrawn:
        return Answer("The referral has been withdrawn.")
    if stage is not Stage.REFERRAL:
        return Answer(
            "The referral has been accepted, so it can no longer be withdrawn."
            " Tell the business manager what has changed."
        )
    return YES


def may_be_duplicate(*, of_itself: bool, other_is_duplicate: bool) -> Answer:
    """A referral is a duplicate of another one that stands for itself, never of itself or of a duplicate."""
    if of_itself:
        return Answer("A referral cannot be a duplicate of itself. Choose another one.")
    if other_is_duplicate:
        return Answer("That referral is itself a duplicate. Choose the one that it leads to.")
    return YES


class ReferralState(StrEnum):
    """Where a referral stands, as its referrer is told: no more than this, and the outcome."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    WITHDRAWN = "withdrawn"
    CONSIDERED = "considered"
    CLOSED_WITHDRAWN = "closed_withdrawn"
    DUPLICATE = "duplicate"
    NO_REVIEW = "no_review"
    REVIEW = "review"


_OPEN = (Stage.SCOPING, Stage.JUDGEMENT, Stage.DECISION)


@carries_out(Duty.P4)
def state_of(
    *,
    stage: Stage,
    acknowledged: bool,
    withdrawn: bool,
    is_duplicate: bool,
    review_decided: bool,
) -> ReferralState:
    """What the referrer is told: that it has come, that it is considered, what became of it.

    From the decision on it is whether there is a review, and never how far the review has come.
    """
    if stage is Stage.REFERRAL:
        if withdrawn:
            return ReferralState.WITHDRAWN
        return ReferralState.ACKNOWLEDGED if acknowledged else ReferralState.SENT
    if stage in _OPEN:
        return ReferralState.CONSIDERED
    if review_decided:
        return ReferralState.REVIEW
    if is_duplicate:
        return ReferralState.DUPLICATE
    return ReferralState.CLOSED_WITHDRAWN if withdrawn else ReferralState.NO_REVIEW


@dataclass(frozen=True, slots=True)
class ChildTold:
    """A child as a referral tells of it: every name, and the day of birth where it is given."""

    names: tuple[str, ...]
    born_on: date | None


def likeness(one: ChildTold, other: ChildTold) -> str:
    """Why the two may be the same child, in words; empty when nothing speaks for it.

    A name counts whatever its capitals and the order of its parts. The same day of birth is told even
    where the names differ: a name may be misspelt, or changed.
    """
    same_name = bool(_name_keys(one) & _name_keys(other))
    same_day = one.born_on is not None and one.born_on == other.born_on
    if same_name and same_day:
        return "the same name and date of birth"
    if same_name:
        return "the same name"
    return "the same date of birth" if same_day else ""


def _name_keys(child: ChildTold) -> set[frozenset[str]]:
    return {
        frozenset(name.casefold().replace("’", "'").split()) for name in child.names if name.strip()
    }
