"""Scoping: each agency is asked whether it was involved, and answers (P7)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import OfAgency, WalledQuerySet


class Involvement(OfAgency):
    """One agency's question and answer. No row is an agency that has not been asked."""

    material: ClassVar = Material.SCOPING
    INVOLVED: ClassVar = "involved"
    NOT_INVOLVED: ClassVar = "not_involved"

    asked_at = models.DateTimeField()
    due_on = models.DateField()
    answer = models.CharField(max_length=20, blank=True)
    summary = models.TextField(blank=True)
    records_secured_on = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency asked_at due_on answer records_secured_on answered_at",
        account="answered_by",
        case="summary",
    )

    class Meta:
        ordering = ["agency__name"]
        constraints = [
            models.UniqueConstraint(fields=["review", "agency"], name="an_agency_is_asked_once"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | Q(
                    answer__in=["involved", "not_involved"],
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                ),
                name="an_answer_has_its_time_and_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} in {self.review_id}: {self.answer or 'asked'}"
