"""The tables of the trail. Ids and field names only: no content, no foreign keys.

Without foreign keys, disposal of a review leaves its trail whole.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.domain.privacy import classify


class Chain(models.Model):
    """The head of one chain: how many records it has and the last one's hash, sealed.

    Locked while a record is added, so that numbers have no gaps. The seal shows when records have been
    cut off the end.
    """

    name = models.CharField(max_length=40, primary_key=True)
    length = models.BigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="")
    seal = models.CharField(max_length=64, default="")

    privacy_of: ClassVar = classify(operational="name length last_hash seal")

    def __str__(self) -> str:
        return f"{self.name} ({self.length})"


class Record(models.Model):
    """One thing that a person did or saw.

    ``verb`` is ``part.what_happened`` ("decision.recorded", "chronology.read"); ``fields`` names what
    was touched, never what it said.
    """

    chain = models.CharField(max_length=40)
    number = models.BigIntegerField()
    at = models.DateTimeField()
    person_id = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True)
    review_id = models.BigIntegerField(null=True)
    agency_id = models.BigIntegerField(null=True)
    fields = ArrayField(models.CharField(max_length=60), default=list)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    privacy_of: ClassVar = classify(
        operational="id chain number at person_id verb subject subject_id review_id agency_id "
        "fields previous_hash hash"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="one_record_a_number")
        ]
        indexes = [
            models.Index(fields=["review_id", "-at"], name="trail_of_review"),
            models.Index(fields=["person_id", "-at"], name="trail_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.chain} {self.number}: {self.verb}"
