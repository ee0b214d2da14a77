"""Valid files of every kind, and ways in which they come out bent."""

import io
import re
import zipfile
from functools import cache

import xlsxwriter
from made_files import HEADINGS, ROWS, cell, table, with_parts, word_of
from test_reading_opendocument import cell as open_cell
from test_reading_opendocument import made as open_document
from test_reading_opendocument import row as open_row
from test_reading_opendocument import table as open_table
from test_reading_pdf import LINES, page_of, words

VALUES = (
    "", "-1", "0", "1", "99999999999999999999", "9" * 5000, "1e999", "nan", "-0.5", "²", "٣", "true",
    "restart", "x" * 300, "2011-05-03", "0000-00-00", "9999-12-31T23:59:59Z", "PT99H99M", "A1:XFD9",
    "XFD1048576", "$A$0", "../x", "/", "&#x10FFFF;", "&lt;", "General", "[h]:mm", "d/m/y;@", '"', "s",
)  # fmt: skip
TEXTS = (
    "", "31/02/2011", "=1+1", "\u202e", "\u0000", "&amp;", "Date", "as above", "3 May 2011", "1e400",
    "40666", "0.99999", "-1", "#REF!", "é" * 50, "2011", "24:60", "\ud83d\ude00", "_x0000_", "_xD800_",
)  # fmt: skip
BYTES = (b"", b"\x00", b"\xff", b"\xff\xfe", b'"', b"\r", b"<", b">", b"&", b"PK\x03\x04", b"\x80")


@cache
def good_files():
    """One valid file of each kind, with a good deal of what the kind can hold."""
    return {
        "docx": _word(),
        "xlsx": _excel(),
        "ods": _open("spreadsheet"),
        "odt": _open("text"),
        "csv": '\ufeffDate;Event;Source\r\n3 May 2011;"a ""b""\r\nc";é\r\n\r\nas above;d;e\r\n'.encode(),
        "utf-16": "Date\tEvent\n3 May 2011\tSeen\n4/5/11\tNot seen\n".encode("utf-16"),
        "pdf": page_of(*LINES, words("Date", 25, 260), words("Seen at home.", 125, 235)),
    }


def _word():
    changed = "<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="x"/></w:ddList></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    inner = table([cell("in"), cell("side")])
    rows = [[cell(text) for text in row] for row in (HEADINGS, *ROWS)]
    body = table(
        *rows,
        [cell("2011", '<w:gridSpan w:val="3"/>')],
        [cell("3 May", '<w:vMerge w:val="restart"/>'), f"<w:tc><w:p>{changed}{field}</w:p></w:tc>"],
        ['<w:trPr><w:gridBefore w:val="1"/></w:trPr>', f"<w:tc>{inner}<w:p/></w:tc>"],
        [cell("", "<w:vMerge/>"), "<w:tc><w:p><w:r><w:sym w:char='F0FC'/></w:r></w:p></w:tc>"],
    )
    grid = (
        '<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>'
    )
    return word_of(body.replace("<w:tbl>", "<w:tbl>" + grid, 1))


def _excel():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Health")
    sheet.write_row("A1", HEADINGS)
    sheet.write_number("A2", 40666.5, book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))
    sheet.write_number("A3", 915, book.add_format({"num_format": "0000", "font_strikeout": True}))
    sheet.write_formula("B2", "=1+1", None, "#REF!")
    sheet.write_rich_string("B3", "a", book.add_format({"bold": True}), "b", "c")
    sheet.merge_range("C2:C3", "both")
    sheet.write_comment("A1", "why?")
    sheet.insert_textbox("E2", "box")
    sheet.set_column("D:E", 0, None, {"hidden": True})
    book.close()
    return out.getvalue()


def _open(kind):
    dated = open_cell("03/05/11", 'office:date-value="2011-05-03T14:30:00"')
    timed = open_cell("14:30", 'office:time-value="PT14H30M00S"')
    merged = open_cell("a", 'table:number-rows-spanned="2" table:number-columns-repeated="2"')
    noted = open_cell("b<text:s text:c='3'/><text:tab/><text:note><text:note-body/></text:note>")
    rows = [
        open_row(open_cell("Date"), open_cell("Time"), open_cell("Event")),
        open_row(dated, timed, noted, more='table:visibility="collapse"'),
        open_row(merged, open_cell("c", 'table:formula="=1"')),
        open_row("<table:covered-table-cell/>", noted, more='table:number-rows-repeated="3"'),
    ]
    return open_document(kind, open_table(*rows))


def bend_bytes(chance, data):
    """The file with some of its bytes changed, put in, taken out or said twice."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((0, 1, 1, 2, 8, 60, 2000)))
        data[at:to] = chance.choice((*BYTES, chance.randbytes(3), bytes(data[at:to]) * 2))
    return bytes(data)


def bend_part(chance, data):
    """The package with the marks, settings and words of one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        name = chance.choice(package.namelist())
    return with_parts(data, change=lambda part, old: bend_xml(chance, old) if part == name else old)


def bend_xml(chance, data):
    pieces = re.findall(r"<[^<>]*>|[^<>]+", data.decode("utf-8", "surrogateescape"))
    for _ in range(chance.randint(1, 8)):
        if not pieces:
            break
        at = chance.randrange(len(pieces))
        ways = (_drop, _double, _swap, _set, _set, _set, _say, _say)
        chance.choice(ways)(chance, pieces, at)
    return "".join(pieces).encode("utf-8", "surrogatepass")


def _drop(chance, pieces, at):
    del pieces[at : at + chance.choice((1, 1, 2, 5))]


def _double(chance, pieces, at):
    end = at + chance.choice((1, 2, 5, 20))
    pieces[at:at] = pieces[at:end] * chance.choice((1, 1, 3, 300))


def _swap(chance, pieces, at):
    other = chance.randrange(len(pieces))
    pieces[at], pieces[other] = pieces[other], pieces[at]


def _set(chance, pieces, at):
    value = chance.choice(VALUES)
    found = re.findall(r'="[^"]*"', pieces[at])
    if found:
        escaped = value.replace('"', "&quot;")
        pieces[at] = pieces[at].replace(chance.choice(found), f'="{escaped}"', 1)


def _say(chance, pieces, at):
    if not pieces[at].startswith("<"):
        pieces[at] = chance.choice(TEXTS)
