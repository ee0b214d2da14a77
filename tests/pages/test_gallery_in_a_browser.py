"""Every component in a real browser, on a wide and on a narrow page: everyone can use it.

The browser asks Django in this very process, so no server and no port is needed.
"""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

axe_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")
playwright = pytest.importorskip("playwright.sync_api")

CHROMIUM = "/usr/bin/chromium"
SITE = "http://localhost"  # what a browser trusts without TLS
WIDTHS = [1280, 320]
SECOND = 1000
MINUTE = 60 * SECOND

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
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    client = Client()

    def answer(route):
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            return route.fulfill(path=finders.find(path.removeprefix("/static/")))
        asked = client.post if route.request.method == "POST" else client.get
        answered = asked(path, headers=route.request.headers)
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
    opened.clock.install()
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


WORD = """<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
<h2>What the child saw</h2><p>Nobody <b>asked </b>the&nbsp;child_<script>alert(1)</script>.</p>
<p class="MsoListParagraphCxSpFirst" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>first</p>
<p class="MsoListParagraphCxSpLast" style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">a)</span>second</p>
<ul><li>one<ol><li>inner</li></ol></li><li>two <a href="javascript:x()">link</a></li></ul>
<table><tr><td>Visit</td><td>Seen</td></tr><tr><td>3 May</td><td>yes | no<br>unsure</td></tr></table>
<!--EndFragment--></body></html>"""

KEPT = """## What the child saw

Nobody **asked** the child\\_.

- first
   1. second
- one
   1. inner
- two link

| Visit | Seen |
| --- | --- |
| 3 May | yes \\| no unsure |"""


def test_what_is_pasted_from_word_keeps_its_shape_and_nothing_else(page):
    page.locator("#id_account").focus()
    page.evaluate(
        """html => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/html", html);
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        WORD,
    )
    assert page.input_value("#id_account") == KEPT


def test_what_is_written_is_saved_meanwhile_and_told(page):
    page.fill("#id_title", "A")
    line = page.locator("[data-autosave-status]")
    playwright.expect(line).to_have_text(re.compile(r"^Saved at \d{1,2}:\d\d[ap]m$"))


def test_there_is_a_warning_before_the_time_is_over_and_it_can_be_answered(page):
    notice = page.locator("[data-time-out]")
    lasts = int(notice.get_attribute("data-time-out")) * SECOND
    page.clock.fast_forward(lasts - 6 * MINUTE)
    playwright.expect(notice).to_be_hidden()
    page.clock.fast_forward(2 * MINUTE)
    playwright.expect(notice).to_be_visible()
    assert broken_rules(page) == []
    page.get_by_role("button", name="Stay signed in").click()
    playwright.expect(notice).to_be_hidden()
    page.clock.fast_forward(lasts + MINUTE)
    playwright.expect(notice).to_contain_text("You have been signed out.")
