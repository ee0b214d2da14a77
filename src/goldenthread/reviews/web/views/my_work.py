"""The first page after signing in, and the list of reviews."""

from django.http import HttpResponse
from django.urls import path, reverse

from goldenthread.domain.duties import Duty
from goldenthread.reviews import moments
from goldenthread.reviews.queries import my_work as queries
from goldenthread.reviews.queries.referral import unsent_referrals
from goldenthread.reviews.queries.reviews import reviews_visible_to
from goldenthread.reviews.web.page import SignedInRequest, signed_in_page
from goldenthread.reviews.web.rendering import show

SHOWN = 200


@signed_in_page("My work", duties=(Duty.P7, Duty.P24))
def my_work(request: SignedInRequest) -> HttpResponse:
    """What waits for this person, one line each with the one thing to do."""
    open_reviews = list(reviews_visible_to(request.user).exclude(reference=None)[:SHOWN])
    tasks = [(task, address_of(task)) for task in queries.my_tasks(request.user, open_reviews)]
    return show(
        request,
        "my_work/my_work.html",
        {
            "tasks": [pair for pair in tasks if not pair[0].not_yet],
            "not_yet": [pair for pair in tasks if pair[0].not_yet],
            "unsent": unsent_referrals(request.user),
            "today": moments.today(),
        },
    )


@signed_in_page("Reviews")
def reviews(request: SignedInRequest) -> HttpResponse:
    """Every review that this person takes part in, and where it stands."""
    today = moments.today()
    found = reviews_visible_to(request.user).exclude(reference=None)[:SHOWN]
    standings = [queries.standing_of(review, today=today) for review in found]
    return show(request, "my_work/reviews.html", {"standings": standings})


def address_of(task: queries.Task) -> str:
    """Where the task is done."""
    words = {"reference": task.review.reference}
    if task.agency:
        words["agency_key"] = task.agency
    if task.step:
        words["step_name"] = task.step
    return reverse(task.page, kwargs=words)


urlpatterns = [
    path("", my_work, name="my_work"),
    path("reviews/", reviews, name="reviews"),
]
