"""An integrated chronology as a Word document on wide pages."""

import re
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from lxml import etree

from goldenthread.chronology.analysis import Shown
from goldenthread.chronology.integrated import Integrated
from goldenthread.documents.readers.word_text import W
from goldenthread.documents.writers.chronology_layout import (
    AGENCY,
    DATE,
    ELAPSED,
    EVENT,
    INK,
    LETTER,
    NUMBER,
    OWN,
    ROW,
    TIME,
    Laid,
    laid_out,
)

_A4, _A3 = (29.7, 21.0), (42.0, 29.7)
_MARGIN = 1.5
_TWIPS_PER_CM = 567
_SHARES = {NUMBER: 0.6, LETTER: 0.6, TIME: 0.8, ROW: 0.5, ELAPSED: 0.8, EVENT: 4.0}
_EMPTY = (
    f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/>'
    '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid/></w:tbl>'
)
_BREAKS = re.compile(r"([\n\t])")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_docx(integrated: Integrated, shown: Shown) -> bytes:
    """A landscape document: the entries in one table whose headings repeat, then the findings.

    A4 where the columns fit and A3 where they do not. Each agency has a letter and a ground of its
    own, so that neither colour nor letter has to be told alone.
    """
    laid = laid_out(integrated, shown)
    document = docx.Document()
    width = _set_page(document, columns=len(laid.headings))
    document.add_heading(laid.title, level=1)
    document.add_paragraph(laid.summary)
    for agency, mark in laid.marks.items():
        document.add_paragraph(f"{mark.letter}: {agency}", style="List Bullet")
    table: etree._Element = parse_xml(_EMPTY)
    document.add_paragraph()._p.addnext(table)
    _fill(table, laid, width)
    bullet = document.styles["List Bullet"].style_id
    for found in laid.findings:
        title = document.add_heading(found.title, level=2)
        for line in reversed(found.lines):
            title._p.addnext(_paragraph(line, bullet))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_page(document: Document, *, columns: int) -> float:
    """Make the page wide; the width in centimetres that a table can have."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    size = _A4 if columns <= len(OWN) + 4 else _A3
    section.page_width, section.page_height = map(Cm, size)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    document.styles["Normal"].font.size = Pt(8)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.title = "Integrated chronology"
    return size[0] - 2 * _MARGIN


def _fill(table: etree._Element, laid: Laid, width: float) -> None:
    """Headings and rows, built as XML: a library that does it cell by cell takes minutes.

    The table stands in its document already, as moving a full one there takes longer than this.
    """
    total = sum(_SHARES.get(heading, 1.0) for heading in laid.headings)
    widths = [
        round(_SHARES.get(heading, 1.0) / total * width * _TWIPS_PER_CM)
        for heading in laid.headings
    ]
    for own in widths:
        etree.SubElement(table[1], W + "gridCol", {W + "w": str(own)})
    head = etree.SubElement(table, W + "tr")
    properties = etree.SubElement(head, W + "trPr")
    etree.SubElement(properties, W + "cantSplit")
    etree.SubElement(properties, W + "tblHeader")
    for heading in laid.headings:
        _add_cell(head, heading, bold=True)
    coloured = {laid.headings.index(LETTER), laid.headings.index(AGENCY)}
    for row, agency in zip(laid.rows, laid.agencies, strict=True):
        line = etree.SubElement(table, W + "tr")
        ground = laid.marks[agency].ground
        for column, text in enumerate(row):
            bold = laid.headings[column] in (DATE, LETTER)
            _add_cell(line, text, bold=bold, ground=ground if column in coloured else "")


def _add_cell(row: etree._Element, text: str, *, bold: bool = False, ground: str = "") -> None:
    cell = etree.SubElement(row, W + "tc")
    if ground:
        properties = etree.SubElement(cell, W + "tcPr")
        shade = {W + "val": "clear", W + "color": "auto", W + "fill": ground}
        etree.SubElement(properties, W + "shd", shade)
    paragraph = etree.SubElement(cell, W + "p")
    run = etree.SubElement(paragraph, W + "r")
    if bold or ground:
        settings = etree.SubElement(run, W + "rPr")
        if bold:
            etree.SubElement(settings, W + "b")
        if ground:
            etree.SubElement(settings, W + "color", {W + "val": INK})
    _add_words(run, text)


def _paragraph(text: str, style: str) -> etree._Element:
    """A paragraph by itself; findings can be thousands, which a library adds ever more slowly."""
    paragraph: etree._Element = parse_xml(f"<w:p {nsdecls('w')}/>")
    properties = etree.SubElement(paragraph, W + "pPr")
    etree.SubElement(properties, W + "pStyle", {W + "val": style})
    _add_words(etree.SubElement(paragraph, W + "r"), text)
    return paragraph


def _add_words(run: etree._Element, text: str) -> None:
    """Words with their lines and tabs apart, as Word keeps them."""
    for piece in _BREAKS.split(text):
        if piece in ("\n", "\t"):
            etree.SubElement(run, W + ("br" if piece == "\n" else "tab"))
        elif piece:
            words = etree.SubElement(run, W + "t", {_SPACE: "preserve"})
            words.text = piece
