"""The first page after signing in, and the list of reviews."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import path

from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage
from goldenthread.reviews import moments
from goldenthread.reviews.queries import reviews as lists
from goldenthread.reviews.queries import work as queries
from goldenthread.reviews.queries.referral import unsent_referrals, what_became_of_each
from goldenthread.reviews.web.my_lists import Asked, groups_of_links, sections
from goldenthread.reviews.web.numbers import number_asked
from goldenthread.reviews.web.page import SignedInRequest, signed_in_page
from goldenthread.reviews.web.rendering import show

NEW_AT_ONCE = 3
"""How many of a review’s news are told before the way to all of them."""


@signed_in_page("My work", duties=(Duty.P7, Duty.P24))
def my_work(request: SignedInRequest) -> HttpResponse:
    """What waits for this person and what they wait for, one line each with the one thing to do."""
    person, today = request.user, moments.today()
    work, asked = queries.work_of(person, today=today), Asked.of(request)
    is_whole = not (asked.only or asked.role or asked.kind)
    return show(
        request,
        "my_work/my_work.html",
        {
            "sections": sections(work, asked, today=today),
            "groups": groups_of_links(work, asked, today=today),
            "is_whole": is_whole and not asked.review,
            "news": _news(request, work, asked.review) if is_whole else [],
            "today": today,
            "referred": what_became_of_each(person, work.referred) if is_whole else [],
            "unsent": unsent_referrals(person) if is_whole else [],
        },
    )


def _news(request: SignedInRequest, work: queries.Work, reference: str) -> list[dict[str, Any]]:
    found = queries.news_for(request.user, work.reviews, now=moments.now())
    told: list[dict[str, Any]] = [
        {"review": review, "first": some[:NEW_AT_ONCE], "more": len(some) - NEW_AT_ONCE}
        for review in work.reviews
        if (some := found.get(review.pk)) and reference in ("", review.reference)
    ]
    return sorted(told, key=lambda one: one["first"][0].at, reverse=True)[: NEW_AT_ONCE * 3]


@signed_in_page("Reviews")
def reviews(request: SignedInRequest) -> HttpResponse:
    """Every review that this person takes part in, page by page; of one only referred, the outcome."""
    asked = {
        name: request.GET.get(name, "").replace("\x00", "") for name in ("q", "stage", "board")
    }
    found = lists.found(request.user, words=asked["q"], stage=asked["stage"], prefix=asked["board"])
    page, more = lists.page_of(found, after=number_asked(request, "after"))
    own, referred, parts = queries.told_apart(request.user, page)
    return show(
        request,
        "my_work/reviews.html",
        {
            "standings": queries.standings_of(own, parts, today=moments.today()),
            "referred": what_became_of_each(request.user, referred),
            "count": found.count(),
            "asked": asked,
            "groups": _narrowing(request, asked),
            "kept": [
                {"name": name, "value": value}
                for name, value in asked.items()
                if value and name != "q"
            ],
            "older": _address(asked, after=str(page[-1].pk)) if more else "",
            "newer": _address(asked) if number_asked(request, "after") else "",
        },
    )


def _narrowing(request: SignedInRequest, asked: dict[str, str]) -> list[dict[str, Any]]:
    stages, boards = lists.stages_and_boards(request.user)
    names = [
        (stage.value, lists.stage_name(stage), stages[stage]) for stage in Stage if stage in stages
    ]
    groups = [("Stage", "stage", names)]
    if len(boards) > 1:
        groups.append(("Board", "board", boards))
    return [
        {
            "title": title,
            "items": [
                {
                    "text": text,
                    "href": _address(asked | {name: "" if asked[name] == value else value}),
                    "current": asked[name] == value,
                    "count": count,
                }
                for value, text, count in choices
            ],
        }
        for title, name, choices in groups
    ]


def _address(asked: dict[str, str], **more: str) -> str:
    return "?" + urlencode({name: value for name, value in {**asked, **more}.items() if value})


urlpatterns = [
    path("", my_work, name="my_work"),
    path("reviews/", reviews, name="reviews"),
]
