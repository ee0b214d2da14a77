"""An agency writes its report, submits it, and is answered by the panel (P12)."""

import pytest
from tests.deciding import refusal
from tests.writing import at_evidence, kept_for_a_module, rest_at, submitted, write_report

from goldenthread.audit.models import Record
from goldenthread.domain.process import Stage
from goldenthread.reviews.models import Contribution, ReportSection, ReportVerdict, SubmittedReport
from goldenthread.reviews.queries import agency_report as queries
from goldenthread.reviews.services import agency_report as services
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


def write(writing, *, by, key="summary", text="We visited twice.", version=0):
    with asking(by.pk):
        return services.write_section(
            writing.case.review, by.employer, key, text=text, version=version, by=by
        )


def answer(writing, submission, verdict="accepted", comment="", by=None):
    by = by or writing.case.ida
    with asking(by.pk):
        return services.decide(submission, verdict=verdict, comment=comment, by=by)


@pytest.mark.duty("P12")
def test_a_section_is_kept_and_its_version_goes_up(writing):
    ned = writing.case.ned
    first = write(writing, by=ned)
    again = write(writing, by=ned, text=" Three times. ", version=1)
    assert (first.pk, first.text, first.version) == (again.pk, "We visited twice.", 1)
    assert (again.text, again.version, again.written_by) == ("Three times.", 2, ned)
    with asking(ned.pk):
        kept = Record.objects.filter(verb="agency_report.written").values_list("fields", flat=True)
        assert list(kept) == [["summary"], ["summary"]]


def test_two_people_never_overwrite_each_other(writing):
    ned = writing.case.ned
    write(writing, by=ned, text="The first text.")
    with pytest.raises(WrittenMeanwhile) as caught:
        write(writing, by=ned, text="The second text.", version=0)
    assert (caught.value.text, caught.value.version) == ("The first text.", 1)
    assert caught.value.reason.startswith("Ned Beat saved this section while you were writing.")
    with asking(ned.pk):
        assert ReportSection.objects.get().text == "The first text."


def test_a_refused_first_save_leaves_nothing_behind(writing):
    ned = writing.case.ned
    assert refusal(lambda: write(writing, by=ned, version=3)).startswith("Ned Beat saved")
    assert refusal(lambda: write(writing, by=ned, key="blame")) == (
        "The report has no such section."
    )
    with asking(ned.pk):
        assert ReportSection.objects.count() == 0


@pytest.mark.parametrize("who", ["wyn", "art", "pam"])
def test_nobody_writes_for_another_agency_and_the_senior_officer_writes_none(writing, who):
    person = getattr(writing, who)
    with asking(person.pk):
        reason = refusal(
            lambda: services.write_section(
                writing.case.review, writing.case.police, "summary", text="x", version=0, by=person
            )
        )
    assert reason in (
        "You can do this for your own agency only.",
        "Your part in this review does not include this.",
    )


def test_a_report_is_begun_when_the_panel_asks(writing):
    rest_at(writing, Stage.PANEL)
    reason = refusal(lambda: write(writing, by=writing.case.ned))
    assert reason.startswith("Agencies bring their evidence once the panel has asked")


def test_after_evidence_the_report_is_no_longer_written(writing):
    rest_at(writing, Stage.SYNTHESIS)
    reason = refusal(lambda: write(writing, by=writing.case.ned))
    assert reason.endswith("until it hands over to the author of the final report.")


@pytest.mark.duty("P12", "P27")
def test_a_report_is_submitted_only_whole_good_practice_among_it(writing):
    ned = writing.case.ned
    for key in ("summary", "involvement", "decisions", "adherence", "lessons", "recommendations"):
        write(writing, by=ned, key=key)
    with asking(ned.pk):
        asked = Contribution.objects.get(agency=ned.employer)
        assert queries.may_submit(ned, writing.case.review, asked).reason == (
            "Nothing is written yet under “Good practice”."
        )
        assert (
            refusal(lambda: services.submit(writing.case.review, ned.employer, by=ned))
            == "Nothing is written yet under “Good practice”."
        )


@pytest.mark.duty("P12")
def test_what_is_submitted_is_frozen_and_the_panel_reads_that_and_no_draft(writing):
    submission = submitted(writing)
    headings = [part.heading for part in writing.case.review.type.agency_report_outline]
    assert [section["heading"] for section in submission.sections] == headings
    pam, ned = writing.pam, writing.case.ned
    with asking(pam.pk):
        assert list(SubmittedReport.objects.visible_to(pam)) == [submission]
        assert not ReportSection.objects.visible_to(pam).exists()
        assert not ReportSection.objects.exists()  # the second wall alone
    reason = refusal(lambda: write(writing, by=ned, version=1))
    assert reason.startswith("The report has been submitted.")


def test_another_agencys_author_sees_that_a_report_is_with_the_panel_and_none_of_it(writing):
    submitted(writing)
    wyn = writing.wyn
    with asking(wyn.pk):
        seen = [
            (str(one.contribution.agency), one.status, one.submissions, one.is_own)
            for one in queries.progress(wyn, writing.case.review)
        ]
        assert not SubmittedReport.objects.exists()
    assert seen == [("Health", "Not submitted", (), True), ("Police", "With the panel", (), False)]


@pytest.mark.duty("P10", "P12")
def test_the_panel_chair_accepts_a_submission_once(writing):
    submission = submitted(writing)
    given = answer(writing, submission)
    assert (given.verdict, given.comment, given.given_by) == ("accepted", "", writing.case.ida)
    with asking(writing.case.ida.pk):
        assert Contribution.objects.get(agency=submission.agency).report_accepted_at is not None
    reason = refusal(lambda: answer(writing, submission, "returned", "Say more."))
    assert reason == "The panel has already answered this submission."


@pytest.mark.duty("P12")
def test_a_returned_report_is_written_again_and_submitted_again(writing):
    first = submitted(writing)
    assert refusal(lambda: answer(writing, first, "returned", " ")) == (
        "Say what the agency should change."
    )
    answer(writing, first, "returned", "1. Say who saw the child.")
    ned = writing.case.ned
    write(writing, by=ned, text="PC Oaks saw the child.", version=1)
    with asking(ned.pk):
        second = services.submit(writing.case.review, ned.employer, by=ned)
        assert ReportVerdict.objects.visible_to(ned).get().comment == "1. Say who saw the child."
    assert (second.number, second.sections[0]["text"]) == (2, "PC Oaks saw the child.")
    with asking(ned.pk):
        assert SubmittedReport.objects.get(number=1).sections[0]["text"] == "We visited."


@pytest.mark.parametrize("who", ["bea", "cher", "otto"])
def test_only_the_panel_chair_answers_for_the_panel(writing, who):
    submission = submitted(writing)
    person = getattr(writing.case, who)
    assert refusal(lambda: answer(writing, submission, by=person)) == (
        "Your part in this review does not include this."
    )


def test_the_record_of_a_section_names_its_key_and_no_word_of_it(writing):
    write_report(writing, writing.case.health, by=writing.wyn, text="Fenwick family seen.")
    with asking(writing.wyn.pk):
        for record in Record.objects.filter(verb="agency_report.written"):
            assert "Fenwick" not in repr(record.__dict__)
