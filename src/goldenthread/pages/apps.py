"""The app of the page parts."""

from pathlib import Path

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

ASSETS = Path(__file__).parent / "static" / "vendor" / "versions.json"


class PagesConfig(AppConfig):
    """Layout, components and styles; no tables."""

    name = "goldenthread.pages"
    label = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        register(assets_are_there)


def assets_are_there(**_asked: object) -> list[CheckMessage]:
    """The style sheets are fetched while the package is built; without them no page is readable."""
    if ASSETS.is_file():
        return []
    return [
        Error(
            "The style sheets of the pages are missing.",
            hint="Install the package again: pip install --no-deps -e . (or uv sync --reinstall).",
            id="pages.E001",
        )
    ]
