"""A review's home: where it stands, whose turn it is, what this person does now, and the clock."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import path

from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage, StageDescription
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import Material
from goldenthread.pages.words import listing
from goldenthread.reviews import moments
from goldenthread.reviews.queries.late import late_in
from goldenthread.reviews.queries.referral import what_became
from goldenthread.reviews.queries.reviews import steps_taken
from goldenthread.reviews.queries.work import news_for, tasks_of
from goldenthread.reviews.web.clock import clock_and_warnings
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.who_reads import those_who_are

if TYPE_CHECKING:
    from goldenthread.reviews.models import Review

AT_ONCE = 3
"""How many things to do, and how many that happened, stand on the page before all the others."""


def _whose_turn(stage: StageDescription) -> str:
    """Everybody whose turn it is, to begin a sentence with."""
    first, *others = [those_who_are(role) for role in stage.owners] or [""]
    return listing([first, *(f"{one[:1].lower()}{one[1:]}" for one in others)])


@review_page("Review home", material=Material.REVIEW, duties=(Duty.P24,))
def home(request: ReviewRequest) -> HttpResponse:
    """Answers, without scrolling: where are we, whose turn, what do I do, are we in time, what happened."""
    review = request.review
    if request.parts.roles == {Role.REFERRER}:
        return show(request, "home/referrer.html", {"became": what_became(request.user, review)})
    today = moments.today()
    stage = review.type.stage(Stage(review.stage))
    # What is running out of time stands beside its clock on this page, and need not be told twice.
    found = tasks_of(request.user, review, request.parts)
    tasks = [task for task in found if task.page != "timetable"]
    news = news_for(request.user, [review], now=moments.now()).get(review.pk, [])
    happened = _happened(request)
    return show(
        request,
        "home/home.html",
        {
            "stage": stage,
            "stages": _stage_line(review),
            "turn_of": _whose_turn(stage),
            "is_mine": bool(request.parts.roles & set(stage.owners)),
            "tasks": tasks[:AT_ONCE],
            "further": tasks[AT_ONCE:],
            "ways_back": [
                step
                for step in review.type.steps_from(stage.stage)
                if step.needs_reason
                and not step.page  # what has a page of its own is offered there
                and step.permission in request.parts.permissions
            ],
            **clock_and_warnings(review, request.parts),
            "late": list(late_in(request.user, review, today=today)),
            "news": news[: AT_ONCE * 2],
            "more_news": len(news) - AT_ONCE * 2,
            "happened": happened[:AT_ONCE],
            "before": happened[AT_ONCE:],
        },
    )


def _stage_line(review: "Review") -> list[dict[str, object]]:
    stages = review.type.stages
    present = next(at for at, stage in enumerate(stages) if stage.stage == review.stage)
    return [
        {
            "name": stage.name,
            "state": "done" if at < present else "present" if at == present else "ahead",
            "entered_on": review.stage_since,
        }
        for at, stage in enumerate(stages)
    ]


def _happened(request: ReviewRequest) -> list[dict[str, object]]:
    kind = request.review.type
    taken = [
        {
            "title": kind.step(one.step).done,
            "by": one.taken_by.name,
            "at": one.taken_at,
            "text": " ".join([*(f"Although {unmet}" for unmet in one.unmet), one.reason]).strip(),
        }
        for one in steps_taken(request.user, request.review)
    ]
    # Who referred the case is told to those who may read the referral.
    sees_referral = request.parts.see(Material.REFERRAL)
    referred: dict[str, object] = {
        "title": "Case referred",
        "by": request.review.referrer.name if sees_referral else "",
        "at": request.review.referred_at,
    }
    return [*reversed(taken), referred]


urlpatterns = [path("", home, name="review_home")]
