"""Make a labelled copy of a file of any kind that can be labelled, and take the labels back."""

from collections.abc import Mapping

from goldenthread.anonymity import Replacement
from goldenthread.documents.labelling.copies import LabelledCopy, Labelling
from goldenthread.documents.labelling.text_copy import (
    restored_table,
    restored_text,
    table_copy,
    text_copy,
)
from goldenthread.documents.labelling.word_copy import restored_word, word_copy
from goldenthread.documents.labelling.workbook_copy import restored_workbook, workbook_copy
from goldenthread.documents.refused import FileRefused
from goldenthread.documents.sniff import Kind, sniff

_NO_PDF = (
    "A PDF cannot be labelled: what it shows and what it holds can differ. Label the Word document it was "
    "made from, and make the PDF from the copy."
)
_NOT_THIS = "Only Word (.docx), Excel (.xlsx), CSV and text files can be labelled. Save the file as one of these."


def labelled_copy(name: str, data: bytes, labelling: Labelling) -> LabelledCopy:
    """The labelled copy of a file; raises FileRefused, saying what to do, for one that cannot be labelled."""
    match _kind(name, data):
        case Kind.DOCX:
            return word_copy(data, labelling)
        case Kind.XLSX:
            return workbook_copy(data, labelling)
        case Kind.CSV if name.lower().endswith((".csv", ".tsv")):
            return table_copy(data, labelling)
        case Kind.CSV:
            return text_copy(data, labelling)
        case Kind.PDF:
            raise FileRefused(_NO_PDF)
        case _:
            raise FileRefused(_NOT_THIS)


def personal_copy(
    name: str,
    data: bytes,
    replaced: Mapping[str, tuple[Replacement, ...]],
    labelling: Labelling,
) -> bytes:
    """The labelled file with every name back where it stood. The exact inverse, on what is written."""
    back = replaced.get("text", ())
    match _kind(name, data):
        case Kind.DOCX:
            return restored_word(data, back, labelling)
        case Kind.XLSX:
            return restored_workbook(data, back)
        case Kind.CSV if name.lower().endswith((".csv", ".tsv")):
            return restored_table(data, back)
        case _:
            return restored_text(data, back)


def _kind(name: str, data: bytes) -> Kind:
    if name.lower().endswith((".txt", ".md")) and not data.startswith((b"PK", b"%PDF")):
        return Kind.CSV
    return sniff(data)[0]
