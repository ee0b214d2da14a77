from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.chronology.spoken_days import spoken_days

WRITTEN = date(2012, 3, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("argument on 10/03/12", [date(2012, 3, 10)]),
        ("argument on 10/3/2012.", [date(2012, 3, 10)]),
        ("attended 26 jan", [date(2012, 1, 26)]),
        ("attended 26 january 2012", [date(2012, 1, 26)]),
        ("seen 20th december", [date(2011, 12, 20)]),
        ("row on the 10th", [date(2012, 3, 10)]),
        ("row on the 20th", [date(2012, 2, 20)]),
        ("came on friday", [date(2012, 3, 9)]),
        ("shouting sunday night", [date(2012, 3, 11)]),
        ("last wednesday", [date(2012, 3, 7)]),
        ("attended yesterday", [date(2012, 3, 13)]),
        ("attended last night", [date(2012, 3, 13)]),
    ],
)
def test_days_named(said, days):
    assert list(spoken_days(said, WRITTEN)) == days


@pytest.mark.parametrize(
    "said",
    [
        "score 4/10.5",
        "weight 3.10",
        "31/02/12",
        "review on 30/04/12",
        "appointment booked for 10/3/12",
        "born 3/3/12",
        "due 10 march",
        "convicted 10/3/1999",
        "on the 14th",
        "row on the 31st",
        "30 times",
        "a quiet day",
        "one good night",
        "£10/03",
    ],
)
def test_what_is_no_day_of_an_event(said):
    assert spoken_days(said, WRITTEN) == ()


@given(st.text(max_size=60), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_no_words_give_a_day_that_is_not_before_the_entry(said, written):
    assert all(day < written for day in spoken_days(said, written))
