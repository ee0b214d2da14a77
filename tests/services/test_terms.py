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

from goldenthread.audit.models import Record
from goldenthread.reviews.models import Terms
from goldenthread.reviews.services import terms
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
