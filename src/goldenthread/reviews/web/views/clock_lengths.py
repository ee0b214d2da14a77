"""How long the clocks of a Board run: which are fixed, which are its own to set, and by whose word (P24)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path

from goldenthread.accounts import clock_lengths as services
from goldenthread.accounts.models import Partnership
from goldenthread.domain.answers import Refused
from goldenthread.domain.clocks import ClockRule, clocks_here, event_words
from goldenthread.domain.duties import Duty
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.reviews.web.attempts import attempt
from goldenthread.reviews.web.forms.clock_lengths import ClockLengthForm
from goldenthread.reviews.web.managing import manager_page
from goldenthread.reviews.web.page import SignedInRequest
from goldenthread.reviews.web.posted import posted
from goldenthread.reviews.web.rendering import show


@manager_page("Clocks of a Board", duties=(Duty.P24,))
def clocks(request: SignedInRequest, board: Partnership) -> HttpResponse:
    """Every clock of every type, with its length here, where that comes from, and whether it can be changed."""
    kinds = [
        {"kind": kind, "clocks": [_told(board, kind, rule) for rule in kind.clocks]}
        for kind in _kinds(board)
    ]
    return show(request, "people/clocks.html", {"board": board, "kinds": kinds})


@manager_page("A clock of a Board", duties=(Duty.P24,))
def clock(
    request: SignedInRequest, board: Partnership, review_type: str, clock_key: str
) -> HttpResponse:
    """Another length for a clock that the Board may set, or the one the guidance suggests again."""
    kind, rule = _rule(review_type, clock_key)
    here = _here(board, kind, rule)
    form = ClockLengthForm(
        posted(request),
        rule=rule,
        events=kind.events,
        initial={"length": abs(here.length), "starts": here.starts},
    )
    words: dict[str, Any] = {"review_type": review_type, "clock": clock_key, "by": request.user}
    done = None
    if request.method == "POST" and request.POST.get("as_suggested"):
        done = attempt(form, lambda: services.take_clock_length_away(board, **words))
    elif request.method == "POST" and form.is_valid():
        done = attempt(form, lambda: services.set_clock_length(board, **words, **form.cleaned_data))
    if done:
        messages.success(request, f"{rule.name}: the length is set.")
        return redirect("board_clocks", prefix=board.prefix)
    told = _told(board, kind, rule)
    return show(request, "people/clock.html", {"board": board, "form": form, **told})


def _kinds(board: Partnership) -> list[ReviewType]:
    """The type under which the Board takes new cases first."""
    first = REVIEW_TYPES[board.review_type]
    return [first, *(kind for kind in REVIEW_TYPES.values() if kind is not first)]


def _rule(review_type: str, clock_key: str) -> tuple[ReviewType, ClockRule]:
    try:
        rule = services.rule_of(review_type, clock_key)
    except Refused:
        raise Http404 from None
    return REVIEW_TYPES[review_type], rule


def _here(board: Partnership, kind: ReviewType, rule: ClockRule) -> ClockRule:
    return clocks_here((rule,), services.own_lengths(board, kind.key))[0]


def _told(board: Partnership, kind: ReviewType, rule: ClockRule) -> dict[str, Any]:
    here = _here(board, kind, rule)
    return {
        "kind": kind,
        "rule": rule,
        "here": here,
        "starts": event_words(kind.events, here.starts),
        "stops": event_words(kind.events, rule.stops),
        "is_own": here != rule,
    }


urlpatterns = [
    path("people/<str:prefix>/clocks/", clocks, name="board_clocks"),
    path(
        "people/<str:prefix>/clocks/<slug:review_type>/<slug:clock_key>/",
        clock,
        name="board_clock",
    ),
]
