"""The Committee's judgement: fact by fact, what the criteria say, and what it recommends (P8)."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import Refused, require
from goldenthread.domain.duties import Duty
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import judgement as queries
from goldenthread.reviews.queries import judging
from goldenthread.reviews.services import judgement as services
from goldenthread.reviews.services.written import DraftMeanwhile
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.drafts import as_typed, compared
from goldenthread.reviews.web.forms.judgement import JudgementForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.views.writing import CONFLICT, NOT_KEPT
from goldenthread.reviews.web.who_reads import who_reads

if TYPE_CHECKING:
    from goldenthread.reviews.models import JudgementDraft

_WITHOUT_RECORDING = ("work_out", "keep", "ask_for_more")


@review_page(
    "The judgement",
    material=Material.JUDGEMENT,
    duties=(Duty.P1, Duty.P2, Duty.P3, Duty.P4, Duty.P8),
)
def judgement(request: ReviewRequest) -> HttpResponse:
    """Read every judgement; while the case is before it, the Committee works one out and records it."""
    may_judge = queries.may_judge(request.user, request.review)
    if request.method != "POST":
        form = _form_to_begin_with(request) if may_judge else None
        return _page(request, form=form, why_not=may_judge.reason)
    require(may_judge)
    if request.headers.get("X-Autosave"):
        return _saved_by_itself(request)
    try:
        if any(name in request.POST for name in _WITHOUT_RECORDING):
            return _keep(request)
        return _record(request)
    except DraftMeanwhile as meanwhile:
        return _both_drafts(request, meanwhile)


def _keep(request: ReviewRequest) -> HttpResponse:
    draft = _keep_draft(request)
    reference = request.review.reference
    if "ask_for_more" in request.POST:
        return redirect("take_step", reference=reference, step_name="ask_for_more")
    if "keep" in request.POST:
        messages.success(request, "What you typed is kept. It is here when you come back.")
        return redirect("judgement", reference=reference)
    form = _kept_form(request, judging.version_of(draft))
    say = queries.criteria_say(request.review, form.said())
    return _page(request, form=form, say=say)


def _keep_draft(request: ReviewRequest) -> "JudgementDraft":
    return services.keep_draft(
        request.review,
        answers=_typed(request),
        began_from=request.POST.get("began_from", ""),
        by=request.user,
    )


def _saved_by_itself(request: ReviewRequest) -> HttpResponse:
    """The answer to the page's script: the version that the next save begins from, or why not."""
    try:
        draft = _keep_draft(request)
    except DraftMeanwhile:
        return HttpResponse(status=CONFLICT)
    except Refused:
        return HttpResponse(status=NOT_KEPT)
    return JsonResponse({"fields": {"began_from": judging.version_of(draft)}})


def _record(request: ReviewRequest) -> HttpResponse:
    form = JudgementForm(request.POST, **_words(request))
    if form.is_valid():
        words = form.judgement()
        recorded = attempt(
            form,
            lambda: services.record(request.review, by=request.user, **words),
            passing=DraftMeanwhile,
        )
        if recorded:
            messages.success(
                request, "The judgement is recorded, and its recommendation passed on."
            )
            return redirect("judgement", reference=request.review.reference)
    say = queries.criteria_say(request.review, form.said())
    return _page(request, form=form, say=say)


def _both_drafts(request: ReviewRequest, meanwhile: DraftMeanwhile) -> HttpResponse:
    """What was typed stays in the boxes; what somebody else has kept meanwhile is shown beside it."""
    form = _kept_form(request, meanwhile.version)
    parted = compared(form, _typed(request), meanwhile.answers)
    return _page(
        request,
        form=form,
        say=queries.criteria_say(request.review, form.said()),
        wrong=[{"text": meanwhile.reason, "href": "#theirs"}],
        parted=parted,
    )


def _form_to_begin_with(request: ReviewRequest) -> JudgementForm:
    """The draft as it was typed, or else what was judged before, or what the referrer said."""
    if draft := judging.draft_of(request.user, request.review):
        form = JudgementForm.kept(draft.answers, **_words(request))
        form.initial["began_from"] = judging.version_of(draft)
        return form
    starting = queries.starting_facts(request.user, request.review)
    return JudgementForm(**_words(request), starting=starting)


def _kept_form(request: ReviewRequest, version: str) -> JudgementForm:
    form = JudgementForm.kept(request.POST, **_words(request))
    form.initial["began_from"] = version
    return form


def _typed(request: ReviewRequest) -> dict[str, str]:
    return as_typed(JudgementForm(**_words(request)), request.POST)


def _words(request: ReviewRequest) -> dict[str, Any]:
    return {
        "kind": request.review.type,
        "today": moments.today(),
        "meetings": judging.meetings_to_judge_at(request.user, request.review),
    }


def _page(request: ReviewRequest, **words: Any) -> HttpResponse:
    read = queries.judgements(request.user, request.review)
    return show(
        request,
        "judgement/judgement.html",
        {
            "judgements": read,
            "draft": judging.draft_of(request.user, request.review),
            "asked_for_more": judging.asked_for_more(request.user, request.review),
            "readers": who_reads(Material.JUDGEMENT),
            "sees_meetings": request.parts.see(Material.COMMITTEE_MEETING),
        }
        | words,
    )


urlpatterns = [path("judgement/", judgement, name="judgement")]
