"""What the legs of a journey have in common: who is who among the people, and the review on its way."""

from dataclasses import dataclass, field
from datetime import date

from playwright.sync_api import Page, expect
from tests.journeys.browsing import People, expect_heading
from tests.journeys.installation import Site
from tests.journeys.looking import Look

from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.story.accounts import DemoAccount, accounts_for
from goldenthread.reviews.demo.story.partnership import agency

AGENCIES = ("childrens-social-care", "police", "larkfield-surgery")
NIL_RETURN = "housing"


@dataclass
class Journey:
    """One review, walked by the people whose turn it is."""

    site: Site
    people: People
    look: Look
    reference: str = ""
    label: str = ""
    today: date = field(default_factory=date.today)

    def go(self, role: Role, part: str = "", *, of: str = "") -> Page:
        """The browser of whoever has this role (``of`` an agency), at this part of the review."""
        page = self.people.page(account(role, of).name)
        page.goto(f"{self.people.address}/reviews/{self.reference}/{part}")
        return page

    def take(self, role: Role, task: str, *, of: str = "") -> Page:
        """Do the next thing: from the review's home, to the page of what waits for this person."""
        page = self.go(role, of=of)
        link = page.get_by_role("main").locator("a").filter(has_text=task).first
        expect(link).to_be_attached()
        if not link.is_visible():
            page.get_by_text("to do here").click()
        with page.expect_navigation():
            link.click()
        return page

    def step(self, role: Role, label: str, *, look: bool = False) -> Page:
        """Take a step that has a page of the common kind."""
        page = self.take(role, label)
        expect_heading(page, label)
        if look:
            self.look.at(page, f"the page of a step: {label}")
        with page.expect_navigation():
            page.get_by_role("main").get_by_role("button", name=label, exact=True).click()
        return page


def account(role: Role, of: str = "") -> DemoAccount:
    """The first who has this role (for this agency)."""
    return accounts_for(role, agency=of)[0]


def agency_name(key: str) -> str:
    """The agency as pages call it."""
    return agency(key).name
