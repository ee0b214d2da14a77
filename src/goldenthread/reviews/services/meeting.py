"""Plan a meeting, record who was there and what was said, and close its record (P8, P10)."""

from collections.abc import Sequence
from datetime import date, time

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.domain import meetings as rules
from goldenthread.domain.answers import YES, Answer, require
from goldenthread.domain.meetings import Attended, Body
from goldenthread.reviews import moments
from goldenthread.reviews.models import AgendaItem, Attendance, Meeting, Review
from goldenthread.reviews.queries import meeting as queries
from goldenthread.reviews.services import steps
from goldenthread.reviews.services.service import service
from goldenthread.reviews.services.written import WrittenMeanwhile


@service
def plan(
    review: Review,
    body: Body,
    *,
    held_on: date,
    items: Sequence[str],
    begins_at: time | None = None,
    place: str = "",
    quorum: int | None = None,
    chaired_by: str = "",
    by: Person,
) -> Meeting:
    """Plan a meeting of a body, or begin the record of one already held. It gets the body's next number."""
    review = steps.locked(review, by=by)
    require(queries.may_keep(by, review, body))
    items = _agenda(items)
    require(rules.may_plan(items=items))
    last = queries.meetings_of(by, review, body).order_by("-number").first()
    meeting = Meeting.objects.create(
        review=review,
        body=body.value,
        number=last.number + 1 if last else 1,
        held_on=held_on,
        begins_at=begins_at,
        place=place.strip(),
        quorum=quorum,
        chaired_by=chaired_by.strip(),
        saved_at=moments.now(),
        saved_by=by,
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(review=review, body=body.value, meeting=meeting, position=position, title=title)
        for position, title in enumerate(items, start=1)
    )
    _record("meeting.planned", meeting, by=by)
    return meeting


@service
def change(
    meeting: Meeting,
    *,
    held_on: date,
    items: Sequence[str],
    begins_at: time | None,
    place: str,
    quorum: int | None,
    chaired_by: str,
    by: Person,
) -> Meeting:
    """Change what is planned. An item under which something is recorded stays as it is worded."""
    meeting = locked(meeting, by=by)
    require(queries.may_change(by, meeting))
    items = _agenda(items)
    require(rules.may_plan(items=items))
    recorded = queries.items_recorded_under(by, meeting)
    require(rules.may_drop_items(sorted(recorded.difference(items))))
    require(_may_move(meeting, held_on))
    words = {
        "held_on": held_on,
        "begins_at": begins_at,
        "place": place.strip(),
        "quorum": quorum,
        "chaired_by": chaired_by.strip(),
    }
    changed = tuple(name for name, value in words.items() if getattr(meeting, name) != value)
    for name in changed:
        setattr(meeting, name, words[name])
    _touch(meeting, by=by, fields=changed)
    _keep_agenda(meeting, items, by=by)
    _record("meeting.changed", meeting, by=by, fields=changed)
    return meeting


@service
def record_attendance(
    meeting: Meeting, lines: Sequence[Attended], *, began_from: str, by: Person
) -> Meeting:
    """Keep who was there, who sent apologies, and which interests were declared, in place of what was kept.

    ``began_from`` is :func:`version_of` the meeting that the list was filled in for: Refused when it has
    been changed meanwhile. Whoever is on no line was not there.
    """
    meeting = locked(meeting, by=by)
    require(queries.may_keep(by, meeting.review, Body(meeting.body)))
    require(
        rules.may_record_attendance(
            lines,
            held_on=meeting.held_on,
            today=moments.today(),
            is_closed=meeting.closed_at is not None,
        )
    )
    require(_is_as_it_was(meeting, began_from))
    queries.attendances_of(by, meeting).delete()
    Attendance.objects.bulk_create(_attendance(meeting, line) for line in lines)
    fields: tuple[str, ...] = ()
    if meeting.opened_at is None and any(line.was != Attendance.APOLOGIES for line in lines):
        meeting.opened_at = moments.now()
        fields = ("opened_at",)
    _touch(meeting, by=by, fields=fields)
    _record("meeting.attendance", meeting, by=by)
    return meeting


@service
def note_item(item: AgendaItem, *, discussion: str, began_from: str, by: Person) -> AgendaItem:
    """Keep what was said under an item.

    ``began_from`` is the digest of the text that the writer began from; WrittenMeanwhile when somebody
    else has saved another one since.
    """
    meeting = locked(item.meeting, by=by)
    require(queries.may_note(by, meeting))
    item = queries.items_of(by, meeting).select_for_update(no_key=True).get(pk=item.pk)
    discussion = discussion.strip()
    if queries.digest(item.discussion) != began_from and item.discussion != discussion:
        raise WrittenMeanwhile(text=item.discussion, version=0, who="Somebody else")
    item.discussion = discussion
    item.save(update_fields=["discussion"])
    _record("meeting.noted", meeting, by=by)
    return item


@service
def close(meeting: Meeting, *, note: str, by: Person) -> Meeting:
    """Close the record: from now on it is not changed. Without a quorum the note says what that means."""
    meeting = locked(meeting, by=by)
    require(queries.may_close(by, meeting, note=note))
    meeting.note = note.strip()
    meeting.closed_at = moments.now()
    _touch(meeting, by=by, fields=("note", "closed_at"))
    _record("meeting.closed", meeting, by=by)
    return meeting


@service
def take_minutes(meeting: Meeting, *, by: Person) -> Meeting:
    """Keep that somebody took the minutes away as a file."""
    meeting = locked(meeting, by=by)
    _record("meeting.minutes_taken", meeting, by=by)
    return meeting


def locked(meeting: Meeting, *, by: Person) -> Meeting:
    """The meeting, read afresh and held until the transaction ends."""
    return (
        Meeting.objects.visible_to(by)
        .select_for_update(of=("self",), no_key=True)
        .select_related("review")
        .get(pk=meeting.pk)
    )


def _agenda(items: Sequence[str]) -> list[str]:
    # The same line twice would be one item to whoever looks it up by its title.
    return list(dict.fromkeys(item.strip() for item in items if item.strip()))


def _keep_agenda(meeting: Meeting, titles: list[str], *, by: Person) -> None:
    kept = {item.title: item for item in queries.items_of(by, meeting)}
    for title in kept.keys() - set(titles):
        kept[title].delete()
    for position, title in enumerate(titles, start=1):
        item = kept.get(title) or AgendaItem(
            review=meeting.review, body=meeting.body, meeting=meeting, title=title
        )
        item.position = position
        item.save()


def _may_move(meeting: Meeting, held_on: date) -> Answer:
    """A meeting at which somebody was present has been held, and is not moved to a day still to come."""
    if meeting.opened_at is None:
        return YES
    return rules.may_note(held_on=held_on, today=moments.today(), is_closed=False)


def _is_as_it_was(meeting: Meeting, began_from: str) -> Answer:
    if queries.version_of(meeting) == began_from:
        return YES
    return Answer(
        f"{meeting.saved_by.name} changed this meeting while you were filling in the list. Open the "
        "page again in another window, and compare before you save."
    )


def _attendance(meeting: Meeting, line: Attended) -> Attendance:
    return Attendance(
        review=meeting.review,
        body=meeting.body,
        meeting=meeting,
        person_id=line.person_id,
        name=line.name.strip(),
        capacity=line.capacity.strip(),
        counts=line.counts,
        was=line.was,
        interest=line.interest.strip(),
        stood_back=line.stood_back,
        agreed_confidentiality=line.agreed_confidentiality,
    )


def _touch(meeting: Meeting, *, by: Person, fields: tuple[str, ...] = ()) -> None:
    meeting.saved_at = moments.now()
    meeting.saved_by = by
    meeting.save(update_fields=[*fields, "saved_at", "saved_by"])


def _record(verb: str, meeting: Meeting, *, by: Person, fields: tuple[str, ...] = ()) -> None:
    trail.record(
        verb,
        by=by.pk,
        subject="meeting",
        subject_id=meeting.pk,
        review_id=meeting.review_id,
        fields=fields,
    )
