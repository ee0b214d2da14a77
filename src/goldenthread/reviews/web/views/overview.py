"""The overview report and the executive summary: written section by section, read with labels on (P13)."""

from django.http import Http404, HttpResponse
from django.urls import path, reverse

from goldenthread.domain.contributions import may_write_overview
from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries import overview as queries
from goldenthread.reviews.queries import release as releases
from goldenthread.reviews.services import overview as services
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.views.writing import write
from goldenthread.reviews.web.who_reads import who_reads


@review_page("The final report", material=Material.OVERVIEW, duties=(Duty.P13, Duty.P27))
def overview(request: ReviewRequest) -> HttpResponse:
    """Both documents, section by section, and how much of each is written."""
    return show(
        request,
        "overview/overview.html",
        {
            "documents": queries.documents(request.user, request.review),
            "may": request.parts.may(Permission.WRITE_OVERVIEW),
            "may_write": request.parts.may(Permission.WRITE_OVERVIEW)
            and may_write_overview(stage=Stage(request.review.stage)),
            "readers": who_reads(Material.OVERVIEW),
            "sees_labelled": request.parts.see(Material.RELEASE),
        },
    )


@review_page("Write a section of the overview", material=Material.OVERVIEW, duties=(Duty.P13,))
def section(request: ReviewRequest, document: str, key: str) -> HttpResponse:
    """Write one section, or read it when it is not this person's to write."""
    order = [
        part for one in queries.documents(request.user, request.review) for part in one.sections
    ]
    places = [(part.document, part.outline.key) for part in order]
    if (document, key) not in places:
        raise Http404
    at = places.index((document, key))
    onward = places[at + 1] if places[at + 1 :] else None
    reference = request.review.reference
    return write(
        request,
        "overview/section.html",
        section=order[at],
        who_sees=who_reads(Material.OVERVIEW),
        save=lambda **words: services.write_section(
            request.review, document, key, by=request.user, **words
        ),
        back=reverse("overview", args=(reference,)),
        onward=reverse("overview_section", args=(reference, *onward)) if onward else "",
        context={
            "may_write": request.parts.may(Permission.WRITE_OVERVIEW)
            and may_write_overview(stage=Stage(request.review.stage)),
        },
    )


@review_page("The labelled copy", material=Material.RELEASE, duties=(Duty.P13, Duty.P22))
def labelled(request: ReviewRequest) -> HttpResponse:
    """Both documents as the public would read them: every name in the register replaced by its label."""
    ready = releases.prepared(request.user, request.review)
    return show(request, "overview/labelled.html", {"ready": ready})


urlpatterns = [
    path("overview/", overview, name="overview"),
    path("overview/labelled/", labelled, name="overview_labelled"),
    path("overview/<slug:document>/<slug:key>/", section, name="overview_section"),
]
