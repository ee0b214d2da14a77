"""Close a referral that was withdrawn or is a duplicate, and take it up again (P4)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Step
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries.duplicates import possible_duplicates
from goldenthread.reviews.queries.readiness import readiness_for
from goldenthread.reviews.queries.reviews import review_visible_to
from goldenthread.reviews.services import received_referral as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.referral import CloseForm, DuplicateForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.reviews.models import Review


@review_page(
    "Close a withdrawn referral", material=Material.REFERRAL, duties=(Duty.P4,), is_read=False
)
def close(request: ReviewRequest) -> HttpResponse:
    """The Board closes what its referrer has taken back."""
    return _with_reason(request, "close_withdrawn", services.close_withdrawn)


@review_page(
    "Take a referral up again", material=Material.REFERRAL, duties=(Duty.P4,), is_read=False
)
def again(request: ReviewRequest) -> HttpResponse:
    """A referral that was closed unconsidered comes before the Board again."""
    return _with_reason(request, "take_up_again", services.take_up_again)


@review_page("Close as a duplicate", material=Material.REFERRAL, duties=(Duty.P4,))
def duplicate(request: ReviewRequest) -> HttpResponse:
    """Which other referral is of the same case; those that may be are shown first."""
    step = _step(request, services.DUPLICATE)
    alike = possible_duplicates(request.user, request.review)
    likely = alike[0].review.reference if alike else ""
    form = DuplicateForm(posted(request), initial={"other": likely})
    if request.method == "POST" and form.is_valid() and _close_as_duplicate(request, form):
        return redirect("referral", reference=request.review.reference)
    return show(
        request,
        "referral/duplicate.html",
        {"form": form, "step": step, "told": _told(request, step), "alike": alike},
    )


def _close_as_duplicate(request: ReviewRequest, form: DuplicateForm) -> "Review | None":
    reference = form.cleaned_data["other"].strip().upper()
    other = review_visible_to(request.user, reference)
    if other is None:
        form.add_error("other", f"There is no referral {reference} here. Check the reference.")
        return None
    reason = form.cleaned_data["reason"]
    closed = attempt(
        form,
        lambda: services.close_as_duplicate(request.review, other, reason=reason, by=request.user),
    )
    if closed:
        messages.success(request, f"Closed as a duplicate of {reference}.")
    return closed


def _with_reason(request: ReviewRequest, name: str, act: "Callable[..., Review]") -> HttpResponse:
    step = _step(request, name)
    readiness = readiness_for(request.user, request.review, step)
    form = CloseForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: act(request.review, reason=reason, by=request.user)):
            messages.success(request, f"{step.done}.")
            return redirect("referral", reference=request.review.reference)
    return show(
        request,
        "referral/close.html",
        {"form": form, "step": step, "told": _told(request, step), "may": readiness.answer},
    )


def _step(request: ReviewRequest, name: str) -> Step:
    """The type's step of this name, for those who receive referrals."""
    steps = {step.name: step for step in request.review.type.steps}
    if name not in steps or Permission.RECEIVE_REFERRALS not in request.parts.permissions:
        raise Http404
    return steps[name]


def _told(request: ReviewRequest, step: Step) -> list[str]:
    return [request.review.type.called(role) for role in step.told]


urlpatterns = [
    path("referral/close/", close, name="referral_close"),
    path("referral/duplicate/", duplicate, name="referral_duplicate"),
    path("referral/again/", again, name="referral_again"),
]
