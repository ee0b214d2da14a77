"""The steps by which a referral is closed before anything is asked, and taken up again: alike in every regime."""

from goldenthread.domain import readiness
from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage, Step
from goldenthread.domain.roles import Permission, Role

CLOSING = (
    Step(
        name="close_withdrawn",
        label="Close the withdrawn referral",
        done="Referral closed, as its referrer had withdrawn it",
        does="The case is not considered on this referral. Everything that was written is kept, and the referral "
        "can be taken up again.",
        from_stage=Stage.REFERRAL,
        to_stage=Stage.CLOSED,
        permission=Permission.RECEIVE_REFERRALS,
        guard=readiness.before_closing_withdrawn,
        duties=(Duty.P4,),
        page="referral_close",
        needs_reason=True,
        told=(Role.REFERRER,),
    ),
    Step(
        name="close_as_duplicate",
        label="Close as a duplicate of another referral",
        done="Referral closed as a duplicate",
        does="The case is considered once, under the other reference. Both referrals are kept whole, and this one "
        "leads to the other.",
        from_stage=Stage.REFERRAL,
        to_stage=Stage.CLOSED,
        permission=Permission.RECEIVE_REFERRALS,
        guard=readiness.before_closing_as_duplicate,
        duties=(Duty.P4,),
        page="referral_duplicate",
        needs_reason=True,
        told=(Role.REFERRER,),
    ),
    Step(
        name="take_up_again",
        label="Take the referral up again",
        done="Referral taken up again",
        does="The referral is open again, as it was before it was closed.",
        from_stage=Stage.CLOSED,
        to_stage=Stage.REFERRAL,
        permission=Permission.RECEIVE_REFERRALS,
        guard=readiness.before_taking_up_again,
        duties=(Duty.P4,),
        page="referral_again",
        needs_reason=True,
        told=(Role.REFERRER,),
    ),
)
