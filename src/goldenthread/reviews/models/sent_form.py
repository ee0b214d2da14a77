"""Forms that have been sent, so that a second click changes nothing."""

from typing import ClassVar

from django.db import models

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify


class SentForm(models.Model):
    """One form, sent once: its token, and where its sender was led."""

    token = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    led_to = models.CharField(max_length=300)
    sent_at = models.DateTimeField()

    privacy_of: ClassVar = classify(operational="token led_to sent_at", account="person")

    def __str__(self) -> str:
        return str(self.token)
