"""What each of those who decide together has said, while there is no decision yet."""

from dataclasses import dataclass
from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.domain import together
from goldenthread.domain.roles import Role
from goldenthread.reviews.models import Review, StepTaken, Voice

DECISION = "decision"
SIGN_OFF = "sign_off"


@dataclass(frozen=True, slots=True)
class Tally:
    """How far those who decide together have come: the latest of each, and who has not spoken."""

    voices: tuple[Voice, ...]
    silent: tuple[Role, ...]
    all_agree: bool

    @property
    def differ(self) -> bool:
        """Whether two of them have said different things."""
        return len({voice.outcome for voice in self.voices}) > 1

    @property
    def last_on(self) -> date | None:
        """The day of the latest voice, which is the day of the decision once all agree."""
        return max((voice.said_on for voice in self.voices), default=None)


def decides_together(review: Review) -> bool:
    """Whether the review's regime has several deciders."""
    return len(review.type.deciders) > 1


def tally(person: Person, review: Review, about: str) -> Tally:
    """What has been said since the review last came to its stage; what was said in a former round does not count."""
    came = (
        StepTaken.objects.visible_to(person)
        .filter(review=review, to_stage=review.stage)
        .order_by("-taken_at")
        .values_list("taken_at", flat=True)
        .first()
    )
    rows = Voice.objects.visible_to(person).filter(review=review, about=about)
    if came is not None:
        rows = rows.filter(recorded_at__gte=came)
    latest = {Role(voice.role): voice for voice in rows.select_related("recorded_by")}
    deciders = review.type.deciders
    said = {role: voice.outcome for role, voice in latest.items()}
    return Tally(
        voices=tuple(latest[role] for role in deciders if role in latest),
        silent=together.silent(deciders, said),
        all_agree=together.all_agree(deciders, said),
    )
