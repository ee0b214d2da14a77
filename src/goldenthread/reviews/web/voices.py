"""What those who decide together have said, in words for a page."""

from typing import TYPE_CHECKING, Any

from goldenthread.accounts.models import Person
from goldenthread.domain.roles import Role
from goldenthread.reviews.queries import voices

if TYPE_CHECKING:
    from goldenthread.reviews.models import Review

_APPROVED = "approved"


def voices_words(person: Person, review: "Review", about: str) -> dict[str, Any]:
    """The context of ``decision/_voices.html``; empty where one person decides alone."""
    if not voices.decides_together(review):
        return {}
    tally = voices.tally(person, review, about)
    spoken = {Role(voice.role): voice for voice in tally.voices}
    return {
        "said": [
            (review.type.called(role), _words(review, spoken.get(role)), spoken.get(role))
            for role in review.type.deciders
        ],
        "differ": tally.differ,
    }


def _words(review: "Review", voice: Any) -> str:
    if voice is None:
        return ""
    if voice.outcome == _APPROVED:
        return "Approves the reports"
    return review.type.outcome(voice.outcome).words
