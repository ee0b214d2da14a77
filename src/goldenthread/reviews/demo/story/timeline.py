"""What really happened: the one timeline under the ten chronologies.

Each event says which agencies tell it, by words that occur in exactly one entry of that agency, and
who was said to have been told and has no entry. So the demo also holds the right answers against
which finding the same event, conflicts of date and things told but not heard can be measured.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Telling:
    """One agency’s entry about an event, known by words of that entry alone.

    ``dated`` is the day this agency’s own entry gives where it is another than the true one.
    """

    agency: str
    words: str
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class TrueEvent:
    """An event that more than one agency tells, or that one tells and another never heard."""

    on: date
    what: str
    told: tuple[Telling, ...]
    not_heard_by: tuple[str, ...] = ()
    """Agencies that somebody’s record says were told, and whose own records do not."""
    never_told: tuple[str, ...] = ()
    """Agencies that would have needed to know, and that nobody told."""


CSC, POLICE, HEALTH, HOSPITAL, GP = (
    "childrens-social-care",
    "police",
    "community-health",
    "mere-general",
    "larkfield-surgery",
)
SCHOOL, HOUSING, PROBATION, TERN, SALTMARSH = (
    "harbour-lane-school",
    "housing",
    "probation",
    "tern-mental-health",
    "saltmarsh",
)

PERIOD_FROM = date(2008, 4, 1)
PERIOD_TO = date(2011, 5, 13)
BORN_ON = date(2010, 9, 3)
INCIDENT_ON = date(2011, 5, 9)

TIMELINE = (
    TrueEvent(
        date(2008, 5, 10),
        "Police are called to an argument between the parents.",
        (
            Telling(POLICE, "male refusing to leave"),
            Telling(CSC, "Argument between Danielle", date(2008, 5, 14)),
            Telling(HEALTH, "argument on 10th", date(2008, 5, 19)),
        ),
    ),
    TrueEvent(
        date(2008, 6, 9),
        "The sibling is not brought to speech therapy.",
        (
            Telling(HEALTH, "No call from parents"),
            Telling(GP, "not brought 9 June", date(2008, 6, 12)),
        ),
    ),
    TrueEvent(
        date(2008, 10, 18),
        "The father pushes the mother; police take him to his sister’s.",
        (
            Telling(POLICE, "pushed her into the kitchen"),
            Telling(CSC, "mother pushed on 18/10/08", date(2008, 10, 21)),
            Telling(SCHOOL, "“Daddy pushed.”", date(2008, 10, 20)),
        ),
    ),
    TrueEvent(
        date(2008, 12, 29),
        "The mother’s wrist is treated.",
        (
            Telling(HOSPITAL, "slipped on ice by the bins"),
            Telling(GP, "slipped on ice 29/12", date(2009, 1, 5)),
        ),
    ),
    TrueEvent(
        date(2009, 1, 26),
        "The sibling’s foot is scalded in the bath.",
        (
            Telling(HOSPITAL, "scald to L foot. Got into bath"),
            Telling(HEALTH, "bath run too hot", date(2009, 2, 2)),
            Telling(GP, "scald to left foot on 26/01", date(2009, 1, 27)),
            Telling(SCHOOL, "burnt his foot in the bath", date(2009, 1, 27)),
            Telling(CSC, "after scald", date(2009, 1, 29)),
        ),
    ),
    TrueEvent(
        date(2009, 3, 12),
        "The father is arrested for slapping the mother.",
        (
            Telling(POLICE, "Slapped to left side of face"),
            Telling(CSC, "Father arrested for slapping", date(2009, 3, 13)),
            Telling(SCHOOL, "took my daddy in the van", date(2009, 3, 13)),
        ),
        not_heard_by=(HEALTH,),
    ),
    TrueEvent(
        date(2009, 3, 23),
        "The social worker telephones the school.",
        (
            Telling(CSC, "Head asked for feedback"),
            Telling(SCHOOL, "asking about attendance and presentation"),
        ),
    ),
    TrueEvent(
        date(2009, 3, 26),
        "The social worker telephones the health visitor.",
        (
            Telling(CSC, "Telephone to health visitor"),
            Telling(HEALTH, "Was not told why she was asking"),
        ),
    ),
    TrueEvent(
        date(2009, 5, 22),
        "The school tells social care what the sibling said about his father.",
        (Telling(SCHOOL, "Daddy came back and he shouted"),),
        not_heard_by=(CSC,),
    ),
    TrueEvent(
        date(2009, 8, 5),
        "The mental health nurse assesses the mother.",
        (
            Telling(TERN, "hair wet, rushing"),
            Telling(GP, "seen 4 August", date(2009, 8, 14)),
        ),
    ),
    TrueEvent(
        date(2009, 12, 19),
        "A neighbour calls the police.",
        (
            Telling(POLICE, "shouting and something thrown"),
            Telling(HOUSING, "shouting and crashing", date(2009, 12, 21)),
        ),
    ),
    TrueEvent(
        date(2010, 2, 13),
        "The front door is kicked in; the parents part.",
        (
            Telling(POLICE, "Front door kicked, panel broken"),
            Telling(CSC, "Door kicked in on 13/02/10", date(2010, 2, 17)),
            Telling(HOUSING, "Front door panel kicked in on 14 February", date(2010, 2, 15)),
            Telling(SALTMARSH, "He’s broken the door down", date(2010, 2, 15)),
            Telling(SCHOOL, "front door is boarded", date(2010, 2, 22)),
        ),
    ),
    TrueEvent(
        date(2010, 3, 24),
        "The school nurse sees the sibling alone.",
        (
            Telling(HEALTH, "sleeps in his uniform"),
            Telling(SCHOOL, "I sleep in it so I’m ready"),
        ),
    ),
    TrueEvent(
        date(2010, 8, 23),
        "Probation writes to social care about the partner.",
        (
            Telling(PROBATION, "Letter to social care with what is known"),
            Telling(CSC, "dated 23/08/10", date(2010, 8, 26)),
        ),
    ),
    TrueEvent(
        date(2010, 9, 3),
        "The child is born.",
        (
            Telling(HOSPITAL, "Live girl"),
            Telling(HEALTH, "born 3rd, 2.61 kg", date(2010, 9, 6)),
            Telling(GP, "Birth notification, girl", date(2010, 9, 6)),
            Telling(PROBATION, "Baby born, a girl", date(2010, 9, 14)),
        ),
    ),
    TrueEvent(
        date(2010, 11, 6),
        "Police are called to screaming; the partner’s name is written wrongly.",
        (
            Telling(POLICE, "screaming at 22 Dean St"),
            Telling(CSC, "Male “Dean Garraby”.", date(2010, 11, 9)),
            Telling(HEALTH, "Form re 6 Nov", date(2010, 11, 15)),
            Telling(HOUSING, "screaming late Saturday", date(2010, 11, 8)),
        ),
        never_told=(PROBATION,),
    ),
    TrueEvent(
        date(2010, 12, 9),
        "The school asks the school nurse’s advice about what the sibling said.",
        (
            Telling(SCHOOL, "Mrs Tidewell spoke to school nurse"),
            Telling(HEALTH, "baby crying in the hall cupboard"),
        ),
    ),
    TrueEvent(
        date(2011, 1, 11),
        "The child is not brought for immunisation.",
        (
            Telling(HEALTH, "not brought for third primary imms"),
            Telling(GP, "Third imms, not brought"),
        ),
    ),
    TrueEvent(
        date(2011, 1, 19),
        "The mental health nurse assesses the mother, the partner beside her.",
        (
            Telling(TERN, "Attended with partner, who asked to come in"),
            Telling(GP, "assessed 19 January", date(2011, 2, 9)),
        ),
    ),
    TrueEvent(
        date(2011, 1, 27),
        "The child’s cheek and lip are seen in the emergency department.",
        (
            Telling(HOSPITAL, "torn skin inside upper lip"),
            Telling(GP, "attended today, bruise and cut lip", date(2011, 1, 28)),
            Telling(HEALTH, "Elsie attended 26 Jan", date(2011, 1, 31)),
            Telling(CSC, "not on a plan. Nov notification", date(2011, 1, 28)),
        ),
    ),
    TrueEvent(
        date(2011, 3, 2),
        "The first meeting of the team around the child.",
        (
            Telling(SCHOOL, "Plan for Alfie: nits"),
            Telling(HEALTH, "I raised Elsie’s weight"),
            Telling(HEALTH, "Attended TAC. Actions", date(2011, 3, 3)),
            Telling(HOUSING, "Agreed to visit about condition of house"),
            Telling(SALTMARSH, "Had a school meeting"),
        ),
    ),
    TrueEvent(
        date(2011, 3, 8),
        "The housing officer sees the house and the child in the pram.",
        (Telling(HOUSING, "fist-sized hole in hall wall"),),
        not_heard_by=(HEALTH,),
    ),
    TrueEvent(
        date(2011, 3, 15),
        "The doctor sees a bruise on the leg of a child who does not crawl.",
        (Telling(GP, "oval bruise R shin"),),
        never_told=(CSC, HEALTH),
    ),
    TrueEvent(
        date(2011, 3, 21),
        "The school refers the mark on the sibling’s ear.",
        (
            Telling(SCHOOL, "flicked me with the belt bit"),
            Telling(CSC, "child says partner used belt"),
        ),
    ),
    TrueEvent(
        date(2011, 3, 23),
        "Social care and police hold a strategy discussion by telephone.",
        (
            Telling(CSC, "Strategy discussion by phone"),
            Telling(POLICE, "Strategy discussion by telephone", date(2011, 3, 22)),
        ),
    ),
    TrueEvent(
        date(2011, 3, 28),
        "The social worker visits the home by appointment.",
        (
            Telling(CSC, "horseplay with a dressing-gown cord"),
            Telling(SALTMARSH, "Dean was there for social worker’s visit", date(2011, 3, 29)),
        ),
    ),
    TrueEvent(
        date(2011, 4, 18),
        "A 999 call is dropped.",
        (
            Telling(POLICE, "Silent 999 call"),
            Telling(CSC, "999 call on 18/04/11", date(2011, 5, 5)),
        ),
    ),
    TrueEvent(
        date(2011, 4, 21),
        "Probation leaves a message for social care with the partner’s name and address.",
        (Telling(PROBATION, "Left message with name, street, conviction"),),
        not_heard_by=(CSC,),
    ),
    TrueEvent(
        date(2011, 5, 6),
        "The grandmother telephones social care.",
        (
            Telling(CSC, "too quiet"),
            Telling(SALTMARSH, "she has rung social care about baby"),
        ),
    ),
    TrueEvent(
        date(2011, 5, 9),
        "The child is brought to hospital, gravely injured.",
        (
            Telling(HOSPITAL, "CPR in progress"),
            Telling(POLICE, "Call from ambulance control"),
            Telling(CSC, "Elsie critically ill"),
            Telling(HEALTH, "Hospital named nurse rang"),
            Telling(GP, "Hospital named nurse: critically ill"),
            Telling(SCHOOL, "Police came at 10"),
            Telling(PROBATION, "Told of arrest"),
            Telling(SALTMARSH, "Told by police"),
            Telling(TERN, "Told of arrest of Danielle"),
        ),
    ),
)
