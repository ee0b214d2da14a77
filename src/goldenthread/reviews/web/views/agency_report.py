"""Agency reports: how far each has come, one's own draft, submissions, the panel's answer (P12)."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from goldenthread.domain.duties import Duty
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import agency_report as queries
from goldenthread.reviews.services import agency_report as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.agency_report import VerdictForm
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.views.writing import write
from goldenthread.reviews.web.who_reads import who_reads_of_agency, who_reads_once_shared

if TYPE_CHECKING:
    from goldenthread.reviews.models import Contribution


@review_page("Agency reports", material=Material.AGENCY_REPORT, duties=(Duty.P11, Duty.P12))
def reports(request: ReviewRequest) -> HttpResponse:
    """Every agency that was asked for a report, and how far it has come."""
    today = moments.today()
    progress = [(one, one.is_late(today)) for one in queries.progress(request.user, request.review)]
    return show(request, "agency_report/reports.html", {"progress": progress})


@review_page("An agency’s own report", material=Material.AGENCY_REPORT, duties=(Duty.P12, Duty.P27))
def report(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """The agency's own draft, and submitting it to the panel. Only its own people see this."""
    contribution = _own_contribution(request, agency_key)
    agency = contribution.agency
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.submit(request.review, agency, by=request.user)):
            messages.success(request, "The report is with the panel.")
            return redirect("agency_reports", reference=request.review.reference)
    draft = queries.draft(request.user, request.review, agency)
    submissions = list(queries.submissions(request.user, request.review, agency))
    return show(
        request,
        "agency_report/report.html",
        {
            "contribution": contribution,
            "who_sees": _readers_of_a_draft(agency.name),
            "draft": draft,
            "written": sum(1 for part in draft if part.text.strip()),
            "form": form,
            "writes": queries.writes_for(request.user, request.review, agency),
            "late": contribution.due_on < moments.today(),
            "may_submit": queries.may_submit(request.user, request.review, contribution),
            "submissions": [(one, queries.verdict_on(request.user, one)) for one in submissions],
        },
    )


@review_page(
    "Write a section of an agency’s report", material=Material.AGENCY_REPORT, duties=(Duty.P12,)
)
def section(request: ReviewRequest, agency_key: str, key: str) -> HttpResponse:
    """Write one section of the agency's own draft."""
    contribution = _own_contribution(request, agency_key)
    agency = contribution.agency
    draft = queries.draft(request.user, request.review, agency)
    keys = [part.outline.key for part in draft]
    if key not in keys:
        raise Http404
    at = keys.index(key)
    own = (request.review.reference, agency_key)
    return write(
        request,
        "agency_report/section.html",
        section=draft[at],
        who_sees=_readers_of_a_draft(agency.name),
        save=lambda **words: services.write_section(
            request.review, agency, key, by=request.user, **words
        ),
        back=reverse("agency_report", args=own),
        onward=reverse("agency_report_section", args=(*own, keys[at + 1]))
        if keys[at + 1 :]
        else "",
        context={
            "contribution": contribution,
            "may_write": queries.writes_for(request.user, request.review, agency)
            and queries.may_write(request.review, contribution),
        },
    )


@review_page(
    "An agency’s report as submitted", material=Material.AGENCY_REPORT, duties=(Duty.P10, Duty.P12)
)
def submitted(request: ReviewRequest, agency_key: str, number: int) -> HttpResponse:
    """One submission as it stood, and the panel's answer to it."""
    contribution = queries.contribution_of(request.user, request.review, agency_key)
    if contribution is None:
        raise Http404
    found = queries.submissions(request.user, request.review, contribution.agency)
    submission = found.filter(number=number).first()
    if submission is None:
        raise Http404
    request.agency_shown = submission.agency_id
    form = VerdictForm(posted(request), agency=contribution.agency.name)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        if attempt(form, lambda: services.decide(submission, by=request.user, **words)):
            messages.success(request, "The panel’s answer is with the agency.")
            return redirect("agency_reports", reference=request.review.reference)
    return show(
        request,
        "agency_report/submitted.html",
        {
            "submission": submission,
            "verdict": queries.verdict_on(request.user, submission),
            "may_decide": request.parts.may(Permission.OVERSEE)
            and queries.may_decide(request.user, submission),
            "form": form,
        },
    )


def _own_contribution(request: ReviewRequest, agency_key: str) -> "Contribution":
    contribution = queries.contribution_of(request.user, request.review, agency_key)
    if contribution is None:
        raise Http404
    if contribution.agency_id not in queries.agencies_whose_draft_is_read(request.parts):
        raise PermissionDenied
    request.agency_shown = contribution.agency_id
    return contribution


def _readers_of_a_draft(agency: str) -> str:
    material = Material.AGENCY_REPORT
    return f"{who_reads_of_agency(material, agency)}; once it is submitted, also {who_reads_once_shared(material)}"


urlpatterns = [
    path("agency-reports/", reports, name="agency_reports"),
    path("agency-reports/<slug:agency_key>/", report, name="agency_report"),
    path(
        "agency-reports/<slug:agency_key>/submitted/<int:number>/",
        submitted,
        name="agency_report_submitted",
    ),
    path("agency-reports/<slug:agency_key>/<slug:key>/", section, name="agency_report_section"),
]
