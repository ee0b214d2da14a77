"""The way of any case from its referral to those who judge it, in as few pages as there are."""

from collections.abc import Mapping

from playwright.sync_api import Page, expect
from tests.journeys import referring
from tests.journeys.browsing import (
    choose,
    enter_day,
    expect_done,
    fill,
    follow,
    only,
    press,
)
from tests.journeys.journey import Journey

from goldenthread.domain.criteria import Criteria
from goldenthread.domain.questionnaires.questions import Questionnaire
from goldenthread.domain.roles import Role

WORDS = {"yes": "Yes", "no": "No", "suspected": "Suspected", "unknown": "Not known"}
INVOLVED = "Was your agency involved with the child or the family?"


def refer(
    journey: Journey, page: Page, board: str, form: Questionnaire, answers: Mapping[str, str]
) -> None:
    """The referrer answers what is answered, section by section, and sends it to this Board."""
    page.goto(f"{journey.people.address}/refer/")
    referring.begin(page, board)
    for section in form.sections:
        if any(question.key in answers for question in section.questions):
            follow(page, section.title)
            referring.answer_section(page, section, answers)
    follow(page, "Check your answers and send")
    press(page, "Send the referral")
    caption = page.locator(".govuk-caption-l").inner_text()
    journey.reference, journey.label = caption.split(", ")


def ask(journey: Journey, agencies: list[str]) -> None:
    """The manager accepts the referral, and asks these agencies (by name)."""
    page = journey.go(Role.BUSINESS_MANAGER, "scoping/ask/")
    only(page, agencies)
    press(page, "Accept the referral and ask these agencies")
    expect_done(page, "The agencies have been asked.")


def answer(journey: Journey, key: str, summary: str) -> None:
    """This agency was involved, and says how; or says so anew while the case is in scoping."""
    page = journey.go(Role.AGENCY_CONTACT, f"scoping/{key}/", of=key)
    choose(page, INVOLVED, "Yes")
    fill(page, "What was the involvement?", summary)
    enter_day(page, "When were your records secured?", journey.today)
    press(page, "Send the answer")
    expect_done(page, "Your answer has been sent.")


def open_judgement(journey: Journey) -> Page:
    """Those who judge find the form of their judgement, with who was there and when filled in."""
    page = journey.go(Role.COMMITTEE_MEMBER, "judgement/")
    enter_day(page, "On which day was it judged?", journey.today)
    fill(page, "Who was present?", "Those who judge, of every agency that was asked.")
    return page


def judge(page: Page, criteria: Criteria, facts: Mapping[str, tuple[str, str]]) -> None:
    """Say of every fact what was found (where nothing is said here: no), and see what follows."""
    for fact in criteria.facts:
        word, evidence = facts.get(fact.key, ("no", ""))
        choose(page, fact.question, WORDS[word])
        if evidence:
            fill(page, f"Evidence: {fact.question}", evidence)
    press(page, "Work out what the criteria say")


def expect_limb(page: Page, title: str, how: str) -> None:
    """The limb with this title holds, does not hold, or is undecided."""
    limb = page.locator("#criteria .govuk-summary-list__row").filter(
        has=page.get_by_text(title, exact=True)
    )
    expect(limb.locator(".govuk-tag")).to_have_text(how)


def recommend(page: Page, what: str, reasons: str) -> None:
    """Recommend so, and find the judgement recorded."""
    choose(page, "What is recommended?", what)
    fill(page, "Reasons", reasons)
    press(page, "Record the judgement and recommend")
    expect_done(page, "The judgement is recorded, and its recommendation passed on.")


def decide(
    journey: Journey,
    role: Role,
    what: str,
    reasons: str,
    *,
    done: str = "The decision is recorded.",
) -> Page:
    """Whoever has this role says what they decide, today."""
    page = journey.go(role, "decision/")
    choose(page, "What do you decide?", what)
    enter_day(page, "When did you decide?", journey.today)
    fill(page, "Reasons", reasons)
    press(page, "Record the decision")
    if reasons:
        expect_done(page, done)
    return page
