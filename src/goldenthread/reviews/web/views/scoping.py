"""Scoping: tell agencies to secure their records, ask them, see who has answered, answer for one (P7)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

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
from goldenthread.reviews.queries.reminders import may_chase_at_all, owed_in, sent_in_words
from goldenthread.reviews.services import scoping as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.forms.scoping import (
    AnswerForm,
    AskForm,
    SecuredForm,
    TellForm,
    answer_in_words,
)
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.reviews.models import Involvement, Review


@review_page("Scoping", material=Material.SCOPING, duties=(Duty.P7,))
def scoping(request: ReviewRequest) -> HttpResponse:
    """Who was told and asked, who has answered, who has not, and what was sent about it."""
    person, review = request.user, request.review
    involvements = list(queries.involvements(person, review))
    return show(
        request,
        "scoping/scoping.html",
        {
            "involvements": involvements,
            "unanswered": [one for one in involvements if one.asked_at and not one.answer],
            "unsecured": [one for one in involvements if one.waits_to_be_secured],
            "asks_further": review.stage != Stage.REFERRAL,
            "may_ask": queries.may_ask(person, review),
            "may_tell": queries.may_tell(person, review) and queries.agencies_not_told(review),
            "answers_for": request.parts.agencies(Permission.ANSWER_FOR_AGENCY),
            "owed": owed_in(person, review) if may_chase_at_all(request.parts) else [],
            "sent": sent_in_words(person, review),
            "today": moments.today(),
        },
    )


@review_page("Ask the agencies", material=Material.SCOPING, duties=(Duty.P7,), is_read=False)
def ask(request: ReviewRequest) -> HttpResponse:
    """Choose whom to ask. Before scoping this accepts the referral; later it asks further agencies."""
    accepts = Stage(request.review.stage) is Stage.REFERRAL
    may = queries.may_ask(request.user, request.review)
    form = AskForm(
        posted(request),
        agencies=queries.agencies_not_asked(request.review),
        about=queries.people_to_ask_about(request.user, request.review) if may else "",
    )
    act = services.ask_agencies if accepts else services.ask_more_agencies
    if request.method == "POST" and form.is_valid() and _put(request, form, act):
        messages.success(request, "The agencies have been asked.")
        return redirect("scoping", reference=request.review.reference)
    return show(request, "scoping/ask.html", {"form": form, "may_ask": may, "accepts": accepts})


@review_page("Secure your records", material=Material.SCOPING, duties=(Duty.P7,), is_read=False)
def secure(request: ReviewRequest) -> HttpResponse:
    """Tell agencies to secure their records before they are asked anything: a review might happen."""
    may = queries.may_tell(request.user, request.review)
    form = TellForm(
        posted(request),
        agencies=queries.agencies_not_told(request.review),
        about=queries.people_to_ask_about(request.user, request.review) if may else "",
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and _put(request, form, services.tell_to_secure)
    ):
        messages.success(request, "The agencies have been told to secure their records.")
        return redirect("scoping", reference=request.review.reference)
    return show(request, "scoping/secure.html", {"form": form, "may_tell": may})


def _put(request: ReviewRequest, form: TellForm, act: "Callable[..., Review]") -> "Review | None":
    words = {name: value for name, value in form.cleaned_data.items() if name != "agencies"}
    chosen = list(form.cleaned_data["agencies"])
    return attempt(form, lambda: act(request.review, chosen, **words, by=request.user))


@review_page("Answer for your agency", material=Material.SCOPING, duties=(Duty.P7,))
def answer(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """Was the agency involved? A nil return is an answer too."""
    involvement = _asked(request, agency_key)
    form = AnswerForm(
        posted(request), involvement=involvement, names=queries.names_given(involvement)
    )
    if request.method == "POST" and form.is_valid():
        if _answered(request, form, involvement, **form.answer()):
            return redirect("scoping", reference=request.review.reference)
    return _show_own(
        request,
        "scoping/answer.html",
        involvement,
        form=form,
        may_answer=queries.may_answer(request.review, involvement),
    )


@review_page("No involvement", material=Material.SCOPING, duties=(Duty.P7,))
def nil(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """A nil return, confirmed with one click."""
    involvement = _asked(request, agency_key)
    if involvement.answer:
        # One click takes nothing back: an answer that is there is corrected where all of it is seen.
        return redirect("scoping_answer", request.review.reference, agency_key)
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        kept = services.Details(
            records_secured_by=involvement.records_secured_by,
            records_held_at=involvement.records_held_at,
        )
        given = {"records_secured_on": involvement.records_secured_on, "details": kept}
        if _answered(request, form, involvement, was_involved=False, **given):
            return redirect("scoping", reference=request.review.reference)
    return _show_own(
        request,
        "scoping/nil.html",
        involvement,
        form=form,
        may_answer=queries.may_answer(request.review, involvement),
    )


@review_page("Your records are secured", material=Material.SCOPING, duties=(Duty.P7,))
def secured(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """When, by whom and where: each agency says so of its own records."""
    involvement = _own(request, agency_key)
    form = SecuredForm(posted(request), initial=_kept(involvement))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if attempt(
            form,
            lambda: services.record_securing(
                involvement,
                on=given["records_secured_on"],
                by_whom=given["records_secured_by"],
                held_at=given["records_held_at"],
                by=request.user,
            ),
        ):
            messages.success(request, "Thank you. It is kept that your records are secured.")
            return redirect("scoping", reference=request.review.reference)
    may = queries.may_say_secured(request.review, involvement)
    return _show_own(request, "scoping/secured.html", involvement, form=form, may=may)


@review_page("One agency’s answer", material=Material.SCOPING, duties=(Duty.P7,))
def read(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """All that one agency answered; names for the agency itself and for those who see who is who."""
    found = queries.involvements(request.user, request.review)
    involvement = found.filter(agency__key=agency_key).first()
    if involvement is None:
        raise Http404
    request.agency_shown = involvement.agency_id
    sees_names = queries.sees_names(request.parts, involvement)
    return show(
        request,
        "scoping/read.html",
        {
            "involvement": involvement,
            "sees_names": sees_names,
            "about": queries.about_whom(involvement) if sees_names else "",
            "rows": answer_in_words(
                involvement, queries.names_given(involvement) if sees_names else None
            ),
        },
    )


def _answered(
    request: ReviewRequest, form: Any, involvement: "Involvement", **given: Any
) -> "Involvement | None":
    answered = attempt(form, lambda: services.answer(involvement, by=request.user, **given))
    if answered:
        messages.success(request, "Thank you. Your answer has been sent.")
    return answered


def _show_own(
    request: ReviewRequest, template: str, involvement: "Involvement", **words: Any
) -> HttpResponse:
    about = queries.about_whom(involvement)
    return show(request, template, {"involvement": involvement, "about": about, **words})


def _kept(involvement: "Involvement") -> dict[str, Any]:
    names = ("records_secured_on", "records_secured_by", "records_held_at")
    return {name: getattr(involvement, name) for name in names}


def _asked(request: ReviewRequest, agency_key: str) -> "Involvement":
    involvement = _own(request, agency_key)
    if involvement.asked_at is None:
        raise Http404
    return involvement


def _own(request: ReviewRequest, agency_key: str) -> "Involvement":
    involvement = queries.own_involvement(request.user, request.review, agency_key)
    if involvement is None:
        raise Http404
    request.agency_shown = involvement.agency_id
    return involvement


urlpatterns = [
    path("scoping/", scoping, name="scoping"),
    path("scoping/ask/", ask, name="scoping_ask"),
    path("scoping/secure/", secure, name="scoping_secure"),
    path("scoping/<slug:agency_key>/", answer, name="scoping_answer"),
    path("scoping/<slug:agency_key>/nil/", nil, name="scoping_nil"),
    path("scoping/<slug:agency_key>/secured/", secured, name="scoping_secured"),
    path("scoping/<slug:agency_key>/read/", read, name="scoping_read"),
]
