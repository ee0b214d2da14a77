"""The Local Child Safeguarding Practice Review in England under the guidance of 2023.

Three safeguarding partners decide together, after a rapid review, whether there is a local review: they
may, and need not. Sources: Children Act 2004, sections 16B to 16F; SI 2018/789; the guidance of 2023.
"""

from goldenthread.domain import readiness
from goldenthread.domain.criteria.lcspr_2023 import CRITERIA
from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage, StageDescription, Step
from goldenthread.domain.questionnaires.notification_lcspr_2023 import NOTIFICATION, facts_said
from goldenthread.domain.questionnaires.rapid_review_lcspr_2023 import RAPID_REVIEW
from goldenthread.domain.questionnaires.recipients_lcspr_2023 import RECIPIENTS
from goldenthread.domain.questionnaires.reports_lcspr_2023 import AGENCY_REPORT, OVERVIEW, SUMMARY
from goldenthread.domain.questionnaires.terms_lcspr_2023 import STANDARD_QUESTIONS
from goldenthread.domain.questionnaires.timetable_lcspr_2023 import CLOCKS, EVENTS, MILESTONES
from goldenthread.domain.review_types.closing_a_referral import CLOSING
from goldenthread.domain.review_types.kinds import (
    DecisionOutcome,
    Nouns,
    ReviewType,
)
from goldenthread.domain.roles import Permission, Role

NOUNS = Nouns(
    review="Local Child Safeguarding Practice Review",
    reviews="Local Child Safeguarding Practice Reviews",
    board="Partnership",
    chair="Partners’ Executive",
    committee="Rapid Review Group",
    panel="Review Panel",
    agency_report="Agency Report",
    agency_reports="Agency Reports",
    overview="Review Report",
    summary="Learning Summary",
)

PARTNERS = (Role.PARTNER_LOCAL_AUTHORITY, Role.PARTNER_HEALTH, Role.PARTNER_POLICE)

STAGES = (
    StageDescription(
        Stage.REFERRAL,
        "Notification",
        Role.BUSINESS_MANAGER,
        "Read the notification and ask the agencies.",
    ),
    StageDescription(
        Stage.SCOPING,
        "Agencies’ summaries",
        Role.BUSINESS_MANAGER,
        "Gather every agency’s summary of its involvement.",
    ),
    StageDescription(
        Stage.JUDGEMENT,
        "Rapid review",
        Role.COMMITTEE_MEMBER,
        "Hold the rapid review, write its report, and recommend.",
    ),
    StageDescription(
        Stage.DECISION,
        "Partners’ decision",
        Role.PARTNER_LOCAL_AUTHORITY,
        "Decide together, with reasons.",
        together_with=(Role.PARTNER_HEALTH, Role.PARTNER_POLICE),
    ),
    StageDescription(
        Stage.PANEL,
        "Reviewer and terms",
        Role.BUSINESS_MANAGER,
        "Appoint the lead reviewer and agree the terms of reference.",
    ),
    StageDescription(
        Stage.EVIDENCE,
        "Evidence",
        Role.AGENCY_AUTHOR,
        "Bring each agency’s chronology and report to the Review Panel.",
    ),
    StageDescription(
        Stage.SYNTHESIS,
        "Synthesis",
        Role.OVERVIEW_AUTHOR,
        "Write the report and the learning summary.",
    ),
    StageDescription(
        Stage.SIGN_OFF,
        "Partners’ sign-off",
        Role.PARTNER_LOCAL_AUTHORITY,
        "Approve the report together.",
        together_with=(Role.PARTNER_HEALTH, Role.PARTNER_POLICE),
    ),
    StageDescription(
        Stage.PUBLICATION,
        "Publication",
        Role.BUSINESS_MANAGER,
        "Send the copy to the national panel, check the labelled copy and publish it.",
    ),
    StageDescription(
        Stage.FOLLOW_UP, "Follow-up", Role.BUSINESS_MANAGER, "See that actions are owned and taken."
    ),
    StageDescription(
        Stage.CLOSED, "Closed", None, "Actions that are still open go on being tracked."
    ),
)

_TOLD_OF_DECISION = (
    Role.BUSINESS_MANAGER,
    Role.COMMITTEE_MEMBER,
    Role.AGENCY_CONTACT,
    Role.SENIOR_OFFICER,
    Role.REFERRER,
)

STEPS = (
    Step(
        name="ask_agencies",
        label="Accept the notification and ask the agencies",
        done="Notification accepted and agencies asked",
        does="A rapid review begins. Every agency you choose is asked for a summary of its involvement, and to "
        "secure its records.",
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
        label="Put the case to the Rapid Review Group",
        done="Case put to the Rapid Review Group",
        does="The notification and the agencies’ summaries go to the rapid review.",
        from_stage=Stage.SCOPING,
        to_stage=Stage.JUDGEMENT,
        permission=Permission.ASK_AGENCIES,
        guard=readiness.before_judgement,
        duties=(Duty.P7, Duty.P8),
        told=(Role.COMMITTEE_MEMBER,),
    ),
    Step(
        name="recommend",
        label="Recommend to the partners",
        done="Rapid Review Group recommended to the partners",
        does="The rapid review and its recommendation go to the three partners, who decide together.",
        from_stage=Stage.JUDGEMENT,
        to_stage=Stage.DECISION,
        permission=Permission.JUDGE_CRITERIA,
        guard=readiness.before_decision,
        duties=(Duty.P4, Duty.P8),
        page="judgement",
        told=PARTNERS,
    ),
    Step(
        name="ask_for_more",
        label="Ask the agencies for more",
        done="Rapid Review Group asked the agencies for more",
        does="Not enough is known to judge. The case goes back to the agencies and returns to the rapid review.",
        from_stage=Stage.JUDGEMENT,
        to_stage=Stage.SCOPING,
        permission=Permission.JUDGE_CRITERIA,
        guard=readiness.nothing,
        needs_reason=True,
        told=(Role.BUSINESS_MANAGER,),
    ),
    Step(
        name="decide_on_review",
        label="Decide that there is a local review",
        done="Partners decided that there is a local review",
        does="There is a local review. The six months to its end start on the day of the decision.",
        from_stage=Stage.DECISION,
        to_stage=Stage.PANEL,
        permission=Permission.DECIDE,
        guard=readiness.before_leaving_decision,
        duties=(Duty.P9, Duty.P24),
        page="decision",
        told=_TOLD_OF_DECISION,
    ),
    Step(
        name="decide_against_review",
        label="Decide that there is no local review",
        done="Partners decided that there is no local review",
        does="There is no local review. The national panel is told why, and the learning of the rapid review is kept.",
        from_stage=Stage.DECISION,
        to_stage=Stage.CLOSED,
        permission=Permission.DECIDE,
        guard=readiness.before_leaving_decision,
        duties=(Duty.P4, Duty.P9),
        page="decision",
        told=_TOLD_OF_DECISION,
    ),
    Step(
        name="begin_evidence",
        label="Ask the agencies to begin",
        done="Agencies asked to begin",
        does="Each agency’s author is asked to bring the agency’s chronology and to write its report.",
        from_stage=Stage.PANEL,
        to_stage=Stage.EVIDENCE,
        permission=Permission.OVERSEE,
        guard=readiness.before_evidence,
        duties=(Duty.P10, Duty.P11),
        told=(Role.AGENCY_AUTHOR, Role.SENIOR_OFFICER),
    ),
    Step(
        name="begin_synthesis",
        label="Hand over to the lead reviewer",
        done="Evidence handed over to the lead reviewer",
        does="The evidence is in. The lead reviewer writes the report and the learning summary.",
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
        label="Put the report to the partners",
        done="Report put to the partners",
        does="The Review Panel agrees the report. It goes to the three partners for approval.",
        from_stage=Stage.SYNTHESIS,
        to_stage=Stage.SIGN_OFF,
        permission=Permission.OVERSEE,
        guard=readiness.before_sign_off,
        duties=(Duty.P13,),
        told=(*PARTNERS, Role.BUSINESS_MANAGER),
    ),
    Step(
        name="return_to_author",
        label="Return the report to the lead reviewer",
        done="Report returned to the lead reviewer",
        does="The partners ask for changes. They may correct facts; the findings are the reviewer’s.",
        from_stage=Stage.SIGN_OFF,
        to_stage=Stage.SYNTHESIS,
        permission=Permission.SIGN_OFF,
        guard=readiness.nothing,
        needs_reason=True,
        told=(Role.OVERVIEW_AUTHOR, Role.PANEL_CHAIR),
    ),
    Step(
        name="sign_off",
        label="Record the partners’ approval",
        done="Partners approved the report",
        does="The three partners have approved the report. The clock stops on the day the last of them did.",
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
        does="The report has been published, or withheld with a reason. What remains is action.",
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
        told=PARTNERS,
    ),
    Step(
        name="reconsider",
        label="Consider the case again",
        done="Case considered again",
        does="Something new has come to light, or the national panel disagrees. The case goes back to the rapid "
        "review; what was decided before is kept.",
        from_stage=Stage.CLOSED,
        to_stage=Stage.JUDGEMENT,
        permission=Permission.ASK_AGENCIES,
        guard=readiness.before_reconsidering,
        duties=(Duty.P4,),
        needs_reason=True,
        told=(Role.COMMITTEE_MEMBER, *PARTNERS),
    ),
)

OUTCOMES = (
    DecisionOutcome(
        "review", "There will be a Local Child Safeguarding Practice Review", "decide_on_review"
    ),
    DecisionOutcome(
        "national",
        "There will be no local review; the national panel is asked to consider the case",
        "decide_against_review",
    ),
    DecisionOutcome(
        "no_review",
        "There will be no local review; the rapid review is enough",
        "decide_against_review",
    ),
)

LCSPR_2023 = ReviewType(
    key="lcspr-2023",
    name="Local Child Safeguarding Practice Review (England, 2023)",
    guidance="Working Together to Safeguard Children (2023), chapter 5",
    nouns=NOUNS,
    stages=STAGES,
    steps=STEPS,
    outcomes=OUTCOMES,
    referral=NOTIFICATION,
    facts_from_referral=facts_said,
    criteria=CRITERIA,
    agency_report_outline=AGENCY_REPORT,
    overview_outline=OVERVIEW,
    summary_outline=SUMMARY,
    deciders=PARTNERS,
    absent=frozenset({Role.BOARD_CHAIR}),
    role_words={
        Role.REFERRER: "Notifier for the local authority",
        Role.BUSINESS_MANAGER: "Partnership business manager",
        Role.COMMITTEE_MEMBER: "Member of the Rapid Review Group",
        Role.PANEL_CHAIR: "Chair of the Review Panel",
        Role.PANEL_MEMBER: "Member of the Review Panel",
        Role.OVERVIEW_AUTHOR: "Lead reviewer",
    },
    forms=(RAPID_REVIEW,),
    events=EVENTS,
    clocks=CLOCKS,
    milestones=MILESTONES,
    recipients=RECIPIENTS,
    standard_questions=STANDARD_QUESTIONS,
)
