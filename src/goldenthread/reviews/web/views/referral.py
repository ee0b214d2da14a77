"""Refer a case: begin, one section at a time, check, send; and read what was sent."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from goldenthread.domain.duties import Duty
from goldenthread.domain.questionnaires.questions import Section
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries import referral as queries
from goldenthread.reviews.services import referral as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.forms.questionnaire import SectionForm
from goldenthread.reviews.web.forms.referral import BeginForm
from goldenthread.reviews.web.page import (
    ReviewRequest,
    SignedInRequest,
    review_page,
    signed_in_page,
)
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.reviews.models import Referral


@signed_in_page("Refer a case", duties=(Duty.P1, Duty.P2))
def refer(request: SignedInRequest) -> HttpResponse:
    """Before the form: is a child at risk now? Then begin, or go on with one begun before."""
    form = BeginForm(posted(request))
    if request.method == "POST" and form.is_valid():
        begun = services.begin(
            form.cleaned_data["partnership"],
            review_type=form.cleaned_data["review_type"],
            by=request.user,
        )
        return redirect("referral_tasks", referral_id=begun.pk)
    unsent = queries.unsent_referrals(request.user)
    return show(request, "referral/refer.html", {"form": form, "unsent": unsent})


@signed_in_page("Your referral: tasks", duties=(Duty.P1,))
def tasks(request: SignedInRequest, referral_id: int) -> HttpResponse:
    """What there is to answer, section by section, and how far each is."""
    referral = _unsent(request, referral_id)
    form = referral.review.type.referral
    answers = queries.answers_of(referral)
    return show(
        request,
        "referral/tasks.html",
        {
            "referral": referral,
            "tasks": [_task(referral, part, answers) for part in form.sections],
            "all_complete": not form.unanswered(answers),
        },
    )


def _task(referral: "Referral", part: Section, answers: dict[str, str]) -> dict[str, str]:
    is_complete = referral.review.type.referral.is_complete(part, answers)
    is_begun = any(answers.get(question.key) for question in part.questions)
    return {
        "title": part.title,
        "href": reverse("referral_section", args=[referral.pk, part.key]),
        "status": "Completed" if is_complete else "Begun" if is_begun else "Not begun",
        "kind": "" if is_complete else "draft" if is_begun else "new",
    }


@signed_in_page("Your referral: one section", duties=(Duty.P1,))
def section(request: SignedInRequest, referral_id: int, key: str) -> HttpResponse:
    """One section. What was typed is kept, complete or not."""
    referral = _unsent(request, referral_id)
    part = _section(referral, key)
    answers = queries.answers_of(referral)
    form = SectionForm(posted(request), section=part, answers=answers)
    if request.method == "POST" and form.is_valid():
        services.save_section(referral, part, form.answers(), by=request.user)
        return redirect("referral_tasks", referral_id=referral.pk)
    return show(
        request, "referral/section.html", {"referral": referral, "section": part, "form": form}
    )


@signed_in_page("Your referral: check and send", duties=(Duty.P1, Duty.P2))
def check(request: SignedInRequest, referral_id: int) -> HttpResponse:
    """All answers together; then send."""
    referral = _unsent(request, referral_id)
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        sent = attempt(form, lambda: services.send(referral, by=request.user))
        if sent:
            return redirect("referral", reference=sent.review.reference)
    return show(
        request,
        "referral/check.html",
        {"referral": referral, "summary": list(queries.summary_of(referral)), "form": form},
    )


@review_page("The referral", material=Material.REFERRAL, duties=(Duty.P1, Duty.P2, Duty.P4))
def read(request: ReviewRequest) -> HttpResponse:
    """The referral as it was sent; for its referrer, also what became of it."""
    referral = queries.referral_of(request.user, request.review)
    if referral is None:
        raise Http404
    is_referrer = request.review.referrer_id == request.user.pk
    sees_names = is_referrer or request.parts.see(Material.REGISTER)
    return show(
        request,
        "referral/read.html",
        {
            "referral": referral,
            "summary": list(queries.summary_of(referral, with_names=sees_names)),
            "hidden": not sees_names,
            "is_referrer": is_referrer,
            "became": queries.what_became(request.review),
        },
    )


def _unsent(request: SignedInRequest, referral_id: int) -> "Referral":
    referral = queries.unsent_referral(request.user, referral_id)
    if referral is None:
        raise Http404
    return referral


def _section(referral: "Referral", key: str) -> Section:
    try:
        return referral.review.type.referral.section(key)
    except KeyError as error:
        raise Http404 from error


before_it_is_sent = [
    path("refer/", refer, name="refer"),
    path("refer/<int:referral_id>/", tasks, name="referral_tasks"),
    path("refer/<int:referral_id>/check/", check, name="referral_check"),
    path("refer/<int:referral_id>/<slug:key>/", section, name="referral_section"),
]
urlpatterns = [path("referral/", read, name="referral")]
