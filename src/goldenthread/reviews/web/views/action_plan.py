"""Actions: from the day a lesson is seen, and on after the review has closed (P5, P25)."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.actions import ActionStatus
from goldenthread.domain.duties import Duty
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import action_plan as queries
from goldenthread.reviews.queries.people import agencies_of
from goldenthread.reviews.services import action_plan as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.action_plan import ActionForm, ProgressForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show

if TYPE_CHECKING:
    from goldenthread.reviews.models import Action


@review_page("Actions", material=Material.ACTION, duties=(Duty.P5, Duty.P25))
def plan(request: ReviewRequest) -> HttpResponse:
    """Every action of the review: who leads, by when, how it stands."""
    today = moments.today()
    actions = queries.actions_of(request.user, request.review)
    return show(
        request,
        "action_plan/plan.html",
        {
            "planned": [queries.Planned(one, today) for one in actions],
            "may_keep": request.parts.may(Permission.KEEP_ACTIONS),
        },
    )


@review_page("Add an action", material=Material.ACTION, duties=(Duty.P5, Duty.P25), is_read=False)
def add(request: ReviewRequest) -> HttpResponse:
    """Add an action to the plan."""
    form = ActionForm(posted(request), agencies=agencies_of(request.review))
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        added = attempt(form, lambda: services.add(request.review, by=request.user, **words))
        if added:
            messages.success(request, f"Action {added.number} is in the plan.")
            return redirect("action_plan", reference=request.review.reference)
    may_keep = request.parts.may(Permission.KEEP_ACTIONS)
    return show(request, "action_plan/add.html", {"form": form, "may_keep": may_keep})


@review_page("Change an action", material=Material.ACTION, duties=(Duty.P5, Duty.P25))
def change(request: ReviewRequest, number: int) -> HttpResponse:
    """Say more exactly what an action is: who answers for it, by when, how its effect is known."""
    one = _action(request, number)
    kept = {name: getattr(one, name) for name in ActionForm.base_fields}
    form = ActionForm(posted(request), agencies=agencies_of(request.review), initial=kept)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        if attempt(form, lambda: services.change(one, by=request.user, **words)):
            messages.success(request, f"Action {number} has been changed.")
            return redirect("action", reference=request.review.reference, number=number)
    may_keep = request.parts.may(Permission.KEEP_ACTIONS)
    return show(
        request, "action_plan/add.html", {"form": form, "may_keep": may_keep, "action": one}
    )


@review_page("One action", material=Material.ACTION, duties=(Duty.P25,))
def action(request: ReviewRequest, number: int) -> HttpResponse:
    """One action, what was said of it, and how it stands now."""
    one = _action(request, number)
    form = ProgressForm(posted(request), initial={"status": one.status})
    if request.method == "POST" and form.is_valid():
        status = ActionStatus(form.cleaned_data["status"])
        note = form.cleaned_data["note"]
        if attempt(
            form, lambda: services.record_progress(one, status=status, note=note, by=request.user)
        ):
            messages.success(request, "Thank you. The progress is kept.")
            return redirect("action", reference=request.review.reference, number=number)
    return show(
        request,
        "action_plan/action.html",
        {
            "action": one,
            "planned": queries.Planned(one, moments.today()),
            "may_keep": request.parts.may(Permission.KEEP_ACTIONS),
            "progress": [
                (said, queries.status_in_words(said.status))
                for said in queries.progress_on(request.user, one)
            ],
            "may_report": queries.may_report(request.user, one),
            "form": form,
        },
    )


def _action(request: ReviewRequest, number: int) -> "Action":
    one = queries.action_numbered(request.user, request.review, number)
    if one is None:
        raise Http404
    return one


urlpatterns = [
    path("actions/", plan, name="action_plan"),
    path("actions/add/", add, name="action_add"),
    path("actions/<int:number>/", action, name="action"),
    path("actions/<int:number>/change/", change, name="action_change"),
]
