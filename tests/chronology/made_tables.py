"""Tables as a reader would hand them over, typed as text: cells apart by ``|``."""

from goldenthread.chronology.tables import Cell, ReadFile, Row, Table


def table(text, name="Table 1"):
    rows = []
    for number, line in enumerate(text.strip("\n").splitlines(), start=1):
        cells = tuple(Cell(cell.strip()) for cell in line.split("|"))
        if any(cell.text for cell in cells):
            rows.append(Row(number=number, cells=cells))
    return Table(name=name, rows=tuple(rows))


def file(*tables):
    return ReadFile(name="agency.docx", kind="docx", digest="0" * 64, tables=tables)
