"""The public site: a library of reports, and each report and its summary as a page to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from goldenthread.publication.library import shelf
from goldenthread.publication.models import PublishedReport
from goldenthread.publication.services import PublicSection, copy_of


@require_safe
@cache_control(public=True, max_age=300)
def library(request: HttpRequest) -> HttpResponse:
    """Every published report, newest first; searched in titles, Boards and words, of which none is shown."""
    shown = shelf(
        wanted=request.GET.get("search", ""),
        after=request.GET.get("after", ""),
    )
    return render(request, "publication/library.html", {"shelf": shown})


@require_safe
@cache_control(public=True, max_age=300)
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """One report, whole: the summary first, then the report; or the notice of a withdrawn one."""
    published = _published(slug)
    words = {"report": published, "publisher": published.board}
    if published.withdrawn_on:
        return render(request, "publication/withdrawn.html", words, status=410)
    documents = (
        ("summary", published.summary_name, _written(published.summary)),
        ("report", published.overview_name, _written(published.sections)),
    )
    return render(request, "publication/report.html", words | {"documents": documents})


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether the site can answer: for whoever watches over it."""
    PublishedReport.objects.exists()
    return HttpResponse("ready", content_type="text/plain")


def _written(sections: list[dict[str, str]]) -> list[PublicSection]:
    return [section for section in copy_of(sections) if section.text.strip()]


def _published(slug: str) -> PublishedReport:
    found = PublishedReport.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    return found
