"""Put a page together: its template, and the navigation that this person has."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.accounts.models import Person
from goldenthread.accounts.queries import boards_managed_by
from goldenthread.domain.process import Stage
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.domain.visibility import Material

_PRIMARY = (("My work", "my_work"), ("Reviews", "reviews"), ("Refer a case", "refer"))
_PEOPLE = ("People", "boards")
"""For those who look after the people of a Board."""

# Only a part that has a page is here; a person sees those whose material is their business.
_Place = tuple[str, str, Material]
_SIDE: tuple[tuple[str, tuple[_Place, ...]], ...] = (
    (
        "",
        (
            ("Home", "review_home", Material.REVIEW),
            ("Your part", "your_part", Material.REVIEW),
            ("Timetable", "timetable", Material.TIMETABLE),
        ),
    ),
    (
        "Whether there is a review",
        (
            ("Referral", "referral", Material.REFERRAL),
            ("Scoping", "scoping", Material.SCOPING),
            ("Forms", "statutory_forms", Material.JUDGEMENT),
            ("Judgement", "judgement", Material.JUDGEMENT),
            ("Decision", "decision", Material.DECISION),
            ("Who has been told", "notices", Material.NOTICE),
        ),
    ),
    (
        "How it is done",
        (
            ("Panel", "panel", Material.PANEL),
            ("Terms of reference", "terms", Material.TERMS),
            ("Meetings", "meetings", Material.COMMITTEE_MEETING),
            ("Other proceedings", "proceedings", Material.PROCEEDINGS),
            ("What is held back", "holds", Material.HOLD),
            ("Disclosure", "disclosure", Material.DISCLOSURE),
            ("Who is who", "register", Material.REGISTER),
        ),
    ),
    (
        "What it finds",
        (
            ("Chronology", "chronology", Material.CHRONOLOGY),
            ("Agency reports", "agency_reports", Material.AGENCY_REPORT),
            ("Final report", "overview", Material.OVERVIEW),
            ("Sign-off", "sign_off", Material.SIGN_OFF),
            ("Publication", "release", Material.RELEASE),
            ("Actions", "action_plan", Material.ACTION),
            ("Activity", "activity", Material.TRAIL),
        ),
    ),
)


def show(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """The page, with navigation for this person; inside a review also ``review``, ``parts`` and ``nouns``."""
    words: dict[str, Any] = {"primary_navigation": _primary(request)}
    review = getattr(request, "review", None)
    if review is not None:
        words |= {
            "review": review,
            "nouns": review.type.nouns,
            "parts": request.parts,  # type: ignore[attr-defined]
            "side_navigation": _side(request),
            "side_title": review.reference,
        }
    return render(request, template, words | (context or {}), status=status)


def _primary(request: HttpRequest) -> list[dict[str, Any]]:
    if not isinstance(request.user, Person):
        return []
    here = request.resolver_match.url_name if request.resolver_match else ""
    if hasattr(request, "review"):
        here = "reviews"
    places = [*_PRIMARY]
    if boards_managed_by(request.user).exists():
        places.append(_PEOPLE)
    if request.path.startswith(reverse("boards")):
        here = "boards"
    return [{"text": text, "href": reverse(name), "current": name == here} for text, name in places]


def _side(request: Any) -> list[dict[str, Any]]:
    groups = [(heading, _entries(request, places)) for heading, places in _SIDE]
    return [{"heading": heading, "items": items} for heading, items in groups if items]


def _entries(request: Any, places: tuple[_Place, ...]) -> list[dict[str, Any]]:
    here = request.resolver_match.route if request.resolver_match else ""
    kind = request.review.type
    words = _in_its_words(kind)
    return [
        {
            "text": words.get(name, text),
            "href": reverse(name, kwargs={"reference": request.review.reference}),
            "current": _is_in(here, name),
        }
        for text, name, material in places
        if request.parts.see(material) and (name != "statutory_forms" or kind.forms)
    ]


def _in_its_words(kind: ReviewType) -> dict[str, str]:
    """What the regime calls the parts of a review, where it has its own word."""
    stages = {"referral": Stage.REFERRAL, "judgement": Stage.JUDGEMENT}
    return {name: kind.stage(stage).name for name, stage in stages.items()} | {
        "overview": kind.nouns.overview,
    }


def _is_in(route: str, name: str) -> bool:
    own = reverse(name, kwargs={"reference": "-"}).removeprefix("/reviews/-/")
    rest = route.partition("<str:reference>/")[2]
    return rest == own if not own else rest.startswith(own)
