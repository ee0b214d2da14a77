"""The minutes of a meeting, put together from its record for the writer of Word documents."""

from goldenthread.accounts.models import Person
from goldenthread.documents.writers.minutes import (
    MinutedDecision,
    MinutedItem,
    MinutedTable,
    Minutes,
)
from goldenthread.domain.meetings import WAS_WORDS, Body, Was
from goldenthread.pages.words import clock_time, day
from goldenthread.reviews.models import Attendance, Meeting
from goldenthread.reviews.queries.decision_log import LoggedRead
from goldenthread.reviews.queries.meeting import MeetingRead, record_of
from goldenthread.reviews.queries.report_standings import report_standings


def minutes_of(person: Person, meeting: Meeting) -> Minutes:
    """What the minutes say; marked as a draft until the record is closed."""
    record = record_of(person, meeting)
    draft = "" if meeting.closed_at else " – draft, the record is not closed"
    return Minutes(
        title=record.title,
        about=f"About {meeting.review.reference}, {meeting.review.label}",
        marking=f"Confidential{draft}",
        facts=_facts(record),
        before_items=(_attendance(record), _interests(record), *_reports(person, record)),
        items=tuple(
            MinutedItem(
                title=read.item.title,
                discussion=read.item.discussion,
                decisions=tuple(_decision(one) for one in read.decided),
            )
            for read in record.items
        ),
        decided_apart=tuple(_decision(one) for one in record.decided_apart),
        after_items=(_actions(record),),
        note=meeting.note,
        following=_following(record),
    )


def _facts(record: MeetingRead) -> tuple[tuple[str, str], ...]:
    meeting = record.meeting
    when = day(meeting.held_on)
    if meeting.begins_at:
        when += f" at {clock_time(meeting.begins_at)}"
    facts = (
        ("Held on", when),
        ("Place", meeting.place),
        ("Chaired by", meeting.chaired_by),
        ("Quorum", record.quorum.sentence),
    )
    return tuple((name, value) for name, value in facts if value)


def _attendance(record: MeetingRead) -> MinutedTable:
    return MinutedTable(
        heading="Attendance",
        columns=("Name", "Capacity", "Attended", "Counts towards the quorum", "Confidentiality"),
        rows=tuple(
            (
                one.name,
                one.capacity,
                WAS_WORDS[Was(one.was)],
                "Yes" if one.counts and not one.stood_back else "No",
                _promise(one),
            )
            for one in record.attendances
        ),
        when_empty="Nobody’s attendance is recorded.",
    )


def _promise(one: Attendance) -> str:
    if one.was == Was.APOLOGIES:
        return "–"
    return "Agreed to the reminder" if one.agreed_confidentiality else "Not recorded"


def _interests(record: MeetingRead) -> MinutedTable:
    return MinutedTable(
        heading="Interests declared",
        columns=("Name", "Interest", "What was done about it"),
        rows=tuple(
            (
                one.name,
                one.interest,
                "Stood back" if one.stood_back else "Took part, having said so",
            )
            for one in record.interests
        ),
        when_empty="Nobody declared an interest.",
    )


def _reports(person: Person, record: MeetingRead) -> tuple[MinutedTable, ...]:
    meeting = record.meeting
    if meeting.body != Body.PANEL:
        return ()
    return (
        MinutedTable(
            heading=f"{meeting.review.type.nouns.agency_reports} on this day",
            columns=("Agency", "Received", "Version", "Verdict", "Due"),
            rows=tuple(
                (
                    one.agency,
                    one.received_on or "Not yet",
                    str(one.version or "–"),
                    one.verdict,
                    one.due_on,
                )
                for one in report_standings(person, meeting.review, on=meeting.held_on)
            ),
            when_empty="None had been asked for.",
        ),
    )


def _decision(read: LoggedRead) -> MinutedDecision:
    decision = read.decision
    return MinutedDecision(
        number=decision.number,
        text=decision.text,
        reasons=decision.reasons,
        proposed_by=decision.proposed_by,
        remarks=read.remarks,
    )


def _actions(record: MeetingRead) -> MinutedTable:
    return MinutedTable(
        heading="Actions",
        columns=("Number", "What", "Who", "By when", "Done"),
        rows=tuple(
            (
                str(one.number),
                one.text,
                one.owner_name,
                one.due_on or "No day given",
                one.done_on or "Not yet",
            )
            for one in record.actions
        ),
        when_empty="Nobody was asked to do anything.",
    )


def _following(record: MeetingRead) -> str:
    following = record.following
    if following is None:
        return "No later meeting is planned yet."
    time = f" at {clock_time(following.begins_at)}" if following.begins_at else ""
    place = f", {following.place}" if following.place else ""
    return f"{day(following.held_on)}{time}{place}."
