"""The pages of the overview report, the executive summary, and both with labels on."""

import pytest
from tests.deciding import open_as
from tests.writing import at_evidence, kept_for_a_module, name_child, rest_at, send

from goldenthread.domain.process import Stage
from goldenthread.reviews.models import OverviewSection
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def evidence(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_evidence) as built:
        yield built


@pytest.fixture
def writing(evidence):
    return evidence.afresh()


def write(client, writing, text="Amber Fenwick was six.", **fields):
    address = writing.address("overview/overview/facts/")
    return send(client, writing.case.otto, address, **{"text": text, "version": 0} | fields)


@pytest.mark.duty("P13", "P27")
def test_the_author_sees_what_is_written_of_both_documents(client, writing):
    write(client, writing)
    page = open_as(client, writing.case.otto, writing.address("overview/")).content.decode()
    assert "Overview Report and Executive Summary" in page
    assert ("1 of 7 sections written." in page, "0 of 3 sections written." in page) == (True, True)
    assert "Good practice" in page


@pytest.mark.duty("P13")
def test_a_panel_member_reads_the_whole_and_writes_nothing(client, writing):
    write(client, writing, text="## A heading\n\nAmber Fenwick was six.")
    page = open_as(client, writing.pam, writing.address("overview/")).content.decode()
    assert "This page describes harm to a child." in page
    assert "Amber Fenwick was six." in page
    assert "overview/labelled/" not in page
    section = open_as(client, writing.pam, writing.address("overview/overview/facts/"))
    assert "Your part in this review does not include this." in section.content.decode()
    assert "<textarea" not in section.content.decode()


@pytest.mark.parametrize(("who", "status"), [("wyn", 403), ("art", 403), ("zoe", 404)])
@pytest.mark.parametrize("rest", ["overview/", "overview/overview/facts/", "overview/labelled/"])
def test_no_agency_sees_it_being_written(client, writing, rest, who, status):
    person = getattr(writing, who, None) or getattr(writing.case, who)
    assert open_as(client, person, writing.address(rest)).status_code == status


def test_the_last_section_of_the_report_leads_on_to_the_summary(client, writing):
    address = writing.address("overview/overview/recommendations/")
    answer = send(client, writing.case.otto, address, text="Ask.", version=0, onward="yes")
    assert answer.url == writing.address("overview/summary/introduction/")


def test_a_form_that_is_sent_twice_is_saved_once(client, writing):
    once = "8ad0cf0e-7d1f-44a5-9a4c-6d5b76b7a002"
    answers = [write(client, writing, once=once) for _ in range(2)]
    assert [answer.url for answer in answers] == [writing.address("overview/")] * 2
    with asking(writing.case.otto.pk):
        assert OverviewSection.objects.get().version == 1


def test_before_the_board_it_can_be_read_and_no_longer_written(client, writing):
    rest_at(writing, Stage.SIGN_OFF)
    page = write(client, writing)
    assert page.status_code == 200
    assert "The reports have been put forward for approval, so they can no longer be changed." in (
        page.content.decode()
    )


@pytest.mark.duty("P13", "P22")
def test_the_labelled_copy_holds_labels_and_no_name(client, writing):
    name_child(writing)
    write(client, writing, text="Amber Fenwick was six. Oh, Amber.")
    page = open_as(client, writing.case.otto, writing.address("overview/labelled/"))
    text = page.content.decode()
    assert "Child K was six." in text
    assert ("Amber" in text, "Fenwick" in text) == (False, False)


def test_the_labelled_copy_is_for_those_who_prepare_publication(client, writing):
    assert open_as(client, writing.pam, writing.address("overview/labelled/")).status_code == 403


@pytest.mark.parametrize("rest", ["overview/overview/blame/", "overview/diary/facts/"])
def test_what_is_not_there_is_not_found(client, writing, rest):
    assert open_as(client, writing.case.otto, writing.address(rest)).status_code == 404
