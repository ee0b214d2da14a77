"""OpenDocument files as other offices write them: repeats, covered cells, changes, sections."""

from datetime import date, datetime, time

from test_reading_opendocument import cell, made, row, table

from goldenthread.chronology.entries import understand
from goldenthread.chronology.tables import Cell
from goldenthread.documents.readers import read_file

LATEST = date(2026, 11, 24)
COVERED = "<table:covered-table-cell/>"


def read(tables, kind="spreadsheet"):
    name = "agency.ods" if kind == "spreadsheet" else "agency.odt"
    return read_file(made(kind, tables), name=name)


def texts(tables, kind="spreadsheet"):
    return [found.texts for found in read(tables, kind).tables[0].rows]


def head():
    return row(cell("Date"), cell("Event"), cell("Source"))


def test_endless_repeats_of_nothing_cost_nothing():
    end = '<table:table-cell table:number-columns-repeated="16381" table:style-name="ce1"/>'
    rows = [
        head(),
        row(cell("3 May 2011"), cell("Seen."), cell("Log"), end),
        row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            more='table:number-rows-repeated="1048570"',
        ),
        row(cell("4 May 2011"), cell("Not."), cell("Log")),
    ]
    found = read(table(*rows)).tables[0].rows

    assert [(each.number, each.texts) for each in found] == [
        (1, ("Date", "Event", "Source")),
        (2, ("3 May 2011", "Seen.", "Log")),
        (1048573, ("4 May 2011", "Not.", "Log")),
    ]


def test_a_row_typed_once_and_kept_twice_is_two_rows():
    twice = row(
        cell("3 May 2011"), cell("Seen."), cell("Log"), more='table:number-rows-repeated="2"'
    )

    assert texts(table(head(), twice))[1:] == [("3 May 2011", "Seen.", "Log")] * 2


def test_joined_cells_across_and_down():
    rows = [
        row(
            cell("When", 'table:number-columns-spanned="2"'),
            COVERED,
            cell("Event", 'table:number-rows-spanned="2"'),
        ),
        row(cell("Date"), cell("Time"), COVERED),
        row(cell("3 May 2011", 'table:number-rows-spanned="2"'), cell("09:00"), cell("Seen.")),
        row(COVERED, cell("10:00"), cell("Seen again.")),
    ]

    assert texts(table(*rows)) == [
        ("When", "", "Event"),
        ("Date", "Time", "Event"),
        ("3 May 2011", "09:00", "Seen."),
        ("3 May 2011", "10:00", "Seen again."),
    ]


def test_words_under_a_joined_cell_are_not_read_for_it():
    under = "<table:covered-table-cell><text:p>Old</text:p></table:covered-table-cell>"
    rows = [head(), row(cell("2011", 'table:number-columns-spanned="3"'), under, under)]

    assert texts(table(*rows))[1] == ("2011",)


def test_dates_times_and_numbers():
    values = [
        ('office:value-type="date" office:date-value="2011-05-03"', "3. Mai 2011"),
        ('office:value-type="date" office:date-value="2011-05-03T14:30:00"', "03/05/11 14:30"),
        ('office:value-type="time" office:time-value="PT09H05M00S"', "09:05"),
        ('office:value-type="float" office:value="7"', "7"),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE"),
        ('office:value-type="percentage" office:value="0.5"', "50%"),
    ]
    cells = [cell(words, more) for more, words in values]

    assert read(table(row(*cells))).tables[0].rows[0].cells == (
        Cell("03/05/2011", when=date(2011, 5, 3)),
        Cell("03/05/2011 14:30", when=datetime(2011, 5, 3, 14, 30)),
        Cell("09:05", when=time(9, 5)),
        Cell("7"),
        Cell("TRUE"),
        Cell("50%"),
    )


def test_formulas_and_errors():
    rows = [
        head(),
        row(
            cell("3 May 2011"),
            cell("#REF!", 'table:formula="of:=[.Z1]" office:value-type="string"'),
            '<table:table-cell table:formula="of:=1+1"/>',
        ),
    ]
    found = read(table(*rows))

    assert [each.texts for each in found.tables[0].rows][1] == ("3 May 2011", "#REF!")
    assert found.notes == (
        "2 cells hold formulas; the value last saved was read.",
        "1 formula has no saved value and gave an empty cell. Open the file and save it.",
    )


def test_hidden_sheets_and_columns_are_read_and_reported():
    hidden = (
        '<style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    )
    column = (
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="16000"/>'
    )
    sheet = table(column, head()).replace("<table:table ", '<table:table table:style-name="ta2" ')

    assert read(hidden + sheet).notes == (
        "The hidden sheet “Sheet1” was read too.",
        "2 hidden columns were read too.",
    )


def test_rows_in_groups_headers_and_filters():
    shown = 'table:visibility="filter"'
    filtered = row(cell("4 May 2011"), cell("No."), cell("Log"), more=shown)
    rows = [
        f"<table:table-header-rows>{head()}</table:table-header-rows>",
        f"<table:table-row-group>{row(cell('3 May 2011'), cell('Seen.'), cell('Log'))}</table:table-row-group>",
        f"<table:table-rows>{filtered}</table:table-rows>",
    ]

    assert texts(table(*rows))[1:] == [
        ("3 May 2011", "Seen.", "Log"),
        ("4 May 2011", "No.", "Log"),
    ]
    assert read(table(*rows)).notes == ("1 hidden row was read too.",)


def test_tables_in_sections_and_frames_are_found():
    inner = table(head(), row(cell("3 May 2011"), cell("Seen."), cell("Log")))

    assert texts(f"<text:section>{inner}</text:section>", "text")[1][1] == "Seen."
    assert texts(f"<text:p><text:span/></text:p><text:index-body>{inner}</text:index-body>", "text")


def test_words_taken_out_and_not_yet_accepted_are_not_read():
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        "<text:p>Taken out.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    words = (
        'Seen <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>at home.'
        '<text:change-end text:change-id="c2"/>'
    )
    found = read(changes + table(head(), row(cell("3 May 2011"), cell(words), cell("Log"))), "text")

    assert found.tables[0].rows[1].texts == ("3 May 2011", "Seen at home.", "Log")
    assert "tracked changes" in found.notes[0]


def test_spans_links_fields_and_soft_hyphens():
    words = (
        "<text:span>Seen<text:s/><text:a>at</text:a> </text:span><text:date>home</text:date>,"
        " child\u00adcare<text:soft-page-break/>.<text:bookmark/>"
    )

    assert texts(table(head(), row(cell("3 May 2011"), cell(words), cell("Log"))))[1][1] == (
        "Seen at home, childcare."
    )


def test_white_space_between_marks_is_one_space_or_none():
    rows = (
        "<table:table-row>\n  <table:table-cell>\n    <text:p>3   May\n 2011</text:p>\n  "
        "</table:table-cell>\n <table:table-cell><text:p>Seen.</text:p></table:table-cell>\n"
        "</table:table-row>"
    )

    assert texts(table(rows)) == [("3 May 2011", "Seen.")]


def test_a_whole_chronology_gives_its_entries():
    rows = [
        row(cell("Chronology of the clinic", 'table:number-columns-spanned="3"'), COVERED, COVERED),
        row(more='table:number-rows-repeated="2"'),
        head(),
        row(cell("3 May 2011"), cell("Seen."), cell("Log")),
        row(cell("as above"), cell("Weighed."), cell("Log")),
    ]
    result = understand(read(table(*rows)), latest=LATEST)

    assert [(entry.row, entry.date.edtf, entry.event) for entry in result.entries] == [
        (5, "2011-05-03", "Seen."),
        (6, "2011-05-03", "Weighed."),
    ]
