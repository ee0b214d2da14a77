"""Who is sent the daily digest, and that each is sent one a day."""

from datetime import date

from django.db.models import Q, QuerySet

from goldenthread.accounts.models import Person


def waiting_for_digest(on: date) -> QuerySet[Person]:
    """Those who want one, can sign in, and have not been sent the one of this day."""
    not_yet = Q(digest_sent_on=None) | Q(digest_sent_on__lt=on)
    return Person.objects.filter(not_yet, is_active=True, wants_digest=True).order_by("pk")


def claim(person: Person, *, on: date) -> bool:
    """Take this person’s digest of the day in hand; False when it was taken before, here or by another worker.

    One statement decides, so that a job that is begun again sends nobody a second one.
    """
    return bool(waiting_for_digest(on).filter(pk=person.pk).update(digest_sent_on=on))
