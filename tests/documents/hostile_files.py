"""Files made to exhaust or mislead a reader, each small on disk."""

import io
import struct
import zipfile
from functools import partial

from made_files import (
    DOCUMENT,
    HEADINGS,
    ROWS,
    SHEET,
    W,
    cell,
    excel,
    table,
    with_parts,
    with_sheet,
    word,
    word_of,
)
from test_reading_opendocument import made as open_document

WORD = word((HEADINGS, *ROWS))
EXCEL = excel((HEADINGS, *ROWS))
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "'
    + "ha" * 50
    + '">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
QUADRATIC = f'<!DOCTYPE a [<!ENTITY a "{"x" * 50_000}">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def part_with(data, name, head, entity):
    """The file with a document type before the root of a part, and its entity used in it."""

    def change(part, old):
        if part != name:
            return old
        text = old.decode().partition("?>")[2] or old.decode()
        start = text.index(">", text.index("<")) + 1
        return f"{head}{text[:start]}{entity * 100}{text[start:]}".encode()

    return with_parts(data, change=change)


def instead(data, name, xml):
    return with_parts(data, change=lambda part, old: xml if part == name else old)


def in_other_letters(encoding, declared):
    xml = f'<?xml version="1.0" encoding="{declared}"?>{OUTSIDE}<w:document {W}>&a;</w:document>'
    return instead(WORD, DOCUMENT, xml.encode(encoding))


def sheet(rows, before="", after=""):
    return instead(
        EXCEL,
        SHEET,
        f"<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>".encode(),
    )


def stored(data):
    """The file without packing, so that nothing is told from how well it packs."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


def nested(mark, depth):
    opening, closing = f"<{mark}>", f"</{mark.split()[0]}>"
    return opening * depth + closing * depth


def nested_boxes(depth):
    box = "<w:p><w:r><w:t>in</w:t></w:r></w:p>"
    for _ in range(depth):
        box = f"<w:p><w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r></w:p>"
    return word_of(table([cell("3 May 2011"), f"<w:tc>{box}</w:tc>"]))


def nested_frames(depth):
    draw = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    box = "<text:p>in</text:p>"
    for _ in range(depth):
        box = (
            f"<text:p><draw:frame {draw}><draw:text-box>{box}</draw:text-box></draw:frame></text:p>"
        )
    cells = f"<table:table-cell><text:p>3 May</text:p>{box}</table:table-cell>"
    return open_document(
        "text", f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    )


def zip_of(*named):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in named:
            package.writestr(name, data)
    return out.getvalue()


def overlapping():
    """A directory of parts that all lie in one place: each read unpacks the same bytes again."""
    one = zip_of(("a.xml", b" " * 20_000_000))
    at = one.index(b"PK\x01\x02")
    entry = one[at : one.index(b"PK\x05\x06")]
    entries = b"".join(
        entry.replace(b"a.xml", name)
        for name in (b"b.xml", b"c.xml", b"d.xml", b"[Content_Types].xml"[:5])
    )
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 4, 4, len(entries), at, 0)
    return one[:at] + entries + end


def declared_size(size):
    data = bytearray(WORD)
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", size)
    return bytes(data)


def wrong_sum():
    data = bytearray(WORD)
    start = data.index(DOCUMENT.encode(), data.index(b"PK\x01\x02"))
    data[start - 30] ^= 0xFF  # its check sum, sixteen bytes into the entry of the directory
    return bytes(data)


def pdf(*objects):
    body = "\n".join(f"{n} 0 obj {text} endobj" for n, text in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}\ntrailer <</Root 1 0 R>>\n%%EOF".encode()


PDF_PAGES = "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"
MANY_RELATIONS = "<Relationships>" + '<Relationship Id="a"/>' * 3 + "</Relationships>"

REFUSED = {
    "laughs in a document": (partial(part_with, WORD, DOCUMENT, LAUGHS, "&i;"), "type definition"),
    "laughs in a sheet": (partial(part_with, EXCEL, SHEET, LAUGHS, "&i;"), "type definition"),
    "quadratic entity": (partial(part_with, WORD, DOCUMENT, QUADRATIC, "&a;"), "type definition"),
    "entity from outside": (partial(part_with, WORD, DOCUMENT, OUTSIDE, "&a;"), "type definition"),
    "entity in the relations": (
        partial(part_with, WORD, "_rels/.rels", OUTSIDE, "&a;"),
        "type definition",
    ),
    "entity in two-byte letters": (partial(in_other_letters, "utf-16", "UTF-16"), "damaged"),
    "entity in UTF-7": (partial(in_other_letters, "utf-7", "UTF-7"), "damaged"),
    "entity in EBCDIC": (partial(in_other_letters, "cp037", "cp037"), "damaged"),
    "100,000 levels of marks": (
        lambda: instead(WORD, DOCUMENT, nested("w:p", 100_000).encode()),
        "damaged",
    ),
    "100,000 levels in a sheet": (lambda: sheet(nested("row", 100_000)), "damaged"),
    "a zip in a zip in a zip": (
        lambda: zip_of(("a.zip", zip_of(("b.zip", zip_of(("c", bytes(9_000_000))))))),
        "zip folder",
    ),
    "parts that lie in one place": (overlapping, "damaged|zip folder|unpacks"),
    "two gigabytes declared": (partial(declared_size, 2**31 - 1), "unpacks to far more"),
    "four gigabytes declared": (partial(declared_size, 2**32 - 1), "unpacks to far more"),
    "a wrong check sum": (wrong_sum, "damaged"),
    "a name that climbs": (lambda: with_parts(WORD, add={"../../evil.xml": b"x"}), "damaged"),
    "a name that climbs backwards": (
        lambda: with_parts(WORD, add={"word\\..\\..\\evil.xml": b"x"}),
        "damaged",
    ),
    "100,000 columns": (
        lambda: sheet('<row r="1">' + "<c><v>1</v></c>" * 100_000 + "</row>"),
        "column 100,000",
    ),
    "a number of 9,999 figures": (lambda: sheet(f'<row r="{"9" * 9_999}"><c/></row>'), "empty"),
    "a million hidden columns": (
        lambda: stored(sheet("<row><c><v>1</v></c></row>", '<col max="9" hidden="1"/>' * 900_000)),
        "damaged",
    ),
    "a million full rows": (
        lambda: stored(sheet("<row><c><v>1</v></c></row>" * 500_000)),
        "more than 50,000 rows",
    ),
    "a million elements too many": (lambda: sheet("<row/>" * 4_200_000), "unpacks to far more"),
    "a document of a million empty rows": (
        lambda: stored(
            instead(
                WORD,
                DOCUMENT,
                (
                    f"<w:document {W}><w:body><w:tbl>{'<w:tr><w:tc/></w:tr>' * 1_000_000}"
                    "</w:tbl></w:body></w:document>"
                ).encode(),
            )
        ),
        "more than 100,000 rows",
    ),
    "a row of 100,000 cells": (
        lambda: word_of(f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 100_000}</w:tr></w:tbl>"),
        "201 columns",
    ),
    "two rows that point to one relation": (
        lambda: instead(WORD, "_rels/.rels", MANY_RELATIONS.encode()),
        "damaged",
    ),
    "a line of 24 million commas": (lambda: b"Date,Event\n" + b"," * 24_000_000, "columns"),
    "a line of 24 million letters": (lambda: b"Date,Event\n" + b"x" * 24_000_000, "."),
    "a quotation of 24 million letters": (
        lambda: b'Date,Event\n3 May,"' + b"x" * 24_000_000,
        "never closed",
    ),
    "a PDF whose pages hold themselves": (
        lambda: pdf(PDF_PAGES[0], "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"),
        ".",
    ),
    "a PDF whose objects refer in a ring": (
        lambda: pdf("<</Type/Catalog/Pages 2 0 R>>", "3 0 R", "2 0 R"),
        ".",
    ),
    "a PDF of 100,000 brackets": (
        lambda: pdf(PDF_PAGES[0], "[" * 100_000 + "]" * 100_000),
        ".",
    ),
}
"""What it is: how it is made, and what the refusal says."""

READ = {
    "boxes in boxes": (partial(nested_boxes, 45), 1),
    "frames in frames": (partial(nested_frames, 60), 1),
    "a million empty rows": (
        lambda: stored(sheet("<row><c><v>1</v></c></row>" + '<row r="9" s="1"/>' * 1_000_000)),
        1,
    ),
    "many empty cells": (
        lambda: stored(sheet("<row><c><v>1</v></c></row>" + '<row><c s="1"/></row>' * 150_000)),
        1,
    ),
    "many merges": (
        lambda: stored(
            sheet(
                "<row><c><v>1</v></c></row>" * 2,
                after="<mergeCells>" + '<mergeCell ref="A1:A9"/>' * 200_000 + "</mergeCells>",
            )
        ),
        2,
    ),
    "a format of a million figures": (
        lambda: with_parts(
            with_sheet('<row r="1"><c r="A1" s="1"><v>1</v></c></row>'),
            change=lambda name, part: (
                b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="'
                + b"[0" * 500_000
                + b'"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>'
                if name == "xl/styles.xml"
                else part
            ),
        ),
        1,
    ),
    "a root of a million names": (
        lambda: instead(
            WORD,
            DOCUMENT,
            (
                f"<w:document {W} "
                + " ".join(f'xmlns:n{n}="u"' for n in range(20_000))
                + "><w:body>"
                + table(*[[cell(f"x{'<w:b/>' * (n // 2 % 500)}")] for n in range(2_000)])
                + "</w:body></w:document>"
            ).encode(),
        ),
        2_000,
    ),
    "fields in fields": (
        lambda: word_of(
            table(
                [
                    cell("a"),
                    "<w:tc><w:p><w:r><w:t>in</w:t>"
                    + '<w:fldChar w:fldCharType="begin"/>' * 100_000
                    + "</w:r></w:p></w:tc>",
                ]
            )
        ),
        1,
    ),
}
"""What it is: how it is made, and how many rows are in it after all."""
