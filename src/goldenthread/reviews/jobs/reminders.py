"""Climb the ladder of reminders once a day: whatever is due and has not been sent, is sent (P7).

The job can be repeated safely and ended at any moment: each rung is sent to each person once, and what
a run did not come to, the next one does. It acts for a holder of each Board's own post, behind both
walls.
"""

import logging
from datetime import date

from procrastinate.contrib.django import app

from goldenthread.accounts.bank_holidays import calendar_of
from goldenthread.accounts.models import Partnership, Person, Post
from goldenthread.domain.answers import Refused
from goldenthread.domain.process import Stage
from goldenthread.domain.reminders import Rung, ladder_with, rung_due
from goldenthread.domain.roles import Permission, roles_with
from goldenthread.reviews import moments
from goldenthread.reviews.models import Review
from goldenthread.reviews.queries.reminders import Owed, owed_in
from goldenthread.reviews.queries.reviews import reviews_visible_to
from goldenthread.reviews.services import reminders as services
from goldenthread.reviews.walls import asking

_log = logging.getLogger(__name__)


@app.periodic(cron="10 6 * * 1-5")
@app.task(name="goldenthread.reviews.remind_agencies", queueing_lock="remind_agencies")
def remind_agencies(timestamp: int) -> None:
    """Remind every agency of what is due, before, on and after its day."""
    for partnership in Partnership.objects.order_by("pk"):
        climb_for(partnership, today=moments.today())


def climb_for(partnership: Partnership, *, today: date) -> int:
    """Send what is due in the reviews of one Board; how many reminders were sent.

    Where nobody holds the Board's post, nothing can be sent, and the log says so.
    """
    person = _acting_for(partnership)
    if person is None:
        _log.warning("No reminders: nobody asks agencies for Board %s.", partnership.pk)
        return 0
    with asking(person.pk):
        open_reviews = reviews_visible_to(person).filter(
            partnership=partnership, referred_at__isnull=False
        )
        reviews = list(open_reviews.exclude(stage=Stage.CLOSED.value))
    return sum(_climb_apart(review, person, partnership, today=today) for review in reviews)


def _climb_apart(review: Review, person: Person, partnership: Partnership, *, today: date) -> int:
    """The reminders of one review, whose trouble does not keep back those of any other."""
    try:
        return _climb(review, person, partnership, today=today)
    except (
        Exception
    ):  # whatever nobody foresaw is one review’s, and is tried again the next morning
        _log.exception("The reminders of a review could not be sent.")
        return 0


def _climb(review: Review, person: Person, partnership: Partnership, *, today: date) -> int:
    calendar = calendar_of(partnership.nation)
    ladder = ladder_with(partnership.clock_lengths.get(review.review_type, {}))
    with asking(person.pk):
        due = [
            (one, step.rung, to)
            for one in owed_in(person, review)
            if (step := rung_due(one.due_on, today=today, calendar=calendar, ladder=ladder))
            for to in services.told_on(review, one, step.rung)
        ]
    return sum(_sent(review, one, rung, to=to, by=person) for one, rung, to in due)


def _sent(review: Review, owed: Owed, rung: Rung, *, to: Person, by: Person) -> bool:
    """Send one reminder in a transaction of its own, so that a run that is ended keeps what it sent."""
    try:
        with asking(by.pk):
            services.climb(review, owed, rung, to=to, by=by)
    except Refused:
        return False  # sent before, or brought meanwhile
    return True


def _acting_for(partnership: Partnership) -> Person | None:
    roles = [role.value for role in roles_with(Permission.ASK_AGENCIES)]
    posts = Post.objects.filter(
        partnership=partnership,
        agency=None,
        role__in=roles,
        ended_on=None,
        person__is_active=True,
    )
    post = posts.select_related("person").order_by("began_on", "pk").first()
    return post.person if post else None
