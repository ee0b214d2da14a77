"""The page of a step: what it does, what is still missing, who is told, then the button."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Step, must_give_reason
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries.readiness import readiness_for
from goldenthread.reviews.services import steps
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.steps import StepForm
from goldenthread.reviews.web.missing import with_addresses
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show


@review_page(
    "Take a step",
    material=Material.REVIEW,
    duties=(Duty.P5, Duty.P7, Duty.P8, Duty.P10, Duty.P13, Duty.P23, Duty.P25),
    is_read=False,
)
def take_step(request: ReviewRequest, step_name: str) -> HttpResponse:
    """Confirm a step that needs no page of its own."""
    step = _step(request, step_name)
    readiness = readiness_for(request.user, request.review, step)
    # Whoever may not take the step may not see all that is asked for either, and would be told wrong.
    takes = step.permission in request.parts.permissions
    form = StepForm(posted(request), needs_reason=must_give_reason(readiness))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data.get("reason", "")
        if attempt(
            form, lambda: steps.take(request.review, step.name, by=request.user, reason=reason)
        ):
            return redirect("review_home", reference=request.review.reference)
    return show(
        request,
        "steps/take_step.html",
        {
            "step": step,
            "readiness": readiness,
            "missing": with_addresses(request.review, readiness.missing) if takes else [],
            "told": [request.review.type.called(role) for role in step.told],
            "form": form,
        },
    )


def _step(request: ReviewRequest, name: str) -> Step:
    known = {step.name: step for step in request.review.type.steps if not step.page}
    if name not in known:
        raise Http404
    return known[name]


urlpatterns = [path("steps/<str:step_name>/", take_step, name="take_step")]
