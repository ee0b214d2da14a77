"""The part of reading a PDF that runs in a process of its own, with memory and time of its own.

It is given the file on its input and writes what it found as JSON. A PDF can ask for any amount of
work; here it can only end this process, and the reader then says so.
"""

import json
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from goldenthread.documents.readers.page_grid import Box, Letter, grids, place

MEMORY = 1_500_000_000
"""Bytes of address space."""
SECONDS = 60
"""Of processor time."""
MAX_PAGES = 500
MAX_LINES = 20_000
"""Drawn things on one page; a page of a table has a few hundred."""
MAX_LETTERS = 3_000_000
_HYPHEN = "\x02"
"""What the library gives for a hyphen at the end of a line."""


def main() -> None:
    """Read a PDF from the input and write its tables to the output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    json.dump(_found(sys.stdin.buffer.read()), sys.stdout)


def _found(data: bytes) -> dict[str, Any]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"problem": "password" if "password" in str(error).lower() else "damaged"}
    if len(document) > MAX_PAGES:
        return {"problem": "pages"}
    tables: list[dict[str, Any]] = []
    letters = outside = 0
    for number, page in enumerate(document, start=1):
        found = grids(list(_lines(page)))
        drawn = list(_letters(page))
        letters += len(drawn)
        if letters > MAX_LETTERS:
            return {"problem": "pages"}
        outside += place(drawn, found)
        tables += [
            {"page": number, "columns": grid.columns, "rows": grid.texts()} for grid in found
        ]
    return {"tables": tables, "letters": letters, "outside": outside}


def _lines(page: Any) -> Iterator[Box]:
    turn = _turned(page)
    for count, thing in enumerate(page.get_objects(max_depth=4)):
        if count > MAX_LINES:
            return
        if thing.type != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        left, bottom, right, top = thing.get_bounds()
        box = turn(left, bottom, right, top)
        yield box
        if right - left > 6 and top - bottom > 6 and _is_rectangle(thing):
            # A drawn rectangle is four lines.
            yield Box(box.left, box.bottom, box.left, box.top)
            yield Box(box.right, box.bottom, box.right, box.top)
            yield Box(box.left, box.bottom, box.right, box.bottom)
            yield Box(box.left, box.top, box.right, box.top)


def _is_rectangle(thing: Any) -> bool:
    segments: int = pdfium.FPDFPath_CountSegments(thing.raw)
    return 4 <= segments <= 6


def _letters(page: Any) -> Iterator[Letter]:
    turn = _turned(page)
    text = page.get_textpage()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        letter = "-" if chr(code) == _HYPHEN else chr(code)
        if letter in "\r\n\x00\ufffe":
            continue
        if pdfium.FPDFText_IsGenerated(text.raw, index) == 1:
            yield Letter(letter, None)
            continue
        yield Letter(letter, turn(*text.get_charbox(index, loose=True)))


def _turned(page: Any) -> Any:
    """A function from a place on the sheet to the place where it is seen on a turned page."""
    width, height = page.get_size()
    rotation = page.get_rotation()
    if rotation in (90, 270):
        width, height = height, width

    def turn(left: float, bottom: float, right: float, top: float) -> Box:
        if rotation == 90:
            return Box(bottom, width - right, top, width - left)
        if rotation == 180:
            return Box(width - right, height - top, width - left, height - bottom)
        if rotation == 270:
            return Box(height - top, left, height - bottom, right)
        return Box(left, bottom, right, top)

    return turn


if __name__ == "__main__":
    main()
