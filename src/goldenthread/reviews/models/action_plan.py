"""Actions: what is done about a lesson, by whom, by when. They outlive the review (P25)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class Action(Walled):
    """One action of the plan. Its status is that of its latest progress."""

    material: ClassVar = Material.ACTION

    number = models.PositiveSmallIntegerField()
    lesson = models.TextField()
    text = models.TextField()
    lead_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    """The agency that leads; None for the Board itself."""
    owner = models.CharField(max_length=120, blank=True)
    """Who answers for it, by post."""
    due_on = models.DateField()
    measure = models.TextField(blank=True)
    """How it will be known that it made a difference."""
    status = models.CharField(max_length=20, default="not_started")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review number lead_agency due_on status added_at",
        account="owner added_by",
        case="lesson text measure",
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="one_action_a_number"),
            models.CheckConstraint(
                condition=Q(
                    status__in=["not_started", "on_track", "at_risk", "complete", "declined"]
                ),
                name="action_status_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"action {self.number}"


class ActionProgress(Walled):
    """What was said of an action on a day: how it stands, and on what evidence."""

    material: ClassVar = Material.ACTION
    is_frozen: ClassVar = True

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="progress")
    status = models.CharField(max_length=20)
    note = models.TextField()
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review action status noted_at", account="noted_by", case="note"
    )

    class Meta:
        ordering = ["-noted_at", "-id"]

    def __str__(self) -> str:
        return f"{self.status} at {self.noted_at}"
