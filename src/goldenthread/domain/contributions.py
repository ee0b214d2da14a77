"""What an agency brings: its answer, its chronology, its report. Each has a life of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.process import Stage


class Form(StrEnum):
    """In which form an agency contributes, as the terms of reference say."""

    FULL_REPORT = "full_report"
    INFORMATION_REPORT = "information_report"
    CHRONOLOGY_ONLY = "chronology_only"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FormDescription:
    """A form in words, for whom it is meant, and what follows from it."""

    name: str
    meant_for: str
    wants_chronology: bool
    wants_report: bool


FORMS: dict[Form, FormDescription] = {
    Form.FULL_REPORT: FormDescription(
        "Chronology and full report",
        "An agency that worked with the child or the family.",
        wants_chronology=True,
        wants_report=True,
    ),
    Form.INFORMATION_REPORT: FormDescription(
        "Short information report",
        "An agency with little involvement: what it did and knew, in brief.",
        wants_chronology=False,
        wants_report=True,
    ),
    Form.CHRONOLOGY_ONLY: FormDescription(
        "Chronology only",
        "An agency whose entries are needed, and whose practice is not looked into.",
        wants_chronology=True,
        wants_report=False,
    ),
    Form.NONE: FormDescription(
        "No contribution",
        "An agency that has nothing to add. The reason is kept.",
        wants_chronology=False,
        wants_report=False,
    ),
}
"""What each form asks of an agency; chronology and report follow from it and are never chosen apart."""

_NOT_OPEN = Answer(
    "Agencies bring their evidence once the panel has asked them to begin, and until it hands over"
    " to the author of the final report."
)


@carries_out(Duty.P7)
def may_answer_scoping(*, stage: Stage, asked: bool, answered: bool) -> Answer:
    """An agency that was asked may answer, also late; it may change its answer while the case is in scoping.

    "No involvement" is an answer like any other. An answer that is still missing is taken at any
    stage before the review is closed: late is better than never.
    """
    if not asked:
        return Answer("Your agency has not been asked about this case.")
    if stage is Stage.CLOSED:
        return Answer("The case is closed. Tell the business manager what has come to light.")
    if answered and stage is not Stage.SCOPING:
        return Answer(
            "The case has gone on, so the answer can no longer be changed."
            " Tell the business manager what has come to light."
        )
    return YES


@carries_out(Duty.P7)
def may_record_securing(*, stage: Stage, told: bool) -> Answer:
    """An agency that was told to secure its records says so at any time before the case is closed."""
    if not told:
        return Answer("Your agency has not been asked to secure its records.")
    if stage is Stage.CLOSED:
        return Answer("The case is closed, so nothing more is recorded about it.")
    return YES


@carries_out(Duty.P7)
def may_tell_to_secure(*, stage: Stage) -> Answer:
    """Records are secured as soon as a review might happen: from the referral until the evidence is in."""
    if stage in (*_ASKED_IN, Stage.REFERRAL):
        return YES
    return Answer("The case has gone on, so no more agencies are told to secure their records.")


_ASKED_IN = (Stage.SCOPING, Stage.JUDGEMENT, Stage.DECISION, Stage.PANEL, Stage.EVIDENCE)


@carries_out(Duty.P7)
def may_ask_further_agencies(*, stage: Stage) -> Answer:
    """Further agencies are asked from scoping until the evidence is in: one may come to light late.

    To be asked opens the case to the agency's people, so nobody is asked once there is nothing to bring.
    """
    if stage is Stage.REFERRAL:
        return Answer("The referral has not been accepted yet.")
    if stage in _ASKED_IN:
        return YES
    return Answer("The case has gone on, so no more agencies are asked.")


@carries_out(Duty.P12)
def may_bring_file(*, stage: Stage, asked: bool, submitted: bool) -> Answer:
    """An agency asked for a chronology brings its files while evidence is open and it has not submitted.

    Once submitted, the chronology is what the panel reads; it does not change under its readers.
    """
    if not asked:
        return Answer("Your agency has not been asked for a chronology.")
    if submitted:
        return Answer("The chronology has been submitted, so its files can no longer be changed.")
    return YES if stage is Stage.EVIDENCE else _NOT_OPEN


@carries_out(Duty.P12)
def may_submit_chronology(
    *, stage: Stage, asked: bool, submitted: bool, files_read: int, files_waiting: int, entries: int
) -> Answer:
    """A chronology is submitted once, when a file has been read and at least one entry understood.

    A file still being read holds it back, so that nothing is left behind. Entries whose date could not
    be understood do not: they are submitted with the reason beside them.
    """
    if not (answer := may_bring_file(stage=stage, asked=asked, submitted=submitted)):
        return answer
    if files_waiting:
        return Answer("A file is still being read. Wait until it is done, then submit.")
    if not files_read:
        return Answer("Upload the agency’s chronology first.")
    if not entries:
        return Answer(
            "No entry was found in the files. Check that the table has a date and an event on each row,"
            " and upload it again."
        )
    return YES


@carries_out(Duty.P12)
def may_write_report(*, stage: Stage, asked: bool, submitted: bool) -> Answer:
    """An agency writes its report while evidence is open, and not while the panel is reading it.

    ``submitted`` is that of the latest submission, unless the panel has returned it.
    """
    if not asked:
        return Answer("Your agency has not been asked for a report.")
    if submitted:
        return Answer(
            "The report has been submitted. It can be changed again if the panel returns it."
        )
    return YES if stage is Stage.EVIDENCE else _NOT_OPEN


@carries_out(Duty.P12, Duty.P27)
def may_submit_report(
    *, stage: Stage, asked: bool, submitted: bool, empty_sections: Sequence[str]
) -> Answer:
    """A report is submitted when every section of its outline is written, good practice among them (P27)."""
    if not (answer := may_write_report(stage=stage, asked=asked, submitted=submitted)):
        return answer
    if empty_sections:
        return Answer(f"Nothing is written yet under {_quoted(empty_sections)}.")
    return YES


@carries_out(Duty.P10, Duty.P12)
def may_decide_on_report(*, submitted: bool, decided: bool) -> Answer:
    """The panel accepts or returns each submission once (P10). Its answer is kept as given."""
    if not submitted:
        return Answer("The agency has not submitted its report yet.")
    if decided:
        return Answer("The panel has already answered this submission.")
    return YES


@carries_out(Duty.P12)
def may_return_report(*, submitted: bool, decided: bool, comment: str) -> Answer:
    """A report goes back only with words that tell its author what to change."""
    if not (answer := may_decide_on_report(submitted=submitted, decided=decided)):
        return answer
    return YES if comment.strip() else Answer("Say what the agency should change.")


@carries_out(Duty.P13)
def may_write_overview(*, stage: Stage) -> Answer:
    """The overview is begun when the agencies begin, and rests while the Board reads it.

    Agencies never see it being written; what they have submitted flows into it.
    """
    if stage in (Stage.EVIDENCE, Stage.SYNTHESIS):
        return YES
    if stage in (Stage.SIGN_OFF, Stage.PUBLICATION, Stage.FOLLOW_UP, Stage.CLOSED):
        return Answer(
            "The reports have been put forward for approval, so they can no longer be changed."
        )
    return Answer("The reports are begun once the panel has asked the agencies to begin.")


def _quoted(headings: Sequence[str]) -> str:
    *first, last = (f"“{heading}”" for heading in headings)
    return f"{', '.join(first)} and {last}" if first else last
