"""Readings as tab-separated lines."""

from goldenthread.chronology.dates.report import tsv_lines


def test_date_column_line_by_line():
    lines = tsv_lines(
        ["12/03/2009\n", "31 June 2014", "N/K", "14/3"], column="date", in_order=False
    )
    assert list(lines) == [
        "12/03/2009\t2009-03-12\t",
        "31 June 2014\tERROR\tJune has only 30 days.; suggest=2014-06",
        "N/K\tUNKNOWN\tThe record itself says that there is no date.",
        "14/3\tXXXX-03-14\tThe year is missing.",
    ]


def test_date_column_in_order_takes_the_year_from_the_row_above():
    lines = tsv_lines(["12/03/2009", "14/3"], column="date", in_order=True)
    why = "The year 2009 was taken from the order of the rows, next to 12 March 2009."
    assert list(lines) == ["12/03/2009\t2009-03-12\t", f"14/3\t2009-03-14\t{why}"]


def test_time_column():
    lines = tsv_lines(["1430hrs", "after school", "25:10"], column="time", in_order=False)
    assert list(lines) == [
        "1430hrs\tT14:30\t",
        "after school\tERROR\tThis is not understood as a time; write it as 14:30.; suggest=T15:00/T18:00",
        "25:10\tERROR\tThere is no time 25:10.",
    ]
