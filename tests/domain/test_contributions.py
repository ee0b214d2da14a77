"""What an agency brings, and when it may (P7, P12, P27)."""

import pytest

from goldenthread.domain.answers import YES
from goldenthread.domain.contributions import (
    may_answer_scoping,
    may_bring_file,
    may_decide_on_report,
    may_record_securing,
    may_return_report,
    may_submit_chronology,
    may_submit_report,
    may_tell_to_secure,
    may_write_overview,
    may_write_report,
)
from goldenthread.domain.process import Stage

NOT_EVIDENCE = [stage for stage in Stage if stage is not Stage.EVIDENCE]


@pytest.mark.duty("P7")
def test_an_agency_that_was_asked_may_answer_until_the_case_is_closed():
    answers = {
        stage: may_answer_scoping(stage=stage, asked=True, answered=False) for stage in Stage
    }
    assert [stage for stage in Stage if not answers[stage]] == [Stage.CLOSED]
    assert answers[Stage.CLOSED].reason == (
        "The case is closed. Tell the business manager what has come to light."
    )


@pytest.mark.duty("P7")
def test_an_answer_is_changed_only_while_the_case_is_in_scoping():
    may = [stage for stage in Stage if may_answer_scoping(stage=stage, asked=True, answered=True)]
    assert may == [Stage.SCOPING]


def test_an_agency_that_was_not_asked_has_nothing_to_answer():
    answer = may_answer_scoping(stage=Stage.SCOPING, asked=False, answered=False)
    assert answer.reason == "Your agency has not been asked about this case."


@pytest.mark.parametrize("stage", NOT_EVIDENCE)
def test_evidence_is_brought_only_while_it_is_open(stage):
    reasons = {
        may_bring_file(stage=stage, asked=True, submitted=False).reason,
        may_write_report(stage=stage, asked=True, submitted=False).reason,
    }
    assert reasons == {
        "Agencies bring their evidence once the panel has asked them to begin, and until it hands over to the author of the final report."
    }


def chronology(**changes):
    facts = {
        "stage": Stage.EVIDENCE,
        "asked": True,
        "submitted": False,
        "files_read": 1,
        "files_waiting": 0,
        "entries": 12,
    }
    return may_submit_chronology(**facts | changes)


@pytest.mark.duty("P12")
def test_a_chronology_that_was_read_is_submitted():
    assert chronology() is YES


@pytest.mark.duty("P12")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"asked": False}, "Your agency has not been asked for a chronology."),
        (
            {"submitted": True},
            "The chronology has been submitted, so its files can no longer be changed.",
        ),
        (
            {"files_waiting": 1},
            "A file is still being read. Wait until it is done, then submit.",
        ),
        ({"files_read": 0}, "Upload the agency’s chronology first."),
        (
            {"entries": 0},
            "No entry was found in the files. Check that the table has a date and an event on each row, and upload it again.",
        ),
    ],
)
def test_a_chronology_is_not_submitted_with_something_missing(changes, reason):
    assert chronology(**changes).reason == reason


def report(**changes):
    facts = {"stage": Stage.EVIDENCE, "asked": True, "submitted": False, "empty_sections": ()}
    return may_submit_report(**facts | changes)


@pytest.mark.duty("P12", "P27")
def test_a_report_is_submitted_when_every_section_is_written():
    assert report() is YES
    assert (
        report(empty_sections=["Good practice"]).reason
        == "Nothing is written yet under “Good practice”."
    )
    assert (
        report(empty_sections=["Analysis", "Good practice", "Lessons"]).reason
        == "Nothing is written yet under “Analysis”, “Good practice” and “Lessons”."
    )


def test_a_report_is_submitted_once_and_only_when_asked_for():
    assert report(asked=False).reason == "Your agency has not been asked for a report."
    assert report(submitted=True).reason == (
        "The report has been submitted. It can be changed again if the panel returns it."
    )


@pytest.mark.duty("P10", "P12")
def test_the_panel_answers_each_submission_once():
    assert may_decide_on_report(submitted=True, decided=False) is YES
    for decided in (False, True):
        answer = may_decide_on_report(submitted=False, decided=decided)
        assert answer.reason == "The agency has not submitted its report yet."
    assert may_decide_on_report(submitted=True, decided=True).reason == (
        "The panel has already answered this submission."
    )


@pytest.mark.duty("P12")
def test_a_report_goes_back_with_words_that_say_what_to_change():
    assert may_return_report(submitted=True, decided=False, comment="Say why.") is YES
    blank = may_return_report(submitted=True, decided=False, comment="  ")
    assert blank.reason == "Say what the agency should change."
    again = may_return_report(submitted=True, decided=True, comment="Say why.")
    assert again == may_decide_on_report(submitted=True, decided=True)


@pytest.mark.duty("P13")
def test_the_overview_is_written_from_the_evidence_until_it_goes_to_the_board():
    may = [stage for stage in Stage if may_write_overview(stage=stage)]
    assert may == [Stage.EVIDENCE, Stage.SYNTHESIS]
    assert may_write_overview(stage=Stage.PANEL).reason == (
        "The reports are begun once the panel has asked the agencies to begin."
    )
    assert may_write_overview(stage=Stage.SIGN_OFF).reason == (
        "The reports have been put forward for approval, so they can no longer be changed."
    )


@pytest.mark.duty("P7")
def test_records_are_secured_as_soon_as_a_review_might_happen():
    told = [stage for stage in Stage if may_tell_to_secure(stage=stage)]
    assert told == [
        Stage.REFERRAL,
        Stage.SCOPING,
        Stage.JUDGEMENT,
        Stage.DECISION,
        Stage.PANEL,
        Stage.EVIDENCE,
    ]
    assert may_tell_to_secure(stage=Stage.SYNTHESIS).reason == (
        "The case has gone on, so no more agencies are told to secure their records."
    )


@pytest.mark.duty("P7")
def test_an_agency_that_was_told_says_when_its_records_were_secured():
    assert may_record_securing(stage=Stage.JUDGEMENT, told=True) is YES
    assert "has not been asked" in may_record_securing(stage=Stage.REFERRAL, told=False).reason
    assert "closed" in may_record_securing(stage=Stage.CLOSED, told=True).reason
