from datetime import date, datetime, time

import openpyxl
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
