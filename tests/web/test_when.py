"""When an entry happened, in words."""

from datetime import date

import pytest

from goldenthread.reviews.models import Entry
from goldenthread.reviews.web.when import edtf_in_words, remarks, when_in_words

FIRST, LAST = date(2011, 5, 3), date(2011, 5, 9)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({}, ""),
        ({"first_on": FIRST, "last_on": FIRST}, "3 May 2011"),
        ({"first_on": FIRST, "last_on": LAST}, "3 May 2011 to 9 May 2011"),
        ({"first_on": FIRST}, "3 May 2011 or later"),
        ({"last_on": LAST}, "9 May 2011 or earlier"),
        ({"first_on": date(2012, 2, 1), "last_on": date(2012, 2, 29)}, "February 2012"),
        ({"first_on": date(2011, 6, 1), "last_on": date(2011, 7, 31)}, "June 2011 to July 2011"),
        ({"first_on": date(2011, 1, 1), "last_on": date(2011, 12, 31), "doubt": "~"}, "about 2011"),
        ({"first_on": date(2010, 1, 1), "last_on": date(2011, 12, 31)}, "2010 to 2011"),
        ({"first_on": FIRST, "last_on": FIRST, "doubt": "?"}, "3 May 2011 (doubtful)"),
        (
            {"first_on": FIRST, "last_on": FIRST, "doubt": "%", "time": "14:30"},
            "about 3 May 2011, 2:30pm (doubtful)",
        ),
        (
            {"first_on": FIRST, "last_on": FIRST, "time": "12:00/18:00"},
            "3 May 2011, between midday and 6pm",
        ),
        ({"first_on": FIRST, "last_on": FIRST, "time": "24:00"}, "3 May 2011, 24:00"),
        (
            {"first_on": FIRST, "last_on": LAST, "edtf": "[2011-05-03,2011-05-09]"},
            "one day from 3 May 2011 to 9 May 2011",
        ),
        (
            {"first_on": FIRST, "last_on": LAST, "edtf": "{2011-05-03,2011-05-09}"},
            "several days from 3 May 2011 to 9 May 2011",
        ),
    ],
)
def test_a_date_is_said_as_surely_as_it_was_understood(words, said):
    assert when_in_words(Entry(**words)) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2011-02", "February 2011"),
        ("2011-03-13", "13 March 2011"),
        ("2011-02~", "about February 2011"),
        ("2011-05-01/2011-05-10", "1 May 2011 to 10 May 2011"),
        ("XXXX-02-29", "29 February, in a year that is not given"),
        ("2011-21", "2011-21"),
        ("", ""),
    ],
)
def test_a_suggestion_is_said_in_words(edtf, said):
    assert edtf_in_words(edtf) == said


def test_a_date_that_was_worked_out_is_marked_with_the_reason():
    why = "The year was taken from the row above."
    assert remarks(Entry(inferred=True, why=why)) == [f"Worked out. {why}"]
    assert remarks(Entry(why="The limit is left out.")) == ["The limit is left out."]
    assert remarks(Entry(why="The year is missing.", problem="The year is missing.")) == []
