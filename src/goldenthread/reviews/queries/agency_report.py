"""An agency's report: its own draft for its own people, its submissions for the panel (P12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.contributions import (
    Form,
    may_decide_on_report,
    may_submit_report,
    may_write_report,
)
from goldenthread.domain.outlines import OutlineSection
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.reviews.models import (
    Contribution,
    ReportSection,
    ReportVerdict,
    Review,
    SubmittedReport,
)
from goldenthread.reviews.queries.parts import Parts, parts_in


@dataclass(frozen=True, slots=True)
class Drafted:
    """One section of the outline and what has been written of it."""

    outline: OutlineSection
    written: ReportSection | None

    @property
    def text(self) -> str:
        """What is written, or nothing."""
        return self.written.text if self.written else ""

    @property
    def version(self) -> int:
        """The version that a writer begins from; 0 for a section never saved."""
        return self.written.version if self.written else 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one agency's report has come, for everybody on the panel."""

    contribution: Contribution
    submissions: tuple[SubmittedReport, ...]
    is_own: bool

    @property
    def status(self) -> str:
        """In words. That a report was returned is known to those who may read its submissions."""
        if self.contribution.report_accepted_at:
            return "Accepted"
        if self.contribution.report_submitted_at:
            return "With the panel"
        return "Returned" if self.submissions else "Not submitted"

    def is_late(self, today: date) -> bool:
        """Whether the panel still waits for it after the day it was due."""
        waits = self.contribution.report_submitted_at is None
        return waits and self.contribution.due_on < today


def progress(person: Person, review: Review) -> Iterator[Progress]:
    """Every agency asked for a report, with the submissions that this person may read."""
    own = agencies_whose_draft_is_read(parts_in(person, review))
    submissions: dict[int, list[SubmittedReport]] = {}
    for one in SubmittedReport.objects.visible_to(person).filter(review=review):
        submissions.setdefault(one.agency_id, []).append(one)
    asked = Contribution.objects.visible_to(person).filter(review=review, wants_report=True)
    for contribution in asked.select_related("agency"):
        yield Progress(
            contribution=contribution,
            submissions=tuple(submissions.get(contribution.agency_id, ())),
            is_own=contribution.agency_id in own,
        )


def agencies_whose_draft_is_read(parts: Parts) -> frozenset[int]:
    """The agencies whose report these parts may read while it is written: their author's, their officer's."""
    return parts.agencies(Permission.WRITE_AGENCY_REPORT) | parts.agencies(
        Permission.ACCEPT_FOR_AGENCY
    )


def contribution_of(person: Person, review: Review, agency_key: str) -> Contribution | None:
    """What one agency was asked for, if it was asked and the person may know."""
    asked = Contribution.objects.visible_to(person).filter(review=review, agency__key=agency_key)
    return asked.select_related("agency").first()


def draft(person: Person, review: Review, agency: Agency) -> list[Drafted]:
    """The agency's draft, section by section; nothing is written in it for anybody of another agency.

    A short information report holds only some of the sections.
    """
    asked = Contribution.objects.visible_to(person).filter(review=review, agency=agency).first()
    form = Form(asked.form) if asked else Form.FULL_REPORT
    written = {
        section.key: section
        for section in ReportSection.objects.visible_to(person)
        .filter(review=review, agency=agency)
        .select_related("written_by")
    }
    return [
        Drafted(outline, written.get(outline.key)) for outline in review.type.report_outline(form)
    ]


def writes_for(person: Person, review: Review, agency: Agency) -> Answer:
    """Whether the person writes this agency's report."""
    return parts_in(person, review).may(Permission.WRITE_AGENCY_REPORT, agency_id=agency.pk)


def may_write(review: Review, contribution: Contribution) -> Answer:
    """Whether the report can be written now."""
    return may_write_report(
        stage=Stage(review.stage),
        asked=contribution.wants_report,
        submitted=contribution.report_submitted_at is not None,
    )


def may_submit(person: Person, review: Review, contribution: Contribution) -> Answer:
    """Whether the report can be submitted now, and what is missing."""
    empty = [
        part.outline.heading
        for part in draft(person, review, contribution.agency)
        if not part.text.strip()
    ]
    return may_submit_report(
        stage=Stage(review.stage),
        asked=contribution.wants_report,
        submitted=contribution.report_submitted_at is not None,
        empty_sections=empty,
    )


def submissions(person: Person, review: Review, agency: Agency) -> QuerySet[SubmittedReport]:
    """The agency's submissions that this person may read, newest first."""
    return (
        SubmittedReport.objects.visible_to(person)
        .filter(review=review, agency=agency)
        .select_related("agency", "submitted_by")
    )


def verdict_on(person: Person, submission: SubmittedReport) -> ReportVerdict | None:
    """What the panel said to a submission, if it has spoken."""
    return ReportVerdict.objects.visible_to(person).filter(submission=submission).first()


def may_decide(person: Person, submission: SubmittedReport) -> Answer:
    """Whether a submission can be accepted or returned now."""
    return may_decide_on_report(submitted=True, decided=verdict_on(person, submission) is not None)
