"""Labelled copies hold no name in any place, the verifier finds one in every place, and the way back is exact."""

import io
import zipfile

import docx
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import settings as rounds
from hypothesis import strategies as st
from tests.documents.made_word_channels import body_channels, document, parts

from goldenthread.anonymity import Person, Register, survivors
from goldenthread.documents.labelling.copies import DROP, KEEP, Labelling
from goldenthread.documents.labelling.making import labelled_copy, personal_copy
from goldenthread.documents.refused import FileRefused
from goldenthread.documents.verifying.files import left_in_file

NAME = "Kestrel Wrenfordly"
REGISTER = Register(
    (
        Person("m", "Mother", "mother", names=(NAME,)),
        Person("s", "Social Worker 1", "social worker", names=("Priya Oakenshaw",)),
    )
)
PICTURE = "word/media/kestrelwrenfordly.png"
KEPT = Labelling(REGISTER, {}, {PICTURE: KEEP})
NOTHING_ASKED = Labelling(REGISTER)


def left(name, data):
    return left_in_file(name, data, REGISTER)


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for path, data in files.items():
            file.writestr(path, data)
    return out.getvalue()


@pytest.mark.duty("P22")
def test_a_word_document_with_a_name_in_every_place_is_copied_without_it():
    copy = labelled_copy("report.docx", document(NAME), KEPT)
    assert left("report.docx", copy.data) == ()
    assert copy.is_settled
    assert copy.said == (
        "Tracked changes were accepted: 2 added, 2 taken out for good.",
        "8 other parts of the file were left out.",
    )
    paragraphs = [one.text for one in docx.Document(io.BytesIO(copy.data)).paragraphs]
    assert paragraphs[:2] == ["Seen with Mother today.", "Seen with Mother"]


@pytest.mark.duty("P22")
@pytest.mark.parametrize("channel", body_channels(NAME))
def test_the_verifier_finds_a_name_in_each_place_of_the_body(channel):
    empty = "".join(body_channels("Nobody Atall").values())
    whole = dict(parts("Nobody Atall"))
    assert left("x.docx", zipped(whole)), "comments and authors are never released"
    body = whole["word/document.xml"].decode()
    assert empty in body
    here = body_channels(NAME)[channel]
    only = {"word/document.xml": f"<w:document><w:body>{here}</w:body></w:document>".encode()}
    found = {one.key for one in left("x.docx", zipped(only))}
    elsewhere = {"comment", "notes", "other file inside", "object", "chart"}
    assert ("m" in found) is (channel not in elsewhere)


@pytest.mark.duty("P22")
@pytest.mark.parametrize(
    "path",
    [path for path, data in parts(NAME) if path not in ("[Content_Types].xml", "_rels/.rels")],
)
def test_the_verifier_finds_a_name_in_each_part_of_a_package(path):
    data = dict(parts(NAME))[path]
    found = left("x.docx", zipped({path: data}))
    assert [one for one in found if one.key == "m" or one.kind == "part that is not released"]


def test_a_picture_is_asked_about_and_kept_without_what_its_file_says_or_dropped():
    asked = labelled_copy("report.docx", document(NAME), NOTHING_ASKED)
    assert [one.name for one in asked.parts_asked] == [PICTURE]
    assert not asked.is_settled
    kept = labelled_copy("report.docx", document(NAME), KEPT)
    with zipfile.ZipFile(io.BytesIO(kept.data)) as file:
        pictures = [name for name in file.namelist() if "media" in name]
        assert pictures == ["word/media/picture1.png"]
        assert b"tEXt" not in file.read(pictures[0])
    dropped = labelled_copy("report.docx", document(NAME), Labelling(REGISTER, {}, {PICTURE: DROP}))
    with zipfile.ZipFile(io.BytesIO(dropped.data)) as file:
        assert not [name for name in file.namelist() if "media" in name]
    assert left("report.docx", dropped.data) == ()


def test_the_same_document_gives_the_same_copy_and_a_copy_of_a_copy_is_the_same():
    once = labelled_copy("report.docx", document(NAME), KEPT).data
    assert labelled_copy("report.docx", document(NAME), KEPT).data == once
    again = labelled_copy(
        "report.docx", once, Labelling(REGISTER, {}, {"word/media/picture1.png": KEEP})
    )
    assert again.data == once


def test_every_name_goes_back_into_the_place_it_stood_in():
    copy = labelled_copy("report.docx", document(NAME), KEPT)
    back = personal_copy("report.docx", copy.data, copy.replaced, KEPT)
    paragraphs = [one.text for one in docx.Document(io.BytesIO(back)).paragraphs]
    assert paragraphs[:3] == [f"Seen with {NAME} today.", f"Seen with {NAME}", NAME]
    assert "Mother" not in " ".join(paragraphs)


def test_a_csv_file_keeps_its_separators_and_its_quotation_marks():
    table = f'Date;Event;Who\r\n"1/2/2010";"Visit; {NAME} in";"Wrenfordly, Kestrel"\r\n'.encode()
    copy = labelled_copy("rows.csv", table, NOTHING_ASKED)
    assert copy.data.decode() == 'Date;Event;Who\r\n1/2/2010;"Visit; Mother in";Mother\r\n'
    assert left("rows.csv", copy.data) == ()
    back = personal_copy("rows.csv", copy.data, copy.replaced, NOTHING_ASKED)
    assert back.decode() == (
        f'Date;Event;Who\r\n1/2/2010;"Visit; {NAME} in";Wrenfordly, Kestrel\r\n'
    )


def test_a_workbook_is_made_anew_from_what_its_cells_show():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("Kestrel Wrenfordly")
        page.write_row(0, 0, ["Event", "Number"])
        page.write_row(1, 0, [f"Visit to {NAME}", 9434765919])
        page.write_comment("A1", f"Ask {NAME}")
        book.set_properties({"author": NAME})
    copy = labelled_copy("rows.xlsx", out.getvalue(), NOTHING_ASKED)
    assert left("rows.xlsx", out.getvalue()) != ()
    assert left("rows.xlsx", copy.data) == ()
    back = personal_copy("rows.xlsx", copy.data, copy.replaced, NOTHING_ASKED)
    assert [one.key for one in left("rows.xlsx", back) if one.kind == "full name"][:1] == ["m"]


def test_what_cannot_be_labelled_is_refused_with_the_way_on():
    with pytest.raises(FileRefused, match="A PDF cannot be labelled"):
        labelled_copy("report.pdf", b"%PDF-1.7\n%%EOF", NOTHING_ASKED)


def test_a_file_that_cannot_be_read_to_its_end_is_never_said_to_be_clean():
    cut = document(NAME)[:-40]
    assert [one.kind for one in left("report.docx", cut)] == ["unreadable"]


PIECES = st.lists(
    st.sampled_from(
        [
            "Kestrel",
            " ",
            "Wrenfordly",
            "Priya",
            "Oakenshaw",
            "rang",
            ".",
            "\n",
            "Mrs",
            "at 3",
            "the",
        ]
    ),
    min_size=1,
    max_size=25,
)


@pytest.mark.duty("P22")
@rounds(max_examples=60)
@given(PIECES, st.randoms(use_true_random=False))
def test_whatever_is_written_and_however_word_splits_it_nobody_is_left(pieces, chance):
    text = " ".join(pieces).replace("\n", " ")
    runs, at = [], 0
    while at < len(text):
        step = chance.randint(1, 6)
        runs.append(text[at : at + step])
        at += step
    made = docx.Document()
    paragraph = made.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    out = io.BytesIO()
    made.save(out)
    copy = labelled_copy("x.docx", out.getvalue(), NOTHING_ASKED)
    labelled = docx.Document(io.BytesIO(copy.data)).paragraphs[0].text
    assert survivors(labelled, REGISTER) == ()
    assert left("x.docx", copy.data) == ()
    back = personal_copy("x.docx", copy.data, copy.replaced, NOTHING_ASKED)
    assert docx.Document(io.BytesIO(back)).paragraphs[0].text == text
