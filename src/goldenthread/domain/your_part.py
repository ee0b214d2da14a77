"""“Your part in this review”: what a reader is told, for their role, and whom they are led to (P28).

Written for somebody who did not ask to be here and may be under strain: what this is, why they, what is
expected, who supports them, whom to ask. Data, one entry a role; the regime's own nouns stand in braces
and come from the review's type.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.review_types.kinds import Nouns
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import Material


@dataclass(frozen=True, slots=True)
class ContactKind:
    """A kind of contact: what it is called, and what somebody who is led there will find."""

    name: str
    finds: str


CONTACTS: dict[str, ContactKind] = {
    "duty_team": ContactKind(
        "The safeguarding duty team",
        "Whoever fears for a child now is led here, before anything is written down.",
    ),
    "board_office": ContactKind(
        "The office", "Whoever does not know whom else to ask is led here."
    ),
    "designated_person": ContactKind(
        "Designated safeguarding person",
        "Somebody of the agency with a question about safeguarding, or about what to say and to whom.",
    ),
    "staff_support": ContactKind(
        "Staff support",
        "Somebody of the agency whom the review weighs on: occupational health, an employee helpline, a "
        "colleague who is named for it. Support is the agency’s duty.",
    ),
}
"""What the kinds of contact are for, by the key under which they are kept."""


class Whom(StrEnum):
    """Somebody a reader can turn to."""

    LINE_MANAGER = "line_manager"
    STAFF_SUPPORT = "staff_support"
    DESIGNATED_PERSON = "designated_person"
    AGENCY_AUTHOR = "agency_author"
    SENIOR_OFFICER = "senior_officer"
    PANEL_MEMBER = "panel_member"
    PANEL_CHAIR = "panel_chair"
    OVERVIEW_AUTHOR = "overview_author"
    BUSINESS_MANAGER = "business_manager"
    BOARD_OFFICE = "board_office"


W = Whom

WHAT_FOR: dict[Whom, str] = {
    W.LINE_MANAGER: "Time for this beside your other work, and how you are. They need not be told anything of the case.",
    W.STAFF_SUPPORT: "How you are, and what would help. Support is your own agency’s duty, and it is yours to use.",
    W.DESIGNATED_PERSON: "Safeguarding practice, and what may be said to whom.",
    W.AGENCY_AUTHOR: "What your agency found, the records it looked at, and what it will say.",
    W.SENIOR_OFFICER: "Your agency’s part as a whole: time, access to records, and what it will do next.",
    W.PANEL_MEMBER: "What your agency says on the {panel}, and what the {panel} has asked for.",
    W.PANEL_CHAIR: "What the review covers, how it is run, and any doubt about fairness.",
    W.OVERVIEW_AUTHOR: "The {overview}: what it draws on, and how it tells it.",
    W.BUSINESS_MANAGER: "Dates, access, papers, and anything you do not know whom to ask about.",
    W.BOARD_OFFICE: "Anything, when the person you look for is away.",
}
"""What to ask each of them about."""


@dataclass(frozen=True, slots=True)
class RoleHelp:
    """What somebody in this role is told.

    ``writes`` is the material they type, for “who sees what I write”; ``asks`` are the people they are
    led to, nearest first.
    """

    why_you: str
    expected: tuple[str, ...]
    next: str
    writes: tuple[Material, ...]
    asks: tuple[Whom, ...]


M = Material
_OF_BOARD = (W.BUSINESS_MANAGER, W.PANEL_CHAIR, W.BOARD_OFFICE)
_OF_AGENCY = (W.LINE_MANAGER, W.DESIGNATED_PERSON)

_PARTNER = RoleHelp(
    why_you="You speak for one of the partners who decide together whether there is a {review}. What one "
    "partner decides counts once the others have decided as well.",
    expected=(
        "Read the referral, what the agencies answered, and the recommendation.",
        "Say what you decide, and why, in words that can be read years from now.",
        "When the reports are finished, say whether you approve them.",
    ),
    next="The day of the decision starts the clock of the review, and everybody who must be told is told.",
    writes=(M.DECISION, M.SIGN_OFF),
    asks=_OF_BOARD,
)

HELP: dict[Role, RoleHelp] = {
    Role.REFERRER: RoleHelp(
        why_you="You told the {board} of this case. Thank you: without people who do, nothing would be learned.",
        expected=(
            "Nothing more, unless the {board} asks you.",
            "If you learn something new, tell the {board}’s business manager.",
        ),
        next="The {board} tells you what it decides: whether there is a {review}, or how else the case is "
        "looked at. What the agencies then write, and who is asked, stays with those who work on it.",
        writes=(M.REFERRAL,),
        asks=(*_OF_AGENCY, W.STAFF_SUPPORT, W.BUSINESS_MANAGER, W.BOARD_OFFICE),
    ),
    Role.BUSINESS_MANAGER: RoleHelp(
        why_you="You run this review for the {board}: people come to you when they do not know whom else to ask.",
        expected=(
            "Ask the agencies, keep the days, and chase what is late.",
            "See that the {panel} is independent, and that everybody knows their part and who supports them.",
            "Keep the register of who is who, so that no name reaches the public.",
        ),
        next="At every stage the review’s home says whose turn it is and what is missing. After it is published you "
        "follow its actions until their effect is seen.",
        writes=(M.PANEL, M.TERMS, M.REGISTER, M.NOTICE, M.ACTION),
        asks=(W.PANEL_CHAIR, W.OVERVIEW_AUTHOR, W.STAFF_SUPPORT, W.BOARD_OFFICE),
    ),
    Role.COMMITTEE_MEMBER: RoleHelp(
        why_you="You sit on the {committee}, which judges whether the criteria for a {review} are met.",
        expected=(
            "Read the referral and what the agencies answered, before the meeting.",
            "Declare any interest, however small; stand back where you have one.",
            "Judge each question by its evidence. What is not known is said to be not known.",
        ),
        next="The {committee} recommends; the {chair} decides, and may decide differently, with reasons.",
        writes=(M.JUDGEMENT, M.COMMITTEE_MEETING),
        asks=_OF_BOARD,
    ),
    Role.BOARD_CHAIR: RoleHelp(
        why_you="The decision whether there is a {review} is yours, and so is the {board}’s approval at its end.",
        expected=(
            "Read the recommendation, and decide, with your reasons.",
            "Approve the terms of reference.",
            "Answer a request for more time; approve the reports, or return them.",
        ),
        next="Your decision starts the clock. A decision is never undone: a later one can follow it.",
        writes=(M.DECISION, M.TERMS, M.TIMETABLE, M.SIGN_OFF),
        asks=_OF_BOARD,
    ),
    Role.PARTNER_LOCAL_AUTHORITY: _PARTNER,
    Role.PARTNER_HEALTH: _PARTNER,
    Role.PARTNER_POLICE: _PARTNER,
    Role.AGENCY_CONTACT: RoleHelp(
        why_you="Your agency belongs to the {board}, and every agency is asked. You are the person whom it "
        "named for such questions. It does not mean that anybody thinks your agency did something wrong.",
        expected=(
            "Have your agency’s records of the case found and secured, so that they stay as they are.",
            "Say whether your agency was involved. “Not involved” is an answer, and it is needed too.",
        ),
        next="If your agency was involved, and there is a {review}, its senior officer names an author who had "
        "nothing to do with the case.",
        writes=(M.SCOPING,),
        asks=(*_OF_AGENCY, W.SENIOR_OFFICER, W.STAFF_SUPPORT, W.BUSINESS_MANAGER, W.BOARD_OFFICE),
    ),
    Role.SENIOR_OFFICER: RoleHelp(
        why_you="You answer for your agency: that it takes part, that its people are supported, and that what it "
        "learns is acted on.",
        expected=(
            "Name an author who was not involved and did not manage those who were, and give them time.",
            "See that everybody who is interviewed knows who supports them, from the beginning.",
            "Accept your agency’s findings, and begin with what can be put right now.",
        ),
        next="Your agency’s actions stay with you after the review is published, until their effect is seen.",
        writes=(M.SCOPING, M.ACTION),
        asks=(W.AGENCY_AUTHOR, W.PANEL_MEMBER, W.DESIGNATED_PERSON, *_OF_BOARD),
    ),
    Role.PANEL_CHAIR: RoleHelp(
        why_you="You are independent of every agency in this review. You chair the {panel} and see that the review "
        "is fair, thorough and in time.",
        expected=(
            "Settle the terms of reference: what is asked, of whom, over which period.",
            "Accept each agency’s work, or return it with what is missing.",
            "Put the finished reports to the {board}.",
        ),
        next="When the agencies’ work is in, one author brings it together; the {panel} reads it before the "
        "{board} does.",
        writes=(M.TERMS, M.VERDICT, M.PANEL_MEETING, M.ACTION),
        asks=(W.BUSINESS_MANAGER, W.OVERVIEW_AUTHOR, W.BOARD_OFFICE),
    ),
    Role.PANEL_MEMBER: RoleHelp(
        why_you="You are a senior manager of your agency, and you do not manage the case. You bring what your agency "
        "knows to the {panel}, and what the {panel} learns back to your agency.",
        expected=(
            "Read what the agencies bring, and ask what is not yet asked.",
            "Declare at each meeting any interest that you have.",
            "See that what is agreed is done in your agency.",
        ),
        next="You see other agencies’ work when it has been submitted. The {panel} agrees the {overview} before it "
        "goes to the {board}.",
        writes=(M.PANEL_MEETING, M.ACTION),
        asks=(
            W.PANEL_CHAIR,
            W.AGENCY_AUTHOR,
            W.SENIOR_OFFICER,
            W.DESIGNATED_PERSON,
            W.STAFF_SUPPORT,
            W.BUSINESS_MANAGER,
            W.BOARD_OFFICE,
        ),
    ),
    Role.AGENCY_AUTHOR: RoleHelp(
        why_you="Your agency has named you to write its {agency_report}, because you had no part in the case and did "
        "not manage anybody who had.",
        expected=(
            "Gather your agency’s records, and bring its chronology.",
            (
                "Speak with the people who were there. Tell them what it is for and who supports them, and let "
                "them check what you wrote down."
            ),
            "Say what happened and why, what was done well, and what should change.",
        ),
        next="Your senior officer accepts what you found, and the {panel} reads it. You see the other agencies’ "
        "chronologies once your own is submitted, so that no account colours another.",
        writes=(M.CHRONOLOGY, M.AGENCY_REPORT),
        asks=(
            W.LINE_MANAGER,
            W.STAFF_SUPPORT,
            W.SENIOR_OFFICER,
            W.PANEL_MEMBER,
            W.DESIGNATED_PERSON,
            W.PANEL_CHAIR,
            W.BUSINESS_MANAGER,
            W.BOARD_OFFICE,
        ),
    ),
    Role.OVERVIEW_AUTHOR: RoleHelp(
        why_you="You are independent of every agency and of the {board}. You bring everything together in one account.",
        expected=(
            "Read what the agencies bring, and ask for what is missing.",
            "Invite the family to contribute, as is right for them.",
            "Write the {overview} and the {summary}, with labels in place of names.",
        ),
        next="The {panel} agrees your reports, the {board} approves them, and the labelled copy is usually published.",
        writes=(M.OVERVIEW, M.REGISTER, M.ACTION),
        asks=(W.PANEL_CHAIR, W.BUSINESS_MANAGER, W.BOARD_OFFICE),
    ),
    Role.INTERVIEWEE: RoleHelp(
        why_you="You worked with the child or the family, and you know things that no record holds. You are asked as "
        "somebody who can help, not as somebody who is accused.",
        expected=(
            "Tell what you remember. You may look at your own records first.",
            "You may bring somebody with you.",
            "Read what was written down, and say what is not right, before it goes any further.",
        ),
        next="What you said helps your agency’s author to understand why things were as they were. You are told what "
        "came of it before anybody outside reads it. The review is no part of a disciplinary process.",
        writes=(),
        asks=(
            W.STAFF_SUPPORT,
            W.LINE_MANAGER,
            W.AGENCY_AUTHOR,
            W.DESIGNATED_PERSON,
            W.BOARD_OFFICE,
        ),
    ),
}
"""What each role is told."""

WHAT_IT_IS = (
    (
        "A {review} looks at how organisations worked together around a child who has died or was seriously "
        "harmed. It asks what can be learned, how that will be acted on, and how agencies will work better "
        "together."
    ),
    (
        "It does not ask how the child died or who is to blame: coroners and courts do that. What went well is "
        "looked for as carefully as what did not."
    ),
)
"""What every reader is told first (P5, P6, P27)."""


@carries_out(Duty.P28)
def led_to(roles: Iterable[Role]) -> tuple[Whom, ...]:
    """Whom somebody with these roles is led to, nearest first, each once: never to nobody."""
    asked = [whom for role in roles for whom in HELP[role].asks]
    return tuple(dict.fromkeys(asked))


def in_words(text: str, nouns: Nouns) -> str:
    """The text with the regime's own nouns in place of their names in braces."""
    return text.format_map(asdict(nouns))
