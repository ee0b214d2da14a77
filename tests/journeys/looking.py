"""Look at a page as a careful visitor does: everyone can use it, it fits a telephone, and here is its picture."""

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.journeys.browsing import HEIGHT, NARROW, WIDE

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}
SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"
PICTURES = os.environ.get("SCREENSHOTS", "")


class Look:
    """Looks at pages, keeps what is wrong with them, and takes the pictures of the guide when asked to."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.wrong: list[str] = []

    def at(
        self, page: Page, name: str, *, picture: str = "", narrow: bool = False, top: str = "body"
    ) -> None:
        """Look at this page, wide and narrow.

        ``picture`` names its picture, ``narrow`` takes it of a telephone, ``top`` begins it there.
        """
        self.seen.append(name)
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            self._judge(page, f"{name}, {width} px")
            if picture and PICTURES and narrow == (width == NARROW):
                _take(page, picture, top)

    def _judge(self, page: Page, name: str) -> None:
        found = Axe().run(page, options=OPTIONS).response["violations"]
        for rule in found:
            places = "; ".join(node["html"][:160] for node in rule["nodes"][:3])
            self.wrong.append(f"{name}: {rule['id']} ({rule['help']}): {places}")
        if (over := page.evaluate(SIDEWAYS)) > 0:
            self.wrong.append(f"{name}: the page is {over} px wider than the window")


def _take(page: Page, picture: str, top: str) -> None:
    folder = Path(PICTURES)
    folder.mkdir(parents=True, exist_ok=True)
    page.locator(top).first.evaluate("place => place.scrollIntoView({behavior: 'instant'})")
    page.screenshot(path=folder / f"{picture}.png", animations="disabled", caret="hide")
