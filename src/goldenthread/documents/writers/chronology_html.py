"""An integrated chronology as one page of HTML that needs nothing else and runs nothing."""

from collections.abc import Iterator
from html import escape

from goldenthread.chronology.analysis import Shown
from goldenthread.chronology.integrated import Integrated
from goldenthread.documents.writers.chronology_layout import (
    AGENCY,
    EVENT,
    INK,
    LETTER,
    NUMBER,
    Laid,
    laid_out,
)

_STYLE = """
body{font:16px/1.4 Arial,sans-serif;color:#0b0c0c;margin:1.5rem}
table{border-collapse:collapse;font-size:14px}
caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{border:1px solid #b1b4b6;padding:.3rem .5rem;text-align:left;vertical-align:top;white-space:pre-line}
thead th{background:#f3f2f1;position:sticky;top:0}
td.event{min-width:24rem}
td:target,tr:target{outline:3px solid #0b0c0c}
.letter{font-weight:bold}
.wide{overflow-x:auto}
@page{size:A3 landscape;margin:12mm}
@media print{body{margin:0;font-size:9pt}table{font-size:8pt}thead{display:table-header-group}
thead th{position:static}tr{break-inside:avoid}td.event{min-width:0}.wide{overflow:visible}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(integrated: Integrated, shown: Shown) -> bytes:
    """A page with the entries in one table and the findings beneath; no scripts, nothing fetched.

    The page forbids itself everything but its own style, and prints on A3 with headings repeated.
    """
    return "".join(_page(laid_out(integrated, shown))).encode()


def _page(laid: Laid) -> Iterator[str]:
    grounds = "".join(
        f".a{number}{{background:#{mark.ground};color:#{INK}}}"
        for number, mark in enumerate(laid.marks.values())
    )
    yield '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{escape(laid.title)}</title><style>{_STYLE}{grounds}</style></head><body><main>"
    yield f"<h1>{escape(laid.title)}</h1><p>{escape(laid.summary)}</p><ul>"
    for number, (agency, mark) in enumerate(laid.marks.items()):
        yield f'<li><span class="letter a{number}">{mark.letter}</span> {escape(agency)}</li>'
    yield "</ul>"
    yield from _table(laid)
    for found in laid.findings:
        yield f"<h2>{escape(found.title)}</h2><ul>"
        yield from (f"<li>{escape(line)}</li>" for line in found.lines)
        yield "</ul>"
    yield "</main></body></html>\n"


def _table(laid: Laid) -> Iterator[str]:
    # A table wider than the window scrolls by itself, and the keyboard must reach it.
    yield '<div class="wide" role="region" aria-label="Entries" tabindex="0"><table>'
    yield f"<caption>Entries, in order of date. {escape(laid.summary)}</caption><thead><tr>"
    yield from (f'<th scope="col">{escape(heading)}</th>' for heading in laid.headings)
    yield "</tr></thead><tbody>\n"
    number_of = {agency: number for number, agency in enumerate(laid.marks)}
    for row, agency in zip(laid.rows, laid.agencies, strict=True):
        yield f'<tr id="e{row[0]}">'
        for heading, text in zip(laid.headings, row, strict=True):
            yield _cell(heading, text, number_of[agency])
        yield "</tr>\n"
    yield "</tbody></table></div>"


def _cell(heading: str, text: str, agency: int) -> str:
    words = escape(text)
    if heading == NUMBER:
        return f'<th scope="row">{words}</th>'
    if heading in (LETTER, AGENCY):
        letter = "letter " if heading == LETTER else ""
        return f'<td class="{letter}a{agency}">{words}</td>'
    return f'<td class="event">{words}</td>' if heading == EVENT else f"<td>{words}</td>"
