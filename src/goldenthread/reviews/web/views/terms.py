"""The terms of reference: read them, write the next version, approve it (P10)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import terms as queries
from goldenthread.reviews.services import terms as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.terms import ApproveForm, TermsForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show


@review_page("The terms of reference", material=Material.TERMS, duties=(Duty.P10,))
def terms(request: ReviewRequest) -> HttpResponse:
    """The terms in force, the version in the making for those who read it, and the versions before."""
    in_force = queries.terms_in_force(request.user, request.review)
    making = queries.terms_in_the_making(request.user, request.review)
    versions = queries.terms_versions(request.user, request.review)
    return show(
        request,
        "terms/terms.html",
        {
            "in_force": in_force,
            "making": making,
            "earlier": [one for one in versions if one not in (in_force, making)],
            "may_write": queries.may_write_terms(request.user, request.review),
            "may_approve": making
            and queries.may_approve_terms(request.user, request.review, making),
        },
    )


@review_page("Write the terms of reference", material=Material.TERMS, duties=(Duty.P10,))
def write(request: ReviewRequest) -> HttpResponse:
    """Write the version in the making, or begin the next from the one in force."""
    require(queries.may_write_terms(request.user, request.review))
    making = queries.terms_in_the_making(request.user, request.review)
    begun_from = making or queries.terms_in_force(request.user, request.review)
    form = TermsForm(posted(request), today=moments.today(), terms=begun_from)
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.write(request.review, by=request.user, **form.terms())):
            messages.success(request, "The terms are saved. They are in force once approved.")
            return redirect("terms", reference=request.review.reference)
    return show(
        request,
        "terms/write.html",
        {"form": form, "making": making, "begun_from": begun_from},
    )


@review_page("Approve the terms of reference", material=Material.TERMS, duties=(Duty.P10,))
def approve(request: ReviewRequest) -> HttpResponse:
    """The version in the making, whole; then the Chair's approval."""
    making = queries.terms_in_the_making(request.user, request.review)
    if making is None:
        raise Http404
    may_approve = queries.may_approve_terms(request.user, request.review, making)
    form = ApproveForm(posted(request), terms=making)
    if request.method == "POST":
        require(may_approve)
        if form.is_valid():
            approved = attempt(form, lambda: services.approve(making, by=request.user))
            if approved:
                messages.success(request, f"Version {approved.version} of the terms is in force.")
                return redirect("terms", reference=request.review.reference)
    return show(
        request,
        "terms/approve.html",
        {"form": form, "making": making, "why_not": may_approve.reason},
    )


urlpatterns = [
    path("terms/", terms, name="terms"),
    path("terms/write/", write, name="terms_write"),
    path("terms/approve/", approve, name="terms_approve"),
]
