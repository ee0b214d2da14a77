"""What is held back for other proceedings: one interview, or publication; never the review (P6)."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import require
from goldenthread.domain.duties import Duty
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import proceedings as queries
from goldenthread.reviews.queries.people import agencies_of
from goldenthread.reviews.services import holds as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.proceedings import HoldForm, LiftForm, LookAgainForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.reviews.models import Hold


@review_page("What is held back", material=Material.HOLD, duties=(Duty.P6,))
def holds(request: ReviewRequest) -> HttpResponse:
    """Every hold that is this person's business: open ones with the day they are looked at again, then lifted ones."""
    person, review = request.user, request.review
    looked = queries.looked_at(person, review)
    found = [(one, looked.get(one.pk, [])) for one in queries.holds(person, review)]
    return show(
        request,
        "proceedings/holds.html",
        {
            "open": [(one, seen) for one, seen in found if one.lifted_on is None],
            "lifted": [(one, seen) for one, seen in found if one.lifted_on is not None],
            "may_keep": queries.may_keep_proceedings(person, review),
            "today": moments.today(),
        },
    )


@review_page("Hold something back", material=Material.HOLD, duties=(Duty.P6,))
def place(request: ReviewRequest) -> HttpResponse:
    """Hold back one interview, or publication."""
    person, review = request.user, request.review
    require(queries.may_keep_proceedings(person, review))
    form = HoldForm(
        posted(request),
        agencies=agencies_of(review),
        proceedings=queries.proceedings(person, review),
        initial={"of": request.GET.get("of", "")},
    )
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: _place(request, form)):
            messages.success(request, "The hold is recorded. Everything else goes on.")
            return redirect("holds", reference=review.reference)
    return show(request, "proceedings/hold_place.html", {"form": form})


@review_page("Look at a hold again", material=Material.HOLD, duties=(Duty.P6,))
def look_again(request: ReviewRequest, hold_id: int) -> HttpResponse:
    """Keep that a hold was looked at and stays, until the next day named."""
    hold = _open_hold(request, hold_id)
    form = LookAgainForm(posted(request))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        if attempt(form, lambda: services.look_again(hold, by=request.user, **typed)):
            messages.success(request, "It is recorded that the hold was looked at and stays.")
            return redirect("holds", reference=request.review.reference)
    return show(request, "proceedings/hold.html", {"form": form, "hold": hold})


@review_page("Lift a hold", material=Material.HOLD, duties=(Duty.P6,))
def lift(request: ReviewRequest, hold_id: int) -> HttpResponse:
    """Lift one hold, with the reason."""
    hold = _open_hold(request, hold_id)
    form = LiftForm(posted(request))
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        if attempt(form, lambda: services.lift(hold, because=because, by=request.user)):
            messages.success(request, "The hold is lifted. Others stay.")
            return redirect("holds", reference=request.review.reference)
    return show(request, "proceedings/hold.html", {"form": form, "hold": hold, "lifting": True})


def _place(request: ReviewRequest, form: HoldForm) -> "Hold":
    words = {"review": request.review, "by": request.user} | form.hold()
    if form.cleaned_data["of"] == "publication":
        return services.place_on_publication(**words)
    chosen = {name: form.cleaned_data[name] for name in ("agency", "whose")}
    return services.place_on_interview(**words, **chosen)


def _open_hold(request: ReviewRequest, hold_id: int) -> "Hold":
    require(queries.may_keep_proceedings(request.user, request.review))
    hold = queries.hold_in(request.user, request.review, hold_id)
    if hold is None or hold.lifted_on is not None:
        raise Http404
    return hold


urlpatterns = [
    path("holds/", holds, name="holds"),
    path("holds/place/", place, name="hold_place"),
    path("holds/<int:hold_id>/", look_again, name="hold"),
    path("holds/<int:hold_id>/lift/", lift, name="hold_lift"),
]
