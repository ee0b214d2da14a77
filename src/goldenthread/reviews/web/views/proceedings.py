"""Other proceedings beside the review, kept apart from it (P6)."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.proceedings import KIND
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import proceedings as queries
from goldenthread.reviews.services import proceedings as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.proceedings import ProceedingForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.reviews.models import Proceeding

_KNOWN = tuple(ProceedingForm.base_fields)


@review_page("Other proceedings", material=Material.PROCEEDINGS, duties=(Duty.P6,))
def proceedings(request: ReviewRequest) -> HttpResponse:
    """Which other proceedings there are, how they stand, and what waits for them."""
    person, review = request.user, request.review
    found = queries.proceedings(person, review)
    return show(
        request,
        "proceedings/proceedings.html",
        {
            "proceedings": [(KIND[one.kind], one) for one in found],
            "open_holds": [one for one in queries.holds(person, review) if one.lifted_on is None],
            "may_keep": queries.may_keep_proceedings(person, review),
            "today": moments.today(),
        },
    )


@review_page("Record other proceedings", material=Material.PROCEEDINGS, duties=(Duty.P6,))
def add(request: ReviewRequest) -> HttpResponse:
    """Record that there is another proceeding."""
    require(queries.may_keep_proceedings(request.user, request.review))
    form = ProceedingForm(posted(request), today=moments.today())
    if request.method == "POST" and form.is_valid():
        known = services.Known(**form.cleaned_data)
        if attempt(form, lambda: services.add(request.review, known, by=request.user)):
            messages.success(request, "The proceeding is recorded.")
            return redirect("proceedings", reference=request.review.reference)
    return show(request, "proceedings/proceeding.html", {"form": form})


@review_page("How a proceeding stands", material=Material.PROCEEDINGS, duties=(Duty.P6,))
def change(request: ReviewRequest, proceeding_id: int) -> HttpResponse:
    """Change what is known of a proceeding: its next day, its end, its outcome."""
    require(queries.may_keep_proceedings(request.user, request.review))
    proceeding = _proceeding(request, proceeding_id)
    there = {name: getattr(proceeding, name) for name in _KNOWN}
    form = ProceedingForm(posted(request), today=moments.today(), initial=there)
    if request.method == "POST" and form.is_valid():
        known = services.Known(**form.cleaned_data)
        if attempt(form, lambda: services.change(proceeding, known, by=request.user)):
            messages.success(request, "What is known of the proceeding is saved.")
            return redirect("proceedings", reference=request.review.reference)
    return show(
        request, "proceedings/proceeding.html", {"form": form, "kind": KIND[proceeding.kind]}
    )


def _proceeding(request: ReviewRequest, proceeding_id: int) -> "Proceeding":
    found = queries.proceeding_in(request.user, request.review, proceeding_id)
    if found is None:
        raise Http404
    return found


urlpatterns = [
    path("proceedings/", proceedings, name="proceedings"),
    path("proceedings/add/", add, name="proceeding_add"),
    path("proceedings/<int:proceeding_id>/", change, name="proceeding"),
]
