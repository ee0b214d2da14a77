"""Forms as data: complete when what is required is there, and honest about what was not said."""

import pytest

from goldenthread.domain.criteria import Known
from goldenthread.domain.criteria.scr_2010 import CRITERIA, MUST_CONSIDER, Fact
from goldenthread.domain.questionnaires.questions import Kind, Question, Questionnaire, Section
from goldenthread.domain.questionnaires.referral_scr_2010 import REFERRAL, facts_said
from goldenthread.domain.review_types import REVIEW_TYPES

NEEDED = Question("what", "What?", Kind.TEXT, needed="Say what")
OPTIONAL = Question("else", "Anything else?", Kind.LONG_TEXT)
FIRST = Section("first", "First", (NEEDED, OPTIONAL))
SECOND = Section("second", "Second", (Question("more", "More?", Kind.TEXT),))
FORM = Questionnaire("form", 1, "A form", (FIRST, SECOND))


def test_a_question_with_a_sentence_for_its_absence_is_required():
    assert (NEEDED.is_required, OPTIONAL.is_required) == (True, False)


@pytest.mark.parametrize(
    ("answers", "unanswered"),
    [
        ({}, [("first", "what")]),
        ({"what": "  "}, [("first", "what")]),
        ({"what": "This", "else": ""}, []),
        ({"else": "That"}, [("first", "what")]),
    ],
)
def test_unanswered_names_the_required_questions_that_are_blank(answers, unanswered):
    found = [(section.key, question.key) for section, question in FORM.unanswered(answers)]
    assert found == unanswered


def test_a_section_is_complete_when_begun_and_nothing_required_is_blank():
    assert FORM.is_complete(FIRST, {"what": "This"}) is True
    assert FORM.is_complete(FIRST, {"else": "That"}) is False
    assert FORM.is_complete(SECOND, {}) is False
    assert FORM.is_complete(SECOND, {"more": "Yes"}) is True


def test_a_section_is_found_by_its_key():
    assert FORM.section("second") is SECOND
    with pytest.raises(KeyError):
        FORM.section("third")


@pytest.mark.parametrize(
    "form", [kind.referral for kind in REVIEW_TYPES.values()], ids=lambda form: form.key
)
def test_a_form_of_ours_hangs_together(form):
    questions = [question for section in form.sections for question in section.questions]
    assert len({question.key for question in questions}) == len(questions)
    assert len({section.key for section in form.sections}) == len(form.sections)
    for question in questions:
        assert bool(question.options) == (question.kind is Kind.CHOICE), question.key


@pytest.mark.duty("P22")
def test_what_tells_who_somebody_is_is_marked():
    marked = {
        question.key
        for section in REFERRAL.sections
        for question in section.questions
        if question.identifies
    }
    assert {"child_name", "child_born_on", "child_address", "family", "carer"} <= marked


@pytest.mark.duty("P1")
def test_a_referral_says_facts_for_the_committee_to_start_from():
    facts = facts_said({"died_or_harmed": "died", "abuse_or_neglect": "suspected"})
    assert CRITERIA.judge(facts).outcome == MUST_CONSIDER
    assert facts[Fact.SERIOUSLY_HARMED] is Known.UNKNOWN


@pytest.mark.parametrize(
    ("said", "died", "harmed"),
    [
        ("died", Known.YES, Known.UNKNOWN),
        ("harmed", Known.NO, Known.YES),
        ("neither", Known.NO, Known.NO),
        ("", Known.UNKNOWN, Known.UNKNOWN),
    ],
)
def test_what_the_referrer_does_not_say_is_unknown(said, died, harmed):
    facts = facts_said({"died_or_harmed": said, "working_together": "no"})
    assert (facts[Fact.CHILD_DIED], facts[Fact.SERIOUSLY_HARMED]) == (died, harmed)
    assert facts[Fact.INTERAGENCY_CONCERN] is Known.NO
    assert facts[Fact.ABUSE_OR_NEGLECT] is Known.UNKNOWN
    assert facts[Fact.KNOWN_TO_AGENCIES] is Known.UNKNOWN
