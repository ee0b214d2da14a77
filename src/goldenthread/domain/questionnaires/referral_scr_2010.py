"""The referral of a case, version 1: what a Board asks of the professional who refers (2010)."""

from collections.abc import Mapping

from goldenthread.domain.criteria import Known
from goldenthread.domain.criteria.scr_2010 import CRITERIA, Fact
from goldenthread.domain.questionnaires.questions import Kind, Question, Questionnaire, Section

_YES_NO_UNKNOWN = (("yes", "Yes"), ("no", "No"), ("unknown", "Not known"))

REFERRAL = Questionnaire(
    key="referral-scr-2010",
    version=1,
    title="Refer a case",
    sections=(
        Section(
            "child",
            "The child",
            (
                Question(
                    "child_name",
                    "Child’s full name",
                    Kind.TEXT,
                    "It is kept sealed. Everyone else sees a label, never the name.",
                    identifies=True,
                    needed="Enter the child’s full name",
                ),
                Question(
                    "child_born_on",
                    "Date of birth",
                    Kind.DAY,
                    identifies=True,
                    needed="Enter the child’s date of birth, for example 27 3 2010",
                ),
                Question(
                    "child_died_on",
                    "Date of death, if the child has died",
                    Kind.DAY,
                    identifies=True,
                ),
                Question("child_address", "Home address", Kind.LONG_TEXT, identifies=True),
                Question("child_ethnicity", "Ethnic origin", Kind.TEXT, identifies=True),
                Question(
                    "child_plan",
                    "Was the child ever subject to a child protection plan?",
                    Kind.CHOICE,
                    options=_YES_NO_UNKNOWN,
                    needed="Say whether the child was ever subject to a child protection plan",
                ),
            ),
        ),
        Section(
            "incident",
            "What happened",
            (
                Question(
                    "incident_on",
                    "Date of the incident",
                    Kind.DAY,
                    "If it happened over time, give the day it came to light.",
                    needed="Enter the date of the incident, for example 14 5 2011",
                ),
                Question(
                    "circumstances",
                    "What happened, and what is known so far",
                    Kind.LONG_TEXT,
                    "Facts, not opinions. Do not wait for information you do not have.",
                    needed="Say what happened",
                ),
                Question("whereabouts", "Where was the child at the time?", Kind.TEXT),
                Question(
                    "carer", "Who was caring for the child at the time?", Kind.TEXT, identifies=True
                ),
                Question(
                    "died_or_harmed",
                    "Has a child died, or been seriously harmed?",
                    Kind.CHOICE,
                    options=(
                        ("died", "A child has died"),
                        ("harmed", "A child has been seriously harmed"),
                        ("neither", "Neither, but there may be something to learn"),
                    ),
                    needed="Say whether a child has died or been seriously harmed",
                ),
                Question(
                    "abuse_or_neglect",
                    "Is abuse or neglect known or suspected?",
                    Kind.CHOICE,
                    options=(
                        ("yes", "Known"),
                        ("suspected", "Suspected"),
                        ("no", "No"),
                        ("unknown", "Not known"),
                    ),
                    needed="Say whether abuse or neglect is known or suspected",
                ),
            ),
        ),
        Section(
            "family",
            "Family and household",
            (
                Question(
                    "family",
                    "Family members and other people who matter",
                    Kind.LONG_TEXT,
                    "For each: name, how they are related to the child, date of birth if known, and where they live.",
                    identifies=True,
                ),
                Question(
                    "other_children",
                    "Are other children at home, and are they safe now?",
                    Kind.LONG_TEXT,
                    needed="Say whether there are other children and whether they are safe",
                ),
            ),
        ),
        Section(
            "agencies",
            "Agencies and how they worked together",
            (
                Question(
                    "agencies_involved",
                    "Which agencies were involved, and who can be asked?",
                    Kind.LONG_TEXT,
                    "It makes no difference if none was.",
                    identifies=True,
                ),
                Question(
                    "working_together",
                    "Is there concern about how agencies worked together?",
                    Kind.CHOICE,
                    options=_YES_NO_UNKNOWN,
                    needed="Say whether there is concern about how agencies worked together",
                ),
                Question("working_together_why", "What makes you say so?", Kind.LONG_TEXT),
                Question(
                    "other_proceedings",
                    "Other proceedings you know of",
                    Kind.LONG_TEXT,
                    "Police, coroner, family court, complaints.",
                ),
            ),
        ),
    ),
)


def facts_said(answers: Mapping[str, str]) -> dict[str, Known]:
    """What the referrer said of the facts that the criteria ask about, for the Committee to start from.

    What the form does not ask, or the referrer does not say, is unknown, never no. A child said to
    have been harmed is said not to have died; a child said to have died may have been harmed before.
    """
    said = {
        Fact.ABUSE_OR_NEGLECT.value: answers.get("abuse_or_neglect", ""),
        Fact.INTERAGENCY_CONCERN.value: answers.get("working_together", ""),
    }
    match answers.get("died_or_harmed", ""):
        case "died":
            said[Fact.CHILD_DIED.value] = "yes"
        case "harmed":
            said[Fact.CHILD_DIED.value] = "no"
            said[Fact.SERIOUSLY_HARMED.value] = "yes"
        case "neither":
            said[Fact.CHILD_DIED.value] = "no"
            said[Fact.SERIOUSLY_HARMED.value] = "no"
    return CRITERIA.read(said)
