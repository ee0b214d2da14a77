"""Refer a case: is a child at risk now, then one section at a time, check, send; and read what was sent."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage, Step
from goldenthread.domain.questionnaires.questions import Section
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries import referral as queries
from goldenthread.reviews.queries.duplicates import duplicates_of, original_of, possible_duplicates
from goldenthread.reviews.queries.readiness import readiness_for
from goldenthread.reviews.services import received_referral as received
from goldenthread.reviews.services import referral as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.forms.questionnaire import (
    SectionForm,
    with_row_added_or_removed,
)
from goldenthread.reviews.web.forms.referral import AtRiskForm, BeginForm, WithdrawForm
from goldenthread.reviews.web.forms.rows import REMOVE
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


@signed_in_page("Is a child at risk now?", duties=(Duty.P1, Duty.P28))
def refer(request: SignedInRequest) -> HttpResponse:
    """Before the form: a child at risk now is for the duty team. Or go on with a referral begun before."""
    form = AtRiskForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return redirect("refer_duty_team" if form.is_at_risk() else "refer_begin")
    unsent = queries.unsent_referrals(request.user)
    return show(request, "referral/refer.html", {"form": form, "unsent": unsent})


@signed_in_page("Tell the duty team first", duties=(Duty.P28,))
def duty_team(request: SignedInRequest) -> HttpResponse:
    """Whom to ring at once, and the way on afterwards."""
    return show(request, "referral/duty_team.html", {"teams": queries.duty_teams()})


@signed_in_page("Refer a case", duties=(Duty.P1, Duty.P2))
def begin(request: SignedInRequest) -> HttpResponse:
    """Begin a referral. Any professional may."""
    form = BeginForm(posted(request))
    if request.method == "POST" and form.is_valid():
        begun = services.begin(form.cleaned_data["partnership"], by=request.user)
        return redirect("referral_tasks", referral_id=begun.pk)
    return show(request, "referral/begin.html", {"form": form})


@signed_in_page("Your referral: tasks", duties=(Duty.P1,))
def tasks(request: SignedInRequest, referral_id: int) -> HttpResponse:
    """What there is to answer, section by section, and how far each is."""
    referral = _unsent(request, referral_id)
    form = queries.form_of(referral)
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
    is_complete = queries.form_of(referral).is_complete(part, answers)
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
    changed = with_row_added_or_removed(request.POST, part)
    form = SectionForm(changed or posted(request), section=part, answers=answers)
    # A row that is taken away is gone only once the section is saved; what was typed before is kept at once.
    if request.method == "POST" and form.is_valid() and REMOVE not in request.POST:
        services.save_section(referral, part, form.answers(), by=request.user)
        if not changed:
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
    referral = _referral(request)
    is_referrer = request.review.referrer_id == request.user.pk
    sees_names = is_referrer or request.parts.see(Material.REGISTER)
    ways = _ways_to_end(request)
    return show(
        request,
        "referral/read.html",
        {
            "referral": referral,
            "summary": list(queries.summary_of(referral, with_names=sees_names)),
            "hidden": not sees_names,
            "is_referrer": is_referrer,
            "became": queries.what_became(request.user, request.review) if is_referrer else "",
            "may_acknowledge": queries.may_be_acknowledged(request.user, referral),
            "may_withdraw": queries.may_be_withdrawn(request.user, referral),
            "leads_to": original_of(request.user, request.review),
            "leads_here": duplicates_of(request.user, request.review) if not is_referrer else [],
            "ways": ways,
            "alike": possible_duplicates(request.user, request.review) if ways else [],
        },
    )


@review_page(
    "Acknowledge the referral", material=Material.REFERRAL, duties=(Duty.P4,), is_read=False
)
def acknowledge(request: ReviewRequest) -> HttpResponse:
    """Say that it has come; the referrer is told."""
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: received.acknowledge(request.review, by=request.user)):
            messages.success(
                request, "The referral is acknowledged, and the referrer has been told."
            )
            return redirect("referral", reference=request.review.reference)
    may = queries.may_be_acknowledged(request.user, _referral(request))
    return show(request, "referral/acknowledge.html", {"form": form, "may": may})


@review_page("Withdraw your referral", material=Material.REFERRAL, duties=(Duty.P4,), is_read=False)
def withdraw(request: ReviewRequest) -> HttpResponse:
    """The referrer takes it back, with a reason."""
    referral = _referral(request)
    form = WithdrawForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: services.withdraw(referral, reason=reason, by=request.user)):
            messages.success(
                request, "You have withdrawn your referral. The business manager will be told."
            )
            return redirect("review_home", reference=request.review.reference)
    may = queries.may_be_withdrawn(request.user, referral)
    return show(request, "referral/withdraw.html", {"form": form, "may": may})


def _ways_to_end(request: ReviewRequest) -> list[Step]:
    """The steps by which the referral can be closed now, or taken up again, where they are this person's."""
    review = request.review
    return [
        step
        for step in review.type.steps_from(Stage(review.stage))
        if step.page.startswith("referral_")
        and step.permission in request.parts.permissions
        and (step.name == received.DUPLICATE or readiness_for(request.user, review, step).answer)
    ]


def _referral(request: ReviewRequest) -> "Referral":
    referral = queries.referral_of(request.user, request.review)
    if referral is None:
        raise Http404
    return referral


def _unsent(request: SignedInRequest, referral_id: int) -> "Referral":
    referral = queries.unsent_referral(request.user, referral_id)
    if referral is None:
        raise Http404
    return referral


def _section(referral: "Referral", key: str) -> Section:
    try:
        return queries.form_of(referral).section(key)
    except KeyError as error:
        raise Http404 from error


before_it_is_sent = [
    path("refer/", refer, name="refer"),
    path("refer/duty-team/", duty_team, name="refer_duty_team"),
    path("refer/begin/", begin, name="refer_begin"),
    path("refer/<int:referral_id>/", tasks, name="referral_tasks"),
    path("refer/<int:referral_id>/check/", check, name="referral_check"),
    path("refer/<int:referral_id>/<slug:key>/", section, name="referral_section"),
]
urlpatterns = [
    path("referral/", read, name="referral"),
    path("referral/acknowledge/", acknowledge, name="referral_acknowledge"),
    path("referral/withdraw/", withdraw, name="referral_withdraw"),
]
