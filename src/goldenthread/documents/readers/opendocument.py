"""OpenDocument spreadsheets and texts (LibreOffice): every table, row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from lxml import etree

from goldenthread.chronology.tables import Cell, Row, Table
from goldenthread.documents import limits
from goldenthread.documents.package import DAMAGED, Package
from goldenthread.documents.readers.found import (
    Found,
    boxes_say,
    counted,
    outermost,
    too_long,
    too_wide,
    whole,
)
from goldenthread.documents.refused import FileRefused

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE = f"{{{_URN}table:1.0}}"
TEXT = f"{{{_URN}text:1.0}}"
OFFICE = f"{{{_URN}office:1.0}}"
STYLE = f"{{{_URN}style:1.0}}"
DRAW = f"{{{_URN}drawing:1.0}}"
_MARKS = {TEXT + "tab": "\t", TEXT + "line-break": "\n", TEXT + "soft-page-break": ""}
_WHITE = re.compile("[ \t\r\n]+")
_CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
_COVERED = TABLE + "covered-table-cell"
_NOT_SHOWN = frozenset((TEXT + "tracked-changes", TABLE + "tracked-changes", TABLE + "dde-links"))
_GROUPS = frozenset(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_CLOCK = re.compile(r"PT(\d+)H(\d+)M")


@dataclass(slots=True)
class _Seen:
    rows: int = 0
    hidden_sheets: list[str] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: int = 0
    formulas: int = 0
    unsaved_formulas: int = 0
    merged: int = 0
    nested: int = 0
    comments: int = 0
    boxes: dict[str, None] = field(default_factory=dict)


def read(package: Package) -> Found:
    """All tables of an OpenDocument file, those inside other tables included."""
    manifest = (
        package.read("META-INF/manifest.xml") if package.has("META-INF/manifest.xml") else b""
    )
    if b"encryption-data" in manifest:
        raise FileRefused(
            "The file is protected by a password. Remove the password and add it again."
        )
    root = package.xml("content.xml")
    body = root.find(OFFICE + "body")
    if body is None:
        raise FileRefused(DAMAGED)
    reader = _Reader(hidden=_hidden_styles(root))
    reader.read_tables(body, inside="")
    changed = next(root.iter(TEXT + "tracked-changes"), None) is not None
    return Found(tuple(reader.tables), tuple(_notes(reader.seen, changed=changed)))


class _Reader:
    def __init__(self, *, hidden: frozenset[str]) -> None:
        self.seen = _Seen()
        self.hidden = hidden
        self.tables: list[Table] = []

    def read_tables(self, container: etree._Element, *, inside: str) -> None:
        for element in _outermost(container):
            name = element.get(TABLE + "name") or f"Table {len(self.tables) + 1}"
            name = f"{name} (in {inside})"[:150] if inside else name[:100]
            place = len(self.tables)
            rows = tuple(self._rows(element, name))
            if rows and element.get(TABLE + "style-name") in self.hidden:
                self.seen.hidden_sheets.append(name)
            if rows:
                self.seen.hidden_columns += _hidden_columns(element)
            self.tables.insert(place, Table(name, rows))

    def _rows(self, table: etree._Element, name: str) -> Iterator[Row]:
        number = 0
        below: dict[int, tuple[int, Cell]] = {}
        for element in _rows_of(table):
            repeat = _count(element, "number-rows-repeated")
            cells = self._cells(element, below, name=name)
            filled = any(cell.text for cell in cells)
            if filled:
                self.seen.rows += repeat
                self.seen.hidden_rows += element.get(TABLE + "visibility", "visible") != "visible"
                if self.seen.rows > limits.MAX_ROWS:
                    raise too_long()
                for step in range(1, repeat + 1):
                    yield Row(number + step, cells)
            number += repeat

    def _cells(
        self, row: etree._Element, below: dict[int, tuple[int, Cell]], *, name: str
    ) -> tuple[Cell, ...]:
        """The cells of a row; ``below`` holds cells merged down, with how many rows they still cover."""
        cells: list[Cell] = []
        for element in row:
            if element.tag not in _CELLS:
                continue
            cell = self._cell(element, name=name)
            column = len(cells)
            covered = below.pop(column, None)
            if covered and not cell.text:
                self.seen.merged += bool(covered[1].text)
                cell = covered[1]
            left = covered[0] - 1 if covered else _count(element, "number-rows-spanned") - 1
            if left > 0:
                below[column] = (left, cell)
            repeat = _count(element, "number-columns-repeated")
            if cell.text and column + repeat > limits.MAX_COLUMNS:
                raise too_wide(column + repeat)
            cells.extend([cell] * min(repeat, limits.MAX_COLUMNS + 1))
        while cells and not cells[-1].text:
            cells.pop()
        return tuple(cells)

    def _cell(self, element: etree._Element, *, name: str) -> Cell:
        if next(element.iter(TABLE + "table"), None) is not None:
            self.seen.nested += 1
            self.read_tables(element, inside=name)
        words = self._words(element)
        if element.get(TABLE + "formula") is not None:
            self.seen.formulas += 1
            self.seen.unsaved_formulas += not words
        # Words under a merged cell are kept in the file and shown nowhere.
        return Cell() if element.tag == _COVERED else _valued(element, words)

    def _words(self, container: etree._Element) -> str:
        lines = []
        for element in container:
            if element.tag in (TEXT + "p", TEXT + "h"):
                lines.append("".join(self._pieces(element)).rstrip())
            elif element.tag in (TEXT + "list", TEXT + "list-item", TEXT + "section"):
                lines.append(self._words(element))
            elif element.tag == OFFICE + "annotation":
                self.seen.comments += 1
        return "\n".join(lines).strip()

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        yield _WHITE.sub(" ", element.text or "")
        for child in element:
            if child.tag in _MARKS:
                yield _MARKS[child.tag]
            elif child.tag == TEXT + "s":
                yield " " * min(_count(child, "c", space=TEXT), 100)
            elif child.tag == OFFICE + "annotation":
                self.seen.comments += 1
            elif child.tag == TEXT + "note":
                body = child.find(TEXT + "note-body")
                yield f" [note: {self._words(body)}]" if body is not None else ""
            elif child.tag.startswith(DRAW):
                self._note_boxes(child)
            else:
                yield from self._pieces(child)
            yield _WHITE.sub(" ", child.tail or "")

    def _note_boxes(self, drawing: etree._Element) -> None:
        for box in outermost(drawing, DRAW + "text-box"):
            if words := self._words(box):
                self.seen.boxes[words] = None


def _outermost(container: etree._Element) -> Iterator[etree._Element]:
    for child in container:
        if child.tag == TABLE + "table":
            yield child
        elif child.tag not in _NOT_SHOWN:
            yield from _outermost(child)


def _rows_of(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows_of(child)


def _hidden_styles(root: etree._Element) -> frozenset[str]:
    """The names of styles that keep a sheet out of sight."""
    return frozenset(
        style.get(STYLE + "name", "")
        for style in root.iter(STYLE + "style")
        for settings in style.iterfind(STYLE + "table-properties")
        if settings.get(TABLE + "display") == "false"
    )


def _hidden_columns(table: etree._Element) -> int:
    """How many columns are hidden, those that stretch to the end of a sheet left out."""
    repeats = (
        _count(column, "number-columns-repeated")
        for column in table.iterfind(f".//{TABLE}table-column")
        if column.get(TABLE + "visibility", "visible") != "visible"
    )
    return sum(repeat for repeat in repeats if repeat <= limits.MAX_COLUMNS)


def _count(element: etree._Element, name: str, *, space: str = TABLE) -> int:
    return min(whole(element.get(space + name), 1), 10_000_000)


def _valued(element: etree._Element, words: str) -> Cell:
    """A real date or time only where the cell shows all of it; otherwise what it shows."""
    shown = set(re.findall(r"\d+", words))
    if value := element.get(OFFICE + "date-value"):
        try:
            when = datetime.fromisoformat(value)
        except ValueError:
            return Cell(words)
        years = {f"{when.year}", f"{when.year % 100:02}"}
        if not shown & {f"{when.day}", f"{when.day:02}"} or not shown & years:
            return Cell(words)
        day = f"{when.day:02}/{when.month:02}/{when.year:04}"
        if "T" not in value or when.time() == time():
            return Cell(day, when=date(when.year, when.month, when.day))
        return Cell(f"{day} {when:%H:%M}", when=when)
    if clock := _CLOCK.match(element.get(OFFICE + "time-value", "")):
        hours, minutes = int(clock[1]), int(clock[2])
        if hours < 24 and minutes < 60:
            return Cell(f"{hours:02}:{minutes:02}", when=time(hours, minutes))
    return Cell(words)


def _notes(seen: _Seen, *, changed: bool) -> Iterator[str]:
    if changed:
        yield "The document has tracked changes. It was read as if all were accepted."
    for sheet in seen.hidden_sheets:
        yield f"The hidden sheet “{sheet}” was read too."
    if seen.hidden_rows:
        yield f"{counted(seen.hidden_rows, 'hidden row was', 'hidden rows were')} read too."
    if seen.hidden_columns:
        columns = counted(seen.hidden_columns, "hidden column was", "hidden columns were")
        yield f"{columns} read too."
    if seen.formulas:
        formulas = counted(seen.formulas, "cell holds a formula", "cells hold formulas")
        yield f"{formulas}; the value last saved was read."
    if seen.unsaved_formulas:
        cells = counted(seen.unsaved_formulas, "formula has", "formulas have")
        yield f"{cells} no saved value and gave an empty cell. Open the file and save it."
    if seen.merged:
        cells = counted(seen.merged, "cell is", "cells are")
        yield f"{cells} part of one merged down; its words were read into each row it covers."
    if seen.nested:
        tables = counted(seen.nested, "cell holds", "cells hold")
        yield f"{tables} a table; it was read as a table of its own."
    if seen.comments:
        yield f"{counted(seen.comments, 'comment was', 'comments were')} not read."
    yield from boxes_say(seen.boxes)
