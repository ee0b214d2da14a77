"""From the decision to the evidence: the panel, the terms of reference, the agencies' authors."""

from collections.abc import Sequence

from playwright.sync_api import Page, expect
from tests.journeys.browsing import (
    choose,
    enter_day,
    expect_done,
    expect_wrong,
    fill,
    follow,
    pick,
    press,
    row,
)
from tests.journeys.journey import AGENCIES, Journey, account, agency_name

from goldenthread.domain.roles import ROLES, Role
from goldenthread.reviews.demo.script import declaration_of
from goldenthread.reviews.demo.story import texts
from goldenthread.reviews.demo.story.accounts import DemoAccount
from goldenthread.reviews.web.forms.terms import LinesForm

INVOLVED = "Were they involved in the case?"
MANAGED = "Did they manage anybody who was involved?"


def form_panel(journey: Journey) -> None:
    """An independent chair and overview author, a senior manager of each agency; each agency is asked."""
    _appoint(journey, Role.PANEL_CHAIR)
    _appoint(journey, Role.OVERVIEW_AUTHOR)
    for key in AGENCIES:
        page = journey.go(Role.BUSINESS_MANAGER, "panel/ask/")
        choose(page, "Which agency?", agency_name(key))
        if key == AGENCIES[0]:
            journey.look.at(page, "ask an agency for a contribution")
        press(page, "Ask the agency")
        expect_done(page, f"{agency_name(key)} has been asked.")
        _appoint(journey, Role.PANEL_MEMBER, key)


def refuse_who_is_not_independent(journey: Journey) -> None:
    """Somebody of a member agency cannot chair the panel: the page says why, and nothing is lost."""
    page = _open(journey, "panel_chair", account(Role.PANEL_MEMBER, "police"))
    press(page, "Appoint")
    expect_wrong(page, "The panel chair is independent of every member agency")
    journey.look.at(page, "appoint somebody, refused")


def _appoint(journey: Journey, role: Role, key: str = "") -> None:
    page = _open(journey, role.value, account(role, key), key)
    press(page, "Appoint")
    expect_done(page, f"{account(role, key).name} is now {ROLES[role].name.lower()}.")


def _open(journey: Journey, role: str, person: DemoAccount, key: str = "") -> Page:
    page = journey.go(Role.BUSINESS_MANAGER, "panel/appoint/")
    choose(page, "Which part?", ROLES[Role(role)].name)
    if key:
        pick(page, "For a panel member: of which agency?", agency_name(key))
    _declare(page, person, managed="No")
    return page


def _declare(page: Page, person: DemoAccount, *, managed: str) -> None:
    pick(page, "Who?", person.name)
    choose(page, INVOLVED, "No")
    choose(page, MANAGED, managed)
    fill(page, "What do they declare?", declaration_of(person.email))


def agree_terms(journey: Journey) -> None:
    """The panel chair writes the terms of reference; the Chair of the Board approves them."""
    page = journey.go(Role.PANEL_CHAIR, "terms/")
    journey.look.at(page, "no terms of reference yet")
    follow(page, "Write the terms of reference")
    enter_day(page, "The period under review begins on", texts.TERMS.period_to)
    enter_day(page, "The period under review ends on", texts.TERMS.period_from)
    fill(page, "Whom is the review about?", texts.TERMS.subjects)
    press(page, "Save and go on")
    expect_wrong(page, "The period under review ends before it begins.")
    journey.look.at(page, "write the terms, with a mistake")
    enter_day(page, "The period under review begins on", texts.TERMS.period_from)
    enter_day(page, "The period under review ends on", texts.TERMS.period_to)
    press(page, "Save and go on")
    _write_lines(page, texts.TERMS.lines_of_enquiry)
    journey.look.at(page, "answer the standard questions")
    fill(page, "What matters most to learn from this case?", "Whether worries were heard.")
    press(page, "Save the answers")
    page = journey.go(Role.BOARD_CHAIR, "terms/approve/")
    journey.look.at(page, "approve the terms")
    press(page, "Approve the terms")
    expect_done(
        page, "Version 1 of the terms is in force, and shared with everybody who works from it."
    )
    journey.look.at(page, "terms in force")


def _write_lines(page: Page, lines: Sequence[str]) -> None:
    """As many lines as there are boxes at a time; the last are saved on the way to the next page."""
    boxes = LinesForm.new_lines
    for start in range(0, len(lines), boxes):
        for number, line in enumerate(lines[start : start + boxes], start=1):
            fill(page, f"New line {number}", line)
        is_last = start + boxes >= len(lines)
        press(page, "Save and go on" if is_last else "Save and add more lines")


def name_authors(journey: Journey) -> None:
    """Each senior officer names the agency's author; who managed those involved is refused."""
    for key in AGENCIES:
        page = journey.go(Role.SENIOR_OFFICER, "panel/", of=key)
        follow(page, "Name the author")
        author = account(Role.AGENCY_AUTHOR, key)
        if key == AGENCIES[0]:
            _declare(page, author, managed="Yes")
            press(page, "Name the author")
            expect_wrong(
                page,
                "Somebody who managed those involved in the case cannot be agency author."
                " Choose somebody else.",
            )
            journey.look.at(page, "name the author, refused", picture="author-refused")
        _declare(page, author, managed="No")
        press(page, "Name the author")
        expect_done(page, f"{author.name} is now the author for {agency_name(key)}.")


def begin_evidence(journey: Journey) -> None:
    """The panel chair asks the agencies to begin: nothing is missing any more."""
    page = journey.go(Role.PANEL_CHAIR, "panel/")
    expect(row(page, agency_name("police")).last).to_contain_text(
        account(Role.AGENCY_AUTHOR, "police").name
    )
    journey.look.at(page, "the panel", picture="panel")
    journey.step(Role.PANEL_CHAIR, "Ask the agencies to begin")
