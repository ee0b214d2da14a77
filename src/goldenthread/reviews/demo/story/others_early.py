"""Short cases that rest before the evidence has come in, and one that ended without a review."""

from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.process import Stage
from goldenthread.reviews.demo.story.people import PersonInCase
from goldenthread.reviews.demo.story.short_case import ShortAgency, ShortCase

AT_REFERRAL = ShortCase(
    rests_at=Stage.REFERRAL,
    child=PersonInCase(
        "child",
        "Child R",
        "the child",
        "",
        ("Tobias Wrenlock",),
        ("Toby",),
    ),
    incident_days_ago=3,
    age_in_days=1200,
    circumstances="Toby, aged three, was found at home very underweight and dehydrated when a lodger called an ambulance. He is on the children’s ward and beginning to eat. He had not been seen by any service for eleven months after the family moved within Northmere.",
    died_or_harmed="harmed",
    abuse_or_neglect="suspected",
    other_children="None known.",
    working_together="unknown",
    working_together_why="We do not yet know who was told of the move.",
    agencies=(
        ShortAgency("mere-general", "On the ward now."),
        ShortAgency("community-health", "Not yet asked."),
    ),
)

AT_SCOPING = ShortCase(
    rests_at=Stage.SCOPING,
    child=PersonInCase(
        "child",
        "Child B",
        "the young person",
        "",
        ("Lottie Oldershawe",),
        ("Lott",),
    ),
    others=(
        PersonInCase("mother", "Mother", "mother", "", ("Leanne Oldershawe",), ("Mrs Oldershawe",)),
    ),
    incident_days_ago=12,
    age_in_days=5600,
    circumstances="Lottie, who was fifteen, died at home. It is thought that she took her own life. She had told a teacher last year that she had been hurt by a relative when she was younger. Her mother, Leanne Oldershawe, is being supported by a family liaison officer.",
    died_or_harmed="died",
    abuse_or_neglect="suspected",
    other_children="A brother, eight, is with his grandparents and is safe.",
    working_together="unknown",
    working_together_why="",
    agencies=(
        ShortAgency(
            "childrens-social-care",
            "One contact last year after what Lottie told her school. Passed to early help.",
        ),
        ShortAgency(
            "tern-mental-health", "No involvement: she was under eighteen.", involved=False
        ),
        ShortAgency("police", ""),
    ),
)

AT_JUDGEMENT = ShortCase(
    rests_at=Stage.JUDGEMENT,
    child=PersonInCase("child", "Child T", "the child", "", ("Oscar Fennimoor",), ("Ossie",)),
    others=(
        PersonInCase("father", "Father", "father", "", ("Lewis Fennimoor",), ("Mr Fennimoor",)),
        PersonInCase(
            "worker",
            "Probation Officer 1",
            "father’s offender manager",
            "probation",
            ("Marian Copperdale",),
        ),
    ),
    incident_days_ago=24,
    age_in_days=800,
    circumstances="Oscar, aged two, swallowed medicine prescribed to his father, Lewis Fennimoor, and stopped breathing. Paramedics revived him. He is home with his grandmother and well. The medicine was in a cup by the bed.",
    died_or_harmed="harmed",
    abuse_or_neglect="suspected",
    other_children="None.",
    working_together="yes",
    working_together_why="Two services knew that he was taking the medicine home. Neither had asked whether a child lived there.",
    agencies=(
        ShortAgency("probation", "Father supervised since last spring by Marian Copperdale."),
        ShortAgency("mere-general", "Brought in by ambulance; two nights on the ward."),
        ShortAgency("larkfield-surgery", "Registered. Father’s prescriptions from another clinic."),
    ),
)

AT_DECISION = ShortCase(
    rests_at=Stage.DECISION,
    child=PersonInCase("child", "Child W", "the child", "", ("Isla Penhallick",), ("Izzy",)),
    others=(
        PersonInCase(
            "teacher",
            "Teacher 1",
            "class teacher",
            "harbour-lane-school",
            ("Ambrose Tillerby",),
            ("Mr Tillerby",),
        ),
    ),
    incident_days_ago=30,
    age_in_days=2300,
    circumstances="Isla, aged six, has lost most of her hearing after infections that were not treated. Her teacher, Ambrose Tillerby, had asked for help four times. She came into care last month, sleeping, her carer says, “like someone who has been waiting to”.",
    died_or_harmed="harmed",
    abuse_or_neglect="yes",
    other_children="Two sisters came into care with her. All three are together.",
    working_together="yes",
    working_together_why="Eleven missed appointments across three clinics were never added up.",
    plan="yes",
    agencies=(
        ShortAgency("harbour-lane-school", "Four requests for help in two years."),
        ShortAgency("community-health", "School nurse knew of two missed hearing tests."),
        ShortAgency(
            "childrens-social-care", "On a plan for neglect for nine months, stepped down."
        ),
    ),
    facts={
        Fact.CHILD_DIED: "no",
        Fact.ABUSE_OR_NEGLECT: "yes",
        Fact.SERIOUSLY_HARMED: "yes",
        Fact.LIFE_THREATENING: "yes",
        Fact.SEXUAL_ABUSE: "no",
        Fact.PARENT_MURDERED: "no",
        Fact.VIOLENT_ASSAULT: "no",
        Fact.KILLED_BY_CARER: "no",
        Fact.INTERAGENCY_CONCERN: "yes",
        Fact.KNOWN_TO_AGENCIES: "yes",
    },
    committee_reasons="A lasting impairment through neglect, and clear concern about how clinics and the school worked together. We recommend a review.",
    recommendation="review",
)

AT_PANEL = ShortCase(
    rests_at=Stage.PANEL,
    child=PersonInCase("child", "Child H", "the child", "", ("Rory Saltonby",), ("baby Rory",)),
    others=(
        PersonInCase("mother", "Mother", "mother", "", ("Chantelle Saltonby",), ("Chan",)),
        PersonInCase(
            "midwife", "Midwife 1", "community midwife", "mere-general", ("Dorothy Eskmarsh",)
        ),
    ),
    incident_days_ago=52,
    age_in_days=75,
    circumstances="Rory died in his sleep at ten weeks old, on a sofa with his mother, Chantelle. She had been drinking. She had told her midwife, Dorothy Eskmarsh, that she found the evenings hard. No one thinks that she meant him any harm.",
    died_or_harmed="died",
    abuse_or_neglect="suspected",
    other_children="None.",
    working_together="yes",
    working_together_why="Advice on safe sleep was given by four people. Nobody had seen where he slept.",
    agencies=(
        ShortAgency("mere-general", "Maternity care to ten days after birth."),
        ShortAgency("community-health", "Two visits."),
        ShortAgency("saltmarsh", "No involvement.", involved=False),
    ),
    facts={
        Fact.CHILD_DIED: "yes",
        Fact.ABUSE_OR_NEGLECT: "suspected",
        Fact.INTERAGENCY_CONCERN: "yes",
        Fact.KNOWN_TO_AGENCIES: "yes",
    },
    committee_reasons="A child has died and neglect is suspected as a factor. The Board must consider what can be learned.",
    recommendation="review",
    outcome="review",
    chair_reasons="I agree. I ask that the mother be met early and gently.",
    lines_of_enquiry=(
        "What did each service know of how evenings went in this home?",
        "How is advice on safe sleep made to fit the home that a baby goes to?",
    ),
)

CLOSED_WITHOUT_REVIEW = ShortCase(
    rests_at=Stage.CLOSED,
    child=PersonInCase("child", "Child D", "the child", "", ("Mabel Winterscale",), ("Mabs",)),
    incident_days_ago=400,
    age_in_days=310,
    circumstances="Mabel, aged ten months, fell from a changing table at home and broke her arm. It was fully explained, and she was brought to hospital within the hour. A nurse referred the case because the X-ray report went to the wrong surgery.",
    died_or_harmed="neither",
    abuse_or_neglect="no",
    other_children="None.",
    working_together="yes",
    working_together_why="The report reached her own doctor after nine days.",
    agencies=(
        ShortAgency("mere-general", "Seen once; referred to us by our own nurse."),
        ShortAgency("larkfield-surgery", "Report received late."),
    ),
    facts={
        Fact.CHILD_DIED: "no",
        Fact.ABUSE_OR_NEGLECT: "no",
        Fact.SERIOUSLY_HARMED: "no",
        Fact.KILLED_BY_CARER: "no",
        Fact.INTERAGENCY_CONCERN: "yes",
        Fact.KNOWN_TO_AGENCIES: "yes",
    },
    committee_reasons="Nobody abused or neglected Mabel, and she was not seriously harmed. The late report is worth mending by the hospital and the surgery between them.",
    recommendation="no_review",
    outcome="no_review",
    chair_reasons="I agree that there should be no review. I have asked the two agencies to tell me in three months what they changed, and thanked the nurse for asking.",
)

EARLY = (AT_REFERRAL, AT_SCOPING, AT_JUDGEMENT, AT_DECISION, AT_PANEL, CLOSED_WITHOUT_REVIEW)
