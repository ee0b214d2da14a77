"""The Committee's judgement: fact by fact, what the criteria say, and what it recommends (P8)."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import judgement as queries
from goldenthread.reviews.services import judgement as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.judgement import JudgementForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.who_reads import who_reads

if TYPE_CHECKING:
    from goldenthread.reviews.models import Judgement


@review_page(
    "The Committee’s judgement",
    material=Material.JUDGEMENT,
    duties=(Duty.P1, Duty.P2, Duty.P3, Duty.P4, Duty.P8),
)
def judgement(request: ReviewRequest) -> HttpResponse:
    """Read every judgement; while the case is before it, the Committee works one out and records it."""
    may_judge = queries.may_judge(request.user, request.review)
    if request.method == "POST":
        require(may_judge)
        return _work_out_or_record(request)
    form = None
    if may_judge:
        starting = queries.starting_facts(request.user, request.review)
        form = JudgementForm(**_words(request), starting=starting)
    return _page(request, form=form, why_not=may_judge.reason)


def _work_out_or_record(request: ReviewRequest) -> HttpResponse:
    if "work_out" in request.POST:
        form = JudgementForm.kept(request.POST, **_words(request))
    else:
        form = JudgementForm(request.POST, **_words(request))
        if form.is_valid() and _record(request, form):
            messages.success(request, "The judgement is recorded, and is with the Chair.")
            return redirect("judgement", reference=request.review.reference)
    return _page(request, form=form, say=queries.criteria_say(request.review, form.said()))


def _record(request: ReviewRequest, form: JudgementForm) -> "Judgement | None":
    return attempt(
        form, lambda: services.record(request.review, by=request.user, **form.judgement())
    )


def _words(request: ReviewRequest) -> dict[str, Any]:
    return {"kind": request.review.type, "today": moments.today()}


def _page(request: ReviewRequest, **words: Any) -> HttpResponse:
    read = queries.judgements(request.user, request.review)
    return show(
        request,
        "judgement/judgement.html",
        {"judgements": read, "readers": who_reads(Material.JUDGEMENT)} | words,
    )


urlpatterns = [path("judgement/", judgement, name="judgement")]
