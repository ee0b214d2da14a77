"""The pages of the chronology: bringing a file, reading what was understood, submitting, looking."""

import html
import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.bringing import HEADINGS, HEALTH, POLICE, as_csv, bring, bring_and_read, evidence, submit

from goldenthread.audit.models import Record
from goldenthread.reviews.jobs import chronology as jobs
from goldenthread.reviews.models import Contribution, Entry, SourceFile
from goldenthread.reviews.queries import integrated
from goldenthread.reviews.web import uploads

pytestmark = pytest.mark.django_db


class Reader:
    """Somebody signed in, and what they read."""

    def __init__(self, client, told, person):
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        self.client, self.person = client, person
        self.root = f"/reviews/{told.case.review.reference}/chronology/"

    def get(self, path="", **words):
        return self.client.get(self.root + path, **words)

    def text(self, path="") -> str:
        return words(self.get(path))

    def post(self, path, data=None, **more):
        return self.client.post(self.root + path, data or {}, **more)

    def rows(self, model) -> list:
        with jobs.asking(self.person.pk):
            return list(model.objects.visible_to(self.person).order_by("pk"))


def words(response) -> str:
    """What a person reads of the page."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", main)).split())


def a_file(name="police.csv", data=None):
    return SimpleUploadedFile(name, as_csv(POLICE) if data is None else data)


@pytest.fixture
def told():
    return evidence()


@pytest.mark.duty("P12")
def test_an_author_brings_a_file_sees_what_was_understood_and_submits(client, told):
    ned = Reader(client, told, told.ned)
    assert "Upload the agency’s chronology first." in ned.text("police/")
    response = ned.post("police/", {"file": a_file()})
    assert (response.status_code, response.url) == (302, f"{ned.root}police/")
    page = ned.text("police/")
    assert "Reading your file…" in page
    assert "A file is still being read." in page
    file = ned.rows(SourceFile)[0]
    jobs.read_as(file.pk, person_id=told.ned.pk)
    assert "4 entries. Of 1 entry the date was not understood." in ned.text("police/")
    understood = ned.text(f"police/files/{file.pk}/")
    assert "5 rows in the file: 4 entries, and 1 row left out." in understood
    assert "February 2011 has only 28 days. Perhaps February 2011 is meant." in understood
    assert "What happened What happened" in understood
    assert "You submit 4 entries." in ned.text("police/submit/")
    assert ned.post("police/submit/").url == ned.root
    assert [one.agency.key for one in ned.rows(Contribution) if one.chronology_submitted_at] == [
        "police"
    ]
    assert "The chronology of Police is with the" in ned.text()


def test_a_form_sent_twice_brings_the_file_once(client, told):
    ned = Reader(client, told, told.ned)
    once = str(uuid4())
    for _ in range(2):
        response = ned.post("police/", {"file": a_file(), "once": once})
        assert response.url == f"{ned.root}police/"
    assert len(ned.rows(SourceFile)) == 1


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose the file with your agency’s chronology."),
        (
            {"file": a_file(data=b"")},
            "The file is empty. Check that it was saved, and choose it again.",
        ),
        ({"file": "not a file"}, "Choose the file with your agency’s chronology."),
    ],
)
def test_a_form_without_a_file_says_what_to_do(client, told, sent, sentence):
    ned = Reader(client, told, told.ned)
    response = ned.post("police/", sent)
    assert response.status_code == 200
    assert sentence in words(response)
    assert ned.rows(SourceFile) == []


def test_a_file_that_is_too_large_is_not_kept(client, told, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_BYTES", 1000)
    ned = Reader(client, told, told.ned)
    response = ned.post("police/", {"file": a_file(data=b"x" * 5000)})
    assert response.status_code == 200
    assert "The file is larger than 25 MB." in words(response)
    assert ned.rows(SourceFile) == []


def test_the_same_file_again_says_so(client, told):
    bring_and_read(told)
    ned = Reader(client, told, told.ned)
    assert "This is the same file as “police.csv”, brought on" in words(
        ned.post("police/", {"file": a_file("again.csv")})
    )


def test_an_author_chooses_whether_a_file_replaces_an_earlier_one(client, told):
    first = bring_and_read(told)
    ned = Reader(client, told, told.ned)
    assert "Yes, it replaces “police.csv”" in ned.text("police/")
    newer = a_file("newer.csv", as_csv((HEADINGS, ("4 May 2011", "Called.", "Log", ""))))
    ned.post("police/", {"file": newer, "replaces": first.pk})
    jobs.read_as(ned.rows(SourceFile)[1].pk, person_id=told.ned.pk)
    assert [entry.event for entry in ned.rows(Entry)] == ["Called."]
    assert "A newer file took its place." in ned.text("police/")


def test_a_file_of_another_agency_is_not_replaced(client, told):
    other = bring_and_read(told, by=told.hal, data=as_csv(HEALTH))
    ned = Reader(client, told, told.ned)
    bring_and_read(told)
    response = ned.post("police/", {"file": a_file("x.csv", b"When,What\n"), "replaces": other.pk})
    assert "Choose one of the answers in the list." in words(response)


def test_a_refused_file_shows_its_sentence_and_can_be_read_again(client, told):
    bring_and_read(told)
    file = bring_and_read(told, name="picture.docx", data=b"\x89PNG\r\n\x1a\n" + bytes(99))
    ned = Reader(client, told, told.ned)
    page = ned.text("police/")
    assert file.reason in page
    assert "4 entries can be submitted." in page
    assert file.reason in ned.text(f"police/files/{file.pk}/")
    assert ned.post(f"police/files/{file.pk}/").status_code == 302
    assert "Reading your file…" in ned.text("police/")


def test_the_page_asks_again_until_the_file_has_been_read(client, told):
    file = bring(told)
    ned = Reader(client, told, told.ned)
    ask = {"headers": {"HX-Request": "true"}}
    assert b"Reading your file" in ned.get("police/progress/", **ask).content
    jobs.read_as(file.pk, person_id=told.ned.pk)
    assert ned.get("police/progress/", **ask)["HX-Refresh"] == "true"
    assert ned.get("police/progress/").url == f"{ned.root}police/"


@pytest.mark.parametrize("path", ["health/", "health/progress/", "health/submit/", "nobody/"])
def test_an_author_has_no_business_on_another_agency_s_pages(client, told, path):
    ned = Reader(client, told, told.ned)
    assert ned.get(path).status_code == 403
    assert ned.post(path, {"file": a_file()}).status_code == 403


def test_the_senior_officer_reads_what_the_panel_may_not(client, told):
    file = bring_and_read(told)
    paths = ("police/", f"police/files/{file.pk}/", f"police/files/{file.pk}/original/")
    for person, status in ((told.case.sol, 200), (told.case.ida, 403), (told.case.zoe, 404)):
        reader = Reader(client, told, person)
        assert [reader.get(path).status_code for path in paths] == [status] * 3
    sol = Reader(client, told, told.case.sol)
    assert "Your part in this review does not include this." in sol.text("police/")
    assert sol.post("police/", {"file": a_file("b.csv", b"x")}).status_code == 200
    assert len(sol.rows(SourceFile)) == 1


def test_a_file_is_taken_away_as_it_was_brought_and_never_shown(client, told):
    file = bring_and_read(told, name="März “final”.html")
    ned = Reader(client, told, told.ned)
    response = ned.get(f"police/files/{file.pk}/original/")
    assert response.content == as_csv(POLICE)
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith("attachment; filename")
    with jobs.asking(told.case.bea.pk):
        assert Record.objects.filter(verb="chronology.file_downloaded").count() == 1
    assert ned.get("police/files/999999/original/").status_code == 404


def test_an_empty_chronology_says_why(client, told):
    otto = Reader(client, told, told.case.otto)
    page = otto.text()
    assert "There is nothing to read here yet" in page
    assert "Police Waiting due" in page


@pytest.mark.duty("P12")
def test_the_integrated_chronology_is_read_narrowed_and_paged(client, told, monkeypatch):
    monkeypatch.setattr(integrated, "PAGE_SIZE", 2)
    bring_and_read(told)
    bring_and_read(told, by=told.hal, name="health.csv", data=as_csv(HEALTH))
    submit(told, by=told.ned)
    submit(told, by=told.hal)
    otto = Reader(client, told, told.case.otto)
    response = otto.get()
    page = words(response)
    assert "1 March 2011 or earlier A Police Typed: “before 1 March 2011”" in page
    assert "Showing 2 of 4 entries." in page
    later = re.search(r'href="(\?after=\d+)"', response.content.decode())[1]
    assert "about June 2011" in otto.text(later)
    page = otto.text("?agency=health&text=nobody&from_on=2011-05-01")
    assert "Showing 1 of 1 entry." in page
    assert "Health visitor called" in page
    undated = otto.text("?dates=undated")
    assert "31/02/2011" in undated
    assert "February 2011 has only 28 days." in undated


@pytest.mark.parametrize(
    "query",
    [
        "?from_on-day=99",
        "?agency=nobody",
        "?after=x&before=-1",
        "?text=%00",
        "?text=%22%27%3A%26",
        "?after=" + "9" * 30,
    ],
)
def test_an_address_that_was_mistyped_is_still_answered(client, told, query):
    bring_and_read(told)
    ned = Reader(client, told, told.ned)
    assert ned.get(query).status_code == 200


def test_one_entry_opens_to_its_row_and_names_its_file_to_its_own_agency_only(client, told):
    bring_and_read(told)
    submit(told, by=told.ned)
    ned = Reader(client, told, told.ned)
    entry = ned.rows(Entry)[0]
    page = ned.text(f"entries/{entry.pk}/")
    assert "row 2 of police.csv" in page
    assert "The professionals involved PC Brook" in page
    otto = Reader(client, told, told.case.otto)
    assert "of a file that Police keeps to itself" in otto.text(f"entries/{entry.pk}/")
    hal = Reader(client, told, told.hal)
    assert hal.get(f"entries/{entry.pk}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_asks_the_database_the_same_number_of_times(
    client, told, django_assert_num_queries, count
):
    rows = [(f"{day} May 2011", "Called.", "Log", "") for day in range(1, count + 1)]
    bring_and_read(told, data=as_csv((HEADINGS, *rows)))
    ned = Reader(client, told, told.ned)
    with django_assert_num_queries(34):
        ned.get()
