"""The Board's approval, on its page."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.deciding import Case, case_before_board, case_with_panel, open_as

from goldenthread.reviews.models import OverviewSection, SignOff
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def address(case: Case) -> str:
    return f"/reviews/{case.review.reference}/sign-off/"


def typed(**changed: str) -> dict[str, str]:
    return {"approved_on": "2026-08-01", "note": "Minute 4.", "once": str(uuid4())} | changed


def approvals(case: Case) -> int:
    with asking(case.bea.pk):
        return SignOff.objects.count()


@pytest.mark.duty("P24")
def test_the_chair_records_the_boards_approval_and_sees_the_clock_stopped(client: Client):
    case = case_before_board()
    page = open_as(client, case.cher, address(case))
    assert (page.status_code, page.context["missing"]) == (200, [])
    once = typed()
    first, second = client.post(address(case), once), client.post(address(case), once)
    assert [first["Location"], second["Location"]] == [address(case), address(case)]
    assert approvals(case) == 1
    text = client.get(address(case)).content.decode()
    assert "Approved on 1 August 2026" in text
    assert "Done on day 172 of 181" in text
    assert "6 calendar months after 10 February 2026; due by the end of 10 August 2026." in text
    assert "Minute 4." in text


@pytest.mark.duty("P24")
def test_what_is_missing_is_said_instead_of_the_form_with_where_to_mend_it(client: Client):
    case = case_before_board()
    with asking(case.otto.pk):
        OverviewSection.objects.filter(document="summary", key="learning").update(text="")
    page = open_as(client, case.cher, address(case))
    assert page.context["form"] is None
    what = "The Executive Summary has nothing under “Priorities for learning and change”."
    assert page.context["missing"] == [
        {
            "what": what,
            "blocks": True,
            "where": "overview",
            "href": f"/reviews/{case.review.reference}/overview/",
        }
    ]
    assert what in page.content.decode()
    answer = client.post(address(case), typed())
    assert answer.status_code == 409
    assert approvals(case) == 0


@pytest.mark.parametrize(
    ("approved_on", "sentence"),
    [
        (
            "2026-02-09",
            "It was decided on 10 February 2026; the approval cannot be dated before that.",
        ),
        ("2099-01-01", "The day of the approval must be"),
        ("", "Enter the day of the approval."),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_nothing_typed_is_lost(
    client: Client, approved_on, sentence
):
    case = case_before_board()
    client.force_login(case.cher)
    page = client.post(address(case), typed(approved_on=approved_on))
    text = page.content.decode()
    assert page.status_code == 200
    assert sentence in text
    assert "Minute 4." in text
    assert approvals(case) == 0


def test_others_read_the_reason_instead_of_the_form_and_are_refused(client: Client):
    case = case_before_board()
    page = open_as(client, case.ida, address(case))
    assert page.context["form"] is None
    assert "Your part in this review does not include this." in page.content.decode()
    assert client.post(address(case), typed()).status_code == 409
    assert approvals(case) == 0


def test_somebody_who_does_not_see_the_reports_is_not_told_that_they_are_empty(client: Client):
    case = case_before_board()
    page = open_as(client, case.sol, address(case))
    assert (page.status_code, page.context["missing"]) == (200, [])


def test_a_stranger_finds_no_page(client: Client):
    case = case_with_panel()
    assert open_as(client, case.zoe, address(case)).status_code == 404
