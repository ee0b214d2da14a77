"""An agency's own report: its sections while it is written, and frozen copies as it was submitted."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import OfAgency, Shareable, WalledQuerySet


class ReportSection(OfAgency):
    """One section as the agency is writing it. The panel never sees this, only submissions."""

    material: ClassVar = Material.AGENCY_REPORT

    key = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    """Goes up with each save, so that two people never overwrite each other."""
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency key version written_at", account="written_by", case="text"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "agency", "key"], name="one_agency_section_a_key"
            )
        ]

    def __str__(self) -> str:
        return self.key


class SubmittedReport(Shareable):
    """The report as it was submitted, frozen; and what the panel said to it."""

    material: ClassVar = Material.AGENCY_REPORT
    is_frozen: ClassVar = True
    ACCEPTED: ClassVar = "accepted"
    RETURNED: ClassVar = "returned"

    number = models.PositiveSmallIntegerField()
    sections = models.JSONField()
    """``[{"key", "heading", "text"}, …]`` as they stood."""
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency shared number submitted_at",
        account="submitted_by",
        case="sections",
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "agency", "number"], name="one_submission_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"submission {self.number}"


class ReportVerdict(OfAgency):
    """What the panel said to one submission: accepted, or returned with what to change."""

    material: ClassVar = Material.VERDICT
    is_frozen: ClassVar = True

    submission = models.OneToOneField(
        SubmittedReport, on_delete=models.PROTECT, related_name="verdict"
    )
    verdict = models.CharField(max_length=10)
    comment = models.TextField(blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency submission verdict given_at",
        account="given_by",
        case="comment",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="accepted") | (Q(verdict="returned") & ~Q(comment="")),
                name="a_return_says_what_to_change",
            )
        ]

    def __str__(self) -> str:
        return self.verdict
