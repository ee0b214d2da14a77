"""What we write, we read back the same."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.documents.readers import read_file
from goldenthread.documents.writers.word_table import word_table
from goldenthread.documents.writers.workbook import workbook

words = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40
).map(str.strip)
tables = st.integers(1, 6).flatmap(
    lambda width: st.lists(
        st.lists(words, min_size=width, max_size=width).filter(any), min_size=1, max_size=8
    )
)


def read_back(data, name):
    found = read_file(data, name=name).tables
    return [list(row.texts) for row in found[0].rows]


@settings(max_examples=40, deadline=None)
@given(tables)
def test_rows_written_to_a_workbook_are_read_back_the_same(rows):
    width = len(rows[0])
    headings = [f"Heading {number}" for number in range(width)]

    assert read_back(workbook(headings, rows), "a.xlsx") == [headings, *rows]


@settings(max_examples=40, deadline=None)
@given(tables)
def test_rows_written_to_a_word_table_are_read_back_the_same(rows):
    width = len(rows[0])
    headings = [f"Heading {number}" for number in range(width)]

    assert read_back(word_table(headings, rows), "a.docx") == [headings, *rows]


def test_no_cell_of_a_workbook_becomes_a_formula():
    data = workbook(["Event"], [['=HYPERLINK("http://x.example","y")'], ["+44 0000"], ["@a"]])
    read = read_file(data, name="a.xlsx")

    assert [row.texts for row in read.tables[0].rows] == [
        ("Event",),
        ('=HYPERLINK("http://x.example","y")',),
        ("+44 0000",),
        ("@a",),
    ]
    assert read.notes == ()


def test_dates_are_real_in_a_workbook_and_written_out_in_word():
    rows = [[date(2011, 5, 3), "Seen."]]
    sheet = read_file(workbook(["Date", "Event"], rows), name="a.xlsx").tables[0]
    page = read_file(word_table(["Date", "Event"], rows, title="Bramble"), name="a.docx").tables[0]

    assert sheet.rows[1].cells[0].when == date(2011, 5, 3)
    assert page.rows[1].texts == ("3 May 2011", "Seen.")
    assert page.name == "Table 1 (Bramble)"
