"""The serious incident notification of 2023, field for field as the local authority has to give it.

One notification an incident: up to four children by name, others in the account. It can be sent although
no child is identified yet.
"""

from collections.abc import Mapping

from goldenthread.domain.criteria import Known
from goldenthread.domain.criteria.lcspr_2023 import CRITERIA, Fact
from goldenthread.domain.questionnaires.questions import Kind, Question, Questionnaire, Section

_YES_NO_UNKNOWN = (("yes", "Yes"), ("no", "No"), ("unknown", "Not known"))
_KNOWN = (("yes", "Yes"), ("suspected", "Suspected"), ("no", "No"), ("unknown", "Not known"))
_STATUS = (
    ("looked_after", "Looked after"),
    ("protection_plan", "Child protection plan"),
    ("child_in_need", "Child in need"),
    ("early_help", "Early help"),
    ("none", "None of these"),
    ("unknown", "Not known"),
)


def _asked(fact: Fact, options: tuple[tuple[str, str], ...] = _KNOWN, needed: str = "") -> Question:
    asked = CRITERIA.fact(fact)
    return Question(fact.value, asked.question, Kind.CHOICE, asked.hint, options, needed)


NOTIFICATION = Questionnaire(
    key="notification-lcspr-2023",
    version=1,
    title="Notify a serious incident",
    sections=(
        Section(
            "child",
            "The child",
            (
                Question(
                    "child_name",
                    "Child’s full name",
                    Kind.TEXT,
                    "It is kept sealed. Everyone else sees a label. If the child is not identified yet, say so here.",
                    identifies=True,
                    needed="Enter the child’s full name, or say that the child is not identified yet",
                ),
                Question(
                    "child_born_on",
                    "Date of birth",
                    Kind.DAY,
                    identifies=True,
                ),
                Question(
                    "child_died_on",
                    "Date of death, if the child has died",
                    Kind.DAY,
                    identifies=True,
                ),
                Question("child_sex", "Sex", Kind.TEXT, identifies=True),
                Question("child_ethnicity", "Ethnicity", Kind.TEXT, identifies=True),
                Question(
                    "child_disability",
                    "Disability or long illness",
                    Kind.LONG_TEXT,
                    identifies=True,
                ),
                Question("child_address", "Home address", Kind.LONG_TEXT, identifies=True),
                Question(
                    "child_placement",
                    "Where the child was living, if elsewhere",
                    Kind.TEXT,
                    identifies=True,
                ),
                Question(
                    "child_status",
                    "Legal status",
                    Kind.CHOICE,
                    options=_STATUS,
                    needed="Say what the child’s legal status was",
                ),
                Question(
                    "more_children",
                    "Other children this notification is about",
                    Kind.ROWS,
                    "Up to three more. Name any others in the account of the incident.",
                    identifies=True,
                    row="child",
                    rows_at_first=0,
                    columns=(
                        Question(
                            "name",
                            "This child’s full name",
                            Kind.TEXT,
                            needed="Enter the full name of each child",
                        ),
                        Question("born_on", "This child’s date of birth", Kind.DAY),
                        Question("died_on", "Date of death, if this child has died", Kind.DAY),
                        Question("status", "This child’s legal status", Kind.CHOICE, "", _STATUS),
                    ),
                ),
            ),
        ),
        Section(
            "incident",
            "The incident",
            (
                Question(
                    "incident_on",
                    "Date of the incident",
                    Kind.DAY,
                    "If it happened over time, give the day it came to light.",
                    needed="Enter the date of the incident, for example 14 5 2026",
                ),
                Question("incident_time", "Time, if it is known", Kind.TEXT),
                Question(
                    "became_aware_on",
                    "When did the local authority become aware?",
                    Kind.DAY,
                    "The five working days for the notification are counted from this day.",
                    needed="Enter the day on which the local authority became aware",
                ),
                Question("incident_place", "Where did it happen?", Kind.LONG_TEXT, identifies=True),
                Question(
                    "circumstances",
                    "What happened, and what is known so far",
                    Kind.LONG_TEXT,
                    "Facts, not opinions. Do not wait for information you do not have.",
                    needed="Say what happened",
                ),
                _asked(Fact.CHILD_DIED, _YES_NO_UNKNOWN, "Say whether a child has died"),
                _asked(
                    Fact.SERIOUSLY_HARMED,
                    _YES_NO_UNKNOWN,
                    "Say whether a child was seriously harmed",
                ),
                _asked(
                    Fact.ABUSE_OR_NEGLECT,
                    needed="Say whether abuse or neglect is known or suspected",
                ),
                Question("harm", "Kind of abuse or harm, as far as it is known", Kind.TEXT),
                Question(
                    "suspect",
                    "Is anybody suspected? Say how they are related to the child",
                    Kind.TEXT,
                    identifies=True,
                ),
            ),
        ),
        Section(
            "where",
            "Where, and whose child",
            (
                _asked(Fact.IN_AREA, _YES_NO_UNKNOWN, "Say whether it happened in the area"),
                _asked(Fact.RESIDENT_AND_ABROAD, _YES_NO_UNKNOWN),
                _asked(Fact.LOOKED_AFTER, _YES_NO_UNKNOWN),
                _asked(Fact.CARE_LEAVER, _YES_NO_UNKNOWN),
                _asked(Fact.SEVERAL_AREAS, _YES_NO_UNKNOWN),
            ),
        ),
        Section(
            "family",
            "Family and safety now",
            (
                Question(
                    "household",
                    "Family, household and other people who matter",
                    Kind.ROWS,
                    identifies=True,
                    row="person",
                    columns=(
                        Question("name", "Name", Kind.TEXT, needed="Enter a name for each person"),
                        Question("relationship", "Relationship to the child", Kind.TEXT),
                        Question("born", "Date of birth", Kind.TEXT, "As far as you know it."),
                        Question("address", "Address", Kind.TEXT),
                    ),
                ),
                Question(
                    "other_children",
                    "Are other children at home, and are they safe now?",
                    Kind.LONG_TEXT,
                    needed="Say whether there are other children and whether they are safe",
                ),
                Question("immediate_action", "What has been done at once?", Kind.LONG_TEXT),
            ),
        ),
        Section(
            "others",
            "Others who are involved",
            (
                Question(
                    "other_agencies",
                    "Agencies involved",
                    Kind.ROWS,
                    row="agency",
                    columns=(
                        Question(
                            "agency", "Agency", Kind.TEXT, needed="Enter the name of each agency"
                        ),
                        Question(
                            "contact", "Who can be asked, and how", Kind.TEXT, identifies=True
                        ),
                    ),
                ),
                Question(
                    "other_proceedings",
                    "Police, coroner, family court or other proceedings",
                    Kind.LONG_TEXT,
                ),
                Question(
                    "media",
                    "Is there, or will there be, interest from the press?",
                    Kind.CHOICE,
                    options=_YES_NO_UNKNOWN,
                ),
                Question(
                    "notifier_contact",
                    "Who notifies for the local authority, and how are they reached?",
                    Kind.TEXT,
                    needed="Say who notifies and how they are reached",
                ),
            ),
        ),
    ),
)

_ASKED = (
    Fact.CHILD_DIED,
    Fact.SERIOUSLY_HARMED,
    Fact.ABUSE_OR_NEGLECT,
    Fact.IN_AREA,
    Fact.RESIDENT_AND_ABROAD,
    Fact.LOOKED_AFTER,
    Fact.CARE_LEAVER,
    Fact.SEVERAL_AREAS,
)


def facts_said(answers: Mapping[str, str]) -> dict[str, Known]:
    """What the notification says of the facts; what it does not ask or answer is unknown, never no.

    A child whose legal status is given as looked after is said to be so.
    """
    said = {fact.value: answers[fact] for fact in _ASKED if answers.get(fact)}
    if answers.get("child_status") == "looked_after":
        said[Fact.LOOKED_AFTER.value] = "yes"
    return CRITERIA.read(said)
