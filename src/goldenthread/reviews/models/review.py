"""The review itself: one stored stage, its key, and the steps by which it moved."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Partnership, Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.process import Stage
from goldenthread.domain.review_types import REVIEW_TYPES, review_type
from goldenthread.domain.review_types.kinds import ReviewType
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet

_STAGES = [stage.value for stage in Stage]


class Review(models.Model):
    """A statutory review, from the moment somebody begins to refer a case.

    ``stage`` is written by :func:`goldenthread.reviews.services.steps.move` and nowhere else. Until
    ``referred_at`` only its referrer knows of it. ``label`` is the child's label: never an initial of
    the name, never the next letter.
    """

    material: ClassVar = Material.REVIEW
    own_row_column: ClassVar = "referrer_id"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="reviews")
    review_type = models.CharField(max_length=40)
    reference = models.CharField(max_length=20, null=True, unique=True)
    label = models.CharField(max_length=40, blank=True)
    stage = models.CharField(max_length=20, default=Stage.REFERRAL.value)
    stage_since = models.DateField(null=True)
    referrer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    referred_at = models.DateTimeField(null=True)
    decided_on = models.DateField(null=True)
    """The Chair's decision that there is a review: the clock of P24 starts."""
    duplicate_of = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="duplicates"
    )
    """The review of the same case, where this referral turned out to be its duplicate."""
    signed_off_on = models.DateField(null=True)
    """The Board's approval of the overview report: the clock of P24 stops."""

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id partnership review_type reference label stage stage_since begun_at "
        "referred_at decided_on signed_off_on duplicate_of",
        account="referrer",
    )

    class Meta:
        ordering = ["-referred_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=_STAGES), name="review_is_at_a_known_stage"
            ),
            models.CheckConstraint(
                condition=Q(review_type__in=list(REVIEW_TYPES)), name="review_is_of_a_known_type"
            ),
            models.CheckConstraint(
                condition=Q(referred_at__isnull=True, reference__isnull=True)
                | Q(referred_at__isnull=False, reference__isnull=False),
                name="review_has_a_reference_once_referred",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference or 'not yet referred'} {self.label}".strip()

    @property
    def type(self) -> ReviewType:
        """The regime and version the review began under, and keeps."""
        return review_type(self.review_type)


class ReviewKey(Walled):
    """The review's own data key, wrapped by the master key. Destroying it is the review's disposal."""

    material: ClassVar = Material.REVIEW

    wrapped = models.BinaryField()

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(operational="id review", secret="wrapped")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review"], name="one_key_a_review")]

    def __str__(self) -> str:
        return f"key of {self.review_id}"


class StepTaken(Walled):
    """One step that was taken, by whom, when, and why where a reason was asked for.

    Which agency was still missing is the panel's business and the Board's: a referrer, or somebody who
    answers for one agency, is not told of another.
    """

    material: ClassVar = Material.PANEL
    is_frozen: ClassVar = True

    step = models.CharField(max_length=40)
    from_stage = models.CharField(max_length=20)
    to_stage = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    unmet = models.JSONField(default=list)
    """What was still missing, in words, when the step was taken all the same."""
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review step from_stage to_stage unmet taken_at",
        account="taken_by",
        case="reason",
    )

    class Meta:
        ordering = ["taken_at", "id"]

    def __str__(self) -> str:
        return f"{self.step} ({self.from_stage} to {self.to_stage})"
