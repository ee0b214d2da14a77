"""The words of a Word paragraph or cell, as a reader of the printed page would see them.

Tracked changes are read as if all were accepted. Everything that is not plainly on the page, or
that is on the page but not in the cell, is counted in :class:`Seen` and reported.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = W + "val"

TRANSPARENT = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
) | {MC + "AlternateContent", MC + "Choice"}
"""Wrappers that Word puts round paragraphs, rows and cells without changing what they are."""

MARKS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_SKIPPED = frozenset(
    W + name
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "rt", "tbl", "del")
) | {W + "moveFrom", MC + "Fallback"}
# Ticks and crosses that Word's symbol fonts draw, by the last two digits of their code.
_SYMBOLS = {"fc": "✓", "fb": "✗", "fe": "☑", "fd": "☒", "a8": "☐", "6f": "☐", "50": "✓", "4f": "✗"}


@dataclass(slots=True)
class Seen:
    """What was met while reading that the person who added the file should know of."""

    inserted: int = 0
    deleted: int = 0
    deleted_rows: int = 0
    hidden: int = 0
    comments: int = 0
    pictures: int = 0
    merged: int = 0
    nested: int = 0
    outside: int = 0
    boxes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Words:
    """Reads words out of elements; ``footnotes`` are the texts that references stand for."""

    seen: Seen
    footnotes: Mapping[str, str] = field(default_factory=dict)

    def of_block(self, container: etree._Element) -> str:
        """The paragraphs of a cell or box, one to a line; tables inside it are not included."""
        lines = [""]
        for paragraph in children(container, W + "p"):
            lines[-1] += "".join(self._pieces(paragraph))
            if not _mark_is_deleted(paragraph):
                lines.append("")
        return "\n".join(line.rstrip() for line in lines).strip()

    def of_paragraph(self, paragraph: etree._Element) -> str:
        """The words of one paragraph."""
        return "".join(self._pieces(paragraph)).strip()

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag == W + "t":
                yield child.text or ""
            elif tag in MARKS:
                yield MARKS[tag]
            elif tag in _SKIPPED:
                self.seen.deleted += tag in (W + "del", W + "moveFrom")
            elif tag in (W + "drawing", W + "pict", W + "object"):
                self._note_drawing(child)
            elif tag in (M + "oMath", M + "oMathPara"):
                yield "".join(text.text or "" for text in child.iter(M + "t"))
            else:
                yield from self._special(child)

    def _special(self, child: etree._Element) -> Iterator[str]:
        tag = child.tag
        if tag == W + "sym":
            yield _SYMBOLS.get(child.get(W + "char", "")[-2:].lower(), "▯")
        elif tag == W + "fldChar":
            yield _form_field(child)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            key = child.tag.removeprefix(W)[:3] + child.get(W + "id", "")
            if key in self.footnotes:
                yield f" [note: {self.footnotes[key]}]"
        elif tag == W + "commentReference":
            self.seen.comments += 1
        elif tag == W + "sdt" and child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            return  # “Click here to enter text” was never typed by anybody.
        else:
            self.seen.inserted += tag in (W + "ins", W + "moveTo")
            self.seen.hidden += tag == W + "r" and _is_on(child.find(f"{W}rPr/{W}vanish"))
            yield from self._pieces(child)

    def _note_drawing(self, drawing: etree._Element) -> None:
        boxes = list(drawing.iter(W + "txbxContent"))
        if not boxes:
            self.seen.pictures += 1
        for box in boxes:
            words = self.of_block(box)
            if words and words not in self.seen.boxes:
                self.seen.boxes.append(words)


def children(container: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The children with this tag, looking through the wrappers that Word puts round them."""
    for child in container:
        if child.tag == wanted:
            yield child
        elif child.tag in TRANSPARENT:
            yield from children(child, wanted)


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(VAL, "true") not in ("0", "false", "off")


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _form_field(mark: etree._Element) -> str:
    """What an old form field shows: a ticked or empty box, or the chosen line of a list."""
    box = mark.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = box.find(W + "checked")
        return "☒" if _is_on(checked if checked is not None else box.find(W + "default")) else "☐"
    choices = mark.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    lines = [line.get(VAL, "") for line in choices.findall(W + "listEntry")]
    chosen = choices.find(W + "result")
    index = chosen.get(VAL, "0") if chosen is not None else "0"
    return lines[int(index)] if index.isdigit() and int(index) < len(lines) else ""
