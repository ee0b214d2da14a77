"""The terms of reference, version by version."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class Terms(Walled):
    """One version. Once approved it is never changed; a new version follows it."""

    material: ClassVar = Material.TERMS

    version = models.PositiveSmallIntegerField()
    period_from = models.DateField()
    period_to = models.DateField()
    background = models.TextField(blank=True)
    """What led to the review, in few words and with labels."""
    period_because = models.TextField(blank=True)
    earlier_history = models.TextField(blank=True)
    subjects = models.TextField()
    lines_of_enquiry = models.JSONField(default=list)
    """The questions that the review answers: ``[number, text]`` each, in order. A number is never used again."""
    standard_answers = models.JSONField(default=dict)
    """What the terms say to each of the type's standard questions, by the question's key."""
    contributions = models.JSONField(default=list)
    """What each agency was asked for when the version was approved: ``[agency, form, why]`` each, in words."""
    change = models.TextField(blank=True)
    """What this version changes, and why: told to everybody it is shared with again."""
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review version period_from period_to saved_at approved_at",
        account="saved_by approved_by",
        case="background period_because earlier_history subjects lines_of_enquiry standard_answers "
        "contributions change",
    )

    class Meta:
        ordering = ["-version"]
        verbose_name_plural = "terms"
        constraints = [
            models.UniqueConstraint(fields=["review", "version"], name="one_terms_a_version"),
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")), name="period_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="approval_has_its_time_and_person",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.version}"


class TermsShared(Walled):
    """That a version was shared with somebody, and when they read it. A new version is shared again.

    Who else works from the terms is no business of somebody who is interviewed: they see their own row.
    """

    material: ClassVar = Material.PANEL
    own_row_column: ClassVar = "person_id"
    is_ones_own_to_write: ClassVar = True

    terms = models.ForeignKey(Terms, on_delete=models.PROTECT, related_name="shared_with")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review terms shared_at read_at", account="person"
    )

    class Meta:
        ordering = ["shared_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["terms", "person"], name="a_version_is_shared_once_with_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.terms_id} with {self.person_id}"
