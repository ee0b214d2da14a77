import docx
from made_files import HEADINGS, ROWS, W, cell, saved, table, with_parts, word, word_of

from goldenthread.documents.readers import read_file


def texts(data, index=0):
    return [row.texts for row in read_file(data, name="agency.docx").tables[index].rows]


def notes(data):
    return read_file(data, name="agency.docx").notes


def test_a_table_is_read_row_by_row():
    read = read_file(word((HEADINGS, *ROWS)), name="agency.docx")

    assert read.kind == "docx"
    assert [row.texts for row in read.tables[0].rows] == [HEADINGS, *ROWS]
    assert [row.number for row in read.tables[0].rows] == [1, 2, 3]
    assert read.notes == ()


def test_empty_rows_are_counted_but_not_listed():
    data = word((HEADINGS, ("", "", ""), ROWS[0]))
    rows = read_file(data, name="agency.docx").tables[0].rows

    assert [row.number for row in rows] == [1, 3]


def test_several_tables_are_read_and_named_by_the_line_above_them():
    document = docx.Document()
    for year in ("2010", "2011"):
        document.add_paragraph(year)
        document.add_table(rows=1, cols=2).rows[0].cells[0].text = "12 March"
    read = read_file(saved(document), name="agency.docx")

    assert [found.name for found in read.tables] == ["Table 1 (2010)", "Table 2 (2011)"]
    assert read.notes == ()


def test_paragraphs_breaks_and_tabs_stay_apart():
    body = table(
        [
            (
                "<w:tc><w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>"
                "<w:p><w:r><w:t>four</w:t><w:noBreakHyphen/><w:t>five</w:t></w:r></w:p></w:tc>"
            ),
            cell("b"),
        ]
    )

    assert texts(word_of(body)) == [("one\ntwo\tthree\nfour-five", "b")]


def test_a_cell_merged_down_the_page_is_read_into_each_row_it_covers():
    body = table(
        [cell("3 May 2011", '<w:vMerge w:val="restart"/>'), cell("Seen at school.")],
        [cell("", "<w:vMerge/>"), cell("Seen at home.")],
        [cell("4 May 2011"), cell("Not seen.")],
    )

    assert texts(word_of(body)) == [
        ("3 May 2011", "Seen at school."),
        ("3 May 2011", "Seen at home."),
        ("4 May 2011", "Not seen."),
    ]
    assert notes(word_of(body)) == (
        "1 cell is part of one merged down the page; its words were read into each row it covers.",
    )


def test_a_cell_merged_across_keeps_the_others_in_their_columns():
    body = table(
        [cell("Date", '<w:gridSpan w:val="2"/>'), cell("Event"), cell("Source")],
        [cell("From"), cell("To"), cell("Event"), cell("Source")],
        [cell("1 May"), cell("2 May"), cell("Stayed away."), cell("Log")],
        [cell("2011", '<w:gridSpan w:val="4"/>')],
    )

    assert texts(word_of(body)) == [
        ("Date", "", "Event", "Source"),
        ("From", "To", "Event", "Source"),
        ("1 May", "2 May", "Stayed away.", "Log"),
        ("2011", "", "", ""),
    ]


def test_borders_dragged_by_hand_do_not_move_cells_to_other_columns():
    body = table(
        [cell("Date"), cell("Event", '<w:gridSpan w:val="2"/>'), cell("Source")],
        [cell("1 May", '<w:gridSpan w:val="2"/>'), cell("Seen."), cell("Log")],
    )

    assert texts(word_of(body)) == [("Date", "Event", "Source"), ("1 May", "Seen.", "Log")]


def test_tracked_changes_are_read_as_accepted_and_reported():
    body = table(
        [
            cell("3 May 2011"),
            (
                "<w:tc><w:p><w:r><w:t>Seen </w:t></w:r><w:del><w:r><w:delText>at home</w:delText></w:r>"
                "</w:del><w:ins><w:r><w:t>at school</w:t></w:r></w:ins></w:p></w:tc>"
            ),
        ],
        ["<w:trPr><w:del/></w:trPr>", cell("4 May 2011"), cell("Entered in error.")],
    )

    assert texts(word_of(body)) == [("3 May 2011", "Seen at school")]
    assert notes(word_of(body)) == (
        (
            "The document has tracked changes (1 added, 1 taken out, 1 row taken out). "
            "It was read as if all were accepted."
        ),
    )


def test_content_controls_links_and_form_fields_give_what_the_page_shows():
    body = table(
        [
            "<w:sdt><w:sdtPr/><w:sdtContent>" + cell("3 May 2011") + "</w:sdtContent></w:sdt>",
            (
                "<w:tc><w:p><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>"
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>"
                "<w:t>Click here to enter text.</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc>"
            ),
            (
                '<w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
                '<w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r></w:p></w:tc>'
            ),
        ]
    )

    assert texts(word_of(body)) == [("3 May 2011", "linked", "☒")]


def test_a_table_inside_a_cell_is_read_as_its_own():
    inner = table([cell("Date"), cell("Injury")], [cell("5 May 2011"), cell("Bruise")])
    body = table([cell("outer"), f"<w:tc><w:p/>{inner}<w:p/></w:tc>"])
    read = read_file(word_of(body), name="agency.docx")

    assert [found.name for found in read.tables] == ["Table 1", "Table 2 (in Table 1, row 1)"]
    assert [row.texts for row in read.tables[1].rows] == [
        ("Date", "Injury"),
        ("5 May 2011", "Bruise"),
    ]
    assert read.notes == ("1 table stands inside another; each was read as a table of its own.",)


def test_text_boxes_hidden_words_and_comments_are_reported():
    box = (
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Call the Board</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    body = box + table(
        [
            cell("3 May 2011"),
            (
                "<w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>"
                '<w:r><w:commentReference w:id="1"/></w:r></w:p></w:tc>'
            ),
        ]
    )

    assert texts(word_of(body)) == [("3 May 2011", "Hidden.")]
    assert notes(word_of(body)) == (
        "Text marked as hidden was read too (1 piece).",
        "1 comment in the margin was not read.",
        "A text box, which makes no entry, says: “Call the Board”",
    )


def test_footnotes_symbols_and_lists_to_choose_from_give_their_words():
    footnotes = (
        f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Told by phone.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()
    pointer = (
        b'<Relationship Id="f1" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    body = table(
        [
            cell("3 May 2011"),
            (
                "<w:tc><w:p><w:r><w:t>Seen.</w:t></w:r><w:r>"
                '<w:footnoteReference w:id="2"/><w:sym w:char="F0FC"/></w:r></w:p></w:tc>'
            ),
            (
                "<w:tc><w:p><w:r><w:fldChar><w:ffData><w:ddList>"
                '<w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/>'
                "</w:ddList></w:ffData></w:fldChar></w:r></w:p></w:tc>"
            ),
        ]
    )
    data = with_parts(
        word_of(body),
        change=lambda name, part: (
            part.replace(b"</Relationships>", pointer)
            if name == "word/_rels/document.xml.rels"
            else part
        ),
        add={"word/footnotes.xml": footnotes},
    )

    assert texts(data) == [("3 May 2011", "Seen. [note: Told by phone.]✓", "Yes")]


def test_a_paragraph_whose_end_was_deleted_runs_on():
    body = table(
        [
            (
                "<w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Seen at </w:t></w:r>"
                "</w:p><w:p><w:r><w:t>home.</w:t></w:r></w:p></w:tc>"
            ),
            cell("b"),
        ]
    )

    assert texts(word_of(body)) == [("Seen at home.", "b")]
