"""Who takes part in one review, and what each agency is asked to bring (P10, P11)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goldenthread.accounts.models import Agency, Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.roles import ROLES, Held
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import OfAgency, Walled, WalledQuerySet

_FOR_AGENCY = [
    role.value for role, words in ROLES.items() if words.held is Held.IN_REVIEW_FOR_AGENCY
]
_FOR_ALL = [role.value for role, words in ROLES.items() if words.held is Held.IN_REVIEW]


class Membership(Walled):
    """A role in one review, for an agency where the role is held for one. It ends; it is never deleted.

    Somebody who has left sees nothing from the next request on.
    """

    material: ClassVar = Material.PANEL
    own_row_column: ClassVar = "person_id"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=40)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    joined_on = models.DateField()
    left_on = models.DateField(null=True)
    declaration = models.TextField(blank=True)
    """In their own words: their independence."""
    interests = models.TextField(blank=True)
    """Any interest, in their own words; blank where there is none to declare."""
    left_for = models.CharField(max_length=20, blank=True)
    """Why they left: a key of :class:`goldenthread.domain.independence.Leaving`."""
    left_because = models.CharField(max_length=200, blank=True)

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review",
        account="person role agency joined_on left_on declaration interests left_for left_because",
    )

    class Meta:
        ordering = ["role", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=_FOR_AGENCY, agency__isnull=False)
                | Q(role__in=_FOR_ALL, agency__isnull=True),
                name="membership_is_for_an_agency_where_its_role_is",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="member_leaves_after_joining",
            ),
            models.UniqueConstraint(
                fields=["review", "person", "role", "agency"],
                condition=Q(left_on__isnull=True),
                nulls_distinct=False,
                name="one_open_membership_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} as {self.role}"


class Contribution(OfAgency):
    """What one agency has been asked to bring, and where that stands: for all on the panel to see."""

    material: ClassVar = Material.PANEL

    form = models.CharField(max_length=30, default="full_report")
    """What the terms ask of the agency: a key of :class:`goldenthread.domain.contributions.Form`."""
    form_because = models.CharField(max_length=300, blank=True)
    """Why this form: always said where the agency is asked for nothing, or for something else than before."""
    wants_chronology = models.BooleanField(default=True)
    wants_report = models.BooleanField(default=True)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    first_due_on = models.DateField(null=True)
    """The day first given, where another has been given since."""
    due_because = models.CharField(max_length=300, blank=True)
    """Why another day was given."""
    chronology_submitted_at = models.DateTimeField(null=True)
    report_submitted_at = models.DateTimeField(null=True)
    report_accepted_at = models.DateTimeField(null=True)

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review agency form wants_chronology wants_report asked_at due_on "
        "first_due_on "
        "chronology_submitted_at report_submitted_at report_accepted_at",
        case="form_because due_because",
    )

    class Meta:
        ordering = ["agency__name"]
        constraints = [
            models.UniqueConstraint(fields=["review", "agency"], name="one_contribution_an_agency")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} for {self.review_id}"


class Declaration(Walled):
    """What a member declared again on a later day. The first is on the membership; none is ever changed."""

    material: ClassVar = Material.PANEL
    is_frozen: ClassVar = True

    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="declarations"
    )
    declared_on = models.DateField()
    interests = models.TextField()
    steps_taken = models.TextField(blank=True)
    """What was agreed to be done about it (stands back from an item, leaves)."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review membership declared_on recorded_at",
        account="interests steps_taken recorded_by",
    )

    class Meta:
        ordering = ["declared_on", "id"]

    def __str__(self) -> str:
        return f"declaration of {self.declared_on}"
