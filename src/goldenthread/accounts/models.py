"""Partnerships, agencies, people and posts. Nothing about any case."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from goldenthread.domain.privacy import classify
from goldenthread.domain.review_types import DEFAULT_TYPE
from goldenthread.domain.roles import ROLES, Held, Role


class Partnership(models.Model):
    """A Board and its area. ``prefix`` begins the references of its reviews ("NM-2024-03")."""

    name = models.CharField(max_length=120, unique=True)
    prefix = models.CharField(max_length=6, unique=True)
    nation = models.CharField(max_length=20, default="england")
    contact = models.CharField(max_length=200, blank=True)
    references_given = models.PositiveIntegerField(default=0)
    """How many references have been given; they are never given twice."""
    review_type = models.CharField(max_length=40, default=DEFAULT_TYPE)
    """The regime under which it takes new cases; a case keeps the one it began under."""
    clock_lengths = models.JSONField(default=dict, blank=True)
    """Where this Board’s own protocol sets another length: type key, then clock key, then the length.

    A clock that the statute fixes is not changed here (:mod:`goldenthread.domain.clocks`)."""

    privacy_of: ClassVar = classify(
        public="id name prefix nation contact review_type",
        operational="references_given clock_lengths",
    )

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """An organisation that takes part in reviews. ``key`` is its name in an address ("police")."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=120)
    key = models.SlugField(max_length=40)
    number = models.PositiveSmallIntegerField()
    """Fixes the agency's colour and pattern wherever it appears."""

    privacy_of: ClassVar = classify(public="id partnership name key number")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "key"], name="one_agency_a_key"),
            models.UniqueConstraint(fields=["partnership", "name"], name="one_agency_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    """Finds people by their e-mail address, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person with this e-mail address."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who works on reviews and can sign in."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    employer = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    """The member agency that employs them; None for the Board's own and for independent people."""
    looked_after_by = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    """The Board whose managers look after the account; nobody else changes it."""
    is_active = models.BooleanField(default=True)
    wants_digest = models.BooleanField(default=True)
    """Whether they are sent a daily e-mail that says how much waits for them, and nothing of any case."""
    digest_sent_on = models.DateField(null=True, blank=True)
    """The last day on which they were sent one, so that no day brings two."""
    calendar_key = models.CharField(max_length=64, blank=True)
    """The SHA-256 of the key in the address of their calendar feed; blank while they have none."""

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[PersonManager] = PersonManager()

    privacy_of: ClassVar = classify(
        account="id email name job_title phone employer looked_after_by is_active wants_digest "
        "digest_sent_on last_login",
        secret="password calendar_key",
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


_AT_BOARD = [role.value for role, words in ROLES.items() if words.held is Held.AT_BOARD]
_AT_AGENCY = [role.value for role, words in ROLES.items() if words.held is Held.AT_AGENCY]


class Post(models.Model):
    """A standing role: at the Board (no agency) or at an agency. It ends; it is never deleted."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=40)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="posts")
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    privacy_of: ClassVar = classify(account="id person role partnership agency began_on ended_on")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=_AT_BOARD, agency__isnull=True)
                | Q(role__in=_AT_AGENCY, agency__isnull=False),
                name="post_is_where_its_role_is_held",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="post_ends_after_it_began",
            ),
            models.UniqueConstraint(
                fields=["person", "role", "partnership", "agency"],
                condition=Q(ended_on__isnull=True),
                nulls_distinct=False,
                name="one_open_post_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {ROLES[Role(self.role)].name}"


class Contact(models.Model):
    """Somebody a reader is led to (P28): who, for what, and how they are reached. No account is needed.

    Of the Board where ``agency`` is None (its duty team, its office), else of the agency.
    """

    DUTY_TEAM: ClassVar = "duty_team"
    BOARD_OFFICE: ClassVar = "board_office"
    DESIGNATED_PERSON: ClassVar = "designated_person"
    STAFF_SUPPORT: ClassVar = "staff_support"
    KINDS: ClassVar = (DUTY_TEAM, BOARD_OFFICE, DESIGNATED_PERSON, STAFF_SUPPORT)

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="contacts")
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="contacts"
    )
    kind = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    note = models.CharField(max_length=200, blank=True)
    """When and how they are reached, in a few words."""

    privacy_of: ClassVar = classify(
        public="id partnership agency kind", account="name phone email note"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=["duty_team", "board_office", "designated_person", "staff_support"]
                ),
                name="contact_is_of_a_known_kind",
            ),
            models.UniqueConstraint(
                fields=["partnership", "agency", "kind"],
                nulls_distinct=False,
                name="one_contact_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.kind}"
