"""Meetings as a person may read them: what is planned, who is expected, what each record holds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import QuerySet

from goldenthread.accounts.models import Person, Post
from goldenthread.domain import meetings as rules
from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.meetings import MEETS, Body, Quorum, body_noun, quorum_of
from goldenthread.domain.roles import ROLES, Held, Role
from goldenthread.reviews import moments
from goldenthread.reviews.models import (
    AgendaItem,
    Attendance,
    LoggedDecision,
    Meeting,
    MeetingAction,
    Membership,
    Review,
)
from goldenthread.reviews.queries.decision_log import LoggedRead, logged_of
from goldenthread.reviews.queries.parts import Parts, parts_in


@dataclass(frozen=True, slots=True)
class ItemRead:
    """One item of an agenda, what was said under it, and what was decided under it."""

    item: AgendaItem
    decided: tuple[LoggedRead, ...]


@dataclass(frozen=True, slots=True)
class MeetingRead:
    """One meeting, whole. ``decided_apart`` are decisions under no item of the agenda."""

    meeting: Meeting
    noun: str
    quorum: Quorum
    attendances: tuple[Attendance, ...]
    items: tuple[ItemRead, ...]
    decided_apart: tuple[LoggedRead, ...]
    actions: tuple[MeetingAction, ...]
    following: Meeting | None

    @property
    def title(self) -> str:
        """The body's noun and the meeting's number: “Serious Case Review Panel, meeting 2”."""
        return f"{self.noun}, meeting {self.meeting.number}"

    @property
    def decided(self) -> tuple[LoggedRead, ...]:
        """Every decision of the meeting, by number."""
        under = [one for item in self.items for one in item.decided]
        return tuple(sorted((*under, *self.decided_apart), key=lambda one: one.decision.number))

    @property
    def interests(self) -> tuple[Attendance, ...]:
        """Those who declared an interest."""
        return tuple(one for one in self.attendances if one.interest)


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who is offered when attendance is recorded."""

    person: Person
    capacity: str
    counts: bool


@dataclass(frozen=True, slots=True)
class BodyMeets:
    """One body's meetings, for the list of all: its noun, what it held and plans, what it still waits for."""

    body: Body
    noun: str
    meetings: tuple[Meeting, ...]
    open_actions: tuple[MeetingAction, ...]
    may_keep: Answer


def bodies_seen(parts: Parts) -> list[Body]:
    """The bodies whose meetings are somebody's business."""
    return [body for body in Body if parts.see(MEETS[body].material)]


def meetings_of(person: Person, review: Review, body: Body | None = None) -> QuerySet[Meeting]:
    """The meetings of one body about the review, or of all that the person may read, in order of days."""
    found = Meeting.objects.visible_to(person).filter(review=review)
    return found.filter(body=body) if body else found


def meetings_by_body(person: Person, review: Review) -> list[BodyMeets]:
    """The meetings of every body that is the person's business."""
    parts = parts_in(person, review)
    meetings, actions = defaultdict(list), defaultdict(list)
    for meeting in meetings_of(person, review):
        meetings[meeting.body].append(meeting)
    for action in open_actions(person, review):
        actions[action.body].append(action)
    return [
        BodyMeets(
            body=body,
            noun=body_noun(body, review.type.nouns),
            meetings=tuple(meetings[body]),
            open_actions=tuple(actions[body]),
            may_keep=rules.may_keep(parts.roles, body),
        )
        for body in bodies_seen(parts)
    ]


def meeting_numbered(person: Person, review: Review, body: Body, number: int) -> Meeting | None:
    """One meeting of a body, or None."""
    found = meetings_of(person, review, body).filter(number=number)
    return found.select_related("review", "saved_by").first()


def attendances_of(person: Person, meeting: Meeting) -> QuerySet[Attendance]:
    """Who was there or sent apologies, in the order in which they were listed."""
    return Attendance.objects.visible_to(person).filter(meeting=meeting).select_related("person")


def quorum_at(person: Person, meeting: Meeting) -> Quorum:
    """How many members were there of those needed."""
    return quorum_of(attendances_of(person, meeting), needed=meeting.quorum)


def items_of(person: Person, meeting: Meeting) -> QuerySet[AgendaItem]:
    """The agenda, in order."""
    return AgendaItem.objects.visible_to(person).filter(meeting=meeting)


def actions_of(person: Person, meeting: Meeting) -> QuerySet[MeetingAction]:
    """What the meeting asked somebody to do."""
    return MeetingAction.objects.visible_to(person).filter(meeting=meeting)


def open_actions(
    person: Person, review: Review, body: Body | None = None
) -> QuerySet[MeetingAction]:
    """What meetings asked for and nobody has recorded as done, in the order in which it is due."""
    found = MeetingAction.objects.visible_to(person).filter(review=review, done_on=None)
    if body:
        found = found.filter(body=body)
    return found.select_related("meeting").order_by("due_on", "pk")


def record_of(person: Person, meeting: Meeting) -> MeetingRead:
    """The whole record of one meeting."""
    review = meeting.review
    attendances = tuple(attendances_of(person, meeting))
    under: dict[int | None, list[LoggedRead]] = defaultdict(list)
    for one in logged_of(person, review, Body(meeting.body), meeting=meeting):
        under[one.decision.item_id].append(one)
    items = tuple(items_of(person, meeting))
    return MeetingRead(
        meeting=meeting,
        noun=body_noun(Body(meeting.body), review.type.nouns),
        quorum=quorum_of(attendances, needed=meeting.quorum),
        attendances=attendances,
        items=tuple(ItemRead(item, tuple(under[item.pk])) for item in items),
        decided_apart=tuple(under[None]),
        actions=tuple(actions_of(person, meeting)),
        following=_following(person, meeting),
    )


def _following(person: Person, meeting: Meeting) -> Meeting | None:
    later = meetings_of(person, meeting.review, Body(meeting.body))
    return later.filter(number__gt=meeting.number, held_on__gte=meeting.held_on).first()


def may_keep(person: Person, review: Review, body: Body) -> Answer:
    """Whether the person keeps the record of this body's meetings."""
    return rules.may_keep(parts_in(person, review).roles, body)


def may_change(person: Person, meeting: Meeting) -> Answer:
    """Whether the person may change what is planned for the meeting, or what its record says."""
    keeps = may_keep(person, meeting.review, Body(meeting.body))
    return keeps and rules.may_change_record(is_closed=meeting.closed_at is not None)


def may_note(person: Person, meeting: Meeting) -> Answer:
    """Whether the person may record now what happened at the meeting."""
    keeps = may_keep(person, meeting.review, Body(meeting.body))
    return keeps and rules.may_note(
        held_on=meeting.held_on,
        today=moments.today(),
        is_closed=meeting.closed_at is not None,
    )


def may_close(person: Person, meeting: Meeting, *, note: str) -> Answer:
    """Whether the person may close the record now, with this note."""
    attendances = list(attendances_of(person, meeting))
    keeps = may_keep(person, meeting.review, Body(meeting.body))
    return keeps and rules.may_close(
        held_on=meeting.held_on,
        today=moments.today(),
        is_closed=meeting.closed_at is not None,
        quorum=quorum_of(attendances, needed=meeting.quorum),
        note=note,
        unagreed=[
            one.name
            for one in attendances
            if one.was != Attendance.APOLOGIES and not one.agreed_confidentiality
        ],
    )


def may_finish(person: Person, action: MeetingAction) -> Answer:
    """Whether the person may say that an action is done: who keeps the record, and who was asked."""
    if action.owner_id == person.pk:
        return YES
    return may_keep(person, action.review, Body(action.body))


def items_recorded_under(person: Person, meeting: Meeting) -> set[str]:
    """The titles of items under which something was said or decided; they keep their place."""
    decided = set(
        LoggedDecision.objects.visible_to(person)
        .filter(meeting=meeting)
        .exclude(item=None)
        .values_list("item_id", flat=True)
    )
    return {
        item.title
        for item in items_of(person, meeting)
        if item.discussion.strip() or item.pk in decided
    }


def expected_at(person: Person, review: Review, body: Body) -> list[Expected]:
    """Who belongs to the body, by post or by membership, members before advisers; nobody twice."""
    found: dict[int, Expected] = {}
    meets = MEETS[body]
    for roles, counts in ((meets.members, True), (meets.advisers, False)):
        for role in roles:
            if role in review.type.absent:
                continue
            for one in _holders(person, review, role):
                found.setdefault(one.person.pk, Expected(one.person, one.capacity, counts))
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Holder:
    person: Person
    capacity: str


def _holders(person: Person, review: Review, role: Role) -> Iterable[_Holder]:
    words = ROLES[role]
    rows: Iterable[Post | Membership]
    if words.held in (Held.AT_BOARD, Held.AT_AGENCY):
        rows = (
            Post.objects.filter(partnership=review.partnership_id, role=role, ended_on=None)
            .select_related("person", "agency")
            .order_by("agency__name", "pk")
        )
    else:
        rows = (
            Membership.objects.visible_to(person)
            .filter(review=review, role=role, left_on=None)
            .select_related("person", "agency")
            .order_by("agency__name", "pk")
        )
    for row in rows:
        yield _Holder(row.person, row.agency.name if row.agency else review.type.called(role))


def version_of(meeting: Meeting) -> str:
    """When the meeting was last saved, by which a save names what it began from."""
    return f"{meeting.saved_at.timestamp():.6f}"


def digest(text: str) -> str:
    """A short mark of a text, by which a save names the text that it began from."""
    return sha256(text.encode()).hexdigest()[:16]
