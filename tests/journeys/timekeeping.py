"""The time of a review, and those who must be told: a day planned anew, more time asked for and granted."""

from datetime import timedelta

from playwright.sync_api import expect
from tests.journeys.browsing import choose, enter_day, expect_done, fill, follow, press
from tests.journeys.journey import Journey

from goldenthread.domain.roles import Role


def tell_who_must_know(journey: Journey) -> None:
    """The manager reads the letter to the inspectorate, and records that it was sent."""
    page = journey.go(Role.BUSINESS_MANAGER, "notices/")
    journey.look.at(page, "who has been told", picture="who-has-been-told", top="h1")
    follow(page, "Letter to Ofsted")
    expect(page.get_by_text("It is due to be signed off by")).to_be_visible()
    journey.look.at(page, "a letter", picture="a-letter", top="h1")
    with page.expect_download() as letter:
        page.get_by_role("button", name="Take the letter in Word").click()
    assert letter.value.suggested_filename == f"{journey.reference}-decision-inspectorate.docx"
    follow(page, "Record that they were told")
    choose(page, "How?", "By letter")
    enter_day(page, "On which day?", journey.today)
    journey.look.at(page, "record who was told")
    press(page, "Record it")
    expect_done(page, "Ofsted: it is recorded.")


def plan_another_day(journey: Journey) -> None:
    """The manager plans a later day, and sees first what that does to those after it."""
    page = journey.go(Role.BUSINESS_MANAGER, "timetable/")
    journey.look.at(page, "the timetable", picture="timetable", top="h1")
    follow(page, "Change the day planned for Chronologies in")
    enter_day(page, "Which day is planned now?", journey.today + timedelta(days=70))
    fill(page, "Why?", "Paper files are being looked for.")
    press(page, "Show what this does")
    expect(page.get_by_role("heading", name="What this does")).to_be_visible()
    journey.look.at(page, "what a delay does", picture="what-a-delay-does", top="h1")
    press(page, "Keep this plan")
    expect_done(page, "Chronologies in: another day is planned.")


def ask_for_more_time(journey: Journey) -> None:
    """The manager asks, the Chair grants, and everybody reads the sum; the first day stays."""
    page = journey.go(Role.BUSINESS_MANAGER, "timetable/")
    follow(page, "Ask for more time")
    enter_day(page, "Until which day is more time needed?", journey.today + timedelta(days=240))
    fill(page, "Why is it needed?", "The trial is listed for the month in which the review is due.")
    journey.look.at(page, "ask for more time")
    press(page, "Ask for more time")
    expect_done(page, "More time has been asked for.")
    chair = journey.take(Role.BOARD_CHAIR, "Answer the request for more time")
    choose(chair, "Is more time granted?", "Yes, it is granted")
    fill(chair, "Why?", "The trial must come first.")
    enter_day(chair, "On which day was this decided?", journey.today)
    journey.look.at(chair, "answer a request for more time")
    press(chair, "Record the answer")
    expect_done(chair, "The answer is recorded.")
    granted = "granted by the Chair of the Board because the trial must come first"
    expect(chair.get_by_text(granted).first).to_be_visible()
    expect(chair.get_by_text("It was first due on")).to_be_visible()
    journey.look.at(chair, "the timetable with an extension", picture="more-time", top="h1")
