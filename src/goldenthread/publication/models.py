"""Published reports: frozen copies that know nothing of the case they came from."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.domain.privacy import classify


class PublishedReport(models.Model):
    """One report as it was published. Never changed; a correction is a new copy that replaces it.

    ``sections`` and ``summary`` are ``[{"key", "heading", "text"}, …]``, already labelled and checked.
    ``digest`` is the SHA-256 of the whole, kept with the case as proof of what was let out.
    """

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    board = models.CharField(max_length=120)
    review_name = models.CharField(max_length=120)
    child_label = models.CharField(max_length=40)
    overview_name = models.CharField(max_length=80)
    summary_name = models.CharField(max_length=80)
    sections = models.JSONField()
    summary = models.JSONField()
    digest = models.CharField(max_length=64)
    published_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    notice = models.TextField(blank=True)
    """What a reader is told in place of a report that was withdrawn."""

    privacy_of: ClassVar = classify(
        public="id slug title board review_name child_label overview_name summary_name sections "
        "summary digest published_on withdrawn_on notice"
    )

    class Meta:
        ordering = ["-published_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | ~Q(notice=""),
                name="a_withdrawal_leaves_a_notice",
            )
        ]

    def __str__(self) -> str:
        return self.title
