"""PDFs as offices print them: tables over several pages, joined cells, no lines, scans, passwords."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
import typst

from goldenthread.chronology.entries import understand
from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused

LATEST = date(2026, 11, 24)
DAYS = tuple(f"{day} May 2011" for day in range(1, 29))
EVENT = "The health visitor called at Bramble Cottage and saw the baby, who was asleep upstairs."


def printed(markup):
    return typst.compile(("#set page(width: 600pt, height: 400pt)\n" + markup).encode())


def table(rows, *, head=("Date", "Event", "Source"), more="", repeat="true"):
    quoted = ", ".join(f"[{word}]" for row in rows for word in row)
    top = ", ".join(f"[{word}]" for word in head)
    header = f"table.header(repeat: {repeat}, {top}), " if head else ""
    return f"#table(columns: (80pt, 1fr, 80pt), {more} {header}{quoted})"


def read(data):
    return read_file(data, name="agency.pdf")


def all_texts(data):
    return [row.texts for found in read(data).tables for row in found.rows]


def entries(data):
    return [
        (entry.date.text, entry.event, entry.source)
        for entry in understand(read(data), latest=LATEST).entries
    ]


@pytest.mark.parametrize("repeat", ["true", "false"])
def test_a_table_over_several_pages_with_and_without_its_headings_again(repeat):
    rows = [(day, EVENT, f"Diary {number}") for number, day in enumerate(DAYS)]
    data = printed(table(rows, repeat=repeat))

    assert len(read(data).tables) == 1
    assert entries(data) == rows


def test_lines_that_wrap_are_one_cell_and_empty_cells_stay_empty():
    long = EVENT + " " + EVENT
    data = printed(table([("3 May 2011", long, ""), ("4 May 2011", "Not seen.", "Log")]))

    assert all_texts(data) == [
        ("Date", "Event", "Source"),
        ("3 May 2011", long, ""),
        ("4 May 2011", "Not seen.", "Log"),
    ]


def test_paragraphs_in_a_cell_and_signs_of_every_kind():
    data = printed(
        table(
            [
                ("3 May 2011", "Seen at Andrés – “well”; £5.", "Diary & log"),
                ("4/5/11", "½ day", "é"),
            ]
        )
    )

    assert all_texts(data)[1:] == [
        ("3 May 2011", "Seen at Andrés – “well”; £5.", "Diary & log"),
        ("4/5/11", "½ day", "é"),
    ]


def test_a_year_across_the_whole_width():
    markup = (
        "#table(columns: (80pt, 1fr, 80pt), [Date], [Event], [Source], table.cell(colspan: 3)[2011],"
        "[3 May], [Seen at home.], [Diary])"
    )

    assert all_texts(printed(markup)) == [
        ("Date", "Event", "Source"),
        ("2011", "", ""),
        ("3 May", "Seen at home.", "Diary"),
    ]


def test_a_date_joined_down_over_two_rows():
    markup = (
        "#table(columns: (80pt, 1fr, 80pt), [Date], [Event], [Source], "
        "table.cell(rowspan: 2)[3 May 2011], [Seen at home.], [Diary], [Seen at school.], [Log])"
    )

    assert all_texts(printed(markup))[1:] == [
        ("3 May 2011", "Seen at home.", "Diary"),
        ("3 May 2011", "Seen at school.", "Log"),
    ]
    assert read(printed(markup)).notes[1] == (
        "1 cell is part of one merged down the page; its words were read into each row it covers."
    )


def test_a_table_with_lines_between_its_rows_only():
    rows = [(day, EVENT, "Diary") for day in DAYS[:5]]
    data = printed(table(rows, more="stroke: (y: 0.5pt),"))

    assert entries(data) == rows


def test_a_table_with_shading_in_place_of_lines():
    rows = [(day, EVENT, "Diary") for day in DAYS[:5]]
    data = printed(table(rows, more="stroke: none, fill: (_, y) => if calc.odd(y) { silver },"))

    assert entries(data) == rows


def test_a_table_without_lines_whose_columns_stand_apart():
    rows = [(day, EVENT, "Diary") for day in DAYS[:5]]
    data = printed(table(rows, more="stroke: none,"))
    found = read(data)

    assert entries(data) == rows
    assert found.notes[1].startswith("The table has no lines: its columns were told by the space")


def test_a_table_without_lines_over_several_pages():
    rows = [(day, EVENT + " " + EVENT, "Diary") for day in DAYS]
    margin = "#set page(header: [Fernshire Clinic], footer: context counter(page).display())\n"
    title = "= Chronology of Bramble Example\nFor the Board, as asked on the day.\n\n"
    data = printed(margin + title + table(rows, more="stroke: none,"))

    assert entries(data) == rows


def test_headings_that_wrap_are_headings_on_every_page():
    rows = [(day, EVENT + " " + EVENT, "Diary") for day in DAYS]
    head = ("Date of the event as it is recorded", "Event", "Source of it all in full")
    data = printed(table(rows, head=head, more="stroke: none,"))

    assert entries(data) == rows
    assert all_texts(data)[0] == head


def test_a_table_without_lines_whose_dates_stand_in_the_middle_of_rows_is_refused():
    rows = [(day, EVENT + " " + EVENT, "Diary") for day in DAYS[:5]]
    data = printed(table(rows, more="stroke: none, align: horizon,"))

    with pytest.raises(FileRefused, match="no table with lines"):
        read(data)


@pytest.mark.parametrize(
    ("angle", "turned"), [(90, 0), (180, 0), (270, 0), (0, 90), (90, 270), (270, 180)]
)
def test_a_table_on_its_side_and_a_page_that_is_turned(angle, turned):
    rows = [(day, "Seen at home.", "Diary") for day in DAYS[:3]]
    document = pypdfium2.PdfDocument(printed(f"#rotate({angle}deg, reflow: true)[{table(rows)}]"))
    document[0].set_rotation(turned)
    out = BytesIO()
    document.save(out)

    assert entries(out.getvalue()) == rows


def test_words_in_the_middle_of_a_joined_cell_are_its_words():
    markup = (
        "#table(columns: (80pt, 1fr, 80pt), align: center, [Date], [Event], [Source],"
        "table.cell(colspan: 3)[Year 2011], [3 May], [Seen at home.], [Diary])"
    )

    assert all_texts(printed(markup))[1] == ("Year 2011", "", "")


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        (EVENT * 3, "no table"),
        ("".join(f"{day} {EVENT * 2}\n\n" for day in DAYS[:6]), "no table with lines"),
        ("".join(f"{EVENT} {EVENT}\n\n#{day}\n\n" for day in ("[a]", "[b]")), "no table"),
        ("#rect(width: 100%, height: 100%, fill: silver)", "no words|no table"),
    ],
)
def test_pages_without_a_table_are_refused(markup, says):
    with pytest.raises(FileRefused, match=says):
        read(printed(markup))
