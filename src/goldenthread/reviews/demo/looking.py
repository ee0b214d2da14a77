"""That people in the demo have looked at their reviews before, so that it is told what is new to them."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.demo.world import World
from goldenthread.reviews.queries.reviews import reviews_visible_to
from goldenthread.reviews.services import visits
from goldenthread.reviews.walls import asking

_LOOKED = ((Role.BUSINESS_MANAGER, 12), (Role.BOARD_CHAIR, 30), (Role.PANEL_CHAIR, 20))
"""Who looked at all of their reviews, and how many days ago."""


def looked_before(world: World, *, today: date) -> int:
    """The manager, the chairs and the panel’s chair have looked at each of their reviews. How many times in all."""
    times = 0
    for role, days in _LOOKED:
        person = world.person(role)
        moment = timezone.make_aware(datetime.combine(today - timedelta(days=days), time(9)))
        with moments.at(moment), asking(person.pk):
            for review in reviews_visible_to(person).exclude(reference=None):
                visits.keep(review, by=person)
                times += 1
    return times
