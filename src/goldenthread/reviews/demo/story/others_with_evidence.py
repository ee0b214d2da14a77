"""Short cases that have reached the evidence and not yet the Board’s approval."""

from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.process import Stage
from goldenthread.reviews.demo.story.people import PersonInCase
from goldenthread.reviews.demo.story.short_case import (
    ShortAction,
    ShortAgency,
    ShortCase,
    ShortEvent,
)

HARMED = {
    Fact.CHILD_DIED: "no",
    Fact.ABUSE_OR_NEGLECT: "yes",
    Fact.SERIOUSLY_HARMED: "yes",
    Fact.KILLED_BY_CARER: "no",
    Fact.INTERAGENCY_CONCERN: "yes",
    Fact.KNOWN_TO_AGENCIES: "yes",
}
DIED = {
    Fact.CHILD_DIED: "yes",
    Fact.ABUSE_OR_NEGLECT: "suspected",
    Fact.INTERAGENCY_CONCERN: "yes",
    Fact.KNOWN_TO_AGENCIES: "yes",
}

AT_EVIDENCE = ShortCase(
    rests_at=Stage.EVIDENCE,
    child=PersonInCase("child", "Child M", "the child", "", ("Reuben Thackerly",), ("Rubes",)),
    others=(
        PersonInCase("uncle", "Uncle", "uncle", "", ("Barney Thackerly",)),
        PersonInCase(
            "officer",
            "Police Officer 1",
            "constable",
            "police",
            ("Nerys Lowbridge",),
            ("PC Lowbridge",),
        ),
    ),
    incident_days_ago=95,
    age_in_days=3400,
    circumstances="Reuben, aged nine, was badly beaten by his uncle, Barney Thackerly, who had come to stay after leaving prison. He has recovered well and is back at school.",
    died_or_harmed="harmed",
    abuse_or_neglect="yes",
    other_children="A cousin, four, has gone home to her mother.",
    working_together="yes",
    working_together_why="The release address was checked by telephone. No one asked who else lived there.",
    agencies=(
        ShortAgency(
            "police",
            "Two call-outs in the month before.",
            (
                ShortEvent(
                    31,
                    "Call to loud music. PC Lowbridge spoke to Barney Thackerly.",
                    "Words of advice",
                ),
                ShortEvent(12, "Boy with a bruised arm seen at door; said he fell.", "None"),
                ShortEvent(
                    11, "Note of the above to neighbourhood team.", "Not read before incident"
                ),
                ShortEvent(
                    0, "Called by the school. Reuben Thackerly taken to hospital.", "Arrest"
                ),
                ShortEvent(
                    -1,
                    "Joint interview with social care. Rubes asked for his own pencil.",
                    "Recorded",
                ),
            ),
        ),
        ShortAgency(
            "probation",
            "Supervised the uncle from his release.",
            (
                ShortEvent(
                    40,
                    "Release. Address approved after phone call to his sister.",
                    "Weekly reporting",
                ),
                ShortEvent(33, "First appointment kept. Says the lad is “a handful”.", "Noted"),
                ShortEvent(19, "Late, unsteady.", "Warning"),
                ShortEvent(5, "Missed.", "Letter"),
                ShortEvent(-1, "Told by police.", "File secured"),
            ),
        ),
    ),
    facts={**HARMED, Fact.VIOLENT_ASSAULT: "yes"},
    committee_reasons="A violent assault, serious harm, and concern about how a release address was checked.",
    recommendation="review",
    outcome="review",
    chair_reasons="I agree with the Committee.",
    lines_of_enquiry=(
        "How is a household considered when someone is released to it?",
        "What did Child M’s bruise mean to those who saw it?",
    ),
)

AT_SYNTHESIS = ShortCase(
    rests_at=Stage.SYNTHESIS,
    child=PersonInCase("child", "Child Q", "the young person", "", ("Jasmin Averleigh",), ("Jaz",)),
    others=(
        PersonInCase("mother", "Mother", "mother", "", ("Colleen Averleigh",), ("Mrs Averleigh",)),
        PersonInCase(
            "nurse", "School Nurse 1", "school nurse", "community-health", ("Hester Bowmantle",)
        ),
    ),
    incident_days_ago=160,
    age_in_days=5000,
    circumstances="Jasmin, aged thirteen, was sexually exploited by adults over several months. She is safe and is helping the police in her own time.",
    died_or_harmed="harmed",
    abuse_or_neglect="yes",
    other_children="None.",
    working_together="yes",
    working_together_why="She was described as “making choices” in four records by three agencies.",
    agencies=(
        ShortAgency(
            "community-health",
            "School nurse drop-in, six visits.",
            (
                ShortEvent(150, "Jaz came to drop-in, tired. New phone.", "Leaflet"),
                ShortEvent(90, "Asked Hester Bowmantle about tests “for a friend”.", "Clinic card"),
                ShortEvent(60, "Came with an older girl who answered for her.", "Noted"),
                ShortEvent(20, "Cried. Said she was fine.", "Plan to ring mother"),
            ),
            (
                "School nursing saw Jasmin six times in five months.",
                "Hester Bowmantle was trusted, and Jaz came back each time.",
                "Each visit was decided alone; the older girl and the phone were noted and not weighed.",
                "The guidance on exploitation was a year old and had not reached the drop-in.",
                "The door was open at lunch, with no appointment needed.",
                "A child of thirteen is not making choices when adults make them for her.",
                "Drop-in notes are read together each month. Professional lead, within three months.",
            ),
        ),
        ShortAgency(
            "police",
            "Four missing reports.",
            (
                ShortEvent(
                    120, "Reported missing by Colleen Averleigh, back by 02:00.", "Log closed"
                ),
                ShortEvent(
                    75, "Missing overnight. “With friends”.", "Safe and well check by phone"
                ),
                ShortEvent(41, "Missing. Found at harbour with two men.", "Driven home"),
                ShortEvent(8, "Missing two nights.", "Strategy meeting asked for"),
            ),
            (
                "Four reports were taken, and each was closed when she came home.",
                "Her mother rang eleven times; she was treated as anxious.",
                "The two men at the harbour were not asked who they were.",
                "A safe and well check should be made in person; one in four was.",
                "The last officer asked for a meeting that night and waited for it.",
                "Coming home is not the same as being safe.",
                "Every third missing report brings a meeting. Head of public protection, at once.",
            ),
        ),
    ),
    facts={**HARMED, Fact.SEXUAL_ABUSE: "yes"},
    committee_reasons="Sexual abuse, serious harm, and concern about how signs were read.",
    recommendation="review",
    outcome="review",
    chair_reasons="I agree. I ask that Jasmin decide herself whether and how she takes part.",
    lines_of_enquiry=(
        "What words did agencies use of her, and what did those words do?",
        "What happened each time she came home?",
    ),
    overview=(
        "A girl of thirteen, Child Q, was exploited by adults. Two agencies wrote reviews of their work.",
        "She was reported missing four times and came to a nurse six times in the same five months. Neither service knew of the other.",
    ),
)

AT_SIGN_OFF = ShortCase(
    rests_at=Stage.SIGN_OFF,
    child=PersonInCase("child", "Child V", "the child", "", ("Hamish Orrindale",), ("Hamie",)),
    others=(
        PersonInCase("father", "Father", "father", "", ("Angus Orrindale",), ("Mr Orrindale",)),
    ),
    incident_days_ago=185,
    age_in_days=1700,
    circumstances="Hamish, aged four, died of an illness that could have been treated. He had diabetes. His father, Angus Orrindale, was caring for him alone and was unwell himself.",
    died_or_harmed="died",
    abuse_or_neglect="suspected",
    other_children="None.",
    working_together="yes",
    working_together_why="Missed clinic letters went to an old address, and to nobody else.",
    agencies=(
        ShortAgency(
            "mere-general",
            "Diabetes clinic for eighteen months.",
            (
                ShortEvent(
                    300, "Hamie well, numbers good. Father asks good questions.", "3 months"
                ),
                ShortEvent(200, "Not brought.", "Letter"),
                ShortEvent(130, "Not brought.", "Letter, old address"),
                ShortEvent(60, "Not brought, third.", "Discharged to GP"),
                ShortEvent(
                    0,
                    "Brought by ambulance. Hamish Orrindale died that evening.",
                    "Family supported",
                ),
            ),
            (
                "The clinic knew Hamish for eighteen months.",
                "For a year he was well cared for, and Angus was proud of it.",
                "Three missed visits ended in discharge, by rule.",
                "The rule was written for adults.",
                "A clinic nurse rang twice in her lunch hour.",
                "A child with a serious illness cannot be discharged for not being brought.",
                "No discharge without a conversation with the GP. Clinical director, at once.",
            ),
        ),
        ShortAgency(
            "larkfield-surgery",
            "Both registered.",
            (
                ShortEvent(150, "Mr Orrindale signed off work, low.", "Review 1 month"),
                ShortEvent(55, "Letter: Hamish discharged from clinic.", "Filed"),
                ShortEvent(30, "Insulin not requested for two months.", "Not noticed"),
                ShortEvent(14, "Father did not attend.", "Text"),
            ),
            (
                "Father and son were patients of different doctors.",
                "The father’s illness was treated with kindness.",
                "Nobody asked who was helping him with Hamish.",
                "Prescriptions that stop are not reported by the system.",
                "A receptionist had put a note that he sounded “lost”.",
                "When a carer is ill, ask about the child the same day.",
                "An alert when insulin is not collected. Practice manager, within six months.",
            ),
        ),
    ),
    facts=DIED,
    committee_reasons="A child has died and neglect is suspected as a factor.",
    recommendation="review",
    outcome="review",
    chair_reasons="I agree with the Committee, and note how much this father did well.",
    lines_of_enquiry=(
        "What did services know of the father’s own illness?",
        "What happens when a child with a serious illness is not brought?",
    ),
    overview=(
        "Child V, aged four, died of diabetes. Two agencies took part, and his father.",
        "For a year he was well. Then his father became ill, and three clinics were missed. Letters went to an old address.",
        "Angus Orrindale said: “I thought that somebody would come. I would have let them in.”",
        "Each service treated one patient. No one treated a family.",
        "A nurse rang in her lunch hour; a receptionist wrote down that a man sounded lost.",
        "Not being brought is a sign. *How it will be acted on:* action 1.",
        "One rule, for every children’s clinic in Northmere, for a child who is not brought.",
    ),
    summary=(
        "A boy of four died. The Board reviewed how two agencies worked together.",
        "He had diabetes and was well cared for until his father became ill.",
        "A child is never discharged for not being brought. One action follows.",
    ),
    actions=(
        ShortAction(
            "Not being brought is a sign.",
            "One rule for every children’s clinic for a child who is not brought.",
            "mere-general",
            "Clinical director for children",
            280,
            "Discharges for not being brought: none.",
        ),
    ),
)

WITH_EVIDENCE = (AT_EVIDENCE, AT_SYNTHESIS, AT_SIGN_OFF)
