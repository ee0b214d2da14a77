"""Short cases that the Board has approved: published, followed up, closed with an action still open."""

from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.process import Stage
from goldenthread.reviews.demo.story.others_with_evidence import DIED, HARMED
from goldenthread.reviews.demo.story.people import PersonInCase
from goldenthread.reviews.demo.story.short_case import (
    ShortAction,
    ShortAgency,
    ShortCase,
    ShortEvent,
)

AT_PUBLICATION = ShortCase(
    rests_at=Stage.PUBLICATION,
    child=PersonInCase("child", "Child F", "the child", "", ("Poppy Wyverdale",), ("Pops",)),
    others=(
        PersonInCase(
            "officer",
            "Housing Officer 1",
            "housing officer",
            "housing",
            ("Edmund Crossthwick",),
        ),
        PersonInCase("mother", "Mother", "mother", "", ("Shannon Wyverdale",), ("Shan",)),
    ),
    incident_days_ago=230,
    age_in_days=340,
    circumstances="Poppy, aged eleven months, was badly burned by a heater in a flat where the heating had been off for a month. Her mother, Shannon, had reported it five times.",
    died_or_harmed="harmed",
    abuse_or_neglect="suspected",
    other_children="A brother, three, lives with them at his grandmother’s.",
    working_together="yes",
    working_together_why="Housing and the health visitor each thought the other had asked for the repair.",
    agencies=(
        ShortAgency(
            "housing",
            "Tenancy for a year.",
            (
                ShortEvent(33, "Heating reported off by Shan Wyverdale.", "Part ordered"),
                ShortEvent(26, "Second report.", "Chased"),
                ShortEvent(15, "Third and fourth.", "Told two weeks"),
                ShortEvent(
                    4, "Fifth. Says baby is cold. Edmund Crossthwick lent a heater.", "Own kindness"
                ),
                ShortEvent(0, "Told of the accident.", "Heating repaired the same day"),
            ),
            (
                "Five reports were made of heating that was off.",
                "Edmund Crossthwick, who lent his own heater, has found this very hard.",
                "A home with a baby had the same priority as any other.",
                "The target of 28 days was met in four cases of five.",
                "A clerk wrote “baby in house” on the job in red.",
                "A cold home with a baby is an emergency.",
                "24 hours for heating where there is a child under two. Head of repairs, at once.",
            ),
        ),
        ShortAgency(
            "community-health",
            "Health visitor, four visits.",
            (
                ShortEvent(28, "Flat cold. Pops in two coats, cheerful.", "Mother to ring housing"),
                ShortEvent(14, "Still cold.", "HV to ring housing"),
                ShortEvent(13, "Rang, told it was in hand.", "None"),
                ShortEvent(-2, "Visited the ward.", "Support"),
            ),
            (
                "The health visitor saw the family four times and rang housing once.",
                "Poppy was seen, lifted, weighed and played with.",
                "“In hand” was taken to mean this week.",
                "There was no agreed way to say that a repair mattered for a child’s health.",
                "She went to see them on the ward on her day off.",
                "Ask for a date, not for an assurance.",
                "A joint form for homes that harm health. Locality manager, within three months.",
            ),
        ),
    ),
    facts={**HARMED, Fact.ABUSE_OR_NEGLECT: "suspected", Fact.LIFE_THREATENING: "yes"},
    committee_reasons="A grave injury; neglect is suspected though it may not be the parent’s; concern about two agencies.",
    recommendation="review",
    outcome="review",
    chair_reasons="I agree, and ask that the word “neglect” be used with care.",
    lines_of_enquiry=("Who could have had the heating mended, and when?",),
    overview=(
        "Child F was burned by a borrowed heater. Two agencies and her mother took part.",
        "The heating was off for 33 days and was reported five times. Edmund Crossthwick lent his own heater.",
        "Shannon said that everyone was nice and nothing was warm.",
        "Each agency believed that the other had asked. Neither had a date.",
        "A baby was held, weighed and played with; a clerk wrote in red.",
        "A cold home with a baby is an emergency. *How it will be acted on:* action 1.",
        "Heating in a home with a child under two is repaired within a day.",
    ),
    summary=(
        "A girl of eleven months was burned at home. She is recovering.",
        "The heating had been off for a month. Shannon reported it five times.",
        "A cold home with a baby is an emergency. One action follows.",
    ),
    actions=(
        ShortAction(
            "A cold home with a baby is an emergency.",
            "Repair heating within a day where there is a child under two.",
            "housing",
            "Head of repairs",
            200,
            "Hours from report to heat, every month.",
        ),
    ),
)

AT_FOLLOW_UP = ShortCase(
    rests_at=Stage.FOLLOW_UP,
    child=PersonInCase("child", "Child Z", "the child", "", ("Emeka Ravensby",), ("Em",)),
    others=(
        PersonInCase(
            "mother", "Mother", "mother, who was killed", "", ("Adaeze Ravensby",), ("Ada",)
        ),
    ),
    incident_days_ago=330,
    age_in_days=2700,
    circumstances="Emeka’s mother, Adaeze Ravensby, was killed by her former husband. Emeka, aged seven, was in the house. A homicide review is being carried out beside this one.",
    died_or_harmed="harmed",
    abuse_or_neglect="yes",
    other_children="None.",
    working_together="yes",
    working_together_why="Threats were reported to two agencies in the same week.",
    agencies=(
        ShortAgency(
            "police",
            "Threats reported twice.",
            (
                ShortEvent(21, "Ada Ravensby reported threats by text.", "Crime recorded"),
                ShortEvent(16, "Second report, at front desk.", "Appointment in 10 days"),
                ShortEvent(6, "Appointment missed by us.", "Rebooked"),
                ShortEvent(0, "Called by Em, who knew the number.", "Arrest"),
            ),
            (
                "Threats were reported twice in a week.",
                "The officers who came on the day stayed with Emeka until his aunt arrived.",
                "The second report was not read beside the first.",
                "Policy asked for a visit within a day; an appointment was given.",
                "The call taker stayed on the line and talked with him of football.",
                "Two reports in a week are one emergency.",
                "A second report of threats brings a visit on that day. Control room, at once.",
            ),
        ),
        ShortAgency(
            "saltmarsh",
            "One call.",
            (
                ShortEvent(18, "Adaeze called the helpline.", "Appointment offered"),
                ShortEvent(15, "Appointment kept, plan made.", "Locks to be changed"),
                ShortEvent(9, "Locks changed.", "Next week"),
                ShortEvent(-3, "Told of her death.", "Staff supported"),
            ),
            (
                "She called once and came once.",
                "A plan was made with her in an hour.",
                "The locks were changed in six days; the risk was higher than that.",
                "The highest-risk list meets every two weeks.",
                "Her wish for Emeka to keep his school was written down, and was kept.",
                "A plan has to be as fast as the threat.",
                "A way to call the list together the same day. Chief officer with police, done.",
            ),
        ),
    ),
    facts={**HARMED, Fact.PARENT_MURDERED: "yes"},
    committee_reasons="A parent was killed, a homicide review is starting, and there is concern about two agencies.",
    recommendation="review",
    outcome="review",
    chair_reasons="I agree. The two reviews will share what they can so that the family is asked once.",
    lines_of_enquiry=("What was known of the danger in the last three weeks, and by whom?",),
    overview=(
        "Child Z’s mother was killed. A homicide review took place at the same time.",
        "She reported threats twice to police and once to a charity within six days.",
        "Her sister spoke for the family. Emeka drew a picture for the report and it is kept safe for him.",
        "Two agencies were each doing the right thing at the wrong speed.",
        "A call taker stayed on the line. His school place was kept.",
        "A plan has to be as fast as the threat. *How it will be acted on:* action 1.",
        "The list of those at highest risk can be called together on the same day.",
    ),
    summary=(
        "A boy’s mother was killed. The Board reviewed what was known of the danger.",
        "Threats were reported to two agencies within a week.",
        "A plan has to be as fast as the threat. One action follows.",
    ),
    actions=(
        ShortAction(
            "A plan has to be as fast as the threat.",
            "Call the list of those at highest risk together on the same day when needed.",
            "police",
            "Head of public protection",
            420,
            "Hours from first report to plan.",
        ),
    ),
)

CLOSED_WITH_OPEN_ACTION = ShortCase(
    rests_at=Stage.CLOSED,
    child=PersonInCase(
        "child", "Child N", "the young person", "", ("Jonah Feathermoor",), ("Jonno",)
    ),
    others=(
        PersonInCase(
            "social_worker",
            "Social Worker 1",
            "social worker",
            "childrens-social-care",
            ("Ingrid Holtmeadow",),
        ),
    ),
    incident_days_ago=600,
    age_in_days=6000,
    circumstances="Jonah, who was sixteen and in care, died in a fall while he was missing from his placement.",
    died_or_harmed="died",
    abuse_or_neglect="suspected",
    other_children="None.",
    working_together="yes",
    working_together_why="He had moved nine times in two years, and his history did not move with him.",
    plan="unknown",
    agencies=(
        ShortAgency(
            "childrens-social-care",
            "In care for two years.",
            (
                ShortEvent(700, "Jonno came into care.", "Placement 1"),
                ShortEvent(400, "Fifth move.", "New school"),
                ShortEvent(
                    60,
                    "Ninth move. Ingrid Holtmeadow drove him, and stayed for supper.",
                    "Weekly visits",
                ),
                ShortEvent(1, "Missing.", "Reported"),
            ),
            (
                "Jonah was in care for two years and moved nine times.",
                "Ingrid Holtmeadow was his sixth social worker and the one he rang.",
                "Each move was decided by which bed was free.",
                "Plans were reviewed on time and not read by those who next cared for him.",
                "A social worker stayed for supper.",
                "Moving is a harm. His history has to move with him.",
                "A page written by the young person goes with every move. Head of corporate parenting, within a year.",
            ),
        ),
        ShortAgency(
            "police",
            "Missing reports.",
            (
                ShortEvent(200, "Missing, found at his old school’s gate.", "Returned"),
                ShortEvent(90, "Missing, same place.", "Returned"),
                ShortEvent(1, "Missing. Old school not on the search plan.", "Search"),
                ShortEvent(0, "Jonah Feathermoor found.", "Coroner told"),
            ),
            (
                "Jonah was reported missing three times.",
                "Twice he was found at the gate of his old school.",
                "The third search did not begin there.",
                "What is learned on return should be written into the next search plan.",
                "The officer who found him the second time bought him chips and listened.",
                "Where a child goes back to tells us where he belongs.",
                "Return interviews are read at the start of each search. Control room, done.",
            ),
        ),
    ),
    facts=DIED,
    committee_reasons="A child in care has died, and neglect is suspected as a factor.",
    recommendation="other_review",
    outcome="review",
    chair_reasons="I differ from the Committee, which recommended a smaller review. A child in our own care has died, and I think that we owe him the full one.",
    lines_of_enquiry=("What did nine moves do, and what could have prevented each?",),
    overview=(
        "Child N was sixteen and in the care of the authority.",
        "He moved nine times. He went missing three times, twice to the gate of his old school.",
        "His grandfather said that Jonno always knew the way home and nobody asked him where it was.",
        "Moves were made for good reasons that were never added together.",
        "A worker stayed for supper; an officer bought chips and listened.",
        "A young person’s history moves with him. *How it will be acted on:* action 1.",
        "A page in the young person’s own words goes with every move.",
    ),
    summary=(
        "A boy of sixteen, in care, died in a fall.",
        "He had moved nine times in two years.",
        "A young person’s history moves with him. One action goes on after this review.",
    ),
    actions=(
        ShortAction(
            "A young person’s history moves with him.",
            "A page in the young person’s own words goes with every move.",
            "childrens-social-care",
            "Head of corporate parenting",
            760,
            "Asked of twenty young people: did your page come with you?",
        ),
    ),
)

APPROVED = (AT_PUBLICATION, AT_FOLLOW_UP, CLOSED_WITH_OPEN_ACTION)
