"""Whether anything of anybody survives in a finished file, and where. Its report holds no names."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from goldenthread.anonymity import Register, Survivor, survivors
from goldenthread.documents.verifying.reading import CannotVerify, Sort, Text, texts_of

_SURE = {"full name", "contact", "hidden name", "date of birth"}
"""What counts in binary data, where a single word is often none."""
_LEFT = (
    (re.compile(r"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b"), "tracked change"),
    (re.compile(r"<w:commentReference\b|<w:comment\b"), "comment"),
    (re.compile(r"<w:vanish(?:/>|\s+w:val=\"(?:1|true|on)\")"), "hidden text"),
    (re.compile(r"<(?:dc:creator|cp:lastModifiedBy)>[^<]"), "author"),
    (re.compile(r"<w:docVar\b"), "document variable"),
)
_PARTS_NOT_RELEASED = re.compile(
    r"(?i)vbaProject|customXml/|docProps/(?:custom|thumbnail)|word/(?:people|comments|glossary/|embeddings/)"
)


@dataclass(frozen=True, slots=True, order=True)
class Left:
    """Something that must not be released: where in the file, at which place, of which kind, and whose."""

    where: str
    offset: int
    length: int
    kind: str
    key: str = ""


def left_in_file(name: str, data: bytes, register: Register) -> tuple[Left, ...]:
    """Everything that survives in the bytes of a file. Empty means that this search found nothing.

    A file that cannot be read to its end is reported as such: nothing can be said of it.
    """
    found: list[Left] = []
    try:
        for text in texts_of(name, data):
            found += _in_text(text, register)
        found += _marks(name, data)
    except CannotVerify as problem:
        found.append(Left(str(problem), 0, 0, "unreadable"))
    return tuple(sorted(set(found)))


def _in_text(text: Text, register: Register) -> Iterator[Left]:
    for one in survivors(text.text, register):
        if _counts(one, text.sort):
            yield Left(text.where, one.offset, one.length, one.kind, one.key)


def _counts(one: Survivor, sort: Sort) -> bool:
    if sort is Sort.READ or one.kind in _SURE:
        return True
    return sort is Sort.OF_THE_MACHINE and one.key != ""


def _marks(name: str, data: bytes) -> Iterator[Left]:
    """What a Word or Excel file keeps beside its text, which a released copy does not have."""
    if not data.startswith(b"PK\x03\x04"):
        return
    with zipfile.ZipFile(BytesIO(data)) as file:
        for info in file.infolist():
            where = f"{name}, {info.filename}"
            if _PARTS_NOT_RELEASED.search(info.filename):
                yield Left(where, 0, 0, "part that is not released")
            if info.filename.endswith(".xml"):
                text = file.read(info).decode("utf-8", "replace")
                for pattern, kind in _LEFT:
                    for found in pattern.finditer(text):
                        yield Left(where, found.start(), len(found.group()), kind)
