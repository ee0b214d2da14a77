"""The rows of one sheet, read as they come; only cells with something in them take memory."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from math import isfinite

from lxml import etree

from goldenthread.chronology.tables import Cell, Row
from goldenthread.documents import limits
from goldenthread.documents.package import DAMAGED, TOO_BIG_INSIDE, check_xml
from goldenthread.documents.readers.excel_dates import Shown, iso_moment, moment
from goldenthread.documents.readers.excel_numbers import shown_number
from goldenthread.documents.readers.found import too_long, whole
from goldenthread.documents.refused import FileRefused

_MOST_COLUMNS = 16_384
"""Of a sheet in Excel; no sheet can say more of them."""
_PLAIN = Shown()
_MAY_BE_DAY = (9_000, 60_000)
"""Bare numbers that elsewhere may be read as days counted from 1900."""
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$")
_EMPTY_CELL = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"[^<>]*/>')
_EMPTY_ROW = re.compile(rb'<row r="[0-9]{1,7}"[^<>]*(?:/>|></row>)')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class Counts:
    """What was met in all sheets that the person who added the file should know of."""

    rows: int = 0
    text: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    formulas: int = 0
    unsaved_formulas: int = 0
    merged: int = 0
    errors: int = 0
    struck: int = 0
    bare_days: int = 0
    """Numbers that may be days, in a workbook that counts them from 1904."""


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share."""

    texts: Sequence[str]
    formats: Sequence[Shown]
    from_1904: bool
    counts: Counts = field(default_factory=Counts)


def sheet_rows(data: bytes, book: Book) -> tuple[Row, ...]:
    """The rows with something in them. Raises :class:`FileRefused` past the limits."""
    sheet = _Sheet(book)
    sheet.walk(data)
    sheet.fill_merged()
    return tuple(sheet.listed())


def texts_of(data: bytes) -> list[str]:
    """The texts that cells refer to by number."""
    texts = []
    try:
        for _, element in etree.iterparse(
            BytesIO(check_xml(data)), tag="{*}si", resolve_entities=False
        ):
            texts.append(_words(element))
            _forget(element)
    except etree.XMLSyntaxError:
        raise FileRefused(DAMAGED) from None
    return texts


class _Sheet:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.counts = book.counts
        self.rows: dict[int, dict[int, Cell]] = {}
        self.hidden: list[tuple[int, int]] = []
        self.merges: list[tuple[int, int, int]] = []
        self.number = 0

    def walk(self, data: bytes) -> None:
        steps = etree.iterparse(
            BytesIO(check_xml(_without_empty(data))),
            tag=("{*}row", "{*}col", "{*}mergeCell"),
            resolve_entities=False,
        )
        try:
            for _, element in steps:
                self._step(element)
        except (etree.XMLSyntaxError, ValueError):
            raise FileRefused(DAMAGED) from None

    def _step(self, element: etree._Element) -> None:
        local = _local(element)
        if local == "row":
            self._row(element)
            _forget(element)
        elif local == "mergeCell":
            first, _, last = element.get("ref", "").partition(":")
            top, bottom = _place(first), _place(last)
            if top and bottom and bottom[0] > top[0]:
                self.merges.append((top[1], top[0], bottom[0]))
        elif local == "col" and _is_hidden(element, "width"):
            if len(self.hidden) > _MOST_COLUMNS:
                raise FileRefused(DAMAGED)
            self.hidden.append((whole(element.get("min"), 0), whole(element.get("max"), 0)))

    def _row(self, element: etree._Element) -> None:
        self.number = whole(element.get("r"), self.number + 1)
        cells: dict[int, Cell] = {}
        column = 0
        for part in element:
            place = _place(part.get("r", ""))
            column = place[1] if place else column + 1
            if len(part) and (cell := self._cell(part)).text:
                cells[column] = cell
        if not cells:
            return
        if max(cells) > limits.MAX_COLUMNS:
            raise _stray(self.number, max(cells))
        self.rows.setdefault(self.number, {}).update(cells)
        self.counts.rows += 1
        if self.counts.rows > limits.MAX_ROWS:
            raise too_long()
        self.counts.hidden_rows += _is_hidden(element, "ht")

    def _cell(self, element: etree._Element) -> Cell:
        parts = {_local(part): part for part in element}
        value = (parts["v"].text or "").strip() if "v" in parts else ""
        if "f" in parts:
            self.counts.formulas += 1
            self.counts.unsaved_formulas += not value
        cell = self._value(element, value, parts)
        self.counts.text += len(cell.text)
        if self.counts.text > limits.MAX_TEXT:
            raise FileRefused(TOO_BIG_INSIDE)
        self.counts.struck += self._format(element).struck and bool(cell.text)
        return cell

    def _value(self, element: etree._Element, value: str, parts: dict[str, etree._Element]) -> Cell:
        kind = element.get("t", "n")
        if kind == "inlineStr" and "is" in parts:
            return Cell(_words(parts["is"]))
        if kind == "s":
            index = whole(value, len(self.book.texts))
            return Cell(self.book.texts[index] if index < len(self.book.texts) else "")
        if kind == "b":
            return Cell("Yes" if value == "1" else "No") if value else Cell()
        if kind == "d" and (dated := iso_moment(value)):
            return dated
        self.counts.errors += kind == "e"
        if kind != "n" or not value:
            return Cell(_tidy(value))
        return self._number(value, self._format(element))

    def _format(self, element: etree._Element) -> Shown:
        style = whole(element.get("s"), 0)
        return self.book.formats[style] if style < len(self.book.formats) else _PLAIN

    def _number(self, value: str, shown: Shown) -> Cell:
        try:
            number = float(value)
        except ValueError:
            return Cell(value)
        if not isfinite(number):
            return Cell(value)
        if shown and (cell := moment(number, shown, from_1904=self.book.from_1904)):
            return cell
        if shown.code and (written := shown_number(number, shown.code)):
            return Cell(written)
        written = f"{number:.15g}" if abs(number) < 1e15 else value
        if self.book.from_1904 and _MAY_BE_DAY[0] <= number <= _MAY_BE_DAY[1]:
            self.counts.bare_days += 1
            return Cell(f"{written} (a number of days from 1904?)")
        return Cell(written)

    def fill_merged(self) -> None:
        """Give the words of a cell merged down the page to each row it covers."""
        numbers = sorted(self.rows)
        done = (0, 0)
        for column, top, bottom in sorted(self.merges):
            first = self.rows.get(top, {}).get(column)
            # Merged cells cannot overlap; in a file where they do, each row is gone over once.
            if first is None or (column, top) <= done:
                continue
            done = (column, bottom)
            for number in numbers[bisect_right(numbers, top) : bisect_right(numbers, bottom)]:
                if column not in self.rows[number]:
                    self.rows[number][column] = first
                    self.counts.merged += 1

    def listed(self) -> Iterator[Row]:
        width = max((max(cells) for cells in self.rows.values()), default=0)
        used = {column for cells in self.rows.values() for column in cells}
        for first, last in self.hidden:
            self.counts.hidden_columns += sum(first <= column <= last for column in used)
        empty = Cell()
        for number, cells in sorted(self.rows.items()):
            yield Row(number, tuple(cells.get(column, empty) for column in range(1, width + 1)))


def _without_empty(data: bytes) -> bytes:
    """The sheet without cells and rows that are formatted and hold nothing.

    A format given to whole columns leaves a million of them, and taking each out of the tree costs
    ten times as much. Only what says its own place is taken out, so that nothing else moves.
    """
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", data))


def _stray(row: int, column: int) -> FileRefused:
    return FileRefused(
        f"A sheet has something in row {row:,}, column {column:,}: at most {limits.MAX_COLUMNS} "
        "columns are read. It is probably a stray mark far away from the table. Copy the table "
        "into a new workbook and add that one."
    )


def _is_hidden(element: etree._Element, size: str) -> bool:
    """Whether a row or column is hidden, or has no height or width."""
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _words(element: etree._Element) -> str:
    """The words of a text with its runs; not the sounds that Japanese sheets keep beside them."""
    pieces = []
    for part in element.iter("{*}t"):
        parent = part.getparent()
        if parent is None or _local(parent) != "rPh":
            pieces.append(part.text or "")
    return _tidy("".join(pieces))


def _tidy(text: str) -> str:
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _place(reference: str) -> tuple[int, int] | None:
    """Row and column of a reference such as “AB12”."""
    found = _REFERENCE.match(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _forget(element: etree._Element) -> None:
    """Free an element that has been looked at, and everything before it."""
    element.clear()
    parent = element.getparent()
    while element.getprevious() is not None and parent is not None:
        del parent[0]
