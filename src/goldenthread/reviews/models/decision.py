"""The Chair's decision (P9) and the Board's approval (P24)."""

from typing import ClassVar

from django.db import models

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.judgement import Judgement
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class Decision(Walled):
    """One decision of the Chair. It is never changed; a later one follows it."""

    material: ClassVar = Material.DECISION
    is_frozen: ClassVar = True

    judgement = models.ForeignKey(Judgement, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=30)
    decided_on = models.DateField()
    which = models.CharField(max_length=200, blank=True)
    """Which other kind of learning review there is, where the outcome leaves it open."""
    reasons = models.TextField()
    differs = models.BooleanField()
    """Whether the Chair decided otherwise than the Committee recommended."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review judgement outcome decided_on differs recorded_at",
        account="recorded_by",
        case="which reasons",
    )

    class Meta:
        ordering = ["-recorded_at"]

    def __str__(self) -> str:
        return f"{self.outcome} on {self.decided_on}"


class SignOff(Walled):
    """The Board's approval of the overview report, on the day that stops the clock."""

    material: ClassVar = Material.SIGN_OFF
    is_frozen: ClassVar = True

    approved_on = models.DateField()
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review approved_on recorded_at", account="recorded_by", case="note"
    )

    class Meta:
        ordering = ["-recorded_at"]

    def __str__(self) -> str:
        return f"approved on {self.approved_on}"


class Voice(Walled):
    """What one of those who decide together said, before there is a decision: agreed or not, and why.

    Where one person decides alone there is none. It is never changed; a later one of the same part and
    round takes its place.
    """

    material: ClassVar = Material.JUDGEMENT
    is_frozen: ClassVar = True

    about = models.CharField(max_length=20)
    """The step that is decided together: "decision", "sign_off"."""
    role = models.CharField(max_length=40)
    outcome = models.CharField(max_length=30)
    reasons = models.TextField()
    said_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review about role outcome said_on recorded_at",
        account="recorded_by",
        case="reasons",
    )

    class Meta:
        ordering = ["recorded_at", "id"]

    def __str__(self) -> str:
        return f"{self.role}: {self.outcome}"


class Notice(Walled):
    """That somebody was told of something: what, who, when, how and by whom (P9)."""

    material: ClassVar = Material.NOTICE
    is_frozen: ClassVar = True

    about = models.CharField(max_length=30)
    """What they were told of: the decision, the sign-off, an extension, the outcome of the referral."""
    recipient = models.CharField(max_length=30)
    """The kind of recipient, a key of the review type's list."""
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    told_on = models.DateField()
    how = models.CharField(max_length=20)
    reference = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review about recipient agency told_on how reference recorded_at",
        account="recorded_by",
        case="name note",
    )

    class Meta:
        ordering = ["told_on", "id"]

    def __str__(self) -> str:
        return f"{self.recipient} told on {self.told_on}"
