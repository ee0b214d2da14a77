"""Pages of meetings and of the decision log."""

from io import BytesIO
from uuid import uuid4

import docx
import pytest
from django.test import Client
from tests.deciding import Case, case_before_committee, case_with_panel, open_as
from tests.meeting import held, planned, present

from goldenthread.audit.models import Record
from goldenthread.domain.meetings import Body, Was
from goldenthread.reviews.models import Attendance, LoggedDecision, Meeting, MeetingAction
from goldenthread.reviews.queries.meeting import version_of
from goldenthread.reviews.services import decision_log, meeting
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def address(case: Case, rest: str = "") -> str:
    return f"/reviews/{case.review.reference}/meetings/{rest}"


def post(client: Client, case: Case, person, rest: str, **typed):
    client.force_login(person)
    return client.post(address(case, rest), {"once": str(uuid4())} | typed)


def rows(case: Case, model: type) -> list:
    with asking(case.bea.pk):
        return list(model.objects.order_by("pk"))


PLAN = {"held_on": "2026-02-03", "begins_at": "2:30pm", "place": "Room 2", "quorum": "2"}


@pytest.mark.duty("P8")
def test_a_meeting_is_planned_with_the_bodys_own_first_items(client: Client):
    case = case_before_committee()
    page = open_as(client, case.bea, address(case, "committee/plan/"))
    text = page.content.decode()
    assert "Plan a meeting of the Serious Case Review Committee" in text
    assert "The criteria, limb by limb" in text
    items = page.context["form"].initial["items"]
    answer = post(client, case, case.bea, "committee/plan/", **PLAN, items=items)
    assert (answer.status_code, answer["Location"]) == (302, address(case, "committee/1/"))
    page = client.get(answer["Location"]).content.decode()
    assert "Serious Case Review Committee, meeting 1" in page
    assert "3 February 2026 at 2:30pm" in page


@pytest.mark.parametrize("typed", ["2:30pm", "2.30 pm", "2.30PM", "14.30"])
def test_a_time_may_be_written_as_people_write_it(client: Client, typed: str):
    case = case_before_committee()
    post(client, case, case.bea, "committee/plan/", **PLAN | {"begins_at": typed}, items="One")
    assert [str(meeting.begins_at) for meeting in rows(case, Meeting)] == ["14:30:00"]


def test_a_meeting_without_an_agenda_is_asked_for_one_and_nothing_typed_is_lost(client: Client):
    case = case_before_committee()
    page = post(client, case, case.bea, "board/plan/", **PLAN | {"begins_at": "soon"}, items=" ")
    text = page.content.decode()
    assert page.status_code == 200
    assert "Give the agenda at least one item." in text
    assert "Enter a time, for example 2:30pm or 14:30." in text
    assert "Room 2" in text
    assert rows(case, Meeting) == []


@pytest.mark.duty("P8", "P10")
def test_each_bodys_meetings_are_shown_to_those_whose_business_they_are(client: Client):
    case = case_with_panel()
    for body in Body:
        planned(case, body)
    assert open_as(client, case.col, address(case, "committee/1/")).status_code == 200
    assert open_as(client, case.col, address(case, "panel/1/")).status_code == 403
    assert open_as(client, case.otto, address(case, "panel/1/")).status_code == 200
    assert open_as(client, case.otto, address(case, "board/1/")).status_code == 403
    assert open_as(client, case.cher, address(case, "board/1/")).status_code == 200
    assert open_as(client, case.ned, address(case)).status_code == 403
    assert open_as(client, case.zoe, address(case)).status_code == 404
    listed = open_as(client, case.col, address(case)).content.decode()
    assert "Serious Case Review Committee" in listed
    assert "Serious Case Review Panel" not in listed


def test_reading_a_meeting_is_recorded_as_reading_that_bodys(client: Client):
    case = case_with_panel()
    planned(case, Body.PANEL)
    open_as(client, case.ida, address(case, "panel/1/"))
    with asking(case.ida.pk):
        verbs = list(Record.objects.filter(person_id=case.ida.pk).values_list("verb", flat=True))
    assert "panel_meeting.read" in verbs


def test_whoever_does_not_keep_the_record_finds_no_buttons_and_is_refused(client: Client):
    case = case_before_committee()
    planned(case)
    text = open_as(client, case.col, address(case, "committee/1/")).content.decode()
    assert "Record attendance and interests" not in text
    answer = post(client, case, case.col, "committee/plan/", **PLAN, items="The criteria")
    assert answer.status_code == 409
    assert len(rows(case, Meeting)) == 1


@pytest.mark.duty("P8", "P10")
def test_attendance_is_recorded_for_those_offered_and_for_somebody_typed(client: Client):
    case = case_before_committee()
    planned(case)
    page = open_as(client, case.bea, address(case, "committee/1/attendance/"))
    form = page.context["form"]
    assert [one.line.name for one in form.offered] == ["Col Docket", "Bea Ledger", "", "", ""]
    col = f"p{case.col.pk}"
    answer = post(
        client,
        case,
        case.bea,
        "committee/1/attendance/",
        **{
            "began_from": form.initial["began_from"],
            f"{col}-was": "present",
            f"{col}-agreed": "on",
            f"{col}-counts": "on",
            f"{col}-interest": "A cousin works at the school.",
            "new1-name": "Lex Statute",
            "new1-capacity": "Legal adviser",
            "new1-was": "part",
            "new1-agreed": "on",
        },
    )
    assert (answer.status_code, answer["Location"]) == (302, address(case, "committee/1/"))
    assert [
        (one.name, one.capacity, one.was, one.counts, one.interest)
        for one in rows(case, Attendance)
    ] == [
        ("Col Docket", "Committee member", "present", True, "A cousin works at the school."),
        ("Lex Statute", "Legal adviser", "part", False, ""),
    ]
    text = client.get(answer["Location"]).content.decode()
    assert "Not quorate: 1 member present, 2 needed." not in text
    assert "Quorate: 1 member present, 1 needed." in text


def test_somebody_who_stood_back_for_no_reason_is_asked_about_and_nothing_is_lost(client: Client):
    case = case_before_committee()
    one = planned(case)
    col = f"p{case.col.pk}"
    typed = {
        "began_from": version_of(one),
        f"{col}-was": "present",
        f"{col}-stood_back": "on",
        "new1-name": "Lex Statute",
    }
    page = post(client, case, case.bea, "committee/1/attendance/", **typed)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Say how Lex Statute attended." in text
    page = post(client, case, case.bea, "committee/1/attendance/", **typed | {"new1-was": "part"})
    text = page.content.decode()
    assert "Say which interest Col Docket declared and stood back for." in text
    assert "Lex Statute" in text
    assert rows(case, Attendance) == []


@pytest.mark.duty("P8", "P10")
def test_a_meeting_is_recorded_item_by_item_with_a_decision_and_an_action_and_closed(
    client: Client,
):
    case = case_before_committee()
    held(case)
    page = open_as(client, case.bea, address(case, "committee/1/items/2/"))
    began_from = page.context["form"].initial["began_from"]
    said = {"discussion": "The criteria were gone through.", "began_from": began_from}
    assert post(client, case, case.bea, "committee/1/items/2/", **said).status_code == 302
    decided = {
        "item": "2",
        "text": "Recommend.",
        "reasons": "It holds.",
        "proposed_by": "Col Docket",
    }
    assert post(client, case, case.bea, "committee/1/decide/", **decided).status_code == 302
    asked = {"text": "Write to the Chair.", "owner": str(case.bea.pk), "due_on": "2026-02-10"}
    assert post(client, case, case.bea, "committee/1/ask/", **asked).status_code == 302
    text = client.get(address(case, "committee/1/")).content.decode()
    for words in (
        "The criteria were gone through.",
        "Recommend.",
        "It holds.",
        "Write to the Chair.",
    ):
        assert words in text
    assert post(client, case, case.bea, "committee/1/close/", note="").status_code == 302
    text = client.get(address(case, "committee/1/")).content.decode()
    assert "Record closed" in text
    assert "Write what was said" not in text
    done = {"done_on": "2026-02-04", "note": "Sent."}
    assert post(client, case, case.bea, "committee/1/actions/1/", **done).status_code == 302
    assert rows(case, MeetingAction)[0].done_note == "Sent."


def test_two_writers_of_an_item_see_both_texts(client: Client):
    case = case_before_committee()
    held(case)
    page = open_as(client, case.bea, address(case, "committee/1/items/2/"))
    began_from = page.context["form"].initial["began_from"]
    typed = {"began_from": began_from}
    post(client, case, case.bea, "committee/1/items/2/", discussion="Theirs.", **typed)
    page = post(client, case, case.bea, "committee/1/items/2/", discussion="Mine.", **typed)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Somebody else saved this section while you were writing." in text
    assert "Mine." in text
    assert "Theirs." in text
    again = page.context["form"].data["began_from"]
    answer = post(
        client, case, case.bea, "committee/1/items/2/", discussion="Both.", began_from=again
    )
    assert answer.status_code == 302


@pytest.mark.duty("P8", "P10")
def test_without_a_quorum_the_page_says_so_and_asks_why_it_was_decided(client: Client):
    case = case_before_committee()
    held(case, quorum=3)
    assert (
        "Not quorate: 1 member present, 3 needed."
        in open_as(client, case.bea, address(case, "committee/1/")).content.decode()
    )
    decided = {"text": "Wait.", "reasons": "Two are ill."}
    page = post(client, case, case.bea, "committee/1/decide/", **decided)
    assert "Say why the decision was taken without a quorum." in page.content.decode()
    answer = post(
        client, case, case.bea, "committee/1/decide/", without_quorum="It cannot wait.", **decided
    )
    assert answer.status_code == 302
    assert (
        "Taken without a quorum, because: It cannot wait."
        in client.get(address(case, "committee/1/")).content.decode()
    )


def test_a_decision_that_is_not_whole_is_asked_for_and_not_lost(client: Client):
    case = case_before_committee()
    held(case)
    page = post(client, case, case.bea, "committee/1/decide/", text="Wait for the school.")
    text = page.content.decode()
    assert "Give the reasons for the decision." in text
    assert "Wait for the school." in text
    page = post(client, case, case.bea, "committee/1/ask/", text="Ask the school.")
    assert "Say who does it. An action that is nobody’s is not done." in page.content.decode()
    assert rows(case, LoggedDecision) == []


@pytest.mark.duty("P10")
def test_the_log_shows_decisions_of_all_bodies_or_of_one_and_which_replaced_which(client: Client):
    case = case_with_panel()
    between = {
        "decided_on": "2026-02-20",
        "text": "Give Health a week more.",
        "reasons": "Its author was ill.",
        "proposed_by": "Ida Apart",
    }
    assert post(client, case, case.ida, "panel/decide/", **between).status_code == 302
    replacing = between | {"text": "Give Health no more time.", "replaces": "1"}
    assert post(client, case, case.ida, "panel/decide/", **replacing).status_code == 302
    held(case)
    decided = {"text": "Recommend.", "reasons": "It holds."}
    assert post(client, case, case.bea, "committee/1/decide/", **decided).status_code == 302
    text = open_as(client, case.ida, address(case, "decisions/")).content.decode()
    assert "3 decisions" in text
    assert "It has since been replaced by decision 2." in text
    assert "It replaces decision 1." in text
    text = open_as(client, case.ida, address(case, "decisions/?body=panel")).content.decode()
    assert "2 decisions" in text
    assert "Recommend." not in text
    text = open_as(client, case.col, address(case, "decisions/")).content.decode()
    assert "1 decision" in text
    assert "Give Health" not in text


def test_an_action_is_reported_done_by_its_owner_on_its_page(client: Client):
    case = case_before_committee()
    one = held(case)
    with asking(case.bea.pk):
        decision_log.ask(one, text="Ask.", owner=case.col, owner_name="", due_on=None, by=case.bea)
    listed = open_as(client, case.col, address(case)).content.decode()
    assert "Record it as done" in listed
    page = post(client, case, case.col, "committee/1/actions/1/", done_on="2099-01-01")
    assert "The day it was done must be" in page.content.decode()
    answer = post(client, case, case.col, "committee/1/actions/1/", done_on="2026-02-05")
    assert answer.status_code == 302


@pytest.mark.duty("P10")
def test_the_minutes_in_word_hold_the_whole_record_and_are_marked_a_draft_until_it_is_closed(
    client: Client,
):
    case = case_with_panel()
    one = held(
        case,
        Body.PANEL,
        present(case.ida, capacity="Panel chair", interest="Knows the school.", stood_back=False),
        present(case.otto, was=Was.APOLOGIES, counts=False),
    )
    with asking(case.ida.pk):
        decision_log.record_at(
            one, text="Return it.", reasons="It is thin.", proposed_by="Ida Apart", by=case.ida
        )
        decision_log.ask(
            one, text="Write to Health.", owner=case.bea, owner_name="", due_on=None, by=case.ida
        )
    response = open_as(client, case.otto, address(case, "panel/1/minutes/"))
    assert "Serious%20Case%20Review%20Panel" in response["Content-Disposition"] or (
        'filename="' in response["Content-Disposition"]
    )
    text, header = _words(response.content)
    assert header == "Confidential – draft, the record is not closed"
    for words in (
        "Serious Case Review Panel, meeting 1",
        "Quorate: 1 member present, 1 needed.",
        "Knows the school.",
        "Individual Management Reviews on this day",
        "Decision 1",
        "Reasons: It is thin.",
        "Proposed by Ida Apart.",
        "Write to Health.",
        "No later meeting is planned yet.",
    ):
        assert words in text
    with asking(case.bea.pk):
        meeting.close(one, note="", by=case.bea)
    planned(case, Body.PANEL, held_on=one.held_on.replace(month=3))
    text, header = _words(open_as(client, case.ida, address(case, "panel/1/minutes/")).content)
    assert header == "Confidential"
    assert "3 March 2026." in text
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="meeting.minutes_taken").count() == 2


def _words(data: bytes) -> tuple[str, str]:
    document = docx.Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    return "\n".join([*paragraphs, *cells]), document.sections[0].header.paragraphs[0].text
