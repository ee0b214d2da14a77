"""The Committee's judgement: fact by fact, with evidence, and what it recommends (P8)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Person
from goldenthread.domain.criteria import Fact, Known
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class Judgement(Walled):
    """One judgement. A reconsideration is a new one; none is ever changed."""

    material: ClassVar = Material.JUDGEMENT
    is_frozen: ClassVar = True

    met_on = models.DateField()
    present = models.TextField()
    outcome = models.CharField(max_length=30)
    """What the criteria said of the facts, as the rule answered on that day."""
    recommendation = models.CharField(max_length=30)
    reasons = models.TextField()
    dissent = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review met_on outcome recommendation recorded_at",
        account="present recorded_by",
        case="reasons dissent",
    )

    class Meta:
        ordering = ["-recorded_at"]

    def __str__(self) -> str:
        return f"judgement of {self.met_on}"


class JudgedFact(Walled):
    """One fact that the criteria ask about: what is known, and the evidence for it."""

    material: ClassVar = Material.JUDGEMENT
    is_frozen: ClassVar = True

    judgement = models.ForeignKey(Judgement, on_delete=models.PROTECT, related_name="facts")
    fact = models.CharField(max_length=100)
    known = models.CharField(max_length=10)
    evidence = models.TextField(blank=True)

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(operational="id review judgement", case="fact known evidence")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["judgement", "fact"], name="a_fact_is_judged_once"),
            models.CheckConstraint(
                condition=Q(fact__in=[fact.value for fact in Fact])
                & Q(known__in=[*(known.value for known in Known), "suspected"]),
                name="judged_fact_is_one_of_ours",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact}: {self.known}"
