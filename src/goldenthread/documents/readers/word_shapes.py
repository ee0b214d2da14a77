"""Rows of a Word document that are alike but for their words, read by reading one of them.

Taking a row apart element by element costs more than parsing it. In a long table nearly every row
has the shape of another, so a shape is read once, with marks in the place of its words, and every
row of that shape is then filled in from the text of the file and taken out of it. What is left,
rows of a shape of their own included, is parsed and read as it stands: nothing is left unparsed
but words between marks that are known, and those are held to the rules of XML here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from goldenthread.documents.package import check_xml, parse_xml
from goldenthread.documents.readers.word_text import W, tidy_lines
from goldenthread.documents.refused import FileRefused

_TAKEN = W + "read"
_FROM_TO = re.compile(r"(\d{1,8})-(\d{1,8})")
_MOST = 16 * 1024 * 1024
"""A longer text would be held in memory several times over, in bytes."""

_SHAPES = 500
"""The most shapes that are learnt; no table typed by people has so many."""
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml [^<>]*?encoding=["'](?!utf-8|us-ascii)""", re.I)
_ROOT = re.compile(r"<w:document(?: [^<>]{0,20000})?>")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROLS = bytes(number for number in range(32) if number not in b"\t\n\r")
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));")
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_IDS = re.compile(r' w(?::rsid[A-Za-z]*|14:(?:para|text)Id)="[^"<>]*"')
"""Numbers that Word gives to every paragraph and that no reader looks at."""
_NO_WORDS = re.compile(
    r"<w:(?:proofErr|lastRenderedPageBreak|bookmarkStart|bookmarkEnd)(?: [^<>]*)?/>"
)
_NEXT_RUN = re.compile(
    r"</w:t></w:r>(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd)(?: [^<>]*)?/>)*<w:r(?: [^<>]*)?>"
    r"(?:<w:rPr>(?:<w:(?:rFonts|b|bCs|i|iCs|color|sz|szCs|lang|u|highlight|noProof)"
    r"(?: [^<>]*)?/>)*</w:rPr>)?(?:<w:lastRenderedPageBreak/>)?<w:t(?: [^<>]*)?>"
)
"""Where Word cut a sentence in two, as it does at every correction."""
_END, _ROW_END = "</w:t>", "</w:tr>"
_SLOT = 0xE000
_SLOTS = 0xF8FF - _SLOT
_MARK = re.compile(f"([{chr(_SLOT)}-{chr(_SLOT + _SLOTS)}])")


class WordRow(NamedTuple):
    """A row of a Word table: for each cell where it starts in the grid, and its words."""

    starts: tuple[int, ...]
    words: list[str]
    carried: tuple[int, ...] = ()
    """The cells in which one merged down the page goes on, by their position in the row."""


_Read = Callable[[etree._Element], WordRow | None]


def take_out(data: bytes, read: _Read) -> tuple[bytes, list[WordRow]]:
    """The document without the rows whose shape is known, and those rows.

    ``read`` reads a row, and gives None for one that holds more than words. Where rows were, an
    empty one that says which (:func:`taken_at`) is left; the first row of a shape stays. A
    document that is not in the plain form that Word writes is given back as it is.
    """
    text = _plain_text(check_xml(data))
    root = _ROOT.search(text)
    if root is None:
        return data, []
    shapes: dict[str, _Shape | None] = {}
    met: set[str] = set()
    left: list[str] = []
    rows: list[WordRow] = []
    begun: int | None = None
    *pieces, last = text.split(_ROW_END)
    for piece in pieces:
        start = max(piece.rfind("<w:tr>"), piece.rfind("<w:tr "))
        key, words = _split(piece[start:]) if start >= 0 else ("", [])
        if key in met and key not in shapes and len(shapes) < _SHAPES:
            shapes[key] = _learn(key, root[0], read)
        met.add(key)
        shape = shapes.get(key)
        row = shape.fill(words) if shape else None
        if begun is not None and (row is None or start > 0):
            left.append(f'<w:tr w:read="{begun}-{len(rows)}"/>')
            begun = None
        if row is None:
            left += (piece, _ROW_END)
            continue
        if begun is None:
            begun = len(rows)
            left.append(piece[:start])
        rows.append(row)
    if begun is not None:
        left.append(f'<w:tr w:read="{begun}-{len(rows)}"/>')
    return "".join((*left, last)).encode(), rows


def taken_at(row: etree._Element, rows: list[WordRow]) -> list[WordRow]:
    """Of the rows that were taken out, those that stood where this row stands now."""
    found = _FROM_TO.fullmatch(row.get(_TAKEN, ""))
    return rows[int(found[1]) : int(found[2])] if found else []


def _plain_text(data: bytes) -> str:
    """The text of a document in the form that Word writes; nothing for one in any other."""
    if len(data) > _MOST or _DECLARED.match(data):
        return ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    if not _keeps_to_the_form(data, text):
        return ""
    if b"\r" in data:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # The first pass leaves the second little to do, and is the one that long documents need.
    return _NO_WORDS.sub("", _NEXT_RUN.sub("", text) if "</w:t></w:r><w:" in text else text)


def _keeps_to_the_form(data: bytes, text: str) -> bool:
    """Whether a text has one meaning for “w:”, and nothing but elements and words that XML allows."""
    return (
        "!--" not in text
        and "![" not in text
        and "<?" not in text[1:]
        and text.count("xmlns:w=") == 1
        and len(data.translate(None, _CONTROLS)) == len(data)
        and (data.isascii() or not _NO_XML.search(text))
    )


def _split(row: str) -> tuple[str, list[str]]:
    """The marks of a row and the words between them."""
    *texts, end = row.split(_END)
    cut = [text.rpartition(">") for text in texts]
    key = "\0".join([marks for marks, _, _ in cut] + [end])
    if " w:rsid" in key or " w14:" in key:
        key = _IDS.sub("", key)
    return key, [words for _, _, words in cut]


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a row of some marks is filled in: for each cell the slot whose words it has, or a mix."""

    starts: tuple[int, ...]
    carried: tuple[int, ...]
    cells: tuple[int | tuple[str | int, ...], ...]
    counted: bool
    """Whether Word counts a paragraph of it, which matters where the paragraph says nothing."""

    def fill(self, words: list[str]) -> WordRow | None:
        """The row with these words, or None where it is to be read by itself after all."""
        if self.counted and not all(map(str.strip, words)):
            return None
        if "&" in "".join(words):
            plain = [_unescaped(each) if "&" in each else each for each in words]
            if None in plain:
                return None
            words = [each or "" for each in plain]
        texts = [
            words[cell].strip() if type(cell) is int else _mixed(cell, words) for cell in self.cells
        ]
        return WordRow(self.starts, texts, self.carried)


def _mixed(cell: "int | tuple[str | int, ...]", words: list[str]) -> str:
    parts = cell if isinstance(cell, tuple) else (cell,)
    return tidy_lines("".join(words[part] if isinstance(part, int) else part for part in parts))


def _unescaped(words: str) -> str | None:
    """Words with their references resolved, or None where one of them is not XML."""
    if words.count("&") != len(_REFERENCE.findall(words)):
        return None
    try:
        resolved = _REFERENCE.sub(_character, words)
        resolved.encode()
    except ValueError:
        return None
    return None if _NO_XML.search(resolved) else resolved


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return _CHARACTERS[found[1]]
    return chr(int(found[2]) if found[2] else int(found[3], 16))


def _learn(key: str, root: str, read: _Read) -> _Shape | None:
    """The shape of rows with these marks, or None where such a row is not only words."""
    marks = key.split("\0")
    if "<w:tbl>" in key or len(marks) > _SLOTS:
        return None
    slots = (f">{chr(_SLOT + number)}{_END}" for number in range(len(marks) - 1))
    row = "".join(part for pair in zip(marks, (*slots, ""), strict=True) for part in pair)
    try:
        element = parse_xml(f"{root}{row}{_ROW_END}</w:document>".encode())[0]
    except FileRefused:
        return None
    known = read(element)
    if known is None:
        return None
    cells = tuple(_recipe(words) for words in known.words)
    return _Shape(known.starts, known.carried, cells, counted="<w:numPr" in key)


def _recipe(words: str) -> int | tuple[str | int, ...]:
    parts = tuple(
        ord(part) - _SLOT if _MARK.fullmatch(part) else part for part in _MARK.split(words) if part
    )
    if len(parts) == 1 and isinstance(parts[0], int):
        return parts[0]
    return parts
