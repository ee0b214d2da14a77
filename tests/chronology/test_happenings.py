from datetime import date

import pytest
from tests.chronology.made_accounts import shown, told

from goldenthread.chronology.happenings import happenings
from goldenthread.chronology.meant_days import Meant, meant_days
from goldenthread.chronology.plain_words import Stems, small


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Self-poisoning with paracetamol", {"an overdose"}),
        ("Took tablets at the bus stop", {"an overdose"}),
        ("ICPC chaired", {"a child protection conference"}),
        ("Core group held", {"a core group"}),
        ("Absconded at dusk", {"a child missing"}),
        ("Whereabouts unknown", {"a child missing"}),
        ("Ate an apple", set()),
    ],
)
def test_unlike_words_tell_of_one_sort_of_thing(text, names):
    assert {one.name for one in happenings(Stems().of(small(text)))} == names


def test_a_sort_of_thing_links_two_agencies_in_unlike_words():
    (event,) = shown(
        police="Date|Time|Event\n4/3/2012|21:00|Youth has absconded.\n9/5/2012||Log closed",
        hostel="Date|Time|Event\n4/3/2012|21:20|Whereabouts unknown since lunch",
    ).same_events
    assert event.reason == (
        "police and hostel: Both speak of 4 March 2012; both tell of a child missing; the times of "
        "day agree."
    )


def test_two_rows_of_one_agency_are_not_joined_by_what_another_tells():
    text = "Date|Event\n4/3/2012|Core group held\n4/3/2012|Minutes of the core group typed"
    (event,) = shown(school=text, nursery="Date|Event\n4/3/2012|Core group, all there").same_events
    assert len(event.ids) == 2


def days(event, when="10/6/2012"):
    (account,) = told(school=f"Date|Event\n{when}|{event}")
    return meant_days(account)


def test_an_entry_means_its_own_day_and_those_it_names():
    assert days("Row on 7/6/12 by the pond") == {
        date(2012, 6, 10): Meant(0.0),
        date(2012, 6, 7): Meant(0.0, spoken=True),
    }


def test_word_of_a_thing_comes_later_than_the_thing():
    assert sorted(days("Letter from hospital about a fall")) == [
        date(2012, 6, day) for day in (7, 8, 9, 10)
    ]


def test_a_month_means_no_day():
    assert days("Fell off the wall", "June 2012") == {}
