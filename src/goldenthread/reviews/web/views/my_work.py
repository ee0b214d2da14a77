"""The first page after signing in, and the list of reviews."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.urls import path, reverse

from goldenthread.domain.duties import Duty
from goldenthread.reviews import moments
from goldenthread.reviews.queries import my_work as queries
from goldenthread.reviews.queries.referral import unsent_referrals, what_became_of_each
from goldenthread.reviews.queries.reviews import reviews_visible_to
from goldenthread.reviews.web.page import SignedInRequest, signed_in_page
from goldenthread.reviews.web.rendering import show

SHOWN = 200


@signed_in_page("My work", duties=(Duty.P7, Duty.P24))
def my_work(request: SignedInRequest) -> HttpResponse:
    """What waits for this person, one line each with the one thing to do."""
    today = moments.today()
    open_reviews = list(reviews_visible_to(request.user).exclude(reference=None)[:SHOWN])
    work = queries.my_work_in(request.user, open_reviews, today=today)
    return show(
        request,
        "my_work/my_work.html",
        {
            "groups": _by_urgency(work.tasks, today=today),
            "not_yet": [(task, address_of(task)) for task in work.tasks if task.not_yet],
            "waiting": work.waiting,
            "referred": what_became_of_each(request.user, work.referred),
            "unsent": unsent_referrals(request.user),
        },
    )


def _by_urgency(
    tasks: list[queries.Task], *, today: date
) -> list[tuple[str, list[tuple[queries.Task, str]]]]:
    """Each group with its tasks and their addresses: overdue, due within a week, and all others."""
    week = today + timedelta(days=7)
    groups: dict[str, list[queries.Task]] = {
        "Overdue": [],
        "Due this week": [],
        "Waiting for you": [],
    }
    for task in tasks:
        due = task.due_on or date.max
        if not task.not_yet:
            name = (
                "Overdue" if due < today else "Due this week" if due < week else "Waiting for you"
            )
            groups[name].append(task)
    return [
        (name, [(task, address_of(task)) for task in some]) for name, some in groups.items() if some
    ]


@signed_in_page("Reviews")
def reviews(request: SignedInRequest) -> HttpResponse:
    """Every review that this person takes part in, and where it stands; of one only referred, the outcome."""
    today = moments.today()
    found = list(reviews_visible_to(request.user).exclude(reference=None)[:SHOWN])
    referred = queries.only_referred(request.user, found)
    return show(
        request,
        "my_work/reviews.html",
        {
            "standings": [
                queries.standing_of(one, today=today) for one in found if one not in referred
            ],
            "referred": what_became_of_each(request.user, referred),
        },
    )


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
