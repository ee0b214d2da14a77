"""One installation and one browser for all journeys."""

import json
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.journeys.browsing import People
from tests.journeys.installation import Site, installed
from tests.journeys.journey import account
from tests.journeys.visiting import Visitor

from goldenthread.domain.roles import Role

CALLED = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here is a journey, and all of them share one worker: there is one installation."""
    for item in items:
        if item.path.parent.name == "journeys":
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.xdist_group("journeys"))


@pytest.fixture(scope="package")
def site() -> Iterator[Site]:
    """The running installation."""
    with installed() as running:
        yield running


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The system's own browser."""
    where = next(filter(None, map(shutil.which, CALLED)))
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=where, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def people(chromium: Browser, site: Site) -> People:
    """Everybody at their browsers."""
    return People(chromium, site.case)


@pytest.fixture(scope="package")
def stages(site: Site) -> dict[str, str]:
    """The reference of a review that rests at each stage; “bringing” is one whose files are to come."""
    script = Path(__file__).with_name("stages.py").read_text(encoding="utf-8")
    return json.loads(site.run("manage", "shell", "-v0", "-c", script).splitlines()[-1])


@pytest.fixture(scope="package")
def visit(site: Site) -> Callable[..., Visitor]:
    """Whoever has a role (at an agency), without a browser; signed in once."""

    @cache
    def signed_in(role: Role, of: str = "") -> Visitor:
        return Visitor(site.case, account(role, of).name)

    return signed_in
