"""Word files as agencies send them: joined cells, changes not accepted, controls, boxes, fields."""

from datetime import date

import pytest
from made_files import DOCUMENT, HEADINGS, ROWS, W, cell, table, with_parts, word, word_of

from goldenthread.chronology.entries import understand
from goldenthread.documents.readers import read_file
from goldenthread.documents.refused import FileRefused

LATEST = date(2026, 11, 24)
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def read(body):
    return read_file(word_of(body), name="agency.docx")


def texts(body, index=0):
    return [row.texts for row in read(body).tables[index].rows]


def entries(body):
    result = understand(read(body), latest=LATEST)
    return [(entry.table, entry.row, entry.date.text, entry.event) for entry in result.entries]


def raw(inner):
    return f"<w:tc>{inner}</w:tc>"


def para(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


def run(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def line(*words):
    return [cell(text) for text in words]


HEAD = line("Date", "Event", "Source")


# ---------------------------------------------------------------- shape


def test_a_block_of_names_before_the_chronology_makes_no_entries():
    body = (
        table(line("Child", "Bramble Example"), line("Date of birth", "1 February 2009"))
        + para(run("Chronology of the Fernshire Clinic"))
        + table(HEAD, line("3 May 2011", "Seen at home.", "Diary"))
    )

    assert entries(body) == [
        ("Table 2 (Chronology of the Fernshire Clinic)", 2, "3 May 2011", "Seen at home.")
    ]


def test_headings_of_two_rows_with_cells_joined_both_ways():
    span = '<w:gridSpan w:val="2"/>'
    body = table(
        [
            "<w:trPr><w:tblHeader/></w:trPr>",
            cell("When", span),
            cell("What happened", '<w:vMerge w:val="restart"/>'),
            cell("Source", '<w:vMerge w:val="restart"/>'),
        ],
        [
            "<w:trPr><w:tblHeader/></w:trPr>",
            *line("Date", "Time"),
            cell("", "<w:vMerge/>"),
            cell("", '<w:vMerge w:val="continue"/>'),
        ],
        line("3 May 2011", "14:30", "Seen at home.", "Diary"),
        [cell("2012", '<w:gridSpan w:val="4"/>')],
        line("4 June", "", "No reply.", "Diary"),
    )
    result = understand(read(body), latest=LATEST)

    assert [column.field for column in result.columns] == ["date", "time", "event", "source"]
    assert [(each.row, each.date.edtf, each.date.time, each.event) for each in result.entries] == [
        (3, "2011-05-03", "14:30", "Seen at home."),
        (5, "2012-06-04", "", "No reply."),
    ]


def test_a_table_that_goes_on_after_a_page_break_with_and_without_its_headings():
    again = para("<w:r><w:br w:type='page'/></w:r>")
    body = (
        table(HEAD, line("3 May 2011", "Seen at home.", "Diary"))
        + again
        + table(HEAD, line("4 May 2011", "Not seen.", "Diary"))
        + again
        + table(line("5 May 2011", "Seen at school.", "Log"))
    )

    assert entries(body) == [
        ("Table 1", 2, "3 May 2011", "Seen at home."),
        ("Table 2", 2, "4 May 2011", "Not seen."),
        ("Table 3", 1, "5 May 2011", "Seen at school."),
    ]


def test_headings_typed_again_further_down_are_no_entry():
    body = table(
        HEAD,
        line("3 May 2011", "Seen at home.", "Diary"),
        line("Date", "Event", "Source"),
        line("4 May 2011", "Not seen.", "Diary"),
    )

    assert [row for _, row, _, _ in entries(body)] == [2, 4]


def test_cells_that_begin_to_the_right_of_the_first_column_stay_there():
    body = table(
        line("Date", "Event", "Source"),
        ['<w:trPr><w:gridBefore w:val="1"/></w:trPr>', *line("Seen again.", "Diary")],
        ['<w:trPr><w:gridAfter w:val="1"/></w:trPr>', *line("4 May 2011", "Not seen.")],
    )

    assert texts(body) == [
        ("Date", "Event", "Source"),
        ("", "Seen again.", "Diary"),
        ("4 May 2011", "Not seen.", ""),
    ]


def test_cells_joined_across_in_the_old_manner():
    body = table(
        HEAD,
        [
            cell("2011", '<w:hMerge w:val="restart"/>'),
            cell("", '<w:hMerge w:val="continue"/>'),
            cell("", "<w:hMerge/>"),
        ],
        line("3 May", "Seen.", "Diary"),
    )

    assert texts(body)[1:] == [("2011", "", ""), ("3 May", "Seen.", "Diary")]


def test_a_cell_joined_both_across_and_down():
    body = table(
        line("Date", "Event", "Action", "Source"),
        [
            cell("3 May 2011"),
            cell("Meeting held.", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'),
            cell("Minutes"),
        ],
        [cell("3 May 2011"), cell("", '<w:gridSpan w:val="2"/><w:vMerge/>'), cell("Letter")],
    )

    assert texts(body)[1:] == [
        ("3 May 2011", "Meeting held.", "", "Minutes"),
        ("3 May 2011", "Meeting held.", "", "Letter"),
    ]


def test_a_table_in_a_cell_leaves_the_words_round_it_where_they_are():
    inner = table(line("Sibling", "Age"), line("Fern", "3"))
    body = table(
        HEAD,
        [
            cell("3 May 2011"),
            raw(para(run("Before.")) + inner + para(run("After."))),
            cell("Diary"),
        ],
    )

    assert texts(body) == [("Date", "Event", "Source"), ("3 May 2011", "Before.\nAfter.", "Diary")]
    assert texts(body, 1) == [("Sibling", "Age"), ("Fern", "3")]


def test_tables_in_controls_and_in_boxes_are_found():
    framed = f"<w:sdt><w:sdtPr/><w:sdtContent>{table(HEAD, line(*ROWS[0]))}</w:sdtContent></w:sdt>"
    tagged = f'<w:customXml w:element="a">{table(HEAD, line(*ROWS[1]))}</w:customXml>'
    body = framed + tagged

    assert texts(body) == [("Date", "Event", "Source"), ROWS[0]]
    assert texts(body, 1) == [("Date", "Event", "Source"), ROWS[1]]


def test_a_table_in_a_text_box_is_read_once():
    inner = table(HEAD, line(*ROWS[0]))
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    body = (
        f"<w:p {MC} {WPS} {V}><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )

    assert [texts(body, index) for index in range(len(read(body).tables))] == [
        [("Date", "Event", "Source"), ROWS[0]]
    ]


# ---------------------------------------------------------------- changes not accepted


def test_words_moved_and_rows_added_and_taken_out_are_read_as_accepted():
    moved = (
        '<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2">'
        + run("Weight given. ")
        + '</w:moveFrom><w:moveFromRangeEnd w:id="1"/>'
        + run("Seen at home. ")
        + '<w:moveToRangeStart w:id="3" w:name="m"/><w:moveTo w:id="4">'
        + run("Weight given. ")
        + '</w:moveTo><w:moveToRangeEnd w:id="3"/>'
    )
    body = table(
        HEAD,
        [cell("3 May 2011"), raw(para(moved)), cell("Diary")],
        ['<w:trPr><w:ins w:id="5"/></w:trPr>', *line("4 May 2011", "Added later.", "Log")],
        ['<w:trPr><w:del w:id="6"/></w:trPr>', *line("5 May 2011", "Taken out.", "Log")],
    )

    assert texts(body)[1:] == [
        ("3 May 2011", "Seen at home. Weight given.", "Diary"),
        ("4 May 2011", "Added later.", "Log"),
    ]
    assert read(body).notes == (
        (
            "The document has tracked changes (1 moved, 1 row added, 1 row taken out). "
            "It was read as if all were accepted."
        ),
    )


def test_a_cell_that_was_taken_out_holds_nothing_and_moves_nothing():
    gone = (
        f"<w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr><w:p><w:del>{run('Old')}</w:del></w:p></w:tc>"
    )
    body = table(HEAD, [cell("3 May 2011"), cell("Seen."), gone])

    assert texts(body)[1:] == [("3 May 2011", "Seen.", "")]


def test_the_former_form_of_a_changed_table_is_not_read():
    changed = (
        '<w:tcPrChange w:id="1"><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr></w:tcPrChange>'
    )
    body = table(
        HEAD,
        [
            '<w:trPr><w:trPrChange w:id="2"><w:trPr><w:hidden/></w:trPr></w:trPrChange></w:trPr>',
            cell("3 May 2011", changed),
            raw(
                para(
                    '<w:r><w:rPr><w:rPrChange w:id="3"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
                    "</w:rPr><w:t>Seen.</w:t></w:r>"
                )
            ),
            cell("Diary"),
        ],
    )

    assert texts(body)[1:] == [("3 May 2011", "Seen.", "Diary")]
    assert read(body).notes == ()


def test_a_field_taken_out_gives_nothing():
    deleted = (
        '<w:del w:id="1"><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:delInstrText>DATE</w:delInstrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:delText>24/11/2026</w:delText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
    )
    body = table(HEAD, [raw(para(deleted + run("3 May 2011"))), *line("Seen.", "Diary")])

    assert texts(body)[1] == ("3 May 2011", "Seen.", "Diary")


# ---------------------------------------------------------------- controls, fields and links


def test_controls_round_rows_cells_paragraphs_and_words_are_seen_through():
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inner = [
        control.format(cell("3 May 2011")),
        raw(control.format(para(run("Seen "), control.format(run("at home."))))),
        f'<w:customXml w:element="s">{cell("Diary")}</w:customXml>',
    ]
    body = (
        "<w:tbl>"
        f"<w:tr>{''.join(HEAD)}</w:tr>"
        + control.format(control.format(f"<w:tr>{''.join(inner)}</w:tr>"))
        + f'<w:customXml w:element="r"><w:tr>{"".join(line("4 May 2011", "No.", "Log"))}</w:tr></w:customXml>'
        + "</w:tbl>"
    )

    assert texts(body) == [
        ("Date", "Event", "Source"),
        ("3 May 2011", "Seen at home.", "Diary"),
        ("4 May 2011", "No.", "Log"),
    ]


def test_boxes_to_tick_and_dates_to_pick_give_what_the_page_shows():
    tick = (
        f'<w:sdt {W14}><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>"
    )
    picked = (
        '<w:sdt><w:sdtPr><w:date w:fullDate="2011-05-03T00:00:00Z">'
        '<w:dateFormat w:val="dd/MM/yyyy"/></w:date></w:sdtPr>'
        f"<w:sdtContent>{run('03/05/2011')}</w:sdtContent></w:sdt>"
    )
    body = table(
        line("Date", "Event", "Seen?"), [raw(para(picked)), cell("Seen."), raw(para(tick))]
    )

    assert texts(body)[1] == ("03/05/2011", "Seen.", "☒")


def test_fields_give_their_saved_result_and_never_their_instruction():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> DATE \\@ "d MMMM yyyy" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("3 May 2011")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr=" AUTHOR ">{run("A. Clerk")}</w:fldSimple>'
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("7")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:instrText> = 7 "x" "y"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("Seen.")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = table(HEAD, [raw(para(field)), raw(para(nested)), raw(para(simple))])

    assert texts(body)[1] == ("3 May 2011", "Seen.", "A. Clerk")
    assert read(body).notes == (
        (
            "1 field shows today’s date whenever the document is opened; the date last saved was "
            "read. Check it."
        ),
    )


def test_links_tags_and_directions_are_seen_through():
    link = f'<w:hyperlink w:anchor="a">{run("page 3")}</w:hyperlink>'
    tagged = f'<w:smartTag w:element="date"><w:smartTag w:element="d">{run("3 May")}</w:smartTag></w:smartTag>'
    turned = f'<w:dir w:val="ltr"><w:bdo w:val="ltr">{run("Seen.")}</w:bdo></w:dir>'
    body = table(HEAD, [raw(para(tagged, run(" 2011"))), raw(para(turned)), raw(para(link))])

    assert texts(body)[1] == ("3 May 2011", "Seen.", "page 3")


# ---------------------------------------------------------------- words


def test_hyphens_spaces_tabs_and_breaks():
    hyphens = "<w:r><w:t>child\u00adcare, well</w:t><w:softHyphen/><w:t>being, re</w:t><w:noBreakHyphen/><w:t>seen</w:t></w:r>"
    breaks = '<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t><w:br w:type="page"/><w:t>three</w:t><w:lastRenderedPageBreak/><w:tab/><w:t>four</w:t></w:r>'
    body = table(HEAD, [cell("3\u00a0May\u00a02011"), raw(para(hyphens)), raw(para(breaks))])

    assert texts(body)[1] == (
        "3\u00a0May\u00a02011",
        "childcare, wellbeing, re-seen",
        "one\ntwo\nthree\tfour",
    )
    assert entries(body) == [("Table 1", 2, "3 May 2011", "childcare, wellbeing, re-seen")]


def test_white_space_between_the_marks_of_a_file_is_no_text():
    body = "\n  ".join(
        ["<w:tbl>", "<w:tr>", *HEAD, "</w:tr>", "<w:tr>"]
        + ["<w:tc>\n <w:p>\n  <w:r>\n <w:t>3 May</w:t>\n </w:r>\n </w:p>\n </w:tc>"] * 3
        + ["</w:tr>", "</w:tbl>"]
    )

    assert texts(body)[1] == ("3 May", "3 May", "3 May")


def test_small_print_above_a_word_is_kept_apart():
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('reading')}</w:rt>"
        f"<w:rubyBase>{run('word')}</w:rubyBase></w:ruby></w:r>"
    )
    body = table(HEAD, [cell("3 May 2011"), raw(para(run("A "), ruby)), cell("Log")])

    assert texts(body)[1][1] == "A word"


def test_hidden_rows_are_read_and_reported():
    body = table(HEAD, ["<w:trPr><w:hidden/></w:trPr>", *line("3 May 2011", "Seen.", "Log")])

    assert texts(body)[1] == ("3 May 2011", "Seen.", "Log")
    assert read(body).notes == ("1 hidden row was read too.",)


def test_words_struck_through_are_read_and_reported():
    struck = raw(para(run("Seen at home.", "<w:strike/>"), run(" Not seen.")))
    kept = raw(para(run("Log", '<w:strike w:val="0"/>')))
    body = table(HEAD, [cell("3 May 2011"), struck, kept])

    assert texts(body)[1] == ("3 May 2011", "Seen at home. Not seen.", "Log")
    assert read(body).notes == ("Text that is struck through was read too (1 piece).",)


def test_a_box_in_a_cell_is_read_once_and_reported():
    box = f"<w:txbxContent>{para(run('See file.'))}</w:txbxContent>"
    drawn = (
        f"<w:r {MC} {WPS} {V}><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    body = table(HEAD, [cell("3 May 2011"), raw(para(run("Seen."), drawn)), cell("Log")])

    assert texts(body)[1] == ("3 May 2011", "Seen.", "Log")
    assert read(body).notes == ("A text box, which makes no entry, says: “See file.”",)


def test_signs_of_the_picture_fonts_give_ticks_and_crosses():
    signs = "".join(
        f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
        for font, code in (("Wingdings", "F0FD"), ("Wingdings", "F0FB"), ("Wingdings 2", "F050"))
    )
    body = table(HEAD, [cell("3 May 2011"), cell("Seen."), raw(para(signs))])

    assert texts(body)[1][2] == "☒✗✓"


def test_numbers_that_word_counts_by_itself_are_reported():
    counted = raw('<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>')
    body = table(
        line("No.", "Date", "Event"),
        [counted, *line("3 May 2011", "Seen.")],
        [counted, *line("4 May 2011", "Seen.")],
    )

    assert texts(body)[1:] == [("", "3 May 2011", "Seen."), ("", "4 May 2011", "Seen.")]
    assert read(body).notes == (
        "2 cells hold only a number that Word counts by itself; those numbers were not read.",
    )


def test_pictures_and_sheets_set_into_cells_are_reported():
    shown = '<w:r><w:drawing><a:blip xmlns:a="http://x/a"/></w:drawing></w:r>'
    sheet = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object></w:r>'
    body = table(HEAD, [cell("3 May 2011"), raw(para(run("Seen."), shown)), raw(para(sheet))])

    data = with_parts(word_of(body), add={"word/embeddings/sheet1.xlsx": b"x"})
    found = read_file(data, name="agency.docx")

    assert found.tables[0].rows[1].texts == ("3 May 2011", "Seen.", "")
    assert found.notes == (
        "2 pictures or drawings were not read.",
        (
            "Files or controls are embedded in this file; they were not opened. "
            "Add an embedded chronology as a file of its own."
        ),
    )


# ---------------------------------------------------------------- the file


def test_the_document_is_found_wherever_the_file_says_it_is():
    good = word((HEADINGS, *ROWS))

    def moved(name, part):
        if name == DOCUMENT:
            return None
        return part.replace(b"word/document.xml", b"word/document2.xml")

    parts = {}
    with_parts(good, change=lambda name, part: parts.setdefault(name, part))
    data = with_parts(good, change=moved, add={"word/document2.xml": parts[DOCUMENT]})

    assert [row.texts for row in read_file(data, name="a.docx").tables[0].rows] == [HEADINGS, *ROWS]


def test_other_prefixes_of_the_same_marks_are_read():
    plain = f"<w:document {W}><w:body>{table(HEAD, line('3 May 2011', 'Seen – well.', 'Log'))}</w:body></w:document>"
    part = plain.replace("xmlns:w=", "xmlns:ns0=").replace("w:", "ns0:").encode()
    data = with_parts(
        word((HEADINGS, *ROWS)), change=lambda name, old: part if name == DOCUMENT else old
    )

    assert [row.texts for row in read_file(data, name="a.docx").tables[0].rows] == [
        ("Date", "Event", "Source"),
        ("3 May 2011", "Seen – well.", "Log"),
    ]


@pytest.mark.parametrize("name", ["agency.docm", "agency.docx"])
def test_a_document_with_macros_is_refused(name):
    good = word((HEADINGS, *ROWS))
    kinds = (
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    data = with_parts(
        good,
        change=lambda part, old: old.replace(*kinds) if part == "[Content_Types].xml" else old,
        add={"word/vbaProject.bin": b"x"},
    )

    with pytest.raises(FileRefused, match="macros"):
        read_file(data, name=name)


def test_a_table_of_one_column_or_of_empty_cells_is_no_chronology():
    with pytest.raises(FileRefused, match="no table with anything in it"):
        read(table(line("", ""), line("", "")))
