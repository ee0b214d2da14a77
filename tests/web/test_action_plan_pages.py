"""The pages of the action plan."""

from datetime import date

import pytest
from tests.deciding import open_as
from tests.writing import at_panel, kept_for_a_module, rest_at, send

from goldenthread.domain.process import Stage
from goldenthread.reviews.models import Action, ActionProgress
from goldenthread.reviews.services import action_plan as services
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

PAGE, ADD = "actions/", "actions/add/"


@pytest.fixture(scope="module")
def panel(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_panel) as built:
        yield built


@pytest.fixture
def writing(panel):
    return panel.afresh()


@pytest.fixture
def action(writing):
    bea = writing.case.bea
    with asking(bea.pk):
        return services.add(
            writing.case.review,
            lesson="Nobody asked the child.",
            text="See every child alone.",
            lead_agency=writing.case.police,
            owner="",
            due_on=date(2026, 1, 31),
            measure="",
            by=bea,
        )


def typed(**changed):
    return {
        "lesson": "Nobody asked the child.",
        "text": "See every child alone.",
        "lead_agency": "",
        "owner": "",
        "due_on": "2027-03-27",
        "measure": "",
    } | changed


@pytest.mark.duty("P5", "P25")
def test_an_action_is_added_from_the_day_its_lesson_is_seen(client, writing):
    added = send(client, writing.case.bea, writing.address(ADD), **typed())
    assert added.url == writing.address(PAGE)
    page = client.get(added.url).content.decode()
    assert ("1. See every child alone." in page, "27 March 2027" in page) == (True, True)
    assert "The Board" in page
    assert "Late" not in page


def test_added_once_however_often_it_is_sent(client, writing):
    once = "8ad0cf0e-7d1f-44a5-9a4c-6d5b76b7a005"
    for _ in range(2):
        send(client, writing.case.bea, writing.address(ADD), once=once, **typed())
    with asking(writing.case.bea.pk):
        assert Action.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"lesson": ""}, "lesson", "Say which lesson the action answers"),
        ({"text": " "}, "text", "Say what will be done"),
        (
            {"due_on": ""},
            "due_on",
            "Enter the day by which it will be done, for example 27 3 2011",
        ),
        (
            {"due_on": "2027-02-30"},
            "due_on",
            "There is no 30 February 2027. Check the day and the month.",
        ),
        ({"lead_agency": "999999"}, "lead_agency", "Choose one of the answers in the list."),
    ],
)
def test_bad_input_is_a_sentence_and_nothing_is_kept(client, writing, changed, field, sentence):
    page = send(client, writing.case.bea, writing.address(ADD), **typed(**changed))
    assert page.status_code == 200
    assert page.context["form"].errors[field] == [sentence]
    with asking(writing.case.bea.pk):
        assert not Action.objects.exists()


@pytest.mark.parametrize("who", ["sol", "ned", "cher"])
def test_others_read_the_plan_and_why_they_do_not_add_to_it(client, writing, action, who):
    person = getattr(writing.case, who)
    page = open_as(client, person, writing.address(PAGE)).content.decode()
    assert ("See every child alone." in page, "Add an action" in page) == (True, False)
    add = open_as(client, person, writing.address(ADD)).content.decode()
    assert "Your part in this review does not include this." in add
    refused = send(client, person, writing.address(ADD), **typed())
    assert refused.context["form"].non_field_errors() == [
        "Your part in this review does not include this."
    ]


@pytest.mark.parametrize("rest", [PAGE, ADD, "actions/1/", "actions/1/change/"])
@pytest.mark.parametrize(("who", "status"), [("col", 403), ("hana", 403), ("zoe", 404)])
def test_it_is_closed_to_all_others(client, writing, action, rest, who, status):
    person = getattr(writing.case, who)
    assert open_as(client, person, writing.address(rest)).status_code == status


def test_there_is_no_other_action(client, writing, action):
    assert open_as(client, writing.case.bea, writing.address("actions/2/")).status_code == 404


@pytest.mark.duty("P25")
def test_what_is_late_says_so_and_who_must_still_be_named(client, writing, action):
    page = open_as(client, writing.case.bea, writing.address("actions/1/")).content.decode()
    assert "Late" in page
    assert "Nobody yet. Needed before the review can be closed." in page


def test_who_answers_for_it_is_said_later(client, writing, action):
    address = writing.address("actions/1/change/")
    page = open_as(client, writing.case.bea, address)
    assert page.context["form"]["lead_agency"].value() == writing.case.police.pk
    police = writing.case.police.pk
    changed = typed(owner="Chief Constable", lead_agency=police)
    done = send(client, writing.case.bea, address, **changed)
    assert done.url == writing.address("actions/1/")
    assert "Chief Constable" in client.get(done.url).content.decode()


@pytest.mark.duty("P25")
def test_the_leading_agency_says_how_it_stands_also_after_closing(client, writing, action):
    rest_at(writing, Stage.CLOSED)
    address = writing.address("actions/1/")
    done = send(client, writing.case.sol, address, status="at_risk", note="Two posts are\nempty.")
    assert done.url == address
    page = client.get(address).content.decode()
    assert ("At risk" in page, "Two posts are<br>empty." in page) == (True, True)


@pytest.mark.duty("P5", "P25")
@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"note": "Done."}, "status", "Say how the action stands"),
        (
            {"status": "splendid", "note": "Done."},
            "status",
            "Choose one of the answers in the list.",
        ),
        ({"status": "on_track"}, "note", "Say what has been done, and what shows it"),
        (
            {"status": "complete", "note": "Done."},
            "__all__",
            "Say first how it will be known that the action made a difference.",
        ),
    ],
)
def test_progress_that_cannot_be_kept_is_answered_in_a_sentence(
    client, writing, action, fields, field, sentence
):
    page = send(client, writing.case.sol, writing.address("actions/1/"), **fields)
    assert page.context["form"].errors[field] == [sentence]
    with asking(writing.case.bea.pk):
        assert not ActionProgress.objects.exists()


def test_another_agency_reads_why_it_does_not_report(client, writing, action):
    page = open_as(client, writing.art, writing.address("actions/1/")).content.decode()
    assert "Progress on this action is recorded by the agency that leads it" in page
    assert "<textarea" not in page
