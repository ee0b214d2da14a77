"""The public site: a library of reports, and each report and its summary as a page to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from goldenthread.publication.models import PublishedReport
from goldenthread.publication.services import copy_of

LONGEST_SEARCH = 100
"""Characters of a search; what is longer is cut, not refused."""


@require_safe
@cache_control(public=True, max_age=300)
def library(request: HttpRequest) -> HttpResponse:
    """Every published report, newest first; with a search in titles and Boards."""
    wanted = request.GET.get("search", "").replace("\x00", "").strip()[:LONGEST_SEARCH]
    reports = PublishedReport.objects.filter(withdrawn_on=None)
    if wanted:
        reports = reports.filter(title__icontains=wanted) | reports.filter(board__icontains=wanted)
    return render(request, "publication/library.html", {"reports": reports, "wanted": wanted})


@require_safe
@cache_control(public=True, max_age=300)
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """One report, whole: the summary first, then the report; or the notice of a withdrawn one."""
    published = _published(slug)
    if published.withdrawn_on:
        return render(request, "publication/withdrawn.html", {"report": published}, status=410)
    return render(
        request,
        "publication/report.html",
        {
            "report": published,
            "sections": copy_of(published.sections),
            "summary": copy_of(published.summary),
        },
    )


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether the site can answer: for whoever watches over it."""
    PublishedReport.objects.exists()
    return HttpResponse("ready", content_type="text/plain")


def _published(slug: str) -> PublishedReport:
    found = PublishedReport.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    return found
