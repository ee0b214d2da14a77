"""The rows of a Word table in one pass, for the rows that hold nothing but plain text.

Nearly every row of a real chronology is such a row. Any other, with a tracked change, a nested
table, a content control or a tag not known here, is left to the reader that looks at every element.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from goldenthread.documents import limits
from goldenthread.documents.readers.word_text import MARKS, MC, VAL, M, W

_ROW, _CELL, _PARAGRAPH, _RUN, _TEXT = (W + name for name in ("tr", "tc", "p", "r", "t"))
_PROPERTIES, _SPAN, _MERGE = (W + name for name in ("tcPr", "gridSpan", "vMerge"))
_TAB_STOPS = W + "tabs"
_TELLING = (
    *(W + name for name in ("tbl", "sdt", "customXml", "smartTag", "ins", "del", "moveTo")),
    *(W + name for name in ("moveFrom", "cellDel", "cellIns", "tcPrChange", "gridBefore")),
    *(W + name for name in ("drawing", "pict", "object", "sym", "fldChar", "instrText", "delText")),
    *(W + name for name in ("footnoteReference", "endnoteReference", "commentReference")),
    *(W + name for name in ("ruby", "rt", "vanish", "hyperlink", "fldSimple", "txbxContent")),
    *(M + name for name in ("oMath", "oMathPara")),
    *(MC + name for name in ("AlternateContent", "Choice", "Fallback")),
)
"""What a row may hold besides plain text; one of them anywhere in it, and the row is not plain."""
_LOOKED_FOR = (_ROW, _CELL, _PARAGRAPH, _TEXT, _SPAN, _MERGE, *MARKS, *_TELLING)


WordCell = tuple[int, str, bool]
"""The column of the grid where a cell starts, its words, and whether one merged down goes on in it."""


def plain_rows(
    table: etree._Element, rows: Sequence[etree._Element]
) -> Iterator[list[WordCell] | None]:
    """For each of ``rows``, which are rows of ``table`` in order: its cells, or None if not plain."""
    waiting = iter(rows)
    expected = next(waiting, None)
    scan = _Scan(expected)
    plain = False  # what stands before the first row belongs to none
    paragraph: etree._Element | None = None
    run: etree._Element | None = None
    # The names are looked up 100,000 times in a long table, hence the order and the repetition.
    for element in table.iter(*_LOOKED_FOR):
        tag = element.tag
        if tag == _TEXT and plain:
            parent = element.getparent()
            if parent is not run:
                run = parent
                plain = _is_run_of(parent, paragraph)
            scan.line += element.text or ""
        elif tag == _PARAGRAPH and plain:
            plain = element.getparent() is scan.cell
            if paragraph is not None:
                scan.lines.append(scan.line)
                scan.line = ""
            paragraph = element
        elif tag == _CELL and plain:
            plain = element.getparent() is scan.row
            scan.next_cell(element)
            paragraph = None
        elif element is expected:
            if element is not scan.row:
                yield scan.cells_of_row() if plain else None
            scan = _Scan(element)
            expected = next(waiting, None)
            plain, paragraph = True, None
        elif plain:
            plain = scan.take_rare(str(tag), element, paragraph)
    if rows:
        yield scan.cells_of_row() if plain else None


class _Scan:
    """The row being read, its cells so far, and the cell being read with its lines."""

    __slots__ = ("cell", "cells", "continues", "line", "lines", "row", "span", "start")

    def __init__(self, row: etree._Element | None) -> None:
        self.row = row
        self.cells: list[WordCell] = []
        self.cell: etree._Element | None = None
        self.start = 0
        self.lines: list[str] = []
        self.line = ""
        self.span: int | None = None
        self.continues: bool | None = None

    def next_cell(self, cell: etree._Element | None) -> None:
        """Finish the cell being read, if there is one, and begin another."""
        if self.cell is not None:
            words = self.line
            self.line = ""
            if self.lines:
                words = "\n".join(line.rstrip() for line in (*self.lines, words))
                self.lines = []
            if self.span is None and self.continues is None:
                self.cells.append((self.start, words.strip(), False))
                self.start += 1
            else:
                self.cells.append((self.start, words.strip(), bool(self.continues)))
                self.start += 1 if self.span is None else self.span
                self.span = self.continues = None
        self.cell = cell

    def take_rare(
        self, tag: str, element: etree._Element, paragraph: etree._Element | None
    ) -> bool:
        """Take a mark or a setting of the cell; whether the row is still plain."""
        parent = element.getparent()
        if parent is None or parent.tag == _TAB_STOPS:
            return True
        if tag in MARKS:
            self.line += MARKS[tag]
            return _is_run_of(parent, paragraph)
        if tag not in (_SPAN, _MERGE) or parent.tag != _PROPERTIES:
            return False
        if tag == _SPAN and self.span is None:
            self.span = grid_number(element, default=1)
        elif tag == _MERGE and self.continues is None:
            self.continues = element.get(VAL, "continue") == "continue"
        return parent.getparent() is self.cell

    def cells_of_row(self) -> list[WordCell] | None:
        """All cells of the row, or None where there are more than a chronology has."""
        self.next_cell(None)
        return self.cells if len(self.cells) <= limits.MAX_COLUMNS else None


def _is_run_of(run: etree._Element | None, paragraph: etree._Element | None) -> bool:
    """Whether an element is a run that stands directly in the paragraph."""
    return run is not None and run.tag == _RUN and run.getparent() is paragraph


def grid_number(element: etree._Element | None, *, default: int) -> int:
    """The number that an element of the table's grid gives, within bounds."""
    text = element.get(VAL, "") if element is not None else ""
    return min(int(text), limits.MAX_COLUMNS * 10) if text.isdecimal() else default
