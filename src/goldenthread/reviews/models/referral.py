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
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.TextField(blank=True)
    """Why the referrer takes the referral back. The Board closes it, or considers the case all the same."""

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review questionnaire questionnaire_version seal_ref saved_at sent_at acknowledged_at "
        "withdrawn_at",
        account="acknowledged_by",
        case="withdrawn_why",
        identity="sealed_answers",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review"], name="one_referral_a_review"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True, withdrawn_why="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_why="")),
                name="a_withdrawal_has_its_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True)
                | models.Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="an_acknowledgement_has_its_time_and_person",
            ),
        ]

    def __str__(self) -> str:
        return f"referral of {self.review_id}"
