"""Text tables: CSV and its relatives, whatever separates the columns and however written."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Protocol

from goldenthread.chronology.tables import Cell, Row, Table
from goldenthread.documents import limits
from goldenthread.documents.readers.found import Found, too_long, too_wide
from goldenthread.documents.readers.letters import decoded
from goldenthread.documents.refused import FileRefused
from goldenthread.documents.sniff import ACCEPTED

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}
_TRIED = 200
"""How many rows are tried with each separator before one is chosen."""
_FEWEST = 0.2
"""The least share of the rows that must have one number of columns."""
_DRAWN = re.compile(r"(?:[-=:_+]{2,}|)")
_FAR_TOO_WIDE = 100_000
"""More separators in a line than any sentence has commas: taking them apart would fill memory."""
_NAMED = re.compile(r'"?sep=(.)"?[\t ,;|]*\r?', re.I)
_NOT_TEXT = f"This is neither a table nor text. {ACCEPTED}"
_NO_TABLE = (
    "The file is text without columns: no comma, semicolon, tab or upright bar separates it into "
    f"a table. {ACCEPTED}"
)


class _Reader(Protocol):
    """What the standard library's reader is: rows, and how many lines they took."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...


@dataclass(frozen=True, slots=True)
class _Written:
    """How a text table is written: what separates its cells, and whether a space may follow it."""

    separator: str
    spaced: bool = False

    def rows(self, text: str, *, strict: bool = False) -> _Reader:
        return csv.reader(
            StringIO(text, newline=""),
            delimiter=self.separator,
            skipinitialspace=self.spaced,
            strict=strict,
        )


def read(data: bytes) -> Found:
    """The one table of a text file. Empty lines are counted in row numbers but not listed."""
    text, notes = decoded(data)
    _check_is_text(text)
    first, _, rest = text.partition("\n")
    if named := _NAMED.fullmatch(first):
        # Excel's own line to say what separates the columns; Excel does not show it as a row.
        separator, text = named[1], rest
    else:
        separator = _separator(text)
    for line in text.split("\n"):
        if (columns := line.count(separator) + 1) > _FAR_TOO_WIDE:
            raise too_wide(columns)
    written = _written(text, separator)
    _check_quotes(text, written)
    rows = _even(_rows(text, written))
    if len(rows) < 2:
        raise FileRefused(
            "The file has only one row. A chronology has a row of headings and a row for each "
            "event. Check that the right file was saved, and add it again."
        )
    if separator != ",":
        notes += (f"The columns are separated by {_SEPARATORS.get(separator, separator)}.",)
    return Found(tables=(Table(name="Table 1", rows=rows),), notes=notes)


def _check_is_text(text: str) -> None:
    start = text[:100_000]
    odd = sum(letter == "\ufffd" or (letter < " " and letter not in "\t\r\n\f") for letter in start)
    if odd > len(start) / 50:
        raise FileRefused(_NOT_TEXT)


def _separator(text: str) -> str:
    """The separator that gives the steadiest number of columns, the more columns the better."""
    start = text[:500_000]
    best, best_rank = "", (0.0, 0)
    for separator in _SEPARATORS:
        widths = _widths(start, separator)
        several = {width: count for width, count in widths.items() if width > 1}
        width, count = max(several.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        share = count / max(widths.total(), 1)
        rank = (round(share, 1), width)
        if share >= _FEWEST and rank > best_rank:
            best, best_rank = separator, rank
    if not best:
        raise FileRefused(_NO_TABLE)
    return best


def _widths(start: str, separator: str) -> Counter[int]:
    """How many rows have each number of cells, up to the first that cannot be told."""
    widths: Counter[int] = Counter()
    try:
        for row, _ in zip(_Written(separator).rows(start), range(_TRIED), strict=False):
            if row:
                widths[len(row)] += 1
    except csv.Error:
        pass
    return widths


def _written(text: str, separator: str) -> _Written:
    """Whether a space that follows the separator belongs to no cell: ``3 May, "Seen, well"``."""
    spaced = _Written(separator, spaced=True)
    if f'{separator} "' not in text:
        return _Written(separator)
    try:
        for _ in spaced.rows(text, strict=True):
            pass
    except csv.Error:
        return _Written(separator)
    return spaced


def _rows(text: str, written: _Written) -> list[Row]:
    rows = []
    reader = written.rows(text)
    try:
        for number, texts in enumerate(reader, start=1):
            cells = _cells(texts)
            if len(cells) > limits.MAX_COLUMNS:
                raise too_wide(len(cells))
            if cells:
                rows.append(Row(number=number, cells=cells))
                if len(rows) > limits.MAX_ROWS:
                    raise too_long()
    except csv.Error:
        raise _quote_left_open(reader.line_num) from None
    return rows


def _cells(texts: list[str]) -> tuple[Cell, ...]:
    """The cells of a row up to the last with something in it; none for a line drawn in text."""
    cells = [_unquoted(_one_line_ends(text)) for text in texts]
    while cells and not cells[-1]:
        cells.pop()
    drawn = all(_DRAWN.fullmatch(cell) for cell in cells)
    return () if drawn else tuple(map(Cell, cells))


def _even(rows: list[Row]) -> tuple[Row, ...]:
    """The rows, all as wide as the widest."""
    width = max((len(row.cells) for row in rows), default=0)
    empty = Cell()
    return tuple(Row(row.number, row.cells + (empty,) * (width - len(row.cells))) for row in rows)


def _one_line_ends(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip().translate(_UNSEEN)


_UNSEEN: Mapping[int, None] = dict.fromkeys(
    (*(code for code in range(32) if chr(code) not in "\t\n"), 0xAD, 0xFEFF)
)
"""Control characters, soft hyphens and marks of byte order: no one who reads a page sees them."""


def _unquoted(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    if cell.startswith("'") and cell.lstrip("' ").startswith(("=", "+", "-", "@")):
        return cell[1:]
    return cell


def _check_quotes(text: str, written: _Written) -> None:
    """Refuse a quotation mark that opens a cell and never closes: it would swallow the rest."""
    line = 1
    reader = written.rows(text, strict=True)
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error as error:
        if "expected after" not in str(error):
            raise _quote_left_open(line) from None


def _quote_left_open(line: int) -> FileRefused:
    return FileRefused(
        f"A quotation mark that opens near line {line:,} is never closed, so the rows after it "
        "cannot be told apart. Open the file in Excel, put the cell right, save it and add it "
        "again."
    )
