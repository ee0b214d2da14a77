"""Rows filled in by the shape of another are what reading each by itself gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import DOCUMENT, W, with_parts, word
from test_awkward_word import cell, line, table, word_of

from goldenthread.documents.readers import docx, read_file
from goldenthread.documents.readers.word_shapes import WordRow, take_out
from goldenthread.documents.refused import FileRefused

GOOD = word((("Date", "Event"), ("3 May 2011", "Seen.")))
WORDS = (
    "Seen.",
    " at home ",
    "",
    "A &amp; E",
    "“well” &#8211; &#x2019;",
    "a > b",
    " ",
    "x &lt;w:t&gt;",
)
texts = st.sampled_from(WORDS).map(lambda t: f'<w:t xml:space="preserve">{t}</w:t>')
marks = st.sampled_from(["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:rPr><w:b/></w:rPr>"])
runs = st.lists(texts | marks, max_size=3).map(lambda held: f"<w:r>{''.join(held)}</w:r>")
odd = st.sampled_from(
    [
        "<w:ins><w:r><w:t>added</w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
        "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>",
        "<w:strange><w:r><w:t>strange</w:t></w:r></w:strange>",
        "<w:r><w:strange><w:t>stranger</w:t><w:tab/></w:strange></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
        '<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:t>cut</w:t></w:r>',
        "<w:r><w:drawing/></w:r>",
        "<w:r><w:footnoteReference w:id='1'/></w:r>",
        "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "<w:pPr><w:numPr/></w:pPr>",
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]
)
paragraphs = st.lists(runs | odd, max_size=3).map(
    lambda held: f'<w:p w:rsidR="00{len(held)}" w14:paraId="7A">{"".join(held)}</w:p>'
)
properties = st.sampled_from(
    ["", '<w:gridSpan w:val="2"/>', "<w:vMerge/>", '<w:vMerge w:val="restart"/>', "<w:cellDel/>"]
)
inner = st.sampled_from(
    ["", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"]
)
cells = st.builds(
    lambda props, held, table: f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(held)}{table}</w:tc>",
    properties,
    st.lists(paragraphs, max_size=2),
    inner,
)
rows = st.builds(
    lambda settings, held: f"<w:tr>{settings}{''.join(held)}</w:tr>",
    st.sampled_from(["", "<w:trPr><w:del/></w:trPr>", "<w:trPr><w:hidden/></w:trPr>"]),
    st.lists(cells, max_size=3),
)
tables = st.lists(rows, min_size=1, max_size=4).map(
    lambda held: f"<w:tbl>{''.join(held * 2)}</w:tbl>"
)
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def document(body):
    xml = f"<w:document {W} {W14}><w:body>{body}</w:body></w:document>".encode()
    return with_parts(GOOD, change=lambda name, part: xml if name == DOCUMENT else part)


def answer(data):
    try:
        return read_file(data, name="agency.docx")
    except FileRefused as refused:
        return refused.reason


@settings(max_examples=100, deadline=None)
@given(st.lists(tables, min_size=1, max_size=2).map("".join))
def test_rows_by_their_shape_are_the_rows_read_one_by_one(body):
    data = document(body)
    by_shape = answer(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(docx, "take_out", lambda part, read: (part, []))
        one_by_one = answer(data)

    assert by_shape == one_by_one


def taken(body, head=""):
    xml = f"{head}<w:document {W} {W14}><w:body>{body}</w:body></w:document>"
    return [row.words for row in take_out(xml.encode(), docx.plain_row)[1]]


NUMBERED = '<w:tr w:read="7-9"'
ROW = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"


def test_rows_of_one_shape_are_taken_out_and_others_are_left():
    changed = ROW.replace("<w:r>", "<w:ins><w:r>").replace("</w:r>", "</w:r></w:ins>")
    body = f"<w:tbl>{ROW.format('a')}{changed.format('b') * 2}{ROW.format('c')}</w:tbl>"
    left, rows = take_out(
        f"<w:document {W}><w:body>{body}</w:body></w:document>".encode(), docx.plain_row
    )

    assert rows == [WordRow((0,), ["c"])]
    assert left.decode().count("<w:t>") == 3
    assert taken(f"<w:tbl>{ROW.format('a')}</w:tbl>") == []


def test_words_that_word_cut_in_two_and_its_numbers_do_not_make_a_shape():
    cut = (
        '<w:tr w:rsidR="00{0}"><w:tc><w:p w14:paraId="{0}"><w:r><w:t xml:space="preserve">Seen </w:t>'
        '</w:r><w:proofErr w:type="x"/><w:r w:rsidR="00{0}"><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
        "<w:t>well</w:t></w:r></w:p></w:tc></w:tr>"
    )
    whole = '<w:tr w:rsidR="1"><w:tc><w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p></w:tc></w:tr>'
    body = f"<w:tbl>{cut.format('7A')}{cut.format('7B')}{whole.format('Once')}</w:tbl>"

    assert taken(body) == [["Seen well"], ["Once"]]


@pytest.mark.parametrize(
    "words",
    ["&nbsp;", "&amp", "& b", "&#0;", "&#xD800;", "&#9999999;", "&#xFFFE;"],
)
def test_what_xml_does_not_allow_is_refused_as_ever(words):
    body = "<w:tbl>" + ROW.format("a") + ROW.format("b") + ROW.format(words) + "</w:tbl>"

    assert taken(body) == [["b"]]
    assert "damaged" in answer(document(body))


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("<!-- -->", ""),
        (f"<w:p {W}/>", ""),
        ("", "<?xml version='1.0' encoding='windows-1252'?>"),
    ],
)
def test_a_document_in_another_form_is_left_alone(body, head):
    assert taken(body + f"<w:tbl>{ROW.format('a') * 2}</w:tbl>", head) == []


def test_a_number_that_the_file_itself_gives_is_no_row_taken_out():
    body = f"<w:tbl>{ROW.format('a') * 3}{ROW.format('b').replace('<w:tr', NUMBERED)}</w:tbl>"

    assert [row.texts for row in answer(document(body)).tables[0].rows] == [("a",)] * 3 + [("b",)]


def test_bytes_that_are_no_text_are_left_alone():
    assert take_out(b"<w:document>\xff", docx.plain_row) == (b"<w:document>\xff", [])


def test_rows_far_down_keep_their_numbers_and_their_neighbours():
    other = line("2012", "", "")
    rows = [line(f"{day} May 2011", f"Seen {day}.", "Log") for day in range(1, 4)]
    body = table(line("Date", "Event", "Source"), *rows[:2], [cell("2012")], rows[2], other)
    found = read_file(word_of(body), name="agency.docx").tables[0].rows

    assert [(row.number, row.texts[0]) for row in found] == [
        (1, "Date"),
        (2, "1 May 2011"),
        (3, "2 May 2011"),
        (4, "2012"),
        (5, "3 May 2011"),
        (6, "2012"),
    ]
