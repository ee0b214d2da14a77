"""The Committee's judgement, on its page."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.deciding import FACTS, Case, case_before_chair, case_before_committee, open_as

from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.reviews.models import Judgement
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def address(case: Case) -> str:
    return f"/reviews/{case.review.reference}/judgement/"


def typed(**changed: str) -> dict[str, str]:
    facts = {fact.value: word for fact, (word, _evidence) in FACTS.items()}
    evidence = {f"{fact.value}_evidence": said for fact, (_word, said) in FACTS.items()}
    return {
        **facts,
        **evidence,
        "met_on": "2026-02-03",
        "present": "Col Docket and two others",
        "recommendation": "review",
        "reasons": "The death limb holds.",
        "dissent": "",
        "once": str(uuid4()),
    } | changed


def judgements(case: Case) -> int:
    with asking(case.bea.pk):
        return Judgement.objects.count()


@pytest.mark.duty("P1", "P8")
def test_the_committee_starts_from_the_referral(client: Client):
    case = case_before_committee()
    page = open_as(client, case.col, address(case))
    assert page.status_code == 200
    form = page.context["form"]
    assert form["abuse_or_neglect"].value() == "suspected"
    assert form["known_to_agencies"].value() == ""
    assert page.context["judgements"] == []


@pytest.mark.duty("P3")
def test_working_it_out_shows_every_limb_records_nothing_and_keeps_what_was_typed(client: Client):
    case = case_before_committee()
    client.force_login(case.col)
    unfinished = typed(work_out="yes", child_died="unknown", recommendation="", reasons="So far.")
    page = client.post(address(case), unfinished)
    assert page.status_code == 200
    say = page.context["say"]
    assert say.outcome == "Not enough is known yet to judge"
    assert [limb.holds.value for limb in say.limbs] == ["unknown", "no", "no", "no", "no", "no"]
    assert say.would_decide == ("Has a child died (including by suspected suicide)?",)
    form = page.context["form"]
    assert (form["reasons"].value(), form["met_on"].value().year) == ("So far.", "2026")
    assert form["child_died"].value() == "unknown"
    assert "/steps/ask_for_more/" in page.content.decode()
    assert "There is a problem" not in page.content.decode()
    assert judgements(case) == 0


@pytest.mark.duty("P8")
def test_the_committee_records_and_is_led_back_to_what_it_recorded(client: Client):
    case = case_before_committee()
    client.force_login(case.col)
    answer = client.post(address(case), typed())
    assert (answer.status_code, answer["Location"]) == (302, address(case))
    page = client.get(address(case))
    assert [read.recommended for read in page.context["judgements"]] == [
        "There will be a Serious Case Review"
    ]
    assert page.context["form"] is None
    assert "The Committee has recommended, and the case has gone on." in page.content.decode()


def test_a_form_sent_twice_records_once(client: Client):
    case = case_before_committee()
    client.force_login(case.col)
    once = typed()
    first, second = client.post(address(case), once), client.post(address(case), once)
    assert (first.status_code, second.status_code) == (302, 302)
    assert second["Location"] == address(case)
    assert judgements(case) == 1


@pytest.mark.duty("P3", "P8")
@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        (
            {"interagency_concern_evidence": ""},
            "interagency_concern_evidence",
            "Give the evidence for the concern about how agencies worked together.",
        ),
        ({"met_on": "2026-02-31"}, "met_on", "There is no 31 February 2026."),
        ({"met_on": "2099-01-01"}, "met_on", "or earlier."),
        ({"reasons": " "}, "reasons", "Give the Committee’s reasons."),
        ({"recommendation": "perhaps"}, "recommendation", "Choose one of the answers in the list."),
        ({"sexual_abuse": "maybe"}, "sexual_abuse", "Choose one of the answers in the list."),
        (
            {"sexual_abuse": ""},
            "sexual_abuse",
            "Answer the question “Was the child sexually abused?”",
        ),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_nothing_typed_is_lost(
    client: Client, changed, field, sentence
):
    case = case_before_committee()
    client.force_login(case.col)
    page = client.post(address(case), typed(present="Only Col Docket", **changed))
    assert page.status_code == 200
    assert sentence in " ".join(page.context["form"].errors[field])
    assert "Only Col Docket" in page.content.decode()
    assert "Two agencies closed the case" in page.content.decode() or field.startswith(
        "interagency"
    )
    assert judgements(case) == 0


def test_others_find_no_form_and_are_refused(client: Client):
    case = case_before_committee()
    page = open_as(client, case.cher, address(case))
    assert page.context["form"] is None
    assert "Your part in this review does not include this." not in page.content.decode()
    answer = client.post(address(case), typed())
    assert answer.status_code == 409
    assert "Your part in this review does not include this." in answer.content.decode()
    assert judgements(case) == 0


def test_a_stranger_finds_no_page_and_an_agency_none_of_its_business(client: Client):
    case = case_before_chair()
    assert open_as(client, case.zoe, address(case)).status_code == 404
    assert open_as(client, case.hana, address(case)).status_code == 403


def test_every_fact_of_the_criteria_is_asked(client: Client):
    case = case_before_committee()
    form = open_as(client, case.col, address(case)).context["form"]
    asked = [known.name for _heading, facts in form.groups() for known, _evidence in facts]
    assert sorted(asked) == sorted(fact.value for fact in Fact)
