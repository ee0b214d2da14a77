"""What happens around referrals in the demo: some are withdrawn or repeated, agencies are told and chased."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from goldenthread.accounts.models import Contact, Person
from goldenthread.domain.process import Stage
from goldenthread.domain.reminders import About
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.demo.story import referred, scoped
from goldenthread.reviews.demo.world import World
from goldenthread.reviews.jobs import reminders as ladder
from goldenthread.reviews.models import Review
from goldenthread.reviews.queries.referral import referral_of
from goldenthread.reviews.queries.scoping import NamesGiven, own_involvement
from goldenthread.reviews.services import received_referral, referral, reminders, scoping
from goldenthread.reviews.services.scoping import Details
from goldenthread.reviews.walls import asking


def enter_duty_team(world: World) -> Contact:
    """Whom somebody rings who knows of a child at risk now."""
    board = world.partnership
    return Contact.objects.get_or_create(
        partnership=board,
        agency=None,
        kind=Contact.DUTY_TEAM,
        defaults={
            "name": f"{board.name.split()[0]} safeguarding duty team",
            "phone": "01632 960100",
            "email": f"duty@{board.contact.partition('@')[2]}",
            "note": "Day and night, every day of the year.",
        },
    )[0]


def fuller_answer(agency: str) -> tuple[Details, NamesGiven]:
    """What an agency says beside whether it was involved; nothing for most of them."""
    told = scoped.FULLER.get(agency)
    if told is None:
        return scoping.NO_DETAILS, scoping.NO_NAMES
    words = asdict(told)
    names = NamesGiven(words.pop("people_found"), words.pop("professionals"))
    return Details(**words), names


def acknowledge(world: World, review: Review, *, on: date) -> None:
    """The business manager says that the referral has come."""
    manager = world.person(Role.BUSINESS_MANAGER)
    with moments.at(_noon(on)), asking(manager.pk):
        received_referral.acknowledge(review, by=manager)


def climb(world: World, *, day: date) -> int:
    """The ladder of reminders, as the worker climbs it on a morning."""
    with moments.at(_noon(day)):
        return ladder.climb_for(world.partnership, today=day)


def chase(world: World, review: Review, agency: str, *, on: date) -> None:
    """The business manager sends a reminder by hand."""
    manager = world.person(Role.BUSINESS_MANAGER)
    with moments.at(_noon(on)), asking(manager.pk):
        reminders.chase(review, world.agencies[agency], about=About.SCOPING, by=manager)


def secure_early(world: World, review: Review, *, on: date) -> None:
    """Agencies are told to secure their records while the referral is being read, and one says that it has."""
    manager = world.person(Role.BUSINESS_MANAGER)
    agencies = [world.agencies[key] for key in referred.SECURE_EARLY]
    with moments.at(_noon(on)), asking(manager.pk):
        scoping.tell_to_secure(review, agencies, by=manager)
    first = referred.SECURE_EARLY[0]
    contact = world.person(Role.AGENCY_CONTACT, first)
    with moments.at(_noon(on)), asking(contact.pk):
        own = own_involvement(contact, review, first)
        if own is not None:
            scoping.record_securing(
                own, on=on, by_whom="The records manager", held_at=referred.SECURED_AT, by=contact
            )


def withdrawn(world: World, *, today: date) -> Review:
    """A referral that its referrer takes back, and the Board closes."""
    told = referred.WITHDRAWN
    referrer = world.person(Role.AGENCY_CONTACT, "harbour-lane-school")
    review = _refer(
        world, told.answers, label=told.label, by=referrer, on=today - timedelta(days=9)
    )
    with moments.at(_noon(today - timedelta(days=8))), asking(referrer.pk):
        own = referral_of(referrer, review)
        if own is not None:
            referral.withdraw(own, reason=told.why, by=referrer)
    manager = world.person(Role.BUSINESS_MANAGER)
    with moments.at(_noon(today - timedelta(days=7))), asking(manager.pk):
        return received_referral.close_withdrawn(review, reason=told.closed_because, by=manager)


def repeated(world: World, of: Review, answers: Mapping[str, str], *, today: date) -> Review:
    """Somebody else refers a case that has been referred before; it is closed as its duplicate."""
    referrer = world.person(Role.AGENCY_CONTACT, "harbour-lane-school")
    told = dict(answers) | {"circumstances": referred.DUPLICATE_CIRCUMSTANCES}
    on = today - timedelta(days=3)
    review = _refer(world, told, label=referred.DUPLICATE_LABEL, by=referrer, on=on)
    manager = world.person(Role.BUSINESS_MANAGER)
    with moments.at(_noon(on + timedelta(days=1))), asking(manager.pk):
        return received_referral.close_as_duplicate(
            review, of, reason=referred.DUPLICATE_BECAUSE, by=manager
        )


def rests_early(world: World, review: Review, *, today: date) -> None:
    """What has been begun where a case rests before the Committee has it."""
    if review.stage == Stage.REFERRAL:
        secure_early(world, review, on=today)
    if review.stage == Stage.SCOPING:
        chase(world, review, "police", on=today)


def _refer(world: World, answers: Mapping[str, str], *, label: str, by: Person, on: date) -> Review:
    with moments.at(_noon(on)), asking(by.pk):
        begun = referral.begin(world.partnership, by=by)
        for section in begun.review.type.referral.sections:
            referral.save_section(begun, section, answers, by=by)
        return referral.send(begun, by=by, label=label).review


def _noon(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(12)))
