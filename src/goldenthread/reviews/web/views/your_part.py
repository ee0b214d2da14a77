"""“Your part in this review”: the questions of this reader, answered for this review (P28)."""

from typing import Any

from django.http import HttpResponse
from django.urls import path

from goldenthread.domain.duties import Duty
from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import MATERIAL_WORDS, Material
from goldenthread.domain.your_part import HELP, WHAT_IT_IS, in_words
from goldenthread.pages.words import starting_small
from goldenthread.reviews import moments
from goldenthread.reviews.queries.referral import what_became
from goldenthread.reviews.queries.whom_to_ask import whom_to_ask
from goldenthread.reviews.queries.work import tasks_of
from goldenthread.reviews.web.clock import clock_words
from goldenthread.reviews.web.page import ReviewRequest, review_page
from goldenthread.reviews.web.rendering import show
from goldenthread.reviews.web.who_reads import in_all


@review_page("Your part in this review", material=Material.REVIEW, duties=(Duty.P28,))
def your_part(request: ReviewRequest) -> HttpResponse:
    """What this is, why you, what will happen and when, what is expected, who sees it, whom to ask."""
    person, review, parts = request.user, request.review, request.parts
    only_referred = parts.roles == {Role.REFERRER}
    asked = whom_to_ask(person, review, parts)
    return show(
        request,
        "help/your_part.html",
        {
            "what_it_is": [in_words(text, review.type.nouns) for text in WHAT_IT_IS],
            "roles": [_role(request, role) for role in Role if role in parts.roles],
            "became": what_became(person, review) if only_referred else "",
            "due": [] if only_referred else tasks_of(person, review, parts),
            "supports": [one for one in asked if one.whom == "staff_support"],
            "asks": [one for one in asked if one.whom != "staff_support"],
            "today": moments.today(),
            **clock_words(review, parts),
            **({} if only_referred else _stages(request)),
        },
    )


def _role(request: ReviewRequest, role: Role) -> dict[str, Any]:
    nouns, told = request.review.type.nouns, HELP[role]
    return {
        "name": request.review.type.called(role),
        "why": in_words(told.why_you, nouns),
        "expected": [in_words(text, nouns) for text in told.expected],
        "next": in_words(told.next, nouns),
        "seen": [
            (starting_small(MATERIAL_WORDS[material]), in_all(material, request.review.type))
            for material in told.writes
        ],
    }


def _stages(request: ReviewRequest) -> dict[str, Any]:
    """The stages behind, by name; and the present one with those ahead, each with whose turn it is."""
    kind, here = request.review.type, Stage(request.review.stage)
    at = [described.stage for described in kind.stages].index(here)
    return {
        "done": [described.name for described in kind.stages[:at]],
        "first_ahead": at + 1,
        "stages": [
            {
                "name": described.name,
                "turn": described.turn,
                "who": kind.called(described.owner) if described.owner else "",
                "is_here": described.stage is here,
            }
            for described in kind.stages[at:]
        ],
    }


urlpatterns = [path("your-part/", your_part, name="your_part")]
