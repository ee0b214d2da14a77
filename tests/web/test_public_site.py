"""The public site: it knows nothing of the case, and shows what was published and no more."""

import os
import subprocess
import sys
from datetime import date

import pytest
from django.db import connections
from django.test import override_settings

from goldenthread.config.installation import Installation
from goldenthread.publication import library
from goldenthread.publication import services as public
from goldenthread.publication.models import PublishedReport
from goldenthread.publication.services import PublicCopy, PublicSection

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_addresses")]

_ALONE = """
import sys
import django
django.setup()
from django.conf import settings
from django.test import Client
from django.urls import get_resolver
get_resolver().url_patterns
page = Client(headers={"host": "localhost"}).get("/ready/")
from django.db import connection, ProgrammingError
refused = []
for table in ("reviews_review", "reviews_registeredperson", "accounts_person", "audit_record"):
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT FROM {table}")
    except ProgrammingError as error:
        refused.append("permission denied" in str(error))
try:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM publication_publishedreport")
except ProgrammingError:
    refused.append(True)
print(page.status_code, refused, settings.INSTALLED_APPS)
print([name for name in sys.modules if name.startswith(
    ("goldenthread.reviews", "goldenthread.accounts", "goldenthread.audit", "goldenthread.vault"))])
"""


@pytest.fixture
def public_addresses():
    with override_settings(ROOT_URLCONF="goldenthread.config.urls.public"):
        yield


def publish(text="Child K was six.", on=date(2026, 6, 1), label="Child K", **changed):
    words = {
        "title": f"{label}: Overview Report",
        "board": "Northmere Board",
        "review_name": "Serious Case Review",
        "child_label": label,
        "overview_name": "Overview Report",
        "summary_name": "Executive Summary",
        "sections": (
            PublicSection("facts", "The facts", text),
            PublicSection("family", "The family’s view", ""),
        ),
        "summary": (PublicSection("facts", "What happened", "In short."),),
    } | changed
    return public.publish(PublicCopy(**words), published_on=on)


@pytest.mark.duty("P23")
def test_alone_it_holds_no_confidential_module_and_its_role_reads_no_other_table():
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings.public",
        "GOLDENTHREAD_DATA": str(Installation.here().folder),
        "GOLDENTHREAD_DATABASE_NAME": connections["default"].settings_dict["NAME"],
        "GOLDENTHREAD_DATABASE_HOST": connections["default"].settings_dict["HOST"],
    }
    said = subprocess.run(
        [sys.executable, "-c", _ALONE], env=environment, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    first, second = said.stdout.splitlines()
    apps = ["goldenthread.publication", "goldenthread.pages", "django.contrib.staticfiles", "csp"]
    assert first == f"200 {[True] * 5} {apps}"
    assert second == "[]"


@pytest.mark.duty("P23")
def test_a_report_is_read_summary_first_without_what_is_empty(client):
    kept = publish("## A heading\n\nChild K was <b>six</b>.")
    page = client.get(f"/reports/{kept.slug}/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "This page describes harm to a child." in text
    assert text.index("In short.") < text.index("Child K was &lt;b&gt;six&lt;/b&gt;.")
    assert "The family’s view" not in text
    assert "Published by Northmere Board." in text
    assert "Published 1 June 2026." in text
    assert page.headers["Cache-Control"] == "public, max-age=300"
    assert not page.cookies


def test_the_library_lists_titles_and_no_word_of_what_happened(client):
    kept = publish("Child K was hurt.")
    text = client.get("/").content.decode()
    assert f"/reports/{kept.slug}/" in text
    assert "hurt" not in text


def test_an_empty_library_says_what_would_fill_it(client):
    assert "No report has been published yet" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("school nurse", ["child-k-2026"]),
        ("NURSE school", ["child-k-2026"]),
        ("northmere", ["child-p-2025", "child-k-2026"]),
        ("facts", []),
        ("50%", []),
        ("x" * 300, []),
        ("\x00", ["child-p-2025", "child-k-2026"]),
    ],
)
def test_a_search_finds_the_words_of_reports(client, wanted, found):
    publish("A school told the nurse.")
    publish("500 visits.", on=date(2025, 1, 1), label="Child P")
    page = client.get("/", {"search": wanted})
    assert page.status_code == 200
    slugs = [report.slug for report in page.context["shelf"].reports]
    assert sorted(slugs, reverse=True) == found


def test_what_was_searched_for_is_shown_as_text(client):
    text = client.get("/", {"search": '"><script>'}).content.decode()
    assert "<script>" not in text.split("<main", 1)[1].split("</main>", 1)[0]


def test_the_library_is_paged_by_key(client, monkeypatch):
    monkeypatch.setattr(library, "A_PAGE", 2)
    for year in (2021, 2022, 2023):
        publish(on=date(year, 1, 1))
    first = client.get("/", {"search": "six"})
    assert [one.slug for one in first.context["shelf"].reports] == ["child-k-2023", "child-k-2022"]
    assert "?search=six&amp;after=child-k-2022" in first.content.decode()
    second = client.get("/", {"search": "six", "after": "child-k-2022"})
    assert [one.slug for one in second.context["shelf"].reports] == ["child-k-2021"]
    assert (second.context["shelf"].found, second.context["shelf"].older_than) == (3, "")
    assert client.get("/", {"after": "nothing"}).context["shelf"].found == 3


def test_a_withdrawn_report_leaves_its_notice_at_its_address_and_is_in_no_list(client):
    kept = publish()
    public.withdraw(kept, notice="The family asked for this.", withdrawn_on=date(2026, 7, 1))
    page = client.get(f"/reports/{kept.slug}/")
    text = page.content.decode()
    assert page.status_code == 410
    assert ("The family asked for this." in text, "was six" in text) == (True, False)
    assert client.get("/").context["shelf"].reports == []


@pytest.mark.parametrize("address", ["/reports/none/", "/reviews/NM-2026-01/", "/sign-in/"])
def test_nothing_else_is_there(client, address):
    assert client.get(address).status_code == 404


def test_it_only_answers_reading(client):
    assert client.post("/").status_code == 405
    kept = publish()
    assert client.delete(f"/reports/{kept.slug}/").status_code == 405
    assert PublishedReport.objects.count() == 1


def test_it_tells_its_watcher_that_it_can_answer(client):
    page = client.get("/ready/")
    assert (page.status_code, page.content) == (200, b"ready")
