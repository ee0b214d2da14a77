"""The criteria of today in England: what must be notified, and when the partners consider a local review.

Sources: Children Act 2004, sections 16B to 16F; the regulations of 2018 (SI 2018/789), regulation 11; the
guidance of 2023. A local review is the partners' choice, never automatic.
"""

from enum import StrEnum

from goldenthread.domain.criteria import Criteria, FactAsked, FactGroup, Rule, Way


class Fact(StrEnum):
    """A fact that today's criteria ask about."""

    CHILD_DIED = "child_died"
    SERIOUSLY_HARMED = "seriously_harmed"
    ABUSE_OR_NEGLECT = "abuse_or_neglect"
    IN_AREA = "in_area"
    RESIDENT_AND_ABROAD = "resident_and_outside_england"
    LOOKED_AFTER = "looked_after"
    CARE_LEAVER = "care_leaver_under_25"
    IMPROVEMENTS = "improvements_needed"
    RECURRENT_THEMES = "recurrent_themes"
    INTERAGENCY_CONCERN = "interagency_concern"
    PANEL_ASKED = "national_panel_asked"
    SINGLE_AGENCY = "single_agency_concern"
    NO_AGENCY = "no_agency_involved"
    SEVERAL_AREAS = "several_areas"
    INSTITUTION = "institutional_setting"


CONSIDER_REVIEW = "consider-review"
RAPID_REVIEW = "rapid-review"
TELL_ONLY = "tell-only"

_HAPPENED = FactGroup(
    "What happened to the child",
    (
        FactAsked(
            Fact.CHILD_DIED, "Has a child died (including by suspected suicide)?", "the child died"
        ),
        FactAsked(
            Fact.SERIOUSLY_HARMED,
            "Was a child seriously harmed?",
            "the child was seriously harmed",
            "Serious or likely long-term impairment of mental or physical health or of development. "
            "That a child recovers does not make it less.",
        ),
        FactAsked(
            Fact.ABUSE_OR_NEGLECT,
            "Is it known or suspected that the child was abused or neglected?",
            "abuse or neglect is known or suspected",
        ),
    ),
)
_WHERE = FactGroup(
    "Where it happened, and whose child",
    (
        FactAsked(
            Fact.IN_AREA,
            "Did it happen in the local authority’s area?",
            "it happened in the area",
        ),
        FactAsked(
            Fact.RESIDENT_AND_ABROAD,
            "Did it happen outside England, to a child who normally lives in the area?",
            "it happened outside England to a child who normally lives in the area",
        ),
        FactAsked(
            Fact.LOOKED_AFTER,
            "Was the child looked after by the local authority?",
            "the child was looked after",
            "The death of a looked-after child is notified whatever its cause.",
        ),
        FactAsked(
            Fact.CARE_LEAVER,
            "Was it a care leaver, up to and including the age of 24?",
            "it was a care leaver up to the age of 24",
        ),
    ),
)
_LEARNING = FactGroup(
    "What the case may teach",
    (
        FactAsked(
            Fact.IMPROVEMENTS,
            "Does it show, or may it show, how safeguarding needs to improve, also where that was seen before?",
            "it may show improvements that are needed",
            evidence_needed="Say what improvements the case may show.",
        ),
        FactAsked(
            Fact.RECURRENT_THEMES,
            "Does it show, or may it show, themes that keep coming back?",
            "it may show recurrent themes",
            evidence_needed="Say which themes keep coming back, and where they were seen before.",
        ),
        FactAsked(
            Fact.INTERAGENCY_CONCERN,
            "Is there concern about how two or more organisations worked together?",
            "there is concern about how organisations worked together",
            evidence_needed="Give the evidence for the concern about how organisations worked together.",
        ),
        FactAsked(
            Fact.PANEL_ASKED,
            "Has the national Child Safeguarding Practice Review Panel asked for a local review?",
            "the national panel has asked for it",
        ),
    ),
)
_CIRCUMSTANCES = FactGroup(
    "Circumstances to bear in mind",
    (
        FactAsked(
            Fact.SINGLE_AGENCY,
            "Is there concern about what one agency did by itself?",
            hint="These four are kept for the partners’ discretion; none decides by itself.",
        ),
        FactAsked(Fact.NO_AGENCY, "Was no agency involved with the family?"),
        FactAsked(Fact.SEVERAL_AREAS, "Was more than one local authority’s area concerned?"),
        FactAsked(Fact.INSTITUTION, "Did it happen in an institution or another care setting?"),
    ),
)

_SERIOUS = tuple((Fact.ABUSE_OR_NEGLECT, harm) for harm in (Fact.CHILD_DIED, Fact.SERIOUSLY_HARMED))
_CONSIDERATIONS = (
    Fact.IMPROVEMENTS,
    Fact.RECURRENT_THEMES,
    Fact.INTERAGENCY_CONCERN,
    Fact.PANEL_ASKED,
)

CRITERIA = Criteria(
    groups=(_HAPPENED, _WHERE, _LEARNING, _CIRCUMSTANCES),
    rules=(
        Rule(
            "local_review",
            "A serious case that may hold learning of importance to the area",
            tuple(Way((*serious, why)) for serious in _SERIOUS for why in _CONSIDERATIONS),
            CONSIDER_REVIEW,
        ),
        Rule(
            "notify",
            "A serious incident that the local authority notifies, and a rapid review",
            tuple(
                Way((*serious, where))
                for serious in _SERIOUS
                for where in (Fact.IN_AREA, Fact.RESIDENT_AND_ABROAD)
            ),
            RAPID_REVIEW,
        ),
        Rule(
            "notify_death_in_care",
            "The death of a looked-after child or of a care leaver",
            (
                Way((Fact.CHILD_DIED, Fact.LOOKED_AFTER)),
                Way((Fact.CHILD_DIED, Fact.CARE_LEAVER)),
            ),
            TELL_ONLY,
        ),
    ),
    outcomes={
        CONSIDER_REVIEW: "The partners consider whether a local review is appropriate",
        RAPID_REVIEW: "A notification and a rapid review are required",
        TELL_ONLY: "The death is notified; no rapid review is required",
    },
    not_met="Nothing has to be notified or reviewed",
)
