"""Who is who: the real names behind labels, sealed."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from goldenthread.accounts.models import Agency
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class RegisteredPerson(Walled):
    """Somebody who is named in the review's material: one label, the same in every document.

    ``sealed_names`` holds every form of their name, and notes of what is *not* them. ``agency`` is where
    a professional worked; None for family.
    """

    material: ClassVar = Material.REGISTER

    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=60)
    role = models.CharField(max_length=80)
    """What they were to the child, in words ("health visitor")."""
    seal_ref = models.UUIDField(default=uuid4, unique=True)
    sealed_names = models.BinaryField()
    added_at = models.DateTimeField()

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency seal_ref added_at", case="label role", identity="sealed_names"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "label"], name="one_person_a_label")
        ]

    def __str__(self) -> str:
        return self.label
