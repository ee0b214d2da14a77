"""What a person does on our pages, by the words that are on them: fill in, choose, press, read."""

import re
from datetime import date

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

WIDE, NARROW = 1280, 320
HEIGHT = 800


class People:
    """The people at their browsers: each has one of their own, signed in when they first come."""

    def __init__(self, chromium: Browser, address: str) -> None:
        self._chromium = chromium
        self.address = address
        self._pages: dict[str, Page] = {}
        self.complaints: list[str] = []

    def page(self, name: str, path: str = "") -> Page:
        """This person's browser, at this address of the case site where one is given."""
        if name not in self._pages:
            self._pages[name] = self.stranger().new_page()
            be(self._pages[name], name, self.address)
        page = self._pages[name]
        if path:
            page.goto(f"{self.address}{path}")
        return page

    def arrived(self, name: str, page: Page) -> None:
        """This person has signed in on this page by themselves."""
        self._pages[name] = page

    def stranger(self, *, scripts: bool = True) -> BrowserContext:
        """A browser in which nobody is signed in."""
        context = self._chromium.new_context(
            viewport={"width": WIDE, "height": HEIGHT},
            java_script_enabled=scripts,
            locale="en-GB",
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("console", lambda said: self._hear(said))
        return context

    def _hear(self, said) -> None:
        # A page that says no (403, 404, 409) is told of by the browser too; only scripts and the policy count.
        if said.type == "error" and "status of 4" not in said.text:
            self.complaints.append(f"{said.location.get('url', '')}: {said.text}")


def be(page: Page, name: str, address: str) -> None:
    """Sign in as this demo person, on the demo's own page."""
    page.goto(f"{address}/demo/")
    press(page, name)
    expect(page.get_by_role("heading", name="My work", level=1)).to_be_visible()


def sign_in(page: Page, email: str, password: str) -> None:
    """Sign in as somebody real does, on the page where that is done."""
    page.get_by_role("textbox", name=re.compile("e-?mail", re.IGNORECASE)).fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    press(page, "Sign in")


def press(page: Page, button: str) -> None:
    """Press a button that sends its form, and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def follow(page: Page, link: str | re.Pattern[str], *, within: Locator | None = None) -> None:
    """Follow the first link that begins so, and wait for its page. What only is heard may follow."""
    words = re.compile(rf"^\s*{re.escape(link)}\b") if isinstance(link, str) else link
    place = within or page.get_by_role("main")
    with page.expect_navigation():
        place.locator("a").filter(has_text=words).first.click()


def row(page: Page, name: str) -> Locator:
    """The row of a table in which this stands."""
    return page.get_by_role("row").filter(has_text=name)


def fill(page: Page, label: str, text: str) -> None:
    """Type into the box with this label."""
    page.get_by_role("textbox", name=_labelled(label)).fill(text)


def choose(page: Page, question: str, answer: str) -> None:
    """Choose the answer to a question."""
    group = page.get_by_role("group", name=_labelled(question))
    group.get_by_label(answer, exact=True).check()


def tick(page: Page, label: str) -> None:
    """Tick a box."""
    page.get_by_role("checkbox", name=label, exact=True).check()


def only(page: Page, labels: list[str]) -> None:
    """Leave these boxes ticked and no other."""
    boxes = page.get_by_role("main").get_by_role("checkbox")
    for box in boxes.all():
        box.uncheck()
    for label in labels:
        tick(page, label)


def pick(page: Page, label: str, option: str | re.Pattern[str]) -> None:
    """Pick from a list; a person by the beginning of what the list says of them."""
    listed = page.get_by_role("combobox", name=_labelled(label))
    found = listed.locator("option").filter(has_text=option).first.get_attribute("value")
    listed.select_option(found)


def enter_day(page: Page, label: str, day: date) -> None:
    """Enter a day in its three boxes."""
    group = page.get_by_role("group", name=_labelled(label))
    for box, typed in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(box, exact=True).fill(str(typed))


def bring(page: Page, name: str, data: bytes) -> None:
    """Choose a file of one's own, and see its name on the page."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("main")).to_contain_text(name)


def expect_heading(page: Page, words: str | re.Pattern[str]) -> None:
    """The page's one h1 says this."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def expect_done(page: Page, words: str) -> None:
    """The page says that it is done."""
    expect(page.get_by_role("alert").first).to_contain_text(words)


def expect_wrong(page: Page, sentence: str) -> None:
    """The page says what is wrong, at its top."""
    expect(page.locator(".govuk-error-summary")).to_contain_text(sentence)


def _labelled(label: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(label)}( \(optional\))?$")
