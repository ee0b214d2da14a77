"""The Chair's decision, on its page."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.deciding import (
    Case,
    case_at_panel,
    case_before_chair,
    case_before_committee,
    decide,
    judge,
    open_as,
)

from goldenthread.reviews.models import Decision
from goldenthread.reviews.services import steps
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def address(case: Case) -> str:
    return f"/reviews/{case.review.reference}/decision/"


def typed(**changed: str) -> dict[str, str]:
    return {
        "outcome": "review",
        "decided_on": "2026-02-10",
        "reasons": "I agree.",
        "once": str(uuid4()),
    } | changed


def decisions(case: Case) -> int:
    with asking(case.bea.pk):
        return Decision.objects.count()


@pytest.mark.duty("P8", "P9")
def test_the_chair_sees_the_recommendation_and_the_limbs_beside_the_form(client: Client):
    case = case_before_chair()
    page = open_as(client, case.cher, address(case))
    assert page.status_code == 200
    text = page.content.decode()
    assert "There will be a Serious Case Review." in text
    assert "This is recommended." in text
    assert "It holds: the child died and abuse or neglect is a factor." in text
    assert page.context["form"] is not None


@pytest.mark.duty("P9", "P24")
def test_the_chair_decides_and_the_page_shows_the_clock_with_its_sum(client: Client):
    case = case_before_chair()
    client.force_login(case.cher)
    answer = client.post(address(case), typed())
    assert (answer.status_code, answer["Location"]) == (302, address(case))
    page = client.get(address(case))
    assert page.context["clock"].due.isoformat() == "2026-08-10"
    assert "due by the end of 10 August 2026." in page.content.decode()
    assert page.context["form"] is None


@pytest.mark.duty("P4")
def test_a_decision_against_a_review_keeps_its_reasons_and_shows_no_clock(client: Client):
    case = case_before_chair()
    client.force_login(case.cher)
    client.post(address(case), typed(outcome="no_review", reasons="Another board has it."))
    page = client.get(address(case))
    assert page.context["clock"] is None
    text = page.content.decode()
    assert "There will be no review" in text
    assert "Another board has it." in text
    assert "Recommended otherwise" in text


def test_a_form_sent_twice_decides_once(client: Client):
    case = case_before_chair()
    client.force_login(case.cher)
    once = typed()
    first, second = client.post(address(case), once), client.post(address(case), once)
    assert (first.status_code, second.status_code) == (302, 302)
    assert second["Location"] == address(case)
    assert decisions(case) == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"outcome": ""}, "Say what you decide."),
        ({"reasons": " "}, "Give the reasons for your decision."),
        (
            {"decided_on": "2026-02-01"},
            "The day of the decision must be 3 February 2026 or later.",
        ),
        ({"decided_on": "2099-01-01"}, "The day of the decision must be"),
        ({"decided_on": ""}, "Enter the day of the decision."),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_nothing_typed_is_lost(
    client: Client, changed, sentence
):
    case = case_before_chair()
    client.force_login(case.cher)
    page = client.post(address(case), {**typed(reasons="I have read it all."), **changed})
    assert page.status_code == 200
    text = page.content.decode()
    assert sentence in text
    assert "I have read it all." in text or changed.get("reasons") == " "
    assert decisions(case) == 0


def test_others_read_the_reason_instead_of_the_form_and_are_refused(client: Client):
    case = case_before_chair()
    page = open_as(client, case.bea, address(case))
    assert page.context["form"] is None
    assert "Your part in this review does not include this." in page.content.decode()
    answer = client.post(address(case), typed())
    assert answer.status_code == 409
    assert "Your part in this review does not include this." in answer.content.decode()
    assert decisions(case) == 0


def test_before_the_committee_has_recommended_the_page_says_what_is_awaited(client: Client):
    case = case_before_committee()
    text = open_as(client, case.cher, address(case)).content.decode()
    assert "No decision has been made yet" in text


def test_an_agency_reads_the_decision_and_nothing_of_the_judgement(client: Client):
    case = case_at_panel()
    page = open_as(client, case.hana, address(case))
    assert page.status_code == 200
    text = page.content.decode()
    assert "I agree." in text
    assert "death limb" not in text
    assert "Recommended the same" not in text


def test_an_agency_reads_nothing_of_the_recommendation_while_the_chair_has_it(client: Client):
    case = case_before_chair()
    page = open_as(client, case.hana, address(case))
    assert page.context["read"] is None
    assert "death limb" not in page.content.decode()


def test_a_stranger_finds_no_page(client: Client):
    case = case_before_chair()
    decide(case)
    assert open_as(client, case.zoe, address(case)).status_code == 404


@pytest.mark.duty("P9")
def test_another_kind_of_learning_review_is_asked_which_and_shown(client: Client):
    case = case_before_chair()
    client.force_login(case.cher)
    page = client.post(address(case), typed(outcome="other_review"))
    assert "Answer the question “Which kind of learning review will there be?”" in (
        page.content.decode()
    )
    assert decisions(case) == 0
    client.post(address(case), typed(outcome="other_review", which="An audit of two agencies"))
    text = client.get(address(case)).content.decode()
    assert "There will be another kind of learning review" in text
    assert "An audit of two agencies" in text


@pytest.mark.duty("P4", "P8", "P9")
def test_a_case_that_came_back_shows_all_that_was_judged_and_decided_on_one_page(client: Client):
    case = case_before_chair()
    decide(case, outcome="no_review", reasons="Another board has it.")
    text = open_as(client, case.bea, address(case)).content.decode()
    assert "/steps/reconsider/" in text
    assert "/steps/reconsider/" not in open_as(client, case.cher, address(case)).content.decode()
    with asking(case.bea.pk):
        steps.take(case.review, "reconsider", reason="A report has come.", by=case.bea)
    text = open_as(client, case.cher, address(case)).content.decode()
    assert "Earlier decision: There will be no review" in text
    judge(case, reasons="The report changes it.")
    text = open_as(client, case.cher, f"{address(case)}history/").content.decode()
    told = ["The death limb holds.", "Another board has it.", "A report has come."]
    places = [text.index(words) for words in (*told, "The report changes it.")]
    assert places == sorted(places)
    assert "This differs from what was recommended." in text


@pytest.mark.duty("P9")
def test_an_agency_finds_only_the_decisions_in_the_history(client: Client):
    case = case_at_panel()
    page = open_as(client, case.hana, f"{address(case)}history/")
    text = page.content.decode()
    assert "I agree." in text
    assert "death limb" not in text
    assert open_as(client, case.zoe, f"{address(case)}history/").status_code == 404
