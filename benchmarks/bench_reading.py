"""Reading an agency's Word table, against lxml alone on the same XML and python-docx row by row."""

import io
import random
import zipfile

from docx import Document
from lxml import etree
from measure import median_seconds, tell

from goldenthread.chronology.entries import understand
from goldenthread.documents.readers import read_file

ROWS = 2000
_SAID = (
    "The health visitor called at home.",
    "No reply at the door & a card was left.",
    "The child was seen, was well and was fed during the visit.",
    "Telephone call to the school nurse, who had no concerns.",
)


def word_table() -> bytes:
    """As python-docx writes it: one run to a cell."""
    document = Document()
    table = document.add_table(rows=ROWS + 1, cols=4)
    for cell, heading in zip(
        table.rows[0].cells, ("Date", "Event", "Action", "Source"), strict=True
    ):
        cell.text = heading
    cells = table._cells
    for row in range(1, ROWS + 1):
        day, month = row % 28 + 1, row // 28 % 12 + 1
        words = (
            f"{day}/{month}/2009",
            f"Home visit number {row}. The child was seen.",
            "None",
            "File",
        )
        for column, word in enumerate(words):
            cells[row * 4 + column].text = word
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def typed_table() -> bytes:
    """As Word itself writes it: numbered paragraphs, and sentences cut wherever they were edited."""
    chance = random.Random(2009)
    rows = "".join(_typed_row(chance, row) for row in range(ROWS + 1))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_table())) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            part = old.read(name).decode("latin-1")
            if name == "word/document.xml":
                head, _, rest = part.partition("<w:tr>")
                part = head + rows + rest[rest.rindex("</w:tr>") + 7 :]
            new.writestr(name, part.encode("latin-1"))
    return out.getvalue()


def _typed_row(chance: random.Random, row: int) -> str:
    day = f"{row % 28 + 1}/{row // 28 % 12 + 1}/2009" if row else "Date"
    said = [chance.choice(_SAID).split() for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5)))]
    cells = ((day.split(),), said if row else (("Event",),), (("None",),), (("File",),))
    inner = "".join(_typed_cell(chance, paragraphs) for paragraphs in cells)
    return f'<w:tr w:rsidR="00{row:06X}" w:rsidTr="00B7{row % 9:04X}">{inner}</w:tr>'


def _typed_cell(chance: random.Random, paragraphs: object) -> str:
    return (
        '<w:tc><w:tcPr><w:tcW w:w="2160" w:type="dxa"/></w:tcPr>'
        + "".join(_typed_paragraph(chance, words) for words in paragraphs)
        + "</w:tc>"
    )


def _typed_paragraph(chance: random.Random, words: list[str]) -> str:
    look = '<w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="20"/></w:rPr>'
    pieces = []
    for word in words:
        word = word.replace("&", "&amp;")
        if pieces and chance.random() < 0.85:
            pieces[-1] += f" {word}"
        else:
            pieces.append(word)
    runs = '<w:proofErr w:type="spellStart"/>'.join(
        f'<w:r w:rsidR="00{chance.randrange(40):06X}">{look}'
        f'<w:t xml:space="preserve">{piece} </w:t></w:r>'
        for piece in pieces
    )
    return f'<w:p w:rsidR="00{chance.randrange(40):06X}" w:rsidP="00AA">{runs}</w:p>'


def lxml_alone(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def python_docx_rows(data: bytes) -> int:
    table = Document(io.BytesIO(data)).tables[0]
    return sum(len(cell.text) for row in table.rows for cell in row.cells)


def compare(what: str, data: bytes) -> None:
    assert len(read_file(data, name="table.docx").tables[0].rows) == ROWS + 1
    ours = median_seconds(lambda: read_file(data, name="table.docx"), runs=15)
    alone = median_seconds(lambda: lxml_alone(data), runs=15)
    tell(f"{ROWS} rows {what} read", ours, "unzipping and parsing with lxml alone", alone)
    slow = median_seconds(lambda: python_docx_rows(data), runs=3)
    tell(f"{ROWS} rows {what} read", ours, "python-docx row by row", slow)


def main() -> None:
    data = word_table()
    compare("of Word", data)
    compare("of Word typed by hand", typed_table())
    file = read_file(data, name="table.docx")
    ours = median_seconds(lambda: read_file(data, name="table.docx"))
    understood = median_seconds(lambda: understand(file))
    tell(f"{ROWS} rows understood (336 different dates)", understood, "reading them", ours)


if __name__ == "__main__":
    main()
