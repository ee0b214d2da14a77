"""What agencies still owe a review, and the reminders that were sent about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.answers import Answer
from goldenthread.domain.contributions import may_tell_to_secure
from goldenthread.domain.process import Stage
from goldenthread.domain.reminders import ABOUT_WORDS, RUNG_WORDS, About, Rung, may_chase
from goldenthread.domain.roles import Permission, Role
from goldenthread.reviews import moments
from goldenthread.reviews.models import Contribution, Involvement, Membership, Reminder, Review
from goldenthread.reviews.queries.parts import Parts, parts_in

_CHASERS = (Permission.ASK_AGENCIES, Permission.OVERSEE)


@dataclass(frozen=True, slots=True)
class Owed:
    """Something an agency was asked for by a day and has not brought."""

    agency: Agency
    about: About
    due_on: date

    @property
    def words(self) -> str:
        """What it was asked, after “was asked …”."""
        return ABOUT_WORDS[self.about]


@dataclass(frozen=True, slots=True)
class ReminderSent:
    """One reminder as it is shown. ``chased_by`` is empty where the ladder sent it."""

    agency: Agency
    about: str
    rung: str
    sent_at: datetime
    sent_to: str
    chased_by: str


def reminders_of(
    person: Person, review: Review, agency: Agency | None = None
) -> QuerySet[Reminder]:
    """The reminders that were sent, oldest first: to one agency, or to all the person may see."""
    found = Reminder.objects.visible_to(person).filter(review=review)
    if agency is not None:
        found = found.filter(agency=agency)
    return found.select_related("agency", "sent_to", "chased_by")


def sent_in_words(
    person: Person, review: Review, agency: Agency | None = None
) -> list[ReminderSent]:
    """The same in words, newest first: to which agency, about what, on which rung, to whom, by whom."""
    return [
        ReminderSent(
            agency=one.agency,
            about=ABOUT_WORDS[About(one.about)],
            rung=RUNG_WORDS[Rung(one.rung)],
            sent_at=one.sent_at,
            sent_to=one.sent_to.name,
            chased_by=one.chased_by.name if one.chased_by else "",
        )
        for one in reminders_of(person, review, agency).reverse()
    ]


def owed_in(person: Person, review: Review) -> list[Owed]:
    """What every agency owes the review, as far as the person may see that; empty once it is closed."""
    stage = Stage(review.stage)
    if stage is Stage.CLOSED:
        return []
    owed = list(_answers_owed(person, review))
    if stage in (Stage.PANEL, Stage.EVIDENCE):
        owed += _contributions_owed(person, review, stage)
    return owed


def may_chase_at_all(parts: Parts) -> bool:
    """Whether somebody with these parts is one of those who chase agencies."""
    return any(permission in parts.permissions for permission in _CHASERS)


def may_be_chased(person: Person, review: Review, agency: Agency, about: About) -> Answer:
    """Whether the person may chase the agency for this now: the page and the service ask this."""
    if not may_chase_at_all(parts_in(person, review)):
        return Answer("Your part in this review does not include this.")
    owes = owed_of(person, review, agency, about) is not None
    by_hand = reminders_of(person, review, agency).filter(about=about, rung=Rung.BY_HAND)
    today = any(localdate(one.sent_at) == moments.today() for one in by_hand)
    return may_chase(owes=owes, chased_today=today)


def owed_of(person: Person, review: Review, agency: Agency, about: About) -> Owed | None:
    """What one agency owes of this kind, or None."""
    found = (one for one in owed_in(person, review) if one.agency == agency and one.about is about)
    return next(found, None)


def _answers_owed(person: Person, review: Review) -> Iterator[Owed]:
    told = Involvement.objects.visible_to(person).filter(review=review, records_secured_on=None)
    unanswered = Involvement.objects.visible_to(person).filter(review=review, answer="")
    for one in unanswered.filter(asked_at__isnull=False).select_related("agency"):
        if one.due_on:
            yield Owed(one.agency, About.SCOPING, one.due_on)
    if not may_tell_to_secure(stage=Stage(review.stage)):
        return
    for one in told.exclude(answer=Involvement.NOT_INVOLVED).select_related("agency"):
        if one.told_to_secure_at:
            # Records are secured at once: it is due on the day on which the agency is told.
            yield Owed(one.agency, About.SECURING, localdate(one.told_to_secure_at))


def _contributions_owed(person: Person, review: Review, stage: Stage) -> Iterator[Owed]:
    named = set(
        Membership.objects.visible_to(person)
        .filter(review=review, role=Role.AGENCY_AUTHOR, left_on=None)
        .values_list("agency_id", flat=True)
    )
    asked = Contribution.objects.visible_to(person).filter(review=review)
    for one in asked.select_related("agency"):
        if one.agency_id not in named and (one.wants_chronology or one.wants_report):
            yield Owed(one.agency, About.AUTHOR, one.due_on)
        if stage is not Stage.EVIDENCE:
            continue
        if one.wants_chronology and one.chronology_submitted_at is None:
            yield Owed(one.agency, About.CHRONOLOGY, one.due_on)
        if one.wants_report and one.report_submitted_at is None:
            yield Owed(one.agency, About.REPORT, one.due_on)
