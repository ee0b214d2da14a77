"""Six agencies’ files read, merged and analysed: the time at 5, 20 and 80 thousand rows, and memory.

The measure is parsing the same cells with nothing but the standard library and lxml, in the same run.
Times are of the processor, as neighbours on the machine must not count (a busy one still slows what
it shares). Each size runs in a process of its own, so that the peak of memory is its own too; and as
``goldenthread chronology merge`` runs, with Python’s collector of circles at rest.

Growth is given as the time for four times the rows, over what n log n would allow for them.
"""

import csv
import io
import json
import math
import random
import resource
import subprocess
import sys
import time
import zipfile
from datetime import date, timedelta

import xlsxwriter
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from goldenthread.chronology.analysis import analyse
from goldenthread.chronology.collecting import nothing_collected
from goldenthread.chronology.entries import understand
from goldenthread.chronology.integrated import Source, merge
from goldenthread.documents.readers import read_file

SIZES = (5_000, 20_000, 80_000)
LIMIT = 5.0  # seconds for 20,000 rows
MOST_A_ROW = 8  # KB of memory
STEPS = ("read", "understood", "merged", "analysed")
HEADINGS = ("Date", "Time", "Event", "Action", "Source")
AGENCIES = ("Surgery", "School", "Police", "Social care", "Midwifery", "Housing")
WHO = (
    "the health visitor",
    "Mrs Tansy Oakapple",
    "the duty social worker",
    "PC Larkspur",
    "the GP",
)
DID = ("visited Bramble Cottage", "rang the school", "saw the child with mother", "found no one in")
SAID = (
    "bruise to left arm",
    "no concerns",
    "asked for a strategy meeting",
    "did not attend clinic",
)
ACTIONS = ("None.", "Referred to social care.", "Letter to the GP.", "Told the school nurse.", "")


def typed(day: date, chance: random.Random) -> str:
    """A date as agencies type it: mostly figures, sometimes words, sometimes in doubt."""
    forms = (
        f"{day:%d/%m/%Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%y}",
        f"{day.day} {day:%B %Y}",
        f"{day.day} {day:%b %Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%B %Y}",
        f"about {day.day} {day:%B %Y}",
        f"w/c {day:%d/%m/%Y}",
    )
    return forms[min(int(chance.expovariate(0.5)), len(forms) - 1)]


def rows_of(number: int, count: int) -> list[tuple[str, ...]]:
    chance = random.Random(number)
    days = sorted(date(2001, 1, 1) + timedelta(days=chance.randrange(5_000)) for _ in range(count))
    return [
        (
            typed(day, chance),
            f"{chance.randrange(8, 18):02}:{chance.randrange(60):02}"
            if chance.random() < 0.4
            else "",
            f"{chance.choice(WHO).capitalize()} {chance.choice(DID)}; {chance.choice(SAID)} (note {row}).",
            chance.choice(ACTIONS),
            f"Record {chance.randrange(30)}",
        )
        for row, day in enumerate(days)
    ]


def as_csv(rows: list[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows((HEADINGS, *rows))
    return out.getvalue().encode()


def as_xlsx(rows: list[tuple[str, ...]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for number, row in enumerate((HEADINGS, *rows)):
            page.write_row(number, 0, row)
    return out.getvalue()


def as_docx(rows: list[tuple[str, ...]]) -> bytes:
    lines = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in row)
        + "</w:tr>"
        for row in (HEADINGS, *rows)
    )
    document = Document()
    document.add_paragraph()._p.addnext(parse_xml(f"<w:tbl {nsdecls('w')}>{lines}</w:tbl>"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


MAKERS = (("docx", as_docx), ("xlsx", as_xlsx), ("csv", as_csv))


def made(count: int) -> list[tuple[str, str, bytes]]:
    return [
        (agency, f"{agency}.{MAKERS[n % 3][0]}", MAKERS[n % 3][1](rows_of(n, count // 6)))
        for n, agency in enumerate(AGENCIES)
    ]


def parsed_alone(files: list[tuple[str, str, bytes]]) -> int:
    """Every text of the same files, through lxml or the csv module and nothing else."""
    count = 0
    for _, name, data in files:
        if name.endswith("csv"):
            count += sum(len(row) for row in csv.reader(io.StringIO(data.decode())))
            continue
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.namelist():
                if part.endswith(".xml"):
                    count += sum(1 for _ in etree.fromstring(package.read(part)).itertext())
    return count


def measured(count: int) -> dict[str, float]:
    files = made(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    steps = {}
    began = time.process_time()
    parsed_alone(files)
    steps["parsed alone"] = time.process_time() - began
    began = time.process_time()
    read = [(agency, read_file(data, name=name)) for agency, name, data in files]
    steps["read"] = time.process_time() - began
    began = time.process_time()
    sources = [Source(agency, file, understand(file)) for agency, file in read]
    steps["understood"] = time.process_time() - began
    began = time.process_time()
    integrated = merge(sources)
    steps["merged"] = time.process_time() - began
    began = time.process_time()
    analyse(integrated)
    steps["analysed"] = time.process_time() - began
    steps["megabytes"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    steps["entries"] = len(integrated.entries)
    return steps


def report(steps: dict[str, float]) -> None:
    rows, total = steps["entries"], steps["total"]
    parts = ", ".join(f"{name} {steps[name]:.2f} s" for name in STEPS)
    print(f"{rows:,} rows of six files: {total:.2f} s ({parts}); ", end="")
    print(f"parsed alone: {steps['parsed alone']:.2f} s; ratio {total / steps['parsed alone']:.1f}")
    a_row = steps["megabytes"] * 1024 / rows
    print(
        f"  memory over that of the files: {steps['megabytes']:.0f} MB at the peak, {a_row:.1f} KB a "
        f"row; limit {MOST_A_ROW} KB a row; ratio {a_row / MOST_A_ROW:.2f}"
    )
    if rows <= SIZES[1] < rows + 10:
        print(f"  limit for 20,000 rows {LIMIT:.0f} s; ratio {total / LIMIT:.2f}")


def report_growth(before: dict[str, float], after: dict[str, float]) -> None:
    few, many = before["entries"], after["entries"]
    grown = after["total"] / before["total"]
    allowed = many * math.log(many) / (few * math.log(few))
    print(
        f"  growth: {grown:.2f} times the time for {many / few:.0f} times the rows; n log n allows "
        f"{allowed:.2f}; ratio {grown / allowed:.2f}"
    )


def main() -> None:
    if len(sys.argv) > 1:
        with nothing_collected():
            print(json.dumps(measured(int(sys.argv[1]))))
        return
    before: dict[str, float] = {}
    for size in SIZES:
        told = subprocess.run(
            [sys.executable, __file__, str(size)], check=True, capture_output=True, text=True
        )
        steps = json.loads(told.stdout)
        steps["total"] = sum(steps[name] for name in STEPS)
        report(steps)
        if before:
            report_growth(before, steps)
        before = steps


if __name__ == "__main__":
    main()
