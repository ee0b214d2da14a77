"""What people write in the long case, from the referral to the actions.

Long texts are Markdown in ``reports/<name>.md``, one section after a line ``== <key>``. Authors have
left real names and dates in some of them, as happens; nothing here is fit to publish unlabelled.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.reviews.demo.story import referred
from goldenthread.reviews.demo.story.timeline import PERIOD_FROM, PERIOD_TO

_FOLDER = Path(__file__).parent / "reports"


@dataclass(frozen=True, slots=True)
class ScopingAnswer:
    """What one agency answers when it is asked whether it was involved."""

    agency: str
    involved: bool
    summary: str
    records_secured_on: date


@dataclass(frozen=True, slots=True)
class FactAsJudged:
    """One fact of the criteria: yes, suspected, no or unknown, and the evidence for it."""

    fact: Fact
    known: str
    evidence: str


@dataclass(frozen=True, slots=True)
class CommitteeJudgement:
    """What the Committee found and recommends; ``recommendation`` is the key of an outcome."""

    met_on: date
    present: str
    facts: tuple[FactAsJudged, ...]
    recommendation: str
    reasons: str
    dissent: str = ""


@dataclass(frozen=True, slots=True)
class ChairsDecision:
    """What the Chair decides, with reasons; ``outcome`` is the key of an outcome."""

    decided_on: date
    outcome: str
    reasons: str


@dataclass(frozen=True, slots=True)
class TermsOfReference:
    """The period, the subjects and the numbered questions."""

    period_from: date
    period_to: date
    subjects: str
    lines_of_enquiry: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One action. ``lead_agency`` is empty for the Board; ``owner`` is a post, not a name."""

    lesson: str
    text: str
    lead_agency: str
    owner: str
    due_on: date
    measure: str
    outlives_review: bool = False


REFERRED_ON = date(2011, 5, 11)
SIGNED_OFF_ON = date(2011, 12, 2)
SIGN_OFF_NOTE = "Approved at an extraordinary meeting of the Board, with thanks to the family for what they gave."

REFERRAL_ANSWERS: dict[str, str] = {
    **referred.MORE_ANSWERS,
    "child_name": "Elsie May Brackenshaw",
    "child_born_on": "2010-09-03",
    "child_died_on": "",
    "child_address": "22 Dean Street, Northmere",
    "child_ethnicity": "White British",
    "child_plan": "no",
    "incident_on": "2011-05-09",
    "circumstances": (
        "Elsie, aged eight months, was brought to Mere General Hospital by ambulance at 08:21 on 9 May 2011, "
        "not breathing for herself. A scan showed bleeding inside the head of different ages. X-rays showed "
        "three healing rib fractures. Dr Kashvarma’s view is that the account given, that she rolled from a "
        "sofa, does not explain these. She is in regional intensive care. She is expected to live, and is "
        "likely to have a lasting disability.\n\n"
        "She had been seen in our emergency department on 27 January 2011 with a bruised cheek and a torn lip, "
        "and went home."
    ),
    "whereabouts": "At home, in the front room",
    "carer": "Mother’s partner, Dean Garrowby; mother was upstairs",
    "died_or_harmed": "harmed",
    "abuse_or_neglect": "suspected",
    "other_children": (
        "Alfie, aged five. He was taken to a neighbour on the morning and placed with his aunt, Gemma, the "
        "same day. Social care have seen him alone. He is safe."
    ),
    "working_together": "yes",
    "working_together_why": (
        "At least five agencies had a concern about one or other child between January and May 2011. I cannot "
        "find that any two of them held the same information. The injury of 27 January was queried here the next "
        "day and the query went no further."
    ),
    "other_proceedings": (
        "Police investigation: Mr Garrowby charged 11 May, Ms Brackenshaw on bail. Application for care orders "
        "listed for 12 May."
    ),
}


def _secured(agency: str, summary: str, day: int = 12) -> ScopingAnswer:
    return ScopingAnswer(agency, True, summary, date(2011, 5, day))


SCOPING = (
    _secured(
        "childrens-social-care",
        "Two initial assessments (2009, 2011), both closed. Other contacts in between, not all joined up. A letter "
        "from Probation of August 2010 has been found on Alfie’s closed record.",
    ),
    _secured(
        "police",
        "Nine attendances since May 2008. Six notifications sent. The partner’s name was taken as Dean Garraby in "
        "November 2010.",
    ),
    _secured(
        "community-health",
        "Health visiting throughout, school nursing from 2009. Caseload without a named health visitor from "
        "8 November 2010 to 4 January 2011.",
        9,
    ),
    _secured(
        "mere-general",
        "Maternity care and birth, Alfie’s scald in 2009, Elsie’s attendance on 27 January 2011, and the "
        "admission of 9 May.",
        9,
    ),
    _secured(
        "larkfield-surgery",
        "All four are patients. Danielle treated for depression. A bruise on Elsie’s leg was seen on 15 March 2011.",
        9,
    ),
    _secured(
        "harbour-lane-school",
        "Alfie has been with us since September 2008. File of concerns. Referral to social care on 21 March 2011.",
        9,
    ),
    _secured(
        "housing",
        "Tenancy of 22 Dean Street from November 2009. Repairs, arrears, neighbour’s complaints. Visit on 8 March "
        "2011.",
    ),
    _secured(
        "probation",
        "Supervision of Dean Garrowby since February 2010. Nothing known of the household’s name until 20 April "
        "2011.",
        10,
    ),
    _secured(
        "tern-mental-health",
        "Two assessments of Danielle, 2009 and 2011, both ended in discharge. Later calls from her mother.",
        10,
    ),
    _secured(
        "saltmarsh",
        "Helpline calls in 2009 and 2010; outreach from November 2010. A refuge place was held for 11 May 2011.",
        13,
    ),
)

JUDGEMENT = CommitteeJudgement(
    met_on=date(2011, 6, 1),
    present="Desmond Okorafe (in the chair), Harriet Silverdown, and members for police, education and probation. "
    "Legal adviser in attendance. The member for Mere General declared an interest and took no part.",
    facts=(
        FactAsJudged(Fact.CHILD_DIED, "no", "Child K is in hospital and is expected to live."),
        FactAsJudged(
            Fact.ABUSE_OR_NEGLECT,
            "suspected",
            "The consultant’s opinion of 9 May that the injuries are not explained; older rib fractures.",
        ),
        FactAsJudged(
            Fact.SERIOUSLY_HARMED,
            "yes",
            "Head injury, loss of sight likely, regional unit’s letter.",
        ),
        FactAsJudged(
            Fact.LIFE_THREATENING,
            "yes",
            "She needed resuscitation, and a lasting disability of movement and sight is expected.",
        ),
        FactAsJudged(Fact.SEXUAL_ABUSE, "no", "Nothing in any agency’s answer suggests it."),
        FactAsJudged(Fact.PARENT_MURDERED, "no", "Both parents are living."),
        FactAsJudged(
            Fact.VIOLENT_ASSAULT,
            "suspected",
            "An adult has been charged. What happened is for the criminal court.",
        ),
        FactAsJudged(Fact.KILLED_BY_CARER, "no", "Child K is living."),
        FactAsJudged(
            Fact.INTERAGENCY_CONCERN,
            "yes",
            "Probation’s letter was filed on a closed record; housing’s and the school’s messages cannot be matched; "
            "the partner was on two records under two names.",
        ),
        FactAsJudged(Fact.KNOWN_TO_AGENCIES, "yes", "All ten answered that they were involved."),
    ),
    recommendation="review",
    reasons=(
        "A child was seriously harmed, her injury was life-threatening and abuse is suspected. Ten agencies each "
        "knew something, and we could not find one that knew most of it. We think there is much to learn about "
        "how concerns are handed on between services for adults and services for children."
    ),
    dissent=(
        "One member thought that the family court’s findings should come first. The others thought the review "
        "could begin, and be kept apart from them."
    ),
)

DECISION = ChairsDecision(
    decided_on=date(2011, 6, 9),
    outcome="review",
    reasons=(
        "I agree with the Committee. Child K’s injuries will shape her life. Several people tried to pass on what "
        "worried them, and I want to understand why that was not enough. I have spoken to the senior "
        "investigating officer, who has no objection provided that witnesses are not interviewed before their "
        "statements are complete. I ask the Panel to make sure that Sibling 1’s voice is heard in the review, and "
        "that staff who cared for this family are themselves cared for."
    ),
)

TERMS = TermsOfReference(
    period_from=PERIOD_FROM,
    period_to=PERIOD_TO,
    subjects=(
        "Child K and Sibling 1; Mother, Father and Mother’s Partner. From Sibling 1’s early speech assessment, when "
        "services first had a concern, to the orders made after the injury."
    ),
    lines_of_enquiry=(
        "How did agencies respond to each report of domestic abuse, and what of its effect on the children?",
        "How were the men in the family identified, spoken to and assessed?",
        "How often were both children seen, seen alone and listened to, and what came of what Sibling 1 said?",
        "How were injuries to a baby who could not yet move about recognised, and what followed?",
        "When one agency told another of a concern, was it heard, and how did either know?",
        "How did vacancies, illness, workload and holidays bear on decisions, and what supervision did staff have?",
        "Did services for adults think of the children, and services for children of the adults?",
    ),
)

ACTIONS = (
    PlannedAction(
        lesson="A worry is passed on only when a named person has heard it.",
        text="Agree and publish one standard for handing on a concern: by voice to a named person, in writing on the "
        "same day, chased after two working days.",
        lead_agency="",
        owner="Board business manager",
        due_on=date(2011, 9, 30),
        measure="A sample of forty concerns in spring 2012: in how many can both sides show the same entry?",
    ),
    PlannedAction(
        lesson="A baby who cannot move about should not have bruises.",
        text="One protocol and one page for injuries in babies who are not mobile, with a consultant reachable by "
        "telephone at all hours.",
        lead_agency="mere-general",
        owner="Designated doctor",
        due_on=date(2011, 10, 31),
        measure="Calls to the consultant, and any baby sent home without one, counted every quarter.",
    ),
    PlannedAction(
        lesson="Ask who he is, and write down when he was born.",
        text="A common rule for identifying adults in a household, and searches that forgive spelling, in police, "
        "probation and social care.",
        lead_agency="police",
        owner="Head of public protection",
        due_on=date(2012, 3, 30),
        measure="A test with fifty invented names, misspelt, in all three systems.",
    ),
    PlannedAction(
        lesson="Make it possible for a mother to be alone.",
        text="Each agency that meets mothers of young children designs one natural moment alone, writes it down, and "
        "reports how often it happened.",
        lead_agency="community-health",
        owner="Professional lead for health visiting",
        due_on=date(2012, 1, 31),
        measure="Share of mothers asked alone before their baby is four months old: from one in five to four in five.",
    ),
    PlannedAction(
        lesson="What a child says about a brother or sister is a referral about the brother or sister.",
        text="Joint training for schools and social workers, and a year after the last course a look at fifty "
        "records, with the family invited to help judge what has changed.",
        lead_agency="harbour-lane-school",
        owner="Assistant director, education",
        due_on=date(2013, 11, 29),
        measure="In fifty records: was the brother or sister considered each time a child spoke of one?",
        outlives_review=True,
    ),
)

RETURNED_REPORT = "childrens-social-care"
RETURN_COMMENT = (
    "Thank you for a candid report. Before the Panel can accept it, please say what else the duty team was dealing "
    "with on 6 May 2011, and why Children’s Social Care did not ask Probation for checks in March. Please also "
    "use the labels throughout: Danielle, Alfie and Dean are named in several places."
)


def agency_report(agency: str) -> dict[str, str]:
    """An agency’s own report, section by section; FileNotFoundError for a key that is none of the ten."""
    return _sections(agency)


def overview() -> dict[str, str]:
    """The Overview Report, section by section."""
    return _sections("overview")


def executive_summary() -> dict[str, str]:
    """The Executive Summary, section by section."""
    return _sections("summary")


@cache
def _sections(name: str) -> dict[str, str]:
    text = (_FOLDER / f"{name}.md").read_text(encoding="utf-8")
    sections = (block.partition("\n") for block in text.split("== ") if block.strip())
    return {key.strip(): body.strip() for key, _, body in sections}
