"""The kinds of file an integrated chronology can be written as, by their ending."""

from collections.abc import Callable, Mapping

from goldenthread.chronology.analysis import Shown
from goldenthread.chronology.integrated import Integrated
from goldenthread.documents.writers.chronology_csv import write_csv
from goldenthread.documents.writers.chronology_html import write_html
from goldenthread.documents.writers.chronology_json import write_json
from goldenthread.documents.writers.chronology_pdf import MOST, TOO_MANY, write_pdf
from goldenthread.documents.writers.chronology_sheet import write_xlsx
from goldenthread.documents.writers.chronology_word import write_docx

WRITERS: Mapping[str, Callable[[Integrated, Shown], bytes]] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "csv": write_csv,
    "pdf": write_pdf,
    "html": write_html,
    "json": write_json,
}


def most_entries(kind: str) -> tuple[int | None, str]:
    """How many entries a kind of file holds at most, and what to do instead; None for any number."""
    return (MOST, TOO_MANY) if kind == "pdf" else (None, "")
