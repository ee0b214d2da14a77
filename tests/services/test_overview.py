"""The overview report and the executive summary are written section by section (P13)."""

import pytest
from tests.deciding import refusal
from tests.writing import at_evidence, kept_for_a_module, rest_at

from goldenthread.audit.models import Record
from goldenthread.domain.process import Stage
from goldenthread.reviews.models import OverviewSection
from goldenthread.reviews.queries import overview as queries
from goldenthread.reviews.services import overview as services
from goldenthread.reviews.services.written import WrittenMeanwhile
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def evidence(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_evidence) as built:
        yield built


@pytest.fixture
def writing(evidence):
    return evidence.afresh()


def write(writing, *, document="overview", key="facts", text="It rained.", version=0, by=None):
    by = by or writing.case.otto
    with asking(by.pk):
        return services.write_section(
            writing.case.review, document, key, text=text, version=version, by=by
        )


@pytest.mark.duty("P13")
def test_both_documents_are_written_and_read_in_the_order_of_their_outlines(writing):
    write(writing, text=" It rained.\n")
    write(writing, document="summary", key="facts", text="Rain.")
    pam = writing.pam
    with asking(pam.pk):
        overview, summary = queries.documents(pam, writing.case.review)
    assert (overview.name, overview.written, len(overview.sections)) == ("Overview Report", 1, 7)
    assert (summary.name, summary.written, len(summary.sections)) == ("Executive Summary", 1, 3)
    assert [section.text for section in summary.sections] == ["", "Rain.", ""]
    assert overview.sections[1].text == "It rained."


def test_a_save_that_began_from_an_older_version_shows_the_newer_one(writing):
    write(writing, text="Old.")
    write(writing, text="New.", version=1)
    with pytest.raises(WrittenMeanwhile) as caught:
        write(writing, text="Mine.", version=1)
    assert (caught.value.text, caught.value.version) == ("New.", 2)


@pytest.mark.parametrize(("document", "key"), [("overview", "blame"), ("diary", "facts")])
def test_there_is_no_other_section(writing, document, key):
    reason = refusal(lambda: write(writing, document=document, key=key))
    assert reason == "The report has no such section."


@pytest.mark.parametrize("who", ["bea", "cher", "ida"])
def test_only_the_overview_author_writes(writing, who):
    reason = refusal(lambda: write(writing, by=getattr(writing.case, who)))
    assert reason == "Your part in this review does not include this."


@pytest.mark.duty("P13")
@pytest.mark.parametrize(
    ("stage", "reason"),
    [
        (Stage.PANEL, "The reports are begun once the panel has asked the agencies to begin."),
        (
            Stage.SIGN_OFF,
            "The reports have been put forward for approval, so they can no longer be changed.",
        ),
    ],
)
def test_they_are_begun_with_the_evidence_and_rest_before_the_board(writing, stage, reason):
    rest_at(writing, stage)
    assert refusal(lambda: write(writing)) == reason


def test_an_agency_never_sees_them_being_written(writing):
    write(writing)
    for person in (writing.case.ned, writing.art):
        with asking(person.pk):
            assert not OverviewSection.objects.visible_to(person).exists()
            assert not OverviewSection.objects.exists()  # the second wall alone


def test_the_trail_keeps_which_section_and_no_word_of_it(writing):
    write(writing, text="Amber Fenwick was six.")
    with asking(writing.case.otto.pk):
        record = Record.objects.get(verb="overview.written")
    assert record.fields == ["overview", "facts"]
    assert "Fenwick" not in repr(record.__dict__)
