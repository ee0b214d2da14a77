"""The Board's approval of the reports, which stops the clock (P24)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import sign_off as queries
from goldenthread.reviews.queries import voices
from goldenthread.reviews.services import sign_off as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.clock import clock_words
from goldenthread.reviews.web.forms.sign_off import SignOffForm
from goldenthread.reviews.web.missing import with_addresses
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.voices import voices_words


@review_page("The approval", material=Material.SIGN_OFF, duties=(Duty.P24,))
def sign_off(request: ReviewRequest) -> HttpResponse:
    """What is still missing, then the approval and its day; afterwards when the clock stopped."""
    may_sign_off = queries.may_sign_off_now(request.user, request.review)
    form = None
    if request.method == "POST":
        require(may_sign_off)
    if may_sign_off:
        form = SignOffForm(posted(request), today=moments.today())
        if request.method == "POST" and form.is_valid():
            if done := attempt(form, lambda: _record(request, form.cleaned_data)):
                messages.success(request, _done(done))
                return redirect("sign_off", reference=request.review.reference)
    step = request.review.type.step(queries.STEP)
    signs, missing = request.parts.may(step.permission), _missing(request)
    return show(
        request,
        "sign_off/sign_off.html",
        {
            "form": form,
            "why_not": "" if signs and missing else may_sign_off.reason,
            "step": step,
            "missing": missing,
            "told": [f"the {request.review.type.called(role)}" for role in step.told],
            "approvals": queries.sign_offs(request.user, request.review),
            **clock_words(request.review, request.parts),
            **_voices(request),
        },
    )


def _record(request: ReviewRequest, typed: dict[str, Any]) -> Any:
    return services.record(request.review, by=request.user, **typed)


def _done(recorded: Any) -> str:
    if recorded._meta.model_name == "voice":
        return "Your approval is recorded. The reports are approved once all of you approve."
    return "The approval is recorded."


def _voices(request: ReviewRequest) -> dict[str, Any]:
    if Stage(request.review.stage) is not Stage.SIGN_OFF or not request.parts.see(
        Material.JUDGEMENT
    ):
        return {}
    return voices_words(request.user, request.review, voices.SIGN_OFF)


def _missing(request: ReviewRequest) -> list[dict[str, Any]]:
    """What is missing, for those who see the reports: to others everything would look missing."""
    if not request.parts.see(Material.OVERVIEW):
        return []
    missing = queries.missing_before_sign_off(request.review)
    return with_addresses(request.review, missing)


urlpatterns = [path("sign-off/", sign_off, name="sign_off")]
