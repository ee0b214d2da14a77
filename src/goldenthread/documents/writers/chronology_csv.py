"""An integrated chronology as CSV that no spreadsheet can run."""

import csv
from io import StringIO

from goldenthread.chronology.analysis import Shown
from goldenthread.chronology.integrated import Integrated
from goldenthread.documents.writers.chronology_layout import laid_out

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(integrated: Integrated, shown: Shown) -> bytes:
    """The entries as UTF-8 with a mark that Excel knows; the findings stand in the other kinds.

    A cell that a spreadsheet would run gets an apostrophe before it, which our reader takes off.
    """
    laid = laid_out(integrated, shown)
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(map(_inert, laid.headings))
    writer.writerows(map(_inert, row) for row in laid.rows)
    return out.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.lstrip("' ").startswith(_BEGINS_A_FORMULA) else cell
