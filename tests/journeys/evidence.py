"""The agencies' own files, what was understood of them, the chronology of all, and the agencies' reports."""

from datetime import date

from playwright.sync_api import Page, expect
from tests.journeys.browsing import (
    bring,
    choose,
    enter_day,
    expect_done,
    expect_heading,
    fill,
    follow,
    pick,
    press,
    row,
)
from tests.journeys.journey import AGENCIES, Journey, agency_name

from goldenthread.domain.review_types.scr_2010 import AGENCY_REPORT
from goldenthread.domain.roles import Role
from goldenthread.reviews.demo.story import texts
from goldenthread.reviews.demo.story.chronologies import chronology
from goldenthread.reviews.demo.story.files import agency_file, file_name

REPORT = "Individual Management Review"


def bring_files(journey: Journey) -> None:
    """Each author uploads the agency's own file; who has not submitted sees nothing of the others."""
    last = AGENCIES[0]
    _bring(journey, last)
    for key in AGENCIES[1:]:
        _submit(_bring(journey, key), key)
    theirs = journey.go(Role.PANEL_CHAIR, "chronology/?agency=police")
    address = theirs.get_by_role("link", name="Open this entry").first.get_attribute("href")
    _sees_own_only(journey, last, entry=f"{journey.people.address}{address}")
    page = journey.go(Role.AGENCY_AUTHOR, f"chronology/{last}/", of=last)
    _submit(page, last)
    page = journey.go(Role.AGENCY_AUTHOR, "chronology/", of=last)
    assert _agencies_read(page) == {agency_name(key) for key in AGENCIES}


def _bring(journey: Journey, key: str) -> Page:
    page = journey.take(Role.AGENCY_AUTHOR, f"Bring the chronology of {agency_name(key)}", of=key)
    if key == AGENCIES[0]:
        journey.look.at(page, "bring a chronology", picture="bring-a-file")
    bring(page, file_name(key), agency_file(key))
    press(page, "Bring this file")
    expect_done(page, f"“{file_name(key)}” has arrived.")
    # The worker reads it; the page asks again by itself until it has.
    expect(page.get_by_text("Read", exact=True)).to_be_visible(timeout=60_000)
    if key == AGENCIES[0]:
        journey.look.at(page, "a file that has been read")
    follow(page, "What was understood")
    journey.look.at(
        page,
        f"what was understood of {file_name(key)}",
        picture="understood" if key == "police" else "",
    )
    told = chronology(key).entries
    expect(page.get_by_text(f"{len(told)} entries")).to_be_visible()
    return page


def _submit(page: Page, key: str) -> None:
    page.goto(page.url.partition(f"/chronology/{key}/")[0] + f"/chronology/{key}/")
    follow(page, "Go on to submit")
    expect(page.get_by_text(f"You submit {len(chronology(key).entries)} entries.")).to_be_visible()
    press(page, "Submit the chronology")
    expect_done(page, f"The chronology of {agency_name(key)} is with the")


def _agencies_read(page: Page) -> set[str]:
    """Whose entries are on this page of the chronology."""
    return {name.strip() for name in page.locator("ol > li .app-agency__name").all_inner_texts()}


def _sees_own_only(journey: Journey, key: str, *, entry: str) -> None:
    page = journey.go(Role.AGENCY_AUTHOR, "chronology/", of=key)
    assert _agencies_read(page) == {agency_name(key)}
    assert page.goto(entry).status == 404


def read_chronology(journey: Journey) -> None:
    """The panel reads all entries in date order, page by page, and narrows them down by link."""
    page = journey.go(Role.PANEL_CHAIR, "chronology/")
    journey.look.at(page, "the chronology of all", picture="chronology")
    journey.look.at(page, "the chronology on a telephone")
    dated = _read_on(page)
    page = journey.go(Role.PANEL_CHAIR, "chronology/?dates=undated")
    undated = _read_on(page)
    assert len(dated | undated) == sum(len(chronology(key).entries) for key in AGENCIES)
    page = journey.go(Role.PANEL_CHAIR, "chronology/")
    page.get_by_text("Narrow this list").click()
    pick(page, "Agency", agency_name("police"))
    enter_day(page, "From", date(2010, 1, 1))
    fill(page, "Words in the entry or its source", "Garraby")
    press(page, "Show these")
    found = page.locator("ol > li")
    expect(found).not_to_have_count(0)
    for line in found.all():
        expect(line).to_contain_text(agency_name("police"))
        expect(line).to_contain_text("Garraby")
    journey.look.at(page, "the chronology, narrowed down")
    follow(page, "Open this entry")
    journey.look.at(page, "one entry")


def _read_on(page: Page) -> set[str]:
    """The addresses of all entries, from this page to the last."""
    entries: set[str] = set()
    while True:
        links = page.locator("ol > li a[href*='/entries/']")
        entries |= set(links.evaluate_all("links => links.map(link => link.href)"))
        later = page.locator("a[rel=next]")
        if not later.count():
            return entries
        with page.expect_navigation():
            later.click()


def write_reports(journey: Journey) -> None:
    """Each author writes the agency's report section by section and submits it."""
    for key in AGENCIES:
        page = journey.take(Role.AGENCY_AUTHOR, f"Write the {REPORT} of {agency_name(key)}", of=key)
        if key == AGENCIES[0]:
            journey.look.at(page, "an agency’s report")
        follow(page, AGENCY_REPORT[0].heading)
        write_sections(journey, page, texts.agency_report(key), AGENCY_REPORT)
        press(page, "Submit the report")
        expect_done(page, "The report is with the panel.")


def write_sections(journey: Journey, page: Page, words: dict[str, str], outline) -> None:
    """Write one section after another, from the page of the first; ends on the list of sections."""
    for at, section in enumerate(outline, start=1):
        expect_heading(page, section.heading)
        fill(page, section.heading, words[section.key])
        if at == 2:
            journey.look.at(page, "write a section")
        press(page, "Save and go back" if at == len(outline) else "Save and go to the next section")
        expect_done(page, f"“{section.heading}” is saved.")


def answer_reports(journey: Journey) -> None:
    """The panel returns one report with what to change, and accepts the others; then that one too."""
    returned = AGENCIES[0]
    page = _open_submitted(journey, returned)
    choose(page, "What does the panel say?", "Return it to the agency")
    press(page, "Give the panel’s answer")
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    fill(page, "What should the agency change, or know?", texts.RETURN_COMMENT)
    journey.look.at(page, "a submitted report, before the panel’s answer")
    press(page, "Give the panel’s answer")
    expect_done(page, "The panel’s answer is with the agency.")
    page = journey.take(
        Role.AGENCY_AUTHOR, f"Write the {REPORT} of {agency_name(returned)}", of=returned
    )
    expect(page.get_by_role("main")).to_contain_text("The panel has returned the report")
    journey.look.at(page, "a report that was returned", picture="report-returned")
    follow(page, AGENCY_REPORT[2].heading)
    heading = AGENCY_REPORT[2].heading
    fill(page, heading, f"{texts.agency_report(returned)['decisions']}\n\nThe duty team was short.")
    press(page, "Save and go back")
    press(page, "Submit the report")
    for key in AGENCIES:
        page = _open_submitted(journey, key)
        choose(page, "What does the panel say?", "Accept the report")
        press(page, "Give the panel’s answer")
        expect_done(page, "The panel’s answer is with the agency.")
    expect(page.get_by_role("row").get_by_text("Accepted")).to_have_count(len(AGENCIES))
    journey.look.at(page, "agency reports")
    journey.step(Role.PANEL_CHAIR, "Hand over to the overview author")


def _open_submitted(journey: Journey, key: str) -> Page:
    page = journey.go(Role.PANEL_CHAIR, "agency-reports/")
    row(page, agency_name(key)).locator("a").first.click()
    expect_heading(page, f"{REPORT} of {agency_name(key)}")
    return page
