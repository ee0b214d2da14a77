"""The trail of one review, for those who may read it."""

from dataclasses import dataclass
from datetime import datetime

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit.models import Record
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models import Review
from goldenthread.reviews.queries.parts import parts_in

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Seen:
    """One record in words."""

    number: int
    at: datetime
    who: str
    verb: str
    agency: str


def activity(person: Person, review: Review, *, before: int | None = None) -> list[Seen]:
    """The newest records of the review (older than number ``before``), or none for others."""
    if not parts_in(person, review).see(Material.TRAIL):
        return []
    records = Record.objects.filter(review_id=review.pk).order_by("-number")
    if before is not None:
        records = records.filter(number__lt=before)
    page = list(records[:PAGE_SIZE])
    people = dict(
        Person.objects.filter(pk__in={record.person_id for record in page}).values_list(
            "pk", "name"
        )
    )
    agencies = dict(
        Agency.objects.filter(pk__in={record.agency_id for record in page}).values_list(
            "pk", "name"
        )
    )
    return [
        Seen(
            number=record.number,
            at=record.at,
            who=people.get(record.person_id or 0, "Nobody signed in"),
            verb=record.verb,
            agency=agencies.get(record.agency_id or 0, ""),
        )
        for record in page
    ]
