"""An agency's files as it brought them, and the entries understood from them."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, Left

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import OfAgency, Shareable, WalledQuerySet


class SourceFile(OfAgency):
    """A file exactly as it was brought, sealed, and what came of reading it."""

    material: ClassVar = Material.SOURCE_FILE
    WAITING: ClassVar = "waiting"
    READ: ClassVar = "read"
    REFUSED: ClassVar = "refused"
    REPLACED: ClassVar = "replaced"

    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    seal_ref = models.UUIDField(default=uuid4, unique=True)
    sealed = models.BinaryField()
    status = models.CharField(max_length=10, default="waiting")
    reason = models.TextField(blank=True)
    """Why it was refused: one sentence that says what to do."""
    understood = models.JSONField(default=dict)
    """How each heading was understood, what was left out and why, notes."""
    entries_read = models.PositiveIntegerField(default=0)
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency size digest seal_ref status entries_read brought_at",
        account="brought_by",
        case="reason understood",
        identity="name sealed",
    )

    class Meta:
        ordering = ["-brought_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "read", "refused", "replaced"]),
                name="source_file_status_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"file {self.pk}"


class Entry(Shareable):
    """One entry of the chronology, with the date as typed and as understood, and where it came from.

    ``position`` is its place in its own agency's order. ``first_on`` and ``last_on`` bound the time
    understood; both empty where it was not, and then ``problem`` says why.
    """

    material: ClassVar = Material.CHRONOLOGY

    source_file = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="entries")
    table = models.CharField(max_length=200)
    row = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    date_text = models.TextField(blank=True)
    edtf = models.CharField(max_length=120, blank=True)
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    time = models.CharField(max_length=20, blank=True)
    doubt = models.CharField(max_length=1, blank=True)
    inferred = models.BooleanField(default=False)
    why = models.TextField(blank=True)
    """How the date was understood, where that is more than reading it."""
    problem = models.TextField(blank=True)
    """Why the date could not be understood."""
    suggestion = models.CharField(max_length=120, blank=True)
    event = models.TextField(blank=True)
    source = models.TextField(blank=True)
    fields = models.JSONField(default=dict)
    """Other fields understood, and columns kept as they were."""
    cells = models.JSONField(default=list)
    """The row of the file, cell by cell, untouched."""
    words = models.GeneratedField(
        # PostgreSQL refuses words of more than a megabyte; a cell can hold more.
        expression=SearchVector(Left("event", 100_000), Left("source", 10_000), config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    """What a search looks in, kept by PostgreSQL. Row-level security does not let a search use an
    index of words (matching is not leakproof), so at least no row has its words taken apart again."""

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency shared source_file table row position inferred",
        case="date_text edtf first_on last_on time doubt why problem suggestion event source "
        "fields cells words",
    )

    class Meta:
        ordering = ["first_on", "last_on", "time", "agency", "position"]
        indexes = [
            # The order of goldenthread.chronology.order: “before 3 May” stands at its last day, the
            # only one it gives; “from 3 May” after everything else of 3 May.
            models.Index(
                "review",
                Coalesce("first_on", "last_on"),
                Coalesce("last_on", models.Value(date.max, models.DateField())),
                "time",
                "id",
                name="entries_in_date_order",
            ),
            models.Index(fields=["review", "agency", "position"], name="entries_in_own_order"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["source_file", "position"], name="one_entry_a_position")
        ]

    def __str__(self) -> str:
        return f"entry {self.pk}"
