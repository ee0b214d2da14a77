"""Publication: read the labelled copy, answer what is open, then publish or withhold (P22, P23)."""

from django.conf import settings  # noqa: TID251 (where the public site is, for a link)
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from goldenthread.domain.duties import Duty
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries import release as queries
from goldenthread.reviews.queries.proceedings import holds_publication
from goldenthread.reviews.services import release as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.release import PublishForm, WithholdForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show


@review_page(
    "Publication", material=Material.RELEASE, duties=(Duty.P6, Duty.P22, Duty.P23, Duty.P27)
)
def release(request: ReviewRequest) -> HttpResponse:
    """The copy as the public would read it, and what still stands in its way."""
    ready = queries.prepared(request.user, request.review)
    form = PublishForm(posted(request), initial={"read": ready.copy.digest})
    if request.method == "POST" and form.is_valid():
        read = form.cleaned_data["read"]
        if attempt(form, lambda: services.publish(request.review, read=read, by=request.user)):
            messages.success(request, "The reports are on the public site.")
            return redirect("release", reference=request.review.reference)
    if form.is_bound:
        form.show_again(ready.copy.digest)
    may = request.parts.may(Permission.PUBLISH)
    is_out = queries.is_published(request.user, request.review)
    return show(
        request,
        "release/release.html",
        {
            "ready": ready,
            "form": form,
            "may_publish": may and queries.may_publish(request.user, request.review, ready),
            "may": may,
            "held": "" if is_out else holds_publication(request.user, request.review).reason,
            "may_withhold": may and queries.may_be_withheld(request.user, request.review),
            "public_site": getattr(settings, "PUBLIC_ADDRESS", ""),
            "releases": [
                (one, _public_address(queries.slug_on_public_site(one)))
                for one in queries.releases(request.user, request.review)
            ],
        },
    )


@review_page("Withhold the reports", material=Material.RELEASE, duties=(Duty.P23,), is_read=False)
def withhold(request: ReviewRequest) -> HttpResponse:
    """Not to publish is an outcome too, with its reason."""
    form = WithholdForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: services.withhold(request.review, reason=reason, by=request.user)):
            messages.success(request, "It is recorded that the reports are not made public.")
            return redirect("release", reference=request.review.reference)
    may = request.parts.may(Permission.PUBLISH)
    may_withhold = may and queries.may_be_withheld(request.user, request.review)
    return show(request, "release/withhold.html", {"form": form, "may_withhold": may_withhold})


def _public_address(slug: str) -> str:
    """Where on the public site it is read; "" for what was never published."""
    if not slug:
        return ""
    return reverse("published_report", args=(slug,), urlconf="goldenthread.publication.urls")


urlpatterns = [
    path("publication/", release, name="release"),
    path("publication/withhold/", withhold, name="release_withhold"),
]
