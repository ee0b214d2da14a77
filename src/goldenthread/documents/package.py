"""Opening a zip-based file (Word, Excel, OpenDocument) without trusting anything it says.

What a zip directory declares can be false, so every part is read as a stream and counted.
"""

import re
import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from goldenthread.documents import limits
from goldenthread.documents.refused import FileRefused

DAMAGED = (
    "The file is damaged or cut short and could not be opened. Open it in the program it was made "
    "with, save it again under a new name, and add the new file."
)
TOO_BIG_INSIDE = (
    "The file is small but unpacks to far more than a chronology holds, so it was not opened. "
    "Copy the table into a new, empty file and add that one."
)
NOT_PLAIN_XML = (
    "The file contains instructions that a chronology does not need (a document type definition), "
    "so it was not opened. Copy the table into a new, empty file and add that one."
)
_END_OF_DIRECTORY = b"PK\x05\x06"
_SAYS_ENCODING = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml[^<>]{1,200}?encoding\s*=\s*["']([^"']*)["']"""
)
_PLAIN_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
_STEP = 1024 * 1024
_SOFT_HYPHEN = "\u00ad".encode()


class Package:
    """The parts of a zip-based file, each read under the limits of :mod:`..limits`.

    Opening checks the directory: number of parts, declared sizes, passwords and repeated names.
    """

    def __init__(self, data: bytes) -> None:
        _check_directory_size(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError, struct.error):
            raise FileRefused(DAMAGED) from None
        except NotImplementedError:
            raise FileRefused(DAMAGED) from None
        self._parts: dict[str, zipfile.ZipInfo] = {}
        self._unpacked = 0
        for info in self._zip.infolist():
            if info.flag_bits & 0x1:
                raise FileRefused(
                    "The file is protected by a password. Remove the password and add it again."
                )
            name = info.filename.lstrip("/").lower()
            if name in self._parts or ".." in name.replace("\\", "/").split("/"):
                raise FileRefused(DAMAGED)
            self._parts[name] = info
        if sum(info.file_size for info in self._parts.values()) > limits.MAX_UNPACKED:
            raise FileRefused(TOO_BIG_INSIDE)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case, in the order of the directory."""
        return tuple(self._parts)

    def has(self, name: str) -> bool:
        """Whether the file holds this part, in any case of letters."""
        return name.lstrip("/").lower() in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises :class:`FileRefused` when it is missing, damaged or huge."""
        info = self._parts.get(name.lstrip("/").lower())
        if info is None:
            raise FileRefused(DAMAGED)
        pieces = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_STEP):
                    size += len(piece)
                    self._count(len(piece), size=size, packed=info.compress_size)
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
            # RuntimeError covers compression methods that zipfile does not know.
            raise FileRefused(DAMAGED) from None
        return b"".join(pieces)

    def _count(self, step: int, *, size: int, packed: int) -> None:
        self._unpacked += step
        out_of_ratio = size > limits.RATIO_FROM and size > limits.MAX_RATIO * max(packed, 1)
        if self._unpacked > limits.MAX_UNPACKED or size > limits.MAX_PART or out_of_ratio:
            raise FileRefused(TOO_BIG_INSIDE)

    def xml(self, name: str) -> etree._Element:
        """The root element of an XML part, read under the limits; see :func:`parse_xml`."""
        return parse_xml(self.read(name))

    def xml_if_present(self, name: str) -> etree._Element | None:
        """As :meth:`xml`, or None where the file has no such part."""
        return self.xml(name) if self.has(name) else None


def _check_directory_size(data: bytes) -> None:
    """Refuse an enormous list of parts before anything builds that list in memory."""
    end = data.rfind(_END_OF_DIRECTORY, max(0, len(data) - 65_557))
    if end < 0 or len(data) < end + 22:
        raise FileRefused(DAMAGED)
    count, size = struct.unpack("<HL", data[end + 10 : end + 16])
    if count == 0xFFFF or size == 0xFFFFFFFF or data[end - 20 : end - 16] == b"PK\x06\x07":
        # The 64-bit form is for files over 4 GB; nothing that small enough to add needs it.
        raise FileRefused(DAMAGED)
    if count > limits.MAX_PARTS or size > limits.MAX_PARTS * 400:
        raise FileRefused(TOO_BIG_INSIDE)


def check_xml(data: bytes) -> bytes:
    """The XML without soft hyphens, which are shown only where a line happens to end.

    Refuses XML with a DTD, in a two-byte encoding, or with more elements than a tree can hold.
    """
    said = _SAYS_ENCODING.match(data)
    plain = said is None or said[1].lower() in _PLAIN_ENCODINGS
    if (
        not plain
        or not data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")
        or b"\x00" in data[:200]
    ):
        # What could be an entity cannot be looked for in letters that are not those of ASCII.
        raise FileRefused(DAMAGED)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise FileRefused(NOT_PLAIN_XML)
    # An element takes four bytes and an attribute five, so a short part needs no counting.
    many = len(data) > 4 * min(limits.MAX_ELEMENTS, limits.MAX_ATTRIBUTES)
    if many and (
        data.count(b"<") > limits.MAX_ELEMENTS or data.count(b"=") > limits.MAX_ATTRIBUTES
    ):
        raise FileRefused(TOO_BIG_INSIDE)
    return data if data.isascii() else data.replace(_SOFT_HYPHEN, b"")


def parse_xml(data: bytes) -> etree._Element:
    """The root of an XML document: no entities, no network, no DTD, no unlimited depth."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(check_xml(data), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise FileRefused(DAMAGED) from None
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise FileRefused(NOT_PLAIN_XML)
    return root
