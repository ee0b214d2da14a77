"""What the long case’s referral says in rows, and two further referrals: one withdrawn, one a duplicate."""

from dataclasses import dataclass

from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.questionnaires.questions import as_answer

HOUSEHOLD = as_answer(
    [
        {
            "name": "Danielle Brackenshaw",
            "relationship": "mother",
            "born": "2 November 1987",
            "address": "22 Dean Street, Northmere",
            "legal_status": "parental responsibility",
            "ethnicity": "White British",
            "plan": "no",
        },
        {
            "name": "Craig Tollemarsh",
            "relationship": "father of both children",
            "born": "not known",
            "address": "at sea for work",
            "legal_status": "parental responsibility for the older child",
            "plan": "unknown",
        },
        {
            "name": "Dean Garrowby",
            "relationship": "mother’s partner",
            "born": "1983",
            "address": "22 Dean Street since last summer",
            "plan": "unknown",
        },
        {
            "name": "Alfie Tollemarsh",
            "relationship": "brother",
            "born": "14 June 2005",
            "address": "with his aunt since 9 May",
            "plan": "no",
        },
        {
            "name": "Maureen Brackenshaw (“Mo”)",
            "relationship": "maternal grandmother",
            "address": "3 Cockle Row",
            "plan": "no",
        },
        {"name": "Gemma Tollemarsh", "relationship": "paternal aunt", "plan": "no"},
    ]
)

OTHER_AGENCIES = as_answer(
    [
        {
            "agency": "Children’s Social Care",
            "contact": "Femi Adelore, until April",
            "still_involved": "yes",
        },
        {"agency": "Police", "contact": "DS Ravenhythe", "still_involved": "yes"},
        {"agency": "Health visiting", "contact": "Bev Anstycombe", "still_involved": "yes"},
        {"agency": "School nursing", "contact": "Priya Samarthan", "still_involved": "yes"},
        {"agency": "Larkfield Surgery", "contact": "", "still_involved": "yes"},
        {
            "agency": "Harbour Lane Primary School",
            "contact": "Mrs Tidewell",
            "still_involved": "yes",
        },
        {"agency": "Housing", "contact": "Mark Hollowdene", "still_involved": "yes"},
        {"agency": "Tern", "contact": "", "still_involved": "no"},
        {"agency": "Probation, I now understand", "contact": "", "still_involved": "unknown"},
        {
            "agency": "Saltmarsh: the grandmother mentions a worker",
            "contact": "",
            "still_involved": "unknown",
        },
    ]
)

KEY_DATES = as_answer(
    [
        {"day": "summer 2010", "event": "Mr Garrowby begins to stay at 22 Dean Street."},
        {
            "day": "27 January 2011",
            "time": "evening",
            "event": "Elsie is seen in our emergency department with a bruised cheek and a torn lip.",
        },
        {"day": "15 March 2011", "event": "A bruise on her leg is seen at the surgery."},
        {
            "day": "9 May 2011",
            "time": "08:21",
            "event": "She is brought in by ambulance, not breathing for herself.",
        },
    ]
)

MORE_ANSWERS: dict[str, str] = {
    "child_legal_status": "Lived with her mother; police protection, then an application for a care order.",
    Fact.LIFE_THREATENING.value: "yes",
    Fact.SEXUAL_ABUSE.value: "no",
    Fact.PARENT_MURDERED.value: "no",
    Fact.KNOWN_TO_AGENCIES.value: "yes",
    "household": HOUSEHOLD,
    "told_duty_team": "yes",
    "other_agencies": OTHER_AGENCIES,
    "key_dates": KEY_DATES,
    "referrer_contact": "Through the hospital’s switchboard, most days until six.",
    "consulted": "The hospital’s named doctor for safeguarding",
    "consulted_view": "Thinks too that the Board should consider the case.",
    "records_secured": "yes",
}


@dataclass(frozen=True, slots=True)
class WithdrawnReferral:
    """A referral whose referrer takes it back: its answers, why, and what the Board says."""

    label: str
    answers: dict[str, str]
    why: str
    closed_because: str


WITHDRAWN = WithdrawnReferral(
    label="Child P",
    answers={
        "child_name": "Digby Larkstone",
        "child_born_on": "2019-02-11",
        "child_plan": "unknown",
        "incident_on": "2025-11-03",
        "circumstances": "A boy of six came to school with a burn on his arm and could not say how he had got it.",
        "died_or_harmed": "neither",
        "abuse_or_neglect": "unknown",
        "other_children": "None at home.",
        "working_together": "no",
    },
    why="I had not rung the surgery. They treated the burn the same night and the duty team has looked into it: it"
    " was a kettle. Nobody thinks that there is anything to review.",
    closed_because="The duty team has confirmed what the referrer says. The child is safe and nothing points to a"
    " lesson between agencies.",
)

DUPLICATE_LABEL = "Child V"
DUPLICATE_CIRCUMSTANCES = (
    "I taught her last year. She told me then that she had been hurt when she was younger, and I passed it on. I"
    " have heard today that she has died."
)
DUPLICATE_BECAUSE = "The same girl: her name and day of birth are the same in both referrals."

SECURE_EARLY = ("mere-general", "community-health")
"""Agencies that are told to secure their records while the newest referral is still being read."""
SECURED_AT = (
    "Paper in the safe of the records office; the electronic record closed but to the ward."
)
