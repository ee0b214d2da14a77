"""The first days of a real installation, with nobody in it.

1. Whoever runs it is told what comes first, and makes the Board, an agency and its first manager.
2. Bea chooses her password by the link, and finds nothing waiting for her.
3. She adds Sol of the Police, gives him his post, and says whom the agency’s people are led to.
4. Sol chooses his password by the link, says how he is reached, and makes a feed for his calendar.
5. Bea ends his access: he is signed out at his next click, and cannot sign in again.
"""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.browsing import (
    People,
    choose,
    expect_done,
    expect_heading,
    expect_wrong,
    fill,
    follow,
    pick,
    press,
    sign_in,
)
from tests.journeys.installation import Site, installed
from tests.journeys.looking import Look

BEA, SOL = "bea@northmere.example", "sol@police.northmere.example"
GOOD, OTHER = "seven quiet herons", "nine loud curlews here"


@pytest.fixture(scope="module")
def empty() -> Iterator[Site]:
    with installed(demo=False) as running:
        yield running


@pytest.mark.duty("P28")
def test_the_first_people_of_an_installation(empty: Site, chromium: Browser):
    people, look = People(chromium, empty.case), Look()
    make_the_first(empty)
    bea = chosen(people, look, empty.run("people", "password", BEA, "--link"), GOOD)
    expect(bea.get_by_role("main")).to_contain_text("Nothing waits for you")
    add_sol(bea, look)
    name_contacts(bea, look)
    sol = chosen(people, look, empty.run("people", "password", SOL, "--link"), OTHER)
    look_after_oneself(sol, look)
    end_access(bea, sol, look)
    assert people.complaints == []
    assert look.wrong == []


def make_the_first(empty: Site) -> None:
    assert "goldenthread people add-board" in empty.said()
    assert "http://localhost" in empty.case
    empty.run("people", "add-board", "Northmere Board", "--prefix", "NM")
    empty.run("people", "add-agency", "Northmere Police", "--key", "police")
    empty.run("people", "add-person", BEA, "--name", "Bea Ledger", "--title", "Manager")
    empty.run("people", "give-post", BEA, "business-manager")
    assert "Board business manager" in empty.run("people", "list")


def chosen(people: People, look: Look, link: str, password: str) -> Page:
    """Somebody opens the link that they were given, and chooses a password; the link works once."""
    path = re.search(r"/first-sign-in/\S+", link)
    assert path
    page = people.stranger().new_page()
    page.goto(f"{people.address}{path[0]}")
    expect_heading(page, "Choose your password")
    look.at(page, "choosing a password", picture="first-sign-in")
    page.get_by_label("Password", exact=True).fill("short")
    page.get_by_label("The same password again", exact=True).fill("short")
    press(page, "Save it and sign in")
    expect_wrong(page, "at least 12 characters")
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_label("The same password again", exact=True).fill(password)
    press(page, "Save it and sign in")
    expect_heading(page, "My work")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{people.address}{path[0]}")
    return page


def add_sol(bea: Page, look: Look) -> None:
    follow(bea, "People", within=bea.get_by_role("navigation", name="Menu"))
    expect_heading(bea, "People")
    look.at(bea, "people", picture="people")
    follow(bea, "Add a person")
    fill(bea, "Name", "Sol Badge")
    fill(bea, "E-mail address", SOL)
    pick(bea, "Agency", "Northmere Police")
    look.at(bea, "adding a person", picture="person-add")
    press(bea, "Add this person")
    expect_done(bea, "Sol Badge is added.")
    follow(bea, "Give a post")
    choose(bea, "Which post?", "Agency senior officer")
    look.at(bea, "giving a post", picture="post-give")
    press(bea, "Give this post")
    expect_done(bea, "Sol Badge is now Agency senior officer.")
    look.at(bea, "a person", picture="person")


def name_contacts(bea: Page, look: Look) -> None:
    follow(bea, "People", within=bea.get_by_role("navigation", name="Menu"))
    follow(bea, "Agencies and contacts")
    look.at(bea, "agencies and contacts", picture="agencies")
    follow(bea, "Northmere Police")
    follow(bea, re.compile("Say who: Staff support"))
    fill(bea, "Name, or what it is called", "Staff support, in confidence")
    fill(bea, "Telephone", "01632 960161")
    press(bea, "Save")
    expect_done(bea, "Staff support: saved.")
    look.at(bea, "an agency", picture="agency")


def look_after_oneself(sol: Page, look: Look) -> None:
    follow(sol, "Signed in as Sol Badge", within=sol.get_by_role("banner"))
    fill(sol, "Telephone", "01632 960212")
    press(sol, "Save")
    expect_done(sol, "Your details are saved.")
    look.at(sol, "your account", picture="your-account")
    follow(sol, "Make a feed for your calendar")
    press(sol, "Make the address")
    address = sol.locator(".govuk-inset-text").inner_text()
    look.at(sol, "the address of a feed")
    path = re.sub(r"^https?://[^/]+", "", address)
    feed = urllib.request.urlopen(f"{sol.url.partition('/account')[0]}{path}")
    assert feed.read().startswith(b"BEGIN:VCALENDAR")


def end_access(bea: Page, sol: Page, look: Look) -> None:
    follow(bea, "Its people who can sign in")
    follow(bea, "Sol Badge")
    follow(bea, "End their access")
    look.at(bea, "ending access")
    press(bea, "End their access")
    expect_done(bea, "Sol Badge can no longer sign in.")
    sol.reload()
    expect_heading(sol, "Sign in")
    sign_in(sol, SOL, OTHER)
    expect_heading(sol, "Your access has ended")
