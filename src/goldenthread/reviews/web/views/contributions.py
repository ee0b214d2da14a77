"""What each agency is asked for, by when, and who writes it (P7, P11)."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.accounts.models import Agency
from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import panel as queries
from goldenthread.reviews.queries.scoping import involvements
from goldenthread.reviews.services import panel as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.contributions import (
    ChangeFormForm,
    ContributionForm,
    DueDayForm,
)
from goldenthread.reviews.web.forms.panel import AuthorForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.reviews.models import Contribution


@review_page(
    "Ask an agency for a contribution", material=Material.PANEL, duties=(Duty.P7, Duty.P11)
)
def ask(request: ReviewRequest) -> HttpResponse:
    """Ask an agency of the case to contribute, in one of the forms, by a day."""
    require(queries.may_ask_for_contribution(request.user, request.review))
    agencies = queries.agencies_to_ask(request.user, request.review)
    form = ContributionForm(
        posted(request), agencies=agencies, answers=_answers(request), today=moments.today()
    )
    if request.method == "POST" and form.is_valid():
        asked = attempt(
            form,
            lambda: services.ask_for_contribution(request.review, by=request.user, **form.asked()),
        )
        if asked:
            messages.success(request, _done(asked))
            return redirect("panel", reference=request.review.reference)
    return show(request, "panel/ask.html", {"form": form, "agencies": agencies})


@review_page("Ask an agency for something else", material=Material.PANEL, duties=(Duty.P7,))
def change_form(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """Ask an agency for more or for less than before, with the reason."""
    require(queries.may_ask_for_contribution(request.user, request.review))
    asked = _contribution(request, agency_key)
    form = ChangeFormForm(posted(request), initial={"form": asked.form})
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.change_form(asked, by=request.user, **form.change())):
            messages.success(request, f"What {asked.agency} is asked for has been changed.")
            return redirect("panel", reference=request.review.reference)
    return show(request, "panel/form.html", {"form": form, "asked": asked})


@review_page("Give an agency another day", material=Material.PANEL, duties=(Duty.P7,))
def due_day(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """Give an agency another day, with the reason; the first is kept."""
    require(queries.may_ask_for_contribution(request.user, request.review))
    asked = _contribution(request, agency_key)
    form = DueDayForm(posted(request), today=moments.today())
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        if attempt(form, lambda: services.change_due_day(asked, by=request.user, **typed)):
            messages.success(request, f"{asked.agency} has been given another day.")
            return redirect("panel", reference=request.review.reference)
    return show(request, "panel/due_day.html", {"form": form, "asked": asked})


@review_page("Name your agency’s author", material=Material.PANEL, duties=(Duty.P11,))
def author(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """The agency's senior officer names who writes its own review, with what they declare."""
    agency = _agency(request, agency_key)
    require(queries.may_name_author(request.user, request.review, agency))
    form = AuthorForm(posted(request), people=queries.people_to_name(agency))
    if request.method == "POST" and form.is_valid():
        words = {"person": form.cleaned_data["person"]} | form.declared()
        named = attempt(
            form,
            lambda: services.name_author(request.review, agency, by=request.user, **words),
        )
        if named:
            messages.success(request, f"{named.person} is now the author for {agency}.")
            return redirect("panel", reference=request.review.reference)
    asked = queries.contribution_of(request.user, request.review, agency)
    return show(request, "panel/author.html", {"form": form, "agency": agency, "asked": asked})


def _done(asked: "Contribution") -> str:
    if not (asked.wants_chronology or asked.wants_report):
        return f"It is recorded that {asked.agency} is asked for nothing, and why."
    return f"{asked.agency} has been asked. It names its author next."


def _agency(request: ReviewRequest, key: str) -> Agency:
    agency = queries.agency_named(request.review, key)
    if agency is None:
        raise Http404
    return agency


def _contribution(request: ReviewRequest, key: str) -> "Contribution":
    asked = queries.contribution_of(request.user, request.review, _agency(request, key))
    if asked is None:
        raise Http404
    return asked


def _answers(request: ReviewRequest) -> dict[str, Any]:
    """What each agency answered in scoping, to be read beside its name."""
    words = {
        "involved": "Answered that it was involved.",
        "not_involved": "Answered that it was not.",
    }
    return {
        one.agency.key: words.get(one.answer, "Has not answered whether it was involved.")
        for one in involvements(request.user, request.review)
    }


urlpatterns = [
    path("panel/ask/", ask, name="panel_ask"),
    path("panel/form/<slug:agency_key>/", change_form, name="panel_form"),
    path("panel/due-day/<slug:agency_key>/", due_day, name="panel_due_day"),
    path("panel/author/<slug:agency_key>/", author, name="panel_author"),
]
