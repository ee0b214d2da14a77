"""From the overview report to the public page, and to an action that outlives the review."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect
from tests.journeys.browsing import (
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
from tests.journeys.evidence import write_sections
from tests.journeys.journey import Journey, account, agency_name

from goldenthread.domain.review_types.scr_2010 import OVERVIEW, SUMMARY
from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.story import texts
from goldenthread.reviews.demo.story.people import PEOPLE, PersonInCase, person

WRITTEN = "\n".join([*texts.overview().values(), *texts.executive_summary().values()])


def _occurs(form: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE) is not None


NAMED = tuple(one for one in PEOPLE if any(_occurs(form, WRITTEN) for form in one.written_forms))
"""Whoever is named in the overview report or its summary."""


def write_overview(journey: Journey) -> None:
    """The overview author writes both documents; the panel chair puts them to the Board."""
    page = journey.go(Role.OVERVIEW_AUTHOR, "overview/")
    journey.look.at(page, "the overview report, to its author")
    follow(page, OVERVIEW[0].heading)
    words = texts.overview()
    for section in OVERVIEW:
        expect_heading(page, section.heading)
        fill(page, section.heading, words[section.key])
        press(page, "Save and go to the next section")
    write_sections(journey, page, texts.executive_summary(), SUMMARY)
    page = journey.go(Role.PANEL_MEMBER, "overview/", of="police")
    journey.look.at(page, "the overview report, to the panel")


def keep_register(journey: Journey) -> None:
    """Who is who: the child has been there since the referral, everybody else is added."""
    page = journey.go(Role.BUSINESS_MANAGER, "who-is-who/")
    follow(page, journey.label)
    child = person("child")
    # The label that was drawn gives way to the one the Board has chosen, in the whole review.
    journey.label = child.label
    fill(page, "Label", child.label)
    _fill_in(page, child)
    press(page, "Save")
    expect_done(page, f"{child.label} has been changed.")
    expect(page.locator(".govuk-caption-l")).to_have_text(f"{journey.reference}, {child.label}")
    for one in NAMED:
        if one is child:
            continue
        follow(page, "Add somebody")
        fill(page, "Label", one.label)
        fill(page, "Who they are to the child", one.role)
        if one.agency:
            pick(page, "Agency", agency_name(one.agency))
        _fill_in(page, one)
        if one is NAMED[1]:
            journey.look.at(page, "add somebody to who is who")
        press(page, "Save")
        expect_done(page, f"{one.label} is in the register.")
    journey.look.at(page, "who is who", picture="who-is-who")


def _fill_in(page: Page, one: PersonInCase) -> None:
    fill(page, "Full names", "\n".join(one.names))
    fill(page, "Other forms", "\n".join((*one.aliases, *one.slips)))
    fill(page, "Not this person", "\n".join(one.never))


def answer_questions(journey: Journey) -> None:
    """Every word that may be a name is asked about once, and answered."""
    page = journey.go(Role.OVERVIEW_AUTHOR, "overview/labelled/")
    journey.look.at(page, "the labelled copy", picture="labelled-copy")
    page = journey.go(Role.BUSINESS_MANAGER, "who-is-who/questions/")
    asked = 0
    while (words := page.locator("main mark")).count():
        if not asked:
            journey.look.at(page, "is this a name?", picture="is-this-a-name")
        asked += 1
        assert asked < 60, "The questions do not end."
        choose(page, "Whose name is it?", _whose(words.first.inner_text()))
        press(page, "Answer")
    expect_heading(page, "No open questions about names")
    assert asked > 0
    journey.look.at(page, "no open questions about names")


def _whose(shown: str) -> str:
    for one in NAMED:
        if shown.casefold() in (form.casefold() for form in one.written_forms):
            return one.label
    return "Nobody’s: leave the words as they are"


def sign_off(journey: Journey) -> None:
    """The Board approves, and the clock stops."""
    journey.step(Role.PANEL_CHAIR, "Put the reports to the Board")
    page = journey.go(Role.BOARD_CHAIR, "sign-off/")
    journey.look.at(page, "the approval")
    enter_day(page, "When were the reports approved?", journey.today)
    fill(page, "What should be kept with the approval?", texts.SIGN_OFF_NOTE)
    press(page, "Record the Board’s approval")
    expect_done(page, "The approval is recorded.")
    journey.look.at(page, "an approval that is recorded")


def publish(journey: Journey) -> None:
    """The manager reads the copy, confirms it, and publishes it."""
    page = journey.go(Role.BUSINESS_MANAGER, "publication/")
    journey.look.at(page, "publication")
    press(page, "Publish the reports")
    expect_wrong(page, "Read the whole copy first")
    tick(page, "I have read the whole copy above, and nobody can be recognised from it")
    press(page, "Publish the reports")
    expect_done(page, "The reports are on the public site.")
    journey.look.at(page, "what has been published")
    journey.step(Role.BUSINESS_MANAGER, "Go on to follow-up")


def read_public_page(journey: Journey) -> None:
    """A stranger reads the report: every label is right, and no name of anybody is in it."""
    page = journey.people.stranger().new_page()
    page.goto(journey.site.public)
    library = page.content()
    journey.look.at(page, "the public library", picture="public-library")
    follow(page, re.compile(re.escape(journey.label)))
    journey.look.at(page, "a published report")
    journey.look.at(
        page,
        "a published report on a telephone",
        picture="public-report-on-a-telephone",
        narrow=True,
    )
    for html in (library, page.content()):
        assert [form for one in PEOPLE for form in one.written_forms if _occurs(form, html)] == []
    for document, words in (
        ("summary", texts.executive_summary()),
        ("report", texts.overview()),
    ):
        for key, text in words.items():
            section = page.locator(f"section:has(> #{document}-{key}) > :not(h3)")
            shown = "\n".join(section.all_inner_texts())
            assert _words(shown) == _words(_labelled(text)), key
    page.context.close()


def _labelled(text: str) -> str:
    """The text with everybody's label in place of their names, the longest form first; titles go too."""
    labels = {form.casefold(): one.label for one in NAMED for form in one.written_forms}
    forms = "|".join(re.escape(form) for form in sorted(labels, key=len, reverse=True))
    return re.sub(
        rf"(?<!\w)(?:Dr )?({forms})(?!\w)",
        lambda found: labels[found[1].casefold()],
        text,
        flags=re.IGNORECASE,
    )


def _words(text: str) -> list[str]:
    """The words alone: no marks of headings, lists and numbers at the beginning of a line."""
    return re.findall(r"\w+", re.sub(r"^\d+\.\s", "", text, flags=re.MULTILINE))


def act_on_it(journey: Journey) -> None:
    """An action is planned, and goes on after the review has been closed."""
    planned = texts.ACTIONS[-1]
    page = journey.go(Role.BUSINESS_MANAGER, "actions/")
    follow(page, "Add an action")
    fill(page, "What has been learned?", planned.lesson)
    fill(page, "What will be done about it?", planned.text)
    pick(page, "Which agency leads?", agency_name("police"))
    enter_day(page, "By when?", journey.today + timedelta(days=200))
    fill(page, "Who answers for it?", planned.owner)
    fill(page, "How will you know that it made a difference?", planned.measure)
    journey.look.at(page, "add an action")
    press(page, "Add the action")
    expect_done(page, "Action 1 is in the plan.")
    journey.look.at(page, "the action plan")
    journey.step(Role.BUSINESS_MANAGER, "Close the review")
    page = journey.go(Role.SENIOR_OFFICER, "actions/1/", of="police")
    choose(page, "How does it stand?", "On track")
    fill(page, "What has been done, and what shows it?", "Two courses held. Forty records to see.")
    press(page, "Keep this progress")
    expect_done(page, "Thank you. The progress is kept.")
    journey.look.at(page, "an action")


def look_back(journey: Journey) -> None:
    """Everything that was done and seen is in the trail, which holds."""
    page = journey.go(Role.BUSINESS_MANAGER, "activity/")
    expect(page.get_by_role("main")).to_contain_text(account(Role.SENIOR_OFFICER, "police").name)
    journey.look.at(page, "activity")
    journey.look.at(
        journey.people.page(account(Role.BUSINESS_MANAGER).name, "/reviews/"), "reviews"
    )
    assert re.search(r"\b0 faults", journey.site.run("audit", "verify"))
