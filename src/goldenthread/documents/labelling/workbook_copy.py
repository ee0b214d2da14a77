"""A labelled copy of an Excel workbook: made anew from what its cells show, and from nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

from goldenthread.anonymity import Replacement
from goldenthread.documents.labelling.copies import LabelledCopy, Labelling
from goldenthread.documents.labelling.text_copy import put_back
from goldenthread.documents.labelling.text_map import JoinedText
from goldenthread.documents.package import Package
from goldenthread.documents.readers import xlsx

_MADE_ON = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Excel keeps a time without a zone; every copy has the same."""
_LONGEST_CELL = 32_767
_LEFT_OUT = (
    "The workbook was made anew from what its cells show: comments, pictures, charts, formulas and names of"
    " ranges were left out."
)


@dataclass(slots=True)
class _Shown:
    """One cell as its sheet shows it, or (at row −1) the name of the sheet."""

    row: int
    column: int
    text: str

    def get(self) -> str:
        return self.text

    def put(self, text: str) -> None:
        self.text = text


def workbook_copy(data: bytes, labelling: Labelling) -> LabelledCopy:
    """The cells of every sheet, hidden ones too, with labels; formulas are kept as what they show."""
    sheets = _read(data)
    joined = _joined(sheets)
    labelled = labelling.joined(joined)
    return LabelledCopy(
        data=_written(sheets),
        questions=labelled.questions,
        said=(_LEFT_OUT,),
        replaced={"text": labelled.replaced},
    )


def restored_workbook(data: bytes, replaced: tuple[Replacement, ...]) -> bytes:
    """The labelled workbook with every name back in its cell."""
    sheets = _read(data)
    put_back(_joined(sheets), replaced)
    return _written(sheets)


def _read(data: bytes) -> list[list[_Shown]]:
    return [
        [
            _Shown(-1, 0, table.name),
            *(
                _Shown(row.number - 1, column, cell.text)
                for row in table.rows
                for column, cell in enumerate(row.cells)
                if cell.text
            ),
        ]
        for table in xlsx.read(Package(data)).tables
    ]


def _joined(sheets: list[list[_Shown]]) -> JoinedText:
    return JoinedText([[cell] for sheet in sheets for cell in sheet])


def _written(sheets: list[list[_Shown]]) -> bytes:
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _MADE_ON, "author": ""})
        words = book.add_format({"text_wrap": True, "valign": "top"})
        for name, (_, *cells) in zip(_names(sheets), sheets, strict=True):
            page = book.add_worksheet(name)
            page.set_column(0, max((cell.column for cell in cells), default=0), 24)
            for cell in cells:
                page.write_string(cell.row, cell.column, cell.text[:_LONGEST_CELL], words)
    return out.getvalue()


def _names(sheets: list[list[_Shown]]) -> Iterator[str]:
    taken: set[str] = set()
    for number, (title, *_) in enumerate(sheets, 1):
        plain = "".join(one for one in title.text if one not in "[]:*?/\\")[:31].strip("' ")
        if not plain or plain.lower() in taken:
            plain = f"Sheet {number}"
        taken.add(plain.lower())
        yield plain
