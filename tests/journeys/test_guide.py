"""The guide shows the pictures that the journey takes, each of them once taken and still used."""

import re
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
PICTURES = {path.name for path in (GUIDE / "img").glob("*.png")}
PAGES = {path.name: path.read_text(encoding="utf-8") for path in GUIDE.glob("*.md")}
LARGEST = 150 * 1000


def test_every_picture_is_used_and_every_picture_used_is_there():
    used = {
        name for text in PAGES.values() for name in re.findall(r"!\[.+?\]\(img/([^/]+?)\)", text)
    }
    assert used == PICTURES


def test_every_picture_is_taken_by_the_journey():
    legs = "\n".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("*.py"))
    assert {f"{name}.png" for name in re.findall(r'picture="([a-z-]+)"', legs)} == PICTURES


def test_no_picture_is_heavy():
    heavy = {path.name for path in (GUIDE / "img").glob("*.png") if path.stat().st_size > LARGEST}
    assert heavy == set()


def test_every_page_of_the_guide_can_be_reached_from_its_first():
    led_to = set(re.findall(r"\]\(([a-z-]+\.md)\)", PAGES["README.md"]))
    assert led_to == set(PAGES) - {"README.md"}
