"""The panel: who takes part, whom the agencies sent, what each is asked to bring (P10, P11, P13)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.accounts.models import Agency
from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.roles import ROLES, Role
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import panel as queries
from goldenthread.reviews.queries.people import agencies_of
from goldenthread.reviews.queries.scoping import involvements
from goldenthread.reviews.services import panel as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.panel import AppointForm, ContributionForm, DeclarationForm
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.missing import with_addresses
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

_DUTIES = (Duty.P10, Duty.P11, Duty.P13)
_MENDED_ELSEWHERE = ("terms",)


@review_page("The panel", material=Material.PANEL, duties=_DUTIES)
def panel(request: ReviewRequest) -> HttpResponse:
    """Who takes part, and for each agency: asked for what, by when, who writes, who sits on the panel."""
    person, review = request.user, request.review
    standings = queries.agency_standings(person, review)
    return show(
        request,
        "panel/panel.html",
        {
            "members": [
                (
                    ROLES[role],
                    [(one, queries.may_end(person, one, parts=request.parts)) for one in held],
                )
                for role, held in queries.members(person, review)
            ],
            "former": [
                (ROLES[Role(one.role)].name, one) for one in queries.former_members(person, review)
            ],
            "standings": [
                (one, queries.may_name_author(person, review, one.agency, parts=request.parts))
                for one in standings
            ],
            "may_form": queries.may_form_panel(person, review),
            "may_ask": queries.may_ask_for_contribution(person, review),
            "missing": _missing(request),
        },
    )


@review_page("Appoint to the panel", material=Material.PANEL, duties=_DUTIES)
def appoint(request: ReviewRequest) -> HttpResponse:
    """Appoint the panel chair, a panel member or the overview author, with what they declare."""
    require(queries.may_form_panel(request.user, request.review))
    form = AppointForm(
        posted(request),
        people=queries.people_to_appoint(request.review),
        agencies=agencies_of(request.review),
        initial={name: request.GET.get(name, "") for name in ("role", "agency")},
    )
    if request.method == "POST" and form.is_valid():
        member = attempt(
            form,
            lambda: services.appoint(request.review, by=request.user, **form.appointment()),
        )
        if member:
            role = ROLES[Role(member.role)].name.lower()
            messages.success(request, f"{member.person} is now {role}.")
            return redirect("panel", reference=request.review.reference)
    return show(request, "panel/appoint.html", {"form": form})


@review_page("Record that somebody has left", material=Material.PANEL, duties=(Duty.P10,))
def leave(request: ReviewRequest, membership_id: int) -> HttpResponse:
    """What leaving does, then the button: they see nothing from then on."""
    member = queries.membership_in(request.user, request.review, membership_id)
    if member is None:
        raise Http404
    require(queries.may_end(request.user, member))
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.leave(member, by=request.user)):
            messages.success(request, f"{member.person} has left, and sees the case no more.")
            return redirect("panel", reference=request.review.reference)
    role = ROLES[Role(member.role)].name.lower()
    return show(request, "panel/leave.html", {"form": form, "member": member, "role": role})


@review_page(
    "Ask an agency for a contribution", material=Material.PANEL, duties=(Duty.P7, Duty.P11)
)
def ask(request: ReviewRequest) -> HttpResponse:
    """Ask an agency of the case for its chronology, its report, or both, by a day."""
    require(queries.may_ask_for_contribution(request.user, request.review))
    agencies = queries.agencies_to_ask(request.user, request.review)
    form = ContributionForm(
        posted(request),
        agencies=agencies,
        answers=_answers(request),
        report=f"An {request.review.type.nouns.agency_report}",
        today=moments.today(),
    )
    if request.method == "POST" and form.is_valid():
        asked = attempt(
            form,
            lambda: services.ask_for_contribution(request.review, by=request.user, **form.asked()),
        )
        if asked:
            messages.success(request, f"{asked.agency} has been asked. It names its author next.")
            return redirect("panel", reference=request.review.reference)
    return show(request, "panel/ask.html", {"form": form, "agencies": agencies})


@review_page("Name your agency’s author", material=Material.PANEL, duties=(Duty.P11,))
def author(request: ReviewRequest, agency_key: str) -> HttpResponse:
    """The agency's senior officer names who writes its own review, with what they declare."""
    agency = _agency(request, agency_key)
    require(queries.may_name_author(request.user, request.review, agency))
    form = DeclarationForm(posted(request), people=queries.people_to_name(agency))
    if request.method == "POST" and form.is_valid():
        named = attempt(
            form,
            lambda: services.name_author(
                request.review, agency, by=request.user, **form.declared()
            ),
        )
        if named:
            messages.success(request, f"{named.person} is now the author for {agency}.")
            return redirect("panel", reference=request.review.reference)
    asked = queries.contribution_of(request.user, request.review, agency)
    return show(request, "panel/author.html", {"form": form, "agency": agency, "asked": asked})


def _missing(request: ReviewRequest) -> list[dict[str, Any]]:
    """What is still missing while the panel is formed; what is mended on this page needs no link."""
    missing = queries.missing_while_forming(request.user, request.review)
    return [
        thing if thing["where"] in _MENDED_ELSEWHERE else thing | {"href": ""}
        for thing in with_addresses(request.review, missing)
    ]


def _agency(request: ReviewRequest, key: str) -> Agency:
    agency = queries.agency_named(request.review, key)
    if agency is None:
        raise Http404
    return agency


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
    path("panel/", panel, name="panel"),
    path("panel/appoint/", appoint, name="panel_appoint"),
    path("panel/leave/<int:membership_id>/", leave, name="panel_leave"),
    path("panel/ask/", ask, name="panel_ask"),
    path("panel/author/<slug:agency_key>/", author, name="panel_author"),
]
