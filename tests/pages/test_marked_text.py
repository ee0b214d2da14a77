"""Markdown in, HTML out that may be shown as it is."""

import pytest

from goldenthread.pages.marked_text import TABLE_CLOSES, TABLE_OPENS, markdown_html
from goldenthread.pages.templatetags.goldenthread import markdown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**seen** and *heard*", "<p><strong>seen</strong> and <em>heard</em></p>\n"),
        ("~~said~~", "<p><s>said</s></p>\n"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("3. third", '<ol start="3">\n<li>third</li>\n</ol>\n'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>\n"),
    ],
)
def test_the_small_language_is_read(typed, shown):
    assert markdown_html(typed) == shown


@pytest.mark.parametrize(
    ("typed", "level"), [("# a", 3), ("## a", 4), ("### a", 5), ("#### a", 6), ("###### a", 6)]
)
def test_headings_begin_below_those_of_the_page(typed, level):
    assert markdown_html(typed) == f"<h{level}>a</h{level}>\n"


def test_a_table_scrolls_in_a_region_of_its_own_and_carries_no_style():
    made = markdown_html("| a |\n| :-: |\n| b |")
    assert made.startswith(TABLE_OPENS)
    assert made.strip().endswith(TABLE_CLOSES)
    assert "text-align" not in made


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<div style='position:fixed'>over everything</div>",
        "<a href='https://a.example' onclick='x()'>here</a>",
        "<!-- hidden -->",
        "<table><tr><td>typed</td></tr></table>",
    ],
)
def test_html_that_was_typed_is_shown_as_text(typed):
    made = markdown_html(typed)
    assert typed.split("<")[1][:3] in made
    assert "&lt;" in made
    assert not any(f"<{tag}" in made for tag in ("script", "img", "div", "a ", "!--", "table"))


@pytest.mark.parametrize(
    "typed",
    [
        "[here](javascript:alert(1))",
        "[here](JaVaScRiPt:alert(1))",
        "[here](data:text/html;base64,PHNjcmlwdD4=)",
        "[here](vbscript:x)",
        "<javascript:alert(1)>",
    ],
)
def test_a_link_cannot_run_anything(typed):
    assert "href" not in markdown_html(typed)


def test_a_link_out_tells_nothing_about_where_it_was():
    assert markdown_html("[here](https://a.example/)") == (
        '<p><a href="https://a.example/" rel="noopener noreferrer">here</a></p>\n'
    )


def test_a_picture_is_not_fetched():
    assert "<img" not in markdown_html("![a](https://a.example/pixel.png)")


def test_the_filter_marks_its_result_as_safe_prose():
    assert markdown("*a*") == '<div class="app-prose"><p><em>a</em></p>\n</div>'
    assert hasattr(markdown("*a*"), "__html__")
