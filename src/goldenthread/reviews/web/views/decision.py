"""The Chair's decision, and the clock that it starts (P9, P24)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage, Step
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import decision as queries
from goldenthread.reviews.queries import decision_history, voices
from goldenthread.reviews.services import decision as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.clock import clock_words
from goldenthread.reviews.web.forms.decision import DecisionForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.voices import voices_words


@review_page(
    "The Chair’s decision", material=Material.DECISION, duties=(Duty.P4, Duty.P9, Duty.P24)
)
def decision(request: ReviewRequest) -> HttpResponse:
    """The recommendation beside the decision; the Chair decides, then the clock shows its sum."""
    may_decide = queries.may_decide_now(request.user, request.review)
    read = queries.judgement_to_decide_on(request.user, request.review)
    if request.method == "POST":
        require(may_decide)
    form = None
    if may_decide and read:
        form = DecisionForm(posted(request), read=read, today=moments.today())
        if request.method == "POST" and form.is_valid():
            if done := attempt(form, lambda: _decide(request, form.cleaned_data)):
                messages.success(request, _done(done))
                return redirect("decision", reference=request.review.reference)
    kind = request.review.type
    made = queries.decisions(request.user, request.review)
    return show(
        request,
        "decision/decision.html",
        {
            "form": form,
            "why_not": may_decide.reason,
            "read": read,
            "awaited": Stage(request.review.stage) in (Stage.JUDGEMENT, Stage.DECISION),
            "again": _steps_to_look_again(request),
            "sees_judgement": request.parts.see(Material.JUDGEMENT),
            "decisions": [(one, kind.outcome(one.outcome).words) for one in made],
            **clock_words(request.review, request.parts),
            **_voices(request),
        },
    )


@review_page(
    "What was judged and decided", material=Material.DECISION, duties=(Duty.P4, Duty.P8, Duty.P9)
)
def history(request: ReviewRequest) -> HttpResponse:
    """Every judgement and decision with its reasons, and why the case was considered again."""
    passages = decision_history.history(request.user, request.review)
    return show(request, "decision/history.html", {"passages": passages})


def _steps_to_look_again(request: ReviewRequest) -> list[Step]:
    """The steps back to the judgement that this person may take from here."""
    return [
        step
        for step in request.review.type.steps_from(Stage(request.review.stage))
        if step.to_stage is Stage.JUDGEMENT
        and step.needs_reason
        and step.permission in request.parts.permissions
    ]


def _decide(request: ReviewRequest, typed: dict[str, Any]) -> Any:
    return services.decide(request.review, by=request.user, **typed)


def _done(recorded: Any) -> str:
    if recorded._meta.model_name == "voice":
        return "What you decide is recorded. It is decided once all of you say the same."
    return "The decision is recorded."


def _voices(request: ReviewRequest) -> dict[str, Any]:
    if Stage(request.review.stage) is not Stage.DECISION or not request.parts.see(
        Material.JUDGEMENT
    ):
        return {}
    return voices_words(request.user, request.review, voices.DECISION)


urlpatterns = [
    path("decision/", decision, name="decision"),
    path("decision/history/", history, name="decision_history"),
]
