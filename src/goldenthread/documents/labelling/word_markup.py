"""What of a Word document is kept in a labelled copy, and where its text stands.

Changes that are tracked are accepted, deleted text and comments go, and so does all that tells who
wrote when. Parts are kept by an allow-list: what is not known here is not in the copy.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from goldenthread.documents.labelling.text_map import Break, Place

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_TEXT = {W + "t", W + "instrText", A + "t", M + "t", C + "v", W + "delText", W + "delInstrText"}
_PARAGRAPH = {W + "p", A + "p", C + "pt"}
_TAB, _LINE = {W + "tab", W + "ptab"}, {W + "br", W + "cr", A + "br"}

_GONE = (
    "del moveFrom rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tcPrChange trPrChange "
    "numberingChange cellDel cellIns cellMerge commentRangeStart commentRangeEnd commentReference "
    "annotationRef moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
    "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
    "customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart "
    "customXmlMoveToRangeEnd permStart permEnd proofErr dataBinding docPartObj placeholder alias tag "
    "ffData smartTagPr customXmlPr lastRenderedPageBreak"
)
GONE = {W + name for name in _GONE.split()}
"""Elements that go with all they hold."""
OPENED = {W + name for name in ("ins", "moveTo", "smartTag", "customXml")}
"""Elements that go, and leave what they hold."""
_WRITTEN_FOR_READERS = {"descr", "title", "tooltip", "alt", "string", "prompt", "instr"}
_WORDS_IN_VALUE = {W + "tblCaption", W + "tblDescription"}
_NAMED_THINGS = ("docPr", "cNvPr")
_DROPPED_ATTRIBUTES = {"author", "initials", "date", "fullDate", "userId", "providerId", "dateUtc"}


@dataclass(slots=True)
class _Text:
    """The text of one element."""

    element: etree._Element

    def get(self) -> str:
        return self.element.text or ""

    def put(self, text: str) -> None:
        self.element.text = text or None
        if text != text.strip():
            self.element.set(XML_SPACE, "preserve")


@dataclass(slots=True)
class _Attribute:
    """The value of one attribute that is written for readers (alternative text)."""

    element: etree._Element
    name: str

    def get(self) -> str:
        return str(self.element.get(self.name, ""))

    def put(self, text: str) -> None:
        self.element.set(self.name, text)


def cleaned(root: etree._Element) -> tuple[int, int]:
    """Accept tracked changes, take comments and marks of authorship out; how many insertions and deletions."""
    added = sum(1 for _ in root.iter(W + "ins", W + "moveTo"))
    removed = sum(1 for _ in root.iter(W + "del", W + "moveFrom"))
    for paragraph in [p for p in root.iter(W + "p") if _mark_is_deleted(p)]:
        _join_with_next(paragraph)
    for element in [one for one in root.iter() if one.tag in GONE]:
        _drop(element)
    for run in [one for one in root.iter(W + "r") if _is_hidden(one)]:
        _drop(run)
    for element in [one for one in root.iter() if one.tag in OPENED]:
        _open(element)
    _name_marks_anew(root)
    named = [one for one in root.iter() if etree.QName(one).localname in _NAMED_THINGS]
    for number, one in enumerate(named, 1):
        one.set("name", f"Picture {number}")
    for element in root.iter():
        for name in list(element.attrib):
            local = etree.QName(name).localname
            if local in _DROPPED_ATTRIBUTES or local.lower().startswith("rsid"):
                del element.attrib[name]
    return added, removed


def units(root: etree._Element) -> Iterator[list[Place | Break]]:
    """Each paragraph's places in order (a text box inside it apart), then what is written in attributes."""
    held: dict[etree._Element, list[Place | Break]] = {}
    loose: list[list[Place | Break]] = []
    for element in root.iter():
        if element.tag in _TEXT:
            piece: Place | Break = _Text(element)
        elif element.tag in _TAB and _is_in_run(element):
            piece = Break("\t")
        elif element.tag in _LINE:
            piece = Break("\n")
        else:
            continue
        home = next((up for up in element.iterancestors() if up.tag in _PARAGRAPH), None)
        if home is None:
            loose.append([piece])
            continue
        held.setdefault(home, []).append(piece)
    yield from held.values()
    yield from loose
    for element in root.iter():
        for name in element.attrib:
            local = etree.QName(name).localname
            is_read = local in _WRITTEN_FOR_READERS
            is_read = is_read or (local == "val" and element.tag in _WORDS_IN_VALUE)
            if is_read and element.get(name):
                yield [_Attribute(element, str(name))]


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(W + "val", "1") not in ("0", "false", "off")


def _name_marks_anew(root: etree._Element) -> None:
    """Bookmarks keep their places and lose their names, which people type; Word’s own begin with a line."""
    anew: dict[str, str] = {}
    for number, mark in enumerate(root.iter(W + "bookmarkStart"), 1):
        name = str(mark.get(W + "name", ""))
        if not name.startswith("_"):
            anew[name] = f"mark{number}"
            mark.set(W + "name", anew[name])
    for element in root.iter(W + "hyperlink", W + "instrText"):
        anchor = str(element.get(W + "anchor", ""))
        if anchor in anew:
            element.set(W + "anchor", anew[anchor])
        words = (element.text or "").split(" ")
        if any(word in anew for word in words):
            element.text = " ".join(anew.get(word, word) for word in words)


def _is_in_run(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == W + "r"


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and marks.find(W + "del") is not None


def _join_with_next(paragraph: etree._Element) -> None:
    # A paragraph whose mark was deleted runs on into the next one.
    following = paragraph.getnext()
    if following is None or following.tag != W + "p":
        return
    for child in list(following):
        if child.tag != W + "pPr":
            paragraph.append(child)
    following.getparent().remove(following)  # type: ignore[union-attr]


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _open(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)
