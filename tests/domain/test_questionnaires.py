"""Forms as data: complete when what is required is there, and honest about what was not said."""

import pytest

from goldenthread.domain.criteria import Known
from goldenthread.domain.criteria.scr_2010 import CRITERIA, MUST_CONSIDER, Fact
from goldenthread.domain.questionnaires import referral_scr_2010_v2 as second
from goldenthread.domain.questionnaires.questions import (
    Kind,
    Question,
    Questionnaire,
    Section,
    as_answer,
    rows_of,
)
from goldenthread.domain.questionnaires.referral_scr_2010 import REFERRAL, facts_said
from goldenthread.domain.review_types import REVIEW_TYPES

NEEDED = Question("what", "What?", Kind.TEXT, needed="Say what")
OPTIONAL = Question("else", "Anything else?", Kind.LONG_TEXT)
FIRST = Section("first", "First", (NEEDED, OPTIONAL))
SECOND = Section("second", "Second", (Question("more", "More?", Kind.TEXT),))
FORM = Questionnaire("form", 1, "A form", (FIRST, SECOND))
NAME = Question("name", "Name", Kind.TEXT, needed="Enter each name")
PEOPLE = Question(
    "people", "Who?", Kind.ROWS, columns=(NAME, Question("born", "Born", Kind.TEXT)), row="person"
)


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
    columns = [column for question in questions for column in question.columns]
    for question in (*questions, *columns):
        assert bool(question.options) == (question.kind is Kind.CHOICE), question.key
        rows = question.kind is Kind.ROWS
        assert (bool(question.columns), bool(question.row)) == (rows, rows), question.key
    assert all(column.kind is not Kind.ROWS for column in columns)


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


def test_rows_are_kept_as_they_were_typed_and_blank_ones_are_left_out():
    kept = as_answer([{"name": "Jo “Mo” Fenn", "born": "about 1983"}, {"name": " ", "born": ""}])
    assert rows_of(kept) == ({"name": "Jo “Mo” Fenn", "born": "about 1983"},)
    assert as_answer([{"name": ""}]) == ""
    assert rows_of(" ") == ()


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ([], []),
        ([{"name": "Jo", "born": ""}], []),
        ([{"name": "Jo"}, {"name": " ", "born": "1983"}], ["name"]),
        ([{"born": "1980"}, {"born": "1983"}], ["name"]),
    ],
)
def test_a_row_that_was_begun_needs_its_needed_columns(rows, missing):
    assert [column.key for column in PEOPLE.missing_in(as_answer(rows))] == missing
    section = Section("who", "Who", (PEOPLE,))
    form = Questionnaire("form", 1, "A form", (section,))
    answers = {"people": as_answer(rows)}
    assert [one.key for _, one in form.unanswered(answers)] == missing
    assert form.is_complete(section, answers) == (bool(rows) and not missing)


def test_rows_that_are_needed_are_missing_when_there_is_none():
    needed = Question("people", "Who?", Kind.ROWS, columns=(NAME,), needed="Name somebody")
    assert needed.missing_in("") == (needed,)


@pytest.mark.duty("P1", "P3")
def test_the_second_version_asks_each_situation_and_suspected_is_said():
    said = {Fact.SEXUAL_ABUSE.value: "suspected", Fact.VIOLENT_ASSAULT.value: "no"}
    facts = second.facts_said(said | {"died_or_harmed": "harmed", "working_together": "suspected"})
    assert facts[Fact.SEXUAL_ABUSE] is Known.YES
    assert facts[Fact.VIOLENT_ASSAULT] is Known.NO
    assert facts[Fact.LIFE_THREATENING] is Known.UNKNOWN
    assert facts[Fact.SERIOUSLY_HARMED] is Known.YES
    assert facts[Fact.INTERAGENCY_CONCERN] is Known.YES


@pytest.mark.duty("P2")
def test_that_no_agency_knew_the_child_is_said_and_nothing_more():
    facts = second.facts_said({Fact.KNOWN_TO_AGENCIES.value: "no"})
    assert facts[Fact.KNOWN_TO_AGENCIES] is Known.NO
    assert set(facts.values()) == {Known.NO, Known.UNKNOWN}


def test_each_version_of_the_form_is_kept_and_found():
    kind = REVIEW_TYPES["scr-2010"]
    assert kind.referral_of_version(1) is REFERRAL
    assert kind.referral_of_version(2) is kind.referral is second.REFERRAL
    with pytest.raises(KeyError):
        kind.referral_of_version(3)


@pytest.mark.duty("P22")
def test_rows_that_tell_who_somebody_is_are_marked_whole_or_by_column():
    questions = {q.key: q for s in second.REFERRAL.sections for q in s.questions}
    assert questions["household"].identifies
    assert questions["more_children"].identifies
    agencies = {column.key: column.identifies for column in questions["other_agencies"].columns}
    assert agencies == {"agency": False, "contact": True, "still_involved": False}
