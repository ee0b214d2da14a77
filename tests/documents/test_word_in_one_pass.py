"""The quick way through a plain row gives what the long way gives, or leaves the row alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from goldenthread.documents.readers import docx
from goldenthread.documents.readers.word_rows import plain_rows
from goldenthread.documents.readers.word_text import Seen, Words

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
texts = st.sampled_from(["Seen.", " at home ", "", "3 May 2011"]).map(lambda t: f"<w:t>{t}</w:t>")
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
        "<w:r><w:drawing/></w:r>",
        "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    ]
)
paragraphs = st.lists(runs | odd, max_size=3).map(lambda held: f"<w:p>{''.join(held)}</w:p>")
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
rows = st.lists(cells, max_size=3).map(lambda held: f"<w:tr>{''.join(held)}</w:tr>")
tables = st.lists(rows, max_size=4).map(lambda held: f"<w:tbl {XMLNS}>{''.join(held)}</w:tbl>")
XMLNS = f'xmlns:w="{W}"'


def read(markup):
    seen = Seen()
    reader = docx._TableReader(seen, Words(seen))
    reader._read_table(etree.fromstring(markup), "Table 1")
    return reader.tables, seen


@settings(max_examples=300, deadline=None)
@given(tables)
def test_both_ways_through_a_table_give_the_same_rows_and_counts(markup):
    quick = read(markup)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(docx, "_PASSES", 0)
        slow = read(markup)

    assert quick == slow


def test_a_plain_row_is_read_and_a_changed_one_is_left():
    changed = "<w:tr><w:tc><w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p></w:tc></w:tr>"
    plain = (
        "<w:tr><w:tc><w:p><w:r><w:t>Seen</w:t><w:tab/><w:t>twice</w:t></w:r></w:p></w:tc></w:tr>"
    )
    table = etree.fromstring(f"<w:tbl {XMLNS}>{plain}{changed}</w:tbl>")

    assert list(plain_rows(table, list(table))) == [[(0, "Seen\ttwice", False)], None]
