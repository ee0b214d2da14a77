"""What waits for a person, sorted: how urgent it is, and what kind of thing it is."""

from datetime import date, timedelta
from enum import StrEnum

_SOON = timedelta(days=7)


class Kind(StrEnum):
    """What sort of thing waits, for choosing among many."""

    ANSWER = "answer"
    CONTRIBUTE = "contribute"
    PEOPLE = "people"
    READ = "read"
    STEP = "step"
    TIME = "time"
    MEETING = "meeting"
    ACTION = "action"


KIND_WORDS: dict[Kind, str] = {
    Kind.ANSWER: "Answers for an agency",
    Kind.CONTRIBUTE: "Chronologies and reports",
    Kind.PEOPLE: "Naming people",
    Kind.READ: "Reading",
    Kind.STEP: "Decisions and next steps",
    Kind.TIME: "Time and holds",
    Kind.MEETING: "Asked at meetings",
    Kind.ACTION: "Actions",
}


class Urgency(StrEnum):
    """How urgent a thing is, on a day."""

    OVERDUE = "overdue"
    SOON = "soon"
    WAITING = "waiting"
    NOT_YET = "not_yet"


URGENCY_WORDS: dict[Urgency, str] = {
    Urgency.OVERDUE: "Overdue",
    Urgency.SOON: "Due this week",
    Urgency.WAITING: "Waiting for you",
    Urgency.NOT_YET: "Yours, but not yet",
}


def urgency_of(due_on: date | None, *, not_yet: str, today: date) -> Urgency:
    """Overdue from the day after the due day; soon within the seven days from today."""
    if not_yet:
        return Urgency.NOT_YET
    if due_on is None:
        return Urgency.WAITING
    if due_on < today:
        return Urgency.OVERDUE
    return Urgency.SOON if due_on < today + _SOON else Urgency.WAITING
