from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_tables import file, table

from goldenthread.chronology.cards import turned
from goldenthread.chronology.dates import Reading, Unknown
from goldenthread.chronology.entries import NO_DATES, understand
from goldenthread.chronology.tables import Cell, ReadFile, Row, Table

LONG = "The health visitor called at the cottage and saw the baby asleep."


def understood(*tables):
    return understand(file(*tables), latest=date(2026, 11, 24))


def rows(result):
    return [(entry.row, entry.date.text, entry.event) for entry in result.entries]


def left(result):
    return [(row, reason) for _, row, _, reason in result.left_out]


def test_a_plain_table_gives_an_entry_for_each_row():
    result = understood(
        table("""
Date       | Time  | Event          | Source  | Child seen? | Mileage
3 May 2011 | 14:30 | Seen at home.  | HV diary | Yes        | 4
9 May 2011 |       | No reply.      | HV diary |            |
""")
    )
    first = result.entries[0]

    assert [column.field for column in result.columns] == [
        "date", "time", "event", "source", "child_seen", ""
    ]  # fmt: skip
    assert (first.table, first.row, first.event, first.source) == (
        "Table 1", 2, "Seen at home.", "HV diary"
    )  # fmt: skip
    assert (first.date.first, first.date.time, first.time_text) == (
        date(2011, 5, 3), "14:30", "14:30"
    )  # fmt: skip
    assert (first.fields, first.extra) == ({"child_seen": "Yes"}, {"Mileage": "4"})
    assert first.cells == ("3 May 2011", "14:30", "Seen at home.", "HV diary", "Yes", "4")
    assert left(result) == [(1, "These are the headings.")]


def test_a_block_about_the_child_above_the_headings_is_left_out():
    result = understood(
        table("""
Chronology of significant events | |
Name of child: | Bramble Example | Date of birth: 1/2/2009
Completed by:  | A. Practitioner |
Date           | Event           | Source
3 May 2011     | Seen at home.   | Diary
""")
    )

    assert rows(result) == [(5, "3 May 2011", "Seen at home.")]
    assert left(result) == [
        (1, "This stands above the headings."),
        (2, "This stands above the headings."),
        (3, "This stands above the headings."),
        (4, "These are the headings."),
    ]


def test_lines_with_dates_above_the_headings_are_no_entries_but_an_entry_there_is():
    result = understood(
        table(f"""
For the period from 1 April 2008 to 13 May 2011, as asked by the Board | |
Completed by | Independent reviewing officer of the agency, 25/07/2011 |
2 May 2011   | {LONG} | Diary
Date         | Event  | Source
3 May 2011   | {LONG} | Diary
""")
    )

    assert [entry.row for entry in result.entries] == [3, 5]


def test_headings_of_two_rows_are_read_as_one():
    result = understood(
        table("""
Date       |            | Event         | Source
From       | To         |               |
3 May 2011 | 5 May 2011 | Stayed away.  | Diary
6 May 2011 | 5 May 2011 | Came back.    | Diary
7 May 2011 | ongoing    | At home.      | Diary
""")
    )
    stay, wrong, still = [entry.date for entry in result.entries]

    assert [column.heading for column in result.columns] == [
        "Date – From", "Date – To", "Event", "Source"
    ]  # fmt: skip
    assert (stay.edtf, stay.first, stay.last) == (
        "2011-05-03/2011-05-05", date(2011, 5, 3), date(2011, 5, 5)
    )  # fmt: skip
    assert (wrong.first, wrong.last, wrong.doubt) == (date(2011, 5, 6), date(2011, 5, 6), "?")
    assert (still.edtf, still.first, still.last) == ("2011-05-07/..", date(2011, 5, 7), None)
    assert [row for row, _ in left(result)] == [1, 2]


def test_the_upper_row_of_headings_may_say_less_than_the_lower():
    result = understood(
        table("""
Event    | Source   |               |
Date     | Time     | What happened | Evidence
3/5/2011 | 14:30    | Seen at home. | Diary
""")
    )

    assert [entry.event for entry in result.entries] == ["Seen at home."]
    assert [row for row, _ in left(result)] == [1, 2]


@pytest.mark.parametrize(
    ("start", "end", "last", "why"),
    [
        ("1 May 2011", "3 May", date(2011, 5, 3), ""),
        ("30 December 2010", "2 January", date(2011, 1, 2), ""),
        ("1 May 2011", "1 May 2011", date(2011, 5, 1), ""),
        ("1 May 2011", "not said", date(2011, 5, 1), "The end, “not said”, was not read."),
        ("1 May 2011", "", date(2011, 5, 1), ""),
    ],
)
def test_an_end_is_read_in_the_light_of_its_start(start, end, last, why):
    result = understood(
        table(f"From | To | Event\n{start} | {end} | Away.\n1/6/2011 | 2/6/2011 | Away.")
    )

    assert result.entries[0].date.last == last
    assert why in result.entries[0].date.why


def test_real_cells_for_an_end_and_for_times_are_taken_as_they_are():
    headings = Row(1, tuple(Cell(text) for text in ("From", "To", "Time", "Event")))
    start, end = datetime(2011, 5, 1), datetime(2011, 5, 3)
    cells = (
        Cell("01/05/2011", when=start.date()),
        Cell("03/05/2011", when=end.date()),
        Cell("01/05/2011 14:30", when=datetime(2011, 5, 1, 14, 30)),
        Cell("Away."),
    )
    sheet = Table("Sheet 1", (headings, Row(2, cells)))
    entry = understand(ReadFile("a.xlsx", "xlsx", "0" * 64, (sheet,))).entries[0]

    assert (entry.date.first, entry.date.last) == (start.date(), end.date())
    assert (entry.date.time, entry.time_text) == ("14:30", "14:30")


def test_headings_repeated_on_each_page_are_left_out_and_what_follows_is_kept():
    result = understood(
        table(f"""
Date       | Event  | Source
3 May 2011 | {LONG} | Diary
Date       | Event  | Source
           | and went on to the clinic. |
9 May 2011 | {LONG} | Diary
""")
    )

    assert [entry.row for entry in result.entries] == [2, 4, 5]
    assert result.entries[1].event == "and went on to the clinic."
    assert not isinstance(result.entries[1].date, Reading)
    assert left(result) == [(1, "These are the headings."), (3, "These are the headings again.")]
    assert result.notes == (
        (
            "“Table 1”: without a date and directly under headings repeated on a new page, these rows "
            "may go on from the row before: 4."
        ),
    )


def test_a_year_on_its_own_row_sets_the_year_below_it():
    result = understood(
        table("""
Date     | Event
2010     |
12 March | Seen at home.
Year 2011 (continued) | Year 2011 (continued)
14 March | Seen at school.
""")
    )

    assert [entry.date.first for entry in result.entries] == [date(2010, 3, 12), date(2011, 3, 14)]
    assert left(result)[1:] == [
        (2, "This sets the year 2010 for the rows below."),
        (4, "This sets the year 2011 for the rows below."),
    ]


@pytest.mark.parametrize("name", ["2011", "Table 2 (2011)", "2011-12"])
def test_a_sheet_named_by_a_year_sets_the_year(name):
    result = understood(table("Date | Event\n14 March | Seen.", name=name))

    assert result.entries[0].date.first == date(2011, 3, 14)


def test_a_table_without_headings_is_understood_by_its_cells():
    result = understood(
        table(f"""
3 May 2011 | {LONG} | Diary
4 May 2011 | {LONG} | Diary
5 May 2011 | {LONG} | Diary
""")
    )

    assert len(result.entries) == 3
    assert [column.field for column in result.columns] == ["date", "event", ""]
    assert result.columns[0].reason == "3 of the 3 cells looked at are dates."
    assert result.entries[0].extra == {"Column 3": "Diary"}
    assert result.notes == (
        (
            "“Table 1”: the column “Column 2” was taken for what happened. "
            "No heading says what happened; this column has the longest text."
        ),
    )


def test_a_table_that_goes_on_without_headings_uses_those_before_it():
    result = understood(
        table(f"Date | Event | Source\n3 May 2011 | {LONG} | Diary"),
        table(f"4 May 2011 | {LONG} | Letter", name="Table 2"),
    )

    assert [(entry.table, entry.source) for entry in result.entries] == [
        ("Table 1", "Diary"),
        ("Table 2", "Letter"),
    ]
    assert result.notes == ("“Table 2” has no headings; those of “Table 1” were used.",)


def test_tables_without_dates_make_no_entries_beside_one_with_dates():
    result = understood(
        table("Abbreviation | Description\nHV | Health visitor\nSW | Social worker"),
        table("Date | Event\n3 May 2011 | Seen.", name="Table 2"),
    )

    assert rows(result) == [(2, "3 May 2011", "Seen.")]
    assert {reason for _, row, _, reason in result.left_out if row > 1} == {NO_DATES}


def test_a_file_without_any_date_is_read_all_the_same():
    result = understood(table("Event | Source\nSeen at home. | Diary\nNot seen. | Diary"))

    assert [entry.event for entry in result.entries] == ["Seen at home.", "Not seen."]
    assert result.entries[0].date == Unknown("", "The table has no column of dates.")
    assert result.notes == ("“Table 1” has no column of dates.",)
    assert left(result) == [(1, "These are the headings.")]


def test_a_date_that_is_not_understood_stays_with_its_row():
    result = understood(table("Date | Event\n31/02/2011 | Seen.\nN/K | Seen.\n3/5/2011 | Seen."))

    assert [type(entry.date).__name__ for entry in result.entries] == [
        "Refusal", "Unknown", "Reading"
    ]  # fmt: skip


def test_a_second_chronology_further_down_has_its_own_headings():
    result = understood(
        table("""
Date       | Event         | Source
3 May 2011 | Seen at home. | Diary
Source     | Date          | What happened
Letter     | 4 May 2011    | Seen at school.
""")
    )

    assert [(entry.event, entry.source) for entry in result.entries] == [
        ("Seen at home.", "Diary"),
        ("Seen at school.", "Letter"),
    ]
    assert left(result) == [(1, "These are the headings."), (3, "These are new headings.")]


def test_real_date_cells_are_taken_as_they_are():
    cells = (Cell("03/05/2011 14:30", when=date(2011, 5, 3)), Cell("Seen."))
    sheet = Table("Sheet 1", (Row(1, (Cell("Date"), Cell("Event"))), Row(2, cells)))
    result = understand(ReadFile("a.xlsx", "xlsx", "0" * 64, (sheet,)))

    assert result.entries[0].date.first == date(2011, 5, 3)
    assert result.entries[0].date.text == "03/05/2011 14:30"


def test_every_row_is_an_entry_or_is_left_out_with_a_reason():
    text = f"""
Name | Bramble
Date | Event | Source
2010 | |
12 March | {LONG} | Diary
A line of its own | |
 | more of it | |
Date | Event | Source
N/K | |
31/02/2011 | {LONG}
"""
    result = understood(table(text))
    seen = sorted([entry.row for entry in result.entries] + [row for row, _ in left(result)])

    assert seen == [row.number for row in table(text).rows]
    assert all(reason for _, reason in left(result))


CELLS = st.sampled_from(
    (
        "",
        "",
        "Date",
        "Time",
        "Event",
        "Source",
        "To",
        "2011",
        "3 May 2011",
        "4/5",
        "14:30",
        "N/K",
        "as above",
        "31/02/2011",
        "Yes",
        "7",
        LONG,
        "Name: Bramble",
        "Comments",
        "ongoing",
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5).filter(any), min_size=1, max_size=12))
def test_no_row_of_any_table_is_lost_or_counted_twice(lines):
    found = table("\n".join("|".join(cells) for cells in lines))
    result = understood(found)
    seen = [entry.row for entry in result.entries] + [row for row, _ in left(result)]

    assert sorted(seen) == [row.number for row in found.rows]


def test_the_two_things_of_one_column_are_two_fields_of_an_entry():
    result = understood(
        table("""
Date       | Event           | Agency / Professional
3 May 2011 | Seen at home.   | Fernshire Clinic / HV1
4 May 2011 | Seen at school. | Dale School
5 May 2011 | Not seen.       | Fernshire Clinic / HV2
6 May 2011 | Not seen.       | Fernshire Clinic / HV2
""")
    )

    assert [entry.fields for entry in result.entries[:2]] == [
        {"agency": "Fernshire Clinic", "professional": "HV1"},
        {"agency": "Dale School"},
    ]
    assert result.entries[0].cells[2] == "Fernshire Clinic / HV1"


def test_a_column_of_years_dates_the_rows_beside_it():
    result = understood(
        table("""
Year | Date       | Event
2011 | 3 May      | Seen at home.
     | 9 May      | Not seen.
2012 | 2 Jan      | Seen at school.
     | 4 May 2013 | Seen at home.
""")
    )

    assert [entry.date.edtf for entry in result.entries] == [
        "2011-05-03", "2011-05-09", "2012-01-02", "2013-05-04"
    ]  # fmt: skip


def test_a_column_called_year_that_holds_other_things_dates_nothing():
    result = understood(
        table("""
Date       | Event         | Year
3 May 2011 | Seen at home. | Year 7
""")
    )

    assert result.entries[0].extra == {"Year": "Year 7"}


def test_a_form_for_each_event_is_a_row_for_each():
    forms = [
        table(f"""
Date:         | {day} May 2011
What happened | {LONG}
Mileage       |
Source        | Diary {day}
""", name=f"Table {day}")
        for day in (3, 9)
    ]  # fmt: skip
    result = understood(*forms)

    assert [(entry.table, entry.row, entry.date.edtf, entry.event, entry.source) for entry in result.entries] == [
        ("Table 3", 1, "2011-05-03", LONG, "Diary 3"),
        ("Table 9", 1, "2011-05-09", LONG, "Diary 9"),
    ]  # fmt: skip


def test_forms_below_one_another_in_one_table():
    result = understood(
        table("""
Date   | 3 May 2011
Event  | Seen at home.
Date   | 9 May 2011
Event  | Not seen.
Source | Log
""")
    )

    assert [(entry.row, entry.event, entry.source) for entry in result.entries] == [
        (1, "Seen at home.", ""),
        (3, "Not seen.", "Log"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Date | 3 May 2011\nEvent | Seen. | twice",  # something stands beside it
        "Date | soon\nEvent | Seen.",  # no date
        "Date | 3 May 2011\nMileage | 4\nWeather | Wet\nEvent | Seen.\nFuel | 7",  # mostly unknown
        "Date | 3 May 2011\nSource | Log",  # no event
    ],
)
def test_what_is_no_form_is_not_turned(rows):
    made = table(rows)

    assert turned(made) is made


def test_headings_that_name_nothing_but_the_date_are_headings():
    result = understood(
        table(f"""
Bramble    | Example
Date       | Health | School
3 May 2011 | {LONG} |
9 May 2011 |        | {LONG}
""")
    )

    assert [(entry.row, entry.event, entry.extra) for entry in result.entries] == [
        (3, LONG, {}),
        (4, "", {"School": LONG}),
    ]
    assert [row for row, _ in left(result)] == [1, 2]


@pytest.mark.parametrize(
    "first",
    [
        "Date | 3 May 2010",
        "Date | Seen at home, " + "and well " * 9,
        "Bramble | Example",
        "Date |",
        "Date | Health",
    ],
)
def test_a_first_row_that_is_no_heading_is_read(first):
    below = "" if first == "Date | Health" else f"4 May 2011 | {LONG}\n" * 3
    result = understood(table(f"{first}\n{below}"))

    assert "These are the headings." not in [reason for _, reason in left(result)]
