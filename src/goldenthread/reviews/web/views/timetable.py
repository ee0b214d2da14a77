"""The timetable: every clock with its sum, the plan, and more time asked for and answered (P24)."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.domain.answers import require
from goldenthread.domain.clocks import event_words
from goldenthread.domain.duties import Duty
from goldenthread.domain.planning import Later, Station, days_beyond, may_plan, moved
from goldenthread.domain.roles import Permission
from goldenthread.domain.visibility import Material
from goldenthread.reviews import moments
from goldenthread.reviews.queries import timetable as queries
from goldenthread.reviews.queries.clock import Running, clocks_of, warnings_of
from goldenthread.reviews.services import timetable as services
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.timetable import (
    AnswerMoreTimeForm,
    AskForMoreTimeForm,
    EventDateForm,
    PlanForm,
)
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.timetable_drawing import drawn

if TYPE_CHECKING:
    from goldenthread.reviews.models import ExtensionRequest


@review_page("Timetable", material=Material.TIMETABLE, duties=(Duty.P24,))
def timetable(request: ReviewRequest) -> HttpResponse:
    """Every clock as a sum, the plan as a table and a picture, and what was asked and answered."""
    review, today = request.review, moments.today()
    clocks = clocks_of(review, request.parts, today=today)
    stations = queries.stations_of(request.user, review, request.parts, today=today)
    main = next((one for one in clocks if one.rule.is_main), None)
    has_picture = bool(stations) and main is not None and main.clock is not None
    return show(
        request,
        "timetable/timetable.html",
        {
            "clocks": [_told(request, one) for one in clocks],
            "main": main,
            "warnings": warnings_of(clocks),
            "stations": stations,
            "drawing": drawn(stations, main.clock, name=main.rule.name)
            if has_picture and main and main.clock
            else None,
            "may_plan": request.parts.may(Permission.KEEP_TIME)
            and any(one.reached_on is None for one in stations),
            "asked": queries.more_time(request.user, review),
            "may_keep": request.parts.may(Permission.KEEP_TIME),
            "may_grant": request.parts.may(Permission.GRANT_EXTENSION),
            "may_ask": [
                (one.rule, queries.may_ask(request.user, review, one))
                for one in clocks
                if one.rule.may_be_extended and one.clock
            ],
            "by_hand": [
                (one, event_words(review.type.events, one.event))
                for one in queries.event_dates(request.user, review)
            ],
        },
    )


@review_page("Record a day", material=Material.TIMETABLE, duties=(Duty.P24,), is_read=False)
def record_day(request: ReviewRequest) -> HttpResponse:
    """The day on which something happened that no form records."""
    require(queries.may_keep_time(request.user, request.review))
    events = queries.events_by_hand(request.review)
    form = EventDateForm(posted(request), events=events)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        if attempt(form, lambda: services.record_event(request.review, by=request.user, **words)):
            messages.success(request, "The day is recorded.")
            return _back(request)
    return show(request, "timetable/record_day.html", {"form": form})


@review_page("Plan another day", material=Material.TIMETABLE, duties=(Duty.P24,))
def plan(request: ReviewRequest, milestone: str) -> HttpResponse:
    """Another day for a milestone: what that does to the later ones is shown before it is kept."""
    require(queries.may_keep_time(request.user, request.review))
    today = moments.today()
    stations = queries.stations_of(request.user, request.review, request.parts, today=today)
    station = next((one for one in stations if one.milestone.key == milestone), None)
    if station is None:
        raise Http404
    form = PlanForm(posted(request))
    shown: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid() and _may_plan(request, form, station):
        shown = _effect(request, form, stations, milestone)
        if request.POST.get("seen") == shown["seen"] and attempt(
            form, lambda: _plan(request, milestone, form.cleaned_data)
        ):
            messages.success(request, f"{station.milestone.name}: another day is planned.")
            return _back(request)
    return show(request, "timetable/plan.html", {"form": form, "station": station, **shown})


def _may_plan(request: ReviewRequest, form: PlanForm, station: Station) -> bool:
    words = form.cleaned_data
    answer = may_plan(
        station,
        to=words["planned_on"],
        starts=request.review.decided_on or words["planned_on"],
        reason=words["reason"],
    )
    if not answer:
        form.add_error("planned_on", answer.reason)
    return bool(answer)


def _effect(
    request: ReviewRequest, form: PlanForm, stations: list[Station], milestone: str
) -> dict[str, Any]:
    """What the change does, and a mark by which the next request says that just this was seen."""
    words = form.cleaned_data
    later = Later(words["later"])
    moves = moved(stations, milestone, words["planned_on"], later=later)
    due = queries.main_due(request.review, today=moments.today())
    return {
        "moves": moves,
        "due": due,
        "beyond": days_beyond(moves, due=due) if due else 0,
        "seen": f"{words['planned_on'].isoformat()} {later.value}",
    }


def _plan(request: ReviewRequest, milestone: str, words: dict[str, Any]) -> Any:
    return services.plan(
        request.review,
        milestone,
        planned_on=words["planned_on"],
        reason=words["reason"],
        later=Later(words["later"]),
        by=request.user,
    )


@review_page("Ask for more time", material=Material.TIMETABLE, duties=(Duty.P24,))
def ask(request: ReviewRequest, clock: str) -> HttpResponse:
    """Until when more time is needed for a clock, and why."""
    running = _running(request, clock)
    may_ask = queries.may_ask(request.user, request.review, running)
    form = AskForMoreTimeForm(posted(request))
    if request.method == "POST":
        require(may_ask)
        if form.is_valid() and attempt(form, lambda: _ask(request, clock, form.cleaned_data)):
            messages.success(request, "More time has been asked for. The answer is shown here.")
            return _back(request)
    return show(
        request, "timetable/ask.html", {"form": form, "may_ask": may_ask, "running": running}
    )


@review_page("Answer a request for more time", material=Material.TIMETABLE, duties=(Duty.P24,))
def answer(request: ReviewRequest, request_id: int) -> HttpResponse:
    """Whether more time is granted, until when, and why."""
    asked = _asked(request, request_id)
    require(queries.may_answer(request.user, asked))
    today = moments.today()
    form = AnswerMoreTimeForm(
        posted(request), today=today, initial={"granted_until": asked.asked_until}
    )
    if request.method == "POST" and form.is_valid():
        if attempt(form, lambda: _answer(request, asked, form)):
            messages.success(request, "The answer is recorded.")
            return _back(request)
    clock = queries.clock_asked_about(asked, request.parts, today=today)
    return show(request, "timetable/answer.html", {"form": form, "asked": asked, "clock": clock})


def _ask(request: ReviewRequest, clock: str, words: dict[str, Any]) -> Any:
    return services.ask_for_more_time(request.review, clock, by=request.user, **words)


def _answer(request: ReviewRequest, asked: "ExtensionRequest", form: AnswerMoreTimeForm) -> Any:
    return services.answer_request(asked, by=request.user, **form.answer())


def _told(request: ReviewRequest, one: Running) -> dict[str, Any]:
    events = request.review.type.events
    return {
        "running": one,
        "starts": event_words(events, one.rule.starts),
        "stops": event_words(events, one.rule.stops),
    }


def _running(request: ReviewRequest, clock: str) -> Running:
    running = queries.running_of(request.review, request.parts, clock, today=moments.today())
    if running is None:
        raise Http404
    return running


def _asked(request: ReviewRequest, request_id: int) -> "ExtensionRequest":
    asked = queries.request_of(request.user, request.review, request_id)
    if asked is None:
        raise Http404
    return asked


def _back(request: ReviewRequest) -> HttpResponse:
    return redirect("timetable", reference=request.review.reference)


urlpatterns = [
    path("timetable/", timetable, name="timetable"),
    path("timetable/record-a-day/", record_day, name="timetable_record_day"),
    path("timetable/plan/<slug:milestone>/", plan, name="timetable_plan"),
    path("timetable/more-time/<slug:clock>/", ask, name="timetable_ask"),
    path("timetable/answer/<int:request_id>/", answer, name="timetable_answer"),
]
