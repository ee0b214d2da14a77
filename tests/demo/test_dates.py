"""What the agencies typed as dates is understood as the timeline has it."""

from functools import cache

import pytest

from goldenthread.chronology.dates import Reading
from goldenthread.chronology.entries import understand
from goldenthread.documents.readers import read_file
from goldenthread.reviews.demo.story.chronologies import chronology
from goldenthread.reviews.demo.story.files import agency_file, file_name
from goldenthread.reviews.demo.story.partnership import AGENCY_KEYS
from goldenthread.reviews.demo.story.timeline import BORN_ON, PERIOD_FROM, PERIOD_TO, TIMELINE

TELLINGS = [(event, telling) for event in TIMELINE for telling in event.told]
UNDATED = {"N/K", "Xmas week", "Christmas week"}


@cache
def told_entries(key):
    file = read_file(agency_file(key), name=file_name(key))
    told = {max(entry[1:], key=len) for entry in chronology(key).entries}
    entries = understand(file, latest=PERIOD_TO, born=BORN_ON).entries
    return [entry for entry in entries if max(entry.cells[1:], key=len) in told]


@pytest.mark.parametrize("key", AGENCY_KEYS)
def test_only_what_has_no_day_stays_undated(key):
    undated = {e.cells[0] for e in told_entries(key) if not isinstance(e.date, Reading)}
    assert undated - UNDATED == set()


@pytest.mark.parametrize("key", AGENCY_KEYS)
def test_every_date_begins_inside_the_period(key):
    days = [entry.date.first for entry in told_entries(key) if isinstance(entry.date, Reading)]
    assert len(days) >= 29
    assert [day for day in days if not PERIOD_FROM <= day <= PERIOD_TO] == []


@pytest.mark.parametrize(("event", "telling"), TELLINGS, ids=lambda one: getattr(one, "words", ""))
def test_each_telling_is_dated_as_the_timeline_says(event, telling):
    (entry,) = (
        entry
        for entry in told_entries(telling.agency)
        if any(telling.words in cell for cell in entry.cells)
    )
    day = telling.dated or event.on
    assert entry.date.first <= day <= entry.date.last
