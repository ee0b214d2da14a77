"""What a careless colleague, or somebody who means harm, might try from a browser."""

from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.writing import at_evidence, kept_for_a_module, send, submitted

from goldenthread.accounts.models import Person
from goldenthread.audit.models import Record
from goldenthread.domain.answers import Refused
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models import SentForm, SourceFile
from goldenthread.reviews.services import reading, steps
from goldenthread.reviews.walls import asking
from goldenthread.reviews.web import uploads

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_evidence) as writing:
        yield writing


@pytest.fixture
def writing(built):
    return built.afresh()


def readings(person: Person) -> list[int | None]:
    """Of each time the person was shown agency reports: whose, where it was one agency's."""
    with asking(person.pk):
        seen = Record.objects.filter(verb="agency_report.read", person_id=person.pk)
        return list(seen.order_by("id").values_list("agency_id", flat=True))


def section_of(writing) -> str:
    key = writing.review.type.agency_report_outline[0].key
    return writing.address(f"agency-reports/police/{key}/")


def test_a_page_shown_again_because_of_its_form_is_recorded_as_read(client, writing):
    ned, police = writing.case.ned, writing.case.police
    answer = send(client, ned, section_of(writing), text="We visited.", version="not a number")
    assert answer.status_code == 200
    assert readings(ned) == [police.pk]


def test_a_record_of_reading_says_whose_report_it_was(client, writing):
    ida = writing.case.ida
    number = submitted(writing).number
    client.force_login(ida)
    client.get(writing.address(f"agency-reports/police/submitted/{number}/"))
    client.get(writing.address("agency-reports/"))
    assert readings(ida) == [writing.case.police.pk, None]


def test_asking_to_stay_signed_in_is_no_reading(client, writing):
    ned = writing.case.ned
    client.force_login(ned)
    assert client.head(section_of(writing)).status_code == 200
    assert readings(ned) == []


def test_saving_by_itself_is_no_reading(client, writing):
    ned = writing.case.ned
    client.force_login(ned)
    answer = client.post(
        section_of(writing),
        {"once": str(uuid4()), "text": "We visited.", "version": "0"},
        headers={"X-Autosave": "yes"},
    )
    assert answer.json() == {"fields": {"version": "1"}}
    assert readings(ned) == []


def test_a_form_of_somebody_elses_says_nothing_of_where_it_led(client, writing):
    token = uuid4()
    ned, zoe = writing.case.ned, writing.case.zoe
    send(client, ned, section_of(writing), text="We visited.", version="0", once=str(token))
    assert SentForm.objects.get(token=token).led_to == writing.address("agency-reports/police/")
    answer = send(client, zoe, "/refer/", once=str(token))
    assert answer.headers["Location"] == "/refer/"


def test_a_stranger_leaves_no_record_of_reading(writing):
    zoe = writing.case.zoe
    with asking(zoe.pk):
        for act in (
            lambda: reading.record_reading(writing.case.review, Material.OVERVIEW, by=zoe),
            lambda: steps.take(writing.case.review, "begin_synthesis", by=zoe),
        ):
            with pytest.raises((Refused, ObjectDoesNotExist)):
                act()
        assert Record.objects.filter(person_id=zoe.pk).count() == 0


def test_files_of_one_request_are_bounded_together(client, writing, monkeypatch, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 3
    monkeypatch.setattr(uploads, "MAX_BYTES", 1000)
    files = {name: SimpleUploadedFile(name, b"x" * 600) for name in ("first", "second", "file")}
    answer = send(client, writing.case.ned, writing.address("chronology/police/"), **files)
    assert "larger than" in answer.content.decode()
    with asking(writing.case.ned.pk):
        assert SourceFile.objects.count() == 0


def test_many_files_at_once_are_refused_before_anybody_has_signed_in(client):
    files = {name: SimpleUploadedFile(name, b"x") for name in ("first", "second")}
    assert client.post("/sign-in/", files).status_code == 400


def test_what_a_page_says_once_stays_out_of_cookies(client, writing):
    answer = send(client, writing.case.ned, section_of(writing), text="We visited.", version="0")
    assert answer.status_code == 302
    assert "messages" not in answer.cookies
    assert "is saved" in client.get(writing.address("")).content.decode()


def test_only_invented_people_are_offered_on_a_demo(client):
    real = Person.objects.create(email="ruth@wick-council.gov.uk", name="Ruth Really")
    assert "Ruth Really" not in client.get("/demo/").content.decode()
    client.post("/demo/", {"person": real.pk})
    assert client.get("/").status_code == 302


def test_whoever_is_deactivated_is_out_at_the_next_request(client, writing):
    client.force_login(writing.case.ned)
    Person.objects.filter(pk=writing.case.ned.pk).update(is_active=False)
    assert client.get(writing.address("")).status_code == 302


def test_whoever_has_left_is_out_at_the_next_request_and_sees_no_list_of_it(client, writing):
    ida = writing.case.ida
    client.force_login(ida)
    assert client.get(writing.address("")).status_code == 200
    with asking(writing.case.bea.pk):
        member = ida.memberships.get()
        member.left_on = member.joined_on
        member.save(update_fields=["left_on"])
    assert client.get(writing.address("")).status_code == 404
    for page in ("/", "/reviews/"):
        assert writing.case.review.reference not in client.get(page).content.decode()


@pytest.mark.parametrize("page", ["", "before=x", "before=-1", f"before={'9' * 5000}", "before=²"])
def test_an_odd_place_in_the_trail_is_no_error(client, writing, page):
    client.force_login(writing.case.bea)
    assert client.get(writing.address(f"activity/?{page}")).status_code == 200


def test_a_host_that_is_not_ours_is_refused(client):
    assert client.get("/sign-in/", headers={"Host": "elsewhere.example"}).status_code == 400


def test_every_page_says_what_may_be_loaded_and_that_it_may_not_be_framed(client):
    headers = client.get("/sign-in/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
