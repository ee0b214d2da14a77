"""The addresses of the case site, each with an example of every word in it, for tests that walk them."""

import re

from goldenthread.accounts.models import Person
from goldenthread.reviews.models import (
    Contribution,
    Entry,
    ExtensionRequest,
    Membership,
    RegisteredPerson,
    Review,
    SourceFile,
)
from goldenthread.reviews.printing import addresses
from goldenthread.reviews.walls import asking

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def in_a_review() -> list[str]:
    """The routes of every page about one review."""
    return [route for route, _ in addresses() if "<str:reference>" in route]


class Examples:
    """For each word in an address something that exists in this review, as its business manager sees it."""

    def __init__(self, review: Review, manager: Person) -> None:
        with asking(manager.pk):
            contribution = Contribution.objects.filter(review=review).first()
            self.words = {
                "str:reference": review.reference,
                "str:prefix": review.partnership.prefix,
                "slug:kind": "duty_team",
                "slug:agency_key": contribution.agency.key if contribution else "police",
                "slug:key": review.type.agency_report_outline[0].key,
                "slug:document": "overview",
                "slug:section_key": review.type.referral.sections[0].key,
                "int:number": 1,
                "slug:milestone": review.type.milestones[-1].key,
                "slug:clock": review.type.main_clock.key,
                "int:request_id": _first(ExtensionRequest, review),
                "slug:about": "decision",
                "slug:recipient": "family",
                "slug:review_type": review.review_type,
                "slug:clock_key": review.type.clocks[0].key,
                "str:step_name": next(step.name for step in review.type.steps if not step.page),
                "int:membership_id": _first(Membership, review),
                "int:person_id": _first(RegisteredPerson, review),
                "int:entry_id": _first(Entry, review),
                "int:file_id": _first(SourceFile, review),
            }

    def address(self, route: str) -> str:
        for word, value in self.words.items():
            route = route.replace(f"<{word}>", str(value))
        route = re.sub(r"<int:\w+>", "1", route)
        assert "<" not in route, f"{route}: this test has no example for one of its words"
        return f"/{route}"


def _first(model: type, review: Review) -> int:
    found = model.objects.filter(review=review).order_by("pk").first()
    return found.pk if found else 1
