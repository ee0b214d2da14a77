"""Activity: who did and saw what in this review."""

from django.http import HttpResponse
from django.urls import path

from goldenthread.domain.visibility import Material
from goldenthread.reviews.queries import trail as queries
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.verbs import in_words


@review_page("Activity", material=Material.TRAIL)
def activity(request: ReviewRequest) -> HttpResponse:
    """The trail of the review, newest first, page by page."""
    before = request.GET.get("before", "")
    seen = queries.activity(
        request.user, request.review, before=int(before) if before.isdecimal() else None
    )
    older = seen[-1].number if len(seen) == queries.PAGE_SIZE and seen[-1].number > 1 else None
    items = [{"title": _sentence(one), "at": one.at} for one in seen]
    return show(
        request,
        "activity/activity.html",
        {"items": items, "older": f"?before={older}" if older else ""},
    )


def _sentence(one: queries.Seen) -> str:
    whose = f", {one.agency}" if one.agency else ""
    return f"{one.who} {in_words(one.verb)}{whose}"


urlpatterns = [path("activity/", activity, name="activity")]
