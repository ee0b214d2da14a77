"""Scoping: each agency is asked whether it was involved, and answers (P7)."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import OfAgency, WalledQuerySet


class Involvement(OfAgency):
    """One agency's question and answer. No row is an agency that has been told nothing.

    An agency can be told to secure its records before it is asked: until then ``asked_at`` is empty.
    """

    material: ClassVar = Material.SCOPING
    INVOLVED: ClassVar = "involved"
    NOT_INVOLVED: ClassVar = "not_involved"

    told_to_secure_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    seal_ref = models.UUIDField(default=uuid4)
    sealed_about = models.BinaryField(null=True)
    """About whom the agency is asked: names, dates of birth and addresses, sealed."""
    answer = models.CharField(max_length=20, blank=True)
    known_from = models.DateField(null=True)
    known_to = models.DateField(null=True)
    """The first and last day of the agency's involvement, as far as its records say."""
    service = models.TextField(blank=True)
    """What the agency provided, and to whom."""
    summary = models.TextField(blank=True)
    concerns = models.TextField(blank=True)
    """Significant concerns, or good practice, that the records already show."""
    sealed_names = models.BinaryField(null=True)
    """Whom the agency found in its records, and its key professionals by name: sealed."""
    criteria_met = models.CharField(max_length=10, blank=True)
    worked_together_badly = models.CharField(max_length=10, blank=True)
    """Whether the agency is concerned about how agencies worked together: yes, no or unknown."""
    action_taken = models.TextField(blank=True)
    others_involved = models.TextField(blank=True)
    proceedings = models.TextField(blank=True)
    proposed_author = models.CharField(max_length=200, blank=True)
    approved_by_manager = models.CharField(max_length=200, blank=True)
    """The senior manager who approved the answer, by name and post."""
    records_secured_on = models.DateField(null=True)
    records_secured_by = models.CharField(max_length=200, blank=True)
    records_held_at = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency told_to_secure_at asked_at due_on seal_ref answer "
        "records_secured_on answered_at criteria_met worked_together_badly",
        account="answered_by proposed_author approved_by_manager records_secured_by records_held_at",
        case="known_from known_to service summary concerns action_taken others_involved proceedings",
        identity="sealed_about sealed_names",
    )

    class Meta:
        ordering = ["agency__name"]
        constraints = [
            models.UniqueConstraint(fields=["review", "agency"], name="an_agency_is_asked_once"),
            models.CheckConstraint(
                condition=Q(asked_at__isnull=True, due_on__isnull=True, answer="")
                | Q(asked_at__isnull=False, due_on__isnull=False),
                name="a_question_has_its_day",
            ),
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

    @property
    def waits_to_be_secured(self) -> bool:
        """Whether the agency was told to secure its records and has not said that it has."""
        if self.told_to_secure_at is None or self.answer == self.NOT_INVOLVED:
            return False
        return self.records_secured_on is None

    @property
    def answered_late(self) -> bool:
        """Whether the answer came after the day by which it was asked for."""
        if self.answered_at is None or self.due_on is None:
            return False
        return localdate(self.answered_at) > self.due_on

    def __str__(self) -> str:
        return f"{self.agency_id} in {self.review_id}: {self.answer or 'asked'}"
