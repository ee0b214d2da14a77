"""Meetings of the bodies that a review has: who keeps them, who attends, what they need to decide.

What differs from body to body is the table :data:`MEETS`; the bodies' own names are the review type's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from goldenthread.domain.answers import YES, Answer
from goldenthread.domain.deadlines import in_words
from goldenthread.domain.duties import Duty, carries_out
from goldenthread.domain.review_types.kinds import Nouns
from goldenthread.domain.roles import Role
from goldenthread.domain.visibility import Material


class Body(StrEnum):
    """A body that meets about a review."""

    COMMITTEE = "committee"
    PANEL = "panel"
    BOARD = "board"


class Was(StrEnum):
    """How somebody attended."""

    PRESENT = "present"
    PART = "part"
    APOLOGIES = "apologies"


WAS_WORDS: dict[Was, str] = {
    Was.PRESENT: "Present",
    Was.PART: "Present for part",
    Was.APOLOGIES: "Apologies",
}


class WithoutQuorum(StrEnum):
    """What a body may do when too few of its members are there."""

    WITH_A_REASON = "with_a_reason"
    NOT_AT_ALL = "not_at_all"


@dataclass(frozen=True, slots=True)
class Meets:
    """How one body meets. Its quorum and first items are offered, and changed for each meeting.

    ``members`` count towards the quorum and ``advisers`` do not; both are offered when attendance is
    recorded. ``kept_by`` are the roles that keep its record.
    """

    material: Material
    duty: Duty
    quorum: int
    members: tuple[Role, ...]
    advisers: tuple[Role, ...]
    kept_by: tuple[Role, ...]
    without_quorum: WithoutQuorum
    items: tuple[str, ...]


# The quorums are local practice, so they are only where a form begins. In the items, {agency_reports}
# and its like are the nouns of the review's type.
MEETS: dict[Body, Meets] = {
    Body.COMMITTEE: Meets(
        material=Material.COMMITTEE_MEETING,
        duty=Duty.P8,
        quorum=2,
        members=(Role.COMMITTEE_MEMBER,),
        advisers=(Role.BUSINESS_MANAGER,),
        kept_by=(Role.BUSINESS_MANAGER,),
        without_quorum=WithoutQuorum.WITH_A_REASON,
        items=(
            "Welcome, apologies and quorum",
            "Interests, and the reminder of confidentiality",
            "Is every child safe now?",
            "The referral and the agencies’ answers",
            "The criteria, limb by limb",
            "Recommendation, alternatives and disagreement",
            "Learning that cannot wait",
        ),
    ),
    Body.PANEL: Meets(
        material=Material.PANEL_MEETING,
        duty=Duty.P10,
        quorum=4,
        members=(Role.PANEL_CHAIR, Role.PANEL_MEMBER),
        advisers=(Role.OVERVIEW_AUTHOR, Role.BUSINESS_MANAGER),
        kept_by=(Role.BUSINESS_MANAGER, Role.PANEL_CHAIR),
        without_quorum=WithoutQuorum.WITH_A_REASON,
        items=(
            "Welcome, apologies and quorum",
            "Interests, and the reminder of confidentiality",
            "Matters arising and actions from the last meeting",
            "{agency_reports}: received, verdicts and what is due",
            "The family’s part in the review",
            "Risks: timetable, disclosure, safety",
            "Other proceedings, and sharing information with them",
            "Learning that cannot wait",
            "Next meeting",
        ),
    ),
    Body.BOARD: Meets(
        material=Material.BOARD_MEETING,
        duty=Duty.P24,
        quorum=3,
        members=(Role.BOARD_CHAIR, Role.SENIOR_OFFICER),
        advisers=(Role.OVERVIEW_AUTHOR, Role.PANEL_CHAIR, Role.BUSINESS_MANAGER),
        kept_by=(Role.BUSINESS_MANAGER,),
        without_quorum=WithoutQuorum.NOT_AT_ALL,
        items=(
            "Welcome, apologies and quorum",
            "Interests, and the reminder of confidentiality",
            "Progress of the review, and whether it is in time",
            "{overview} and {summary}",
            "Recommendations and the action plan",
            "Publication, and who is told before it",
        ),
    ),
}


def first_items(body: Body, nouns: Nouns) -> tuple[str, ...]:
    """The agenda that a new meeting of the body begins with, in the nouns of the review's type."""
    words = {name: getattr(nouns, name) for name in Nouns.__slots__}
    return tuple(item.format(**words) for item in MEETS[body].items)


def body_noun(body: Body, nouns: Nouns) -> str:
    """What the body is called under the review's type: “Serious Case Review Panel”."""
    return str(getattr(nouns, body.value))


class Attending(Protocol):
    """What the rules ask of one line of an attendance list."""

    was: str
    counts: bool
    stood_back: bool


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many members were there of those needed; ``needed`` is None where no number was set."""

    present: int
    needed: int | None

    @property
    def is_met(self) -> bool:
        """Whether enough were there. Where no number was set, one member is enough."""
        return self.present >= max(self.needed or 1, 1)

    @property
    def sentence(self) -> str:
        """The count in words, plain about what is missing."""
        members = "1 member" if self.present == 1 else f"{self.present} members"
        if self.needed is None:
            return f"{members} present; no quorum was set."
        if self.is_met:
            return f"Quorate: {members} present, {self.needed} needed."
        return f"Not quorate: {members} present, {self.needed} needed."


def quorum_of(attending: Iterable[Attending], *, needed: int | None) -> Quorum:
    """Members present, also for part of the meeting. Whoever stood back for an interest does not count."""
    return Quorum(
        present=sum(
            one.counts and one.was != Was.APOLOGIES and not one.stood_back for one in attending
        ),
        needed=needed,
    )


@carries_out(Duty.P8, Duty.P10)
def may_keep(roles: frozenset[Role], body: Body) -> Answer:
    """The record of a body's meetings is kept by the roles named for it, and nobody else."""
    if roles.intersection(MEETS[body].kept_by):
        return YES
    return Answer("Your part in this review does not include keeping the record of this body.")


def may_plan(*, items: Sequence[str]) -> Answer:
    """A meeting has an agenda. It may lie in the past: what was held on paper is entered afterwards."""
    if not any(item.strip() for item in items):
        return Answer("Give the agenda at least one item.")
    return YES


def may_change_record(*, is_closed: bool) -> Answer:
    """A record that has been closed is not changed; a correction is a decision of a later meeting."""
    if is_closed:
        return Answer(
            "The record of this meeting is closed. Record a correction as a decision of the next "
            "meeting, or as one between meetings."
        )
    return YES


def may_drop_items(dropped: Iterable[str]) -> Answer:
    """An item under which something has been recorded keeps its place on the agenda, word for word."""
    for title in dropped:
        return Answer(
            f"Something is recorded under “{title}”, so it stays on the agenda. Put its line back "
            "as it was."
        )
    return YES


@dataclass(frozen=True, slots=True)
class Attended:
    """One line of an attendance list as somebody fills it in. ``was`` is empty for somebody not there."""

    name: str
    was: str
    capacity: str = ""
    counts: bool = True
    interest: str = ""
    stood_back: bool = False
    agreed_confidentiality: bool = False
    person_id: int | None = None


def may_record_attendance(
    lines: Sequence[Attended], *, held_on: date, today: date, is_closed: bool
) -> Answer:
    """Each line has a name; standing back has its interest; nobody is there before the day.

    Apologies may be recorded ahead of the meeting.
    """
    if is_closed:
        return may_change_record(is_closed=is_closed)
    seen = set()
    for line in lines:
        if not line.name.strip():
            return Answer("Give the name of everybody whose attendance you record.")
        if line.name.strip().casefold() in seen:
            return Answer(f"{line.name.strip()} is on the list twice. Take one of them off.")
        seen.add(line.name.strip().casefold())
        if line.was != Was.APOLOGIES and today < held_on:
            return Answer(
                f"The meeting is on {in_words(held_on)}. Until then only apologies can be recorded."
            )
        if line.stood_back and not line.interest.strip():
            return Answer(f"Say which interest {line.name.strip()} declared and stood back for.")
    return YES


def may_note(*, held_on: date, today: date, is_closed: bool) -> Answer:
    """What was said is recorded from the day of the meeting until its record is closed."""
    if is_closed:
        return may_change_record(is_closed=is_closed)
    if today < held_on:
        return Answer(
            f"The meeting is on {in_words(held_on)}. What happens at it is recorded from that day on."
        )
    return YES


@carries_out(Duty.P8, Duty.P10)
def may_log_decision(
    *, body: Body, quorum: Quorum, text: str, reasons: str, without_quorum: str
) -> Answer:
    """A decision has its words and its reasons, and a body that took it with enough of its members.

    Without a quorum it needs, as the body's row in :data:`MEETS` says, a reason of its own, or is not
    the body's decision at all.
    """
    if not quorum.present:
        return Answer("Record who was present before you record a decision.")
    if not quorum.is_met and MEETS[body].without_quorum is WithoutQuorum.NOT_AT_ALL:
        return Answer(
            f"{quorum.sentence} It cannot decide. Record what was said, and have it decided at the "
            "next meeting or between meetings."
        )
    if answer := _worded(text, reasons):
        if not quorum.is_met and not without_quorum.strip():
            return Answer(
                f"{quorum.sentence} Say why the decision was taken all the same, or leave it to the "
                "next meeting."
            )
        return YES
    return answer


def may_log_between(
    *, text: str, reasons: str, proposed_by: str, decided_on: date, today: date
) -> Answer:
    """A decision between meetings has also a day that is not in the future, and whoever proposed it."""
    if not (answer := _worded(text, reasons)):
        return answer
    if not proposed_by.strip():
        return Answer("Say who proposed the decision, for there was no meeting.")
    if decided_on > today:
        return Answer("A decision cannot be dated in the future. Enter the day it was taken.")
    return YES


def may_replace(*, number: int, replaced_by: int | None) -> Answer:
    """A decision is replaced once; after that, the one in its place is replaced."""
    if replaced_by is None:
        return YES
    return Answer(
        f"Decision {number} has already been replaced by decision {replaced_by}. Replace that one."
    )


def may_ask_for_action(*, text: str, owner: str, due_on: date | None, held_on: date) -> Answer:
    """An action says what, by whom, and by a day that does not lie before the meeting."""
    if not text.strip():
        return Answer("Say what is to be done.")
    if not owner.strip():
        return Answer("Say who does it. An action that is nobody’s is not done.")
    if due_on and due_on < held_on:
        return Answer(f"The meeting was on {in_words(held_on)}; give a day on or after that.")
    return YES


def may_finish_action(*, done_on: date, held_on: date, today: date, is_done: bool) -> Answer:
    """An action is done once, between the meeting that asked for it and today; also after the record is closed."""
    if is_done:
        return Answer("This action is already recorded as done.")
    if done_on > today:
        return Answer("It cannot have been done in the future. Enter the day it was done.")
    if done_on < held_on:
        return Answer(f"It was asked for on {in_words(held_on)}; give a day on or after that.")
    return YES


@carries_out(Duty.P10)
def may_close(
    *,
    held_on: date,
    today: date,
    is_closed: bool,
    quorum: Quorum,
    note: str,
    unagreed: Iterable[str],
) -> Answer:
    """A record is closed once, after the meeting, with who was there and their promise of confidentiality.

    Where there was no quorum its note says what that means for what was done.
    """
    if not (answer := may_note(held_on=held_on, today=today, is_closed=is_closed)):
        return answer
    if not quorum.present:
        return Answer("Record who was present before you close the record.")
    for name in unagreed:
        return Answer(
            f"{name} has not agreed to the reminder of confidentiality. Ask them, and record it under "
            "attendance."
        )
    if not quorum.is_met and not note.strip():
        return Answer(f"{quorum.sentence} Say in the note what that means for what was done.")
    return YES


def _worded(text: str, reasons: str) -> Answer:
    if not text.strip():
        return Answer("Say what was decided.")
    return YES if reasons.strip() else Answer("Give the reasons for the decision.")
