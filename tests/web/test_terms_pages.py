"""The terms of reference, on their pages."""

from io import BytesIO
from uuid import uuid4

import docx
import pytest
from django.test import Client
from tests.deciding import (
    Case,
    case_at_panel,
    case_before_chair,
    case_with_panel,
    open_as,
    write_terms,
)

from goldenthread.reviews.models import Terms, TermsShared
from goldenthread.reviews.services import terms
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

NOT_YOURS = "Your part in this review does not include this."


def address(case: Case, page: str = "") -> str:
    return f"/reviews/{case.review.reference}/terms/{page}"


def typed(**changed: str) -> dict[str, str]:
    return {
        "period_from": "2024-01-01",
        "period_to": "2026-01-05",
        "subjects": "The child",
        "background": "A child died.",
        "period_because": "From the first worry to the death.",
        "earlier_history": "",
        "saw": "",
        "once": str(uuid4()),
    } | changed


def send_part(client: Client, case: Case, page: str, fields: dict[str, str]):
    """One part of the terms, sent as the page shows it, with these fields filled in."""
    form = client.get(address(case, page)).context["form"]
    there = {field.name: field.value() or "" for field in form}
    return client.post(address(case, page), there | {"once": str(uuid4())} | fields)


def versions(case: Case) -> list[tuple[int, list]]:
    with asking(case.bea.pk):
        found = Terms.objects.visible_to(case.bea)
        return [(one.version, one.lines_of_enquiry) for one in found]


@pytest.mark.duty("P10")
def test_terms_are_written_in_three_parts_and_shown_numbered(client: Client):
    case = case_at_panel()
    text = open_as(client, case.bea, address(case)).content.decode()
    assert "No terms are in force yet" in text
    assert client.get(address(case, "questions/"))["Location"] == address(case, "write/")
    once = typed()
    first = client.post(address(case, "write/"), once)
    second = client.post(address(case, "write/"), once)
    assert [first["Location"], second["Location"]] == [address(case, "lines/")] * 2
    lines = {"new-1": "Was the child seen?", "new-2": "", "new-3": "Who knew what?", "new-4": ""}
    sent = send_part(client, case, "lines/", lines)
    assert sent["Location"] == address(case, "questions/")
    sent = send_part(client, case, "questions/", {"issues": "Being heard."})
    assert sent["Location"] == address(case)
    assert versions(case) == [(1, [[1, "Was the child seen?"], [2, "Who knew what?"]])]
    text = client.get(address(case)).content.decode()
    assert '<li value="1" id="1-line-1">Was the child seen?</li>' in text
    assert "Being heard." in text
    assert "15 questions not answered." in text
    assert NOT_YOURS in text  # the business manager does not approve


@pytest.mark.duty("P10")
def test_lines_are_added_as_many_as_are_needed_and_an_emptied_one_is_left_out(client: Client):
    case = case_at_panel()
    with asking(case.bea.pk):
        write_terms(case)
    client.force_login(case.bea)
    more = send_part(client, case, "lines/", {"line-1": "", "line-2": "Who knew?", "more": "yes"})
    assert more["Location"] == address(case, "lines/")
    assert versions(case) == [(1, [[1, "Who knew?"]])]


@pytest.mark.duty("P10")
def test_a_new_version_shows_what_it_changed_word_by_word_and_keeps_numbers(client: Client):
    case = case_with_panel()
    with asking(case.bea.pk):
        second = write_terms(case, lines={2: "Who knew what?"}, change="Line 1 is answered.")
    page = open_as(client, case.cher, address(case, "approve/"))
    titles = [one["title"] for one in page.context["changes"]]
    assert titles == ["Lines of enquiry", "What this version changes"]
    text = page.content.decode()
    assert "No longer asked: line 1." in text
    assert "Removed −" in text
    with asking(case.cher.pk):
        terms.approve(second, by=case.cher)
    text = open_as(client, case.ned, address(case, "version/2/")).content.decode()
    assert "What changed since version 1" in text
    assert '<li value="2" id="2-line-2">Who knew what?</li>' in text
    assert client.get(address(case, "version/3/")).status_code == 404


@pytest.mark.duty("P10")
def test_who_has_not_read_the_terms_is_seen_by_those_who_write_them(client: Client):
    case = case_with_panel()
    page = open_as(client, case.bea, address(case))
    assert (len(page.context["unread"]), page.context["read"]) == (4, [])
    client.force_login(case.ned)
    client.head(address(case))
    page = open_as(client, case.bea, address(case))
    assert page.context["read"] == []
    assert open_as(client, case.ned, address(case)).context["unread"] == []
    page = open_as(client, case.bea, address(case))
    assert [one.person.name for one in page.context["read"]] == ["Ned Beat"]


def test_the_terms_are_shared_with_those_who_do_not_have_them(client: Client):
    case = case_with_panel()
    page = open_as(client, case.bea, address(case, "share/"))
    assert "Everybody who works from the terms has them" in page.content.decode()
    with asking(case.bea.pk):
        TermsShared.objects.filter(person=case.ned).delete()
    page = client.get(address(case, "share/"))
    assert [one.person for one in page.context["waiting"]] == [case.ned]
    assert client.post(address(case, "share/"), {"once": str(uuid4())})["Location"] == address(case)
    assert open_as(client, case.ned, address(case, "share/")).status_code == 409


@pytest.mark.duty("P10")
def test_a_version_is_taken_away_as_a_word_document_with_its_numbers(client: Client):
    case = case_with_panel()
    answer = open_as(client, case.ned, address(case, "version/1/word/"))
    assert answer["Content-Disposition"] == (
        f'attachment; filename="{case.review.reference} terms version 1.docx"'
    )
    read = docx.Document(BytesIO(answer.content))
    cells = [cell.text for cell in read.tables[0].rows[2].cells]
    assert cells == ["2", "Who knew what, and when?"]
    assert client.get(address(case, "version/9/word/")).status_code == 404


@pytest.mark.duty("P10")
def test_the_chair_reads_the_terms_whole_and_approves_them(client: Client):
    case = case_at_panel()
    with asking(case.bea.pk):
        write_terms(case)
    page = open_as(client, case.cher, address(case, "approve/"))
    assert "Who knew what, and when?" in page.content.decode()
    sent = {"saw": page.context["form"]["saw"].value(), "once": str(uuid4())}
    answer = client.post(address(case, "approve/"), sent)
    assert answer["Location"] == address(case)
    assert client.get(address(case)).context["in_force"].terms.version == 1
    assert client.get(address(case, "approve/")).status_code == 404


def test_nobody_approves_terms_that_changed_after_they_opened_the_page(client: Client):
    case = case_at_panel()
    with asking(case.bea.pk):
        write_terms(case)
    saw = open_as(client, case.cher, address(case, "approve/")).context["form"]["saw"].value()
    with asking(case.bea.pk):
        write_terms(case, subjects="Somebody else")
    page = client.post(address(case, "approve/"), {"saw": saw})
    text = page.content.decode()
    assert "The terms have been changed since you opened this page." in text
    assert "Somebody else" in text
    again = {"saw": page.context["form"]["saw"].value()}
    assert client.post(address(case, "approve/"), again).status_code == 302


def test_whoever_was_overtaken_sees_both_and_loses_nothing(client: Client):
    case = case_at_panel()
    with asking(case.bea.pk):
        write_terms(case, subjects="As Bea left it")
    client.force_login(case.bea)
    page = client.post(address(case, "write/"), typed(subjects="As typed", saw="1 earlier"))
    text = page.content.decode()
    assert "Somebody has saved the terms since you opened this page." in text
    assert "As Bea left it" in text
    assert "As typed" in text
    again = typed(subjects="As typed", saw=page.context["form"]["saw"].value())
    assert client.post(address(case, "write/"), again).status_code == 302


@pytest.mark.duty("P10")
def test_a_new_version_begins_from_the_one_in_force_which_stays(client: Client):
    case = case_with_panel()
    page = open_as(client, case.bea, address(case, "write/"))
    assert page.context["form"]["subjects"].value() == "The child and the child’s sister"
    saw = page.context["form"]["saw"].value()
    client.post(address(case, "write/"), typed(saw=saw))
    page = client.get(address(case))
    shown = page.context["in_force"], page.context["making"]
    assert [one.terms.version for one in shown] == [1, 2]
    for_author = open_as(client, case.ned, address(case))
    assert for_author.context["in_force"].terms.version == 1
    assert for_author.context["making"] is None


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"period_to": "2023-01-01"},
            "The period under review ends before it begins. Change one of the two dates.",
        ),
        ({"period_from": ""}, "Enter the day the period begins."),
        ({"period_to": "2099-01-01"}, "The day the period ends must be"),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_nothing_typed_is_lost(
    client: Client, changed, sentence
):
    case = case_at_panel()
    client.force_login(case.bea)
    page = client.post(address(case, "write/"), typed(**changed))
    text = page.content.decode()
    assert page.status_code == 200
    assert sentence in text
    assert "From the first worry to the death." in text
    assert versions(case) == []


def test_who_may_not_write_or_approve_is_told_so(client: Client):
    case = case_at_panel()
    client.force_login(case.cher)
    answer = client.post(address(case, "write/"), typed())
    assert (answer.status_code, NOT_YOURS in answer.content.decode()) == (409, True)
    with asking(case.bea.pk):
        write_terms(case)
    page = open_as(client, case.bea, address(case, "approve/"))
    assert NOT_YOURS in page.content.decode()
    answer = client.post(address(case, "approve/"), {"saw": ""})
    assert (answer.status_code, NOT_YOURS in answer.content.decode()) == (409, True)


def test_a_stranger_finds_no_page_and_before_there_is_a_review_there_is_nothing_to_write(
    client: Client,
):
    case = case_before_chair()
    assert open_as(client, case.zoe, address(case)).status_code == 404
    text = open_as(client, case.bea, address(case)).content.decode()
    assert "The terms are written when the panel is formed" in text
