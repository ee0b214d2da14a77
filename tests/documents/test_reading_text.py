import pytest

from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused

TEXT = "Date,Event\n3 May 2011,Seen at André’s – “well”\n"
ROWS = [("Date", "Event"), ("3 May 2011", "Seen at André’s – “well”")]


def rows(data):
    return [row.texts for row in read_file(data, name="agency.csv").tables[0].rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_usual_encoding_is_found(encoding):
    assert rows(TEXT.encode(encoding)) == ROWS


def test_the_windows_alphabet_is_reported():
    read = read_file(TEXT.encode("cp1252"), name="agency.csv")

    assert read.notes == ("The file was read in the Windows alphabet (Windows-1252).",)


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_the_separator_is_found_and_reported(separator):
    text = separator.join(["Date", "Event, as told"]) + "\n" + separator.join(["3/5/11", "Seen"])

    assert rows(text.encode()) == [("Date", "Event, as told"), ("3/5/11", "Seen")]


def test_a_line_that_names_the_separator_is_obeyed_and_is_no_row():
    read = read_file(b"sep=;\nDate;Event\n3/5/11;a,b\n", name="agency.csv")

    assert [(row.number, row.texts) for row in read.tables[0].rows] == [
        (1, ("Date", "Event")),
        (2, ("3/5/11", "a,b")),
    ]
    assert read.notes == ("The columns are separated by semicolons.",)


def test_line_breaks_inside_quotation_marks_stay_in_the_cell():
    assert rows(b'Date,Event\r\n3/5/11,"one\r\ntwo ""three"""\r\n') == [
        ("Date", "Event"),
        ("3/5/11", 'one\ntwo "three"'),
    ]


def test_empty_lines_are_counted_but_not_listed():
    read = read_file(b"Date,Event\n\n,\n3/5/11,Seen\n", name="agency.csv")

    assert [row.number for row in read.tables[0].rows] == [1, 4]


def test_a_quotation_mark_left_open_is_refused_with_its_line():
    with pytest.raises(FileRefused) as refused:
        read_file(b'Date,Event\n3/5/11,"Seen\n4/5/11,Not seen\n', name="agency.csv")

    assert refused.value.reason.startswith(
        "A quotation mark that opens near line 2 is never closed"
    )


def test_a_stray_quotation_mark_inside_a_cell_does_no_harm():
    assert rows(b'Date,Event\n3/5/11,said "no" twice\n')[1] == ("3/5/11", 'said "no" twice')
