"""Bringing, reading and submitting an agency's chronology, through the services and the job."""

import io
import json
import zipfile
from datetime import date

import pytest
from django.db import OperationalError, connection
from tests.bringing import HEADINGS, HEALTH, POLICE, as_csv, bring, bring_and_read, evidence, submit
from tests.deciding import case_with_panel, refusal

from goldenthread.accounts.models import Person
from goldenthread.audit.models import Record
from goldenthread.documents.writers.word_table import word_table
from goldenthread.documents.writers.workbook import workbook
from goldenthread.reviews.jobs import chronology as jobs
from goldenthread.reviews.models import Contribution, Entry, SourceFile
from goldenthread.reviews.queries import chronology as queries
from goldenthread.reviews.services import chronology as services
from goldenthread.reviews.services import chronology_rows
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def seen(person, model, **words):
    with asking(person.pk):
        return list(model.objects.visible_to(person).filter(**words).order_by("pk"))


def file_now(file: SourceFile, person: Person) -> SourceFile:
    return seen(person, SourceFile, pk=file.pk)[0]


def jobs_waiting() -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args FROM procrastinate_jobs WHERE task_name = %s ORDER BY id",
            [services.READ_JOB],
        )
        return [json.loads(row[0]) for row in cursor.fetchall()]


def verbs(case) -> list[str]:
    with asking(case.bea.pk):
        records = Record.objects.filter(verb__startswith="chronology.").order_by("number")
        return [record.verb for record in records]


@pytest.mark.duty("P12")
def test_a_file_is_kept_sealed_and_its_reading_is_deferred_with_ids_only():
    told = evidence()
    file = bring(told, name="C:\\records\\Chron\u202e\x00 May.csv")
    assert (file.name, file.status, file.size) == (
        "Chron May.csv",
        "waiting",
        len(as_csv(POLICE)),
    )
    assert b"Thistle" not in bytes(file.sealed)
    with asking(told.ned.pk):
        assert queries.bytes_of(file) == as_csv(POLICE)
    assert jobs_waiting() == [{"source_file_id": file.pk, "person_id": told.ned.pk}]
    assert verbs(told.case) == ["chronology.file_brought"]


@pytest.mark.duty("P12")
def test_every_row_arrives_and_what_was_not_understood_says_why():
    told = evidence()
    file = bring_and_read(told)
    assert (file.status, file.entries_read) == ("read", 4)
    rows = seen(told.ned, Entry)
    assert [(row.row, row.date_text, row.first_on, row.last_on, row.doubt) for row in rows] == [
        (2, "3 May 2011", date(2011, 5, 3), date(2011, 5, 3), ""),
        (3, "about June 2011", date(2011, 6, 1), date(2011, 6, 30), "~"),
        (4, "31/02/2011", None, None, ""),
        (5, "before 1 March 2011", None, date(2011, 3, 1), ""),
    ]
    assert rows[2].problem == "February 2011 has only 28 days."
    assert rows[2].suggestion == "2011-02"
    assert rows[0].fields == {"professional": "PC Brook"}
    assert rows[0].cells == list(POLICE[1])
    assert file.understood["rows"] == 5
    assert [left["text"] for left in file.understood["left_out"]] == [" | ".join(HEADINGS)]
    assert [column["field"] for column in file.understood["columns"]] == [
        "date",
        "event",
        "source",
        "professional",
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("police.docx", word_table(POLICE[0], POLICE[1:])),
        ("police.xlsx", workbook(POLICE[0], POLICE[1:])),
        ("police.csv", as_csv(POLICE, "cp1252")),
    ],
)
def test_the_same_table_gives_the_same_entries_whatever_the_format(name, data):
    told = evidence()
    assert bring_and_read(told, name=name, data=data).entries_read == 4
    assert [row.event for row in seen(told.ned, Entry)] == [row[1] for row in POLICE[1:]]


def test_a_csv_in_a_windows_encoding_keeps_its_letters():
    told = evidence()
    rows = (HEADINGS, ("3 May 2011", "Zoë’s café – £5", "Log", ""))
    bring_and_read(told, data=as_csv(rows, "cp1252"))
    assert [row.event for row in seen(told.ned, Entry)] == ["Zoë’s café – £5"]


def test_a_row_of_which_the_engine_says_nothing_is_listed_as_left_out(monkeypatch):
    understand = services.understand

    def forgetful(file, **words):
        understood = understand(file, **words)
        return type(understood)(
            understood.columns, understood.entries[1:], understood.left_out, understood.notes
        )

    monkeypatch.setattr(services, "understand", forgetful)
    file = bring_and_read(evidence())
    assert file.entries_read == 3
    assert [(left["row"], left["reason"]) for left in file.understood["left_out"]] == [
        (1, file.understood["left_out"][0]["reason"]),
        (2, "This row was not taken for an entry. Check it in your file."),
    ]


def test_characters_that_the_database_does_not_keep_are_replaced():
    assert chronology_rows.kept({"a\x00": ["b\ud800", 3, "\\u0000"]}) == {
        "a�": ["b�", 3, "\\u0000"]
    }


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("word/document.xml", b" " * 70 * 1024 * 1024)
    return out.getvalue()


def _macro() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_table(POLICE[0], POLICE[1:]))) as plain,
        zipfile.ZipFile(out, "w") as package,
    ):
        for name in plain.namelist():
            content = plain.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            package.writestr(name, content)
        package.writestr("word/vbaProject.bin", b"invented")
    return out.getvalue()


_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture.docx", PNG),
        ("bomb.docx", _bomb()),
        ("macro.docm", _macro()),
        ("nothing in it.csv", b" \r\n "),
        ("letter.docx", b"PK\x03\x04 broken"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence_and_keeps_the_others(name, data):
    told = evidence()
    bring_and_read(told)
    refused = bring_and_read(told, name=name, data=data)
    assert refused.status == "refused"
    assert refused.reason.endswith(".")
    assert len(refused.reason) > 30
    assert len(seen(told.ned, Entry)) == 4
    assert verbs(told.case)[-1] == "chronology.file_refused"


def test_an_empty_file_is_not_taken():
    told = evidence()
    sentence = "The file is empty. Check that it was saved, and bring it again."
    assert refusal(lambda: bring(told, data=b"")) == sentence


def test_the_same_file_is_not_added_twice():
    told = evidence()
    file = bring_and_read(told)
    said = refusal(lambda: bring(told, name="again.csv"))
    assert said.startswith("This is the same file as “police.csv”, brought on ")
    assert [one.pk for one in seen(told.ned, SourceFile)] == [file.pk]


def test_a_new_file_stands_beside_the_earlier_one_unless_it_replaces_it():
    told = evidence()
    first = bring_and_read(told)
    more = (HEADINGS, ("4 May 2011", "Called again.", "Log 13", ""))
    bring_and_read(told, name="more.csv", data=as_csv(more))
    assert len(seen(told.ned, Entry)) == 5
    instead = (HEADINGS, ("5 May 2011", "Called once more.", "Log 14", ""))
    bring(told, name="instead.csv", data=as_csv(instead), replaces=first)
    assert len(seen(told.ned, Entry)) == 5
    newest = seen(told.ned, SourceFile)[-1]
    with asking(told.ned.pk):
        services.read_source_file(newest.pk, by=told.ned)
    assert [row.event for row in seen(told.ned, Entry)] == ["Called again.", "Called once more."]
    assert file_now(first, told.ned).status == "replaced"


def test_a_file_that_is_refused_replaces_nothing():
    told = evidence()
    first = bring_and_read(told)
    bring_and_read(told, name="picture.docx", data=PNG, replaces=first)
    assert file_now(first, told.ned).status == "read"
    assert len(seen(told.ned, Entry)) == 4


def test_only_the_agency_s_author_brings_its_file():
    told = evidence()
    case = told.case
    for person in (case.sol, case.bea, case.ida):
        with asking(person.pk):
            said = refusal(
                lambda person=person: services.bring_file(
                    case.review, case.police, name="x.csv", data=b"x", by=person
                )
            )
        assert said == "Your part in this review does not include this."
    with asking(told.hal.pk):
        said = refusal(
            lambda: services.bring_file(
                case.review, case.police, name="x.csv", data=b"x", by=told.hal
            )
        )
    assert said == "You can do this for your own agency only."


def test_reading_twice_is_reading_once():
    told = evidence()
    file = bring(told)
    jobs.read_as(file.pk, person_id=told.ned.pk)
    jobs.read_as(file.pk, person_id=told.ned.pk)
    assert len(seen(told.ned, Entry)) == 4
    assert verbs(told.case) == ["chronology.file_brought", "chronology.file_read"]


def test_what_nobody_foresaw_ends_in_a_calm_sentence(monkeypatch):
    told = evidence()
    file = bring(told)

    def fall(*_told, **_words):
        raise RecursionError("deep")

    monkeypatch.setattr(services, "understand", fall)
    jobs.read_as(file.pk, person_id=told.ned.pk)
    now = file_now(file, told.ned)
    assert (now.status, now.reason) == ("refused", services.COULD_NOT_BE_READ)


def test_a_database_that_is_away_is_tried_again(monkeypatch):
    told = evidence()
    file = bring(told)

    def away(*_told, **_words):
        raise OperationalError("gone")

    monkeypatch.setattr(services, "understand", away)
    with pytest.raises(OperationalError):
        jobs.read_as(file.pk, person_id=told.ned.pk)
    assert file_now(file, told.ned).status == "waiting"


def test_a_file_that_ended_its_worker_three_times_is_given_up():
    told = evidence()
    file = bring(told)
    jobs.read_as(file.pk, person_id=told.ned.pk, attempts=3)
    assert file_now(file, told.ned).status == "refused"


def test_a_file_whose_author_left_waits_until_another_has_it_read():
    told = evidence()
    file = bring(told)
    jobs.read_as(file.pk, person_id=told.hal.pk)
    assert file_now(file, told.ned).status == "waiting"
    with asking(told.ned.pk):
        services.read_again(file, by=told.ned)
    assert len(jobs_waiting()) == 2


def test_a_file_that_has_been_read_is_not_read_again():
    told = evidence()
    file = bring_and_read(told)
    with asking(told.ned.pk):
        assert refusal(lambda: services.read_again(file, by=told.ned)) == "This file has been read."


@pytest.mark.duty("P12")
def test_submitting_shares_the_entries_and_closes_the_files():
    told = evidence()
    bring_and_read(told)
    assert seen(told.case.otto, Entry) == []
    submitted = submit(told, by=told.ned)
    assert submitted.chronology_submitted_at is not None
    assert len(seen(told.case.otto, Entry)) == 4
    assert refusal(lambda: bring(told, data=as_csv(HEALTH))) == (
        "The chronology has been submitted, so its files can no longer be changed."
    )
    assert refusal(lambda: submit(told, by=told.ned)) == (
        "The chronology has been submitted, so its files can no longer be changed."
    )
    assert verbs(told.case)[-1] == "chronology.submitted"


def test_nothing_is_submitted_before_a_file_has_been_read():
    told = evidence()
    assert refusal(lambda: submit(told, by=told.ned)) == "Upload the agency’s chronology first."
    bring(told)
    assert refusal(lambda: submit(told, by=told.ned)) == (
        "A file is still being read. Wait until it is done, then submit."
    )
    assert seen(told.ned, Contribution, chronology_submitted_at__isnull=False) == []


def test_no_file_is_brought_before_the_panel_asks_the_agencies_to_begin():
    case = case_with_panel()
    with asking(case.ned.pk):
        said = refusal(
            lambda: services.bring_file(
                case.review, case.police, name="x.csv", data=b"x", by=case.ned
            )
        )
    assert said.startswith("Agencies bring their evidence once the panel has asked them to begin")


def test_a_file_never_reaches_anybody_outside_its_agency():
    told = evidence()
    file = bring_and_read(told)
    submit(told, by=told.ned)
    for person in (told.hal, told.case.bea, told.case.ida, told.case.otto, told.case.zoe):
        assert seen(person, SourceFile) == []
    assert [one.pk for one in seen(told.case.sol, SourceFile)] == [file.pk]
