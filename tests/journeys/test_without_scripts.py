"""The main forms with JavaScript switched off: sign in, refer a case, bring a file."""

import re

import pytest
from playwright.sync_api import expect
from tests.journeys.browsing import be, choose, expect_heading, fill, follow, press, sign_in
from tests.journeys.deciding import give_password
from tests.journeys.journey import account
from tests.journeys.referring import begin, fill_rows

from goldenthread.domain.questionnaires.questions import Kind
from goldenthread.domain.questionnaires.referral_scr_2010_v2 import REFERRAL
from goldenthread.domain.roles import Role

FILE = b"Date,What happened,Source\r\n3 May 2011,A visit to Bramble Cottage.,Diary\r\n"


@pytest.fixture
def page(people):
    context = people.stranger(scripts=False)
    yield context.new_page()
    context.close()


def test_signing_in_and_referring_a_case(page, people, site):
    someone = account(Role.AGENCY_CONTACT, "saltmarsh")
    password = give_password(site, someone)
    page.goto(f"{people.address}/refer/")
    expect_heading(page, "Sign in")
    sign_in(page, someone.email, password)
    begin(page, "Northmere")
    for section in REFERRAL.sections:
        follow(page, section.title)
        for question in section.questions:
            if question.kind is Kind.CHOICE:
                choose(page, question.label, question.options[0][1])
            elif question.kind is Kind.DAY:
                for box, typed in (("Day", "3"), ("Month", "May"), ("Year", "2026")):
                    group = page.get_by_role("group", name=re.compile(re.escape(question.label)))
                    group.get_by_label(box, exact=True).fill(typed)
            elif question.kind is Kind.ROWS:
                _two_rows_of_three(page, question)
            else:
                fill(page, question.label, "Wren Applethorpe")
        press(page, "Save and continue")
    follow(page, "Check your answers and send")
    press(page, "Send the referral")
    expect_heading(page, "Referral")


def _two_rows_of_three(page, question) -> None:
    """Three rows are filled in and the one in the middle is taken away, with buttons alone."""
    needed = [column for column in question.columns if column.is_required]
    rows = tuple({column.key: f"Wren {n}" for column in needed} for n in (1, 2, 3))
    fill_rows(page, question, rows)
    press(page, f"Remove {question.row.capitalize()} 2")
    for place, kept in enumerate(("Wren 1", "Wren 3")):
        box = page.locator(f"[name='{question.key}-{place}-{needed[0].key}']")
        expect(box).to_have_value(kept)


def test_bringing_a_file(page, people, stages):
    be(page, account(Role.AGENCY_AUTHOR, "probation").name, people.address)
    address = f"{people.address}/reviews/{stages['bringing']}/chronology/probation/"
    page.goto(address)
    page.locator("input[type=file]").set_input_files(
        {"name": "plain.csv", "mimeType": "text/csv", "buffer": FILE}
    )
    press(page, "Bring this file")
    expect(page.get_by_role("alert").first).to_contain_text("“plain.csv” has arrived.")
    card = page.locator(".govuk-summary-card").filter(has_text="plain.csv")
    for _ in range(60):
        if "1 entry." in card.inner_text():
            break
        follow(page, "Refresh")
    expect(card).to_contain_text("1 entry.")
