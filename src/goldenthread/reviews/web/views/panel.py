"""The panel: who takes part, what they declare, who leaves, and where each agency stands (P10, P13)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import Answer, require
from goldenthread.domain.duties import Duty
from goldenthread.domain.independence import DECLARING, LEAVING_WORDS, Leaving
from goldenthread.domain.panel import APPOINTED
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import Material
from goldenthread.pages.words import listing, starting_small
from goldenthread.reviews import moments
from goldenthread.reviews.queries import panel as queries
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.people import agencies_of
from goldenthread.reviews.services import panel as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.panel import (
    AppointForm,
    DeclarationForm,
    DeclareAgainForm,
    LeaveForm,
)
from goldenthread.reviews.web.missing import with_addresses
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.reviews.models import Declaration, Membership

_DUTIES = (Duty.P10, Duty.P11, Duty.P13)
_MENDED_ELSEWHERE = ("terms",)


@dataclass(frozen=True, slots=True)
class _Row:
    """One member as the page shows them, and what the person looking may record about them."""

    member: "Membership"
    part: str
    has_declared: bool
    later: "list[Declaration]"
    may_end: Answer
    may_declare: Answer


@review_page("The panel", material=Material.PANEL, duties=_DUTIES)
def panel(request: ReviewRequest) -> HttpResponse:
    """Who takes part, and for each agency: asked for what, by when, who writes, who sits on the panel."""
    person, review = request.user, request.review
    rows = _rows(request)
    return show(
        request,
        "panel/panel.html",
        {
            "independent": [row for row in rows if row.member.agency_id is None],
            "undeclared": [row for row in rows if not row.has_declared],
            "former": [
                (review.type.called(Role(one.role)), one, _why_left(one))
                for one in queries.former_members(person, review)
            ],
            "standings": [
                (one, queries.may_name_author(person, review, one.agency, parts=request.parts))
                for one in queries.agency_standings(person, review)
            ],
            "may_form": queries.may_form_panel(person, review),
            "may_ask": queries.may_ask_for_contribution(person, review),
            "missing": _missing(request),
        },
    )


@review_page("Who takes part, and what they declared", material=Material.PANEL, duties=_DUTIES)
def members(request: ReviewRequest) -> HttpResponse:
    """Everybody who takes part, with what they declared at first and later; declaring and leaving begin here."""
    return show(request, "panel/members.html", {"members": _rows(request)})


@review_page("Appoint to the panel", material=Material.PANEL, duties=_DUTIES)
def appoint(request: ReviewRequest) -> HttpResponse:
    """Appoint the panel chair, a panel member or the overview author, with what they declare."""
    require(queries.may_form_panel(request.user, request.review))
    form = AppointForm(
        posted(request),
        people=queries.people_to_appoint(request.review),
        agencies=agencies_of(request.review),
        names={role: request.review.type.called(role) for role in APPOINTED},
        initial={name: request.GET.get(name, "") for name in ("role", "agency")},
    )
    if request.method == "POST" and form.is_valid():
        member = attempt(form, lambda: _appoint(request, form))
        if member:
            messages.success(request, _appointed(request, member))
            return redirect("panel", reference=request.review.reference)
    return show(request, "panel/appoint.html", {"form": form})


@review_page("Record a declaration", material=Material.PANEL, duties=_DUTIES)
def declare(request: ReviewRequest, membership_id: int) -> HttpResponse:
    """What a member declares: at first, which opens the case to them, or again on a later day."""
    member = _open_membership(request, membership_id)
    require(queries.may_declare_for(request.user, member, parts=request.parts))
    is_first = not queries.has_declared(member)
    form: Any = (
        DeclarationForm(posted(request))
        if is_first
        else DeclareAgainForm(posted(request), joined_on=member.joined_on, today=moments.today())
    )
    if request.method == "POST" and form.is_valid():
        record = services.declare if is_first else services.declare_again
        words = form.declared() if is_first else form.cleaned_data
        if attempt(form, lambda: record(member, by=request.user, **words)):
            messages.success(request, f"What {member.person} declared is recorded.")
            return redirect("panel_members", reference=request.review.reference)
    return show(
        request,
        "panel/declare.html",
        {"form": form, "member": member, "part": _part(request, member), "is_first": is_first},
    )


@review_page("Record that somebody has left", material=Material.PANEL, duties=(Duty.P10,))
def leave(request: ReviewRequest, membership_id: int) -> HttpResponse:
    """What leaving does and why they leave, then the button: they see nothing from then on."""
    member = _open_membership(request, membership_id)
    require(queries.may_end(request.user, member, parts=request.parts))
    form = LeaveForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.leave(member, by=request.user, **form.cleaned_data)):
            messages.success(request, f"{member.person} has left.{_still_sees(request, member)}")
            if member.person == request.user:
                return redirect("my_work")
            return redirect("panel", reference=request.review.reference)
    return show(
        request,
        "panel/leave.html",
        {
            "form": form,
            "member": member,
            "role": _part(request, member),
            "still_sees": _still_sees(request, member),
        },
    )


def _rows(request: ReviewRequest) -> list[_Row]:
    person, review = request.user, request.review
    later = queries.declarations_of(person, review)
    return [
        _Row(
            member=one,
            part=review.type.called(role),
            has_declared=queries.has_declared(one),
            later=later.get(one.pk, []),
            may_end=queries.may_end(person, one, parts=request.parts),
            may_declare=queries.may_declare_for(person, one, parts=request.parts),
        )
        for role, held in queries.members(person, review)
        if role in DECLARING
        for one in held
    ]


def _appoint(request: ReviewRequest, form: AppointForm) -> "Membership":
    chosen = {"review": request.review, "by": request.user} | form.appointment()
    if form.cleaned_data["not_declared_yet"]:
        return services.appoint_undeclared(**chosen)
    return services.appoint(**chosen, **form.declared())


def _appointed(request: ReviewRequest, member: "Membership") -> str:
    done = f"{member.person} is now {starting_small(_part(request, member))}."
    if queries.has_declared(member):
        return done
    return f"{done} They see nothing of the case until their declaration is recorded."


def _part(request: ReviewRequest, member: "Membership") -> str:
    return request.review.type.called(Role(member.role))


def _why_left(member: "Membership") -> str:
    known = LEAVING_WORDS[Leaving(member.left_for)] if member.left_for else ""
    return ": ".join(words for words in (known, member.left_because) if words)


def _still_sees(request: ReviewRequest, member: "Membership") -> str:
    """That a post outside the review still opens it to somebody who leaves; "" where none does."""
    posts = parts_in(member.person, request.review).roles - {Role(member.role)}
    if not posts:
        return ""
    names = listing(starting_small(request.review.type.called(role)) for role in sorted(posts))
    return (
        f" They are also {names}, and see the review by that until it ends too, unless they leave as a witness."
        " Whoever keeps people and posts ends a post."
    )


def _missing(request: ReviewRequest) -> list[dict[str, Any]]:
    """What is still missing while the panel is formed; what is mended on this page needs no link."""
    missing = queries.missing_while_forming(request.user, request.review)
    return [
        thing if thing["where"] in _MENDED_ELSEWHERE else thing | {"href": ""}
        for thing in with_addresses(request.review, missing)
    ]


def _open_membership(request: ReviewRequest, membership_id: int) -> "Membership":
    member = queries.membership_in(request.user, request.review, membership_id)
    if member is None:
        raise Http404
    return member


urlpatterns = [
    path("panel/", panel, name="panel"),
    path("panel/members/", members, name="panel_members"),
    path("panel/appoint/", appoint, name="panel_appoint"),
    path("panel/declare/<int:membership_id>/", declare, name="panel_declare"),
    path("panel/leave/<int:membership_id>/", leave, name="panel_leave"),
]
