"""A second invented partnership, which works under the guidance of 2023: its people and three cases."""

from dataclasses import dataclass, field

from goldenthread.domain.criteria.lcspr_2023 import Fact
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.story.accounts import DemoAccount
from goldenthread.reviews.demo.story.partnership import DemoAgency, DemoPartnership
from goldenthread.reviews.demo.story.people import PersonInCase

PARTNERSHIP = DemoPartnership(
    name="Southmere Safeguarding Children Partnership",
    prefix="SM",
    nation="england",
    contact="partnership@southmere-scp.example",
)

AGENCIES = (
    DemoAgency("southmere-council", "Southmere Council", "children’s social care and education"),
    DemoAgency("southmere-police", "Southmere Police", "response policing and public protection"),
    DemoAgency("southmere-health", "Southmere Integrated Care", "commissioning and primary care"),
    DemoAgency("quaymouth-academy", "Quaymouth Academy", "secondary school"),
)


def _at(agency: str, name: str, job: str, role: Role, declaration: str = "") -> DemoAccount:
    return DemoAccount(name, job, role, agency, declaration, domain="southmere.example")


def _independent(name: str, job: str, role: Role, declaration: str = "") -> DemoAccount:
    return DemoAccount(name, job, role, "", declaration, domain="southmere-scp.example")


_NOTHING = "I have no line management of this case. I have no interest to declare."
_APART = "I was not involved with this family, and I have never managed anyone who was."

ACCOUNTS = (
    _independent("Primrose Tallowby", "Partnership business manager", Role.BUSINESS_MANAGER),
    _independent("Everard Nutbeam-Cole", "Head of safeguarding, Southmere", Role.COMMITTEE_MEMBER),
    _independent(
        "Delphine Oxwick",
        "Director of children’s services, for the council’s chief executive",
        Role.PARTNER_LOCAL_AUTHORITY,
    ),
    _independent("Barnaby Thistledon", "Chief nurse, for the care board", Role.PARTNER_HEALTH),
    _independent("Cressida Halewell", "Assistant chief constable", Role.PARTNER_POLICE),
    _at("southmere-council", "Quentin Larkbarrow", "Service manager", Role.REFERRER),
    _independent(
        "Theodore Winnington-Pell",
        "Independent chair",
        Role.PANEL_CHAIR,
        "I have never worked for any organisation in Southmere.",
    ),
    _independent(
        "Ingrid Sallowfield",
        "Independent lead reviewer",
        Role.OVERVIEW_AUTHOR,
        "I am independent of the partnership and of every organisation in it.",
    ),
    *(
        _at(key, name, job, role, declaration)
        for key, people in {
            "southmere-council": (
                ("Maud Ottershaw", "Quality assurance officer", Role.AGENCY_CONTACT, ""),
                ("Silas Brindlecombe", "Assistant director", Role.SENIOR_OFFICER, ""),
                ("Petra Longmere", "Independent reviewing officer", Role.AGENCY_AUTHOR, _APART),
                ("Rufus Ellingthorpe", "Head of early help", Role.PANEL_MEMBER, _NOTHING),
            ),
            "southmere-police": (
                ("Hester Crowmarsh", "Review officer", Role.AGENCY_CONTACT, ""),
                ("Dunstan Peverell-Hay", "Chief superintendent", Role.SENIOR_OFFICER, ""),
                ("Olive Stanebridge", "Detective inspector, reviews", Role.AGENCY_AUTHOR, _APART),
                ("Gideon Farthingale", "Superintendent", Role.PANEL_MEMBER, _NOTHING),
            ),
            "southmere-health": (
                ("Winnie Applethwaite", "Safeguarding administrator", Role.AGENCY_CONTACT, ""),
                ("Lionel Saltcombe", "Deputy chief nurse", Role.SENIOR_OFFICER, ""),
                ("Josephine Dunmallet", "Designated nurse, next area", Role.AGENCY_AUTHOR, _APART),
                ("Horace Pennywhistle-Dean", "Associate director", Role.PANEL_MEMBER, _NOTHING),
            ),
            "quaymouth-academy": (
                ("Tabitha Rushmere", "Safeguarding lead", Role.AGENCY_CONTACT, ""),
                ("Ambrose Wetherlam", "Chief executive of the trust", Role.SENIOR_OFFICER, ""),
            ),
        }.items()
        for name, job, role, declaration in people
    ),
)


@dataclass(frozen=True, slots=True)
class LocalCase:
    """One case under the guidance of 2023, with no more words than it needs to rest where it does.

    ``answers`` of agencies are by key; an agency with an empty one has not answered. ``reports`` and the
    two documents hold one text for each section of the outline, in order.
    """

    rests_at: Stage
    child: PersonInCase
    incident_days_ago: int
    age_in_days: int
    notification: dict[str, str]
    answers: dict[str, str]
    rapid_review: dict[str, str] = field(default_factory=dict)
    facts: dict[Fact, tuple[str, str]] = field(default_factory=dict)
    reasons: str = ""
    recommendation: str = ""
    voices: tuple[tuple[Role, str, str], ...] = ()
    """What each partner says: who, the outcome, the reasons."""
    lines_of_enquiry: tuple[str, ...] = ()
    events: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    """Each agency's rows: days before the incident, and what happened."""
    reports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    overview: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()


_BABY = LocalCase(
    rests_at=Stage.JUDGEMENT,
    child=PersonInCase("child", "Child W", "the child", "", ("Ottilie Brackwater",), ("Ottie",)),
    incident_days_ago=17,
    age_in_days=49,
    notification={
        "circumstances": "Ottilie, seven weeks old, was brought to hospital by her parents with a broken arm. "
        "X-rays showed older injuries that were healing. She is safe in hospital.",
        "child_status": "none",
        "child_died": "no",
        "seriously_harmed": "yes",
        "abuse_or_neglect": "suspected",
        "harm": "Physical injury",
        "in_area": "yes",
        "looked_after": "no",
        "other_children": "A brother, three, is with his grandmother and is safe.",
        "immediate_action": "Strategy meeting on the same day; both children examined.",
        "notifier_contact": "Quentin Larkbarrow, by telephone in office hours",
    },
    answers={
        "southmere-council": "No contact before the injury. A strategy meeting was held within hours.",
        "southmere-police": "One call to the address in June, about noise. Nothing about children.",
        "southmere-health": "Two visits by the health visitor. Mother told the second of a bruise, which was "
        "put down to a car seat.",
        "quaymouth-academy": "",
    },
    rapid_review={
        "summary": "Child W was found to have injuries of different ages. A bruise had been seen by a health "
        "visitor and explained.",
        "immediate_safety": "Both children are safe. The hospital and the council speak every day.",
    },
)

_BOY = LocalCase(
    rests_at=Stage.DECISION,
    child=PersonInCase("child", "Child Q", "the young person", "", ("Jolyon Saltmarch",), ("Jol",)),
    incident_days_ago=30,
    age_in_days=5500,
    notification={
        "circumstances": "Jolyon, who was fifteen, was stabbed by another boy near the harbour. He lost a kidney "
        "and will recover. He had been missing from home nine times this year.",
        "child_status": "child_in_need",
        "child_died": "no",
        "seriously_harmed": "yes",
        "abuse_or_neglect": "suspected",
        "harm": "Criminal exploitation, assault",
        "in_area": "yes",
        "looked_after": "no",
        "other_children": "No other children at home.",
        "notifier_contact": "Quentin Larkbarrow, by telephone in office hours",
    },
    answers={
        "southmere-council": "Open as a child in need since March. Return interviews were offered and declined.",
        "southmere-police": "Nine reports of him missing, two stops, one arrest with no further action.",
        "southmere-health": "Seen twice in the emergency department. The school nurse had not met him.",
        "quaymouth-academy": "On a part-time timetable since January. His tutor wrote to the council in May.",
    },
    rapid_review={
        "notification_reference": "SM-N-2026-07",
        "summary": "Child Q was seriously injured. Four services each knew a part of how he was being used.",
        "equality": "He is of mixed heritage and has a hearing loss that few records mention.",
        "immediate_safety": "A plan is in place with the hospital, and two other boys have been spoken to.",
        "agency_involvement": '[{"agency": "Southmere Police", "involvement": "Nine reports of him missing."},'
        ' {"agency": "Southmere Council", "involvement": "Child in need since March."}]',
        "worked_well": "His tutor kept in touch all summer.",
        "did_not": "Nobody put the nine absences side by side, because each was closed when he came home.",
        "family_told": "yes",
        "learning": "Absences are now read together every week. The head of early help owns this.",
        "why_review": "The same was found two years ago, and what was promised then has not lasted.",
    },
    facts={
        Fact.SERIOUSLY_HARMED: ("yes", "The notification."),
        Fact.ABUSE_OR_NEGLECT: ("suspected", "The police believe that he was exploited."),
        Fact.IN_AREA: ("yes", ""),
        Fact.RECURRENT_THEMES: ("yes", "A local audit two years ago found the same."),
    },
    reasons="The case shows a theme that keeps coming back, in more than one organisation.",
    recommendation="review",
    voices=(
        (
            Role.PARTNER_LOCAL_AUTHORITY,
            "review",
            "What we changed two years ago did not hold. We need to know why.",
        ),
        (
            Role.PARTNER_HEALTH,
            "no_review",
            "The rapid review has told us enough, and the work can begin at once.",
        ),
    ),
)

_GIRL = LocalCase(
    rests_at=Stage.PUBLICATION,
    child=PersonInCase(
        "child", "Child H", "the young person", "", ("Rosamund Tidewell",), ("Rosa", "Ros")
    ),
    incident_days_ago=240,
    age_in_days=4800,
    notification={
        "circumstances": "Rosamund, aged thirteen, was found at home very unwell with diabetes that had not been "
        "looked after for months. She was in intensive care for nine days and has recovered.",
        "child_status": "early_help",
        "child_died": "no",
        "seriously_harmed": "yes",
        "abuse_or_neglect": "yes",
        "harm": "Medical neglect",
        "in_area": "yes",
        "looked_after": "no",
        "other_children": "A younger sister, who is well and is staying with an aunt.",
        "notifier_contact": "Quentin Larkbarrow, by telephone in office hours",
    },
    answers={
        "southmere-council": "Early help for two years. Closed in spring when mother said that things were better.",
        "southmere-police": "No involvement before the day she was found.",
        "southmere-health": "Not brought to six of eight clinics. Letters were sent.",
        "quaymouth-academy": "Attendance of 58 per cent. School rang home every day that she was away.",
    },
    rapid_review={
        "notification_reference": "SM-N-2026-02",
        "summary": "Child H nearly died because her illness was not cared for at home.",
        "equality": "The family has little money, and no car; the clinic is two buses away.",
        "immediate_safety": "Both girls are safe and well.",
        "agency_involvement": '[{"agency": "Southmere Integrated Care", "involvement": "Six clinics missed."}]',
        "worked_well": "School noticed every absence and said so.",
        "did_not": "That she was not brought was written down each time and never counted.",
        "family_told": "yes",
        "learning": "Missed clinics are counted and passed on after the second. The chief nurse owns this.",
        "why_review": "How several organisations read “not brought” matters to every child in the area.",
    },
    facts={
        Fact.SERIOUSLY_HARMED: ("yes", "Nine days in intensive care."),
        Fact.ABUSE_OR_NEGLECT: ("yes", "The consultant’s statement."),
        Fact.IN_AREA: ("yes", ""),
        Fact.IMPROVEMENTS: ("yes", "What happens when a child is not brought to a clinic."),
        Fact.INTERAGENCY_CONCERN: (
            "yes",
            "School, clinic and early help each held a part and never met.",
        ),
    },
    reasons="The case may show how organisations need to act when a child is not brought.",
    recommendation="review",
    voices=(
        (Role.PARTNER_LOCAL_AUTHORITY, "review", "We agree with the rapid review."),
        (
            Role.PARTNER_HEALTH,
            "review",
            "We agree, and want to learn about our clinics in particular.",
        ),
        (Role.PARTNER_POLICE, "review", "We agree, although our part was small."),
    ),
    lines_of_enquiry=(
        "How was it understood by each service that the child was not brought?",
        "What was daily life like for the child, and who asked her?",
    ),
    events={
        "southmere-council": (
            (700, "Early help assessment begun after a call from school."),
            (95, "Mother says that things are better. Early help closed."),
        ),
        "southmere-health": (
            (400, "Not brought to the diabetes clinic. Letter sent."),
            (180, "Not brought to the diabetes clinic. Letter sent."),
            (60, "Not brought to the diabetes clinic. Letter sent. Surgery informed."),
        ),
        "southmere-police": ((0, "Called to the home by the ambulance service."),),
    },
    reports={
        "southmere-council": (
            "Early help worked with the family for two years and closed the work when attendance rose.",
            "The worker saw a tired mother doing her best, and believed that the clinic was seeing the child.",
            "Closing needed no word from health. The form had no place for it.",
            "The worker and the child got on, and the child still speaks of her.",
            "Nothing is closed now until health and school have each said how the child is.",
        ),
        "southmere-health": (
            "The clinic offered eight appointments. The child was brought to two.",
            "Each missed clinic led to a letter. Nobody added them up, and letters cannot see a kitchen.",
            "The system counts adults who do not attend, not children who are not brought.",
            "The specialist nurse rang the surgery in her own time.",
            "After a second missed clinic somebody now visits.",
        ),
        "southmere-police": (
            "The police met the family on the day that the child was found, and not before.",
            "Officers stayed with the younger sister until her aunt came.",
            "Nothing in their work could have changed what had happened before.",
            "The officer who stayed asked what she liked for breakfast, and saw that she had it.",
            "The force will tell this story in its training.",
        ),
    },
    overview=(
        "A girl of thirteen became dangerously ill. Three partners agreed that there was more to learn.",
        "She cooked for herself and her sister. She liked science. She hid her equipment so as not to worry her mother.",
        "Mother told the reviewer that she was ashamed, and that no letter ever asked how she was.",
        "Each service saw its own part. “Not brought” was heard as a choice of the family, not as a sign.",
        "School rang on every day that she was away, and never gave up.",
        "That a child is not brought should lead to a visit. Early help should not close without health.",
    ),
    summary=(
        "A girl of thirteen nearly died of an illness that can be treated.",
        "Letters do not reach children. School’s daily calls show what keeping at it looks like.",
        "The partners have changed what follows a missed clinic, and will look again in spring.",
    ),
)

CASES: tuple[LocalCase, ...] = (_BABY, _BOY, _GIRL)
