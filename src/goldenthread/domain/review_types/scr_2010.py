"""The Serious Case Review in England under the guidance of 2010, chapter 8."""

from goldenthread.domain import readiness
from goldenthread.domain.criteria.scr_2010 import CRITERIA
from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage, StageDescription, Step
from goldenthread.domain.questionnaires.aids_scr_2010 import AIDS
from goldenthread.domain.questionnaires.recipients_scr_2010 import RECIPIENTS
from goldenthread.domain.questionnaires.referral_scr_2010 import REFERRAL as FIRST_REFERRAL
from goldenthread.domain.questionnaires.referral_scr_2010_v2 import REFERRAL, facts_said
from goldenthread.domain.questionnaires.reports_scr_2010 import AGENCY_REPORT, OVERVIEW, SUMMARY
from goldenthread.domain.questionnaires.terms_scr_2010 import STANDARD_QUESTIONS
from goldenthread.domain.questionnaires.timetable_scr_2010 import CLOCKS, EVENTS, MILESTONES
from goldenthread.domain.review_types.closing_a_referral import CLOSING
from goldenthread.domain.review_types.kinds import (
    DecisionOutcome,
    Nouns,
    ReviewType,
)
from goldenthread.domain.roles import Permission, Role

NOUNS = Nouns(
    review="Serious Case Review",
    reviews="Serious Case Reviews",
    board="Board",
    chair="Chair of the Board",
    committee="Serious Case Review Committee",
    panel="Serious Case Review Panel",
    agency_report="Individual Management Review",
    agency_reports="Individual Management Reviews",
    overview="Overview Report",
    summary="Executive Summary",
)

STAGES = (
    StageDescription(
        Stage.REFERRAL, "Referral", Role.BUSINESS_MANAGER, "Read the referral and ask the agencies."
    ),
    StageDescription(
        Stage.SCOPING,
        "Scoping",
        Role.BUSINESS_MANAGER,
        "Gather every agency’s answer about its involvement.",
    ),
    StageDescription(
        Stage.JUDGEMENT,
        "Judgement",
        Role.COMMITTEE_MEMBER,
        "Judge the criteria limb by limb, and recommend.",
    ),
    StageDescription(Stage.DECISION, "Decision", Role.BOARD_CHAIR, "Decide, with reasons."),
    StageDescription(
        Stage.PANEL,
        "Panel and terms",
        Role.BUSINESS_MANAGER,
        "Form the panel and agree the terms of reference.",
    ),
    StageDescription(
        Stage.EVIDENCE,
        "Evidence",
        Role.AGENCY_AUTHOR,
        "Bring each agency’s chronology and report to the panel.",
    ),
    StageDescription(
        Stage.SYNTHESIS,
        "Synthesis",
        Role.OVERVIEW_AUTHOR,
        "Write the overview report and the summary.",
    ),
    StageDescription(
        Stage.SIGN_OFF, "Sign-off", Role.BOARD_CHAIR, "Put the reports to the Board for approval."
    ),
    StageDescription(
        Stage.PUBLICATION,
        "Publication",
        Role.BUSINESS_MANAGER,
        "Check the labelled copy and publish it.",
    ),
    StageDescription(
        Stage.FOLLOW_UP, "Follow-up", Role.BUSINESS_MANAGER, "See that actions are owned and taken."
    ),
    StageDescription(
        Stage.CLOSED, "Closed", None, "Actions that are still open go on being tracked."
    ),
)

STEPS = (
    Step(
        name="ask_agencies",
        label="Accept the referral and ask the agencies",
        done="Referral accepted and agencies asked",
        does="The case becomes a formal consideration. Every agency you choose is asked whether it was involved, "
        "and to secure its records.",
        from_stage=Stage.REFERRAL,
        to_stage=Stage.SCOPING,
        permission=Permission.ASK_AGENCIES,
        guard=readiness.before_scoping,
        duties=(Duty.P7,),
        page="scoping",
        told=(Role.AGENCY_CONTACT, Role.REFERRER),
    ),
    *CLOSING,
    Step(
        name="put_to_committee",
        label="Put the case to the Committee",
        done="Case put to the Committee",
        does="The referral and the agencies’ answers go to the Committee, which judges the criteria.",
        from_stage=Stage.SCOPING,
        to_stage=Stage.JUDGEMENT,
        permission=Permission.ASK_AGENCIES,
        guard=readiness.before_judgement,
        duties=(Duty.P7, Duty.P8),
        told=(Role.COMMITTEE_MEMBER,),
    ),
    Step(
        name="recommend",
        label="Recommend to the Chair",
        done="Committee recommended to the Chair",
        does="The Committee’s judgement and recommendation go to the Chair, who decides.",
        from_stage=Stage.JUDGEMENT,
        to_stage=Stage.DECISION,
        permission=Permission.JUDGE_CRITERIA,
        guard=readiness.before_decision,
        duties=(Duty.P3, Duty.P4, Duty.P8),
        page="judgement",
        told=(Role.BOARD_CHAIR,),
    ),
    Step(
        name="ask_for_more",
        label="Ask the agencies for more",
        done="Committee asked the agencies for more",
        does="Not enough is known to judge. The case goes back to scoping and returns to the Committee.",
        from_stage=Stage.JUDGEMENT,
        to_stage=Stage.SCOPING,
        permission=Permission.JUDGE_CRITERIA,
        guard=readiness.nothing,
        duties=(Duty.P3,),
        needs_reason=True,
        told=(Role.BUSINESS_MANAGER,),
    ),
    Step(
        name="decide_on_review",
        label="Decide that there is a review",
        done="Chair decided that there is a review",
        does="There is a review. The six months to the Board’s sign-off start on the day of the decision.",
        from_stage=Stage.DECISION,
        to_stage=Stage.PANEL,
        permission=Permission.DECIDE,
        guard=readiness.before_leaving_decision,
        duties=(Duty.P9, Duty.P24),
        page="decision",
        told=(
            Role.BUSINESS_MANAGER,
            Role.COMMITTEE_MEMBER,
            Role.AGENCY_CONTACT,
            Role.SENIOR_OFFICER,
            Role.REFERRER,
        ),
    ),
    Step(
        name="decide_against_review",
        label="Decide that there is no review",
        done="Chair decided that there is no review",
        does="There is no review under this guidance. The reasons are kept and the referrer is told.",
        from_stage=Stage.DECISION,
        to_stage=Stage.CLOSED,
        permission=Permission.DECIDE,
        guard=readiness.before_leaving_decision,
        duties=(Duty.P4, Duty.P9),
        page="decision",
        told=(
            Role.BUSINESS_MANAGER,
            Role.COMMITTEE_MEMBER,
            Role.AGENCY_CONTACT,
            Role.SENIOR_OFFICER,
            Role.REFERRER,
        ),
    ),
    Step(
        name="begin_evidence",
        label="Ask the agencies to begin",
        done="Agencies asked to begin",
        does="Each agency’s author is asked to bring the agency’s chronology and to write its review.",
        from_stage=Stage.PANEL,
        to_stage=Stage.EVIDENCE,
        permission=Permission.OVERSEE,
        guard=readiness.before_evidence,
        duties=(Duty.P10, Duty.P11),
        told=(Role.AGENCY_AUTHOR, Role.SENIOR_OFFICER),
    ),
    Step(
        name="begin_synthesis",
        label="Hand over to the overview author",
        done="Evidence handed over to the overview author",
        does="The evidence is in. The overview author writes the Overview Report and the Executive Summary.",
        from_stage=Stage.EVIDENCE,
        to_stage=Stage.SYNTHESIS,
        permission=Permission.OVERSEE,
        guard=readiness.before_synthesis,
        duties=(Duty.P12, Duty.P13),
        told=(Role.OVERVIEW_AUTHOR,),
    ),
    Step(
        name="reopen_evidence",
        label="Go back to the agencies",
        done="Evidence opened again",
        does="Something is missing from the evidence. The agencies’ part of the review opens again.",
        from_stage=Stage.SYNTHESIS,
        to_stage=Stage.EVIDENCE,
        permission=Permission.OVERSEE,
        guard=readiness.nothing,
        needs_reason=True,
        told=(Role.AGENCY_AUTHOR, Role.OVERVIEW_AUTHOR),
    ),
    Step(
        name="put_to_board",
        label="Put the reports to the Board",
        done="Reports put to the Board",
        does="The panel agrees the reports. They go to the Board for approval.",
        from_stage=Stage.SYNTHESIS,
        to_stage=Stage.SIGN_OFF,
        permission=Permission.OVERSEE,
        guard=readiness.before_sign_off,
        duties=(Duty.P13,),
        told=(Role.BOARD_CHAIR, Role.BUSINESS_MANAGER),
    ),
    Step(
        name="return_to_author",
        label="Return the reports to the author",
        done="Reports returned to the author",
        does="The Board asks for changes. The reports go back to the overview author.",
        from_stage=Stage.SIGN_OFF,
        to_stage=Stage.SYNTHESIS,
        permission=Permission.SIGN_OFF,
        guard=readiness.nothing,
        needs_reason=True,
        told=(Role.OVERVIEW_AUTHOR, Role.PANEL_CHAIR),
    ),
    Step(
        name="sign_off",
        label="Record the Board’s approval",
        done="Board approved the reports",
        does="The Board has approved the Overview Report. The clock stops on the day it did.",
        from_stage=Stage.SIGN_OFF,
        to_stage=Stage.PUBLICATION,
        permission=Permission.SIGN_OFF,
        guard=readiness.before_publication,
        duties=(Duty.P24,),
        page="sign_off",
        told=(Role.BUSINESS_MANAGER, Role.PANEL_CHAIR, Role.OVERVIEW_AUTHOR),
    ),
    Step(
        name="begin_follow_up",
        label="Go on to follow-up",
        done="Follow-up begun",
        does="The reports have been published, or withheld with a reason. What remains is action.",
        from_stage=Stage.PUBLICATION,
        to_stage=Stage.FOLLOW_UP,
        permission=Permission.PUBLISH,
        guard=readiness.before_follow_up,
        duties=(Duty.P23,),
        told=(Role.SENIOR_OFFICER,),
    ),
    Step(
        name="close",
        label="Close the review",
        done="Review closed",
        does="The review is closed. Actions that are still open go on being tracked.",
        from_stage=Stage.FOLLOW_UP,
        to_stage=Stage.CLOSED,
        permission=Permission.CLOSE,
        guard=readiness.before_closing,
        duties=(Duty.P5, Duty.P25),
        told=(Role.BOARD_CHAIR,),
    ),
    Step(
        name="reconsider",
        label="Ask the Committee to consider the case again",
        done="Committee asked to consider the case again",
        does="Something new has come to light. The case goes back to the Committee; what was decided before is kept.",
        from_stage=Stage.CLOSED,
        to_stage=Stage.JUDGEMENT,
        permission=Permission.ASK_AGENCIES,
        guard=readiness.before_reconsidering,
        duties=(Duty.P4,),
        needs_reason=True,
        told=(Role.COMMITTEE_MEMBER, Role.BOARD_CHAIR),
    ),
)

OUTCOMES = (
    DecisionOutcome("review", "There will be a Serious Case Review", "decide_on_review"),
    DecisionOutcome(
        "other_review",
        "There will be another kind of learning review",
        "decide_against_review",
        "Which kind of learning review will there be?",
    ),
    DecisionOutcome("no_review", "There will be no review", "decide_against_review"),
)

SCR_2010 = ReviewType(
    key="scr-2010",
    name="Serious Case Review (2010)",
    guidance="Working Together to Safeguard Children (2010), chapter 8",
    nouns=NOUNS,
    stages=STAGES,
    steps=STEPS,
    outcomes=OUTCOMES,
    referral=REFERRAL,
    earlier_referrals=(FIRST_REFERRAL,),
    facts_from_referral=facts_said,
    criteria=CRITERIA,
    aids=AIDS,
    absent=frozenset({Role.PARTNER_LOCAL_AUTHORITY, Role.PARTNER_HEALTH, Role.PARTNER_POLICE}),
    agency_report_outline=AGENCY_REPORT,
    short_report=("summary", "good_practice", "lessons"),
    overview_outline=OVERVIEW,
    summary_outline=SUMMARY,
    events=EVENTS,
    clocks=CLOCKS,
    milestones=MILESTONES,
    recipients=RECIPIENTS,
    standard_questions=STANDARD_QUESTIONS,
)
