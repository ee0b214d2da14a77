"""Remember which forms have been sent. Not services: they are part of the one that the form asks for."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from goldenthread.accounts.models import Person
from goldenthread.reviews import moments
from goldenthread.reviews.models import SentForm


def claim(token: UUID, *, by: Person) -> str | None:
    """None when this is the first time; otherwise where the first was led ("" if that is not known).

    Waits for another transaction that has claimed the same token until it has ended.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO reviews_sentform (token, person_id, led_to, sent_at) VALUES (%s, %s, '', %s)"
            " ON CONFLICT DO NOTHING",
            [token, by.pk, moments.now()],
        )
        if cursor.rowcount:
            return None
    sent = SentForm.objects.filter(token=token, person=by).first()
    return sent.led_to if sent else ""


def keep(token: UUID, *, led_to: str) -> None:
    """Keep where the form's sender was led."""
    SentForm.objects.filter(token=token).update(led_to=led_to[:300])


def release(token: UUID) -> None:
    """Forget a form that came back with mistakes, so that it can be sent again."""
    SentForm.objects.filter(token=token).delete()


def forget(*, before: datetime) -> None:
    """Forget forms sent before this moment: nobody sends one again after so long."""
    SentForm.objects.filter(sent_at__lt=before).delete()
