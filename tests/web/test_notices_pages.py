"""Who has been told, on its pages: the list, the letter, the record; by the right person and the wrong one."""

from io import BytesIO
from uuid import uuid4

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.deciding import Case, case_at_panel, case_before_chair, decide, open_as

from goldenthread.reviews.models import Notice
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P9")]


def address(case: Case, rest: str = "") -> str:
    return f"/reviews/{case.review.reference}/notices/{rest}"


def text(page) -> str:
    return " ".join(page.content.decode().split())


def typed(**changed: str) -> dict[str, str]:
    return {
        "name": "Ofsted",
        "way": "letter",
        "told_on": "2026-02-12",
        "reference": "L/1",
        "note": "Sent with the minutes.",
        "once": str(uuid4()),
    } | changed


def given(case: Case) -> int:
    with asking(case.bea.pk):
        return Notice.objects.count()


def test_before_a_decision_the_page_says_what_will_be_here(client: Client):
    case = case_before_chair()
    assert "Nothing to tell yet" in text(open_as(client, case.bea, address(case)))


def test_after_a_decision_against_a_review_everybody_is_on_the_list(client: Client):
    case = case_before_chair()
    decide(case, outcome="no_review")
    shown = text(open_as(client, case.bea, address(case)))
    assert "There will be no review. 0 of 8 who must be told have been." in shown
    assert shown.count("Not told yet") == 8


def test_a_notice_is_recorded_once_and_shown(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    sent = typed()
    page = address(case, "decision/inspectorate/record/")
    assert client.get(page).context["form"].initial == {"name": "Ofsted"}
    assert client.post(page, sent)["Location"] == address(case)
    client.post(page, sent)
    assert given(case) == 1
    shown = text(client.get(address(case)))
    assert "1 of 8 who must be told have been." in shown
    assert "By letter. Ofsted, reference L/1. Sent with the minutes." in shown


def test_an_agency_is_told_by_itself(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    page = address(case, "decision/agency/of/police/record/")
    assert client.post(page, typed(name="Sol Badge"))["Location"] == address(case)
    assert "Sol Badge, reference L/1" in text(client.get(address(case)))
    assert client.get(address(case, "decision/agency/of/fire/record/")).status_code == 404


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"told_on": "2026-02-01"},
            "This happened on 10 February 2026; nobody can have been told of it before.",
        ),
        (
            {"way": "held_back", "note": ""},
            "Say why they are not told yet, and who agreed to that.",
        ),
        ({"way": ""}, "Say how they were told"),
        ({"name": ""}, "Say who was told: the person or the office"),
        ({"told_on": ""}, "Enter the day they were told."),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_nothing_typed_is_lost(
    client: Client, changed, sentence
):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    shown = text(client.post(address(case, "decision/family/record/"), typed(**changed)))
    assert sentence in shown
    assert "L/1" in shown
    assert given(case) == 0


def test_the_letter_is_read_on_the_page_and_taken_in_word(client: Client):
    case = case_at_panel()
    shown = text(open_as(client, case.bea, address(case, "decision/family/letter/")))
    assert "I am very sorry for what has happened in your family." in shown
    assert "I agree." not in shown
    taken = client.get(address(case, "decision/family/letter/word/"))
    assert taken["Content-Disposition"] == (
        f'attachment; filename="{case.review.reference}-decision-family.docx"'
    )
    lines = [line.text for line in docx.Document(BytesIO(taken.content)).paragraphs]
    assert "It does not ask who is to blame." in " ".join(lines)


def test_the_letter_to_the_referrer_tells_the_outcome_alone(client: Client):
    case = case_at_panel()
    shown = text(open_as(client, case.bea, address(case, "decision/referrer/letter/")))
    letter = shown.split('<article class="app-letter"')[1].split("</article>")[0]
    assert "the Chair of the Board decided: There will be a Serious Case Review." in letter
    assert "Child K" not in letter
    assert "I agree." not in letter


def test_those_who_oversee_read_the_list_but_neither_write_nor_take(client: Client):
    case = case_at_panel()
    shown = open_as(client, case.cher, address(case))
    assert shown.status_code == 200
    assert "letter/" not in text(shown).split("<h1")[1]
    for rest in ("letter/", "letter/word/", "record/"):
        assert client.get(address(case, f"decision/family/{rest}")).status_code == 409
    assert client.post(address(case, "decision/family/record/"), typed()).status_code == 409
    assert given(case) == 0


def test_others_have_no_business_here(client: Client):
    case = case_at_panel()
    assert open_as(client, case.sol, address(case)).status_code == 403
    assert open_as(client, case.zoe, address(case)).status_code == 404
    assert open_as(client, case.bea, address(case, "sign_off/family/letter/")).status_code == 404
    assert client.get(address(case, "decision/neighbour/letter/")).status_code == 404


def test_the_list_asks_the_database_no_more_often_for_more_notices(client: Client):
    case = case_at_panel()
    open_as(client, case.bea, address(case))
    with CaptureQueriesContext(connection) as few:
        client.get(address(case))
    for recipient in ("inspectorate", "department", "family"):
        client.post(address(case, f"decision/{recipient}/record/"), typed())
    client.get(address(case))
    with CaptureQueriesContext(connection) as more:
        client.get(address(case))
    assert given(case) == 3
    assert len(more) <= len(few)
