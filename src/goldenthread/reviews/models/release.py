"""What becomes of the reports: published, or withheld with a reason (P23)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class Release(Walled):
    """One outcome of publication. ``digest`` is that of the frozen copy on the public site."""

    material: ClassVar = Material.RELEASE
    is_frozen: ClassVar = True
    PUBLISHED: ClassVar = "published"
    WITHHELD: ClassVar = "withheld"

    outcome = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    published_id = models.BigIntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review outcome published_id digest recorded_at",
        account="recorded_by",
        case="reason",
    )

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="published", published_id__isnull=False)
                | (Q(outcome="withheld") & ~Q(reason="")),
                name="withheld_has_a_reason",
            )
        ]

    def __str__(self) -> str:
        return self.outcome


class NameAnswer(Walled):
    """A person's answer to “is this one of the people in the register?”, asked once and remembered."""

    material: ClassVar = Material.REGISTER
    is_frozen: ClassVar = True

    sealed_form = models.BinaryField()
    """The words asked about, sealed: they are most often a name."""
    seal_ref = models.UUIDField(unique=True)
    person = models.ForeignKey(
        "reviews.RegisteredPerson", null=True, on_delete=models.PROTECT, related_name="+"
    )
    """Who it is; None when it is nobody's name."""
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review seal_ref answered_at",
        account="answered_by",
        case="person",
        identity="sealed_form",
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"answer {self.pk}"
