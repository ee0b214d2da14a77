"""The Committee's judgement: fact by fact, with evidence, and what it recommends (P8)."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Person
from goldenthread.domain.criteria import Known
from goldenthread.domain.privacy import classify
from goldenthread.domain.review_types import REVIEW_TYPES
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet

_FACTS = sorted({str(fact.key) for kind in REVIEW_TYPES.values() for fact in kind.criteria.facts})


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
    considered = models.TextField(blank=True)
    """The papers that the Committee had before it."""
    aids = models.JSONField(default=dict)
    """The questions that help to judge the concern about agencies: by key, the word and the evidence."""
    alternatives = models.TextField(blank=True)
    scope_proposed = models.TextField(blank=True)
    immediate_learning = models.TextField(blank=True)
    meeting = models.ForeignKey(
        "reviews.Meeting", null=True, on_delete=models.PROTECT, related_name="judgements"
    )
    """The meeting at which it was made, with who was present and what interests they declared."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review met_on outcome recommendation meeting recorded_at",
        account="present recorded_by",
        case="reasons dissent considered aids alternatives scope_proposed immediate_learning",
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
                condition=Q(fact__in=_FACTS)
                & Q(known__in=[*(known.value for known in Known), "suspected"]),
                name="judged_fact_is_one_of_ours",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact}: {self.known}"


class JudgementDraft(Walled):
    """What has been typed of a judgement that is not recorded yet, so that nothing is lost."""

    material: ClassVar = Material.JUDGEMENT

    answers = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review saved_at", account="saved_by", case="answers"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review"], name="one_judgement_draft_a_review")
        ]

    def __str__(self) -> str:
        return f"draft judgement of {self.review_id}"


class StatutoryForm(Walled):
    """One form of the regime filled in for a review beside the referral (a rapid review), sealed as a whole."""

    material: ClassVar = Material.JUDGEMENT

    questionnaire = models.CharField(max_length=60)
    questionnaire_version = models.PositiveSmallIntegerField()
    seal_ref = models.UUIDField(default=uuid4, unique=True)
    sealed_answers = models.BinaryField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    completed_at = models.DateTimeField(null=True)

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review questionnaire questionnaire_version seal_ref saved_at completed_at",
        account="saved_by",
        identity="sealed_answers",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "questionnaire"], name="one_form_of_a_kind_a_review"
            )
        ]

    def __str__(self) -> str:
        return f"{self.questionnaire} of {self.review_id}"
