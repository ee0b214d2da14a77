"""The pages on which an agency's report is written, submitted, read and answered."""

import pytest
from tests.deciding import open_as
from tests.writing import at_evidence, kept_for_a_module, send, submitted, write_report

from goldenthread.reviews.models import ReportSection, ReportVerdict, SubmittedReport
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def evidence(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_evidence) as built:
        yield built


@pytest.fixture
def writing(evidence):
    return evidence.afresh()


def kept(writing):
    ned = writing.case.ned
    with asking(ned.pk):
        return [(one.key, one.text, one.version) for one in ReportSection.objects.all()]


@pytest.mark.duty("P11", "P12")
def test_everyone_on_the_panel_sees_how_far_each_agency_has_come(client, writing):
    submitted(writing)
    page = open_as(client, writing.pam, writing.address("agency-reports/")).content.decode()
    assert "Individual Management Reviews" in page
    assert ("With the panel" in page, "Not submitted" in page) == (True, True)
    assert writing.address("agency-reports/police/submitted/1/") in page
    assert writing.address("agency-reports/police/") + '"' not in page


def test_an_author_is_led_to_their_own_report_and_to_no_other(client, writing):
    submitted(writing)
    page = open_as(client, writing.wyn, writing.address("agency-reports/")).content.decode()
    assert writing.address("agency-reports/health/") + '"' in page
    assert "agency-reports/police" not in page


@pytest.mark.duty("P12", "P27")
def test_the_report_says_what_is_still_missing(client, writing):
    page = open_as(client, writing.case.ned, writing.address("agency-reports/police/"))
    text = page.content.decode()
    assert "0 of 7 written." in text
    assert "“Good practice”" in text
    assert "Submit the report" not in text


def test_the_senior_officer_reads_the_draft_and_is_told_who_submits(client, writing):
    page = open_as(client, writing.case.sol, writing.address("agency-reports/police/"))
    assert "The agency’s author submits this report." in page.content.decode()
    section = open_as(
        client, writing.case.sol, writing.address("agency-reports/police/summary/")
    ).content.decode()
    assert "Your part in this review does not include this." in section
    assert "<textarea" not in section


@pytest.mark.parametrize("rest", ["agency-reports/police/", "agency-reports/police/summary/"])
@pytest.mark.parametrize(
    ("who", "status"), [("wyn", 403), ("pam", 403), ("zoe", 404), ("bea", 403), ("hana", 403)]
)
def test_a_draft_is_its_own_agencys(client, writing, rest, who, status):
    person = getattr(writing, who, None) or getattr(writing.case, who)
    assert open_as(client, person, writing.address(rest)).status_code == status


@pytest.mark.parametrize("rest", ["agency-reports/fire/", "agency-reports/police/blame/"])
def test_what_is_not_there_is_not_found(client, writing, rest):
    assert open_as(client, writing.case.ned, writing.address(rest)).status_code == 404


@pytest.mark.duty("P12")
def test_a_section_is_saved_and_the_next_is_offered(client, writing):
    address = writing.address("agency-reports/police/summary/")
    page = open_as(client, writing.case.ned, address).content.decode()
    assert "Who can read this: the agency senior officer and the agency author of Police;" in page
    answer = send(client, writing.case.ned, address, text="We\r\nvisited.", version=0, onward="yes")
    assert answer.url == writing.address("agency-reports/police/involvement/")
    assert kept(writing) == [("summary", "We\nvisited.", 1)]
    last = writing.address("agency-reports/police/recommendations/")
    answer = send(client, writing.case.ned, last, text="Ask.", version=0, onward="yes")
    assert answer.url == writing.address("agency-reports/police/")


def test_a_section_may_be_emptied(client, writing):
    address = writing.address("agency-reports/police/summary/")
    send(client, writing.case.ned, address, text="We visited.", version=0)
    assert send(client, writing.case.ned, address, text="", version=1).status_code == 302
    assert kept(writing) == [("summary", "", 2)]


def test_two_people_are_shown_both_texts_and_nothing_is_lost(client, writing):
    address = writing.address("agency-reports/police/summary/")
    send(client, writing.case.ned, address, text="We visited twice.", version=0)
    page = send(client, writing.case.ned, address, text="We visited <b>often</b>.", version=0)
    text = page.content.decode()
    assert page.status_code == 200
    assert "We visited &lt;b&gt;often&lt;/b&gt;.</textarea>" in text
    assert "What has been saved meanwhile" in text
    assert "We visited twice." in text
    assert page.context["parted"] == [
        {"text": "We visited ", "kind": "same"},
        {"text": "<b>often</b>.", "kind": "removed"},
        {"text": "twice.", "kind": "added"},
    ]
    assert "<title>Error: " in text
    version = page.context["form"]["version"].value()
    put_together = send(client, writing.case.ned, address, text="Both.", version=version)
    assert put_together.status_code == 302
    assert kept(writing) == [("summary", "Both.", 2)]


def test_the_page_saves_by_itself_and_says_when_it_cannot(client, writing):
    address = writing.address("agency-reports/police/summary/")
    client.force_login(writing.case.ned)

    def save_by_itself(**fields):
        return client.post(address, fields, headers={"X-Autosave": "yes"})

    first = save_by_itself(text="We", version=0)
    assert (first.status_code, first.json()) == (200, {"fields": {"version": "1"}})
    assert save_by_itself(text="We visited", version=1).json() == {"fields": {"version": "2"}}
    assert save_by_itself(text="Lost?", version=1).status_code == 409
    assert save_by_itself(text="x" * 200_001, version=2).status_code == 422
    assert kept(writing) == [("summary", "We visited", 2)]
    write_report(writing, writing.case.health, by=writing.wyn)
    client.force_login(writing.case.sol)
    assert save_by_itself(text="Not mine.", version=2).status_code == 422


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"text": "x" * 200_001, "version": 0},
            "This section is too long. Keep it under 200,000 characters.",
        ),
        ({"text": "x\x00y", "version": 0}, "holds a character that cannot be kept"),
        ({"text": "words", "version": "one"}, "must be a whole number"),
    ],
)
def test_bad_input_is_a_sentence_and_what_was_typed_stays(client, writing, fields, sentence):
    address = writing.address("agency-reports/police/summary/")
    page = send(client, writing.case.ned, address, **fields)
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert kept(writing) == []


@pytest.mark.duty("P12")
def test_a_whole_report_is_submitted_once_however_often_it_is_sent(client, writing):
    write_report(writing, writing.case.police, by=writing.case.ned)
    address = writing.address("agency-reports/police/")
    assert "Submit the report" in open_as(client, writing.case.ned, address).content.decode()
    once = "8ad0cf0e-7d1f-44a5-9a4c-6d5b76b7a001"
    answers = [send(client, writing.case.ned, address, once=once) for _ in range(2)]
    assert [answer.url for answer in answers] == [writing.address("agency-reports/")] * 2
    with asking(writing.case.ida.pk):
        assert SubmittedReport.objects.count() == 1


def test_a_report_with_gaps_is_refused_in_the_words_of_the_page(client, writing):
    page = send(client, writing.case.ned, writing.address("agency-reports/police/"))
    assert page.status_code == 200
    assert page.context["form"].non_field_errors() == [page.context["may_submit"].reason]


@pytest.mark.duty("P10", "P12")
def test_the_panel_chair_returns_a_report_with_what_to_change(client, writing):
    submitted(writing)
    ida, ned = writing.case.ida, writing.case.ned
    address = writing.address("agency-reports/police/submitted/1/")
    page = open_as(client, ida, address).content.decode()
    assert "This page describes harm to a child." in page
    assert "Give the panel’s answer" in page
    without = send(client, ida, address, verdict="returned", comment=" ")
    assert without.context["form"].non_field_errors() == ["Say what the agency should change."]
    nothing = send(client, ida, address)
    assert nothing.context["form"].errors["verdict"] == [
        "Say whether the report is accepted or returned"
    ]
    done = send(client, ida, address, verdict="returned", comment="1. Say who saw the child.")
    assert done.url == writing.address("agency-reports/")
    own = open_as(client, ned, writing.address("agency-reports/police/")).content.decode()
    assert "The panel has returned the report" in own
    assert "1. Say who saw the child." in own


def test_a_panel_member_reads_a_submission_and_does_not_answer_it(client, writing):
    submitted(writing)
    address = writing.address("agency-reports/police/submitted/1/")
    page = open_as(client, writing.pam, address).content.decode()
    assert "The panel has not answered yet." in page
    assert "<textarea" not in page
    refused = send(client, writing.pam, address, verdict="accepted")
    assert refused.context["form"].non_field_errors() == [
        "Your part in this review does not include this."
    ]
    with asking(writing.case.ida.pk):
        assert not ReportVerdict.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("wyn", 404), ("zoe", 404), ("hana", 403)])
def test_a_submission_is_the_panels_and_its_own_agencys(client, writing, who, status):
    submitted(writing)
    person = getattr(writing, who, None) or getattr(writing.case, who)
    address = writing.address("agency-reports/police/submitted/1/")
    assert open_as(client, person, address).status_code == status
