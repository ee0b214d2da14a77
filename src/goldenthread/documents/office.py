"""What Word and Excel files have in common: how their parts point to one another."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.documents.package import DAMAGED, Package
from goldenthread.documents.refused import FileRefused

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_EMBEDDED = ("/embeddings/", "/activex/", "/afchunk")


@dataclass(frozen=True, slots=True)
class Pointer:
    """One relationship: ``kind`` is the last word of its type, ``target`` a part or an address."""

    ref: str
    kind: str
    target: str
    outside: bool


def pointers(package: Package, part: str) -> tuple[Pointer, ...]:
    """What a part points to; ``""`` stands for the package itself. Two with one id are damage."""
    folder, leaf = posixpath.split(part)
    root = package.xml_if_present(posixpath.join(folder, "_rels", leaf + ".rels"))
    if root is None:
        return ()
    found = {}
    for element in root.iter(_RELATIONSHIP):
        outside = element.get("TargetMode", "").lower() == "external"
        target = element.get("Target", "")
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = element.get("Type", "").rsplit("/", 1)[-1]
        ref = element.get("Id", "")
        if ref in found:
            raise FileRefused(DAMAGED)
        found[ref] = Pointer(ref=ref, kind=kind, target=target, outside=outside)
    return tuple(found.values())


def main_part(package: Package) -> str:
    """The name of the part that holds the document or the workbook."""
    for pointer in pointers(package, ""):
        if pointer.kind == "officeDocument" and not pointer.outside:
            return pointer.target
    raise FileRefused(DAMAGED)


def target_of(package: Package, part: str, kind: str) -> str:
    """The part of this kind that ``part`` points to, or nothing."""
    for pointer in pointers(package, part):
        if pointer.kind == kind and not pointer.outside and package.has(pointer.target):
            return pointer.target
    return ""


def outside_notes(package: Package) -> Iterator[str]:
    """A sentence for each way in which the file reaches outside itself; none is followed."""
    kinds = set()
    for name in package.names:
        if name.endswith(".rels"):
            folder, leaf = posixpath.split(name)
            part = posixpath.join(posixpath.dirname(folder), leaf.removesuffix(".rels"))
            kinds |= {pointer.kind for pointer in pointers(package, part) if pointer.outside}
    if "attachedTemplate" in kinds:
        yield "The file points to a template kept somewhere else; it was not opened."
    if kinds - {"attachedTemplate", "hyperlink"}:
        yield "The file points to pictures or data kept somewhere else; they were not opened."
    embedded = sum(any(mark in f"/{name}" for mark in _EMBEDDED) for name in package.names)
    if embedded:
        yield (
            "Files or controls are embedded in this file; they were not opened. "
            "Add an embedded chronology as a file of its own."
        )
