"""The days on which something is due for a person: how many things, and nothing of what they are."""

from collections import Counter
from datetime import date, timedelta

from goldenthread.accounts.models import Person
from goldenthread.reviews.queries.work import work_of

_LOOKS_BACK = timedelta(days=31)


def days_with_something_due(person: Person, *, today: date) -> dict[date, int]:
    """How many things are due for the person on each day, from a month ago on."""
    due = (task.due_on for task in work_of(person, today=today).tasks)
    return dict(Counter(day for day in due if day is not None and day > today - _LOOKS_BACK))
