"""How urgent a thing is, and what is new since the last look."""

from datetime import UTC, date, datetime, timedelta

import pytest

from goldenthread.domain.my_work import (
    KIND_WORDS,
    URGENCY_WORDS,
    Kind,
    Urgency,
    urgency_of,
)
from goldenthread.domain.visits import looked, seen_until

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.duty("P24")
@pytest.mark.parametrize(
    ("due_on", "not_yet", "urgency"),
    [
        (date(2026, 3, 1), "", Urgency.OVERDUE),
        (date(2026, 3, 2), "", Urgency.SOON),
        (date(2026, 3, 8), "", Urgency.SOON),
        (date(2026, 3, 9), "", Urgency.WAITING),
        (None, "", Urgency.WAITING),
        (date(2026, 3, 1), "Not yet.", Urgency.NOT_YET),
    ],
)
def test_a_thing_is_overdue_from_the_day_after_and_soon_for_a_week(due_on, not_yet, urgency):
    assert urgency_of(due_on, not_yet=not_yet, today=TODAY) is urgency


def test_every_kind_and_urgency_has_its_words():
    assert set(KIND_WORDS) == set(Kind)
    assert set(URGENCY_WORDS) == set(Urgency)


def test_to_somebody_who_never_looked_nothing_is_told_apart():
    assert seen_until(None, None, now=NOON) is None


def test_what_happened_since_the_last_visit_is_new():
    assert seen_until(NOON - HOUR, NOON - 9 * HOUR, now=NOON) == NOON - HOUR


def test_while_they_look_round_what_was_new_stays_new():
    first, before = looked(NOON - HOUR, None, now=NOON)
    assert (first, before) == (NOON, NOON - HOUR)
    later = NOON + timedelta(minutes=20)
    assert seen_until(first, before, now=later) == NOON - HOUR
    assert looked(first, before, now=later) == (later, NOON - HOUR)


def test_half_an_hour_later_a_new_visit_begins():
    first, before = looked(NOON - HOUR, None, now=NOON)
    later = NOON + timedelta(minutes=30)
    assert seen_until(first, before, now=later) == NOON
