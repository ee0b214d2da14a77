"""Every kind of file holds every entry, runs nothing, and reads back to the same entries."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from lxml import html
from tests.documents.made_chronologies import files, merged, told, written

from goldenthread.chronology.analysis import analyse
from goldenthread.chronology.dates import Reading
from goldenthread.chronology.entries import understand
from goldenthread.chronology.naming import named
from goldenthread.chronology.tables import Cell, ReadFile, Row, Table
from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused
from goldenthread.documents.writers import chronology_layout as layout
from goldenthread.documents.writers.chronology_csv import write_csv
from goldenthread.documents.writers.chronology_files import WRITERS
from goldenthread.documents.writers.chronology_html import write_html
from goldenthread.documents.writers.chronology_json import read_json, schema, write_json
from goldenthread.documents.writers.chronology_pdf import write_pdf
from goldenthread.documents.writers.chronology_sheet import write_xlsx
from goldenthread.documents.writers.chronology_word import write_docx

PLAIN = [
    [
        ("3 May 2011", "14.30", "=2+5 The child was seen.", "Diary", "None.", "green"),
        ("", "", "#import $x$ *b* No reply at the door.", "", "", ""),
    ],
    [("about March 2010", "", "<b>A letter</b> came & was filed.", "", "", "")],
]


def read_html(data):
    """The table of a page, as a browser would hand it over when it is copied."""
    rows = html.fromstring(data.decode()).findall(".//table//tr")
    lines = (
        Row(number, tuple(Cell(cell.text_content()) for cell in row))
        for number, row in enumerate(rows, start=1)
    )
    return ReadFile("all.html", "html", "0" * 64, (Table("Table 1", tuple(lines)),))


def read_back(data, kind):
    file = read_html(data) if kind == "html" else read_file(data, name=f"all.{kind}")
    understood = understand(file)
    return [
        told(
            entry,
            agency=entry.fields["agency"],
            extra=(entry.extra.get("Colour of door", ""), entry.extra.get("As typed", "")),
        )
        for entry in understood.entries
    ]


def as_merged(integrated):
    return [
        told(
            one.entry,
            agency=one.agency,
            extra=(one.entry.extra.get("Colour of door", ""), one.entry.date.text),
        )
        for one in integrated.entries
    ]


@pytest.mark.parametrize(
    ("kind", "write"),
    [("docx", write_docx), ("csv", write_csv), ("xlsx", write_xlsx), ("html", write_html)],
)
def test_what_is_written_reads_back_to_the_same_entries(kind, write):
    @settings(max_examples=40, deadline=None)
    @given(files)
    def same(tables):
        integrated, data = written(write, tables)
        assert read_back(data, kind) == as_merged(integrated)

    same()


@settings(max_examples=5, deadline=None)
@given(files)
def test_pdf_reads_back_to_the_same_days_and_words(tables):
    integrated, data = written(write_pdf, tables)
    back = understand(read_file(data, name="all.pdf")).entries
    days = [(one.entry.date, one.first, one.last) for one in integrated.entries]

    assert [(entry.date.first, entry.date.last) for entry in back if is_dated(entry)] == [
        (first, last) for _, first, last in days if first or last
    ]
    # A row too high for a page goes on over the next, where it has no number.
    assert [entry.fields["number"] for entry in back if "number" in entry.fields] == [
        str(number) for number in range(1, len(days) + 1)
    ]


def is_dated(entry):
    return isinstance(entry.date, Reading) and bool(entry.date.first or entry.date.last)


@settings(max_examples=60, deadline=None)
@given(files)
def test_json_reads_back_to_equal_entries_and_keeps_to_its_schema(tables):
    integrated, data = written(write_json, tables)

    assert read_json(data) == integrated.entries
    assert list(faults(json.loads(data), schema())) == []


def test_pdf_reads_back_to_the_same_days_and_events():
    integrated, data = written(write_pdf, PLAIN)
    back = understand(read_file(data, name="all.pdf")).entries

    assert [entry.date.text for entry in back] == ["about March 2010", "3 May 2011", ""]
    assert [" ".join(entry.event.split()) for entry in back] == [
        one.entry.event for one in integrated.entries
    ]


def test_pdf_is_tagged_for_screen_readers():
    _, data = written(write_pdf, PLAIN)

    assert b"/StructTreeRoot" in data
    assert b"/MarkInfo" in data


def test_a_pdf_keeps_letters_that_no_font_has():
    odd = [[("3 May 2011", "", "Seen with Ԟ 😀 \U00012345.", "", "", "")]]
    _, data = written(write_pdf, odd)
    (entry,) = understand(read_file(data, name="all.pdf")).entries

    assert (entry.date.text, entry.event.startswith("Seen with")) == ("3 May 2011", True)


def test_a_pdf_of_too_many_entries_is_refused(monkeypatch):
    monkeypatch.setattr("goldenthread.documents.writers.chronology_pdf.MOST", 2)

    with pytest.raises(FileRefused, match="at most 5,000 entries"):
        written(write_pdf, PLAIN)


def test_no_cell_of_a_workbook_is_a_formula():
    _, data = written(write_xlsx, PLAIN)
    book = openpyxl.load_workbook(BytesIO(data))

    assert {cell.data_type for page in book for row in page for cell in row} <= {"s", "n"}
    assert "=2+5 The child was seen." in {cell.value for row in book.worksheets[0] for cell in row}


def test_no_cell_of_csv_begins_a_formula():
    _, data = written(write_csv, PLAIN)
    text = data.decode("utf-8-sig")

    assert "'=2+5 The child was seen." in text
    assert not re.search(r'(^|,)"?[=+@\t-]', text, re.M)


def test_html_shows_the_words_as_typed_and_runs_nothing():
    page = written(write_html, PLAIN)[1].decode()

    assert "&lt;b&gt;A letter&lt;/b&gt; came &amp; was filed." in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_an_agency_has_a_letter_beside_its_colour():
    laid = layout.laid_out(merged(PLAIN), analyse(merged(PLAIN)))

    assert {agency: mark.letter for agency, mark in laid.marks.items()} == {
        "Bramble School": "A",
        "Bramble Surgery": "B",
    }
    assert [row[laid.headings.index("Letter")] for row in laid.rows] == ["A", "B", "B"]


@pytest.mark.parametrize("ground", layout.GROUNDS)
def test_words_stand_out_from_every_ground(ground):
    light, dark = sorted((luminance(ground), luminance(layout.INK)), reverse=True)

    assert (light + 0.05) / (dark + 0.05) > 12


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(
    ("field", "heading"),
    [(f, h) for f, h in layout.FIELD_HEADINGS.items() if not h.endswith("as typed")],
)
def test_our_headings_are_known_to_our_reader(field, heading):
    assert named(heading).field == field


def test_headings_of_what_was_typed_are_taken_for_nothing_else():
    typed = [
        h for h in (*layout.OWN, *layout.FIELD_HEADINGS.values()) if h.lower().endswith("as typed")
    ]

    assert [named(heading) for heading in typed] == [None] * 5


def test_letters_go_on_after_z():
    assert [layout._letter(place) for place in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


def test_a_date_is_written_in_words_that_read_back():
    said = layout.date_in_words(
        Reading("03/05/11", "2011-05-03?", date(2011, 5, 3), date(2011, 5, 3), "?")
    )

    assert said == "3 May 2011?"


@pytest.mark.parametrize("data", [b"", b"[]", b'{"format": "other"}', b'{"entries": 3}'])
def test_other_json_is_refused(data):
    with pytest.raises(FileRefused):
        read_json(data)


def test_an_empty_chronology_can_be_written_as_every_kind():
    integrated = merged([])

    assert all(write(integrated, analyse(integrated)) for write in WRITERS.values())


def faults(value, rule, where=""):
    """The parts of JSON Schema that ours uses, checked; a word it does not know fails the test."""
    known = {"$schema", "title", "description", "type", "properties", "required", "enum", "items"}
    known |= {"additionalProperties", "pattern", "minimum", "minItems"}
    assert rule.keys() <= known
    kinds = [rule["type"]] if isinstance(rule["type"], str) else rule["type"]
    python = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
    is_kind = [
        type(value) is int if kind == "integer" else isinstance(value, python[kind])
        for kind in kinds
    ]
    if not any(is_kind) or value not in rule.get("enum", [value]):
        yield f"{where}: {value!r}"
    elif isinstance(value, dict):
        named_parts = rule.get("properties", {})
        yield from (f"{where}: no {key}" for key in rule.get("required", []) if key not in value)
        for key, part in value.items():
            inner = named_parts.get(key, rule["additionalProperties"])
            if inner is False:
                yield f"{where}: {key} is not expected"
            else:
                yield from faults(part, inner, f"{where}/{key}")
    elif isinstance(value, list):
        if len(value) < rule.get("minItems", 0):
            yield f"{where}: too short"
        for number, part in enumerate(value):
            yield from faults(part, rule["items"], f"{where}/{number}")
    elif (isinstance(value, str) and not re.search(rule.get("pattern", ""), value)) or (
        type(value) is int and value < rule.get("minimum", value)
    ):
        yield f"{where}: {value!r}"


def test_the_schema_is_not_met_by_a_file_that_lacks_something():
    data = json.loads(written(write_json, PLAIN)[1])
    del data["entries"][0]["edtf"]
    data["silences"] = [{"agency": 3}]

    assert "/entries/0: no edtf" in list(faults(data, schema()))
    assert len(list(faults(data, schema()))) == 6


def test_the_page_on_json_names_every_part_of_the_schema():
    page = (Path(__file__).parents[2] / "docs" / "chronology-json.md").read_text(encoding="utf-8")
    entry = schema()["properties"]["entries"]["items"]["properties"]
    named_parts = set(re.findall(r"`(\w+)`", page))

    assert (schema()["properties"].keys() | entry.keys()) - named_parts <= {
        "format",
        "version",
        "entries",
    }
