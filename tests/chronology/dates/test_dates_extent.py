"""First and last day, doubt, time and reasons of a reading; the latest date; real date cells."""

from datetime import date, datetime

import pytest

from goldenthread.chronology.dates import Refusal, from_cell, read_date

LATEST = date(2016, 6, 30)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("12/03/2009", date(2009, 3, 12), date(2009, 3, 12)),
        ("February 2012", date(2012, 2, 1), date(2012, 2, 29)),
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("winter 2010", date(2010, 12, 1), date(2011, 2, 28)),
        ("?/2/12", date(2012, 2, 1), date(2012, 2, 29)),
        ("12/?/2012", date(2012, 1, 12), date(2012, 12, 12)),
        ("31/?/2012", date(2012, 1, 31), date(2012, 12, 31)),
        ("12, 14 and 19 March 2009", date(2009, 3, 12), date(2009, 3, 19)),
        ("since March 2009", date(2009, 3, 1), None),
        ("until March 2009", None, date(2009, 3, 31)),
        ("12 March", None, None),
        ("w/c 28 December 2009", date(2009, 12, 28), date(2010, 1, 3)),
    ],
)
def test_extent(typed, first, last):
    read = read_date(typed)
    assert (read.first, read.last) == (first, last)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("12/03/2009 14:30", "14:30"),
        ("12/03/2009 pm", "12:00/24:00"),
        ("morning of 12 March 2009", "06:00/12:00"),
        ("the night of 12/13 March 2009", "21:00/06:00"),
        ("12/03/2009 2-3pm", "14:00/15:00"),
        ("12/03/2009", ""),
    ],
)
def test_time(typed, time):
    assert read_date(typed).time == time


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("12/03/2009", ""),
        ("12/03/09", "The year has two figures and was read as 2009."),
        ("12 Septmber 2009", "“septmber” was read as September."),
        ("22th May 2017", "“22th” was read as 22."),
        ("l2/03/2009", "A letter typed for a digit, or a digit for a letter, was read as meant."),
        ("12032009", "The separators between day, month and year are missing."),
        ("12/03/2009 - core group", "The other words were left out: “core group”."),
        ("Monday 12 March 2009", "12 March 2009 was a Thursday, not a Monday."),
        ("12 March", "The year is missing."),
        ("before 12 March 2009", "The day named is the limit and itself left out."),
    ],
)
def test_says_what_the_text_did_not_say(typed, why):
    assert read_date(typed).why == why


@pytest.mark.parametrize(
    ("typed", "alternatives"),
    [
        ("early March 2009", ("2009-03~",)),
        ("before 2009", ("../2008",)),
        ("after 31 December 2009", ("2010-01-01/..",)),
        ("2009/10", ("2009-04/2010-03",)),
        ("March or May 2009", ("2009-03/2009-05",)),
        ("12/03/2009 2.30", ("2009-03-12T14:30:00",)),
        ("12/03/2009", ()),
    ],
)
def test_alternatives(typed, alternatives):
    assert read_date(typed).alternatives == alternatives


def test_two_figure_years_are_the_past_before_the_latest_date():
    assert read_date("1/2/15", latest=LATEST).edtf == "2015-02-01"
    assert read_date("1/2/35", latest=LATEST).edtf == "1935-02-01"


def test_two_figure_years_just_after_the_latest_date_are_doubted():
    read = read_date("1/2/18", latest=LATEST)
    assert read.edtf == "1918-02-01?"
    assert read.why.endswith("The year can also be 2018.")


def test_dates_after_the_latest_are_doubted_with_the_reason():
    read = read_date("1 July 2016", latest=LATEST)
    assert (read.edtf, read.doubt) == ("2016-07-01?", "?")
    assert read.why == "This is later than 30 June 2016."


def test_dates_years_after_the_latest_are_refused():
    read = read_date("1 July 2051", latest=LATEST)
    assert isinstance(read, Refusal)
    assert read.suggestion == "2015-07-01"


def test_real_date_cells_need_no_reading():
    assert from_cell(date(2009, 3, 12)).edtf == "2009-03-12"
    assert from_cell(datetime(2009, 3, 12, 0, 0)).time == ""
    timed = from_cell(datetime(2009, 3, 12, 14, 30))
    assert (timed.edtf, timed.time, timed.text) == (
        "2009-03-12T14:30:00",
        "14:30",
        "12 March 2009, 14:30",
    )
