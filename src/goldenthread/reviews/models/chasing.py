"""Reminders that were sent, and when each person last looked at each review."""

from typing import ClassVar

from django.db import models

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import OfAgency, Walled, WalledQuerySet


class Reminder(OfAgency):
    """One reminder of what an agency has been asked for: which rung of the ladder, to whom, when. Frozen."""

    material: ClassVar = Material.SCOPING
    is_frozen: ClassVar = True

    about = models.CharField(max_length=30)
    """What is asked: an answer to scoping, an author to name, a chronology, a report."""
    rung = models.CharField(max_length=20)
    """Before, on or after the due day, to the manager; or by hand."""
    due_on = models.DateField()
    sent_at = models.DateTimeField()
    sent_to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    chased_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """Who chased; None where the ladder did."""
    note = models.CharField(max_length=200, blank=True)

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency about rung due_on sent_at",
        account="sent_to chased_by",
        case="note",
    )

    class Meta:
        ordering = ["sent_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "agency", "about", "rung", "due_on", "sent_to"],
                condition=models.Q(chased_by__isnull=True),
                name="a_rung_is_climbed_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.rung}"


class Visit(Walled):
    """When somebody last looked at a review, for what is new since. Nobody sees another's."""

    material: ClassVar = Material.VISIT
    own_row_column: ClassVar = "person_id"
    is_ones_own_to_write: ClassVar = True

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    last_at = models.DateTimeField()
    before_that = models.DateTimeField(null=True)
    """The visit before, so that what was new stays marked while they look round."""

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(operational="id review last_at before_that", account="person")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "person"], name="one_visit_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.review_id}"
