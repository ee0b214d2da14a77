"""The words of a Word paragraph or cell, as a reader of the printed page would see them.

Tracked changes are read as if all were accepted. Everything that is not plainly on the page, or
that is on the page but not in the cell, is counted in :class:`Seen` and reported.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from goldenthread.documents.readers.found import outermost, whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = W + "val"

TRANSPARENT = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
) | {MC + "AlternateContent", MC + "Choice"}
"""Wrappers that Word puts round paragraphs, rows and cells without changing what they are."""

# What marks a field while a paragraph is being read: no text of a file can hold these.
_BEGIN, _RESULT, _END = "\x01", "\x02", "\x03"
_FIELD_MARK = re.compile("([\x01-\x03])")
_DEEPEST = 20
"""How deep fields may stand inside one another and still be told apart."""
_TODAY = re.compile(r"\s*(?:DATE|TIME)\b", re.I)

_PARAGRAPH, _RUN, _TEXT, _TABLE, _DELETED, _MOVED_FROM = (
    W + name for name in ("p", "r", "t", "tbl", "del", "moveFrom")
)
_RUN_PROPERTIES, _INSTRUCTION = W + "rPr", W + "instrText"
_MARKS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_SKIPPED = frozenset(
    W + name for name in ("pPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "rt", "tbl")
) | {MC + "Fallback"}
_DRAWN = frozenset(W + name for name in ("drawing", "pict", "object"))
# Ticks and crosses that Word's symbol fonts draw, by the last two digits of their code.
_SYMBOLS = {"fc": "✓", "fb": "✗", "fe": "☑", "fd": "☒", "a8": "☐", "6f": "☐", "50": "✓", "4f": "✗"}


@dataclass(slots=True)
class Seen:
    """What was met while reading that the person who added the file should know of."""

    inserted: int = 0
    deleted: int = 0
    moved: int = 0
    inserted_rows: int = 0
    deleted_rows: int = 0
    hidden_rows: int = 0
    hidden: int = 0
    struck: int = 0
    counted: int = 0
    todays: int = 0
    comments: int = 0
    pictures: int = 0
    merged: int = 0
    nested: int = 0
    outside: int = 0
    notes: int = 0
    boxes: dict[str, None] = field(default_factory=dict)
    """What text boxes say, each once and in order."""
    tables_in_boxes: list[etree._Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Words:
    """Reads words out of elements; ``footnotes`` are the texts that references stand for."""

    seen: Seen
    footnotes: Mapping[str, str] = field(default_factory=dict)

    def of_block(self, container: etree._Element) -> str:
        """The paragraphs of a cell or box, one to a line; tables inside it are not included."""
        text = ""
        for paragraph in children(container, _PARAGRAPH):
            words = "".join(self._pieces(paragraph))
            text += words
            properties = paragraph.find(W + "pPr")
            if properties is None or not _mark_is_deleted(properties):
                text += "\n"
            if not words and properties is not None:
                self.seen.counted += properties.find(W + "numPr") is not None
        return tidy_lines(_without_instructions(text))

    def of_paragraph(self, paragraph: etree._Element) -> str:
        """The words of one paragraph."""
        return _without_instructions("".join(self._pieces(paragraph))).strip()

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag == _TEXT:
                yield child.text or ""
            elif tag == _RUN:
                yield from self._pieces(child)
            elif tag == _RUN_PROPERTIES:
                self._note_properties(child)
            elif tag in _MARKS:
                yield _MARKS[tag]
            elif tag in (_DELETED, _MOVED_FROM):
                self.seen.deleted += tag == _DELETED
            elif tag == _INSTRUCTION:
                self.seen.todays += bool(_TODAY.match(child.text or ""))
            elif tag in _DRAWN:
                self._note_drawing(child)
            elif tag not in _SKIPPED:
                yield from self._special(child)

    def _special(self, child: etree._Element) -> Iterator[str]:
        tag = child.tag
        if tag == W + "sym":
            yield _SYMBOLS.get(child.get(W + "char", "")[-2:].lower(), "▯")
        elif tag == W + "fldChar":
            yield from _field_mark(child)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            self.seen.notes += 1
            key = child.tag.removeprefix(W)[:3] + child.get(W + "id", "")
            if key in self.footnotes:
                yield f" [note: {self.footnotes[key]}]"
        elif tag == W + "commentReference":
            self.seen.comments += 1
        elif tag in (M + "oMath", M + "oMathPara"):
            yield "".join(text.text or "" for text in child.iter(M + "t"))
        elif tag == W + "sdt" and child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            return  # “Click here to enter text” was never typed by anybody.
        else:
            self.seen.inserted += tag == W + "ins"
            self.seen.moved += tag == W + "moveTo"
            if tag == W + "fldSimple":
                self.seen.todays += bool(_TODAY.match(child.get(W + "instr", "")))
            yield from self._pieces(child)

    def _note_properties(self, properties: etree._Element) -> None:
        for setting in properties:
            if setting.tag == W + "vanish":
                self.seen.hidden += is_on(setting)
            elif setting.tag in (W + "strike", W + "dstrike"):
                self.seen.struck += is_on(setting)

    def _note_drawing(self, drawing: etree._Element) -> None:
        boxes = list(outermost(drawing, W + "txbxContent"))
        if not boxes:
            self.seen.pictures += 1
        for box in boxes:
            self.seen.tables_in_boxes += children(box, _TABLE)
            if words := self.of_block(box):
                self.seen.boxes[words] = None


def tidy_lines(text: str) -> str:
    """The text without white space at the ends of its lines and round the whole."""
    if "\n" not in text:
        return text.strip()
    return "\n".join(map(str.rstrip, text.split("\n"))).strip()


def children(container: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The children with this tag, looking through the wrappers that Word puts round them."""
    for child in container:
        if child.tag == wanted:
            yield child
        elif child.tag in TRANSPARENT:
            yield from children(child, wanted)


def is_on(switch: etree._Element | None) -> bool:
    """Whether a setting of Word is there and not switched off."""
    return switch is not None and switch.get(VAL, "true") not in ("0", "false", "off")


def _mark_is_deleted(properties: etree._Element) -> bool:
    return properties.find(f"{_RUN_PROPERTIES}/{_DELETED}") is not None


def _field_mark(mark: etree._Element) -> Iterator[str]:
    kind = mark.get(W + "fldCharType")
    yield _form_field(mark)
    if kind in ("begin", "separate", "end"):
        yield {"begin": _BEGIN, "separate": _RESULT, "end": _END}[kind]


def _without_instructions(text: str) -> str:
    """The text with the results of its fields, but not of those inside another's instruction.

    Where a field is not closed in the same cell, nothing of it is taken away.
    """
    if _BEGIN not in text:
        return _FIELD_MARK.sub("", text)
    fields: list[tuple[str, str]] = []
    shown = ""
    for part in _FIELD_MARK.split(text):
        if part == _BEGIN and len(fields) < _DEEPEST:
            fields.append((shown, ""))
            shown = ""
        elif part == _RESULT and fields:
            before, instruction = fields.pop()
            fields.append((before, instruction + shown))
            shown = ""
        elif part == _END and fields:
            before, instruction = fields.pop()
            shown = before + (shown or instruction)
        elif part not in (_BEGIN, _RESULT, _END):
            shown += part
    for before, instruction in reversed(fields):
        shown = before + instruction + shown
    return shown


def _form_field(mark: etree._Element) -> str:
    """What an old form field shows: a ticked or empty box, or the chosen line of a list."""
    box = mark.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = box.find(W + "checked")
        return "☒" if is_on(checked if checked is not None else box.find(W + "default")) else "☐"
    choices = mark.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    lines = [line.get(VAL, "") for line in choices.findall(W + "listEntry")]
    chosen = choices.find(W + "result")
    index = whole(chosen.get(VAL), 0) if chosen is not None else 0
    return lines[index] if index < len(lines) else ""
