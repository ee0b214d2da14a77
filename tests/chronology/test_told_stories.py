"""How many of the events that several agencies tell are linked, and how many links are right.

Both stories were invented before the rules that link them, and the second was not looked at while
they were made: its figures are the ones to expect of a new review.
"""

from functools import cache

import pytest
from tests.chronology.told_stories import measured, rows

measure = cache(measured)


def test_the_stories_are_large_and_full_of_rows_that_only_seem_alike():
    told = [row for story in ("thistlewick", "oakhanger") for row in rows(story)]
    several = [name for story in ("thistlewick", "oakhanger") for name in measure(story).events]
    assert len(several) >= 60
    assert sum(not row.event for row in told) >= 100


def test_links_are_right():
    both = measure("thistlewick"), measure("oakhanger")
    right = sum(len(one.true & one.found) for one in both)
    assert right / sum(len(one.found) for one in both) >= 0.97


@pytest.mark.parametrize(
    ("story", "precision", "recall", "of_events"),
    [("thistlewick", 0.97, 0.92, 0.88), ("oakhanger", 0.96, 0.78, 0.90)],
)
def test_most_accounts_of_one_event_are_linked(story, precision, recall, of_events):
    found = measure(story)
    assert found.precision >= precision
    assert found.recall >= recall
    assert found.event_recall >= of_events
