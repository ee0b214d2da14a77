"""A trial beside the review: it holds publication back, and asks for a document, and stops nothing else."""

from datetime import timedelta

from playwright.sync_api import expect
from tests.journeys.browsing import (
    choose,
    enter_day,
    expect_done,
    expect_wrong,
    fill,
    follow,
    pick,
    press,
)
from tests.journeys.journey import Journey

from goldenthread.domain.roles import Role

COURT = "Northmere Crown Court"
ASKED = "Somebody has asked that nothing is published before the verdict."


def record_trial(journey: Journey) -> None:
    """The manager records the trial, without what it is about, and holds publication back for it."""
    page = journey.go(Role.BUSINESS_MANAGER, "proceedings/")
    journey.look.at(page, "no other proceedings")
    follow(page, "Record other proceedings")
    choose(page, "What kind of proceeding is it?", "Disciplinary or regulatory")
    fill(page, "Before whom is it?", COURT)
    fill(page, "Its reference", "T 1")
    press(page, "Save what is known")
    expect_wrong(page, "the review keeps only that there are any")
    journey.look.at(page, "record other proceedings, refused")
    choose(page, "What kind of proceeding is it?", "Criminal investigation or trial")
    press(page, "Save what is known")
    expect_done(page, "The proceeding is recorded.")
    journey.look.at(page, "other proceedings")
    page = journey.go(Role.BUSINESS_MANAGER, "holds/place/")
    choose(page, "What is held back?", "Publication of the reports")
    pick(page, "For which proceeding?", f"Criminal investigation or trial: {COURT}")
    fill(page, "Who asked for it?", "the prosecutor")
    fill(page, "Why?", ASKED)
    enter_day(page, "When is it looked at again?", journey.today + timedelta(days=30))
    press(page, "Hold it back")
    expect_done(page, "The hold is recorded. Everything else goes on.")
    journey.look.at(page, "what is held back")


def disclose(journey: Journey) -> None:
    """A document is asked for, and its answer recorded, line by line of the schedule."""
    page = journey.go(Role.BUSINESS_MANAGER, "disclosure/add/")
    fill(page, "Which document is asked for?", "Terms of reference")
    fill(page, "Who asks for it?", "The prosecutor")
    enter_day(page, "When did they ask?", journey.today)
    fill(page, "On what legal basis?", "By agreement")
    press(page, "Put it on the schedule")
    follow(page, "Record the answer")
    choose(page, "What was decided?", "Not disclosed")
    press(page, "Record the answer")
    expect_wrong(page, "Say why the document is not disclosed.")
    choose(page, "What was decided?", "Disclosed whole")
    press(page, "Record the answer")
    expect_done(page, "The answer to request 1 is recorded.")
    journey.look.at(page, "the disclosure schedule")


def let_publication_go(journey: Journey) -> None:
    """While the hold is open the reports cannot be published; it is lifted, with the reason."""
    page = journey.go(Role.BUSINESS_MANAGER, "publication/")
    expect(page.get_by_role("main")).to_contain_text(
        "Publication is held back. The prosecutor asked"
    )
    expect(page.get_by_role("button", name="Publish the reports", exact=True)).to_have_count(0)
    journey.look.at(page, "publication, held back")
    follow(page, "What is held back, and why")
    follow(page, "Lift it")
    fill(page, "Why is the hold lifted?", "The verdict has been given.")
    press(page, "Lift the hold")
    expect_done(page, "The hold is lifted. Others stay.")
