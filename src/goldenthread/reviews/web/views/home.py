"""A review's home: where it stands, whose turn it is, what this person does now, and the clock."""

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone

from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import ROLES
from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries.clock import clock_of
from goldenthread.reviews.queries.my_work import tasks_in
from goldenthread.reviews.queries.readiness import steps_open_to
from goldenthread.reviews.queries.reviews import steps_taken
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.views.my_work import address_of


@review_page("Review home", material=Material.REVIEW, duties=(Duty.P24,))
def home(request: ReviewRequest) -> HttpResponse:
    """Answers, without scrolling: where are we, whose turn, what do I do, are we in time, what happened."""
    review = request.review
    stage = review.type.stage(Stage(review.stage))
    tasks = tasks_in(request.user, review, request.parts)
    return show(
        request,
        "home/home.html",
        {
            "stage": stage,
            "stages": review.type.stages,
            "turn_of": ROLES[stage.owner].name if stage.owner else "",
            "tasks": [(task, address_of(task)) for task in tasks],
            "ways_back": [
                readiness.step
                for readiness in steps_open_to(request.user, review)
                if readiness.step.needs_reason
            ],
            "clock": clock_of(review, today=timezone.localdate()),
            "taken": [
                (taken, review.type.step(taken.step)) for taken in steps_taken(request.user, review)
            ],
        },
    )


urlpatterns = [path("", home, name="review_home")]
