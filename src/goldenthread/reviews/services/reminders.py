"""Remind agencies of what they were asked: by hand, or rung by rung of the ladder (P7)."""

from django.db import IntegrityError, transaction

from goldenthread.accounts.models import Agency, Person
from goldenthread.audit import trail
from goldenthread.domain.answers import Answer, Refused, require
from goldenthread.domain.reminders import About, Rung
from goldenthread.domain.roles import Permission
from goldenthread.reviews import moments
from goldenthread.reviews.models import Reminder, Review
from goldenthread.reviews.queries.parts import parts_in
from goldenthread.reviews.queries.recipients import senior_officers, those_to_tell
from goldenthread.reviews.queries.reminders import Owed, may_be_chased, owed_of
from goldenthread.reviews.services import reminder_letters, steps
from goldenthread.reviews.services.service import service


class SentAlready(Refused):
    """This rung of the ladder has been climbed for this person; nothing was sent."""


@service
def chase(review: Review, agency: Agency, *, about: str, by: Person) -> Reminder:
    """Remind an agency by hand: each of those who do it is written to, and one record is left.

    ``about`` is one of :class:`goldenthread.domain.reminders.About`. Raises Refused when the agency owes
    nothing of the kind, was chased about it today, or has nobody who can be written to.
    """
    review = steps.locked(review, by=by)
    what = About(about)
    require(may_be_chased(by, review, agency, what))
    owed = owed_of(by, review, agency, what)
    people = those_to_tell(review, agency, what)
    if owed is None or not people:
        raise Refused(f"Nobody at {agency} can be written to. Add a contact for it first.")
    sent = [_send(review, owed, Rung.BY_HAND, to=person, by=by) for person in people]
    _record("reminder.sent", sent[0], by=by)
    return sent[0]


@service
def climb(review: Review, owed: Owed, rung: Rung, *, to: Person, by: Person) -> Reminder:
    """Send one rung's reminder to one person, once whatever happens to the worker.

    The ladder acts for a holder of the Board's own post (``by``), and the reminder says that the ladder
    sent it. Raises :class:`SentAlready` when it was sent before, by this worker or another.
    """
    require(parts_in(by, review).may(Permission.ASK_AGENCIES))
    if owed_of(by, review, owed.agency, owed.about) is None:
        require(Answer("The agency has brought what it was asked for."))
    try:
        with transaction.atomic():
            sent = _send(review, owed, rung, to=to, by=None)
    except IntegrityError as error:
        raise SentAlready("This reminder has been sent.") from error
    _record("reminder.sent_by_ladder", sent, by=by)
    return sent


def told_on(review: Review, owed: Owed, rung: Rung) -> list[Person]:
    """Who is told on this rung: whoever does it, and at the top of the ladder those above them."""
    if rung is Rung.ABOVE:
        return senior_officers(owed.agency)
    return those_to_tell(review, owed.agency, owed.about)


def _send(review: Review, owed: Owed, rung: Rung, *, to: Person, by: Person | None) -> Reminder:
    reminder = Reminder.objects.create(
        review=review,
        agency=owed.agency,
        about=owed.about.value,
        rung=rung.value,
        due_on=owed.due_on,
        sent_at=moments.now(),
        sent_to=to,
        chased_by=by,
    )
    reminder_letters.remind(reminder)
    return reminder


def _record(verb: str, reminder: Reminder, *, by: Person) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="reminder",
        subject_id=reminder.pk,
        review_id=reminder.review_id,
        agency_id=reminder.agency_id,
    )
