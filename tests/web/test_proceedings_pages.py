"""Other proceedings, holds and the disclosure schedule, on their pages (P6)."""

from datetime import timedelta
from io import BytesIO

import docx
import pytest
from django.test import Client
from django.utils import timezone
from tests.deciding import open_as
from tests.holding import hold_interview, hold_publication, soon
from tests.writing import Writing, at_evidence, kept_for_a_module, send

from goldenthread.reviews import moments
from goldenthread.reviews.models import Disclosure, Hold, Proceeding
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

NOT_YOURS = "Your part in this review does not include this."


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_evidence) as writing:
        yield writing


@pytest.fixture
def world(built) -> Writing:
    return built.afresh()


def known(**changed: str) -> dict[str, str]:
    empty = dict.fromkeys(
        ("reference", "contact", "began_on", "next_on", "ended_on", "outcome", "note"), ""
    )
    return empty | {"kind": "criminal", "body": "Northmere Crown Court"} | changed


def rows(world: Writing, model) -> list:
    with asking(world.case.bea.pk):
        return list(model.objects.visible_to(world.case.bea).order_by("pk"))


@pytest.mark.duty("P6")
def test_a_proceeding_is_recorded_and_the_page_says_what_the_review_does_not_ask(
    client: Client, world: Writing
):
    bea, here = world.case.bea, world.address("proceedings/")
    text = open_as(client, bea, here).content.decode()
    assert "It does not ask how a child died or who is to blame" in text
    assert "No other proceedings are recorded" in text
    day = (timezone.localdate() - timedelta(days=2)).isoformat()
    answer = send(client, bea, f"{here}add/", **known(next_on=day, note="Call first."))
    assert answer["Location"] == here
    text = client.get(here).content.decode()
    assert "Northmere Crown Court" in text
    assert "Has passed: what came of it?" in text
    [trial] = rows(world, Proceeding)
    form = client.get(f"{here}{trial.pk}/").context["form"]
    assert form["note"].value() == "Call first."
    ended = known(ended_on=timezone.localdate().isoformat(), outcome="Convicted.")
    assert send(client, bea, f"{here}{trial.pk}/", **ended)["Location"] == here
    assert "Convicted." in client.get(here).content.decode()
    assert client.get(f"{here}999999/").status_code == 404


@pytest.mark.duty("P6")
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"kind": ""}, "Choose what kind of proceeding it is."),
        ({"body": ""}, "Say before whom it is."),
        (
            {"kind": "disciplinary", "note": "He was warned."},
            "Of disciplinary or regulatory proceedings the review keeps only that there are any.",
        ),
        ({"began_on": "2099-01-01"}, "The day it began must be"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_typed_is_lost(
    client: Client, world: Writing, changed, sentence
):
    page = send(
        client,
        world.case.bea,
        world.address("proceedings/add/"),
        **known(contact="The officer in the case", **changed),
    )
    text = page.content.decode()
    assert sentence in text
    assert "The officer in the case" in text
    assert rows(world, Proceeding) == []


def held(**changed: str) -> dict[str, str]:
    return {
        "of": "interview",
        "agency": "health",
        "whose": "Health visitor 1",
        "proceeding": "",
        "asked_by": "the senior investigating officer",
        "reason": "A statement is still to be taken.",
        "look_again_on": soon().isoformat(),
    } | changed


@pytest.mark.duty("P6")
def test_an_interview_is_held_looked_at_again_and_let_go(client: Client, world: Writing):
    bea, here = world.case.bea, world.address("holds/")
    assert "Nothing is held back" in open_as(client, bea, here).content.decode()
    assert send(client, bea, f"{here}place/", **held())["Location"] == here
    [hold] = rows(world, Hold)
    text = client.get(here).content.decode()
    assert "Interview: Health visitor 1" in text
    assert "Look at it now" not in text
    looked = {"note": "", "look_again_on": soon(40).isoformat()}
    text = send(client, bea, f"{here}{hold.pk}/", **looked).content.decode()
    assert "Say what was found, and why the hold stays." in text
    looked |= {"note": "No charge yet."}
    assert send(client, bea, f"{here}{hold.pk}/", **looked)["Location"] == here
    assert "No charge yet." in client.get(here).content.decode()
    sent = send(client, bea, f"{here}{hold.pk}/lift/", because="The statement is taken.")
    assert sent["Location"] == here
    text = client.get(here).content.decode()
    assert "No longer held back" in text
    assert client.get(f"{here}{hold.pk}/").status_code == 404


@pytest.mark.duty("P6")
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"of": ""}, "Choose what is held back."),
        ({"agency": ""}, "Say whose interview is held: choose the agency."),
        ({"whose": ""}, "Say whose interview is held, by label or post."),
        ({"asked_by": ""}, "Say who asked for it."),
        (
            {"look_again_on": "2011-05-03"},
            "Give a day still to come on which the hold is looked at again.",
        ),
    ],
)
def test_a_hold_that_does_not_say_enough_is_not_placed(
    client: Client, world: Writing, changed, sentence
):
    page = send(client, world.case.bea, world.address("holds/place/"), **held(**changed))
    text = page.content.decode()
    assert sentence in text
    assert "A statement is still to be taken." in text
    assert rows(world, Hold) == []


@pytest.mark.duty("P6")
def test_a_hold_that_is_overdue_is_seen_on_both_pages(client: Client, world: Writing):
    hold_interview(world, look_again_on=soon(3))
    later = timezone.now() + timedelta(days=3)
    with moments.at(later):
        for page in ("holds/", "proceedings/"):
            text = open_as(client, world.case.bea, world.address(page)).content.decode()
            assert "Look at it now" in text


@pytest.mark.duty("P6")
def test_an_author_sees_the_holds_of_their_own_agency_and_nothing_of_the_proceedings(
    client: Client, world: Writing
):
    hold_interview(world)
    hold_publication(world)
    page = open_as(client, world.wyn, world.address("holds/"))
    assert [hold.whose for hold, _seen in page.context["open"]] == ["Health visitor 1"]
    assert "Lift it" not in page.content.decode()
    assert open_as(client, world.case.ned, world.address("holds/")).context["open"] == []
    assert open_as(client, world.wyn, world.address("proceedings/")).status_code == 403
    answer = open_as(client, world.wyn, world.address("holds/place/"))
    assert (answer.status_code, NOT_YOURS in answer.content.decode()) == (409, True)


@pytest.mark.duty("P6", "P23")
def test_the_page_of_publication_says_whose_hold_stands_in_its_way(client: Client, world: Writing):
    hold_publication(world)
    text = open_as(client, world.case.bea, world.address("publication/")).content.decode()
    assert "Publication is held back. The senior investigating officer asked for it" in text


@pytest.mark.duty("P6")
def test_a_request_is_put_on_the_schedule_answered_and_served(client: Client, world: Writing):
    bea, here = world.case.bea, world.address("disclosure/")
    assert "No document has been asked for" in open_as(client, bea, here).content.decode()
    asked = {
        "document": "The Police’s report",
        "agency": "police",
        "requested_by": "HM Coroner",
        "requested_on": timezone.localdate().isoformat(),
        "proceeding": "",
        "legal_basis": "",
    }
    text = send(client, bea, f"{here}add/", **asked).content.decode()
    assert "Say on what legal basis it is asked for." in text
    asked |= {"legal_basis": "A coroner’s notice"}
    assert send(client, bea, f"{here}add/", **asked)["Location"] == here
    answered = {"decision": "redacted", "redactions": "", "reason": ""}
    text = send(client, bea, f"{here}1/", **answered).content.decode()
    assert "Say what is taken out of the document." in text
    answered |= {"redactions": "Other children’s names.", "claims_immunity": "on"}
    assert send(client, bea, f"{here}1/", **answered)["Location"] == here
    today = timezone.localdate().isoformat()
    assert send(client, bea, f"{here}1/served/", served_on=today)["Location"] == here
    [line] = rows(world, Disclosure)
    assert (line.decision, line.claims_immunity) == ("redacted", True)
    read = docx.Document(BytesIO(client.get(f"{here}word/").content))
    cells = [cell.text for cell in read.tables[0].rows[1].cells]
    assert cells[:2] == ["1", "The Police’s report (Police)"]
    assert cells[4] == "Claimed"
    seen = open_as(client, world.case.sol, here).context["lines"]
    assert [line.number for line, _decision in seen] == [1]
    assert open_as(client, world.art, here).context["lines"] == []
    assert open_as(client, world.pam, here).status_code == 403
    assert open_as(client, bea, f"{here}9/").status_code == 404


def test_an_empty_schedule_is_a_document_too(client: Client, world: Writing):
    page = open_as(client, world.case.bea, world.address("disclosure/word/"))
    words = [one.text for one in docx.Document(BytesIO(page.content)).paragraphs]
    assert "No document has been asked for." in words
