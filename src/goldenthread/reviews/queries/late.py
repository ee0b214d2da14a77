"""What agencies owe one review since before today, as far as a reader may see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.domain.process import Stage
from goldenthread.reviews.models import Contribution, Involvement, Review


@dataclass(frozen=True, slots=True)
class Late:
    """Something an agency owed by a day that has passed."""

    agency: str
    what: str
    due_on: date
    page: str


def late_in(person: Person, review: Review, *, today: date) -> Iterator[Late]:
    """What agencies owe the review since before today, as far as the person may see that."""
    if Stage(review.stage) is not Stage.CLOSED:
        unanswered = Involvement.objects.visible_to(person).filter(review=review, answer="")
        for asked in unanswered.filter(due_on__lt=today).select_related("agency"):
            if asked.due_on:
                yield Late(asked.agency.name, "answer", asked.due_on, "scoping")
    if Stage(review.stage) is Stage.EVIDENCE:
        owed = Contribution.objects.visible_to(person).filter(review=review, due_on__lt=today)
        for one in owed.select_related("agency"):
            if one.wants_chronology and one.chronology_submitted_at is None:
                yield Late(one.agency.name, "chronology", one.due_on, "panel")
            if one.wants_report and one.report_submitted_at is None:
                yield Late(one.agency.name, review.type.nouns.agency_report, one.due_on, "panel")
