"""Who takes part in a review, in words, and what each may do.

Sources: the field's independence rules and access matrix (see ``docs/permissions.md``). A role is
held either as a standing *post* at the Board or at an agency, or as a *membership* of one review.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A part a person plays."""

    REFERRER = "referrer"
    BUSINESS_MANAGER = "business_manager"
    COMMITTEE_MEMBER = "committee_member"
    BOARD_CHAIR = "board_chair"
    PARTNER_LOCAL_AUTHORITY = "partner_local_authority"
    PARTNER_HEALTH = "partner_health"
    PARTNER_POLICE = "partner_police"
    AGENCY_CONTACT = "agency_contact"
    SENIOR_OFFICER = "senior_officer"
    PANEL_CHAIR = "panel_chair"
    PANEL_MEMBER = "panel_member"
    AGENCY_AUTHOR = "agency_author"
    OVERVIEW_AUTHOR = "overview_author"
    INTERVIEWEE = "interviewee"


class Permission(StrEnum):
    """Something a person may do. What a person may *see* is in :mod:`.visibility`."""

    RECEIVE_REFERRALS = "receive_referrals"
    WRITE_OWN_REFERRAL = "write_own_referral"
    ASK_AGENCIES = "ask_agencies"
    ANSWER_FOR_AGENCY = "answer_for_agency"
    JUDGE_CRITERIA = "judge_criteria"
    DECIDE = "decide"
    FORM_PANEL = "form_panel"
    WRITE_TERMS = "write_terms"
    APPROVE_TERMS = "approve_terms"
    OVERSEE = "oversee"
    BRING_CHRONOLOGY = "bring_chronology"
    WRITE_AGENCY_REPORT = "write_agency_report"
    ACCEPT_FOR_AGENCY = "accept_for_agency"
    WRITE_OVERVIEW = "write_overview"
    KEEP_REGISTER = "keep_register"
    SIGN_OFF = "sign_off"
    PUBLISH = "publish"
    KEEP_PROCEEDINGS = "keep_proceedings"
    KEEP_TIME = "keep_time"
    GRANT_EXTENSION = "grant_extension"
    GIVE_NOTICE = "give_notice"
    SET_CLOCKS = "set_clocks"
    KEEP_ACTIONS = "keep_actions"
    REPORT_ON_ACTIONS = "report_on_actions"
    CLOSE = "close"
    READ_TRAIL = "read_trail"
    MANAGE_PEOPLE = "manage_people"
    KEEP_MEETINGS = "keep_meetings"


PERMISSION_WORDS: dict[Permission, str] = {
    Permission.RECEIVE_REFERRALS: "Receive referrals",
    Permission.WRITE_OWN_REFERRAL: "Write and send their own referral",
    Permission.ASK_AGENCIES: "Ask agencies whether they were involved, and put the case to the Committee",
    Permission.ANSWER_FOR_AGENCY: "Answer for their agency whether it was involved",
    Permission.JUDGE_CRITERIA: "Judge the criteria and recommend",
    Permission.DECIDE: "Decide whether there is a review",
    Permission.FORM_PANEL: "Appoint the panel and the authors",
    Permission.WRITE_TERMS: "Write the terms of reference",
    Permission.APPROVE_TERMS: "Approve the terms of reference",
    Permission.OVERSEE: "Oversee the review: begin each part, and accept or return agencies’ reports",
    Permission.BRING_CHRONOLOGY: "Bring and submit their agency’s chronology",
    Permission.WRITE_AGENCY_REPORT: "Write and submit their agency’s report",
    Permission.ACCEPT_FOR_AGENCY: "Name their agency’s author and accept its findings",
    Permission.WRITE_OVERVIEW: "Write the overview report and the executive summary",
    Permission.KEEP_REGISTER: "Keep the register of who is who",
    Permission.SIGN_OFF: "Record the Board’s approval, or return the reports",
    Permission.PUBLISH: "Publish the labelled copy, or withhold it",
    Permission.KEEP_PROCEEDINGS: "Record other proceedings, place and lift holds, and keep the disclosure schedule",
    Permission.KEEP_TIME: "Keep the timetable: days planned, days recorded by hand, and asking for more time",
    Permission.GRANT_EXTENSION: "Grant or refuse more time, or record the department’s answer",
    Permission.GIVE_NOTICE: "Write to those who must be told, and record who has been",
    Permission.SET_CLOCKS: "Set how long the clocks of the Board’s own protocol run",
    Permission.KEEP_ACTIONS: "Add actions and record progress on any of them",
    Permission.REPORT_ON_ACTIONS: "Record progress on actions that their agency leads",
    Permission.CLOSE: "Close the review",
    Permission.READ_TRAIL: "Read who did and saw what",
    Permission.MANAGE_PEOPLE: "Manage people and their posts",
    Permission.KEEP_MEETINGS: "Plan meetings and keep their record (the panel chair: of the panel’s own)",
}


class Held(StrEnum):
    """How a role is held."""

    AT_BOARD = "at_board"
    AT_AGENCY = "at_agency"
    IN_REVIEW = "in_review"
    IN_REVIEW_FOR_AGENCY = "in_review_for_agency"


HELD_WORDS: dict[Held, str] = {
    Held.AT_BOARD: "A post at the Board, for all its reviews",
    Held.AT_AGENCY: "A post at an agency, for reviews in which the agency was asked",
    Held.IN_REVIEW: "A part in one review",
    Held.IN_REVIEW_FOR_AGENCY: "A part in one review, for one agency",
}


@dataclass(frozen=True, slots=True)
class RoleDescription:
    """A role as a manager reads it: its name, what it is for, how it is held, what it may do."""

    name: str
    purpose: str
    held: Held
    may: frozenset[Permission]


P = Permission
# What those may do who decide for their body, alone or with others.
_DECIDES = frozenset({P.DECIDE, P.APPROVE_TERMS, P.SIGN_OFF, P.GRANT_EXTENSION, P.READ_TRAIL})

ROLES: dict[Role, RoleDescription] = {
    Role.REFERRER: RoleDescription(
        "Referrer",
        "Refers the case, and is told the outcome.",
        Held.IN_REVIEW,
        frozenset({P.WRITE_OWN_REFERRAL}),
    ),
    Role.BUSINESS_MANAGER: RoleDescription(
        "Board business manager",
        "Runs the review for the Board: asks agencies, keeps time, keeps the register of people, publishes.",
        Held.AT_BOARD,
        frozenset(
            {
                P.RECEIVE_REFERRALS,
                P.ASK_AGENCIES,
                P.FORM_PANEL,
                P.WRITE_TERMS,
                P.KEEP_REGISTER,
                P.PUBLISH,
                P.KEEP_PROCEEDINGS,
                P.KEEP_TIME,
                P.GIVE_NOTICE,
                P.SET_CLOCKS,
                P.KEEP_ACTIONS,
                P.REPORT_ON_ACTIONS,
                P.CLOSE,
                P.READ_TRAIL,
                P.MANAGE_PEOPLE,
                P.KEEP_MEETINGS,
            }
        ),
    ),
    Role.COMMITTEE_MEMBER: RoleDescription(
        "Committee member",
        "Judges, with the Committee, whether the criteria are met, and recommends.",
        Held.AT_BOARD,
        frozenset({P.JUDGE_CRITERIA}),
    ),
    Role.BOARD_CHAIR: RoleDescription(
        "Chair of the Board",
        "Decides whether there is a review, approves its terms, and signs off for the Board.",
        Held.AT_BOARD,
        _DECIDES,
    ),
    Role.PARTNER_LOCAL_AUTHORITY: RoleDescription(
        "Safeguarding partner for the local authority",
        "Decides together with the other partners, approves the terms, and signs off.",
        Held.AT_BOARD,
        _DECIDES,
    ),
    Role.PARTNER_HEALTH: RoleDescription(
        "Safeguarding partner for health",
        "Decides together with the other partners, approves the terms, and signs off.",
        Held.AT_BOARD,
        _DECIDES,
    ),
    Role.PARTNER_POLICE: RoleDescription(
        "Safeguarding partner for the police",
        "Decides together with the other partners, approves the terms, and signs off.",
        Held.AT_BOARD,
        _DECIDES,
    ),
    Role.AGENCY_CONTACT: RoleDescription(
        "Agency contact",
        "Answers for the agency whether it was involved.",
        Held.AT_AGENCY,
        frozenset({P.ANSWER_FOR_AGENCY}),
    ),
    Role.SENIOR_OFFICER: RoleDescription(
        "Agency senior officer",
        "Names the agency’s author, accepts the agency’s findings, and owns its actions.",
        Held.AT_AGENCY,
        frozenset({P.ANSWER_FOR_AGENCY, P.ACCEPT_FOR_AGENCY, P.REPORT_ON_ACTIONS}),
    ),
    Role.PANEL_CHAIR: RoleDescription(
        "Panel chair",
        "Independent of every member agency; chairs the Panel that oversees the review.",
        Held.IN_REVIEW,
        frozenset(
            {
                P.WRITE_TERMS,
                P.OVERSEE,
                P.KEEP_PROCEEDINGS,
                P.KEEP_TIME,
                P.KEEP_ACTIONS,
                P.KEEP_MEETINGS,
            }
        ),
    ),
    Role.PANEL_MEMBER: RoleDescription(
        "Panel member",
        "Senior manager of an agency, without line management of the case.",
        Held.IN_REVIEW_FOR_AGENCY,
        frozenset({P.REPORT_ON_ACTIONS}),
    ),
    Role.AGENCY_AUTHOR: RoleDescription(
        "Agency author",
        "Writes the agency’s own review; was not involved and did not manage those who were.",
        Held.IN_REVIEW_FOR_AGENCY,
        frozenset({P.BRING_CHRONOLOGY, P.WRITE_AGENCY_REPORT}),
    ),
    Role.OVERVIEW_AUTHOR: RoleDescription(
        "Overview author",
        "Independent of every agency and of the Board; brings everything together in one report.",
        Held.IN_REVIEW,
        frozenset({P.WRITE_OVERVIEW, P.KEEP_REGISTER, P.KEEP_ACTIONS}),
    ),
    Role.INTERVIEWEE: RoleDescription(
        "Interviewee",
        "A professional who is asked to help the review understand what happened.",
        Held.IN_REVIEW_FOR_AGENCY,
        frozenset(),
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One role a person holds, and for which agency where the role is held for one."""

    role: Role
    agency_id: int | None = None


def permissions_of(parts: frozenset[Part]) -> frozenset[Permission]:
    """Everything these parts together may do."""
    return frozenset(permission for part in parts for permission in ROLES[part.role].may)


def roles_with(permission: Permission) -> tuple[Role, ...]:
    """The roles that carry the permission, in the order of :data:`ROLES`."""
    return tuple(role for role, words in ROLES.items() if permission in words.may)


def agencies_for(parts: frozenset[Part], permission: Permission) -> frozenset[int]:
    """The agencies for which these parts carry the permission."""
    return frozenset(
        part.agency_id
        for part in parts
        if part.agency_id is not None and permission in ROLES[part.role].may
    )
