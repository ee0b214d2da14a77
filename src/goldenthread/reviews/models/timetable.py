"""The review's timetable: days recorded by hand, days planned, extensions asked for and answered (P24)."""

from typing import ClassVar

from django.db import models

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class EventDate(Walled):
    """The day on which something happened that a clock starts or stops with, where no form records it.

    Never changed; the latest row of an event counts.
    """

    material: ClassVar = Material.TIMETABLE
    is_frozen: ClassVar = True

    event = models.CharField(max_length=40)
    happened_on = models.DateField()
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review event happened_on recorded_at", account="recorded_by", case="note"
    )

    class Meta:
        ordering = ["recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.event} on {self.happened_on}"


class PlannedDay(Walled):
    """A day planned for a milestone of the timetable. Never changed; the latest row of a milestone counts."""

    material: ClassVar = Material.TIMETABLE
    is_frozen: ClassVar = True

    milestone = models.CharField(max_length=40)
    planned_on = models.DateField()
    reason = models.TextField(blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review milestone planned_on set_at", account="set_by", case="reason"
    )

    class Meta:
        ordering = ["set_at", "id"]

    def __str__(self) -> str:
        return f"{self.milestone} planned for {self.planned_on}"


class ExtensionRequest(Walled):
    """An extension of a clock, asked for with reasons before or after the due day. Never changed."""

    material: ClassVar = Material.TIMETABLE
    is_frozen: ClassVar = True

    clock = models.CharField(max_length=40)
    due_before = models.DateField()
    asked_until = models.DateField()
    reason = models.TextField()
    asked_on = models.DateField()
    recorded_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review clock due_before asked_until asked_on recorded_at",
        account="asked_by",
        case="reason",
    )

    class Meta:
        ordering = ["recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.clock} until {self.asked_until}"


class ExtensionAnswer(Walled):
    """The answer to one request: granted until a day, or refused, by whom and why. Never changed."""

    material: ClassVar = Material.TIMETABLE
    is_frozen: ClassVar = True

    request = models.OneToOneField(
        ExtensionRequest, on_delete=models.PROTECT, related_name="answer"
    )
    is_granted = models.BooleanField()
    granted_until = models.DateField(null=True)
    reason = models.TextField()
    answered_on = models.DateField()
    answered_for = models.CharField(max_length=200, blank=True)
    """The body that answered, where it is another than the person who records it (a department)."""
    recorded_at = models.DateTimeField()
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review request is_granted granted_until answered_on recorded_at",
        account="answered_for answered_by",
        case="reason",
    )

    class Meta:
        ordering = ["recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_granted=True, granted_until__isnull=False)
                | models.Q(is_granted=False, granted_until__isnull=True),
                name="a_granted_extension_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return "granted" if self.is_granted else "refused"
