"""The Board's approval, through the service."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.deciding import DECIDED_ON, Case, case_before_board, case_with_panel, refusal

from goldenthread.audit.models import Record
from goldenthread.domain.process import Stage
from goldenthread.reviews.models import OverviewSection, SignOff
from goldenthread.reviews.queries.clock import clock_of
from goldenthread.reviews.services import sign_off
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

APPROVED_ON = date(2026, 8, 11)


def approve(case: Case, **changed) -> SignOff:
    words = {"approved_on": APPROVED_ON, "note": "", "by": case.cher} | changed
    with asking(words["by"].pk):
        return sign_off.record(case.review, **words)


@pytest.mark.duty("P24")
def test_the_boards_approval_stops_the_clock_on_its_day():
    case = case_before_board()
    recorded = approve(case, note=" Minute 4. ")
    assert recorded.note == "Minute 4."
    review = case.refresh()
    assert (review.stage, review.signed_off_on) == (Stage.PUBLICATION.value, APPROVED_ON)
    clock = clock_of(review, today=date(2026, 9, 1))
    assert (clock.sum, clock.is_late) == ("stopped on day 182 of 181; due 10 August 2026", True)
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="sign_off.recorded").count() == 1


@pytest.mark.parametrize(
    ("approved_on", "sentence"),
    [
        (
            DECIDED_ON - timedelta(days=1),
            "It was decided on 10 February 2026; the approval cannot be dated before that.",
        ),
        (
            timezone.localdate() + timedelta(days=1),
            "The approval cannot be in the future. Enter the day it was given.",
        ),
    ],
)
def test_an_approval_on_an_impossible_day_is_refused_and_leaves_no_trace(approved_on, sentence):
    case = case_before_board()
    assert refusal(lambda: approve(case, approved_on=approved_on)) == sentence
    review = case.refresh()
    assert (review.stage, review.signed_off_on) == (Stage.SIGN_OFF.value, None)


def test_reports_with_an_empty_section_are_not_signed_off():
    case = case_before_board()
    with asking(case.otto.pk):
        OverviewSection.objects.filter(document="overview", key="good_practice").update(text="")
    sentence = "Not yet: the Overview Report has nothing under “Good practice”."
    assert refusal(lambda: approve(case)) == sentence


def test_nobody_but_the_chair_signs_off():
    case = case_before_board()
    sentence = "Your part in this review does not include this."
    assert refusal(lambda: approve(case, by=case.bea)) == sentence


def test_nothing_is_signed_off_before_it_is_put_to_the_board():
    early = case_with_panel()
    sentence = "The reports have not been put forward for approval yet."
    assert refusal(lambda: approve(early)) == sentence


def test_reports_are_signed_off_once():
    case = case_before_board()
    approve(case)
    assert refusal(lambda: approve(case)) == "The reports have been approved."
