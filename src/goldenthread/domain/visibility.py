"""Who sees which material: one matrix for both walls.

The first wall (``visible_to`` in Python) and the second (row-level security in PostgreSQL) both
take their answers from :data:`MATRIX`, by two mechanisms that share no code, so that a forgotten
filter in one is held by the other. The matrix is printed as ``docs/permissions.md``.
"""

from enum import StrEnum

from goldenthread.domain.roles import Part, Role


class Material(StrEnum):
    """A kind of material in a review. Every confidential table holds exactly one kind."""

    REVIEW = "review"
    REFERRAL = "referral"
    SCOPING = "scoping"
    JUDGEMENT = "judgement"
    DECISION = "decision"
    PANEL = "panel"
    TERMS = "terms"
    SOURCE_FILE = "source_file"
    CHRONOLOGY = "chronology"
    AGENCY_REPORT = "agency_report"
    VERDICT = "verdict"
    OVERVIEW = "overview"
    REGISTER = "register"
    SIGN_OFF = "sign_off"
    TRAIL = "trail"
    RELEASE = "release"
    ACTION = "action"
    NOTICE = "notice"
    TIMETABLE = "timetable"
    PROCEEDINGS = "proceedings"
    HOLD = "hold"
    DISCLOSURE = "disclosure"
    COMMITTEE_MEETING = "committee_meeting"
    PANEL_MEETING = "panel_meeting"
    BOARD_MEETING = "board_meeting"
    VISIT = "visit"
    INTERVIEW_NOTES = "interview_notes"
    INTERVIEW_RECORD = "interview_record"
    SUPPORT = "support"
    BREACH = "breach"
    FAMILY = "family"
    HEALTH_OVERVIEW = "health_overview"
    MEDIA_PLAN = "media_plan"


class Reach(StrEnum):
    """How far a role sees into a kind of material."""

    NONE = "none"
    OWN = "own"
    """What the person's own agency (or the person) wrote, whatever its status."""
    OWN_THEN_SHARED = "own_then_shared"
    """Own; and what others have shared, once the own agency has shared its own, so that no account
    is coloured by another's before it is given."""
    SHARED = "shared"
    """Whatever has been shared with the panel. Never a draft, not even of the person's own agency."""
    ALL = "all"


MATERIAL_WORDS: dict[Material, str] = {
    Material.REVIEW: "That there is a review, and where it stands",
    Material.REFERRAL: "The referral",
    Material.SCOPING: "Agencies’ answers about their involvement",
    Material.JUDGEMENT: "The judgement",
    Material.DECISION: "The Chair’s decision",
    Material.PANEL: "Who is on the panel, who writes, and how far each agency has come",
    Material.TERMS: "The terms of reference",
    Material.SOURCE_FILE: "Files as an agency brought them",
    Material.CHRONOLOGY: "Chronology entries",
    Material.AGENCY_REPORT: "Agency reports",
    Material.VERDICT: "What the panel said to an agency about its report",
    Material.OVERVIEW: "The overview report and executive summary",
    Material.REGISTER: "Who is who: real names behind labels",
    Material.SIGN_OFF: "The Board’s approval",
    Material.TRAIL: "Who did and saw what",
    Material.RELEASE: "Preparing publication",
    Material.ACTION: "Actions",
    Material.NOTICE: "Who has been told of what, and when",
    Material.TIMETABLE: "The timetable, its clocks and extensions",
    Material.PROCEEDINGS: "Other proceedings beside the review",
    Material.HOLD: "What is held back for other proceedings",
    Material.DISCLOSURE: "The disclosure schedule",
    Material.COMMITTEE_MEETING: "The Committee’s meetings",
    Material.PANEL_MEETING: "The Panel’s meetings",
    Material.BOARD_MEETING: "The Board’s meetings",
    Material.VISIT: "When somebody last looked at the review",
    Material.INTERVIEW_NOTES: "Notes of interviews",
    Material.INTERVIEW_RECORD: "Records of interviews, as the interviewee has checked them",
    Material.SUPPORT: "Support offered to staff",
    Material.BREACH: "That a line manager was told of a serious breach",
    Material.FAMILY: "What the family contributed",
    Material.HEALTH_OVERVIEW: "The health overview report",
    Material.MEDIA_PLAN: "What is said to the press",
}

REACH_WORDS: dict[Reach, str] = {
    Reach.NONE: "no",
    Reach.OWN: "own",
    Reach.OWN_THEN_SHARED: "own; others’ once own is submitted",
    Reach.SHARED: "once submitted",
    Reach.ALL: "yes",
}

M, A, S, O, T = Material, Reach.ALL, Reach.SHARED, Reach.OWN, Reach.OWN_THEN_SHARED  # noqa: E741

# Whoever decides, alone or with others, sees the whole but no agency's unfinished work.
_DECIDES: dict[Material, Reach] = {
    M.REVIEW: A,
    M.REFERRAL: A,
    M.SCOPING: A,
    M.JUDGEMENT: A,
    M.DECISION: A,
    M.PANEL: A,
    M.TERMS: A,
    M.CHRONOLOGY: S,
    M.AGENCY_REPORT: S,
    M.VERDICT: A,
    M.OVERVIEW: A,
    M.REGISTER: A,
    M.SIGN_OFF: A,
    M.RELEASE: A,
    M.ACTION: A,
    M.TRAIL: A,
    M.NOTICE: A,
    M.TIMETABLE: A,
    M.PROCEEDINGS: A,
    M.HOLD: A,
    M.DISCLOSURE: A,
    M.COMMITTEE_MEETING: A,
    M.PANEL_MEETING: A,
    M.BOARD_MEETING: A,
    M.FAMILY: A,
    M.HEALTH_OVERVIEW: A,
    M.MEDIA_PLAN: A,
}

MATRIX: dict[Role, dict[Material, Reach]] = {
    # The referrer's part exists only in the review they referred; the pages show them only the
    # referral and its outcome.
    Role.REFERRER: {M.REVIEW: A, M.REFERRAL: A},
    Role.BUSINESS_MANAGER: {
        M.REVIEW: A,
        M.REFERRAL: A,
        M.SCOPING: A,
        M.JUDGEMENT: A,
        M.DECISION: A,
        M.PANEL: A,
        M.TERMS: A,
        M.CHRONOLOGY: S,
        M.AGENCY_REPORT: S,
        M.VERDICT: A,
        M.OVERVIEW: A,
        M.REGISTER: A,
        M.SIGN_OFF: A,
        M.RELEASE: A,
        M.ACTION: A,
        M.TRAIL: A,
        M.NOTICE: A,
        M.TIMETABLE: A,
        M.PROCEEDINGS: A,
        M.HOLD: A,
        M.DISCLOSURE: A,
        M.COMMITTEE_MEETING: A,
        M.PANEL_MEETING: A,
        M.BOARD_MEETING: A,
        M.FAMILY: A,
        M.HEALTH_OVERVIEW: A,
        M.MEDIA_PLAN: A,
    },
    Role.COMMITTEE_MEMBER: {
        M.REVIEW: A,
        M.REFERRAL: A,
        M.SCOPING: A,
        M.JUDGEMENT: A,
        M.DECISION: A,
        M.PANEL: A,
        M.TERMS: A,
        M.SIGN_OFF: A,
        M.NOTICE: A,
        M.TIMETABLE: A,
        M.COMMITTEE_MEETING: A,
    },
    Role.BOARD_CHAIR: _DECIDES,
    Role.PARTNER_LOCAL_AUTHORITY: _DECIDES,
    Role.PARTNER_HEALTH: _DECIDES,
    Role.PARTNER_POLICE: _DECIDES,
    # Who sits on the panel and who writes is no business of someone who only answers for the agency.
    Role.AGENCY_CONTACT: {M.REVIEW: A, M.SCOPING: O, M.DECISION: A, M.PANEL: Reach.NONE},
    Role.SENIOR_OFFICER: {
        M.REVIEW: A,
        M.SCOPING: O,
        M.DECISION: A,
        M.PANEL: A,
        M.TERMS: A,
        M.SOURCE_FILE: O,
        M.CHRONOLOGY: T,
        M.AGENCY_REPORT: O,
        M.VERDICT: O,
        M.REGISTER: O,
        M.SIGN_OFF: A,
        M.ACTION: A,
        M.TIMETABLE: A,
        M.HOLD: O,
        M.DISCLOSURE: O,
        M.SUPPORT: O,
        M.BREACH: O,
        M.MEDIA_PLAN: O,
    },
    Role.PANEL_CHAIR: {
        M.REVIEW: A,
        M.REFERRAL: A,
        M.SCOPING: A,
        M.JUDGEMENT: A,
        M.DECISION: A,
        M.PANEL: A,
        M.TERMS: A,
        M.CHRONOLOGY: S,
        M.AGENCY_REPORT: S,
        M.VERDICT: A,
        M.OVERVIEW: A,
        M.REGISTER: A,
        M.SIGN_OFF: A,
        M.RELEASE: A,
        M.ACTION: A,
        M.NOTICE: A,
        M.TIMETABLE: A,
        M.PROCEEDINGS: A,
        M.HOLD: A,
        M.DISCLOSURE: A,
        M.COMMITTEE_MEETING: A,
        M.PANEL_MEETING: A,
        M.BOARD_MEETING: A,
        M.FAMILY: A,
        M.HEALTH_OVERVIEW: A,
        M.MEDIA_PLAN: A,
    },
    Role.PANEL_MEMBER: {
        M.REVIEW: A,
        M.REFERRAL: A,
        M.SCOPING: A,
        M.JUDGEMENT: A,
        M.DECISION: A,
        M.PANEL: A,
        M.TERMS: A,
        M.CHRONOLOGY: S,
        M.AGENCY_REPORT: S,
        M.VERDICT: A,
        M.OVERVIEW: A,
        M.SIGN_OFF: A,
        M.ACTION: A,
        M.NOTICE: A,
        M.TIMETABLE: A,
        M.PROCEEDINGS: A,
        M.HOLD: A,
        M.COMMITTEE_MEETING: A,
        M.PANEL_MEETING: A,
        M.FAMILY: A,
        M.HEALTH_OVERVIEW: A,
    },
    Role.AGENCY_AUTHOR: {
        M.REVIEW: A,
        M.SCOPING: O,
        M.DECISION: A,
        M.PANEL: A,
        M.TERMS: A,
        M.SOURCE_FILE: O,
        M.CHRONOLOGY: T,
        M.AGENCY_REPORT: O,
        M.VERDICT: O,
        M.REGISTER: O,
        M.SIGN_OFF: A,
        M.ACTION: A,
        M.TIMETABLE: A,
        M.HOLD: O,
        M.INTERVIEW_NOTES: O,
        M.INTERVIEW_RECORD: O,
        M.SUPPORT: O,
        M.BREACH: O,
    },
    Role.OVERVIEW_AUTHOR: {
        M.REVIEW: A,
        M.REFERRAL: A,
        M.SCOPING: A,
        M.JUDGEMENT: A,
        M.DECISION: A,
        M.PANEL: A,
        M.TERMS: A,
        M.CHRONOLOGY: S,
        M.AGENCY_REPORT: S,
        M.VERDICT: A,
        M.OVERVIEW: A,
        M.REGISTER: A,
        M.SIGN_OFF: A,
        M.RELEASE: A,
        M.ACTION: A,
        M.TIMETABLE: A,
        M.PROCEEDINGS: A,
        M.HOLD: A,
        M.COMMITTEE_MEETING: A,
        M.PANEL_MEETING: A,
        M.FAMILY: A,
        M.HEALTH_OVERVIEW: A,
    },
    Role.INTERVIEWEE: {M.TERMS: A},
}


class Outsider(StrEnum):
    """Somebody who has a lawful interest in a review and no part in it: no account opens it for them."""

    LINE_MANAGER = "line_manager"
    FAMILY_MEMBER = "family_member"
    INVESTIGATOR = "investigator"
    INSPECTOR = "inspector"
    ELECTED_MEMBER = "elected_member"
    ADMINISTRATOR = "administrator"
    PUBLIC = "public"


OUTSIDERS: dict[Outsider, tuple[str, str]] = {
    Outsider.LINE_MANAGER: (
        "Line manager, or an officer of a disciplinary case",
        "Is told by the agency’s author, outside this system, that there is a serious concern. Sees nothing of any interview.",
    ),
    Outsider.FAMILY_MEMBER: (
        "Family member",
        "Is told and asked by a person they know. Reads the report before it is published, with support.",
    ),
    Outsider.INVESTIGATOR: (
        "Police investigator or prosecutor",
        "Asks, and is answered, through the disclosure schedule: one document at a time, with a legal basis.",
    ),
    Outsider.INSPECTOR: (
        "Inspectorate or department",
        "Is sent the notices and reports that the guidance names; never notes of an interview.",
    ),
    Outsider.ELECTED_MEMBER: (
        "Elected member or other local politician",
        "Reads what is published, when it is.",
    ),
    Outsider.ADMINISTRATOR: (
        "Whoever looks after the system",
        "Sees accounts, never a case: names, interviews and files are sealed with a key for each review.",
    ),
    Outsider.PUBLIC: ("Anybody", "Reads the labelled copy on the public site."),
}
"""Who each is, and by which way they learn what they may (the walls of who must not see what)."""


def reach(role: Role, material: Material) -> Reach:
    """How far the role sees into the material; what the matrix does not say is *none*."""
    return MATRIX[role].get(material, Reach.NONE)


def may_see(
    parts: frozenset[Part],
    material: Material,
    *,
    agency_id: int | None,
    shared: bool,
    own_shared: bool,
) -> bool:
    """Whether someone with these parts in a review sees one piece of its material.

    ``agency_id`` is the agency that wrote it (None: the Board or the Panel), ``shared`` whether it
    has been shared with the panel, ``own_shared`` whether the person's own agency has shared its own
    (with parts for several agencies: whether any of them has). No parts, no sight: neither an
    administrator of the system nor someone who has left the review sees anything.
    """
    for part in parts:
        match reach(part.role, material):
            case Reach.ALL:
                return True
            case Reach.SHARED if shared:
                return True
            case Reach.OWN_THEN_SHARED if _is_own(part, agency_id) or (shared and own_shared):
                return True
            case Reach.OWN if _is_own(part, agency_id):
                return True
    return False


def sees_any(parts: frozenset[Part], material: Material) -> bool:
    """Whether someone with these parts has any business with this kind of material."""
    return any(reach(part.role, material) is not Reach.NONE for part in parts)


def _is_own(part: Part, agency_id: int | None) -> bool:
    # What belongs to no agency (None: the Board or the Panel) is nobody's own.
    return agency_id is not None and part.agency_id == agency_id
