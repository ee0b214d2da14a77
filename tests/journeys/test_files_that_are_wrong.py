"""Files that are not what they should be: a clear sentence for each, nothing lost, nothing broken."""

import time
import zipfile
from io import BytesIO

import pytest
from tests.documents.made_files import excel, with_parts
from tests.journeys.visiting import CHUNK, Answer, Visitor

from goldenthread.domain.roles import Role

HEADINGS = ("Date", "What happened", "Source")
GOOD = "Date,What happened,Source\r\n3 May 2011,A visit to Bramble Cottage.,Diary\r\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489") + bytes(
    200
)
READ_WITHIN = 60


def zip_bomb() -> bytes:
    """A workbook whose sheet unpacks to 400 MB."""
    out = BytesIO(with_parts(excel([HEADINGS])))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet2.xml", "w", force_zip64=True) as sheet,
    ):
        for _ in range(400):
            sheet.write(bytes(CHUNK))
    return out.getvalue()


def with_macros() -> bytes:
    """A workbook that brings a program along."""
    return with_parts(excel([HEADINGS]), add={"xl/vbaProject.bin": b"Sub Auto_Open()"})


OTHERS = "Add a Word document (.docx), an Excel workbook (.xlsx) or a CSV file."
WRONG = {
    "a picture": ("visits.docx", lambda: PNG, f"This is a picture (.png), not a table. {OTHERS}"),
    "nothing": ("visits.csv", lambda: b"", "The file is empty."),
    "spaces": ("visits.csv", lambda: b" \r\n \r\n", "The file is empty."),
    "a zip bomb": ("visits.xlsx", zip_bomb, "unpacks to far more than a chronology holds"),
    "macros": ("visits.xlsm", with_macros, "The file contains macros (small programs)"),
    "macros, renamed": ("visits.xlsx", with_macros, "The file contains macros (small programs)"),
    "a torn file": ("visits.docx", lambda: excel([HEADINGS])[:900], "The file is damaged"),
    "a program": ("visits.csv", lambda: b"MZ\x90\x00\x03" + bytes(4000), f"not a table. {OTHERS}"),
}


def bring(author: Visitor, reference: str, name: str, data: bytes, *, of: str = "police") -> Answer:
    """Bring a file, and wait until the worker has said what it thinks of it."""
    path = f"/reviews/{reference}/chronology/{of}/"
    answer = author.post_file(path, author.get(path).form, name, [data], len(data))
    give_up = time.monotonic() + READ_WITHIN
    while "Being read" in answer.main and time.monotonic() < give_up:
        time.sleep(0.2)
        answer = author.get(path)
    return answer


@pytest.fixture(scope="module")
def author(visit, stages) -> Visitor:
    """The police’s author, who has brought one good file already."""
    police = visit(Role.AGENCY_AUTHOR, "police")
    answer = bring(police, stages["bringing"], "good.csv", GOOD.encode())
    assert "So far 1 entry" in answer.main
    return police


@pytest.mark.parametrize("what", WRONG)
def test_a_file_that_cannot_be_read_is_said_to_be_so_and_the_good_one_stays(author, stages, what):
    name, made, sentence = WRONG[what]
    answer = bring(author, stages["bringing"], name, made())
    assert answer.status == 200
    said = answer.wrong or answer.of_class("govuk-summary-card__content")[0].text_content()
    assert sentence in said
    kept = author.get(f"/reviews/{stages['bringing']}/chronology/police/")
    assert "So far 1 entry" in kept.main
    assert "good.csv" in kept.main


def test_two_hundred_megabytes_are_refused_in_words(author, stages):
    path = f"/reviews/{stages['bringing']}/chronology/police/"
    pieces = (b"x" * CHUNK for _ in range(200))
    answer = author.post_file(path, author.get(path).form, "all.csv", pieces, 200 * CHUNK)
    assert answer.status == 200
    assert "The file is larger than 25 MB." in answer.wrong
    assert "So far 1 entry" in author.get(path).main


def test_a_file_in_a_windows_encoding_is_read_letter_for_letter(visit, stages):
    told = "4 May 2011,Zoë said “it’s only £5 – honest”.,Café log"
    author = visit(Role.AGENCY_AUTHOR, "probation")
    data = f"Date,What happened,Source\r\n{told}\r\n".encode("cp1252")
    bring(author, stages["bringing"], "windows.csv", data, of="probation")
    assert (
        "Zoë said “it’s only £5 – honest”."
        in author.get(f"/reviews/{stages['bringing']}/chronology/").main
    )
