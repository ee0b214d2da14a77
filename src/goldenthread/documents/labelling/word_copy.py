"""A labelled copy of a Word document: rebuilt from the parts that are known, with nothing else in it."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from goldenthread.anonymity import Replacement
from goldenthread.documents.labelling.copies import (
    DROP,
    KEEP,
    LabelledCopy,
    Labelling,
    PartAsked,
)
from goldenthread.documents.labelling.pictures import without_metadata
from goldenthread.documents.labelling.text_copy import put_back
from goldenthread.documents.labelling.text_map import JoinedText
from goldenthread.documents.labelling.word_markup import W, cleaned, units
from goldenthread.documents.package import Package
from goldenthread.documents.refused import FileRefused

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_TEXT_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml|word/(?:charts/chart|diagrams/data|"
    r"diagrams/drawing)\w*\.xml"
)
_LOOK_PARTS = re.compile(
    r"word/(?:styles|numbering|fonttable|websettings|settings)\.xml|word/theme/theme\d*\.xml|"
    r"word/diagrams/(?:layout|quickstyle|colors)\w*\.xml|word/charts/(?:style|colors)\w*\.xml"
)
_PICTURES = re.compile(r"word/media/[^/]+\.(?:png|jpe?g|gif)")
_SETTINGS = (
    "zoom evenAndOddHeaders mirrorMargins defaultTabStop autoHyphenation footnotePr endnotePr compat "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator characterSpacingControl"
)
_SETTINGS_KEPT = {W + name for name in _SETTINGS.split()}
_HOLDS_ANOTHER_FILE = {W + "altChunk", W + "object", W + "control", W + "subDoc"}
_MADE_ON = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class _Document:
    """The parts of the copy as it is being made."""

    package: Package
    labelling: Labelling
    xml: dict[str, etree._Element] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    """Pictures, by the name they had; in the copy each has a name that says nothing."""
    asked: list[PartAsked] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def called(self, name: str) -> str:
        """What a part is called in the copy."""
        if name not in self.raw:
            return name
        number = list(self.raw).index(name) + 1
        return f"word/media/picture{number}{posixpath.splitext(name)[1]}"

    def keeps(self, name: str) -> bool:
        """Whether a part is in the copy."""
        return name in self.xml or name in self.raw


def word_copy(data: bytes, labelling: Labelling) -> LabelledCopy:
    """The copy, whole, with labels in the place of names; raises FileRefused for what cannot be read."""
    package = Package(data)
    document = _Document(package, labelling)
    for name in package.names:
        _take(document, name)
    _clean(document)
    joined = JoinedText([unit for root in _text_roots(document) for unit in units(root)])
    labelled = labelling.joined(joined)
    return LabelledCopy(
        data=_written(document),
        questions=labelled.questions,
        parts_asked=tuple(document.asked),
        said=tuple(document.said),
        replaced={"text": tuple(labelled.replaced)},
    )


def restored_word(data: bytes, replaced: tuple[Replacement, ...], labelling: Labelling) -> bytes:
    """The labelled copy with every name back in its place; formatting plays no part in it."""
    package = Package(data)
    document = _Document(package, labelling)
    for name in package.names:
        _take(document, name, all_pictures=True)
    joined = JoinedText([unit for root in _text_roots(document) for unit in units(root)])
    put_back(joined, replaced)
    return _written(document)


def _take(document: _Document, name: str, *, all_pictures: bool = False) -> None:
    if _TEXT_PARTS.fullmatch(name) or _LOOK_PARTS.fullmatch(name):
        document.xml[name] = document.package.xml(name)
    elif name.startswith("word/media/"):
        _take_picture(document, name, all_pictures=all_pictures)


def _take_picture(document: _Document, name: str, *, all_pictures: bool) -> None:
    answer = KEEP if all_pictures else document.labelling.parts.get(name, "")
    if answer == DROP:
        return
    if not _PICTURES.fullmatch(name):
        if answer != KEEP:
            document.asked.append(
                PartAsked(name, "a picture of a kind that is not kept; it can only be dropped")
            )
        return
    if answer != KEEP:
        document.asked.append(
            PartAsked(name, "a picture: look whether it shows anybody, or anything written")
        )
    document.raw[name] = without_metadata(document.package.read(name))


def _text_roots(document: _Document) -> Iterator[etree._Element]:
    # The body first, so that whoever is named in full there is known in what follows.
    names = sorted(document.xml, key=lambda name: (name != "word/document.xml", name))
    return (document.xml[name] for name in names if _TEXT_PARTS.fullmatch(name))


def _clean(document: _Document) -> None:
    if "word/document.xml" not in document.xml:
        raise FileRefused(
            "The Word document has no text. Open it, save it again, and try that copy."
        )
    added = removed = 0
    for name, root in document.xml.items():
        if _TEXT_PARTS.fullmatch(name):
            here = cleaned(root)
            added, removed = added + here[0], removed + here[1]
            _drop_what_holds_other_files(root)
    settings = document.xml.get("word/settings.xml")
    if settings is not None:
        for child in [one for one in settings if one.tag not in _SETTINGS_KEPT]:
            settings.remove(child)
    if added or removed:
        document.said.append(
            f"Tracked changes were accepted: {added} added, {removed} taken out for good."
        )
    gone = [
        name
        for name in document.package.names
        if not document.keeps(name) and not name.endswith((".rels", "/")) and name not in _REBUILT
    ]
    if gone:
        document.said.append(f"{len(gone)} other parts of the file were left out.")


_REBUILT = {"[content_types].xml", "docprops/core.xml", "docprops/app.xml"}


def _drop_what_holds_other_files(root: etree._Element) -> None:
    for element in [one for one in root.iter() if one.tag in _HOLDS_ANOTHER_FILE]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


# ---------------------------------------------------------------------- putting it together


def _written(document: _Document) -> bytes:
    rels = {name: _relations(document, name) for name in document.xml}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        _add(file, "[Content_Types].xml", _content_types(document))
        _add(file, "_rels/.rels", _package_relations())
        _add(file, "docProps/core.xml", _CORE.encode())
        for name, root in document.xml.items():
            _forget_lost_links(root, rels[name])
            _add(file, name, _bytes(root))
            if rels[name] is not None and len(rels[name]):
                _add(file, _rels_of(name), _bytes(rels[name]))
        for name, raw in document.raw.items():
            _add(file, document.called(name), raw)
    return out.getvalue()


def _add(file: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, date_time=_MADE_ON)
    info.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(info, data)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rels_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return f"{folder}/_rels/{file}.rels"


def _relations(document: _Document, name: str) -> etree._Element:
    """The links of a part that lead to parts of the copy, and to pages that tell of nobody."""
    kept = _root(_RELS, "Relationships")
    source = document.package.xml_if_present(_rels_of(name))
    for one in source if source is not None else ():
        target = str(one.get("Target", ""))
        if one.get("TargetMode") == "External":
            is_link = str(one.get("Type", "")).endswith("/hyperlink")
            if is_link and target.startswith(("http://", "https://")):
                if document.labelling.tells_nobody(target):
                    kept.append(_copy(one))
            continue
        folder = "" if target.startswith("/") else posixpath.dirname(name)
        path = posixpath.normpath(posixpath.join(folder, target.lstrip("/"))).lower()
        if document.keeps(path):
            link = _copy(one)
            link.set("Target", f"/{document.called(path)}")
            kept.append(link)
    return kept


def _root(namespace: str, name: str) -> etree._Element:
    return etree.fromstring(f'<{name} xmlns="{namespace.strip("{}")}"/>')


def _copy(one: etree._Element) -> etree._Element:
    return etree.Element(one.tag, {str(key): str(value) for key, value in one.attrib.items()})


def _forget_lost_links(root: etree._Element, rels: etree._Element) -> None:
    """Nothing points to a link that is not there: Word would call the file damaged."""
    known = {one.get("Id") for one in rels}
    for element in list(root.iter()):
        lost = [
            name
            for name in element.attrib
            if str(name).startswith(_R) and element.get(name) not in known
        ]
        if not lost:
            continue
        if element.tag == W + "hyperlink":
            for name in lost:
                del element.attrib[name]
            continue
        _drop_holder(element)


def _drop_holder(element: etree._Element) -> None:
    # A picture that is not kept goes with its frame; a header that is not kept with its mention.
    frames = (W + "drawing", W + "pict")
    holder = next((up for up in element.iterancestors() if up.tag in frames), element)
    parent = holder.getparent()
    if parent is not None:
        parent.remove(holder)


def _content_types(document: _Document) -> bytes:
    source = document.package.xml("[content_types].xml")
    root = _root(_TYPES, "Types")
    for one in source:
        if one.tag == _TYPES + "Default" or document.keeps(
            str(one.get("PartName", "")).lstrip("/").lower()
        ):
            child = _copy(one)
            if "PartName" in child.attrib:
                child.set("PartName", str(child.get("PartName")).lower())
            root.append(child)
    root.append(
        etree.Element(
            _TYPES + "Override",
            {
                "PartName": "/docProps/core.xml",
                "ContentType": "application/vnd.openxmlformats-package.core-properties+xml",
            },
        )
    )
    return _bytes(root)


def _package_relations() -> bytes:
    base = "http://schemas.openxmlformats.org"
    links = (
        ("rId1", f"{base}/officeDocument/2006/relationships/officeDocument", "word/document.xml"),
        (
            "rId2",
            f"{base}/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml",
        ),
    )
    root = _root(_RELS, "Relationships")
    for key, kind, target in links:
        root.append(
            etree.Element(_RELS + "Relationship", {"Id": key, "Type": kind, "Target": target})
        )
    return _bytes(root)
