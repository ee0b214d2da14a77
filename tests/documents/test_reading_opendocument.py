import zipfile
from datetime import date, time
from io import BytesIO

import pytest

from goldenthread.chronology.tables import Cell
from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def made(kind, tables, *, manifest="<m/>"):
    body = "spreadsheet" if kind == "spreadsheet" else "text"
    content = (
        f"<office:document-content {NAMES}><office:body><office:{body}>{tables}"
        f"</office:{body}></office:body></office:document-content>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def cell(words, more=""):
    return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"


def row(*cells, more=""):
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def table(*rows, name="Sheet1"):
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def test_a_sheet_is_read_with_real_dates_and_repeated_cells():
    dated = cell("03/05/11", 'office:date-value="2011-05-03"')
    month = cell("May 2011", 'office:date-value="2011-05-01"')
    clock = cell("14:30", 'office:time-value="PT14H30M00S"')
    gap = '<table:table-cell table:number-columns-repeated="2"/>'
    end = '<table:table-cell table:number-columns-repeated="16000"/>'
    data = made(
        "spreadsheet",
        table(
            row(cell("Date"), gap, cell("Event"), end),
            row(more='table:number-rows-repeated="3"'),
            row(dated, month, clock, cell("Seen<text:tab/>at<text:s text:c='2'/>home.")),
            row(end, more='table:number-rows-repeated="1048000"'),
        ),
    )
    read = read_file(data, name="agency.ods")

    assert read.kind == "ods"
    assert [(found.number, found.texts) for found in read.tables[0].rows] == [
        (1, ("Date", "", "", "Event")),
        (5, ("03/05/2011", "May 2011", "14:30", "Seen\tat  home.")),
    ]
    assert read.tables[0].rows[1].cells[:3] == (
        Cell("03/05/2011", when=date(2011, 5, 3)),
        Cell("May 2011"),
        Cell("14:30", when=time(14, 30)),
    )


def test_cells_merged_down_are_read_into_each_row_they_cover():
    covered = "<table:covered-table-cell/>"
    data = made(
        "text",
        table(
            row(cell("3 May", 'table:number-rows-spanned="2"'), cell("Seen.")),
            row(covered, cell("Seen again.")),
            row(cell("4 May"), cell("Not seen.")),
        ),
    )
    read = read_file(data, name="agency.odt")

    assert [found.texts[0] for found in read.tables[0].rows] == ["3 May", "3 May", "4 May"]
    assert read.notes == (
        "1 cell is part of one merged down; its words were read into each row it covers.",
    )


def test_rows_repeated_without_end_are_refused():
    data = made("spreadsheet", table(row(cell("x"), more='table:number-rows-repeated="9999999"')))

    with pytest.raises(FileRefused, match="more than 50,000 rows"):
        read_file(data, name="agency.ods")


def test_a_password_is_named():
    data = made("spreadsheet", "", manifest="<m><encryption-data/></m>")

    with pytest.raises(FileRefused, match="protected by a password"):
        read_file(data, name="agency.ods")


def test_what_is_met_beside_the_rows_is_reported():
    inner = table(row(cell("Date"), cell("Injury")), name="Inner")
    words = (
        "<text:p>Seen<text:line-break/>twice.<text:note><text:note-body><text:p>By HV1</text:p>"
        "</text:note-body></text:note><office:annotation/></text:p>"
        "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
    )
    data = made(
        "text",
        "<text:tracked-changes/>"
        + table(
            "<table:table-header-rows>"
            + row(cell("Date"), cell("Event"))
            + "</table:table-header-rows>",
            row(
                cell("3 May", 'office:date-value="not a date"'),
                f"<table:table-cell>{words}</table:table-cell>",
                more='table:visibility="collapse"',
            ),
            row(
                cell("03/05/11 14:30", 'office:date-value="2011-05-03T14:30:00"'),
                f"<table:table-cell>{inner}</table:table-cell>",
            ),
        ),
    )
    read = read_file(data, name="agency.odt")

    assert [found.name for found in read.tables] == ["Sheet1", "Inner (in Sheet1)"]
    assert [found.texts for found in read.tables[0].rows] == [
        ("Date", "Event"),
        ("3 May", "Seen\ntwice. [note: By HV1]\nOne"),
        ("03/05/2011 14:30",),
    ]
    assert read.notes == (
        "The document has tracked changes. It was read as if all were accepted.",
        "1 hidden row was read too.",
        "1 cell holds a table; it was read as a table of its own.",
        "1 comment was not read.",
    )


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        (table(row(cell("x", 'table:number-columns-repeated="900"'))), "has 900 columns"),
        ("<text:p>Only a letter.</text:p>", "there is no table"),
    ],
)
def test_what_is_no_chronology_is_refused(tables, says):
    with pytest.raises(FileRefused, match=says):
        read_file(made("text", tables), name="agency.odt")
