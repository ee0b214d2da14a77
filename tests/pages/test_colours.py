"""Text can be read on its background: at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""

import re
from pathlib import Path

import pytest

from goldenthread.pages import apps

CSS = (Path(apps.__file__).parent / "static" / "pages" / "app.css").read_text()
NAMED = dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]{3,6});", CSS))
AGENCIES = re.findall(r"\.agency-\d+ \{ --agency: (#[0-9a-f]{6});", CSS)
TAGS = re.findall(r"\.app-tag--([a-z]+) \{.*?background: ([^;]+); color: ([^;]+);", CSS)


def luminance(colour):
    figures = colour.lstrip("#")
    figures = "".join(figure * 2 for figure in figures) if len(figures) == 3 else figures
    shares = [int(figures[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    one, other = (luminance(NAMED.get(name[4:-1], name)) for name in (one, other))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def test_contrast_is_measured_as_the_guideline_says():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


def test_there_are_twelve_agencies_each_of_another_colour():
    assert len(AGENCIES) == len(set(AGENCIES)) == 12


@pytest.mark.parametrize("colour", AGENCIES)
def test_an_agencys_letter_can_be_read_on_its_colour(colour):
    assert contrast("#fff", colour) >= 4.5


@pytest.mark.parametrize(("kind", "background", "text"), TAGS, ids=[tag[0] for tag in TAGS])
def test_the_word_of_a_status_can_be_read(kind, background, text):
    assert contrast(text, background) >= 4.5


def test_every_status_has_its_colours():
    assert sorted(kind for kind, *_colours in TAGS) == sorted(
        ["neutral", "draft", "new", "done", "waiting", "due", "stopped", "late"]
    )


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("--app-text", "--app-surface"),
        ("--app-quiet", "--app-surface"),
        ("--app-late", "--app-paper"),
        ("--app-accent-dark", "--app-paper"),
        ("--govuk-link-colour", "--app-surface"),
        ("--govuk-link-visited-colour", "--app-surface"),
        ("--app-paper", "--app-deep"),
        ("--app-paper", "--app-deep-middle"),
    ],
)
def test_our_own_colours_can_be_read_on_each_other(text, background):
    assert contrast(NAMED[text], NAMED[background]) >= 4.5
