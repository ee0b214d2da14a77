import pytest

from goldenthread.documents.readers import pdf, read_file
from goldenthread.documents.readers.page_grid import Box, Letter, grids, place
from goldenthread.documents.refused import FileRefused


def page_of(*drawing):
    """A PDF of one page with these drawing orders, without any of the tables PDFs may leave out."""
    stream = "\n".join(drawing)
    return (
        "%PDF-1.4\n"
        "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>> endobj\n"
        f"4 0 obj <</Length {len(stream)}>> stream\n{stream}\nendstream endobj\n"
        "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"
        "trailer <</Root 1 0 R>>\n%%EOF"
    ).encode()


def words(text, across, up):
    return f"BT /F1 10 Tf {across} {up} Td ({text}) Tj ET"


LINES = [f"20 {up} m 380 {up} l S" for up in (280, 250, 200)] + [
    f"{across} 200 m {across} 280 l S" for across in (20, 120, 380)
]


def test_a_table_with_lines_is_read_cell_by_cell():
    data = page_of(
        *LINES,
        words("A title", 20, 290),
        words("Date", 25, 260),
        words("Event", 125, 260),
        words("3 May 2011", 25, 235),
        words("Seen at home,", 125, 235),
        words("and well.", 125, 222),
    )
    read = read_file(data, name="agency.pdf")

    assert read.kind == "pdf"
    assert read.tables[0].name == "Table 1 (page 1)"
    assert [row.texts for row in read.tables[0].rows] == [
        ("Date", "Event"),
        ("3 May 2011", "Seen at home, and well."),
    ]
    assert read.notes == (
        "The file is a PDF: compare the entries with its pages, most of all at their ends.",
        "6 letters stand outside the tables and made no entry.",
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (page_of(words("Only a letter.", 20, 250)), "no table with lines round its cells"),
        (page_of(*LINES), "pictures of pages and no words"),
        (b"%PDF-1.4\nnothing that follows is one", "damaged or cut short"),
        (page_of(*LINES).replace(b"/Type/Page/Parent", b"/Type/Pagf/Parent"), "damaged|words"),
        (page_of(*LINES).replace(b"3 0 obj <<", b"3 0 obj [<"), "damaged or cut short"),
    ],
)
def test_a_pdf_without_a_certain_table_is_refused(data, says):
    with pytest.raises(FileRefused, match=says):
        read_file(data, name="agency.pdf")


@pytest.mark.parametrize(
    ("name", "value"), [("_PROCESS", "goldenthread.none"), ("_SECONDS", 0.001)]
)
def test_a_pdf_that_takes_too_much_work_is_refused(monkeypatch, name, value):
    monkeypatch.setattr(pdf, name, value)

    with pytest.raises(FileRefused, match="too large or too involved"):
        read_file(page_of(*LINES), name="agency.pdf")


def level(up, left=0, right=100):
    return Box(left, up, right, up + 0.5)


def upright(across, bottom=0, top=90):
    return Box(across, bottom, across + 0.5, top)


def test_lines_drawn_once_for_each_cell_make_one_grid():
    pieces = [level(up, left, left + 50) for up in (0, 30, 90) for left in (0, 50)]
    pieces += [
        upright(across, low, high) for across in (0, 50, 100) for low, high in ((0, 30), (30, 90))
    ]
    (grid,) = grids(pieces)

    assert (len(grid.columns), len(grid.rows)) == (3, 3)


def test_letters_go_to_the_cell_they_stand_in_and_are_counted_outside():
    found = grids([level(up) for up in (0, 30, 90)] + [upright(across) for across in (0, 50, 100)])
    letters = [
        Letter("a", Box(5, 60, 10, 70)),
        Letter(" ", None),
        Letter("b", Box(5, 45, 10, 55)),
        Letter("c", Box(60, 10, 65, 20)),
        Letter("d", Box(200, 10, 205, 20)),
    ]

    assert place(letters, found) == 1
    assert found[0].texts() == [["a b", ""], ["", "c"]]


def test_two_tables_on_a_page_stay_apart():
    lines = [level(up) for up in (0, 30, 200, 230)]
    lines += [upright(across, low, low + 30) for across in (0, 50, 100) for low in (0, 200)]

    assert [grid.rows[0] for grid in grids(lines)] == [200.25, 0.25]
