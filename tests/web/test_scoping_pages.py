"""The pages of scoping: secure, ask, answer, a nil return, who is waited for, and chasing (P7)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.deciding import case_referred, open_as

from goldenthread.reviews import moments
from goldenthread.reviews.models import Involvement, Reminder
from goldenthread.reviews.queries.scoping import names_given
from goldenthread.reviews.services import scoping
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P7")]


@pytest.fixture
def case():
    return case_referred()


def at(case, name: str, **words: str) -> str:
    return reverse(name, kwargs={"reference": case.review.reference, **words})


def ask(case):
    with asking(case.bea.pk):
        scoping.ask_agencies(
            case.review,
            [case.police, case.health],
            due_on=moments.today() + timedelta(days=7),
            about="Opal Quince, born 3 May 2019",
            by=case.bea,
        )


def row(case, agency) -> Involvement:
    with asking(case.bea.pk):
        return Involvement.objects.get(review=case.review, agency=agency)


def test_every_agency_is_ticked_and_the_names_of_the_referral_stand_ready(client, case):
    page = open_as(client, case.bea, at(case, "scoping_ask")).content.decode()
    assert page.count("checked") == 2
    assert "Something invented., the child" in page or "Something invented." in page
    assert (
        "Something invented."
        not in open_as(client, case.col, at(case, "scoping_ask")).content.decode()
    )


def test_agencies_are_told_to_secure_before_the_referral_is_accepted(client, case):
    client.force_login(case.bea)
    sent = client.post(at(case, "scoping_secure"), {"agencies": [case.health.pk]})
    assert sent.status_code == 302
    page = client.get(at(case, "scoping")).content.decode()
    assert "1 agency has not said that its records are secured." in page
    assert "Not asked yet" in page
    assert "Accept the referral and ask the agencies" in page
    hana = open_as(client, case.hana, "/").content.decode()
    assert "Say that the records of Health are secured" in hana
    own = at(case, "scoping_secured", agency_key="health")
    assert "Enter the name of whoever secured" in client.post(own, {}).content.decode()
    today = moments.today()
    given = {
        "records_secured_on": today.isoformat(),
        "records_secured_by": "Records manager",
        "records_held_at": "The safe",
    }
    assert client.post(own, given).status_code == 302
    page = open_as(client, case.bea, at(case, "scoping")).content.decode()
    assert "by Records manager" in page
    assert "The safe" in page


def test_only_the_manager_tells_and_others_read_why_not(client, case):
    page = open_as(client, case.col, at(case, "scoping_secure")).content.decode()
    assert "does not include this" in page
    assert "<form" not in page.split("<main")[1]


def test_a_nil_return_is_one_click_and_its_confirmation(client, case):
    ask(case)
    page = open_as(client, case.hana, at(case, "scoping_answer", agency_key="health"))
    nil = at(case, "scoping_nil", agency_key="health")
    assert nil in page.content.decode()
    confirm = client.get(nil).content.decode()
    assert "Opal Quince" in confirm
    assert client.post(nil).status_code == 302
    assert row(case, case.health).answer == Involvement.NOT_INVOLVED


def test_a_nil_return_keeps_what_was_said_of_the_records_and_takes_no_answer_back(client, case):
    ask(case)
    with asking(case.bea.pk):
        Involvement.objects.filter(review=case.review, agency=case.health).update(
            records_secured_on=moments.today(), records_secured_by="Ann", records_held_at="The safe"
        )
    nil = at(case, "scoping_nil", agency_key="health")
    assert open_as(client, case.hana, nil).status_code == 200
    client.post(nil)
    kept = row(case, case.health)
    assert (kept.answer, kept.records_secured_on) == (Involvement.NOT_INVOLVED, moments.today())
    assert (kept.records_secured_by, kept.records_held_at) == ("Ann", "The safe")
    again = client.get(nil)
    assert again.url == at(case, "scoping_answer", agency_key="health")


def test_an_agency_answers_in_full_on_one_page(client, case):
    ask(case)
    client.force_login(case.hana)
    given = {
        "involved": "yes",
        "summary": "Visited twice.",
        "professionals": "Wren Alder, health visitor",
        "worked_together_badly": "yes",
        "known_from": "2024-05-03",
        "proposed_author": "Hal Quill",
    }
    address = at(case, "scoping_answer", agency_key="health")
    assert client.post(address, given).status_code == 302
    assert "Wren Alder" in client.get(address).content.decode()
    read = at(case, "scoping_read", agency_key="health")
    manager = open_as(client, case.bea, read).content.decode()
    for told in ("Wren Alder", "Hal Quill", "3 May 2024", "Opal Quince"):
        assert told in manager
    committee = open_as(client, case.col, read).content.decode()
    assert "Hal Quill" in committee
    assert "Wren Alder" not in committee
    assert "Opal Quince" not in committee
    with asking(case.hana.pk):
        assert names_given(row(case, case.health)).professionals == "Wren Alder, health visitor"


def test_days_that_do_not_fit_are_refused_and_what_was_typed_stays(client, case):
    ask(case)
    client.force_login(case.hana)
    given = {"involved": "yes", "summary": "Visited.", "known_from": "2024-05-03"}
    page = client.post(
        at(case, "scoping_answer", agency_key="health"), given | {"known_to": "2023-05-03"}
    )
    assert "ends before it begins" in page.content.decode()
    assert "Visited." in page.content.decode()


@pytest.mark.parametrize(
    "name", ["scoping_answer", "scoping_nil", "scoping_secured", "scoping_read"]
)
def test_no_agency_opens_anothers_pages(client, case, name):
    ask(case)
    client.force_login(case.hana)
    assert client.get(at(case, name, agency_key="police")).status_code == 404
    assert client.get(at(case, name, agency_key="nobody")).status_code == 404


def test_who_is_late_is_on_the_home_of_the_review_and_can_be_chased(client, case):
    ask(case)
    with moments.at(moments.now() + timedelta(days=10)):
        home = open_as(client, case.bea, at(case, "review_home")).content.decode()
        assert "Late" in home
        page = client.get(at(case, "scoping")).content.decode()
        chase = at(case, "chase", agency_key="health", about="scoping")
        assert chase in page
        assert "Hana Ward" in client.get(chase).content.decode()
        assert client.post(chase).status_code == 302
        page = client.get(at(case, "scoping")).content.decode()
        assert "Reminders sent" in page
        assert "By hand, by Bea Ledger" in page
        again = client.post(chase)
        assert "has been chased about this today" in again.content.decode()
    with asking(case.bea.pk):
        assert Reminder.objects.count() == 1


def test_chasing_is_for_those_who_may_and_of_what_there_is(client, case):
    ask(case)
    chase = at(case, "chase", agency_key="health", about="scoping")
    assert "does not include this" in open_as(client, case.col, chase).content.decode()
    assert "Chase" not in client.get(at(case, "scoping")).content.decode().split("<main")[1]
    for wrong in (("health", "weather"), ("fire", "scoping")):
        address = at(case, "chase", agency_key=wrong[0], about=wrong[1])
        assert open_as(client, case.bea, address).status_code == 404


def test_a_late_answer_is_shown_as_late(client, case):
    ask(case)
    with moments.at(moments.now() + timedelta(days=8)), asking(case.hana.pk):
        scoping.answer(
            Involvement.objects.get(agency=case.health), was_involved=False, by=case.hana
        )
    page = open_as(client, case.bea, at(case, "scoping")).content.decode()
    due = row(case, case.health).due_on
    assert f"after {due.day} {due:%B %Y}" in page
