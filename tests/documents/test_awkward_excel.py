"""Workbooks as agencies send them: headings far down, dates of all kinds, hidden and joined cells."""

from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from made_files import HEADINGS, ROWS, SHEET, excel, saved, with_parts, with_sheet
from openpyxl.comments import Comment

from goldenthread.chronology.dates import Refusal, read_date
from goldenthread.chronology.entries import understand
from goldenthread.chronology.tables import Cell
from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused

LATEST = date(2026, 11, 24)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def made(fill, **options):
    """A workbook made by XlsxWriter; ``fill`` is given the book and its first sheet."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    fill(book, book.add_worksheet("Health"))
    book.close()
    return out.getvalue()


def read(data):
    return read_file(data, name="agency.xlsx")


def texts(data, index=0):
    return [row.texts for row in read(data).tables[index].rows]


def cells(markup):
    return read(with_sheet(markup)).tables[0].rows[0].cells


def entries(data):
    result = understand(read(data), latest=LATEST)
    return [(entry.row, entry.date.edtf, entry.event) for entry in result.entries]


# ---------------------------------------------------------------- shape


def test_headings_in_row_seven_after_empty_columns():
    def fill(book, sheet):
        sheet.merge_range("C1:F1", "Chronology of the Fernshire Clinic")
        sheet.write("C3", "Child")
        sheet.write("D3", "Bramble Example")
        sheet.write_row("C7", HEADINGS)
        sheet.write_row("C8", ROWS[0])
        sheet.write_row("C10", ROWS[1])

    assert [(row.number, row.texts) for row in read(made(fill)).tables[0].rows][2:] == [
        (7, ("", "", *HEADINGS)),
        (8, ("", "", *ROWS[0])),
        (10, ("", "", *ROWS[1])),
    ]
    assert entries(made(fill)) == [
        (8, "2011-05-03", ROWS[0][1]),
        (10, "2011-05-09", ROWS[1][1]),
    ]


def test_real_dates_and_dates_as_text_stand_in_one_column():
    def fill(book, sheet):
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row("A1", HEADINGS)
        sheet.write_datetime("A2", datetime(2011, 5, 3), day)
        sheet.write_string("A3", "04.05.11")
        sheet.write_string("A4", "c. June 2011")
        sheet.write_number("A5", 40700)
        for row in range(1, 5):
            sheet.write_row(row, 1, ("Seen at home by the nurse.", "Diary"))

    assert [edtf for _, edtf, _ in entries(made(fill))] == [
        "2011-05-03",
        "2011-05-04",
        "2011-06~",
        "2011-06-06",
    ]


def test_bare_day_counts_of_a_workbook_from_1904_are_not_read_as_counted_from_1900():
    def fill(book, sheet):
        sheet.write_row("A1", HEADINGS)
        sheet.write_number("A2", 39205)  # 4 May 2011, counted from 1904
        sheet.write_row("B2", ("Seen at home by the nurse.", "Diary"))

    found = read(made(fill, date_1904=True))

    assert found.tables[0].rows[1].texts[0] == "39205 (a number of days from 1904?)"
    assert found.notes == (
        (
            "The workbook counts its days from 1904, and 1 cell holds a number that may be such a "
            "day. Give these cells the format of a date in Excel if they are one."
        ),
    )
    assert isinstance(read_date(found.tables[0].rows[1].texts[0]), Refusal)


def test_times_alone_and_days_with_times():
    def fill(book, sheet):
        clock = book.add_format({"num_format": "hh:mm"})
        both = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_number("A1", 0.604166666666667, clock)
        sheet.write_datetime("B1", datetime(2011, 5, 3, 9, 5), both)
        sheet.write_number("C1", 0.999999999, clock)

    assert read(made(fill)).tables[0].rows[0].cells == (
        Cell("14:30", when=time(14, 30)),
        Cell("03/05/2011 09:05", when=datetime(2011, 5, 3, 9, 5)),
        Cell("00:00", when=time(0, 0)),
    )


@pytest.mark.parametrize(
    ("number", "shown_as", "text"),
    [
        (915, "0000", "0915"),
        (7, '"HV"000', "HV007"),
        (1234567, "#,##0", "1,234,567"),
        (12.5, "£#,##0.00", "£12.50"),
        (2.567, "0.00", "2.567"),
        (7, "# ?/?", "7"),
        (-7, "0000", "-7"),
        (0.5, "0%", "50%"),
        (2.50, "0.00", "2.50"),
        (7, "@", "7"),
    ],
)
def test_numbers_are_written_as_they_are_shown(number, shown_as, text):
    def fill(book, sheet):
        sheet.write_number("A1", number, book.add_format({"num_format": shown_as}))

    assert texts(made(fill)) == [(text,)]


@pytest.mark.parametrize(
    "shown_as",
    [
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "[$-809]d mmmm yyyy;@",
        "yyyy-mm-dd;@",
        'd"th of "mmmm yyyy',
        "[Red]dd/mm/yy",
        "[<1]hh:mm;dd/mm/yyyy",
        "dd\\.mm\\.yyyy",
        "m/d/yyyy",
    ],
)
def test_dates_in_every_usual_form_are_dates(shown_as):
    def fill(book, sheet):
        sheet.write_number("A1", 40666, book.add_format({"num_format": shown_as}))

    assert read(made(fill)).tables[0].rows[0].cells == (Cell("03/05/2011", when=date(2011, 5, 3)),)


@pytest.mark.parametrize("number", [14, 15, 22, 30, 31, 36, 57])
def test_dates_in_the_forms_built_into_excel_are_dates(number):
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
        f'<xf numFmtId="{number}"/></cellXfs></styleSheet>'
    ).encode()
    data = with_parts(
        with_sheet('<row r="1"><c r="A1" s="1"><v>40666</v></c></row>'),
        change=lambda name, part: styles if name == "xl/styles.xml" else part,
    )

    assert read(data).tables[0].rows[0].cells[0].when == date(2011, 5, 3)


def test_cells_joined_across_and_down():
    def fill(book, sheet):
        sheet.merge_range("A1:B1", "When")
        sheet.merge_range("C1:C2", "What happened")
        sheet.write_row("A2", ("Date", "Time"))
        sheet.merge_range("A3:A4", "3 May 2011")
        sheet.write_row("B3", ("09:00", "Seen at home."))
        sheet.write_row("B4", ("14:30", "Seen at school."))

    data = made(fill)

    assert texts(data) == [
        ("When", "", "What happened"),
        ("Date", "Time", "What happened"),
        ("3 May 2011", "09:00", "Seen at home."),
        ("3 May 2011", "14:30", "Seen at school."),
    ]
    assert entries(data) == [
        (3, "2011-05-03", "Seen at home."),
        (4, "2011-05-03", "Seen at school."),
    ]


# ---------------------------------------------------------------- hidden, filtered, several


def test_everything_hidden_is_read_and_reported():
    def fill(book, sheet):
        sheet.write_row("A1", HEADINGS)
        sheet.write_row("A2", ROWS[0])
        sheet.write_row("A3", ROWS[1])
        sheet.autofilter("A1:C3")
        sheet.filter_column("C", "x == Diary")
        sheet.set_row(2, options={"hidden": True})
        sheet.set_column("B:C", 10, None, {"hidden": True})
        other = book.add_worksheet("Old")
        other.write_row("A1", HEADINGS)
        other.write_row("A2", ROWS[0])
        other.very_hidden()

    found = read(made(fill))

    assert [table.name for table in found.tables] == ["Health", "Old"]
    assert found.notes == (
        "The hidden sheet “Old” was read too.",
        "1 hidden row was read too.",
        "2 hidden columns were read too.",
    )


def test_rows_and_columns_of_no_height_or_width_count_as_hidden():
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        '<row r="2" ht="0" customHeight="1"><c r="A2" t="inlineStr"><is><t>b</t></is></c></row>'
    )

    assert read(with_sheet(rows)).notes == ("1 hidden row was read too.",)


def test_sheets_are_read_in_the_order_of_their_tabs_whatever_the_parts_are_called():
    book = openpyxl.Workbook()
    book.active.title = "Second"
    book.active.append(["2"])
    book.create_sheet("First", 0).append(["1"])
    book.create_chartsheet("Chart")

    assert [table.name for table in read(saved(book)).tables] == ["First", "Second"]


# ---------------------------------------------------------------- kinds of cell


def test_formulas_give_their_saved_values_and_errors_are_said():
    def fill(book, sheet):
        sheet.write_row("A1", HEADINGS)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_formula("A2", "=A9+1", day, 40666)
        sheet.write_formula("B2", '="Seen "&"well"', None, "Seen well")
        sheet.write_formula("C2", "=Z1", None, "#REF!")
        sheet.write_string("A3", "4 May 2011")
        sheet.write_formula("B3", "=1+1", None, "")

    data = made(fill)

    assert read(data).tables[0].rows[1].cells == (
        Cell("03/05/2011", when=date(2011, 5, 3)),
        Cell("Seen well"),
        Cell("#REF!"),
    )
    assert read(data).notes == (
        "4 cells hold formulas; the value last saved was read.",
        "1 formula has no saved value and gave an empty cell. Open the file in Excel and save it.",
        "1 cell shows an error of Excel, such as “#REF!”, in place of what was meant.",
    )


def test_texts_of_every_kind():
    markup = (
        '<row r="1">'
        '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">Seen </t></r><r><t>well</t></r>'
        "<rPh><t>sound</t></rPh></is></c>"
        '<c r="B1" t="str"><v>3 May</v></c>'
        '<c r="C1" t="b"><v>0</v></c>'
        '<c r="D1" t="d"><v>2011-05-03T14:30:00</v></c>'
        '<c r="E1" t="d"><v>2011-05-03</v></c>'
        '<c r="F1" t="inlineStr"><is><t>one_x000D_\ntwo_x005F_x0041_ _x0041_</t></is></c>'
        "</row>"
    )

    assert cells(markup) == (
        Cell("Seen well"),
        Cell("3 May"),
        Cell("No"),
        Cell("03/05/2011 14:30", when=datetime(2011, 5, 3, 14, 30)),
        Cell("03/05/2011", when=date(2011, 5, 3)),
        Cell("one\ntwo_x0041_ A"),
    )


def test_cells_without_their_places_follow_one_another():
    markup = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"

    assert [(row.number, row.texts) for row in read(with_sheet(markup)).tables[0].rows] == [
        (1, ("1", "2")),
        (2, ("3", "")),
    ]


def test_long_numbers_and_fractions_are_not_bent():
    markup = (
        '<row r="1"><c r="A1"><v>1234567890123456</v></c><c r="B1"><v>0.1</v></c>'
        '<c r="C1"><v>1E3</v></c><c r="D1"><v>40666.604166666664</v></c></row>'
    )

    assert [cell.text for cell in cells(markup)] == [
        "1234567890123456",
        "0.1",
        "1000",
        "40666.6041666667",
    ]


def test_days_that_excel_has_and_the_calendar_has_not():
    def fill(book, sheet):
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for column, number in enumerate((60, 1, 61, 2958466)):
            sheet.write_number(0, column, number, day)

    assert read(made(fill)).tables[0].rows[0].cells == (
        Cell("60"),
        Cell("01/01/1900", when=date(1900, 1, 1)),
        Cell("01/03/1900", when=date(1900, 3, 1)),
        Cell("2958466"),
    )


def test_comments_boxes_and_pictures_beside_the_cells_are_reported():
    def fill(book, sheet):
        sheet.write_row("A1", HEADINGS)
        sheet.write_row("A2", ROWS[0])
        sheet.write_comment("B2", "Check this with the school.")
        sheet.insert_textbox("E2", "Call the Board")

    assert read(made(fill)).notes == (
        "1 comment was not read.",
        "A text box, which makes no entry, says: “Call the Board”",
    )


def test_comments_made_by_another_writer_are_counted():
    book = openpyxl.load_workbook(BytesIO(excel([HEADINGS, *ROWS])))
    book.active["A2"].comment = Comment("Sure?", "Clerk")
    book.active["A3"].comment = Comment("Sure?", "Clerk")

    assert read(saved(book)).notes == ("2 comments were not read.",)


def test_words_struck_through_are_reported():
    def fill(book, sheet):
        sheet.write_row("A1", HEADINGS)
        sheet.write_row("A2", ROWS[0], book.add_format({"font_strikeout": True}))

    assert read(made(fill)).notes == ("3 cells that are struck through were read too.",)


# ---------------------------------------------------------------- the file


def test_a_binary_workbook_is_refused_with_what_to_do():
    kinds = (
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.binary.macroEnabled.main",
    )
    data = with_parts(
        excel([HEADINGS]),
        change=lambda name, part: part.replace(*kinds) if name == "[Content_Types].xml" else part,
    )

    with pytest.raises(FileRefused, match=r"\(\.xlsb\).*\.xlsx"):
        read_file(data, name="agency.xlsb")


def test_links_to_other_workbooks_are_noted_and_not_opened():
    def fill(book, sheet):
        sheet.write_row("A1", HEADINGS)
        sheet.write_row("A2", ROWS[0])

    link = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://x/externalLinkPath" TargetMode="External" '
        b'Target="file:///C:/other.xlsx"/></Relationships>'
    )
    found = read(
        with_parts(made(fill), add={"xl/externalLinks/_rels/externalLink1.xml.rels": link})
    )

    assert found.notes == (
        "The file points to pictures or data kept somewhere else; they were not opened.",
    )


def test_other_prefixes_of_the_same_marks_are_read():
    markup = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr">'
        "<x:is><x:t>Seen.</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"
    ).encode()
    data = with_parts(
        excel([HEADINGS]), change=lambda name, part: markup if name == SHEET else part
    )

    assert texts(data) == [("Seen.",)]
