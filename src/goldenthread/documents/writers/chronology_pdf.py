"""An integrated chronology as tagged PDF."""

import json
from collections.abc import Sequence
from typing import Literal

import typst

from goldenthread.chronology.analysis import Shown
from goldenthread.chronology.integrated import Integrated
from goldenthread.documents.refused import FileRefused
from goldenthread.documents.writers.chronology_layout import (
    AGENCY,
    EVENT,
    INK,
    LETTER,
    NUMBER,
    OWN,
    ROW,
    TIME,
    laid_out,
)

_SHARES = {NUMBER: 0.7, LETTER: 0.7, TIME: 0.8, ROW: 0.6, EVENT: 4.0}
# The words come in as data and are set as they are: nothing in a record is read as markup.
_SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: ())
#set page(paper: data.paper, flipped: true, margin: 12mm, numbering: "1 of 1")
#set text(lang: "en", region: "GB", size: 7.5pt, fill: rgb(data.ink), hyphenate: true)
#set par(justify: false)
#show heading: set block(above: 1.4em, below: 0.7em)
#heading(level: 1, text(data.title))
#text(data.summary)

#for mark in data.marks [
  #box(fill: rgb(mark.ground), inset: 2pt, text(mark.letter)) #text(mark.agency) #h(1em)
]
#table(
  columns: data.shares.map(share => share * 1fr),
  inset: 3pt,
  stroke: 0.4pt + rgb(data.ink),
  table.header(repeat: true, ..data.headings.map(heading => strong(text(heading)))),
  ..data.rows.map(row => row.cells.enumerate().map(((column, words)) => {
    let ground = if column in data.coloured { rgb(row.ground) }
    table.cell(fill: ground, breakable: row.parted, text(words))
  })).flatten()
)
#for found in data.findings {
  heading(level: 2, text(found.title))
  list(..found.lines.map(line => text(line)))
}
"""

_Standard = Literal["ua-1"]
_MOST_LETTERS, _MOST_LINES = 4_000, 15
"""A row of fewer letters, if all columns were as full as its fullest, fits on half a page."""
MOST = 5_000
"""Entries of a PDF: setting pages takes a fifth of a megabyte of memory for each."""
TOO_MANY = (
    f"A PDF holds at most {MOST:,} entries. Write it as .html, .docx or .xlsx, or leave out days "
    "with --from and --to."
)


def write_pdf(integrated: Integrated, shown: Shown) -> bytes:
    """A landscape PDF with repeated headings, tagged for screen readers (PDF/UA-1).

    A4 where the columns fit and A3 where they do not. Raises :class:`FileRefused` where there are
    more entries than :data:`MOST`.
    """
    if len(integrated.entries) > MOST:
        raise FileRefused(TOO_MANY)
    laid = laid_out(integrated, shown)
    shares = [_SHARES.get(heading, 1.0) for heading in laid.headings]
    data = {
        "title": laid.title,
        "summary": laid.summary,
        "paper": "a4" if len(laid.headings) <= len(OWN) + 4 else "a3",
        "ink": INK,
        "marks": [
            {"letter": mark.letter, "ground": mark.ground, "agency": agency}
            for agency, mark in laid.marks.items()
        ],
        "headings": laid.headings,
        "shares": shares,
        "coloured": [laid.headings.index(LETTER), laid.headings.index(AGENCY)],
        "rows": [
            {"cells": row, "ground": laid.marks[agency].ground, "parted": _is_long(row, shares)}
            for row, agency in zip(laid.rows, laid.agencies, strict=True)
        ],
        "findings": [{"title": found.title, "lines": found.lines} for found in laid.findings],
    }
    return _compiled(json.dumps(data, ensure_ascii=False))


def _is_long(row: Sequence[str], shares: Sequence[float]) -> bool:
    """Whether a row may not fit on one page; any other is kept whole, never parted over two."""
    most = _MOST_LETTERS / sum(shares)
    return any(
        len(cell) > most * share or cell.count("\n") > _MOST_LINES
        for cell, share in zip(row, shares, strict=True)
    )


def _compiled(data: str) -> bytes:
    """The PDF with the letters that come with the program; with those of the machine where some
    letters are lacking; and where it lacks them too, still with the words, but not as PDF/UA, which
    allows no letter that cannot be shown.
    """
    ways: tuple[tuple[bool, _Standard | None], ...] = (
        (True, "ua-1"),
        (False, "ua-1"),
        (False, None),
    )
    for own_letters_only, standard in ways:
        try:
            made = typst.compile(
                _SOURCE.encode(),
                sys_inputs={"data": data},
                pdf_standards=standard,
                ignore_system_fonts=own_letters_only,
            )
        except typst.TypstError as error:
            if standard is None or "could not be displayed" not in str(error):
                raise
            continue
        return bytes(made)
    raise AssertionError("The last way returns or raises.")
