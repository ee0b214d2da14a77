"""The Chair's decision (P9) and the Board's approval (P24)."""

from typing import ClassVar

from django.db import models

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.judgement import Judgement
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class Decision(Walled):
    """One decision of the Chair. It is never changed; a later one follows it."""

    material: ClassVar = Material.DECISION
    is_frozen: ClassVar = True

    judgement = models.ForeignKey(Judgement, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=30)
    decided_on = models.DateField()
    reasons = models.TextField()
    differs = models.BooleanField()
    """Whether the Chair decided otherwise than the Committee recommended."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review judgement outcome decided_on differs recorded_at",
        account="recorded_by",
        case="reasons",
    )

    class Meta:
        ordering = ["-recorded_at"]

    def __str__(self) -> str:
        return f"{self.outcome} on {self.decided_on}"


class SignOff(Walled):
    """The Board's approval of the overview report, on the day that stops the clock."""

    material: ClassVar = Material.SIGN_OFF
    is_frozen: ClassVar = True

    approved_on = models.DateField()
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review approved_on recorded_at", account="recorded_by", case="note"
    )

    class Meta:
        ordering = ["-recorded_at"]

    def __str__(self) -> str:
        return f"approved on {self.approved_on}"
