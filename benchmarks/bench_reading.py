"""Reading an agency's Word table, against lxml alone on the same XML and python-docx row by row."""

import io
import zipfile

from docx import Document
from lxml import etree
from measure import median_seconds, tell

from goldenthread.chronology.entries import understand
from goldenthread.documents.readers import read_file

ROWS = 2000


def word_table() -> bytes:
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


def lxml_alone(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return sum(1 for _ in etree.fromstring(package.read("word/document.xml")).iter())


def python_docx_rows(data: bytes) -> int:
    table = Document(io.BytesIO(data)).tables[0]
    return sum(len(cell.text) for row in table.rows for cell in row.cells)


def main() -> None:
    data = word_table()
    ours = median_seconds(lambda: read_file(data, name="table.docx"))
    tell(
        f"{ROWS} rows of Word read",
        ours,
        "lxml parsing alone",
        median_seconds(lambda: lxml_alone(data)),
    )
    slow = median_seconds(lambda: python_docx_rows(data), runs=1)
    tell(f"{ROWS} rows of Word read", ours, "python-docx row by row", slow)
    file = read_file(data, name="table.docx")
    understood = median_seconds(lambda: understand(file))
    tell(f"{ROWS} rows understood (336 different dates)", understood, "reading them", ours)


if __name__ == "__main__":
    main()
