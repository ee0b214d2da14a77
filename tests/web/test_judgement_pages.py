"""The Committee's judgement, on its page."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.deciding import FACTS, Case, case_before_chair, case_before_committee, open_as
from tests.meeting import held, present

from goldenthread.domain.criteria.scr_2010 import Fact
from goldenthread.domain.meetings import Body
from goldenthread.reviews.models import Judgement
from goldenthread.reviews.services import steps
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
    assert form["seriously_harmed"].value() == ""
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
    assert "Keep this and ask the agencies for more" in page.content.decode()
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
    assert "The recommendation has been made, and the case has gone on." in page.content.decode()


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
        ({"reasons": " "}, "reasons", "Give the reasons for the recommendation."),
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


# ---------------------------------------------------------------- meeting, aids and draft


@pytest.mark.duty("P8")
def test_a_judgement_made_at_a_meeting_takes_its_day_and_who_was_there_from_its_record(
    client: Client,
):
    case = case_before_committee()
    held(case)
    client.force_login(case.col)
    page = client.get(address(case))
    assert page.context["form"].fields["meeting"].choices == [
        ("1", "Meeting 1, 3 February 2026"),
        ("none", "Its meeting is not recorded here"),
    ]
    answer = client.post(address(case), typed(meeting="1", met_on="", present=""))
    assert answer.status_code == 302
    read = client.get(address(case)).context["judgements"][0]
    assert (read.judgement.present, read.quorum) == (
        "Col Docket",
        "Quorate: 1 member present, 1 needed.",
    )


def test_without_its_meeting_the_day_and_who_was_there_are_asked_for(client: Client):
    case = case_before_committee()
    held(case)
    client.force_login(case.col)
    page = client.post(address(case), typed(meeting="none", met_on="", present=""))
    errors = page.context["form"].errors
    assert errors["met_on"] == ["Enter the day it was judged, or choose the meeting."]
    assert errors["present"] == ["Say who was present, or choose the meeting."]
    assert judgements(case) == 0


@pytest.mark.duty("P8")
def test_a_member_who_stood_back_reads_why_another_records_it(client: Client):
    case = case_before_committee()
    held(case, Body.COMMITTEE, present(case.col, interest="My sister.", stood_back=True))
    client.force_login(case.col)
    page = client.post(address(case), typed(meeting="1"))
    assert "so another member records the judgement." in page.content.decode()
    assert judgements(case) == 0


@pytest.mark.duty("P3")
def test_what_shows_the_concern_is_asked_in_eleven_questions_whose_evidence_is_enough(
    client: Client,
):
    case = case_before_committee()
    client.force_login(case.col)
    assert len(client.get(address(case)).context["form"].aids()) == 11
    without = {"interagency_concern_evidence": "", "aid_not_heard": "yes"}
    page = client.post(address(case), typed(**without))
    errors = page.context["form"].errors
    assert set(errors) == {"interagency_concern_evidence", "aid_not_heard_evidence"}
    shown = without | {"aid_not_heard_evidence": "The school wrote three times."}
    assert client.post(address(case), typed(**shown)).status_code == 302
    text = client.get(address(case)).content.decode()
    assert "What helped to judge the concern" in text
    assert "The school wrote three times." in text


@pytest.mark.duty("P8")
def test_what_is_typed_is_kept_and_filled_in_when_the_member_comes_back(client: Client):
    case = case_before_committee()
    client.force_login(case.col)
    half = {"reasons": "Half a sent", "met_on-day": "31", "met_on-month": "Febr"}
    answer = client.post(address(case), half | {"keep": "yes", "once": str(uuid4())})
    assert (answer.status_code, answer["Location"]) == (302, address(case))
    page = client.get(address(case))
    form = page.context["form"]
    assert form["reasons"].value() == "Half a sent"
    assert (form["met_on"].value().day, form["met_on"].value().month) == ("31", "Febr")
    assert "A draft is kept: Col Docket saved it on" in page.content.decode()


@pytest.mark.duty("P3", "P8")
def test_asking_for_more_keeps_the_draft_and_the_case_returns_with_it(client: Client):
    case = case_before_committee()
    client.force_login(case.col)
    more = typed(ask_for_more="yes", child_died="unknown", reasons="We cannot say yet.")
    answer = client.post(address(case), more)
    assert answer["Location"] == f"/reviews/{case.review.reference}/steps/ask_for_more/"
    client.post(answer["Location"], {"reason": "Did the child die?", "once": str(uuid4())})
    assert "It is filled in when the case comes back." in client.get(address(case)).content.decode()
    with asking(case.bea.pk):
        steps.take(case.review, "put_to_committee", by=case.bea)
    page = client.get(address(case))
    assert page.context["form"]["reasons"].value() == "We cannot say yet."
    assert page.context["form"]["child_died"].value() == "unknown"
    assert "Did the child die?" in page.content.decode()


@pytest.mark.duty("P8")
def test_two_members_see_where_their_drafts_part_and_nothing_is_overwritten(client: Client):
    case = case_before_committee()
    client.force_login(case.col)
    keep = {"keep": "yes", "began_from": ""}
    client.post(address(case), typed(**keep, reasons="Theirs.", child_died="no"))
    page = client.post(address(case), typed(**keep, reasons="Mine.", child_died="yes"))
    assert page.status_code == 200
    text = page.content.decode()
    assert "Col Docket kept a draft while you were writing." in text
    assert [one["label"] for one in page.context["parted"]] == [
        "Has a child died (including by suspected suicide)?",
        "Reasons",
    ]
    assert page.context["form"]["reasons"].value() == "Mine."
    version = page.context["form"].initial["began_from"]
    answer = client.post(address(case), typed(keep="yes", began_from=version, reasons="Both."))
    assert answer.status_code == 302
    page = client.post(address(case), typed(began_from="", reasons="Mine."))
    assert "kept a draft while you were writing." in page.content.decode()
    assert judgements(case) == 0


def test_the_pages_script_keeps_the_draft_by_itself_and_is_told_of_another(client: Client):
    case = case_before_committee()
    client.force_login(case.col)
    by_itself = {"headers": {"X-Autosave": "yes"}}
    answer = client.post(address(case), typed(reasons="So far."), **by_itself)
    assert answer.status_code == 200
    version = answer.json()["fields"]["began_from"]
    more = typed(reasons="So far, so good.", began_from=version)
    assert client.post(address(case), more, **by_itself).status_code == 200
    stale = typed(reasons="Old.", began_from=version)
    assert client.post(address(case), stale, **by_itself).status_code == 409
