"""Word documents: every table, row by row, as the printed page would show them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from goldenthread.chronology.tables import Table
from goldenthread.documents import limits
from goldenthread.documents.office import main_part, outside_notes, target_of
from goldenthread.documents.package import DAMAGED, Package, parse_xml
from goldenthread.documents.readers.found import Found, boxes_say, counted, too_wide, whole
from goldenthread.documents.readers.word_columns import lined_up
from goldenthread.documents.readers.word_shapes import WordRow, take_out, taken_at
from goldenthread.documents.readers.word_text import (
    TRANSPARENT,
    VAL,
    Seen,
    W,
    Words,
    children,
    is_on,
)
from goldenthread.documents.refused import FileRefused

# The “strict” form of the format differs in nothing that matters here but this name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHORT_LINE = 60
_MOST_ROWS = 2 * limits.MAX_ROWS


def read(package: Package) -> Found:
    """All tables of a Word document, those inside other tables included, in reading order."""
    part = main_part(package)
    footnotes = _footnotes(package, part)
    data, taken = take_out(_word_data(package, part), plain_row)
    body = parse_xml(data).find(W + "body")
    if body is None:
        raise FileRefused(DAMAGED)
    seen = Seen()
    reader = _TableReader(seen, Words(seen, footnotes), taken)
    reader.read_body(body)
    notes = (*_notes(seen), *outside_notes(package))
    return Found(tables=tuple(reader.tables), notes=notes)


def plain_row(row: etree._Element) -> WordRow | None:
    """A row that holds words and nothing else that is reported, or None."""
    seen = Seen()
    words = cells_of(row, Words(seen))
    return words if seen == Seen() else None


def _word_data(package: Package, part: str) -> bytes:
    data = package.read(part).replace(_STRICT, _TRANSITIONAL)
    # A row has at most four marks that begin so: its start, its end and those of its settings.
    if data.count(b":tr") > 4 * _MOST_ROWS:
        raise FileRefused(
            f"The tables of the document have more than {_MOST_ROWS:,} rows, empty ones among "
            "them. Copy the chronology into a new document, without the empty rows, and add that."
        )
    return data


def _footnotes(package: Package, part: str) -> dict[str, str]:
    """The texts of foot- and endnotes, by the first three letters of their kind and their id."""
    texts = {}
    for kind in ("footnotes", "endnotes"):
        target = target_of(package, part, kind)
        if not target:
            continue
        words = Words(Seen())
        for note in parse_xml(_word_data(package, target)):
            if words_of_note := words.of_block(note):
                texts[kind[:3] + note.get(W + "id", "")] = words_of_note
    return texts


@dataclass(slots=True)
class _TableReader:
    seen: Seen
    words: Words
    taken: list[WordRow]
    """The rows that were taken out of the document, in its order."""
    tables: list[Table] = field(default_factory=list)
    _counted: int = 0

    def read_body(self, body: etree._Element) -> None:
        above = ""
        for block in _blocks(body):
            if block.tag == W + "tbl":
                extra = ""
                if above and len(above) <= _SHORT_LINE:
                    extra = f" ({' '.join(above.split())})"
                    self.seen.outside -= 1
                self._read_table(block, extra)
                above = ""
                continue
            pieces = self.words.of_paragraph(block)
            self.seen.outside += bool(pieces)
            above = pieces or above
        while self.seen.tables_in_boxes:
            self._read_table(self.seen.tables_in_boxes.pop(0), " (in a text box)")

    def _read_table(self, table: etree._Element, extra: str) -> None:
        self._counted += 1
        short = f"Table {self._counted}"
        place = len(self.tables)
        rows: list[tuple[int, WordRow]] = []
        number = 0
        for row in children(table, W + "tr"):
            if taken := taken_at(row, self.taken):
                rows += enumerate(taken, start=number + 1)
                number += len(taken)
                continue
            number += 1
            words = cells_of(row, self.words)
            if words is None:
                continue
            rows.append((number, words))
            for cell in children(row, W + "tc"):
                for inner in children(cell, W + "tbl"):
                    self.seen.nested += 1
                    self._read_table(inner, f" (in {short}, row {number})")
        lined, filled = lined_up(rows, _widths(table))
        self.seen.merged += filled
        self.tables.insert(place, Table(name=short + extra, rows=lined))


def cells_of(row: etree._Element, words: Words) -> WordRow | None:
    """The cells of a row, or None for a row taken out by a tracked change."""
    seen = words.seen
    settings = row.find(W + "trPr")
    start = 0
    if settings is not None:
        if settings.find(W + "del") is not None:
            seen.deleted_rows += 1
            return None
        seen.inserted_rows += settings.find(W + "ins") is not None
        seen.hidden_rows += is_on(settings.find(W + "hidden"))
        start = _number(settings.find(W + "gridBefore"), default=0)
    starts, texts, carried = [], [], []
    for cell in children(row, W + "tc"):
        properties = cell.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            seen.deleted += 1
            continue
        texts.append(words.of_block(cell))
        starts.append(start)
        if len(texts) > limits.MAX_COLUMNS:
            raise too_wide(len(texts))
        start += _number(cell.find(f"{W}tcPr/{W}gridSpan"), default=1)
        merge = properties.find(W + "vMerge") if properties is not None else None
        if merge is not None and merge.get(VAL, "continue") == "continue":
            carried.append(len(texts) - 1)
    return WordRow(tuple(starts), texts, tuple(carried))


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    for child in container:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in TRANSPARENT:
            yield from _blocks(child)


def _number(element: etree._Element | None, *, default: int) -> int:
    """The number that an element of the table's grid gives, within bounds."""
    text = element.get(VAL) if element is not None else None
    return min(whole(text, default), limits.MAX_COLUMNS * 10)


def _widths(table: etree._Element) -> list[int]:
    """The widths of the grid's columns, in twentieths of a point, if all of them are given."""
    columns = table.iterfind(f"{W}tblGrid/{W}gridCol")
    widths = [whole(column.get(W + "w"), 0) for column in columns]
    return widths if all(widths) else []


def _notes(seen: Seen) -> tuple[str, ...]:
    """A sentence for everything that was met and is not simply in the rows."""
    changes = ", ".join(
        words
        for count, words in (
            (seen.inserted, f"{seen.inserted} added"),
            (seen.deleted, f"{seen.deleted} taken out"),
            (seen.moved, f"{seen.moved} moved"),
            (seen.inserted_rows, f"{counted(seen.inserted_rows, 'row', 'rows')} added"),
            (seen.deleted_rows, f"{counted(seen.deleted_rows, 'row', 'rows')} taken out"),
        )
        if count
    )
    said = (
        (changes, f"The document has tracked changes ({changes}). It was read as if all were accepted."),
        (seen.hidden_rows, f"{counted(seen.hidden_rows, 'hidden row was', 'hidden rows were')} read too."),
        (seen.hidden, f"Text marked as hidden was read too ({counted(seen.hidden, 'piece', 'pieces')})."),
        (seen.struck, f"Text that is struck through was read too ({counted(seen.struck, 'piece', 'pieces')})."),
        (seen.merged, f"{counted(seen.merged, 'cell is', 'cells are')} part of one merged down the page; its words were read into each row it covers."),
        (seen.nested, f"{counted(seen.nested, 'table stands', 'tables stand')} inside another; each was read as a table of its own."),
        (seen.counted, f"{counted(seen.counted, 'cell holds', 'cells hold')} only a number that Word counts by itself; those numbers were not read."),
        (seen.todays, f"{counted(seen.todays, 'field shows', 'fields show')} today’s date whenever the document is opened; the date last saved was read. Check it."),
        (seen.comments, f"{counted(seen.comments, 'comment in the margin was', 'comments in the margin were')} not read."),
        (seen.pictures, f"{counted(seen.pictures, 'picture or drawing was', 'pictures or drawings were')} not read."),
        (seen.outside, f"{counted(seen.outside, 'line of text stands', 'lines of text stand')} outside the tables and made no entry."),
    )  # fmt: skip
    return (*(sentence for count, sentence in said if count), *boxes_say(seen.boxes))
