"""The ten files that the agencies send in: four Word, four Excel, two CSV, no two of a form.

``python -m goldenthread.reviews.demo.story.files`` writes them again into ``files/`` after the words
in ``chronologies/`` have changed. The same words make the same bytes: dates inside the files and
inside the zip around them are fixed.
"""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from goldenthread.reviews.demo.story.chronologies import ToldChronology, chronology
from goldenthread.reviews.demo.story.partnership import AGENCY_KEYS
from goldenthread.reviews.demo.story.sheets import (
    sheet_with_from_and_to,
    sheet_with_hidden_column,
    sheet_with_lines_above,
    two_sheets,
)
from goldenthread.reviews.demo.story.word import (
    word_with_combined_time,
    word_with_merged_cells,
    word_with_name_block,
    word_with_table_a_year,
)

_FOLDER = Path(__file__).parent / "files"
_ZIP_DAY = (2011, 8, 1, 9, 0, 0)


def _csv_of_windows(told: ToldChronology) -> bytes:
    return _csv(told, delimiter=",").encode("cp1252")


def _csv_with_semicolons(told: ToldChronology) -> bytes:
    return _csv(told, delimiter=";").encode("utf-8")


def _csv(told: ToldChronology, *, delimiter: str) -> str:
    (table,) = told.tables
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(
        [table.headings, *table.rows]
    )
    return out.getvalue()


_BUILDERS: dict[str, tuple[str, Callable[[ToldChronology], bytes]]] = {
    "childrens-social-care": ("docx", word_with_name_block),
    "police": ("xlsx", two_sheets),
    "community-health": ("docx", word_with_table_a_year),
    "mere-general": ("docx", word_with_combined_time),
    "larkfield-surgery": ("csv", _csv_of_windows),
    "harbour-lane-school": ("docx", word_with_merged_cells),
    "housing": ("csv", _csv_with_semicolons),
    "probation": ("xlsx", sheet_with_from_and_to),
    "tern-mental-health": ("xlsx", sheet_with_hidden_column),
    "saltmarsh": ("xlsx", sheet_with_lines_above),
}


def file_name(agency: str) -> str:
    """The name of an agency’s file, “police.xlsx”; KeyError for a key that is none of the ten."""
    ending, _ = _BUILDERS[agency]
    return f"{agency}.{ending}"


def build_file(agency: str) -> bytes:
    """An agency’s file, made from its words."""
    ending, build = _BUILDERS[agency]
    data = build(chronology(agency))
    return data if ending == "csv" else _with_fixed_times(data)


def agency_file(agency: str) -> bytes:
    """An agency’s file as it is kept with the code."""
    return (_FOLDER / file_name(agency)).read_bytes()


def write_files() -> None:
    """Write all ten files anew."""
    _FOLDER.mkdir(exist_ok=True)
    for key in AGENCY_KEYS:
        (_FOLDER / file_name(key)).write_bytes(build_file(key))


def _with_fixed_times(data: bytes) -> bytes:
    # Zip members carry the minute they were written, so the same words would make other bytes.
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=_ZIP_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()


if __name__ == "__main__":
    write_files()
