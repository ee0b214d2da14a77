"""The referral: answers to the form of its day, sealed as a whole because they hold names."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class Referral(Walled):
    """One referral: the form, its version, and the sealed answers."""

    material: ClassVar = Material.REFERRAL

    questionnaire = models.CharField(max_length=60)
    questionnaire_version = models.PositiveSmallIntegerField()
    seal_ref = models.UUIDField(default=uuid4, unique=True)
    sealed_answers = models.BinaryField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(
        "accounts.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review questionnaire questionnaire_version seal_ref saved_at sent_at acknowledged_at",
        account="acknowledged_by",
        identity="sealed_answers",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review"], name="one_referral_a_review")]

    def __str__(self) -> str:
        return f"referral of {self.review_id}"
