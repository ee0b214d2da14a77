"""The build hook takes out of the design systems what belongs to GOV.UK alone."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VENDOR = ROOT / "src" / "goldenthread" / "pages" / "static" / "vendor"


def test_the_lock_file_names_no_host():
    assert "http" not in (ROOT / "package-lock.json").read_text()


def test_the_versions_fetched_are_those_asked_for():
    asked = json.loads((ROOT / "package.json").read_text())["dependencies"]
    fetched = json.loads((VENDOR / "versions.json").read_text())
    assert {name: fetched[name] for name in asked} == asked


@pytest.mark.parametrize("name", ["govuk-frontend.css", "moj-frontend.css"])
def test_the_styles_carry_no_typeface_or_crest_of_another(name):
    css = (VENDOR / name).read_text()
    assert [
        words
        for words in ("GDS Transport", "/assets/", "@font-face", "govuk-crest")
        if words in css
    ] == []
    assert 'font-family:system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif' in css


def test_every_icon_that_the_styles_name_is_there():
    named = (VENDOR / "moj-frontend.css").read_text().split("url(images/")[1:]
    icons = {part.partition(")")[0] for part in named}
    assert icons
    assert icons == {path.name for path in (VENDOR / "images").iterdir()}
