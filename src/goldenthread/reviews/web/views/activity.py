"""Activity: who did and saw what in this review."""

from itertools import groupby

from django.http import HttpResponse
from django.urls import path

from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries import trail as queries
from goldenthread.reviews.web.numbers import number_asked
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.verbs import in_words


@review_page("Activity", material=Material.TRAIL)
def activity(request: ReviewRequest) -> HttpResponse:
    """The trail of the review, newest first, page by page."""
    before = number_asked(request, "before")
    seen = queries.activity(request.user, request.review, before=before)
    older = seen[-1].number if len(seen) == queries.PAGE_SIZE and seen[-1].number > 1 else None
    items = [_line(list(same)) for _, same in groupby(seen, key=_sentence)]
    return show(
        request,
        "activity/activity.html",
        {"items": items, "older": f"?before={older}" if older else ""},
    )


def _line(same: list[queries.Seen]) -> dict[str, object]:
    # Saving a text leaves a record each time; what one person did several times running is one line.
    times = f", {len(same)} times running" if len(same) > 1 else ""
    return {"title": _sentence(same[0]) + times, "at": same[0].at}


def _sentence(one: queries.Seen) -> str:
    whose = f", {one.agency}" if one.agency else ""
    return f"{one.who} {in_words(one.verb)}{whose}"


urlpatterns = [path("activity/", activity, name="activity")]
