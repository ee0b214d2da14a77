"""The referral of a case, version 2: rows for people, agencies and key dates, and each situation asked about.

A question that has not changed is taken from version 1, which is kept as it was for the referrals that
were made with it.
"""

from collections.abc import Mapping
from dataclasses import replace

from goldenthread.domain.criteria import Known
from goldenthread.domain.criteria.scr_2010 import CRITERIA, Fact
from goldenthread.domain.questionnaires import referral_scr_2010 as first
from goldenthread.domain.questionnaires.questions import Kind, Question, Questionnaire, Section

_AS_BEFORE = {
    question.key: question for section in first.REFERRAL.sections for question in section.questions
}
_YES_NO_UNKNOWN = (("yes", "Yes"), ("no", "No"), ("unknown", "Not known"))
_KNOWN = (("yes", "Yes"), ("suspected", "Suspected"), ("no", "No"), ("unknown", "Not known"))


def _situation(fact: Fact, hint: str = "") -> Question:
    asked = CRITERIA.fact(fact)
    return Question(fact.value, asked.question, Kind.CHOICE, hint, _KNOWN)


_CHILD = (
    replace(
        _AS_BEFORE["child_name"],
        hint="It is kept sealed. Agencies that are asked need it to search their records; everybody else"
        " sees a label.",
    ),
    Question("child_other_names", "Other names the child is known by", Kind.TEXT, identifies=True),
    _AS_BEFORE["child_born_on"],
    _AS_BEFORE["child_died_on"],
    _AS_BEFORE["child_address"],
    _AS_BEFORE["child_ethnicity"],
    Question(
        "child_legal_status",
        "Legal status",
        Kind.TEXT,
        "For example: living with parents, looked after under a care order.",
        identifies=True,
    ),
    _AS_BEFORE["child_plan"],
    Question(
        "more_children",
        "Other children this referral is about",
        Kind.ROWS,
        "Only children who have also died or been seriously harmed. Each needs a name; brothers and sisters"
        " come later.",
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
            Question("address", "This child’s home address", Kind.LONG_TEXT),
            Question("ethnicity", "This child’s ethnic origin", Kind.TEXT),
            Question(
                "plan", "Ever subject to a child protection plan?", Kind.CHOICE, "", _YES_NO_UNKNOWN
            ),
        ),
    ),
)

_INCIDENT = tuple(
    replace(question, hint="A suspected suicide counts as a death.")
    if question.key == "died_or_harmed"
    else question
    for question in first.REFERRAL.section("incident").questions
)

_SITUATIONS = (
    _situation(
        Fact.LIFE_THREATENING, "Answer what you know. What is not known is never taken for a no."
    ),
    _situation(Fact.SEXUAL_ABUSE),
    _situation(Fact.PARENT_MURDERED),
    _situation(Fact.VIOLENT_ASSAULT),
    _situation(Fact.KILLED_BY_CARER),
    _situation(Fact.KNOWN_TO_AGENCIES, "It makes no difference to whether the case is considered."),
)

_FAMILY = (
    Question(
        "household",
        "Family, household and other people who matter",
        Kind.ROWS,
        "Each needs a name; leave out what you do not know.",
        identifies=True,
        row="person",
        columns=(
            Question("name", "Name", Kind.TEXT, needed="Enter a name for each person"),
            Question("relationship", "Relationship to the child", Kind.TEXT),
            Question("born", "Date of birth", Kind.TEXT, "As far as you know it: “1983” will do."),
            Question("address", "Address", Kind.TEXT),
            Question(
                "legal_status",
                "Legal status",
                Kind.TEXT,
                "Of a child, or whether an adult has parental responsibility.",
            ),
            Question("ethnicity", "Ethnic origin", Kind.TEXT),
            Question(
                "plan", "Ever subject to a child protection plan?", Kind.CHOICE, "", _YES_NO_UNKNOWN
            ),
        ),
    ),
    _AS_BEFORE["other_children"],
    Question(
        "told_duty_team",
        "Has the safeguarding duty team been told?",
        Kind.CHOICE,
        "About this child, and about any other child who may be at risk.",
        _YES_NO_UNKNOWN,
    ),
)

_AGENCIES = (
    Question(
        "other_agencies",
        "Agencies and professionals involved",
        Kind.ROWS,
        "Each needs its name. It makes no difference if there were none.",
        row="agency",
        columns=(
            Question("agency", "Agency", Kind.TEXT, needed="Enter the name of each agency"),
            Question(
                "contact",
                "Who can be asked, and how",
                Kind.TEXT,
                "Name, role, phone or e-mail.",
                identifies=True,
            ),
            Question("still_involved", "Still involved?", Kind.CHOICE, "", _YES_NO_UNKNOWN),
        ),
    ),
    Question(
        "working_together",
        "Is there concern about how agencies worked together?",
        Kind.CHOICE,
        options=_KNOWN,
        needed="Say whether there is concern about how agencies worked together",
    ),
    Question(
        "working_together_why",
        "What makes you say so?",
        Kind.LONG_TEXT,
        "For example: a risk that was not recognised, not passed on, or not acted on; a worry that was"
        " not taken seriously; procedures that were not known, not followed, or did not fit.",
    ),
    _AS_BEFORE["other_proceedings"],
)

_KEY_DATES = Question(
    "key_dates",
    "What happened when",
    Kind.ROWS,
    "Each needs a date, as far as you know it, and what happened.",
    row="date",
    columns=(
        Question(
            "day",
            "Date",
            Kind.TEXT,
            "As exactly as you know it. “March 2010” or “about a week before” is kept as you write it.",
            needed="Enter a date for each event, as far as you know it",
        ),
        Question("time", "Time, if it matters", Kind.TEXT),
        Question("event", "What happened", Kind.LONG_TEXT, needed="Say what happened on each date"),
    ),
)

_REFERRER = (
    Question("referrer_contact", "How can the Board reach you?", Kind.TEXT, "Phone, and when."),
    Question(
        "consulted",
        "Whom have you talked to about this referral?",
        Kind.TEXT,
        "Usually your agency’s safeguarding lead: name and role. You may refer without.",
        identifies=True,
    ),
    Question("consulted_view", "What do they think?", Kind.LONG_TEXT),
    Question(
        "records_secured",
        "Have your own agency’s records been secured?",
        Kind.CHOICE,
        "So that nothing in them is changed while a review is possible.",
        _YES_NO_UNKNOWN,
    ),
)

REFERRAL = Questionnaire(
    key=first.REFERRAL.key,
    version=2,
    title=first.REFERRAL.title,
    sections=(
        Section("child", "The child", _CHILD),
        Section("incident", "What happened", _INCIDENT),
        Section(
            "situations",
            "Which situations apply",
            _SITUATIONS,
            "These are the situations that the guidance names. Leave out what you cannot say.",
        ),
        Section("family", "Family and household", _FAMILY),
        Section("agencies", "Agencies and how they worked together", _AGENCIES),
        Section(
            "dates",
            "Key dates",
            (_KEY_DATES,),
            "The few dates without which the case cannot be understood. A whole chronology comes later.",
        ),
        Section("you", "You, and whom you have talked to", _REFERRER),
    ),
)


def facts_said(answers: Mapping[str, str]) -> dict[str, Known]:
    """What the referrer said of the facts, in either version, for the Committee to start from.

    A situation that is not answered is unknown; one that is suspected counts as said.
    """
    said = {
        fact.key: answers[fact.key]
        for fact in CRITERIA.facts
        if answers.get(fact.key, "") and fact.key in _ASKED_ONE_BY_ONE
    }
    return first.facts_said(answers) | {
        key: known for key, known in CRITERIA.read(said).items() if key in said
    }


_ASKED_ONE_BY_ONE = frozenset(question.key for question in _SITUATIONS)
