"""A look over the sheets of a workbook before their values are read.

The reader of values lays each sheet out as a full rectangle and copies a shared text into every
cell that uses it. A file of a few kilobytes can therefore ask for any amount of memory: with one
cell in the last corner, or with one long text used a million times. The survey finds both, and
what a person should be told: hidden rows, hidden columns and formulas.
"""

import re
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from goldenthread.documents import limits
from goldenthread.documents.package import DAMAGED, TOO_BIG_INSIDE, Package, check_xml
from goldenthread.documents.refused import FileRefused

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$")
_VALUES = frozenset(("v", "is", "f"))


@dataclass(slots=True)
class Survey:
    """Counts over all sheets; ``text`` is the number of characters shared texts will take up."""

    parts: tuple[str, ...] = ()
    hidden_rows: int = 0
    hidden_columns: int = 0
    formulas: int = 0
    unsaved_formulas: int = 0
    text: int = 0


def survey(package: Package) -> Survey:
    """Look over every part that holds a sheet, wherever in the package it is kept.

    Raises :class:`FileRefused` for a sheet whose values would take more memory than they are worth.
    """
    found = Survey(parts=package.names)
    lengths: list[int] = []
    sheets = []
    for name in package.names:
        data = package.read(name)
        if b"sheetData" in data:
            sheets.append(name)
        elif b"sst" in data and (texts := _shared_lengths(data)):
            lengths = texts
        if len(sheets) > limits.MAX_COLUMNS:
            raise FileRefused(TOO_BIG_INSIDE)
    for name in sheets:
        _Sheet(found, lengths).look_over(package.read(name))
    return found


def _shared_lengths(data: bytes) -> list[int]:
    """The length of each shared text, in the order in which cells refer to them."""
    lengths = []
    try:
        for _, element in etree.iterparse(BytesIO(check_xml(data)), resolve_entities=False):
            if _local(element) == "si":
                lengths.append(sum(len(text) for text in element.itertext()))
                _forget(element)
    except etree.XMLSyntaxError:
        raise FileRefused(DAMAGED) from None
    return lengths


class _Sheet:
    """Walks one sheet cell by cell, holding no more than a row in memory."""

    def __init__(self, found: Survey, lengths: list[int]) -> None:
        self.found = found
        self.lengths = lengths
        self.place = (1, 0)
        self.filled = False
        self.rows: tuple[int, int] | None = None
        self.columns: tuple[int, int] | None = None

    def look_over(self, data: bytes) -> None:
        steps = etree.iterparse(
            BytesIO(check_xml(data)), tag=("{*}c", "{*}row", "{*}col"), resolve_entities=False
        )
        try:
            for _, element in steps:
                self._step(_local(element), element)
        except (etree.XMLSyntaxError, ValueError):
            raise FileRefused(DAMAGED) from None
        self._check_area()

    def _step(self, local: str, element: etree._Element) -> None:
        if local == "c":
            self.place = _place(element.get("r", ""), after=self.place)
            if len(element):
                self._cell(element)
        elif local == "row":
            # Its cells came first; a cell that names no place of its own was put on this row.
            row = max(int(element.get("r", "0")), self.place[0])
            if self.filled:
                self.rows = _widened(self.rows, row)
                self.found.hidden_rows += _is_on(element, "hidden")
            self.place = (row + 1, 0)
            self.filled = False
            _forget(element)
        else:
            self.found.hidden_columns += _is_on(element, "hidden") * _span(element)

    def _cell(self, cell: etree._Element) -> None:
        values = {_local(part): part for part in cell if _local(part) in _VALUES}
        if not values:
            return
        self.filled = True
        self.rows = _widened(self.rows, self.place[0])
        self.columns = _widened(self.columns, self.place[1])
        text = (values["v"].text or "").strip() if "v" in values else ""
        if "f" in values:
            self.found.formulas += 1
            self.found.unsaved_formulas += not text
        if cell.get("t") == "s" and text.isdecimal() and int(text) < len(self.lengths):
            self.found.text += self.lengths[int(text)]
            if self.found.text > limits.MAX_TEXT:
                raise FileRefused(TOO_BIG_INSIDE)

    def _check_area(self) -> None:
        if self.rows is None or self.columns is None:
            return
        height = self.rows[1] - self.rows[0] + 1
        width = self.columns[1] - self.columns[0] + 1
        if height * width > limits.MAX_AREA:
            raise FileRefused(
                f"A sheet reaches from its first cell to row {self.rows[1]:,} and over "
                f"{width:,} columns. There is probably a stray mark far away from the table. "
                "Copy the table into a new workbook and add that one."
            )


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_on(element: etree._Element, name: str) -> bool:
    return element.get(name, "0") in ("1", "true")


def _span(element: etree._Element) -> int:
    first, last = element.get("min", "1"), element.get("max", "1")
    return int(last) - int(first) + 1


def _place(reference: str, *, after: tuple[int, int]) -> tuple[int, int]:
    """Row and column of a reference such as “AB12”; without one, the next cell of the row."""
    found = _REFERENCE.match(reference)
    if found is None:
        return after[0], after[1] + 1
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _widened(span: tuple[int, int] | None, place: int) -> tuple[int, int]:
    return (place, place) if span is None else (min(span[0], place), max(span[1], place))


def _forget(element: etree._Element) -> None:
    """Free an element that has been looked at, and everything before it."""
    element.clear()
    parent = element.getparent()
    while element.getprevious() is not None and parent is not None:
        del parent[0]
