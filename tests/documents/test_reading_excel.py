from datetime import date, datetime, time

import openpyxl
import pytest
from made_files import HEADINGS, ROWS, excel, saved

from goldenthread.chronology.tables import Cell
from goldenthread.documents.readers import read_file


def test_a_sheet_is_read_row_by_row():
    read = read_file(excel([HEADINGS, *ROWS], name="Health"), name="agency.xlsx")

    assert (read.kind, read.tables[0].name) == ("xlsx", "Health")
    assert [row.texts for row in read.tables[0].rows] == [HEADINGS, *ROWS]
    assert read.notes == ()


def test_real_dates_and_times_are_kept_as_such_beside_their_words():
    row = [date(2011, 5, 3), datetime(2011, 5, 3, 14, 30), time(9, 5), 7, 2.5, True, "3 May"]
    read = read_file(excel([row]), name="agency.xlsx")

    assert read.tables[0].rows[0].cells == (
        Cell("03/05/2011", when=date(2011, 5, 3)),
        Cell("03/05/2011 14:30", when=datetime(2011, 5, 3, 14, 30)),
        Cell("09:05", when=time(9, 5)),
        Cell("7"),
        Cell("2.5"),
        Cell("Yes"),
        Cell("3 May"),
    )


def test_row_numbers_and_columns_are_those_of_the_sheet():
    book = openpyxl.Workbook()
    book.active["B4"] = "Date"
    book.active["C4"] = "Event"
    book.active["B9"] = "3 May 2011"
    rows = read_file(saved(book), name="agency.xlsx").tables[0].rows

    assert [(row.number, row.texts) for row in rows] == [
        (4, ("", "Date", "Event")),
        (9, ("", "3 May 2011", "")),
    ]


def test_hidden_sheets_rows_columns_and_formulas_are_read_and_reported():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["3 May 2011", "Seen."])
    sheet.append(["4 May 2011", "=1+1"])
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("Old")
    other.append(["5 May 2011", "Not seen."])
    other.sheet_state = "hidden"
    read = read_file(saved(book), name="agency.xlsx")

    assert [(table.name, len(table.rows)) for table in read.tables] == [("Sheet", 2), ("Old", 1)]
    assert read.notes == (
        "The hidden sheet “Old” was read too.",
        "1 hidden row was read too.",
        "1 hidden column was read too.",
        "1 cell holds a formula; the value last saved was read.",
        "1 formula has no saved value and gave an empty cell. Open the file in Excel and save it.",
    )


def test_empty_sheets_are_passed_over():
    book = openpyxl.Workbook()
    book.create_sheet("Second").append(["3 May 2011", "Seen."])

    assert [table.name for table in read_file(saved(book), name="a.xlsx").tables] == ["Second"]


@pytest.mark.parametrize(
    ("value", "shown_as", "text", "when"),
    [
        (date(2011, 5, 1), "mmm-yy", "May 2011", None),
        (date(2011, 5, 1), "yyyy", "2011", None),
        (date(2026, 5, 3), "d-mmm", "3 May", None),
        (date(2011, 5, 3), "[$-809]dddd, d mmmm yyyy", "03/05/2011", date(2011, 5, 3)),
        (datetime(2011, 5, 3, 14, 30), "dd/mm/yyyy", "03/05/2011 14:30", datetime(2011, 5, 3, 14, 30)),
        (datetime(2011, 5, 3, 14, 30), "hh:mm AM/PM", "14:30", time(14, 30)),
        (time(9, 5), "mm:ss.0", "09:05", time(9, 5)),
        (1.5, "[h]:mm", "36:00", None),
        (40666, "0", "40666", None),
        (40666, '"day "0.00', "day 40666.00", None),
        (-3, "d mmm yyyy", "-3", None),
    ],
)  # fmt: skip
def test_a_cell_gives_what_its_format_shows_and_no_more(value, shown_as, text, when):
    book = openpyxl.Workbook()
    book.active["A1"] = value
    book.active["A1"].number_format = shown_as
    cells = read_file(saved(book), name="agency.xlsx").tables[0].rows[0].cells

    assert cells == (Cell(text, when=when),)


def test_workbooks_that_count_days_from_1904_give_the_same_dates():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = date(2011, 5, 3)
    cells = read_file(saved(book), name="agency.xlsx").tables[0].rows[0].cells

    assert cells == (Cell("03/05/2011", when=date(2011, 5, 3)),)


def test_a_cell_merged_down_is_read_into_each_row_it_covers():
    book = openpyxl.Workbook()
    for row in (("3 May 2011", "Seen at school."), (None, "Seen at home."), ("4 May", "Not seen.")):
        book.active.append(row)
    book.active.merge_cells("A1:A2")
    read = read_file(saved(book), name="agency.xlsx")

    assert [row.texts[0] for row in read.tables[0].rows] == ["3 May 2011", "3 May 2011", "4 May"]
    assert read.notes == (
        "1 cell is part of one merged down; its words were read into each row it covers.",
    )


def test_a_cell_in_the_last_row_of_a_sheet_costs_nothing():
    book = openpyxl.Workbook()
    book.active["A1"] = "Date"
    book.active["B1048576"] = "Seen."
    rows = read_file(saved(book), name="agency.xlsx").tables[0].rows

    assert [(row.number, row.texts) for row in rows] == [
        (1, ("Date", "")),
        (1048576, ("", "Seen.")),
    ]
