"""Excel workbooks: what every sheet shows, with real date cells kept as dates.

Read part by part and not with a library that lays a sheet out as a full rectangle: such a reader
ends the whole process when a file of five kilobytes names a cell in the last corner of a sheet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from goldenthread.chronology.tables import Table
from goldenthread.documents import limits
from goldenthread.documents.office import main_part, outside_notes, pointers, target_of
from goldenthread.documents.package import TOO_BIG_INSIDE, Package
from goldenthread.documents.readers.excel_dates import formats
from goldenthread.documents.readers.found import Found, boxes_say, counted
from goldenthread.documents.readers.sheet_rows import Book, Counts, sheet_rows, texts_of
from goldenthread.documents.refused import FileRefused


@dataclass(frozen=True, slots=True)
class _Page:
    name: str
    part: str
    hidden: bool


def read(package: Package) -> Found:
    """All sheets of a workbook, hidden ones included. Formulas give their last saved values."""
    part = main_part(package)
    workbook = package.xml(part)
    settings = workbook.find("{*}workbookPr")
    texts = target_of(package, part, "sharedStrings")
    styles = target_of(package, part, "styles")
    book = Book(
        texts=texts_of(package.read(texts)) if texts else (),
        formats=formats(package.xml(styles) if styles else None),
        from_1904=settings is not None and settings.get("date1904") in ("1", "true"),
    )
    targets = {
        pointer.ref: pointer.target
        for pointer in pointers(package, part)
        if pointer.kind == "worksheet" and not pointer.outside
    }
    pages = [
        _Page(sheet.get("name", ""), targets[ref], sheet.get("state", "visible") != "visible")
        for sheet in workbook.iterfind("{*}sheets/{*}sheet")
        if (ref := _ref(sheet)) in targets
    ]
    if len(pages) > limits.MAX_COLUMNS:
        raise FileRefused(TOO_BIG_INSIDE)
    tables = tuple(Table(page.name, sheet_rows(package.read(page.part), book)) for page in pages)
    filled = {table.name for table in tables if table.rows}
    hidden = [page.name for page in pages if page.hidden and page.name in filled]
    notes = (*_notes(package, book.counts, hidden=hidden), *outside_notes(package))
    return Found(tables=tables, notes=notes)


def _ref(sheet: etree._Element) -> str:
    """The id by which a sheet is pointed to; its namespace differs between forms of the format."""
    for name, value in sheet.items():
        if str(name).endswith("}id"):
            return str(value)
    return ""


def _notes(package: Package, counts: Counts, *, hidden: list[str]) -> Iterator[str]:
    for name in hidden:
        yield f"The hidden sheet “{name}” was read too."
    if counts.hidden_rows:
        yield f"{counted(counts.hidden_rows, 'hidden row was', 'hidden rows were')} read too."
    if counts.hidden_columns:
        columns = counted(counts.hidden_columns, "hidden column was", "hidden columns were")
        yield f"{columns} read too."
    if counts.formulas:
        formulas = counted(counts.formulas, "cell holds a formula", "cells hold formulas")
        yield f"{formulas}; the value last saved was read."
    if counts.unsaved_formulas:
        cells = counted(counts.unsaved_formulas, "formula has", "formulas have")
        yield f"{cells} no saved value and gave an empty cell. Open the file in Excel and save it."
    if counts.errors:
        cells = counted(counts.errors, "cell shows", "cells show")
        yield f"{cells} an error of Excel, such as “#REF!”, in place of what was meant."
    if counts.merged:
        cells = counted(counts.merged, "cell is", "cells are")
        yield f"{cells} part of one merged down; its words were read into each row it covers."
    if counts.struck:
        cells = counted(
            counts.struck, "cell that is struck through was", "cells that are struck through were"
        )
        yield f"{cells} read too."
    if counts.bare_days:
        cells = counted(counts.bare_days, "cell holds a number", "cells hold a number")
        yield (
            f"The workbook counts its days from 1904, and {cells} that may be such a day. "
            "Give these cells the format of a date in Excel if they are one."
        )
    yield from _beside(package)


def _beside(package: Package) -> Iterator[str]:
    """What lies on the sheets beside their cells."""
    comments = _marks(package, "xl/comments", b"comment") or _marks(
        package, "xl/threadedcomments", b"threadedComment"
    )
    if comments:
        yield f"{counted(comments, 'comment was', 'comments were')} not read."
    pictures = 0
    boxes: dict[str, None] = {}
    for name in package.names:
        if not name.startswith("xl/drawings/drawing"):
            continue
        drawing = package.xml(name)
        for box in drawing.iter("{*}txBody"):
            if words := "".join(part.text or "" for part in box.iter("{*}t")).strip():
                boxes[words] = None
        pictures += sum(1 for _ in drawing.iter("{*}pic", "{*}graphicFrame"))
    yield from boxes_say(boxes)
    if pictures:
        yield f"{counted(pictures, 'picture or chart was', 'pictures or charts were')} not read."


def _marks(package: Package, start: str, element: bytes) -> int:
    """The number of elements of a name in all parts whose name starts so."""
    opening = re.compile(rb"<(?:\w+:)?" + element + rb"[ >]")
    return sum(
        len(opening.findall(package.read(name)))
        for name in package.names
        if name.startswith(start) and name.endswith(".xml")
    )
