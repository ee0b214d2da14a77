"""A column read with its neighbours: missing years, ditto, next day, ages."""

from datetime import date

import pytest

from goldenthread.chronology.dates import Reading, Refusal, Unknown, read_column

BORN = date(2009, 5, 4)


def shown(cells, **context):
    """What each cell was read as; inferred ones are starred."""
    return [
        read.edtf + "*" * read.inferred if isinstance(read, Reading) else type(read).__name__
        for read in read_column(cells, **context)
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # December rolls over into January
        (["22 December 2019", "26 January", "14/3"], ["2019-12-22", "2020-01-26*", "2020-03-14*"]),
        (["30/11/10", "2 Dec", "5 Jan", "1 Feb"], ["2010-11-30", "2010-12-02*", "2011-01-05*", "2011-02-01*"]),
        # a year alone sets the year beneath it
        (["2009", "12 March", "3 January"], ["2009", "2009-03-12*", "2010-01-03*"]),
        (["2009", "12 March", "2010", "12 March"], ["2009", "2009-03-12*", "2010", "2010-03-12*"]),
        # rows before the first year are read backwards from it
        (["30 Dec", "3 January", "12 March 2010"], ["2009-12-30*", "2010-01-03*", "2010-03-12"]),
        # latest first
        (["12 March 2010", "3 Jan", "20 Dec", "4 Oct"], ["2010-03-12", "2010-01-03*", "2009-12-20*", "2009-10-04*"]),
        (["1 May 2012", "3 Feb", "6 Nov 2011", "4 May 2011"], ["2012-05-01", "2012-02-03*", "2011-11-06", "2011-05-04"]),
        # a few days out of order is still the same year
        (["24 April 2020", "22 April", "29 April"], ["2020-04-24", "2020-04-22*", "2020-04-29*"]),
        # other kinds of date take the year too
        (["20 December 2019", "Christmas Eve", "31 Dec/1 Jan"], ["2019-12-20", "2019-12-24*", "2019-12-31/2020-01-01*"]),
        (["20 December 2019", "mid-January", "w/c 20 January"], ["2019-12-20", "2020-01-11~/2020-01-20~*", "2020-01-20/2020-01-26*"]),
        (["20 January 2020", "Good Friday", "June"], ["2020-01-20", "2020-04-10*", "2020-06*"]),
        # the weekday agrees with only one year
        (["Friday, 13 March", "Monday 16 March", "2020-03-20"], ["2020-03-13*", "2020-03-16*", "2020-03-20"]),
    ],
)  # fmt: skip
def test_takes_missing_years_from_the_rows_around(cells, expected):
    assert shown(cells) == expected


def test_takes_the_year_of_a_heading():
    assert shown(["12 March", "3 January"], year=2009) == ["2009-03-12*", "2010-01-03*"]


@pytest.mark.parametrize(
    "cells",
    [
        ["12 March", "14 May"],
        ["1 May 2015", "3 Feb 2011", "6 July 2018", "4 March", "9 Jan 2009", "2 Feb 2016"],
        ["1 May 2015", "4 March", "6 July 2015"],
    ],
)
def test_infers_no_year_when_nothing_gives_it_or_the_rows_contradict(cells):
    assert not any(read.inferred for read in read_column(cells))


def test_infers_no_year_after_the_latest_date():
    cells = ["1 November 2025", "3 March", "5 June"]
    assert shown(cells, latest=date(2026, 4, 1)) == ["2025-11-01", "2026-03-03*", "XXXX-06-05"]


def test_doubts_a_year_when_another_would_also_keep_the_order():
    read = read_column(["1 March 2008", "14/6", "5 May 2010"])[1]
    assert (read.edtf, read.alternatives) == ("2008-06-14?", ("2009-06-14",))
    assert read.why.endswith("Another year would also keep the order.")


def test_says_why_a_year_was_taken():
    read = read_column(["22 December 2019", "26 January"])[1]
    assert (
        read.why == "The year 2020 was taken from the order of the rows, next to 22 December 2019."
    )


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Next day", "2012-03-01*"),
        ("the following day", "2012-03-01*"),
        ("the next day, 14:30", "2012-03-01T14:30:00*"),
        ("same day", "2012-02-29*"),
        ("Later that day", "2012-02-29*"),
        ('"', "2012-02-29*"),
        ("ditto", "2012-02-29*"),
        ("As above", "2012-02-29*"),
        ("“", "2012-02-29*"),
        ("that evening", "2012-02-29*"),
        ("next morning", "2012-03-01*"),
        ("same day pm", "2012-02-29*"),
        ("two days later", "2012-03-02*"),
        ("a week later", "2012-03-07~*"),
        ("a month later", "2012-03-29~*"),
        ("a year later", "2013-02-28~*"),
        ("3 days earlier", "2012-02-26*"),
        ("the following week", "2012-03-05/2012-03-11*"),
        ("1st", "Refusal"),
        ("a few days later", "Refusal"),
        ("some time later", "Refusal"),
    ],
)
def test_counts_from_the_row_above(cell, expected):
    assert shown(["29 February 2012", cell]) == ["2012-02-29", expected]


def test_part_of_the_day_is_kept_with_the_day_above():
    assert read_column(["29 February 2012", "that evening"])[1].time == "18:00/24:00"


@pytest.mark.parametrize("above", ["N/K", "see file", "", "2012"])
def test_counts_from_no_row_without_a_day(above):
    assert isinstance(read_column([above, "next day"])[1], Refusal)


def test_blank_cell_stays_blank_under_a_date():
    assert isinstance(read_column(["12 March 2009", ""])[1], Unknown)


def test_day_alone_takes_the_month_above_when_it_follows_and_the_weekday_agrees():
    cells = ["12 March 2009", "14th", "Mon 16th", "Mon 17th", "2nd"]
    expected = ["2009-03-12", "2009-03-14*", "2009-03-16*", "Refusal", "Refusal"]
    assert shown(cells) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Birth", "2009-05-04*"),
        ("at birth", "2009-05-04*"),
        ("at six weeks", "2009-06-15~*"),
        ("6 weeks old", "2009-06-15~*"),
        ("6/52 check", "2009-06-15~*"),
        ("3 days old", "2009-05-07~*"),
        ("aged 3", "2012-05-04/2013-05-03*"),
        ("3 years old", "2012-05-04/2013-05-03*"),
        ("aged 3 months", "2009-08-04/2009-09-03*"),
        ("18 months", "2010-11-04/2010-12-03*"),
        ("20 weeks pregnant", "2008-12-15~*"),
        ("36/40 gestation", "2009-04-06~*"),
    ],
)
def test_counts_from_the_birth(cell, expected):
    assert shown([cell], born=BORN) == [expected]


@pytest.mark.parametrize("cell", ["20 weeks gestation", "at six weeks", "aged 3", "birth"])
def test_counts_from_no_birth_that_is_not_known(cell):
    assert shown([cell]) == ["Refusal"]
