"""Every component in a real browser, on a wide and on a narrow page: everyone can use it.

The browser asks Django in this very process, so no server and no port is needed.
"""

from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

axe_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")
playwright = pytest.importorskip("playwright.sync_api")

CHROMIUM = "/usr/bin/chromium"
SITE = "http://gallery.test"
WIDTHS = [1280, 320]

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def site(settings):
    """Answers the browser with what Django answers, style sheets included."""
    settings.ROOT_URLCONF = "tests.pages.addresses"
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()

    def answer(route):
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            return route.fulfill(path=finders.find(path.removeprefix("/static/")))
        asked = client.post if route.request.method == "POST" else client.get
        answered = asked(path)
        return route.fulfill(
            status=answered.status_code,
            headers={name.lower(): value for name, value in answered.items()},
            body=answered.content,
        )

    return answer


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def page(browser, site, request):
    opened = browser.new_context(viewport={"width": request.param, "height": 900}).new_page()
    opened.complaints = []
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on(
        "console",
        lambda said: opened.complaints.append(said.text) if said.type == "error" else None,
    )
    opened.route("**/*", site)
    opened.goto(f"{SITE}/gallery/")
    opened.wait_for_selector(".govuk-service-navigation[data-govuk-service-navigation-init]")
    yield opened
    opened.context.close()


def broken_rules(page):
    found = axe_playwright.Axe().run(page).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def test_the_gallery_breaks_no_accessibility_rule_and_no_content_policy(page):
    assert broken_rules(page) == []
    assert page.complaints == []


def test_the_page_never_scrolls_sideways(page):
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_what_is_wrong_is_told_first_and_leads_to_its_box(page):
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_selector(".govuk-error-summary:focus")
    assert page.title() == "Error: Gallery of components – Golden Thread"
    page.get_by_role("link", name="Enter the title.").click()
    assert page.evaluate("document.activeElement.id") == "id_title"
    assert broken_rules(page) == []
