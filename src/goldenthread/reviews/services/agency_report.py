"""Write an agency's report, submit it, and answer it for the panel (P12)."""

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, require
from goldenthread.domain.contributions import may_return_report
from goldenthread.domain.roles import Permission
from goldenthread.reviews import moments
from goldenthread.reviews.models import (
    Contribution,
    ReportSection,
    ReportVerdict,
    Review,
    SubmittedReport,
)
from goldenthread.reviews.queries import agency_report as queries
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service
from goldenthread.reviews.services.written import require_version


@service
def write_section(
    review: Review, agency: Agency, key: str, *, text: str, version: int, by: Person
) -> ReportSection:
    """Save one section of the agency's own draft, begun from this version.

    Raises WrittenMeanwhile when somebody else has saved it since.
    """
    review = steps.locked(review, by=by)
    contribution = _own(review, agency, by=by)
    require(queries.may_write(review, contribution))
    headings = {part.key for part in review.type.agency_report_outline}
    if key not in headings:
        require(Answer("The report has no such section."))
    section, _ = ReportSection.objects.visible_to(by).get_or_create(
        review=review,
        agency=agency,
        key=key,
        defaults={"written_at": moments.now(), "written_by": by},
    )
    require_version(
        kept=section.version, began_from=version, text=section.text, who=section.written_by.name
    )
    section.text = text.strip()
    section.version += 1
    section.written_at = moments.now()
    section.written_by = by
    section.save()
    _record("agency_report.written", review, agency, section.pk, by=by, fields=(key,))
    return section


@service
def submit(review: Review, agency: Agency, *, by: Person) -> SubmittedReport:
    """Submit a frozen copy to the panel. The draft stays the agency's own."""
    review = steps.locked(review, by=by)
    contribution = _own(review, agency, by=by)
    require(queries.may_submit(by, review, contribution))
    earlier = queries.submissions(by, review, agency).first()
    submission = SubmittedReport.objects.create(
        review=review,
        agency=agency,
        shared=True,
        number=earlier.number + 1 if earlier else 1,
        sections=[
            {"key": part.outline.key, "heading": part.outline.heading, "text": part.text}
            for part in queries.draft(by, review, agency)
        ],
        submitted_at=moments.now(),
        submitted_by=by,
    )
    contribution.report_submitted_at = submission.submitted_at
    contribution.save(update_fields=["report_submitted_at"])
    _record("agency_report.submitted", review, agency, submission.pk, by=by)
    return submission


@service
def decide(submission: SubmittedReport, *, verdict: str, comment: str, by: Person) -> ReportVerdict:
    """Accept a submission for the panel, or return it with what to change. Each is answered once."""
    review = steps.locked(submission.review, by=by)
    require(parts_in(by, review).may(Permission.OVERSEE))
    require(queries.may_decide(by, submission))
    accepts = verdict == SubmittedReport.ACCEPTED
    if not accepts:
        require(may_return_report(submitted=True, decided=False, comment=comment))
    given = ReportVerdict.objects.create(
        review=review,
        agency=submission.agency,
        submission=submission,
        verdict=SubmittedReport.ACCEPTED if accepts else SubmittedReport.RETURNED,
        comment=comment.strip(),
        given_at=moments.now(),
        given_by=by,
    )
    contribution = Contribution.objects.visible_to(by).get(review=review, agency=submission.agency)
    contribution.report_accepted_at = given.given_at if accepts else None
    contribution.report_submitted_at = contribution.report_submitted_at if accepts else None
    contribution.save(update_fields=["report_accepted_at", "report_submitted_at"])
    _record("agency_report.answered", review, submission.agency, given.pk, by=by)
    return given


def _own(review: Review, agency: Agency, *, by: Person) -> Contribution:
    require(queries.writes_for(by, review, agency))
    return (
        Contribution.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .select_related("agency")
        .get(review=review, agency=agency)
    )


def _record(
    verb: str,
    review: Review,
    agency: Agency,
    subject_id: int,
    *,
    by: Person,
    fields: tuple[str, ...] = (),
) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="agency_report",
        subject_id=subject_id,
        review_id=review.pk,
        agency_id=agency.pk,
        fields=fields,
    )
