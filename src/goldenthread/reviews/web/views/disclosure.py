"""The disclosure schedule: what was asked for, what was decided, what was served (P6)."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.documents.writers.disclosure_schedule import ScheduleLine, as_word
from goldenthread.domain.answers import require
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import Duty
from goldenthread.domain.proceedings import DISCLOSURE_WORDS, DisclosureDecision
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import proceedings as queries
from goldenthread.reviews.queries.people import agencies_of
from goldenthread.reviews.services import disclosure as services
from goldenthread.reviews.services import reading
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.downloads import word_document
from goldenthread.reviews.web.forms.proceedings import (
    DisclosureDecisionForm,
    RequestForm,
    ServedForm,
)
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.reviews.models import Disclosure


@review_page("The disclosure schedule", material=Material.DISCLOSURE, duties=(Duty.P6,))
def disclosure(request: ReviewRequest) -> HttpResponse:
    """Every line of the schedule that is this person's business, by number."""
    found = queries.disclosures(request.user, request.review)
    return show(
        request,
        "proceedings/disclosure.html",
        {
            "lines": [(one, _decision(one)) for one in found],
            "may_keep": queries.may_keep_proceedings(request.user, request.review),
        },
    )


@review_page("Take away the schedule", material=Material.DISCLOSURE, duties=(Duty.P6,))
def word(request: ReviewRequest) -> HttpResponse:
    """The schedule as a Word document."""
    reading.record_reading(request.review, Material.DISCLOSURE, by=request.user)
    found = queries.disclosures(request.user, request.review)
    title = f"{request.review.reference}, {request.review.label}: disclosure schedule"
    document = as_word(title, [_as_line(one) for one in found], printed_on=moments.today())
    return word_document(document, name=f"{request.review.reference} disclosure schedule")


@review_page("Record a request", material=Material.DISCLOSURE, duties=(Duty.P6,))
def add(request: ReviewRequest) -> HttpResponse:
    """A document that a court, coroner or force asks for becomes a line of the schedule."""
    person, review = request.user, request.review
    require(queries.may_keep_proceedings(person, review))
    form = RequestForm(
        posted(request),
        agencies=agencies_of(review),
        proceedings=queries.proceedings(person, review),
        today=moments.today(),
    )
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        if attempt(form, lambda: services.add_request(review, by=person, **typed)):
            messages.success(request, "The request is on the schedule.")
            return redirect("disclosure", reference=review.reference)
    return show(request, "proceedings/request.html", {"form": form})


@review_page("Answer a request", material=Material.DISCLOSURE, duties=(Duty.P6,))
def decide(request: ReviewRequest, number: int) -> HttpResponse:
    """What was decided about one document."""
    line = _line(request, number)
    form = DisclosureDecisionForm(posted(request))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        if attempt(form, lambda: services.decide(line, by=request.user, **typed)):
            messages.success(request, f"The answer to request {number} is recorded.")
            return redirect("disclosure", reference=request.review.reference)
    return show(request, "proceedings/request_decide.html", {"form": form, "line": line})


@review_page("Record that a document was served", material=Material.DISCLOSURE, duties=(Duty.P6,))
def serve(request: ReviewRequest, number: int) -> HttpResponse:
    """When one document was served."""
    line = _line(request, number)
    form = ServedForm(posted(request), requested_on=line.requested_on, today=moments.today())
    if request.method == "POST" and form.is_valid():
        served_on = form.cleaned_data["served_on"]
        if attempt(form, lambda: services.serve(line, served_on=served_on, by=request.user)):
            messages.success(request, f"It is recorded when document {number} was served.")
            return redirect("disclosure", reference=request.review.reference)
    return show(request, "proceedings/request_serve.html", {"form": form, "line": line})


def _line(request: ReviewRequest, number: int) -> "Disclosure":
    require(queries.may_keep_proceedings(request.user, request.review))
    line = queries.disclosure_numbered(request.user, request.review, number)
    if line is None:
        raise Http404
    return line


def _decision(line: "Disclosure") -> str:
    return DISCLOSURE_WORDS[DisclosureDecision(line.decision)] if line.decision else ""


def _as_line(line: "Disclosure") -> ScheduleLine:
    decided = _decision(line) or "Not decided yet"
    if line.decided_on:
        decided = f"{decided}, {in_words(line.decided_on)}. {line.reason}".strip()
    return ScheduleLine(
        number=line.number,
        document=f"{line.document} ({line.agency})" if line.agency else line.document,
        requested=f"{line.requested_by}, {in_words(line.requested_on)}",
        legal_basis=line.legal_basis,
        immunity="Claimed" if line.claims_immunity else "Not claimed",
        decision=decided,
        redactions=line.redactions,
        served=in_words(line.served_on) if line.served_on else "",
    )


urlpatterns = [
    path("disclosure/", disclosure, name="disclosure"),
    path("disclosure/word/", word, name="disclosure_word"),
    path("disclosure/add/", add, name="disclosure_add"),
    path("disclosure/<int:number>/", decide, name="disclosure_decide"),
    path("disclosure/<int:number>/served/", serve, name="disclosure_serve"),
]
