"""What a file really is, from its bytes; its name is only what somebody called it."""

from enum import StrEnum

import puremagic

from goldenthread.documents.package import Package
from goldenthread.documents.refused import FileRefused

ACCEPTED = "Add a Word document (.docx), an Excel workbook (.xlsx) or a CSV file."
_MACROS = (
    "The file contains macros (small programs), which are not taken in. Choose Save As and the "
    "kind without macros (.docx or .xlsx), then add that file."
)
_PROTECTED = (
    "The file is protected by a password. Open it, remove the password (File, Info, Protect), "
    "save it and add it again."
)
_OLD_FORM = "This is {what}. Open it, choose Save As and “{form}”, then add the file that makes."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENT_TYPES = "[content_types].xml"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_SCRIPTS = ("basic/", "scripts/")
"""The folders in which an OpenDocument file keeps its macros."""
_TYPE_NAMES = (
    # A mark in [Content_Types].xml, and what the package then is.
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"wordprocessingml.template.main+xml", "docx"),
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"spreadsheetml.template.main+xml", "xlsx"),
)
_OLE_STREAMS = (
    # The name of a stream inside an old-form file, and what the file then is.
    ("WordDocument", "an old Word document (.doc)", "Word Document (.docx)"),
    ("Workbook", "an old Excel workbook (.xls)", "Excel Workbook (.xlsx)"),
    ("Book", "an old Excel workbook (.xls)", "Excel Workbook (.xlsx)"),
)


class Kind(StrEnum):
    """The kinds of file that are read."""

    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    ODS = "ods"
    ODT = "odt"
    PDF = "pdf"


NAMES: dict[Kind, str] = {
    Kind.DOCX: "a Word document",
    Kind.XLSX: "an Excel workbook",
    Kind.CSV: "a text file (CSV)",
    Kind.ODS: "an OpenDocument spreadsheet",
    Kind.ODT: "an OpenDocument text",
    Kind.PDF: "a PDF",
}


def sniff(data: bytes) -> tuple[Kind, Package | None]:
    """The kind of a file, and its parts where it is zip-based.

    Raises :class:`FileRefused` for everything that is not read: protected, macro-bearing, old and
    foreign files, each with the way to a file that can be read.
    """
    if not data.strip(b"\x00 \r\n\t"):
        raise FileRefused("The file is empty. Check that it was saved, and add it again.")
    if data.startswith(_OLE):
        raise FileRefused(_say_old_form(data))
    if data.startswith(b"PK"):
        package = Package(data)
        return _kind_of_package(package), package
    if b"%PDF-" in data[:1024]:
        return Kind.PDF, None
    _refuse_other_forms(data)
    return Kind.CSV, None


def _kind_of_package(package: Package) -> Kind:
    if any(name.endswith("vbaproject.bin") or name.startswith(_SCRIPTS) for name in package.names):
        raise FileRefused(_MACROS)
    if package.has(_CONTENT_TYPES):
        return _kind_of_office(package.read(_CONTENT_TYPES))
    if package.has("mimetype"):
        mimetype = package.read("mimetype").strip()
        if mimetype.startswith(_OPEN_DOCUMENT + b"spreadsheet"):
            return Kind.ODS
        if mimetype.startswith(_OPEN_DOCUMENT + b"text"):
            return Kind.ODT
    raise FileRefused(
        f"The file is a zip folder. Take the files out of it and add them one by one. {ACCEPTED}"
    )


def _kind_of_office(content_types: bytes) -> Kind:
    if b"sheet.binary" in content_types:
        raise FileRefused(
            _OLD_FORM.format(what="a binary Excel workbook (.xlsb)", form="Excel Workbook (.xlsx)")
        )
    if b"macroEnabled" in content_types:
        raise FileRefused(_MACROS)
    for mark, kind in _TYPE_NAMES:
        if mark in content_types:
            return Kind(kind)
    if b"presentationml" in content_types:
        raise FileRefused(f"This is a PowerPoint presentation, not a table. {ACCEPTED}")
    raise FileRefused(f"This is not a Word document or an Excel workbook. {ACCEPTED}")


def _say_old_form(data: bytes) -> str:
    if _holds_stream(data, "EncryptedPackage"):
        return _PROTECTED
    for stream, what, form in _OLE_STREAMS:
        if _holds_stream(data, stream):
            return _OLD_FORM.format(what=what, form=form)
    if _holds_stream(data, "__nameid_version1.0"):
        return f"This is an e-mail message. Add the file attached to it instead. {ACCEPTED}"
    return f"This is a file of an old Office form that is not read. {ACCEPTED}"


def _holds_stream(data: bytes, name: str) -> bool:
    # Stream names are in the directory of the container in two-byte letters, ended by a zero.
    return (name + "\0").encode("utf-16-le") in data


def _refuse_other_forms(data: bytes) -> None:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"{\\rtf"):
        raise FileRefused(
            _OLD_FORM.format(what="a rich text file (.rtf)", form="Word Document (.docx)")
        )
    if start.startswith((b"<!doctype html", b"<html")) or b"<table" in start:
        raise FileRefused(
            "This is a web page, whatever its name says. Open it in Excel or Word, choose Save As "
            "and “Excel Workbook (.xlsx)” or “Word Document (.docx)”, then add that file."
        )
    if start.startswith(b"<?xml"):
        raise FileRefused(f"This is an XML file, which is not read. {ACCEPTED}")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return
    start = data[:4096]
    if start.count(0) > len(start) / 20 and not _two_byte_text(start):
        raise FileRefused(f"This is {_foreign_name(data)}, not a table. {ACCEPTED}")
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")):
        raise FileRefused(f"This is {_foreign_name(data)}, not a table. {ACCEPTED}")


def _two_byte_text(start: bytes) -> bool:
    """Whether every second byte is zero and hardly any other, as in UTF-16 of Latin letters."""
    halves = [start[offset::2] for offset in (0, 1)]
    zeros = sorted(half.count(0) / max(1, len(half)) for half in halves)
    return zeros[0] < 0.1 and zeros[1] > 0.9


def _foreign_name(data: bytes) -> str:
    """A few words for a file of some other kind, such as “a picture or drawing (.png)”."""
    try:
        found = puremagic.magic_string(data[:65_536])
    except (puremagic.PureError, ValueError):
        found = []
    if not found:
        return "a file of a kind that is not known here"
    best = found[0]
    if best.mime_type.startswith("image/"):
        return f"a picture ({best.extension or best.mime_type})"
    if best.mime_type.startswith(("audio/", "video/")):
        return f"a recording ({best.extension or best.mime_type})"
    return f"a file of another kind ({best.name})"
