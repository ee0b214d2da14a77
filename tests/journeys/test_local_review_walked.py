"""A review under the guidance of 2023 in Southmere, from the notification to the public page."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.journeys import cases, referring
from tests.journeys.browsing import (
    People,
    bring,
    choose,
    enter_day,
    expect_done,
    expect_heading,
    expect_wrong,
    fill,
    follow,
    pick,
    press,
    tick,
)
from tests.journeys.installation import Site
from tests.journeys.journey import Journey
from tests.journeys.looking import Look

from goldenthread.domain.criteria.lcspr_2023 import CRITERIA, Fact
from goldenthread.domain.questionnaires.notification_lcspr_2023 import NOTIFICATION
from goldenthread.domain.questionnaires.questions import as_answer
from goldenthread.domain.questionnaires.rapid_review_lcspr_2023 import RAPID_REVIEW
from goldenthread.domain.questionnaires.reports_lcspr_2023 import OVERVIEW, SUMMARY
from goldenthread.domain.review_types.lcspr_2023 import LCSPR_2023
from goldenthread.domain.roles import ROLES, Held, Role
from goldenthread.reviews.demo.story.accounts import DemoAccount
from goldenthread.reviews.demo.story.southmere import ACCOUNTS, AGENCIES, PARTNERSHIP

COUNCIL, POLICE = "southmere-council", "southmere-police"
NAMES = {one.key: one.name for one in AGENCIES}
AUTHORITY, HEALTH, POLICE_PARTNER = LCSPR_2023.deciders
REVIEW = LCSPR_2023.outcomes[0].words
NO_REVIEW = LCSPR_2023.outcomes[-1].words
OF_ANOTHER_REGIME = (
    "Committee",
    "Serious Case Review",
    "Individual Management Review",
    "Overview Report",
    "Executive Summary",
)
TELL_OF_THEM = """(words, site) => addEventListener("DOMContentLoaded", () => {
  if (location.origin !== site) return;  // the public site lists reviews of every regime
  const shown = document.title + " " + document.body.textContent;
  for (const word of words) {
    const at = shown.indexOf(word);
    if (at >= 0) console.error("Of another regime: " + shown.slice(Math.max(0, at - 60), at + 60));
  }
})"""

CHILD = "Perran Exampleton"
TOLD = {
    "child_name": CHILD,
    "child_status": "child_in_need",
    "circumstances": "Perran, aged six, was found alone on the quay at night, and had been hurt by somebody.",
    "child_died": "no",
    "seriously_harmed": "yes",
    "abuse_or_neglect": "suspected",
    "in_area": "yes",
    "household": as_answer(
        [
            {"name": "Tegen Exampleton", "relationship": "Mother"},
            {"name": "Jory Exampleton", "relationship": "Uncle"},
        ]
    ),
    "other_children": "None.",
    "notifier_contact": "By telephone in office hours",
}
RAPID = {
    "notification_reference": "SM-N-2026-99",
    "summary": "A child was hurt at night. Three services each knew a part.",
    "equality": "His home language is not English; nobody asked him in it.",
    "immediate_safety": "He is with his grandmother and safe.",
    "agency_involvement": as_answer(
        [
            {"agency": NAMES[COUNCIL], "involvement": "Child in need since spring."},
            {"agency": NAMES[POLICE], "involvement": "Two calls to the quay."},
        ]
    ),
    "worked_well": "The school rang every day.",
    "did_not": "Nobody put the calls side by side.",
    "family_told": "yes",
    "learning": "Calls are read together every week.",
    "why_review": "It may show how services should act at night.",
}
FACTS = {
    Fact.SERIOUSLY_HARMED: ("yes", "The notification."),
    Fact.ABUSE_OR_NEGLECT: ("suspected", "What the hospital saw."),
    Fact.IN_AREA: ("yes", ""),
    Fact.IMPROVEMENTS: ("yes", "What services do at night."),
}
CHRONOLOGY = b"Date,Event\r\n3/5/2026,Called to the quay at night.\r\n9/6/2026,Called again.\r\n"
SENTENCE = "A child was on the quay at night, and three services each knew a part of it."


class OfOneRegime(People):
    """People whose browsers complain of every word of another regime, on every page they open."""

    def stranger(self, *, scripts: bool = True) -> BrowserContext:
        """A browser in which nobody is signed in."""
        context = super().stranger(scripts=scripts)
        context.add_init_script(f"({TELL_OF_THEM})({list(OF_ANOTHER_REGIME)!r}, {self.address!r})")
        return context


class InSouthmere(Journey):
    """One review, walked by the people of Southmere."""

    def go(self, role: Role, part: str = "", *, of: str = "") -> Page:
        """The browser of whoever has this role there (``of`` an agency), at this part of the review."""
        page = self.people.page(account(role, of).name)
        page.goto(f"{self.people.address}/reviews/{self.reference}/{part}")
        return page


def account(role: Role, of: str = "") -> DemoAccount:
    """The first in Southmere who has this role (for this agency)."""
    of_agency = ROLES[role].held in (Held.AT_AGENCY, Held.IN_REVIEW_FOR_AGENCY)
    return next(one for one in ACCOUNTS if one.role is role and (not of_agency or one.agency == of))


@pytest.mark.duty("P4", "P7", "P8", "P9", "P10", "P12", "P13", "P22", "P23", "P24")
def test_a_local_review_from_the_notification_to_the_public_page(site: Site, chromium: Browser):
    """One local review, which three partners decide on together.

    1. The local authority says that no child is at risk now, and notifies the incident; the people of
       the household are rows that are added.
    2. The manager asks all four agencies, and they answer.
    3. The manager writes the form of the rapid review section by section. Until it is complete nothing
       can be recommended. The Rapid Review Group judges, and recommends a review.
    4. Two partners decide for a review, the third against: nothing is decided. The third thinks again:
       it is decided, and the clock of six months starts.
    5. The lead reviewer and the chair of the panel are appointed, terms are written, a partner approves.
    6. One agency writes a short report and one brings a chronology of two lines.
    7. The lead reviewer writes the report. The partners approve it one after another; it is approved
       with the last of them.
    8. It is not published before the national panel has had its copy for seven working days.
    9. No page on the way has a word of the other regime.
    10. Every kind of page that is new here can be used by everyone, wide and on a telephone.
    """
    journey = InSouthmere(site, OfOneRegime(chromium, site.case), Look())
    notify(journey)
    review_rapidly(journey)
    decide_together(journey)
    form_panel(journey)
    bring_evidence(journey)
    write_report(journey)
    approve_together(journey)
    publish(journey)
    assert journey.people.complaints == []
    assert journey.look.wrong == []


def notify(journey: InSouthmere) -> None:
    """The local authority notifies; every agency is asked, and answers."""
    page = journey.people.page(account(Role.REFERRER).name)
    today = journey.today.isoformat()
    days = {"incident_on": today, "became_aware_on": today}
    cases.refer(journey, page, PARTNERSHIP.name, NOTIFICATION, TOLD | days)
    journey.look.at(page, "a notification, to whoever notified")
    cases.ask(journey, list(NAMES.values()))
    for key in NAMES:
        cases.answer(journey, key, "Known since spring.")
    journey.step(Role.BUSINESS_MANAGER, "Put the case to the Rapid Review Group")


def review_rapidly(journey: InSouthmere) -> None:
    """The form is written, rows and all; the facts are judged, and a review is recommended."""
    page = journey.go(Role.BUSINESS_MANAGER, "forms/")
    journey.look.at(page, "forms before the decision")
    for section in RAPID_REVIEW.sections:
        follow(page, section.title)
        if any(question.columns for question in section.questions):
            journey.look.at(page, "one section of a statutory form")
        referring.answer_section(page, section, RAPID)
    judging = cases.open_judgement(journey)
    cases.judge(judging, CRITERIA, FACTS)
    choose(judging, "What is recommended?", REVIEW)
    fill(judging, "Reasons", "It may show how services should act at night.")
    press(judging, "Record the judgement and recommend")
    expect_wrong(judging, f"“{RAPID_REVIEW.title}” is not complete.")
    follow(page, "Read it as a whole, and complete it")
    journey.look.at(page, "a statutory form as a whole")
    press(page, "It is complete")
    expect_done(page, f"“{RAPID_REVIEW.title}” is complete.")
    press(judging, "Record the judgement and recommend")
    expect_done(judging, "The judgement is recorded, and its recommendation passed on.")


def decide_together(journey: InSouthmere) -> None:
    """Two agree and one differs, so nothing is decided; then all three say the same."""
    not_yet = "It is decided once all of you say the same."
    for role, what in ((AUTHORITY, REVIEW), (HEALTH, REVIEW), (POLICE_PARTNER, NO_REVIEW)):
        page = cases.decide(journey, role, what, f"The reasons of {role.value}.", done=not_yet)
    expect(page.get_by_role("main")).to_contain_text("nothing is decided yet")
    journey.look.at(page, "partners who differ")
    cases.decide(journey, POLICE_PARTNER, REVIEW, "The others are right: there is more to learn.")
    expect(journey.go(Role.BUSINESS_MANAGER).get_by_role("main")).to_contain_text("Day 0 of")
    page = journey.go(Role.BUSINESS_MANAGER, "timetable/")
    journey.look.at(page, "the timetable of a local review")


def form_panel(journey: InSouthmere) -> None:
    """Chair, lead reviewer and one agency's manager are appointed; terms are written and approved."""
    for role, of in (
        (Role.PANEL_CHAIR, ""),
        (Role.OVERVIEW_AUTHOR, ""),
        (Role.PANEL_MEMBER, COUNCIL),
        (Role.PANEL_MEMBER, POLICE),
    ):
        page = journey.go(Role.BUSINESS_MANAGER, "panel/appoint/")
        choose(page, "Which part?", LCSPR_2023.called(role))
        if of:
            pick(page, "For a panel member: of which agency?", NAMES[of])
        _declare(page, account(role, of))
        press(page, "Appoint")
        expect_done(page, f"{account(role, of).name} is now")
    for key, what in ((COUNCIL, "Short information report"), (POLICE, "Chronology only")):
        page = journey.go(Role.BUSINESS_MANAGER, "panel/ask/")
        choose(page, "Which agency?", NAMES[key])
        choose(page, "What should it bring?", what)
        press(page, "Ask the agency")
        page = journey.go(Role.SENIOR_OFFICER, f"panel/author/{key}/", of=key)
        _declare(page, account(Role.AGENCY_AUTHOR, key))
        press(page, "Name the author")
        expect_done(page, f"is now the author for {NAMES[key]}.")
    page = journey.go(Role.PANEL_CHAIR, "terms/write/")
    enter_day(page, "The period under review begins on", journey.today - timedelta(days=365))
    enter_day(page, "The period under review ends on", journey.today)
    fill(page, "Whom is the review about?", "The child, and those who cared for him.")
    press(page, "Save and go on")
    fill(page, "New line 1", "What did each service know of the quay?")
    press(page, "Save and go on")
    journey.look.at(page, "the standard questions of a local review")
    page = journey.go(AUTHORITY, "terms/approve/")
    press(page, "Approve the terms")
    journey.step(Role.PANEL_CHAIR, "Ask the agencies to begin")


def _declare(page: Page, person: DemoAccount) -> None:
    pick(page, "Who?", person.name)
    choose(page, "Were they involved in the case?", "No")
    choose(page, "Did they manage anybody who was involved?", "No")
    fill(page, "What do they declare?", "I had no part in this.")


def bring_evidence(journey: InSouthmere) -> None:
    """One agency's report is written and accepted, the other's chronology is brought."""
    page = journey.go(Role.AGENCY_AUTHOR, f"agency-reports/{COUNCIL}/", of=COUNCIL)
    for place in range(page.locator("main .govuk-task-list__link").count()):
        with page.expect_navigation():
            page.locator("main .govuk-task-list__link").nth(place).click()
        page.get_by_role("main").get_by_role("textbox").last.fill(SENTENCE)
        press(page, "Save and go back")
    press(page, "Submit the report")
    page = journey.go(Role.PANEL_CHAIR, f"agency-reports/{COUNCIL}/submitted/1/")
    choose(page, "What does the panel say?", "Accept the report")
    press(page, "Give the panel’s answer")
    page = journey.go(Role.AGENCY_AUTHOR, f"chronology/{POLICE}/", of=POLICE)
    bring(page, "quay.csv", CHRONOLOGY)
    press(page, "Bring this file")
    expect(page.get_by_text("Read", exact=True)).to_be_visible(timeout=60_000)
    follow(page, "Go on to submit")
    press(page, "Submit the chronology")
    journey.step(Role.PANEL_CHAIR, "Hand over to the lead reviewer")


def write_report(journey: InSouthmere) -> None:
    """The lead reviewer writes both documents; the panel's chair puts them to the partners."""
    for document, outline in (("overview", OVERVIEW), ("summary", SUMMARY)):
        for section in outline:
            page = journey.go(Role.OVERVIEW_AUTHOR, f"overview/{document}/{section.key}/")
            expect_heading(page, section.heading)
            fill(page, section.heading, SENTENCE)
            press(page, "Save and go back")
    journey.step(Role.PANEL_CHAIR, "Put the report to the partners")


def approve_together(journey: InSouthmere) -> None:
    """Each partner approves; it is approved with the last of them."""
    for role in LCSPR_2023.deciders:
        page = journey.go(role, "sign-off/")
        if role is POLICE_PARTNER:
            journey.look.at(page, "an approval that two partners have given")
        enter_day(page, "When were the reports approved?", journey.today)
        press(page, "Record the partners’ approval")
        is_last = role is LCSPR_2023.deciders[-1]
        expect_done(page, "The approval is recorded." if is_last else "once all of you approve.")


def publish(journey: InSouthmere) -> None:
    """Not before the national panel has had its copy for seven working days; then a stranger reads it."""
    page = journey.go(Role.BUSINESS_MANAGER, "publication/")
    button = page.get_by_role("button", name="Publish the reports", exact=True)
    expect(page.get_by_role("main")).to_contain_text(
        "must come at least 7 working days before, and has no day on the timetable."
    )
    expect(button).to_have_count(0)
    journey.look.at(page, "publication, before its copy was sent")
    for days_ago, says in ((1, "7 working days must pass."), (30, "")):
        _record_copy(journey, days_ago)
        page = journey.go(Role.BUSINESS_MANAGER, "publication/")
        expect(page.get_by_role("main")).to_contain_text(says)
        expect(button).to_have_count(0 if says else 1)
    tick(page, "I have read the whole copy above, and nobody can be recognised from it")
    press(page, "Publish the reports")
    expect_done(page, "The reports are on the public site.")
    page = journey.people.stranger().new_page()
    page.goto(journey.site.public)
    with page.expect_navigation():
        row_or_link = page.get_by_role("main").locator("a").filter(has_text=journey.label)
        row_or_link.first.click()
    expect(page.get_by_role("main")).to_contain_text(SENTENCE)
    expect(page.get_by_role("main")).to_contain_text(LCSPR_2023.nouns.overview)
    journey.look.at(page, "a published local review")
    page.context.close()


def _record_copy(journey: InSouthmere, days_ago: int) -> None:
    page = journey.go(Role.BUSINESS_MANAGER, "timetable/record-a-day/")
    copy = next(one for one in LCSPR_2023.events if one.key == "copy-sent").words
    choose(page, "What happened?", f"{copy[:1].upper()}{copy[1:]}")
    enter_day(page, "On which day?", journey.today - timedelta(days=days_ago))
    press(page, "Record the day")
