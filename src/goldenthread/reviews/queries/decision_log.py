"""The decision log: what the bodies of a review decided, at meetings and between them (P8, P10)."""

from dataclasses import dataclass

from goldenthread.accounts.models import Person
from goldenthread.domain.meetings import Body, body_noun
from goldenthread.reviews.models import LoggedDecision, Meeting, Review


@dataclass(frozen=True, slots=True)
class LoggedRead:
    """One decision of the log, what it replaced, and what has replaced it since."""

    decision: LoggedDecision
    noun: str
    replaced: int | None
    replaced_by: int | None

    @property
    def stands(self) -> bool:
        """Whether no later decision has replaced it."""
        return self.replaced_by is None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader must know beside its words, in sentences."""
        remarks = []
        if self.decision.without_quorum:
            remarks.append(f"Taken without a quorum, because: {self.decision.without_quorum}")
        if self.replaced:
            remarks.append(f"It replaces decision {self.replaced}.")
        if self.replaced_by:
            remarks.append(f"It has since been replaced by decision {self.replaced_by}.")
        return tuple(remarks)


def logged_of(
    person: Person, review: Review, body: Body | None = None, *, meeting: Meeting | None = None
) -> list[LoggedRead]:
    """The decisions that the person may read, by body and number; of one body or meeting if it is given."""
    found = LoggedDecision.objects.visible_to(person).filter(review=review)
    if body:
        found = found.filter(body=body)
    rows = list(found.select_related("meeting", "item", "recorded_by"))
    numbers = {row.pk: row.number for row in rows}
    replaced_by = {row.replaces_id: row.number for row in rows if row.replaces_id}
    order = list(Body)
    return [
        LoggedRead(
            decision=row,
            noun=body_noun(Body(row.body), review.type.nouns),
            replaced=numbers.get(row.replaces_id) if row.replaces_id else None,
            replaced_by=replaced_by.get(row.pk),
        )
        for row in sorted(rows, key=lambda row: (order.index(Body(row.body)), row.number))
        if meeting is None or row.meeting_id == meeting.pk
    ]


def decision_numbered(person: Person, review: Review, body: Body, number: int) -> LoggedRead | None:
    """One decision of a body's log, or None."""
    of_body = logged_of(person, review, body)
    return next((one for one in of_body if one.decision.number == number), None)
