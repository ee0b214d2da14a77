"""The timetable on its pages: by the right person and the wrong one, with good input and bad."""

from contextlib import contextmanager
from datetime import date, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.deciding import Case, case_at_panel, case_referred, case_with_panel, open_as

from goldenthread.reviews import moments
from goldenthread.reviews.models import (
    EventDate,
    ExtensionAnswer,
    ExtensionRequest,
    PlannedDay,
)
from goldenthread.reviews.services import timetable
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P24")]


@contextmanager
def on(day: date):
    zone = timezone.get_current_timezone()
    with moments.at(datetime(day.year, day.month, day.day, 12, tzinfo=zone)):
        yield


@pytest.fixture(autouse=True)
def in_july():
    with on(date(2026, 7, 1)):
        yield


def address(case: Case, rest: str = "") -> str:
    return f"/reviews/{case.review.reference}/timetable/{rest}"


def rows(case: Case, model) -> int:
    with asking(case.bea.pk):
        return model.objects.count()


def typed(**changed: str) -> dict[str, str]:
    return {"once": str(uuid4())} | changed


def text(page) -> str:
    return " ".join(page.content.decode().split())


def ask(case: Case) -> ExtensionRequest:
    with asking(case.bea.pk):
        return timetable.ask_for_more_time(
            case.review, "sign-off", until=date(2026, 9, 7), reason="The trial.", by=case.bea
        )


def test_the_page_shows_every_clock_with_its_sum_and_a_picture(client: Client):
    case = case_at_panel()
    page = open_as(client, case.bea, address(case))
    shown = text(page)
    assert page.status_code == 200
    assert "Day 141 of 181" in shown
    assert "6 calendar months after 10 February 2026; due by the end of 10 August 2026." in shown
    assert '<svg class="app-drawing app-timetable"' in shown
    assert "The plan of NM-" in shown
    assert "Fixed by Working Together to Safeguard Children (2010), chapter 8." in shown
    assert [one.text for one in page.context["warnings"]][-1] == (
        "Sign-off of the Overview Report: 75% of the time has gone; due 10 August 2026"
    )


def test_before_a_decision_the_page_says_what_starts_the_clock(client: Client):
    shown = text(open_as(client, (case := case_referred()).bea, address(case)))
    assert "The plan is counted from the decision that there is a review." in shown
    assert "<svg class" not in shown.split("<h1")[1]


def test_the_page_asks_the_database_no_more_often_for_more_rows(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    with CaptureQueriesContext(connection) as few:
        client.get(address(case))
    for until in (date(2026, 9, 7), date(2026, 10, 7)):
        with asking(case.bea.pk):
            asked = timetable.ask_for_more_time(
                case.review, "sign-off", until=until, reason="The trial.", by=case.bea
            )
            timetable.record_event(
                case.review, event="incident", happened_on=date(2026, 1, 5), note="", by=case.bea
            )
        with asking(case.cher.pk):
            timetable.answer_request(
                asked,
                granted_until=until,
                reason="Agreed.",
                answered_on=date(2026, 7, 1),
                answered_for="",
                by=case.cher,
            )
    with CaptureQueriesContext(connection) as more:
        client.get(address(case))
    assert len(more) <= len(few)


def test_an_agencys_contact_has_no_business_here_and_a_stranger_finds_nothing(client: Client):
    case = case_with_panel()
    assert open_as(client, case.hana, address(case)).status_code == 403
    assert open_as(client, case.zoe, address(case)).status_code == 404
    page = open_as(client, case.ned, address(case))
    assert page.status_code == 200
    assert "Ask for more time" not in text(page)


def test_a_day_is_recorded_by_hand_once(client: Client):
    case = case_referred()
    open_as(client, case.bea, address(case))
    sent = typed(event="incident", happened_on="2026-01-05", note="The referral says so.")
    assert client.post(address(case, "record-a-day/"), sent)["Location"] == address(case)
    client.post(address(case, "record-a-day/"), sent)
    assert rows(case, EventDate) == 1
    assert "The referral says so." in text(client.get(address(case)))


def test_a_day_that_cannot_be_is_answered_with_a_sentence(client: Client):
    case = case_referred()
    open_as(client, case.bea, address(case))
    sent = typed(event="incident", happened_on="2027-01-05", note="Kept.")
    shown = text(client.post(address(case, "record-a-day/"), sent))
    assert "This is recorded once it has happened." in shown
    assert "Kept." in shown
    assert rows(case, EventDate) == 0


def test_what_a_delay_does_is_shown_before_anything_is_kept(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    sent = typed(planned_on="2026-07-28", later="move", reason="The Panel meets late.")
    page = client.post(address(case, "plan/board/"), sent)
    shown = text(page)
    assert "14 July 2026" in shown
    assert "28 July 2026" in shown
    assert rows(case, PlannedDay) == 0
    kept = client.post(
        address(case, "plan/board/"), typed(**{**sent, "seen": page.context["seen"]})
    )
    assert kept["Location"] == address(case)
    assert rows(case, PlannedDay) == 1
    assert "The Panel meets late." in text(client.get(address(case)))


def test_a_plan_beyond_the_due_day_says_so(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    sent = typed(planned_on="2026-08-13", later="move", reason="Late.")
    shown = text(client.post(address(case, "plan/board/"), sent))
    assert "the plan would pass that by 3 days. Ask for more time" in shown


def test_a_plan_that_was_changed_after_it_was_shown_is_shown_again(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    sent = typed(planned_on="2026-07-28", later="move", reason="Late.", seen="2026-07-27 move")
    assert client.post(address(case, "plan/board/"), sent).status_code == 200
    assert rows(case, PlannedDay) == 0


def test_a_plan_without_a_reason_is_answered_with_a_sentence(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    sent = typed(planned_on="2026-07-28", later="move", reason="")
    assert "Say why another day is planned" in text(client.post(address(case, "plan/board/"), sent))
    sent = typed(planned_on="2026-07-14", later="move", reason="Why")
    shown = text(client.post(address(case, "plan/board/"), sent))
    assert "This is the day that is planned already. Enter another." in shown
    assert client.get(address(case, "plan/lunch/")).status_code == 404


def test_more_time_is_asked_for_and_the_form_says_when_it_is_late(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    sent = typed(until="2026-09-07", reason="The trial.")
    assert client.post(address(case, "more-time/sign-off/"), sent)["Location"] == address(case)
    assert rows(case, ExtensionRequest) == 1
    shown = text(client.get(address(case, "more-time/sign-off/")))
    assert "More time has been asked for already, and there is no answer yet." in shown
    late = case_at_panel_again(case)
    with on(date(2026, 8, 11)):
        assert "this will be marked as asked late" in text(
            client.get(address(late, "more-time/sign-off/"))
        )


def case_at_panel_again(case: Case) -> Case:
    """The same case, its request answered."""
    with asking(case.bea.pk):
        asked = ExtensionRequest.objects.get()
    with asking(case.cher.pk):
        timetable.answer_request(
            asked,
            granted_until=None,
            reason="Enough time.",
            answered_on=date(2026, 7, 1),
            answered_for="",
            by=case.cher,
        )
    return case


def test_more_time_until_too_early_a_day_is_answered_with_a_sentence(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    sent = typed(until="2026-08-01", reason="Kept words.")
    shown = text(client.post(address(case, "more-time/sign-off/"), sent))
    assert "It is due on 10 August 2026 already. Ask for a later day than that." in shown
    assert "Kept words." in shown
    assert client.get(address(case, "more-time/lunch/")).status_code == 404


def test_the_chair_grants_it_and_everybody_reads_the_sum(client: Client):
    case = case_at_panel()
    asked = ask(case)
    page = open_as(client, case.cher, address(case))
    assert "Answer" in text(page)
    sent = typed(
        verdict="granted",
        granted_until="2026-09-07",
        reason="The trial comes first.",
        answered_on="2026-07-01",
        answered_for="",
    )
    assert client.post(address(case, f"answer/{asked.pk}/"), sent)["Location"] == address(case)
    shown = text(client.get(address(case)))
    assert "Day 141 of 209" in shown
    assert (
        "1 extension of 28 days granted by the Chair of the Board because the trial comes first"
        in shown
    )
    assert "It was first due on 10 August 2026." in shown


def test_a_refusal_needs_no_day_and_a_grant_does(client: Client):
    case = case_at_panel()
    asked = ask(case)
    open_as(client, case.cher, address(case))
    sent = typed(verdict="granted", reason="Yes.", answered_on="2026-07-01")
    shown = text(client.post(address(case, f"answer/{asked.pk}/"), sent))
    assert "Enter the day until which more time is granted." in shown
    sent = typed(verdict="refused", reason="", answered_on="2026-07-01")
    shown = text(client.post(address(case, f"answer/{asked.pk}/"), sent))
    assert "Give the reasons for the answer" in shown
    assert rows(case, ExtensionAnswer) == 0
    sent = typed(verdict="refused", reason="There is time.", answered_on="2026-07-01")
    client.post(address(case, f"answer/{asked.pk}/"), sent)
    assert rows(case, ExtensionAnswer) == 1
    assert client.get(address(case, f"answer/{asked.pk}/")).status_code == 409


def test_nobody_else_answers(client: Client):
    case = case_at_panel()
    asked = ask(case)
    assert open_as(client, case.bea, address(case, f"answer/{asked.pk}/")).status_code == 409
    assert open_as(client, case.cher, address(case, "answer/999/")).status_code == 404


def test_home_warns_and_leads_to_the_timetable(client: Client):
    case = case_at_panel()
    shown = text(open_as(client, case.bea, f"/reviews/{case.review.reference}/"))
    assert "Sign-off of the Overview Report: 75% of the time has gone; due 10 August 2026" in shown
    assert address(case) in shown
