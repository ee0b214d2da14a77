"""The criteria of 2010 for a Serious Case Review: the death limb and five harm limbs (P1 to P3)."""

from enum import StrEnum

from goldenthread.domain.criteria import Criteria, FactAsked, FactGroup, Rule, Way


class Fact(StrEnum):
    """A fact that the criteria of 2010 ask about."""

    CHILD_DIED = "child_died"
    ABUSE_OR_NEGLECT = "abuse_or_neglect"
    SERIOUSLY_HARMED = "seriously_harmed"
    LIFE_THREATENING = "life_threatening_or_permanent_impairment"
    SEXUAL_ABUSE = "sexual_abuse"
    PARENT_MURDERED = "parent_murdered_with_homicide_review"
    VIOLENT_ASSAULT = "violent_assault"
    KILLED_BY_CARER = "killed_by_carer_with_mental_illness_substance_misuse_or_domestic_violence"
    INTERAGENCY_CONCERN = "interagency_concern"
    KNOWN_TO_AGENCIES = "known_to_agencies"


MUST_CONSIDER = "must-consider"
ALWAYS_CONSIDER = "always-consider"

_GROUPS = (
    FactGroup(
        "What happened to the child",
        (
            FactAsked(
                Fact.CHILD_DIED,
                "Has a child died (including by suspected suicide)?",
                "the child died",
            ),
            FactAsked(
                Fact.ABUSE_OR_NEGLECT,
                "Is abuse or neglect known or suspected to be a factor?",
                "abuse or neglect is a factor",
            ),
            FactAsked(
                Fact.SERIOUSLY_HARMED,
                "Was a child seriously harmed?",
                "the child was seriously harmed",
            ),
        ),
    ),
    FactGroup(
        "How it happened",
        (
            FactAsked(
                Fact.LIFE_THREATENING,
                "Was there a potentially life-threatening injury, or serious and permanent impairment "
                "of physical or mental health or of development?",
                "the injury was life-threatening or the impairment permanent",
            ),
            FactAsked(
                Fact.SEXUAL_ABUSE,
                "Was the child sexually abused?",
                "the child was sexually abused",
            ),
            FactAsked(
                Fact.PARENT_MURDERED,
                "Was a parent murdered, with a domestic homicide review being started?",
                "a parent was murdered and a homicide review is starting",
            ),
            FactAsked(
                Fact.VIOLENT_ASSAULT,
                "Was there a violent assault by another child or an adult?",
                "there was a violent assault",
            ),
            FactAsked(
                Fact.KILLED_BY_CARER,
                "Was the child killed by a parent, carer or close relative with a mental illness, or known "
                "to misuse substances or to perpetrate domestic violence?",
                "the child was killed by such a carer",
            ),
        ),
    ),
    FactGroup(
        "The agencies",
        (
            FactAsked(
                Fact.INTERAGENCY_CONCERN,
                "Is there concern about how agencies worked together?",
                "there is concern about how agencies worked together",
                "If there is, write down what shows it: it decides five of the limbs.",
                "Give the evidence for the concern about how agencies worked together.",
            ),
            FactAsked(
                Fact.KNOWN_TO_AGENCIES,
                "Was the child or family known to any agency?",
                hint="It is kept, and makes no difference to the criteria.",
            ),
        ),
    ),
)

# The concern about agencies conditions all five harm limbs and never the death limb. To be killed by a
# carer is to have died through abuse, so that fact alone raises the death limb. It also satisfies the
# stem of the fifth harm limb ("seriously harmed"), which could otherwise never hold.
_RULES = (
    Rule(
        "death",
        "A child has died and abuse or neglect is a factor",
        (
            Way((Fact.CHILD_DIED, Fact.ABUSE_OR_NEGLECT)),
            Way(
                (Fact.KILLED_BY_CARER,),
                "To be killed by such a carer is to have died through abuse.",
            ),
        ),
        MUST_CONSIDER,
    ),
    Rule(
        "life_threatening",
        "Life-threatening injury or permanent impairment",
        (
            Way(
                (
                    Fact.SERIOUSLY_HARMED,
                    Fact.LIFE_THREATENING,
                    Fact.ABUSE_OR_NEGLECT,
                    Fact.INTERAGENCY_CONCERN,
                )
            ),
        ),
        ALWAYS_CONSIDER,
    ),
    Rule(
        "sexual_abuse",
        "Sexual abuse",
        (Way((Fact.SERIOUSLY_HARMED, Fact.SEXUAL_ABUSE, Fact.INTERAGENCY_CONCERN)),),
        ALWAYS_CONSIDER,
    ),
    Rule(
        "parent_murdered",
        "A parent was murdered and a homicide review is starting",
        (Way((Fact.SERIOUSLY_HARMED, Fact.PARENT_MURDERED, Fact.INTERAGENCY_CONCERN)),),
        ALWAYS_CONSIDER,
    ),
    Rule(
        "violent_assault",
        "Violent assault by another child or an adult",
        (Way((Fact.SERIOUSLY_HARMED, Fact.VIOLENT_ASSAULT, Fact.INTERAGENCY_CONCERN)),),
        ALWAYS_CONSIDER,
    ),
    Rule(
        "killed_by_carer",
        "Killed by a carer with mental illness, substance misuse or domestic violence",
        (
            Way(
                (Fact.KILLED_BY_CARER, Fact.INTERAGENCY_CONCERN),
                "A child who was killed counts as seriously harmed.",
            ),
        ),
        ALWAYS_CONSIDER,
    ),
)

CRITERIA = Criteria(
    groups=_GROUPS,
    rules=_RULES,
    outcomes={
        MUST_CONSIDER: "The Board must consider what can be learned",
        ALWAYS_CONSIDER: "The Board always considers a review",
    },
)
