"""The ten chronologies agree with one timeline."""

from datetime import date

import pytest

from goldenthread.reviews.demo.story.chronologies import chronology
from goldenthread.reviews.demo.story.partnership import AGENCY_KEYS
from goldenthread.reviews.demo.story.timeline import (
    BORN_ON,
    INCIDENT_ON,
    PERIOD_FROM,
    PERIOD_TO,
    TIMELINE,
)

TELLINGS = [(event, telling) for event in TIMELINE for telling in event.told]


@pytest.mark.parametrize(("event", "telling"), TELLINGS, ids=lambda one: getattr(one, "words", ""))
def test_the_words_of_a_telling_are_in_one_entry_alone(event, telling):
    entries = chronology(telling.agency).entries
    assert sum(any(telling.words in cell for cell in entry) for entry in entries) == 1


def test_the_timeline_runs_forward_inside_the_period():
    days = [event.on for event in TIMELINE]
    assert days == sorted(days)
    assert days[0] >= PERIOD_FROM
    assert days[-1] <= PERIOD_TO


def test_the_child_is_eight_months_old():
    assert (INCIDENT_ON - BORN_ON).days // 30 == 8


def test_nothing_is_written_down_before_it_happened_by_more_than_a_day():
    early = [
        telling
        for event, telling in TELLINGS
        if telling.dated and (event.on - telling.dated).days > 1
    ]
    assert early == []


def test_some_events_are_dated_a_day_apart():
    apart = [t for event, t in TELLINGS if t.dated and abs((event.on - t.dated).days) == 1]
    assert len(apart) >= 5


def test_what_was_told_and_not_heard_has_no_entry_that_tells_it():
    unheard = [(event, key) for event in TIMELINE for key in event.not_heard_by]
    assert len(unheard) == 4
    assert [one for one in unheard if one[1] in {t.agency for t in one[0].told}] == []


def test_every_agency_tells_of_the_timeline():
    assert {telling.agency for _, telling in TELLINGS} == set(AGENCY_KEYS)


def test_real_date_cells_are_inside_the_period():
    days = [
        date.fromisoformat(entry[0][1:])
        for key in AGENCY_KEYS
        for entry in chronology(key).entries
        if entry[0].startswith("@")
    ]
    assert len(days) > 80
    assert [day for day in days if not PERIOD_FROM <= day <= PERIOD_TO] == []
