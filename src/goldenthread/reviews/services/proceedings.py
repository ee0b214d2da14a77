"""Record other proceedings beside the review, without their content (P6, P21)."""

from dataclasses import asdict, dataclass
from datetime import date

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain.answers import require
from goldenthread.domain.proceedings import may_keep_proceeding
from goldenthread.reviews import moments
from goldenthread.reviews.models import Proceeding, Review
from goldenthread.reviews.queries import proceedings as queries
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a proceeding. Of a disciplinary one nothing but its kind, where it is and its days."""

    kind: str
    body: str
    reference: str = ""
    contact: str = ""
    began_on: date | None = None
    next_on: date | None = None
    ended_on: date | None = None
    outcome: str = ""
    note: str = ""


@service
def add(review: Review, known: Known, *, by: Person) -> Proceeding:
    """Record that there is another proceeding, before whom, and with whom the review keeps in touch."""
    review = steps.locked(review, by=by)
    require(queries.may_keep_proceedings(by, review))
    return _saved("proceeding.added", Proceeding(review=review), known, by=by)


@service
def change(proceeding: Proceeding, known: Known, *, by: Person) -> Proceeding:
    """Change what is known of a proceeding: its next day, its end and outcome."""
    review = steps.locked(proceeding.review, by=by)
    require(queries.may_keep_proceedings(by, review))
    mine = Proceeding.objects.visible_to(by).select_for_update(of=("self",), no_key=True)
    return _saved("proceeding.changed", mine.get(pk=proceeding.pk), known, by=by)


def _saved(verb: str, proceeding: Proceeding, known: Known, *, by: Person) -> Proceeding:
    require(
        may_keep_proceeding(
            kind=known.kind,
            body=known.body,
            kept=(known.reference, known.contact, known.outcome, known.note),
            began_on=known.began_on,
            ended_on=known.ended_on,
        )
    )
    for name, value in asdict(known).items():
        setattr(proceeding, name, value.strip() if isinstance(value, str) else value)
    proceeding.saved_at = moments.now()
    proceeding.saved_by = by
    proceeding.save()
    trail.record(
        verb,
        by=by.pk,
        subject="proceeding",
        subject_id=proceeding.pk,
        review_id=proceeding.review_id,
    )
    return proceeding
