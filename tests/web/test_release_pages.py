"""The pages on which the reports are published, or kept from the public."""

import pytest
from tests.deciding import open_as
from tests.writing import at_publication, kept_for_a_module, name_child, rest_at, send

from goldenthread.domain.process import Stage
from goldenthread.publication.models import PublishedReport
from goldenthread.reviews.models import OverviewSection, Release
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

PAGE, WITHHOLD = "publication/", "publication/withhold/"


@pytest.fixture(scope="module")
def publication(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, lambda: at_publication(facts=FACTS)) as built:
        yield built


@pytest.fixture
def writing(publication):
    again = publication.afresh()
    name_child(again)
    return again


FACTS = "Amber Fenwick was six."


def say(writing, text):
    with asking(writing.case.otto.pk):
        OverviewSection.objects.filter(document="overview", key="facts").update(text=text)


def read(client, writing):
    """The digest of the copy on the page, as the form sends it back."""
    page = open_as(client, writing.case.bea, writing.address(PAGE))
    return page.context["form"]["read"].value()


@pytest.mark.duty("P22", "P23")
def test_the_copy_is_read_whole_and_then_published(client, writing):
    page = open_as(client, writing.case.bea, writing.address(PAGE)).content.decode()
    assert "This page describes harm to a child." in page
    assert ("Child K was six." in page, "Fenwick" in page) == (True, False)
    fields = {"read": read(client, writing), "has_read": "on"}
    done = send(client, writing.case.bea, writing.address(PAGE), **fields)
    assert done.url == writing.address(PAGE)
    after = client.get(done.url).content.decode()
    slug = PublishedReport.objects.get().slug
    assert f"/reports/{slug}/" in after
    assert "Publish the reports" not in after


def test_published_once_however_often_it_is_sent(client, writing):
    fields = {"read": read(client, writing), "has_read": "on"}
    fields["once"] = "8ad0cf0e-7d1f-44a5-9a4c-6d5b76b7a004"
    answers = [send(client, writing.case.bea, writing.address(PAGE), **fields) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert PublishedReport.objects.count() == 1


def test_it_has_to_be_said_that_the_copy_was_read(client, writing):
    page = send(client, writing.case.bea, writing.address(PAGE), read=read(client, writing))
    assert page.context["form"].errors["has_read"] == [
        "Read the whole copy first, and confirm that nobody can be recognised from it"
    ]
    assert not PublishedReport.objects.exists()


@pytest.mark.duty("P22")
def test_a_copy_that_changed_meanwhile_is_shown_again_and_not_published(client, writing):
    fields = {"read": read(client, writing), "has_read": "on"}
    say(writing, "Amber Fenwick was seven.")
    page = send(client, writing.case.bea, writing.address(PAGE), **fields)
    assert page.context["form"].non_field_errors() == [
        "The copy has changed since you read it. Read it again, then publish."
    ]
    assert "Child K was seven." in page.content.decode()
    assert page.context["form"]["has_read"].value() is False
    fields["read"] = page.context["form"]["read"].value()
    again = send(client, writing.case.bea, writing.address(PAGE), **fields)
    assert again.status_code == 302


@pytest.mark.duty("P22")
def test_what_stands_in_the_way_is_listed_with_the_way_to_mend_it(client, writing):
    say(writing, "The estate is known as Fenwickstead. <b>Amber</b> was six.")
    page = open_as(client, writing.case.bea, writing.address(PAGE)).content.decode()
    assert "known as <mark>Fenwickstead</mark>. &lt;b&gt;" in page
    assert 'href="#report-facts"' in page
    assert 'id="report-facts"' in page
    assert writing.address("who-is-who/questions/") in page
    assert "One thing would still identify a person." in page
    assert "Publish the reports" not in page


def test_before_the_board_has_approved_the_page_says_so(client, writing):
    rest_at(writing, Stage.SIGN_OFF)
    page = open_as(client, writing.case.bea, writing.address(PAGE)).content.decode()
    assert "The reports have not been approved yet." in page
    withhold = open_as(client, writing.case.bea, writing.address(WITHHOLD)).content.decode()
    assert "The reports have not been approved yet." in withhold
    assert "<textarea" not in withhold


@pytest.mark.parametrize("who", ["otto", "ida", "cher"])
def test_who_does_not_publish_reads_the_copy_and_why_not(client, writing, who):
    person = getattr(writing.case, who)
    page = open_as(client, person, writing.address(PAGE)).content.decode()
    assert ("Child K was six." in page, "Publish the reports" in page) == (True, False)
    refused = send(client, person, writing.address(PAGE), read="x", has_read="on")
    assert refused.context["form"].non_field_errors() == [
        "Your part in this review does not include this."
    ]


@pytest.mark.parametrize("rest", [PAGE, WITHHOLD])
@pytest.mark.parametrize(("who", "status"), [("pam", 403), ("wyn", 403), ("zoe", 404)])
def test_it_is_closed_to_all_others(client, writing, rest, who, status):
    person = getattr(writing, who, None) or getattr(writing.case, who)
    assert open_as(client, person, writing.address(rest)).status_code == status


@pytest.mark.duty("P23")
def test_not_to_publish_is_kept_with_its_reason(client, writing):
    address = writing.address(WITHHOLD)
    without = send(client, writing.case.bea, address, reason=" ")
    assert without.context["form"].errors["reason"] == ["Say why the reports are not made public"]
    done = send(client, writing.case.bea, address, reason="A trial is to come.")
    assert done.url == writing.address(PAGE)
    page = client.get(done.url).content.decode()
    assert "A trial is to come." in page
    assert "Publish the reports" in page
    with asking(writing.case.bea.pk):
        assert Release.objects.get().outcome == Release.WITHHELD
