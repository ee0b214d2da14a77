"""The part of reading a PDF that runs in a process of its own, with memory and time of its own.

It is given the file on its input and writes what it found as JSON. A PDF can ask for any amount of
work; here it can only end this process, and the reader then says so.
"""

import ctypes
import json
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from math import degrees
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from goldenthread.documents.readers.page_columns import Line, columns_of, lines_of
from goldenthread.documents.readers.page_grid import Box, Letter, grids, place

MEMORY = 1_500_000_000
"""Bytes of address space."""
SECONDS = 60
"""Of processor time."""
MAX_PAGES = 500
MAX_LINES = 20_000
"""Drawn things on one page; a page of a table has a few hundred."""
MAX_LETTERS = 3_000_000
_SAMPLE = 500
_HYPHEN = "\x02"
"""What the library gives for a hyphen at the end of a line."""


def main() -> None:
    """Read a PDF from the input and write its tables to the output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    try:
        found = _found(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError:
        found = {"problem": "damaged"}  # a page that is named and cannot be opened
    json.dump(found, sys.stdout)


def _found(data: bytes) -> dict[str, Any]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"problem": "password" if "password" in str(error).lower() else "damaged"}
    if len(document) > MAX_PAGES:
        return {"problem": "pages"}
    tables: list[dict[str, Any]] = []
    unruled: list[tuple[int, list[Line]]] = []
    letters = outside = merged = 0
    for number, page in enumerate(document, start=1):
        found = grids(list(_lines(page)))
        drawn = list(_letters(page))
        letters += len(drawn)
        if letters > MAX_LETTERS:
            return {"problem": "pages"}
        left_over = place(drawn, found)
        outside += left_over
        if not found and left_over:
            unruled.append((number, lines_of(drawn)))
        tables += [
            {"page": number, "columns": grid.columns, "rows": grid.texts()} for grid in found
        ]
        merged += sum(grid.merged for grid in found)
    told = {"letters": letters, "merged": merged, "spaced": False}
    if not tables and (spaced := columns_of(unruled)):
        tables = [
            {"page": number, "columns": spaced.edges, "rows": rows} for number, rows in spaced.pages
        ]
        outside = spaced.outside
        told["spaced"] = True
    return {"tables": tables, "outside": outside, **told}


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
        if right - left > 6 and top - bottom > 6 and _is_drawn_rectangle(thing):
            # A drawn rectangle is four lines; one that is only filled is a shade behind words.
            yield Box(box.left, box.bottom, box.left, box.top)
            yield Box(box.right, box.bottom, box.right, box.top)
            yield Box(box.left, box.bottom, box.right, box.bottom)
            yield Box(box.left, box.top, box.right, box.top)


def _is_drawn_rectangle(thing: Any) -> bool:
    segments: int = pdfium.FPDFPath_CountSegments(thing.raw)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    known = pdfium.FPDFPath_GetDrawMode(thing.raw, fill, stroke)
    return 4 <= segments <= 6 and bool(not known or stroke.value)


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


def _rotation(page: Any) -> int:
    """By how many degrees the sheet is to be turned for most of its words to stand upright."""
    text = page.get_textpage()
    angles = Counter(
        round(degrees(pdfium.FPDFText_GetCharAngle(text.raw, index)) / 90) * 90 % 360
        for index in range(min(text.count_chars(), _SAMPLE))
        if not chr(pdfium.FPDFText_GetUnicode(text.raw, index)).isspace()
    )
    if not angles:
        return int(page.get_rotation())
    return -angles.most_common(1)[0][0] % 360


def _turned(page: Any) -> Any:
    """A function from a place on the sheet to the place where a person reads it."""
    width, height = page.get_size()
    if page.get_rotation() in (90, 270):
        width, height = height, width
    rotation = _rotation(page)

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
