"""Cells that lean on the row above: weekdays, times, days of the month, stretches, steps."""

from datetime import date

import pytest

from goldenthread.chronology.dates import Reading, read_column


def shown(cells, **told):
    """Each cell’s EDTF, with an asterisk where other rows supplied it."""
    reads = read_column(cells, **told)
    return [
        f"{read.edtf}{'*' if read.inferred else ''}"
        if isinstance(read, Reading)
        else type(read).__name__
        for read in reads
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # a time of day on the day of the row above, or after midnight
        (["3 May 2011 09:15", "10:30", "2pm"], ["2011-05-03T09:15:00", "2011-05-03T10:30:00*", "2011-05-03T14:00:00*"]),
        (["3 May 2011 22:30", "00:20"], ["2011-05-03T22:30:00", "2011-05-04T00:20:00?*"]),
        (["3 May 2011 14:30", "13:00"], ["2011-05-03T14:30:00", "Refusal"]),
        (["3 May 2011", "evening"], ["2011-05-03", "2011-05-03*"]),
        (["May 2011", "10:30"], ["2011-05", "Refusal"]),
        (["?3 May 2011", "10:30"], ["2011-05-03?", "2011-05-03T10:30:00?*"]),
        # a weekday: the first after the row above, certain when the next row leaves no other
        (["Mon 2 May 2011", "Thursday", "6 May 2011"], ["2011-05-02", "2011-05-05*", "2011-05-06"]),
        (["Mon 2 May 2011", "Thursday"], ["2011-05-02", "2011-05-05?*"]),
        (["Mon 2 May 2011", "Thursday", "3 May 2011"], ["2011-05-02", "Refusal", "2011-05-03"]),
        (["Mon 2 May 2011", "Monday"], ["2011-05-02", "Refusal"]),
        (["Mon 2 May 2011", "the following Monday"], ["2011-05-02", "2011-05-09*"]),
        (["Mon 2 May 2011", "that Friday"], ["2011-05-02", "2011-05-06*"]),
        (["w/c 2 May 2011", "Wed"], ["2011-05-02/2011-05-08", "2011-05-04*"]),
        (["May 2011", "Wednesday"], ["2011-05", "Refusal"]),
        # a day of the month under its month
        (["May 2011", "3rd", "9th", "2nd"], ["2011-05", "2011-05-03*", "2011-05-09*", "Refusal"]),
        # stretches
        (["Tue 3 May 2011", "later that week"], ["2011-05-03", "2011-05-03/2011-05-08*"]),
        (["Tue 3 May 2011", "earlier that month"], ["2011-05-03", "2011-05-01/2011-05-03*"]),
        (["Tue 3 May 2011", "the same month"], ["2011-05-03", "2011-05*"]),
        (["Tue 3 May 2011", "later in the year"], ["2011-05-03", "2011-05-03/2011-12-31*"]),
        (["Tue 3 May 2011", "later that year"], ["2011-05-03", "2011-05-03/2011-12-31*"]),
        (["Tue 3 May 2011", "the following month"], ["2011-05-03", "2011-06*"]),
        (["Tue 3 May 2011", "the previous year"], ["2011-05-03", "2010*"]),
        (["Tue 3 May 2011", "that weekend"], ["2011-05-03", "2011-05-07/2011-05-08*"]),
        (["Tue 3 May 2011", "the weekend before"], ["2011-05-03", "2011-04-30/2011-05-01*"]),
        (["Sat 7 May 2011", "the previous weekend"], ["2011-05-07", "2011-04-30/2011-05-01*"]),
        (["31 May 2011", "later that month"], ["2011-05-31", "2011-05-31*"]),
        (["2011", "the following month"], ["2011", "Refusal"]),
        (["from 3 May 2011", "later that week"], ["2011-05-03/..", "Refusal"]),
        # steps from a stretch
        (["May 2011", "next day"], ["2011-05", "Refusal"]),
        (["May 2011", "3 weeks later"], ["2011-05", "2011-05-22~/2011-06-21~*"]),
        (["May 2011", "next morning"], ["2011-05", "Refusal"]),
        (["3 May 2011", "the day before"], ["2011-05-03", "2011-05-02*"]),
        # 24/7 among days in figures, and alone
        (["2/7/2011", "24/7", "3/8"], ["2011-07-02", "2011-07-24*", "2011-08-03*"]),
        (["2 July 2011", "24/7"], ["2011-07-02", "Refusal"]),
        # a date of birth among the rows
        (["DOB 3 May 2011", "at six weeks"], ["2011-05-03", "2011-06-14~*"]),
        (["DOB 3 May 2011", "DOB 4 May 2009", "at six weeks"], ["2011-05-03", "2009-05-04", "Refusal"]),
    ],
)  # fmt: skip
def test_reads_what_the_row_above_says(cells, expected):
    assert shown(cells) == expected


def test_nothing_is_read_after_the_record_ends():
    assert shown(["3 May 2011", "next day"], latest=date(2011, 5, 3)) == ["2011-05-03", "Refusal"]


@pytest.mark.parametrize(
    ("cells", "expected", "others"),
    [
        # years at both ends: one fits, or several do
        (["3/10/2015", "11/12", "8/3", "5/1/2017"], "2015-12-11", ()),
        (["3/10/2015", "11/12", "5/1/2018"], "2015-12-11?", ("2016-12-11", "2017-12-11")),
        (["3/10/2015", "Fri 11 Dec", "5/1/2018"], "2015-12-11", ()),
        # far apart, and open at one end
        (["1/1/2010", "20/12"], "2009-12-20?", ("2010-12-20",)),
        (["1/1/2010", "29 Feb"], "2012-02-29?", ("2016-02-29",)),
        # headings, which settle the rows below them
        (["2009", "3/4", "2010"], "2009-04-03", ()),
        (["2009", "3/4"], "2009-04-03", ()),
    ],
)
def test_a_year_is_doubted_where_the_order_leaves_several(cells, expected, others):
    read = read_column(cells)[1]
    assert (read.edtf, read.alternatives) == (expected, others)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (["May 2011", "3 June"], "The year 2011 was taken from the order of the rows, next to May 2011."),
        (["2011", "3 June"], "The year 2011 was taken from the order of the rows, next to the row for 2011."),
        (["3 May 2011", "10:30"], "The day was taken from the row above (“3 May 2011”)."),
        (["w/c 2 May 2011", "Tue"], "The Tuesday of the week in the row above (“w/c 2 May 2011”)."),
    ],
)  # fmt: skip
def test_says_what_was_taken_from_where(cells, why):
    assert read_column(cells)[1].why == why
