"""Text tables: CSV and its relatives, whatever separates the columns and however written."""

import csv
from collections import Counter
from io import StringIO

from goldenthread.chronology.tables import Cell, Row, Table
from goldenthread.documents import limits
from goldenthread.documents.readers.found import Found, too_long, too_wide
from goldenthread.documents.refused import FileRefused
from goldenthread.documents.sniff import ACCEPTED

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}
_TRIED = 200
"""How many rows are tried with each separator before one is chosen."""
_LONGEST_CELL = 100_000
_NOT_TEXT = f"This is neither a table nor text. {ACCEPTED}"
_NO_TABLE = (
    "The file is text without columns: no comma, semicolon, tab or upright bar separates it into "
    f"a table. {ACCEPTED}"
)


def read(data: bytes) -> Found:
    """The one table of a text file. Empty lines are counted in row numbers but not listed."""
    text, notes = _decoded(data)
    _check_is_text(text)
    first, _, rest = text.partition("\n")
    separator = ""
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        # Excel's own line to say what separates the columns; Excel does not show it as a row.
        separator, text = first.strip()[4], rest
    elif first.rstrip("\r").lower() == "sep=\t":
        separator, text = "\t", rest
    separator = separator or _separator(text)
    rows = _rows(text, separator)
    if len(rows) < 2:
        raise FileRefused(
            "The file has only one row. A chronology has a row of headings and a row for each "
            "event. Check that the right file was saved, and add it again."
        )
    if separator != ",":
        notes += (f"The columns are separated by {_SEPARATORS.get(separator, separator)}.",)
    return Found(tables=(Table(name="Table 1", rows=rows),), notes=notes)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[offset:4096:2].count(0) > 0.9 * len(data[offset:4096:2]):
            return data.decode(encoding, errors="replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; they show as a sign and not as a stop.
        text = data.decode("cp1252", errors="replace")
        return text, ("The file was read in the Windows alphabet (Windows-1252).",)


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
        widths: Counter[int] = Counter()
        reader = csv.reader(StringIO(start, newline=""), delimiter=separator)
        try:
            for row, _ in zip(reader, range(_TRIED), strict=False):
                if row:
                    widths[len(row)] += 1
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        rank = (round(count / max(widths.total(), 1), 1), width)
        if width > 1 and rank > best_rank:
            best, best_rank = separator, rank
    if not best:
        raise FileRefused(_NO_TABLE)
    return best


def _rows(text: str, separator: str) -> tuple[Row, ...]:
    _check_quotes(text, separator)
    rows = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        for number, texts in enumerate(reader, start=1):
            if len(texts) > limits.MAX_COLUMNS:
                raise too_wide(len(texts))
            if not any(texts):
                continue
            cells = tuple(Cell(_unquoted(_one_line_ends(cell))) for cell in texts)
            if any(cell.text for cell in cells):
                rows.append(Row(number=number, cells=cells))
                if len(rows) > limits.MAX_ROWS:
                    raise too_long()
    except csv.Error:
        raise _quote_left_open(reader.line_num) from None
    return tuple(rows)


def _one_line_ends(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip().replace("\x00", "")


def _unquoted(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    if cell.startswith("'") and cell.lstrip("' ").startswith(("=", "+", "-", "@")):
        return cell[1:]
    return cell


def _check_quotes(text: str, separator: str) -> None:
    """Refuse a quotation mark that opens a cell and never closes: it would swallow the rest."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise _quote_left_open(line) from None


def _quote_left_open(line: int) -> FileRefused:
    return FileRefused(
        f"A quotation mark that opens near line {line:,} is never closed, so the rows after it "
        "cannot be told apart. Open the file in Excel, put the cell right, save it and add it "
        "again."
    )
