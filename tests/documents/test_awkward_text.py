"""Text files as systems and people export them: encodings, separators, titles, ragged rows."""

from datetime import date

import pytest

from goldenthread.chronology.entries import understand
from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused

LATEST = date(2026, 11, 24)
WORDS = "Seen at André’s – “well”; £5 given"


def read(data):
    return read_file(data, name="agency.csv")


def numbered(data):
    return [(row.number, row.texts) for row in read(data).tables[0].rows]


def texts(data):
    return [row.texts for row in read(data).tables[0].rows]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "cp1252", "mac-roman"],
)
@pytest.mark.parametrize("separator", [",", "\t", "|", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_with_every_separator(encoding, separator, end):
    quoted = f'"{WORDS.replace(chr(34), chr(34) * 2)}"'
    lines = [("Date", "Event", "Source"), ("3 May 2011", quoted, "Diary")] + [
        ("4 May 2011", "Not seen.", "Log")
    ] * 3
    text = end.join(separator.join(line) for line in lines) + end

    assert (
        texts(text.encode(encoding))
        == [
            ("Date", "Event", "Source"),
            ("3 May 2011", WORDS, "Diary"),
        ]
        + [("4 May 2011", "Not seen.", "Log")] * 3
    )


def test_windows_files_with_few_signs_are_not_taken_for_a_macs():
    text = "Date,Event,Source\n3 May 2011,Seen at André’s,Diary\n"

    assert texts(text.encode("cp1252"))[1][1] == "Seen at André’s"


def test_titles_and_name_blocks_before_the_headings():
    data = (
        b"Chronology of the Fernshire Clinic\n"
        b"Child: Bramble Example,,\n"
        b"\n"
        b"Date,Event,Source\n"
        b"3 May 2011,Seen at home.,Diary\n"
        b"4 May 2011,Not seen.,Log\n"
    )
    result = understand(read(data), latest=LATEST)

    assert numbered(data)[2] == (4, ("Date", "Event", "Source"))
    assert [(entry.row, entry.event) for entry in result.entries] == [
        (5, "Seen at home."),
        (6, "Not seen."),
    ]


def test_rows_of_unlike_length():
    data = b"Date,Event,Source\n3 May 2011,Seen.\n4 May 2011,Not seen.,Log,,,\n5 May 2011,,,extra\n"

    assert texts(data) == [
        ("Date", "Event", "Source", ""),
        ("3 May 2011", "Seen.", "", ""),
        ("4 May 2011", "Not seen.", "Log", ""),
        ("5 May 2011", "", "", "extra"),
    ]


def test_empty_columns_stay_and_empty_columns_at_the_end_go():
    data = b"Date,,Event,,\n3 May 2011,,Seen.,,\n"

    assert texts(data) == [("Date", "", "Event"), ("3 May 2011", "", "Seen.")]


def test_commas_in_sentences_do_not_outvote_the_separator():
    rows = ["Date;Event;Source"] + [
        f"{day} May 2011;Seen, fed, washed, and well, as ever;Diary, page {day}"
        for day in range(1, 9)
    ]

    assert texts("\n".join(rows).encode())[1] == (
        "1 May 2011",
        "Seen, fed, washed, and well, as ever",
        "Diary, page 1",
    )


def test_quoted_cells_hold_separators_line_breaks_and_quotation_marks():
    data = (
        b'"Date";"Event"\r\n"3 May 2011";"one; two\r\nthree ""four""\n\nfive"\r\n4 May 2011;six\r\n'
    )

    assert numbered(data) == [
        (1, ("Date", "Event")),
        (2, ("3 May 2011", 'one; two\nthree "four"\n\nfive')),
        (3, ("4 May 2011", "six")),
    ]


def test_the_line_that_names_the_separator_may_be_quoted_and_in_any_encoding():
    for data in (
        b'"sep=|"\r\nDate|Event\r\n3 May 2011|a,b\r\n',
        "sep=\t\nDate\tEvent\n3 May 2011\ta,b\n".encode("utf-16"),
        "SEP=;\nDate;Event\n3 May 2011;a,b\n".encode("utf-8-sig"),
    ):
        assert texts(data) == [("Date", "Event"), ("3 May 2011", "a,b")]


def test_spaces_after_the_separator_do_not_spoil_a_quoted_cell():
    assert texts(b'Date, Event\n3 May 2011, "Seen, and well"\n4 May 2011, "Not, seen"\n') == [
        ("Date", "Event"),
        ("3 May 2011", "Seen, and well"),
        ("4 May 2011", "Not, seen"),
    ]


def test_a_table_drawn_with_bars_as_in_markdown():
    data = b"| Date | Event |\n|------|-------|\n| 3 May 2011 | Seen, well |\n| 4 May 2011 | No |\n"

    assert texts(data)[0] == ("", "Date", "Event")
    assert [entry.event for entry in understand(read(data), latest=LATEST).entries] == [
        "Seen, well",
        "No",
    ]


def test_characters_nobody_sees_do_no_harm():
    data = "Date,Event\n3\u00a0May\u00a02011,Seen\u200b at home\n".encode()
    result = understand(read(data), latest=LATEST)

    assert [entry.date.edtf for entry in result.entries] == ["2011-05-03"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Date,Event\n3 May 2011,Seen\0\0well\n", "of a kind that is not known here"),
        (b"x" * 5_000_000, "text without columns"),
        (b"Date,Event\n" + b"x," * 3_000_000, "has 3,000,001 columns"),
        (b'Date,Event\n"' + b"x" * 5_000_000, "near line 2 is never closed"),
        (b'Date,Event\n3 May 2011,"Seen\n' + b"4 May 2011,Seen\n" * 900, "near line 2"),
    ],
)
def test_what_cannot_be_a_table_of_text_is_refused(data, says):
    with pytest.raises(FileRefused, match=says):
        read(data)


def test_many_title_lines_do_not_hide_a_short_table():
    data = b"Clinic\nFernshire\nChild\nBoard\nDate,Event\n3 May 2011,Seen\n4 May 2011,No\n"

    assert numbered(data)[4:] == [
        (5, ("Date", "Event")),
        (6, ("3 May 2011", "Seen")),
        (7, ("4 May 2011", "No")),
    ]
