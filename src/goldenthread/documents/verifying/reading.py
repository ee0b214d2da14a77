"""Every text that a file holds, wherever it is hidden: read from the bytes, without a document library."""

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

import pypdfium2

MAX_UNPACKED = 400_000_000
"""Bytes; more than any report unpacks to."""
_DEEPEST = 4

_ENDS = re.compile(
    rb"</(?:\w+:)?(?:p|tr|tc|si|c|pt|comment|row|title|docPart|property|author|txbxContent)>"
    rb"|<(?:\w+:)?(?:br|tab|cr)(?:\s[^>]*)?/?>"
)
_TAG = re.compile(rb"<[^>]*>", re.S)
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.S)
_FONTS = {
    b"ascii",
    b"hAnsi",
    b"cs",
    b"eastAsia",
    b"typeface",
    b"asciiTheme",
    b"hAnsiTheme",
    b"script",
    b"panose",
}
_ADDRESSES = re.compile(rb"xmlns(?::\w+)?$")
_OF_THE_FORMAT = (b"http://schemas.openxmlformats.org/", b"http://schemas.microsoft.com/")
_WRITTEN_FOR_READERS = set(b"descr title tooltip alt string prompt instr name Target".split())
_CAPTION = re.compile(rb"<\w+:(?:tblCaption|tblDescription|alias|tag|default|attr|docVar)\b")
_FIXED_TIME = "1980-01-01T00:00:00Z"
"""The moment at which every released copy says it was made."""
_PLACE_OF_WORDS = re.compile(rb"(<c [^>]*\bt=\"s\"[^>]*>)<v>\d+</v>")
"""In a sheet: at which place of another part the words of a cell stand. No number that anybody reads."""
_PRINTED = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){4,}")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)


class CannotVerify(Exception):
    """The file cannot be read to its last byte, so nothing can be said of it; the text says why."""


class Sort(StrEnum):
    """How a text was come by, and so what a find in it means."""

    READ = "read"
    """Somebody reads it: anything found counts."""
    OF_THE_MACHINE = "of_the_machine"
    """Numbers and keys of the format: a number there is nobody's, a name still is somebody's."""
    FISHED = "fished"
    """Fished out of binary data: single words mean little, a whole name is one."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a file, where it was, and how it was come by."""

    where: str
    text: str
    sort: Sort = Sort.READ


def texts_of(name: str, data: bytes) -> Iterator[Text]:
    """Every text in the file: its name, its parts, their names and attributes, files inside files."""
    yield Text("the name of the file", _spaced(name))
    yield from _inside(name, data, depth=0)


def _inside(where: str, data: bytes, *, depth: int) -> Iterator[Text]:
    if depth > _DEEPEST:
        raise CannotVerify(f"There are files inside files inside {where}, too deep to read.")
    if data.startswith(b"PK\x03\x04"):
        yield from _package(where, data, depth=depth)
    elif data.lstrip()[:5] in (b"<?xml", b"<html") or data.lstrip().startswith(b"<"):
        yield from _markup(where, data)
    elif b"%PDF-" in data[:1024]:
        yield from _pdf(where, data)
    elif _is_text(data):
        yield Text(where, data.decode("utf-8"))
    else:
        yield from _strings(where, data)


def _package(where: str, data: bytes, *, depth: int) -> Iterator[Text]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            if file.comment:
                yield Text(
                    f"{where}, comment of the package", file.comment.decode("utf-8", "replace")
                )
            total = 0
            for info in file.infolist():
                total += info.file_size
                if total > MAX_UNPACKED:
                    raise CannotVerify(f"{where} unpacks to more than can be read.")
                if info.extra or info.comment:
                    yield from _strings(f"{where}, {info.filename}", info.extra + info.comment)
                yield Text(f"{where}, name of a part", _spaced(info.filename))
                yield from _inside(f"{where}, {info.filename}", file.read(info), depth=depth + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError) as error:
        raise CannotVerify(f"{where} cannot be unpacked.") from error


def _markup(where: str, data: bytes) -> Iterator[Text]:
    data = _PLACE_OF_WORDS.sub(b"\\1", data)
    words = _unescaped(_TAG.sub(b"", _ENDS.sub(b"\n\n", data)))
    yield Text(where, words.replace(_FIXED_TIME, ""))
    by_sort: dict[Sort, list[bytes]] = {sort: [] for sort in Sort}
    for tag in _TAG.findall(data):
        for key, double, single in _ATTRIBUTE.findall(tag):
            value = double or single
            by_sort[_sort_of(tag, key, value)].append(value)
    for sort, values in by_sort.items():
        yield Text(f"{where}, attributes", _unescaped(b"\n".join(values)), sort)


def _sort_of(tag: bytes, key: bytes, value: bytes) -> Sort:
    local = key.rpartition(b":")[2]
    if local in _FONTS or _ADDRESSES.search(key) or value.startswith(_OF_THE_FORMAT):
        # The names of letters and the format's own addresses: only a whole name would be one.
        return Sort.FISHED
    is_read = local in _WRITTEN_FOR_READERS or _CAPTION.match(tag) is not None
    return Sort.READ if is_read else Sort.OF_THE_MACHINE


def _pdf(where: str, data: bytes) -> Iterator[Text]:
    yield from _strings(where, data)
    unpacked = 0
    for number, found in enumerate(_STREAM.finditer(data), 1):
        try:
            plain = zlib.decompressobj().decompress(found.group(1), MAX_UNPACKED - unpacked)
        except zlib.error:
            continue
        unpacked += len(plain)
        if unpacked >= MAX_UNPACKED:
            raise CannotVerify(f"{where} unpacks to more than can be read.")
        yield from _strings(f"{where}, stream {number}", plain)
    yield from _pdf_pages(where, data)


def _pdf_pages(where: str, data: bytes) -> Iterator[Text]:
    try:
        document = pypdfium2.PdfDocument(data)
        for number, page in enumerate(document, start=1):
            yield Text(f"{where}, page {number}", page.get_textpage().get_text_bounded())
        about = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise CannotVerify(f"{where} cannot be opened.") from error
    yield Text(f"{where}, what it says of itself", "\n".join(str(one) for one in about.values()))


def _strings(where: str, data: bytes) -> Iterator[Text]:
    narrow = b"\n".join(_PRINTED.findall(data)).decode("latin-1")
    wide = b"\n".join(found.replace(b"\x00", b"") for found in _WIDE.findall(data)).decode("ascii")
    if text := f"{narrow}\n{wide}".strip():
        yield Text(f"{where}, bytes", text, sort=Sort.FISHED)


def _is_text(data: bytes) -> bool:
    try:
        return "\x00" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _unescaped(data: bytes) -> str:
    return html.unescape(data.decode("utf-8", "replace"))


def _spaced(name: str) -> str:
    return re.sub(r"[_\-./\\]+", " ", name)
