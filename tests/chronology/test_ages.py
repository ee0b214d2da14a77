from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.chronology.made_accounts import told

from goldenthread.chronology.ages import age_on, ages, whole_months

BORN = date(2010, 9, 3)


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2010, 9, 3), "0 days"),
        (date(2010, 9, 4), "1 day"),
        (date(2010, 9, 10), "1 week"),
        (date(2010, 11, 25), "11 weeks"),
        (date(2010, 11, 26), "2 months"),
        (date(2011, 5, 9), "8 months"),
        (date(2012, 9, 2), "23 months"),
        (date(2012, 9, 3), "2 years"),
        (date(2013, 10, 3), "3 years 1 month"),
        (date(2014, 3, 2), "3 years 5 months"),
        (date(2010, 9, 1), "2 days before birth"),
        (date(2010, 8, 27), "1 week before birth"),
        (date(2010, 7, 30), "5 weeks before birth"),
    ],
)
def test_ages_in_words(day, age):
    assert age_on(day, born=BORN) == age


def test_months_of_someone_born_on_the_last_day():
    assert whole_months(date(2010, 1, 31), date(2010, 2, 28)) == 1
    assert whole_months(date(2010, 1, 31), date(2010, 2, 27)) == 0


def test_every_dated_row_has_its_age_and_the_days_since_the_row_before():
    accounts = told(
        police="Date|Event\n3/10/2010|A\n5/10/2010|B\nJanuary 2011|C\nN/K|D\nsince 5/5/2011|E"
    )
    found = list(ages(accounts, born=BORN).values())
    assert [(one.text, one.least, one.most) for one in found][:3] == [
        ("4 weeks", 30, 30),
        ("4 weeks", 32, 32),
        ("3 months to 4 months", 120, 150),
    ]
    assert [one.elapsed for one in found] == ["", "2 days", "88 to 118 days", "94 to 124 days"]
    assert (found[2].elapsed_least, found[2].elapsed_most) == (88, 118)


def test_without_a_birth_only_time_elapsed():
    accounts = told(police="Date|Event\n3/10/2010|A\n4/10/2010|B")
    found = list(ages(accounts).values())
    assert [(one.text, one.least, one.elapsed) for one in found] == [
        ("", None, ""),
        ("", None, "1 day"),
    ]


@given(st.dates(date(1990, 1, 1), date(2020, 1, 1)), st.integers(0, 7000))
def test_whole_months_never_overshoot(born, days):
    day = born + timedelta(days=days)
    months = whole_months(born, day)
    assert 0 <= months <= days // 28
    assert whole_months(born, day + timedelta(days=1)) - months in (0, 1)
