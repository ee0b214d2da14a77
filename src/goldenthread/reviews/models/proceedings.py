"""Other proceedings beside the review, kept apart from it; what they hold back; what is disclosed to them (P6)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class Proceeding(Walled):
    """One other proceeding: what it is, before whom, and how it stands. Its content is not kept here."""

    material: ClassVar = Material.PROCEEDINGS

    kind = models.CharField(max_length=30)
    body = models.CharField(max_length=200)
    """The court, force, coroner or body before which it is."""
    reference = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    """With whom the review keeps in touch (a senior investigating officer, a coroner's officer)."""
    began_on = models.DateField(null=True)
    next_on = models.DateField(null=True)
    """The next known day (a hearing), for the timetable."""
    ended_on = models.DateField(null=True)
    outcome = models.TextField(blank=True)
    note = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review kind began_on next_on ended_on saved_at",
        account="saved_by contact",
        case="body reference outcome note",
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} before {self.body}"


class Hold(Walled):
    """An interview, or publication, held back for a proceeding: why, by whom, when looked at again.

    ``agency`` is the agency whose interview is held; None for publication. One hold never holds another.
    """

    material: ClassVar = Material.HOLD
    INTERVIEW: ClassVar = "interview"
    PUBLICATION: ClassVar = "publication"

    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    of = models.CharField(max_length=20)
    whose = models.CharField(max_length=120, blank=True)
    """The label or post of the professional whose interview is held; never a name."""
    proceeding = models.ForeignKey(
        Proceeding, null=True, on_delete=models.PROTECT, related_name="holds"
    )
    reason = models.TextField()
    asked_by = models.CharField(max_length=200)
    """Who asked for it, outside the review (a senior investigating officer)."""
    placed_on = models.DateField()
    look_again_on = models.DateField()
    placed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    lifted_on = models.DateField(null=True)
    lifted_because = models.TextField(blank=True)
    lifted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency of proceeding placed_on look_again_on lifted_on",
        account="asked_by placed_by lifted_by",
        case="whose reason lifted_because",
    )

    class Meta:
        ordering = ["placed_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(of="interview", agency__isnull=False)
                | Q(of="publication", agency__isnull=True),
                name="a_hold_is_of_an_interview_or_of_publication",
            ),
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True, lifted_by__isnull=True)
                | Q(lifted_on__isnull=False, lifted_by__isnull=False),
                name="a_lifted_hold_has_its_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.of} held since {self.placed_on}"


class HoldLookedAt(Walled):
    """That a hold was looked at again, and stays until the next day named. Never changed."""

    material: ClassVar = Material.HOLD
    is_frozen: ClassVar = True

    hold = models.ForeignKey(Hold, on_delete=models.PROTECT, related_name="looked_at")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    looked_on = models.DateField()
    look_again_on = models.DateField()
    note = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review hold agency looked_on look_again_on recorded_at",
        account="recorded_by",
        case="note",
    )

    class Meta:
        ordering = ["looked_on", "id"]

    def __str__(self) -> str:
        return f"looked at on {self.looked_on}"


class Disclosure(Walled):
    """One line of the disclosure schedule: a document asked for by a court, coroner or force, and the answer."""

    material: ClassVar = Material.DISCLOSURE

    proceeding = models.ForeignKey(
        Proceeding, null=True, on_delete=models.PROTECT, related_name="disclosures"
    )
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    """The agency whose document it is; None for the Board's own."""
    number = models.PositiveSmallIntegerField()
    document = models.CharField(max_length=200)
    requested_by = models.CharField(max_length=200)
    requested_on = models.DateField()
    legal_basis = models.CharField(max_length=200)
    claims_immunity = models.BooleanField(default=False)
    """Whether public interest immunity is claimed."""
    decision = models.CharField(max_length=20, blank=True)
    redactions = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    served_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review proceeding agency number requested_on claims_immunity decision "
        "decided_on served_on recorded_at",
        account="decided_by recorded_by requested_by",
        case="document legal_basis redactions reason",
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="one_disclosure_a_number")
        ]

    def __str__(self) -> str:
        return f"disclosure {self.number}"
