"""The terms of reference, through the services."""

from datetime import date

import pytest
from tests.deciding import (
    Case,
    case_at_panel,
    case_before_chair,
    case_with_panel,
    refusal,
    write_terms,
)

from goldenthread.accounts.models import Person, Post
from goldenthread.audit.models import Record
from goldenthread.domain.contributions import Form
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Contribution, Membership, Terms, TermsShared
from goldenthread.reviews.queries import terms as queries
from goldenthread.reviews.services import panel, terms
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def approve(case: Case, written: Terms, by=None) -> Terms:
    by = by or case.cher
    with asking(by.pk):
        return terms.approve(written, by=by)


@pytest.mark.duty("P10")
def test_terms_are_saved_again_and_again_until_the_chair_approves_them():
    case = case_at_panel()
    with asking(case.bea.pk):
        first = write_terms(case)
        second = write_terms(case, new_lines=[" One? ", "", "Two?  "])
    assert (second.pk, second.version) == (first.pk, 1)
    assert second.lines_of_enquiry == [[1, "One?"], [2, "Two?"]]
    approved = approve(case, second)
    assert approved.approved_by == case.cher
    with asking(case.bea.pk):
        verbs = Record.objects.filter(subject="terms").values_list("verb", flat=True)
        assert list(verbs.order_by("number")) == [
            "terms.saved",
            "terms.lines_saved",
            "terms.saved",
            "terms.lines_saved",
            "terms.approved",
        ]


@pytest.mark.duty("P10")
def test_an_approved_version_is_never_changed_a_new_one_follows_it():
    case = case_with_panel()
    with asking(case.bea.pk):
        second = write_terms(case, subjects="The child")
        versions = [(one.version, one.subjects) for one in Terms.objects.visible_to(case.bea)]
    assert versions == [(2, "The child"), (1, "The child and the child’s sister")]
    assert second.approved_at is None


def test_a_version_is_approved_once():
    case = case_with_panel()
    with asking(case.cher.pk):
        first = Terms.objects.visible_to(case.cher).get()
    sentence = "These terms have been approved. To change them, write a new version."
    assert refusal(lambda: approve(case, first)) == sentence


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"subjects": " "}, "Say whom the review is about."),
        (
            {"new_lines": [" "]},
            "Give at least one question that the review is to answer.",
        ),
    ],
)
def test_terms_that_are_not_whole_can_be_saved_but_not_approved(changed, sentence):
    case = case_at_panel()
    with asking(case.bea.pk):
        written = write_terms(case, **changed)
    assert refusal(lambda: approve(case, written)) == sentence


def test_a_period_that_ends_before_it_begins_is_refused():
    case = case_at_panel()
    with asking(case.bea.pk):
        sentence = refusal(lambda: write_terms(case, period_to=date(2023, 1, 1)))
    assert sentence == (
        "The period under review ends before it begins. Change one of the two dates."
    )


def test_the_chair_approves_and_does_not_write_the_manager_writes_and_does_not_approve():
    case = case_at_panel()
    no = "Your part in this review does not include this."
    with asking(case.cher.pk):
        assert refusal(lambda: write_terms(case, by=case.cher)) == no
    with asking(case.bea.pk):
        written = write_terms(case)
    assert refusal(lambda: approve(case, written, by=case.bea)) == no


def test_no_terms_before_there_is_a_review():
    case = case_before_chair()
    with asking(case.bea.pk):
        sentence = refusal(lambda: write_terms(case))
    assert sentence == (
        "The terms are written when the panel is formed, and changed until the reports are put up for"
        " approval."
    )


def shared_with(case: Case, version: int) -> dict[str, bool]:
    """With whom the version is shared, by first name, and whether they have opened it."""
    with asking(case.bea.pk):
        rows = TermsShared.objects.visible_to(case.bea).filter(terms__version=version)
        return {
            one.person.name.split()[0]: one.read_at is not None
            for one in rows.select_related("person")
        }


def in_force(case: Case, person) -> Terms:
    with asking(person.pk):
        return queries.terms_in_force(person, case.review)


@pytest.mark.duty("P10")
def test_an_approved_version_is_shared_with_all_who_work_from_it_and_with_whoever_joins():
    case = case_with_panel()
    # At approval: the chair, the overview author and the Police’s senior officer; Ned was named later.
    assert shared_with(case, 1) == {"Ida": False, "Otto": False, "Sol": False, "Ned": False}


@pytest.mark.duty("P10", "P16")
def test_hazard_5_a_new_version_is_shared_again_with_everybody_and_is_unread():
    case = case_with_panel()
    with asking(case.ned.pk):
        terms.open_shared(in_force(case, case.ned), by=case.ned)
    assert shared_with(case, 1)["Ned"]
    interviewee = Person.objects.create(
        email="ivy@northmere.example", name="Ivy Asked", employer=case.police
    )
    with asking(case.bea.pk):
        Membership.objects.create(
            review=case.review,
            person=interviewee,
            role=Role.INTERVIEWEE.value,
            agency=case.police,
            joined_on=date(2026, 3, 1),
        )
        second = write_terms(case, lines={1: "Was the child seen alone?"}, change="Line 1.")
    approve(case, second)
    everybody = {"Ida": False, "Otto": False, "Sol": False, "Ned": False, "Ivy": False}
    assert shared_with(case, 2) == everybody
    with asking(case.ned.pk):
        waiting = queries.unread_terms(case.ned, [case.review])
    assert [one.version for one in waiting.values()] == [2]
    with asking(interviewee.pk):  # who else works from the terms is not an interviewee’s business
        assert [one.person for one in TermsShared.objects.all()] == [interviewee]
        assert terms.open_shared(second, by=interviewee).read_at
    assert shared_with(case, 2) == everybody | {"Ivy": True}


@pytest.mark.duty("P10")
def test_a_version_is_opened_once_and_only_by_whom_it_was_shared_with():
    case = case_with_panel()
    sentence = "This version has not been shared with you, or you have opened it already."
    for person, refused in ((case.ida, False), (case.ida, True), (case.bea, True)):
        shared = in_force(case, person)
        with asking(person.pk):
            if refused:
                assert refusal(lambda by=person, it=shared: terms.open_shared(it, by=by)) == (
                    sentence
                )
            else:
                assert terms.open_shared(shared, by=person).person == person
    with asking(case.bea.pk):
        readers = queries.readers_of(case.bea, case.review, in_force(case, case.bea))
    assert [(one.person.name, one.has_read) for one in readers] == [
        ("Ida Apart", True),
        ("Ned Beat", False),
        ("Otto Aside", False),
        ("Sol Badge", False),
    ]


def test_terms_are_shared_again_with_those_who_do_not_have_them():
    case = case_with_panel()
    with asking(case.bea.pk):
        everybody = "Everybody who works from the terms has this version already."
        assert refusal(lambda: terms.share_again(case.review, by=case.bea)) == everybody
        TermsShared.objects.filter(person=case.ned).delete()
        terms.share_again(case.review, by=case.bea)
    assert shared_with(case, 1)["Ned"] is False


def test_an_agency_asked_for_nothing_is_sent_no_terms_until_it_is_asked_for_something():
    case = case_with_panel()
    Post.objects.filter(person=case.hana).update(role=Role.SENIOR_OFFICER.value)
    with asking(case.bea.pk):
        asked = panel.ask_for_contribution(
            case.review,
            case.health,
            form=Form.NONE,
            because="It met the family once.",
            due_on=date(2026, 12, 24),
            by=case.bea,
        )
        assert "Hana" not in shared_with(case, 1)
        words = {"form": Form.INFORMATION_REPORT, "because": "It did more.", "by": case.bea}
        panel.change_form(asked, **words)
    assert shared_with(case, 1)["Hana"] is False


def test_nothing_is_shared_before_a_version_is_approved():
    case = case_at_panel()
    with asking(case.bea.pk):
        assert refusal(lambda: terms.share_again(case.review, by=case.bea)) == (
            "No version has been approved yet, so there is nothing to share."
        )


@pytest.mark.duty("P10")
def test_a_line_keeps_its_number_through_every_version():
    case = case_with_panel()
    with asking(case.bea.pk):
        second = write_terms(
            case, lines={1: "Was the child seen alone?", 2: ""}, new_lines=["New?"], change="Lines."
        )
    assert second.lines_of_enquiry == [[1, "Was the child seen alone?"], [3, "New?"]]
    approve(case, second)
    with asking(case.bea.pk):
        third = write_terms(case, lines={1: "Was the child seen alone?"}, new_lines=["Newer?"])
        assert third.lines_of_enquiry == [[1, "Was the child seen alone?"], [4, "Newer?"]]
        cited = queries.lines_in_force(case.bea, case.review)
    assert [(line.number, line.text) for line in cited] == [
        (1, "Was the child seen alone?"),
        (3, "New?"),
    ]


@pytest.mark.duty("P10")
def test_a_later_version_says_what_it_changes_before_it_is_approved():
    case = case_with_panel()
    with asking(case.bea.pk):
        second = write_terms(case, lines={1: "Was the child seen?"})
    assert refusal(lambda: approve(case, second)) == (
        "Say what this version changes, and why: everybody who works from the terms is told."
    )


@pytest.mark.duty("P10")
def test_a_version_keeps_what_each_agency_was_asked_for_when_it_was_approved():
    case = case_with_panel()
    first = in_force(case, case.bea)
    assert first.contributions == [["Police", "Chronology and full report", ""]]
    with asking(case.bea.pk):
        [asked] = Contribution.objects.visible_to(case.bea).filter(review=case.review)
        panel.change_form(asked, form=Form.CHRONOLOGY_ONLY, because="Little known.", by=case.bea)
        was = queries.asked_of_agencies(case.bea, case.review, first)
        now = queries.asked_of_agencies(case.bea, case.review, None)
    assert was == [("Police", "Chronology and full report", "")]
    assert now == [("Police", "Chronology only", "Little known.")]


def test_standard_questions_are_answered_by_their_keys_and_carried_into_the_next_version():
    case = case_with_panel()
    with asking(case.bea.pk):
        answers = {"issues": " Being heard. ", "media": " ", "weather": "Rain."}
        second = terms.answer_questions(case.review, answers=answers, by=case.bea)
        assert (second.version, second.standard_answers) == (2, {"issues": "Being heard."})
        assert second.lines_of_enquiry == [
            [1, "Was the child seen?"],
            [2, "Who knew what, and when?"],
        ]
        said = {question.key: text for question, text in queries.answered(case.review, second)}
    assert (said["issues"], said["media"]) == ("Being heard.", "")


def test_lines_and_answers_wait_for_the_period():
    case = case_at_panel()
    sentence = "Say first what the review is about, and which time it looks at."
    with asking(case.bea.pk):
        for act in (
            lambda: terms.write_lines(case.review, lines={}, new_lines=["One?"], by=case.bea),
            lambda: terms.answer_questions(case.review, answers={}, by=case.bea),
        ):
            assert refusal(act) == sentence
