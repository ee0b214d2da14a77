"""The overview report and the executive summary, section by section."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class OverviewSection(Walled):
    """One section of either document, as it is being written."""

    material: ClassVar = Material.OVERVIEW
    OVERVIEW: ClassVar = "overview"
    SUMMARY: ClassVar = "summary"

    document = models.CharField(max_length=10)
    key = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review document key version written_at", account="written_by", case="text"
    )

    class Meta:
        ordering = ["document", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "document", "key"], name="one_overview_section_a_key"
            ),
            models.CheckConstraint(
                condition=Q(document__in=["overview", "summary"]), name="document_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.key}"
