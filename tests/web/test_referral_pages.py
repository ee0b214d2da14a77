"""The pages of referring: is a child at risk now, rows without scripts, and what the Board does with it."""

import pytest
from django.urls import reverse
from tests.deciding import _person, case_referred, open_as
from tests.services.test_received_referral import refer

from goldenthread.accounts.models import Contact
from goldenthread.domain.process import Stage
from goldenthread.domain.questionnaires import referral_scr_2010 as first_version
from goldenthread.domain.questionnaires.questions import rows_of
from goldenthread.reviews.models import Referral, Review
from goldenthread.reviews.queries.referral import answers_of, unsent_referrals
from goldenthread.reviews.services import referral as services
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return case_referred()


@pytest.fixture
def ruth():
    return _person("Ruth Wickmoor")


def at(name: str, review: Review) -> str:
    return reverse(name, kwargs={"reference": review.reference})


# ---------------------------------------------------------------- before the form


@pytest.mark.duty("P1", "P28")
def test_a_child_at_risk_now_is_for_the_duty_team_and_there_is_a_way_on(client, case, ruth):
    Contact.objects.create(
        partnership=case.board,
        kind=Contact.DUTY_TEAM,
        name="Northmere duty team",
        phone="01632 960100",
        email="duty@northmere.example",
    )
    client.force_login(ruth)
    assert "Is a child at risk of harm now?" in client.get("/refer/").content.decode()
    led = client.post("/refer/", {"at_risk": "yes"})
    assert led.headers["Location"] == "/refer/duty-team/"
    page = client.get("/refer/duty-team/").content.decode()
    for told in ("999", "Northmere duty team", "tel:01632960100", "mailto:duty@northmere.example"):
        assert told in page
    assert "/refer/begin/" in page


def test_no_child_at_risk_leads_to_the_form_and_no_answer_to_a_sentence(client, case, ruth):
    client.force_login(ruth)
    assert client.post("/refer/", {"at_risk": "no"}).headers["Location"] == "/refer/begin/"
    assert "Say whether a child is at risk" in client.post("/refer/", {}).content.decode()


def test_where_no_duty_team_is_entered_the_page_says_whom_to_ring(client, case, ruth):
    page = open_as(client, ruth, "/refer/duty-team/").content.decode()
    assert "No duty team is entered here" in page


# ---------------------------------------------------------------- rows without scripts


def begin(client, case, ruth) -> str:
    client.force_login(ruth)
    return client.post("/refer/begin/", {"partnership": case.board.pk}).headers["Location"]


def people(*names: str, **more: str) -> dict[str, str]:
    rows = {f"household-{place}-name": name for place, name in enumerate(names)}
    return {"household-rows": str(len(names)), "other_children": "Safe."} | rows | more


def kept(ruth) -> list[str]:
    with asking(ruth.pk):
        answers = answers_of(unsent_referrals(ruth).get())
    return [row["name"] for row in rows_of(answers.get("household", ""))]


def test_another_row_loses_nothing_and_what_was_typed_is_kept_at_once(client, case, ruth):
    family = begin(client, case, ruth) + "family/"
    assert 'name="household-rows" value="1"' in client.get(family).content.decode()
    page = client.post(family, people("Jo Fenn", "Al Fenn", add_row="household"))
    shown = page.content.decode()
    assert page.status_code == 200
    assert 'name="household-rows" value="3"' in shown
    assert 'value="Jo Fenn"' in shown
    assert "Person 3" in shown
    assert "Safe.</textarea>" in shown
    assert kept(ruth) == ["Jo Fenn", "Al Fenn"]


def test_a_row_in_the_middle_is_removed_and_gone_once_the_section_is_saved(client, case, ruth):
    family = begin(client, case, ruth) + "family/"
    client.post(family, people("Jo", "Al", "Di"))
    shown = client.post(family, people("Jo", "Al", "Di", remove_row="household-1")).content.decode()
    assert [f'value="{name}"' in shown for name in ("Jo", "Al", "Di")] == [True, False, True]
    assert kept(ruth) == ["Jo", "Al", "Di"]
    assert client.post(family, people("Jo", "Di")).status_code == 302
    assert kept(ruth) == ["Jo", "Di"]


def test_the_last_row_is_removed_and_an_empty_one_stands_in_its_place(client, case, ruth):
    family = begin(client, case, ruth) + "family/"
    shown = client.post(family, people("Jo", remove_row="household-0")).content.decode()
    assert 'name="household-rows" value="1"' in shown
    assert 'value="Jo"' not in shown


def test_a_question_that_few_answer_stands_without_a_row_until_one_is_asked_for(client, case, ruth):
    child = begin(client, case, ruth) + "child/"
    shown = client.get(child).content.decode()
    assert 'name="more_children-rows" value="0"' in shown
    assert "Add a child" in shown
    told = {"child_name": "Tilly Fenn", "more_children-rows": "0", "add_row": "more_children"}
    shown = client.post(child, told).content.decode()
    assert "Child 1" in shown
    assert "Add another child" in shown
    assert 'value="Tilly Fenn"' in shown


def test_pressing_enter_saves_and_removes_nothing(client, case, ruth):
    page = client.get(begin(client, case, ruth) + "family/").content.decode()
    main = page.split("<main")[1]
    first = main[main.index('<button type="submit"') :].split("</button>")[0]
    assert "Save and continue" in first
    assert "remove_row" not in first


def test_a_day_that_is_wrong_in_a_row_is_named_with_its_row_and_stays(client, case, ruth):
    child = begin(client, case, ruth) + "child/"
    told = {
        "more_children-rows": "2",
        "more_children-0-name": "Ned Fenn",
        "more_children-1-name": "Al Fenn",
        "more_children-1-born_on-day": "31",
        "more_children-1-born_on-month": "2",
        "more_children-1-born_on-year": "2019",
    }
    page = client.post(child, told)
    shown = page.content.decode()
    assert page.status_code == 200
    assert "Child 2: There is no 31 February 2019" in shown
    assert 'href="#id_more_children-1-born_on' in shown
    assert 'value="Ned Fenn"' in shown


@pytest.mark.parametrize("rows", ["", "x", "-1", "²", "9" * 30])
def test_a_number_of_rows_that_is_none_breaks_nothing(client, case, ruth, rows):
    family = begin(client, case, ruth) + "family/"
    told = {"household-rows": rows, "other_children": "Safe.", "remove_row": "household-99"}
    assert client.post(family, told).status_code == 200


@pytest.mark.duty("P1")
def test_a_row_without_what_is_needed_is_kept_and_holds_the_sending_back(client, case, ruth):
    tasks = begin(client, case, ruth)
    client.post(f"{tasks}family/", people("", **{"household-0-relationship": "lodger"}))
    client.post(f"{tasks}dates/", {"key_dates-rows": "1", "key_dates-0-day": "about May 2011"})
    page = client.get(f"{tasks}check/").content.decode()
    assert "lodger" in page
    assert "about May 2011" in page
    with asking(ruth.pk):
        referral = unsent_referrals(ruth).get()
        form = referral.review.type.referral
        missing = {question.key for _, question in form.unanswered(answers_of(referral))}
    assert {"name", "event"} <= missing


def test_a_referral_of_the_first_version_shows_its_own_questions(client, case, ruth):
    with asking(ruth.pk):
        begun = services.begin(case.board, by=ruth)
        Referral.objects.filter(pk=begun.pk).update(questionnaire_version=1)
        begun.refresh_from_db()
        told = {"family": "Jo Fenn, mother.", "other_children": "None."}
        section = first_version.REFERRAL.section("family")
        services.save_section(begun, section, told, by=ruth)
    client.force_login(ruth)
    assert "Jo Fenn, mother." in client.get(f"/refer/{begun.pk}/check/").content.decode()
    assert client.get(f"/refer/{begun.pk}/dates/").status_code == 404


# ---------------------------------------------------------------- what the Board does with it


@pytest.mark.duty("P4")
def test_the_manager_acknowledges_and_the_page_says_who_and_when(client, case, ruth):
    review = refer(case, ruth)
    assert "Acknowledge the referral" in open_as(client, case.bea, "/").content.decode()
    assert client.post(at("referral_acknowledge", review)).status_code == 302
    page = client.get(at("referral", review)).content.decode()
    assert "Acknowledged on" in page
    assert "by Bea Ledger" in page
    assert (
        "has acknowledged your referral"
        in open_as(client, ruth, at("review_home", review)).content.decode()
    )


def test_somebody_else_is_told_why_they_cannot_acknowledge(client, case, ruth):
    review = refer(case, ruth)
    page = open_as(client, case.col, at("referral_acknowledge", review)).content.decode()
    assert "does not include this" in page
    assert "<form" not in page.split("<main")[1]


@pytest.mark.duty("P4")
def test_a_referrer_withdraws_with_a_reason_and_the_board_closes(client, case, ruth):
    review = refer(case, ruth)
    client.force_login(ruth)
    address = at("referral_withdraw", review)
    assert "Say why you withdraw" in client.post(address, {"reason": " "}).content.decode()
    assert client.post(address, {"reason": "It was looked into."}).status_code == 302
    manager = open_as(client, case.bea, at("referral", review)).content.decode()
    assert "It was looked into." in manager
    assert at("referral_close", review) in manager
    assert client.post(at("referral_close", review), {"reason": "Agreed."}).status_code == 302
    page = client.get(at("referral", review)).content.decode()
    assert at("referral_again", review) in page
    assert at("referral_duplicate", review) not in page


@pytest.mark.duty("P4")
def test_a_likely_duplicate_is_shown_and_closed_with_one_choice(client, case, ruth):
    first, second = refer(case, case.hana), refer(case, ruth)
    page = open_as(client, case.bea, at("referral", second)).content.decode()
    assert "It may have been referred before" in page
    address = at("referral_duplicate", second)
    form = client.get(address).content.decode()
    assert f'value="{first.reference}"' in form
    assert "a child with the same name and date of birth" in form
    for wrong, said in (
        ("", "Enter the reference of the referral"),
        ("NM-1999-01", "There is no referral NM-1999-01 here"),
        (second.reference, "cannot be a duplicate of itself"),
    ):
        page = client.post(address, {"other": wrong, "reason": "Same."})
        assert said in page.content.decode()
    given = {"other": f" {first.reference.lower()}", "reason": "Same."}
    assert client.post(address, given).status_code == 302
    assert at("referral", first) in client.get(at("referral", second)).content.decode()
    assert at("referral", second) in client.get(at("referral", first)).content.decode()
    with asking(case.bea.pk):
        assert Review.objects.get(pk=second.pk).stage == Stage.CLOSED


def test_the_ways_to_end_a_referral_are_not_there_for_others(client, case, ruth):
    review = refer(case, ruth)
    for person in (case.col, ruth):
        client.force_login(person)
        for name in ("referral_close", "referral_duplicate", "referral_again"):
            assert client.get(at(name, review)).status_code == 404
        page = client.get(at("referral", review)).content.decode()
        assert "It may have been referred before" not in page
