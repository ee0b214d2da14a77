"""Agencies of a Board, and whom readers with a question are led to there (P28)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.accounts import queries, services
from goldenthread.accounts.models import Agency, Contact, Partnership
from goldenthread.domain.your_part import CONTACTS
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.people import AgencyForm, ContactForm
from goldenthread.reviews.web.forms.plain import ConfirmForm
from goldenthread.reviews.web.managing import manager_page
from goldenthread.reviews.web.page import SignedInRequest
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

_OF_BOARD = (Contact.DUTY_TEAM, Contact.BOARD_OFFICE)
_OF_AGENCY = (Contact.DESIGNATED_PERSON, Contact.STAFF_SUPPORT)


@manager_page("Agencies of a Board")
def agencies(request: SignedInRequest, board: Partnership) -> HttpResponse:
    """Every agency, with what is missing of its contacts; and the Board’s own contacts."""
    found = list(queries.agencies_with_people(board).prefetch_related("contacts"))
    return show(
        request,
        "people/agencies.html",
        {
            "board": board,
            "agencies": [(one, _lacking(one)) for one in found],
            "contacts": _contacts(board, None),
        },
    )


@manager_page("Add an agency")
def add_agency(request: SignedInRequest, board: Partnership) -> HttpResponse:
    """Another agency of the Board; reviews that have begun are not changed by it."""
    form = AgencyForm(posted(request))
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        added = attempt(
            form, lambda: services.add_agency(board, name=name, by=request.user), field="name"
        )
        if added:
            messages.success(request, f"{added} is added. Say now whom its people are led to.")
            return redirect("agency", prefix=board.prefix, agency_key=added.key)
    return show(request, "people/add_agency.html", {"board": board, "form": form})


@manager_page("An agency")
def agency(request: SignedInRequest, board: Partnership, agency_key: str) -> HttpResponse:
    """Its contacts, and its name, which can be changed."""
    one = _agency(board, agency_key)
    form = AgencyForm(posted(request), initial={"name": one.name})
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        renamed = attempt(
            form, lambda: services.rename_agency(one, name=name, by=request.user), field="name"
        )
        if renamed:
            messages.success(request, f"The agency is now called {renamed}.")
            return redirect("agency", prefix=board.prefix, agency_key=one.key)
    return show(
        request,
        "people/agency.html",
        {
            "board": board,
            "agency": Agency.objects.get(pk=one.pk),
            "form": form,
            "contacts": _contacts(board, one),
        },
    )


@manager_page("A contact")
def contact(
    request: SignedInRequest, board: Partnership, kind: str, agency_key: str = ""
) -> HttpResponse:
    """Who is led to for this, and how they are reached."""
    of = _agency(board, agency_key) if agency_key else None
    if kind not in (_OF_AGENCY if of else _OF_BOARD):
        raise Http404
    kept = queries.contacts_of(board, of).get(kind)
    names = ("name", "phone", "email", "note")
    form = ContactForm(
        posted(request), initial={name: getattr(kept, name) for name in names} if kept else None
    )
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        if attempt(
            form,
            lambda: services.save_contact(board, kind, agency=of, by=request.user, **words),
        ):
            messages.success(request, f"{CONTACTS[kind].name}: saved.")
            return _back(board, of)
    return show(
        request,
        "people/contact.html",
        {"board": board, "agency": of, "about": CONTACTS[kind], "kept": kept, "form": form},
    )


@manager_page("Remove a contact")
def remove_contact(request: SignedInRequest, board: Partnership, contact_id: int) -> HttpResponse:
    """Nobody is led there any more; then the button."""
    found = Contact.objects.filter(partnership=board, pk=contact_id).select_related("agency")
    kept = found.first()
    if kept is None:
        raise Http404
    form, of = ConfirmForm(posted(request)), kept.agency
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: services.remove_contact(kept, by=request.user)):
            messages.success(request, f"{CONTACTS[kept.kind].name}: removed.")
            return _back(board, of)
    return show(
        request,
        "people/remove_contact.html",
        {"board": board, "contact": kept, "about": CONTACTS[kept.kind], "form": form},
    )


def _agency(board: Partnership, key: str) -> Agency:
    found = board.agencies.filter(key=key).first()
    if found is None:
        raise Http404
    return found


def _back(board: Partnership, of: Agency | None) -> HttpResponse:
    if of is None:
        return redirect("agencies", prefix=board.prefix)
    return redirect("agency", prefix=board.prefix, agency_key=of.key)


def _contacts(board: Partnership, of: Agency | None) -> list[dict[str, Any]]:
    kept = queries.contacts_of(board, of)
    kinds = _OF_AGENCY if of else _OF_BOARD
    return [{"kind": kind, "about": CONTACTS[kind], "contact": kept.get(kind)} for kind in kinds]


def _lacking(one: Agency) -> list[str]:
    there = {contact.kind for contact in one.contacts.all()}
    return [CONTACTS[kind].name for kind in _OF_AGENCY if kind not in there]


urlpatterns = [
    path("people/<str:prefix>/agencies/", agencies, name="agencies"),
    path("people/<str:prefix>/agencies/add/", add_agency, name="agency_add"),
    path("people/<str:prefix>/agencies/of/<slug:agency_key>/", agency, name="agency"),
    path(
        "people/<str:prefix>/agencies/of/<slug:agency_key>/contacts/<slug:kind>/",
        contact,
        name="agency_contact",
    ),
    path("people/<str:prefix>/contacts/<slug:kind>/", contact, name="board_contact"),
    path(
        "people/<str:prefix>/contacts/<int:contact_id>/remove/",
        remove_contact,
        name="contact_remove",
    ),
]
