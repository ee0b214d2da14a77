"""Record that somebody was told, and that a letter was taken from here (P9). No letter is ever sent from here."""

from datetime import date

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.documents.writers.letters import write_letter
from goldenthread.domain import notices as rules
from goldenthread.domain.answers import Refused, require
from goldenthread.domain.notices import Occasion, Way
from goldenthread.reviews import moments
from goldenthread.reviews.models import Notice, Review
from goldenthread.reviews.queries import notices as queries
from goldenthread.reviews.queries.telling import Happened, Line
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service


@service
def give(
    review: Review,
    about: Occasion,
    recipient: str,
    *,
    agency: Agency | None = None,
    name: str,
    told_on: date,
    way: Way,
    reference: str,
    note: str,
    by: Person,
) -> Notice:
    """Record who was told, when and how; or that telling them is held back, and why.

    It is never changed; another record follows it. Raises Refused before there is anything to tell, and for
    somebody who is not on the list of the review's type.
    """
    review = steps.locked(review, by=by)
    require(queries.may_give_notice(by, review))
    happened, _ = _line(review, about, recipient, agency, by=by)
    require(
        rules.may_give_notice(
            told_on=told_on,
            happened_on=happened.on,
            today=moments.today(),
            way=way,
            note=note,
            name=name,
        )
    )
    notice = Notice.objects.create(
        review=review,
        about=about.value,
        recipient=recipient,
        agency=agency,
        name=name.strip(),
        told_on=told_on,
        how=way.value,
        reference=reference.strip(),
        note=note.strip(),
        recorded_at=moments.now(),
        recorded_by=by,
    )
    verb = "notice.held_back" if way is Way.HELD_BACK else "notice.given"
    _record(verb, notice.pk, review, agency, by=by)
    return notice


@service
def take_letter(
    review: Review,
    about: Occasion,
    recipient: str,
    *,
    agency: Agency | None = None,
    by: Person,
) -> bytes:
    """The letter as a Word document, to be printed or sent by secure means; that it was taken is recorded."""
    require(queries.may_give_notice(by, review))
    happened, line = _line(review, about, recipient, agency, by=by)
    _record("notice.letter_taken", None, review, agency, by=by)
    return write_letter(queries.letter_to(by, review, happened, line.target))


def _line(
    review: Review, about: Occasion, recipient: str, agency: Agency | None, *, by: Person
) -> tuple[Happened, Line]:
    happened = queries.happened_in(by, review, about)
    if happened is None:
        raise Refused("There is nothing to tell yet.")
    line = queries.line_of(by, review, happened, recipient=recipient, agency=agency)
    if line is None:
        raise Refused("They are not on the list of those who are told of this.")
    return happened, line


def _record(
    verb: str, notice_id: int | None, review: Review, agency: Agency | None, *, by: Person
) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="notice",
        subject_id=notice_id,
        review_id=review.pk,
        agency_id=agency.pk if agency else None,
    )
