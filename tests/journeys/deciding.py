"""From the referral to the Chair's decision."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect
from tests.journeys import browsing, referring
from tests.journeys.browsing import (
    choose,
    enter_day,
    expect_done,
    expect_heading,
    expect_wrong,
    fill,
    follow,
    only,
    press,
    row,
)
from tests.journeys.installation import Site
from tests.journeys.journey import AGENCIES, NIL_RETURN, Journey, account, agency_name

from goldenthread.domain.criteria.scr_2010 import CRITERIA
from goldenthread.domain.questionnaires.questions import Section
from goldenthread.domain.questionnaires.referral_scr_2010_v2 import REFERRAL
from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.story import texts
from goldenthread.reviews.demo.story.accounts import DemoAccount

WORDS = {"yes": "Yes", "no": "No", "suspected": "Suspected", "unknown": "Not known"}
PASSWORD = "a-long-invented-password"


def give_password(site: Site, person: DemoAccount) -> str:
    """Give somebody a password, as whoever looks after the installation does."""
    site.run(
        *("manage", "shell", "-v0", "-c"),
        "from goldenthread.accounts.models import Person\n"
        f"person = Person.objects.get(email='{person.email}')\n"
        f"person.set_password('{PASSWORD}')\n"
        "person.save()",
    )
    return PASSWORD


def sign_in(journey: Journey) -> None:
    """The referrer signs in with e-mail and password, after one mistake."""
    referrer = account(Role.REFERRER)
    give_password(journey.site, referrer)
    page = journey.people.stranger().new_page()
    page.goto(f"{journey.people.address}/refer/")
    expect_heading(page, "Sign in")
    journey.look.at(page, "sign in")
    browsing.sign_in(page, referrer.email, "not the password")
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    journey.look.at(page, "sign in, with a mistake")
    browsing.sign_in(page, referrer.email, PASSWORD)
    expect_heading(page, referring.AT_RISK)
    journey.people.arrived(referrer.name, page)


def refer(journey: Journey) -> None:
    """The referrer begins, saves, comes back, finishes and sends."""
    page = journey.people.page(account(Role.REFERRER).name, "/refer/")
    journey.look.at(page, "is a child at risk now")
    page.goto(f"{journey.people.address}/refer/duty-team/")
    expect_heading(page, "Tell the safeguarding duty team now")
    journey.look.at(page, "tell the duty team first")
    page.goto(f"{journey.people.address}/refer/")
    referring.begin(page, "Northmere")
    first, *others = REFERRAL.sections
    follow(page, first.title)
    fill(page, "Child’s full name", texts.REFERRAL_ANSWERS["child_name"])
    press(page, "Save and continue")
    expect(page.get_by_text("Begun", exact=True)).to_have_count(1)
    page.goto(journey.people.address)
    journey.look.at(page, "my work, with a referral that is begun")
    follow(page, re.compile("referral to the Northmere Safeguarding", re.IGNORECASE))
    for section in (first, *others):
        _answer_section(journey, page, section)
    journey.look.at(page, "the tasks of a referral", picture="refer-tasks")
    follow(page, "Check your answers and send")
    journey.look.at(page, "check your answers")
    press(page, "Send the referral")
    expect_heading(page, "Referral")
    journey.look.at(page, "the referral, to its referrer")
    caption = page.locator(".govuk-caption-l").inner_text()
    journey.reference, journey.label = caption.split(", ")


def _answer_section(journey: Journey, page: Page, section: Section) -> None:
    follow(page, section.title)
    if section is REFERRAL.sections[0]:
        kept = page.get_by_role("textbox", name="Child’s full name")
        expect(kept).to_have_value(texts.REFERRAL_ANSWERS["child_name"])
        journey.look.at(
            page, "one section of a referral", picture="refer-on-a-telephone", narrow=True
        )
    referring.answer_section(page, section, texts.REFERRAL_ANSWERS)


def ask_agencies(journey: Journey) -> None:
    """The manager reads the referral, accepts it and asks three agencies; later a fourth."""
    page = journey.people.page(account(Role.BUSINESS_MANAGER).name, "/")
    journey.look.at(page, "my work of the manager", picture="my-work")
    page = journey.take(Role.BUSINESS_MANAGER, "Read the referral and ask the agencies")
    _secure_early(journey, page)
    follow(page, "Accept the referral and ask the agencies")
    only(page, [agency_name(key) for key in AGENCIES])
    journey.look.at(page, "ask the agencies")
    press(page, "Accept the referral and ask these agencies")
    expect_done(page, "The agencies have been asked.")
    follow(page, "Ask further agencies")
    only(page, [agency_name(NIL_RETURN)])
    press(page, "Ask these agencies")
    expect(page.get_by_text("4 agencies have not answered yet.")).to_be_visible()


def _secure_early(journey: Journey, page: Page) -> None:
    """Before the referral is accepted, one agency is told to secure its records, and says that it has."""
    follow(page, "Tell agencies to secure their records")
    only(page, [agency_name(AGENCIES[0])])
    journey.look.at(page, "tell agencies to secure their records")
    press(page, "Tell these agencies")
    expect_done(page, "The agencies have been told to secure their records.")
    whose = f"Say that the records of {agency_name(AGENCIES[0])} are secured"
    theirs = journey.take(Role.AGENCY_CONTACT, whose, of=AGENCIES[0])
    enter_day(theirs, "When were your records secured?", journey.today)
    fill(theirs, "Who secured them?", "The records manager")
    fill(theirs, "Where are they held?", "The safe, and a closed folder")
    journey.look.at(theirs, "say that the records are secured")
    press(theirs, "Our records are secured")
    expect_done(theirs, "It is kept that your records are secured.")


def answer_for_agencies(journey: Journey) -> None:
    """Each agency's contact answers; one has nothing, and says so."""
    told = {one.agency: one for one in texts.SCOPING}
    for key in AGENCIES:
        page = journey.take(
            Role.AGENCY_CONTACT, f"Say whether {agency_name(key)} was involved", of=key
        )
        if key == AGENCIES[0]:
            journey.look.at(page, "answer for an agency")
        choose(page, "Was your agency involved with the child or the family?", "Yes")
        fill(page, "What was the involvement?", told[key].summary)
        enter_day(page, "When were your records secured?", told[key].records_secured_on)
        press(page, "Send the answer")
        expect_done(page, "Thank you. Your answer has been sent.")
        expect(page.get_by_role("row")).to_have_count(2)  # the headings, and their own
    page = journey.take(
        Role.AGENCY_CONTACT, f"Say whether {agency_name(NIL_RETURN)} was involved", of=NIL_RETURN
    )
    follow(page, "We have no record of any involvement")
    journey.look.at(page, "a nil return")
    press(page, "Confirm: no record of any involvement")
    expect_done(page, "Thank you. Your answer has been sent.")


def put_to_committee(journey: Journey) -> None:
    """Everybody has answered, so the case goes to the Committee without a reason."""
    page = journey.go(Role.BUSINESS_MANAGER, "scoping/")
    expect(row(page, agency_name(NIL_RETURN))).to_contain_text("Not involved")
    journey.look.at(page, "scoping")
    journey.step(Role.BUSINESS_MANAGER, "Put the case to the Committee", look=True)


def judge(journey: Journey) -> None:
    """The Committee records fact by fact, sees limb by limb what follows, and recommends."""
    page = journey.take(Role.COMMITTEE_MEMBER, "Judge the criteria limb by limb, and recommend")
    told = texts.JUDGEMENT
    enter_day(page, "On which day was it judged?", journey.today)
    fill(page, "Who was present?", told.present)
    for one in told.facts:
        question = CRITERIA.fact(one.fact).question
        choose(page, question, WORDS[one.known])
        fill(page, f"Evidence: {question}", one.evidence)
    press(page, "Work out what the criteria say")
    expect(page.locator("#criteria")).to_contain_text("The Board always considers a review")
    journey.look.at(
        page, "the Committee’s judgement, worked out", picture="judgement", top="#criteria"
    )
    choose(
        page,
        "What is recommended?",
        "There will be a Serious Case Review",
    )
    press(page, "Record the judgement and recommend")
    expect_wrong(page, "Give the reasons for the recommendation.")
    journey.look.at(page, "the Committee’s judgement, with a mistake")
    fill(page, "Reasons", told.reasons)
    fill(page, "Did anybody disagree, and why?", told.dissent)
    press(page, "Record the judgement and recommend")
    expect_done(page, "The judgement is recorded, and its recommendation passed on.")
    journey.look.at(page, "a judgement that is recorded")


def decide(journey: Journey) -> None:
    """The Chair decides, and the clock of six months starts."""
    expect(journey.go(Role.BOARD_CHAIR).get_by_text("No clock is running")).to_be_visible()
    page = journey.take(Role.BOARD_CHAIR, "Decide, with reasons")
    journey.look.at(page, "the decision", picture="decision")
    choose(page, "What do you decide?", "There will be a Serious Case Review")
    enter_day(page, "When did you decide?", journey.today + timedelta(days=1))
    fill(page, "Reasons", texts.DECISION.reasons)
    press(page, "Record the decision")
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    enter_day(page, "When did you decide?", journey.today)
    press(page, "Record the decision")
    expect_done(page, "The decision is recorded.")
    journey.look.at(page, "a decision that is recorded")
    page = journey.go(Role.BOARD_CHAIR)
    expect(page.get_by_role("main")).to_contain_text("Day 0 of")
    journey.look.at(page, "a review’s home", picture="review-home")
