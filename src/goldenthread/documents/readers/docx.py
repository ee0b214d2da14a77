"""Word documents: every table, row by row, as the printed page would show them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat

from lxml import etree

from goldenthread.chronology.tables import Cell, Row, Table
from goldenthread.documents import limits
from goldenthread.documents.office import main_part, outside_notes, target_of
from goldenthread.documents.package import DAMAGED, Package, parse_xml
from goldenthread.documents.readers.found import Found, counted, too_wide
from goldenthread.documents.readers.word_rows import WordCell, grid_number, plain_rows
from goldenthread.documents.readers.word_text import TRANSPARENT, VAL, Seen, W, Words, children
from goldenthread.documents.refused import FileRefused

# The “strict” form of the format differs in nothing that matters here but this name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHORT_LINE = 60
_PASSES = 3


def read(package: Package) -> Found:
    """All tables of a Word document, those inside other tables included, in reading order."""
    part = main_part(package)
    root = _word_xml(package, part)
    body = root.find(W + "body")
    if body is None:
        raise FileRefused(DAMAGED)
    seen = Seen()
    reader = _TableReader(seen, Words(seen, _footnotes(package, part)))
    reader.read_body(body)
    notes = (*_notes(seen), *outside_notes(package))
    return Found(tables=tuple(reader.tables), notes=notes)


def _word_xml(package: Package, part: str) -> etree._Element:
    return parse_xml(package.read(part).replace(_STRICT, _TRANSITIONAL))


def _footnotes(package: Package, part: str) -> dict[str, str]:
    """The texts of foot- and endnotes, by the first three letters of their kind and their id."""
    texts = {}
    for kind in ("footnotes", "endnotes"):
        target = target_of(package, part, kind)
        if not target:
            continue
        words = Words(Seen())
        for note in _word_xml(package, target):
            if words_of_note := words.of_block(note):
                texts[kind[:3] + note.get(W + "id", "")] = words_of_note
    return texts


@dataclass(slots=True)
class _TableReader:
    seen: Seen
    words: Words
    tables: list[Table] = field(default_factory=list)
    _counted: int = 0

    def read_body(self, body: etree._Element) -> None:
        above = ""
        for block in _blocks(body):
            if block.tag == W + "tbl":
                self._counted += 1
                name = f"Table {self._counted}"
                if above and len(above) <= _SHORT_LINE:
                    name = f"{name} ({' '.join(above.split())})"
                    self.seen.outside -= 1
                self._read_table(block, name)
                above = ""
                continue
            pieces = self.words.of_paragraph(block)
            self.seen.outside += bool(pieces)
            above = pieces or above

    def _read_table(self, table: etree._Element, name: str, *, depth: int = 0) -> None:
        place = len(self.tables)
        rows: list[tuple[int, list[WordCell]]] = []
        elements = list(children(table, W + "tr"))
        # Each pass goes through all that a table holds, so tables deep inside others get none.
        in_one_pass = plain_rows(table, elements) if depth < _PASSES else repeat(None)
        for number, (row, plain) in enumerate(zip(elements, in_one_pass, strict=False), start=1):
            if plain is not None:
                rows.append((number, plain))
                continue
            if _row_is_deleted(row):
                self.seen.deleted_rows += 1
                continue
            rows.append((number, self._cells(row)))
            for cell in children(row, W + "tc"):
                for inner in children(cell, W + "tbl"):
                    self.seen.nested += 1
                    self._counted += 1
                    inner_name = (
                        f"Table {self._counted} (in {name.partition(' (')[0]}, row {number})"
                    )
                    self._read_table(inner, inner_name, depth=depth + 1)
        self.tables.insert(place, Table(name=name, rows=self._lined_up(rows)))

    def _cells(self, row: etree._Element) -> list[WordCell]:
        start = grid_number(row.find(f"{W}trPr/{W}gridBefore"), default=0)
        cells = []
        for cell in children(row, W + "tc"):
            if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                self.seen.deleted += 1
                continue
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            continues = merge is not None and merge.get(VAL, "continue") == "continue"
            cells.append((start, self.words.of_block(cell), continues))
            start += grid_number(cell.find(f"{W}tcPr/{W}gridSpan"), default=1)
            if len(cells) > limits.MAX_COLUMNS:
                raise too_wide(len(cells))
        return cells

    def _lined_up(self, rows: list[tuple[int, list[WordCell]]]) -> tuple[Row, ...]:
        """The rows in columns.

        Borders dragged by hand leave rows whose cells start at different places although they are
        the same columns to the eye. So a row with the usual number of cells is taken in order, and
        only a row with fewer is placed by where its cells start.
        """
        columns = _usual_starts(rows)
        lined = []
        cell_of = lru_cache(maxsize=None)(Cell)  # the same source stands in row after row
        above: list[str] = []
        for number, cells in rows:
            ordered = len(cells) >= len(columns)
            if ordered and not any(continues for _, _, continues in cells):
                texts = [words for _, words, _ in cells]
            else:
                places = list(range(len(cells))) if ordered else _places(cells, columns)
                texts = self._placed(cells, places, above, width=len(columns))
            above = texts
            if any(texts):
                lined.append(Row(number, tuple(map(cell_of, texts))))
        return tuple(lined)

    def _placed(
        self, cells: list[WordCell], places: list[int], above: list[str], *, width: int
    ) -> list[str]:
        """The words of a row in their columns, those of cells merged down carried on."""
        texts = [""] * max(width, places[-1] + 1 if places else 0)
        for column, (_, words, continues) in zip(places, cells, strict=True):
            texts[column] = words
            if continues and not words and column < len(above) and above[column]:
                texts[column] = above[column]
                self.seen.merged += 1
        return texts


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    for child in container:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in TRANSPARENT:
            yield from _blocks(child)


def _row_is_deleted(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _usual_starts(rows: list[tuple[int, list[WordCell]]]) -> tuple[int, ...]:
    """Where the cells start in the most common shape of row that has more than one cell."""
    counts = Counter(len(cells) for _, cells in rows if len(cells) > 1)
    if not counts:
        return (0,)
    usual = max(counts, key=lambda count: (counts[count], count))
    shapes = Counter(tuple([cell[0] for cell in cells]) for _, cells in rows if len(cells) == usual)
    return shapes.most_common(1)[0][0]


def _places(cells: list[WordCell], columns: tuple[int, ...]) -> list[int]:
    """The column each cell of a short row stands in: the last that starts no later than it does."""
    places: list[int] = []
    for own, _, _ in cells:
        by_place = sum(start <= own for start in columns) - 1
        places.append(max(by_place, places[-1] + 1 if places else 0))
    return places


def _notes(seen: Seen) -> tuple[str, ...]:
    """A sentence for everything that was met and is not simply in the rows."""
    changes = seen.inserted + seen.deleted + seen.deleted_rows
    said = (
        (changes, f"The document has tracked changes ({seen.inserted} added, {seen.deleted} taken out, {counted(seen.deleted_rows, 'row', 'rows')} taken out). It was read as if all were accepted."),
        (seen.hidden, f"Text marked as hidden was read too ({counted(seen.hidden, 'piece', 'pieces')})."),
        (seen.merged, f"{counted(seen.merged, 'cell is', 'cells are')} part of one merged down the page; its words were read into each row it covers."),
        (seen.nested, f"{counted(seen.nested, 'table stands', 'tables stand')} inside another; each was read as a table of its own."),
        (seen.comments, f"{counted(seen.comments, 'comment in the margin was', 'comments in the margin were')} not read."),
        (seen.pictures, f"{counted(seen.pictures, 'picture or drawing was', 'pictures or drawings were')} not read."),
        (seen.outside, f"{counted(seen.outside, 'line of text stands', 'lines of text stand')} outside the tables and made no entry."),
    )  # fmt: skip
    notes = [sentence for count, sentence in said if count]
    notes += [f"A text box, which makes no entry, says: “{_shortened(box)}”" for box in seen.boxes]
    return tuple(notes)


def _shortened(text: str, most: int = 300) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
