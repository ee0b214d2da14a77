"""The decision log, and what meetings asked somebody to do (P8, P10)."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from goldenthread.domain.answers import require
from goldenthread.domain.meetings import MEETS, Body, body_noun
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import decision_log as log
from goldenthread.reviews.queries import meeting as queries
from goldenthread.reviews.services import decision_log as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.decision_log import AskForm, AtMeetingForm, BetweenForm
from goldenthread.reviews.web.forms.meeting import DoneForm
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.views.meeting import meeting_at, of_each_body
from goldenthread.reviews.web.who_reads import who_reads

if TYPE_CHECKING:
    from goldenthread.reviews.models import MeetingAction


@review_page(
    "Decision log",
    material=Material.COMMITTEE_MEETING,
    duties=tuple(meets.duty for meets in MEETS.values()),
)
def decision_log(request: ReviewRequest) -> HttpResponse:
    """Every numbered decision that the person may read, of all bodies or of one."""
    seen = queries.bodies_seen(request.parts)
    chosen = next((body for body in seen if body.value == request.GET.get("body")), None)
    read = log.logged_of(request.user, request.review)
    return show(
        request,
        "meeting/log.html",
        {
            "logged": [one for one in read if chosen is None or one.decision.body == chosen],
            "chosen": chosen,
            "bodies": queries.meetings_by_body(request.user, request.review),
            "filters": _filters(request, seen, chosen, read),
        },
    )


def _filters(
    request: ReviewRequest, seen: list[Body], chosen: Body | None, read: list[log.LoggedRead]
) -> list[dict[str, Any]]:
    here = reverse("decision_log", kwargs={"reference": request.review.reference})
    nouns = request.review.type.nouns
    items = [{"text": "Every body", "href": here, "current": chosen is None, "count": len(read)}]
    items += [
        {
            "text": body_noun(body, nouns),
            "href": f"{here}?body={body.value}",
            "current": body is chosen,
            "count": sum(one.decision.body == body for one in read),
        }
        for body in seen
    ]
    return [{"title": "Decided by", "items": items}]


def decide_at(request: ReviewRequest, body: Body, number: int) -> HttpResponse:
    """Record a decision of a meeting in the log."""
    one = meeting_at(request, body, number)
    may_note = queries.may_note(request.user, one)
    if request.method == "POST":
        require(may_note)
    record = queries.record_of(request.user, one)
    form = AtMeetingForm(
        posted(request),
        record=record,
        standing=_standing(request, body),
        who_sees=who_reads(MEETS[body].material),
        initial={"item": request.GET.get("item", "")},
    )
    if request.method == "POST" and form.is_valid():
        words = form.decision()
        logged = attempt(form, lambda: services.record_at(one, by=request.user, **words))
        if logged:
            messages.success(request, f"Decision {logged.number} is in the log.")
            return _to_meeting(request, body, number)
    words = {"form": form, "may_keep": may_note, "record": record, "meeting": one}
    return _page(request, "meeting/decide.html", body, **words)


def decide_between(request: ReviewRequest, body: Body) -> HttpResponse:
    """Record a decision that a body took between meetings."""
    may_keep = queries.may_keep(request.user, request.review, body)
    if request.method == "POST":
        require(may_keep)
    form = BetweenForm(
        posted(request),
        standing=_standing(request, body),
        who_sees=who_reads(MEETS[body].material),
        today=moments.today(),
    )
    if request.method == "POST" and form.is_valid():
        words = form.decision()
        logged = attempt(
            form, lambda: services.record_between(request.review, body, by=request.user, **words)
        )
        if logged:
            messages.success(request, f"Decision {logged.number} is in the log.")
            return redirect("decision_log", reference=request.review.reference)
    return _page(request, "meeting/decide.html", body, form=form, may_keep=may_keep)


def ask(request: ReviewRequest, body: Body, number: int) -> HttpResponse:
    """Record that a meeting asked somebody to do something."""
    one = meeting_at(request, body, number)
    may_note = queries.may_note(request.user, one)
    if request.method == "POST":
        require(may_note)
    form = AskForm(
        posted(request),
        expected=queries.expected_at(request.user, request.review, body),
        who_sees=who_reads(MEETS[body].material),
    )
    if request.method == "POST" and form.is_valid():
        words = form.asked()
        asked = attempt(form, lambda: services.ask(one, by=request.user, **words))
        if asked:
            messages.success(request, f"Action {asked.number} is recorded.")
            return _to_meeting(request, body, number)
    return _page(request, "meeting/ask.html", body, form=form, may_keep=may_note, meeting=one)


def done(request: ReviewRequest, body: Body, number: int, action_number: int) -> HttpResponse:
    """Record that an action of a meeting is done."""
    one = meeting_at(request, body, number)
    action = queries.actions_of(request.user, one).filter(number=action_number).first()
    if action is None:
        raise Http404
    may_finish = queries.may_finish(request.user, action)
    if request.method == "POST":
        require(may_finish)
    form = DoneForm(posted(request), today=moments.today())
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: _finish(request, action, form.cleaned_data)):
            messages.success(request, f"Action {action_number} is recorded as done.")
            return _to_meeting(request, body, number)
    words = {"form": form, "may_keep": may_finish, "meeting": one, "action": action}
    return _page(request, "meeting/done.html", body, **words)


def _finish(
    request: ReviewRequest, action: "MeetingAction", typed: dict[str, Any]
) -> "MeetingAction":
    return services.finish(action, by=request.user, **typed)


def _standing(request: ReviewRequest, body: Body) -> list[log.LoggedRead]:
    logged = log.logged_of(request.user, request.review, body)
    return [one for one in logged if one.stands]


def _to_meeting(request: ReviewRequest, body: Body, number: int) -> HttpResponse:
    return redirect("meeting", reference=request.review.reference, body=body, number=number)


def _page(request: ReviewRequest, template: str, body: Body, **words: Any) -> HttpResponse:
    noun = body_noun(body, request.review.type.nouns)
    return show(request, template, {"body": body, "noun": noun} | words)


urlpatterns = [
    path("meetings/decisions/", decision_log, name="decision_log"),
    *of_each_body("decide/", "decide_between", "A decision between meetings", decide_between),
    *of_each_body("<int:number>/decide/", "decide_at", "Record a decision", decide_at),
    *of_each_body("<int:number>/ask/", "meeting_ask", "Record an action", ask),
    *of_each_body(
        "<int:number>/actions/<int:action_number>/", "meeting_done", "An action is done", done
    ),
]
