"""Scoping: ask the agencies, see who has answered, and answer for one (P7)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import scoping as queries
from goldenthread.reviews.services import scoping as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.scoping import AnswerForm, AskForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show


@review_page("Scoping", material=Material.SCOPING, duties=(Duty.P7,))
def scoping(request: ReviewRequest) -> HttpResponse:
    """Who was asked, who has answered, and who has not."""
    involvements = list(queries.involvements(request.user, request.review))
    return show(
        request,
        "scoping/scoping.html",
        {
            "involvements": involvements,
            "unanswered": [one for one in involvements if not one.answer],
            "may_ask": queries.may_ask(request.user, request.review),
            "answers_for": request.parts.agencies(Permission.ANSWER_FOR_AGENCY),
            "today": moments.today(),
        },
    )


@review_page("Ask the agencies", material=Material.SCOPING, duties=(Duty.P7,), is_read=False)
def ask(request: ReviewRequest) -> HttpResponse:
    """Choose whom to ask. Before scoping this accepts the referral; later it asks further agencies."""
    agencies = queries.agencies_not_asked(request.review)
    form = AskForm(posted(request), agencies=agencies)
    may_ask = queries.may_ask(request.user, request.review)
    if request.method == "POST" and form.is_valid():
        chosen = list(form.cleaned_data["agencies"])
        due_on = form.cleaned_data["due_on"]
        act = (
            services.ask_agencies
            if Stage(request.review.stage) is Stage.REFERRAL
            else services.ask_more_agencies
        )
        if attempt(form, lambda: act(request.review, chosen, due_on=due_on, by=request.user)):
            messages.success(request, "The agencies have been asked.")
            return redirect("scoping", reference=request.review.reference)
    return show(
        request,
        "scoping/ask.html",
        {"form": form, "may_ask": may_ask, "accepts": request.review.stage == Stage.REFERRAL},
    )


@review_page("Answer for your agency", material=Material.SCOPING, duties=(Duty.P7,))
def answer(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """Was the agency involved? A nil return is an answer too."""
    involvement = queries.involvement_to_answer(request.user, request.review, agency_key)
    if involvement is None:
        raise Http404
    request.agency_shown = involvement.agency_id
    form = AnswerForm(posted(request), involvement=involvement)
    if request.method == "POST" and form.is_valid():
        answered = attempt(
            form, lambda: services.answer(involvement, by=request.user, **form.answer())
        )
        if answered:
            messages.success(request, "Thank you. Your answer is with the Board.")
            return redirect("scoping", reference=request.review.reference)
    return show(
        request,
        "scoping/answer.html",
        {
            "form": form,
            "involvement": involvement,
            "may_answer": queries.may_answer(request.review, involvement),
        },
    )


urlpatterns = [
    path("scoping/", scoping, name="scoping"),
    path("scoping/ask/", ask, name="scoping_ask"),
    path("scoping/<slug:agency_key>/", answer, name="scoping_answer"),
]
