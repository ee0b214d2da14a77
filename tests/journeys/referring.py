"""Fill in a referral: is a child at risk now, then section by section, rows and all."""

import re
from collections.abc import Mapping
from datetime import date

from playwright.sync_api import Page, expect
from tests.journeys.browsing import choose, enter_day, expect_heading, fill, pick, press

from goldenthread.domain.questionnaires.questions import Kind, Question, Section, rows_of

AT_RISK = "Is a child at risk of harm now?"


def begin(page: Page, board: str) -> None:
    """No child is at risk now; the referral goes to this Board."""
    expect_heading(page, AT_RISK)
    choose(page, AT_RISK, "No")
    press(page, "Continue")
    if page.get_by_role("combobox", name="To whom?").count():
        pick(page, "To whom?", re.compile(board))
    press(page, "Begin the referral")


def answer_section(page: Page, section: Section, answers: Mapping[str, str]) -> None:
    """Fill in what is answered in this section, and save it."""
    for question in section.questions:
        if answer := answers.get(question.key, ""):
            _answer(page, question, answer)
    press(page, "Save and continue")


def _answer(page: Page, question: Question, answer: str) -> None:
    if question.kind is Kind.CHOICE:
        choose(page, question.label, dict(question.options)[answer])
    elif question.kind is Kind.DAY:
        enter_day(page, question.label, date.fromisoformat(answer))
    elif question.kind is Kind.ROWS:
        fill_rows(page, question, rows_of(answer))
    else:
        fill(page, question.label, answer)


def fill_rows(page: Page, question: Question, rows: tuple[dict[str, str], ...]) -> None:
    """Fill in each row, adding another one for the next."""
    for place, row in enumerate(rows):
        if place >= question.rows_at_first:
            press(page, f"Add {'another' if place else 'a'} {question.row}")
        for key, typed in row.items():
            box = page.locator(f"[name='{question.key}-{place}-{key}']")
            if box.first.get_attribute("type") == "radio":
                page.locator(f"[name='{question.key}-{place}-{key}'][value='{typed}']").check()
            else:
                box.fill(typed)
    expect(page.locator(f"[name='{question.key}-rows']")).to_have_value(str(len(rows)))
