"""Meetings of the Committee, the Panel and the Board: agenda, attendance, interests, decisions, actions."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.accounts.models import Person
from goldenthread.domain.privacy import classify
from goldenthread.domain.visibility import Material
from goldenthread.reviews.models.walled import Walled, WalledQuerySet


class OfMeeting(Walled):
    """Rows of a meeting: what kind of material each is follows from the body that met."""

    COMMITTEE: ClassVar = "committee"
    PANEL: ClassVar = "panel"
    BOARD: ClassVar = "board"
    BODIES: ClassVar = (COMMITTEE, PANEL, BOARD)

    material: ClassVar = Material.COMMITTEE_MEETING
    material_column: ClassVar = "body"
    materials: ClassVar = {
        COMMITTEE: Material.COMMITTEE_MEETING,
        PANEL: Material.PANEL_MEETING,
        BOARD: Material.BOARD_MEETING,
    }

    body = models.CharField(max_length=20)

    class Meta:
        abstract = True


class Meeting(OfMeeting):
    """One meeting of one body about one review, planned, then held, then with approved minutes."""

    number = models.PositiveSmallIntegerField()
    """Counted per body of the review, from 1."""
    held_on = models.DateField()
    begins_at = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    quorum = models.PositiveSmallIntegerField(null=True)
    chaired_by = models.CharField(max_length=120, blank=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    """Once closed its record is not changed; a correction is a decision of the next meeting."""
    note = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review body number held_on begins_at place quorum opened_at closed_at "
        "saved_at",
        account="chaired_by saved_by",
        case="note",
    )

    class Meta:
        ordering = ["held_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "body", "number"], name="one_meeting_a_number"
            ),
            models.CheckConstraint(
                condition=Q(body__in=["committee", "panel", "board"]),
                name="a_meeting_is_of_a_known_body",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} meeting {self.number}"


class AgendaItem(OfMeeting):
    """One item of a meeting's agenda, and what was said under it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    discussion = models.TextField(blank=True)

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review body meeting position", case="title discussion"
    )

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"item {self.position}"


class Attendance(OfMeeting):
    """That somebody was present or sent apologies, the interest they declared and what was done about it."""

    PRESENT: ClassVar = "present"
    PART: ClassVar = "part"
    APOLOGIES: ClassVar = "apologies"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    capacity = models.CharField(max_length=120, blank=True)
    counts = models.BooleanField(default=True)
    """Whether they count towards the quorum (members do; advisers and minute takers do not)."""
    was = models.CharField(max_length=20)
    interest = models.TextField(blank=True)
    stood_back = models.BooleanField(default=False)
    """Whether they took no part because of the interest they declared."""
    agreed_confidentiality = models.BooleanField(default=False)

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review body meeting counts was stood_back agreed_confidentiality",
        account="person name capacity interest",
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(was__in=["present", "part", "apologies"]),
                name="attendance_is_of_a_known_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.was}"


class LoggedDecision(OfMeeting):
    """One numbered decision of the log, with its reasons. Never changed; a later one can replace it."""

    is_frozen: ClassVar = True

    meeting = models.ForeignKey(
        Meeting, null=True, on_delete=models.PROTECT, related_name="decided"
    )
    """None for a decision taken between meetings."""
    item = models.ForeignKey(
        AgendaItem, null=True, on_delete=models.PROTECT, related_name="decided"
    )
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    reasons = models.TextField()
    proposed_by = models.CharField(max_length=120, blank=True)
    without_quorum = models.TextField(blank=True)
    """Why it was taken although too few members were present; blank where enough were."""
    replaces = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review body meeting item number replaces decided_on recorded_at",
        account="proposed_by recorded_by",
        case="text reasons without_quorum",
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "body", "number"], name="one_logged_decision_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"decision {self.number}"


class MeetingAction(OfMeeting):
    """Something a meeting asked somebody to do by a day. (An action of the plan is another thing.)"""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    owner = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    owner_name = models.CharField(max_length=120)
    due_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    done_note = models.TextField(blank=True)

    objects = WalledQuerySet.as_manager()

    privacy_of: ClassVar = classify(
        operational="id review body meeting number due_on done_on",
        account="owner owner_name",
        case="text done_note",
    )

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="one_meeting_action_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"action {self.number}"
