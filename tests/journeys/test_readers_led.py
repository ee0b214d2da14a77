"""Each reader of a review is led to whom they can ask, from every page, in words for their part."""

import pytest
from playwright.sync_api import expect
from tests.journeys.browsing import People, expect_heading, follow
from tests.journeys.journey import account
from tests.journeys.looking import Look

from goldenthread.domain.process import Stage
from goldenthread.domain.roles import Role


@pytest.mark.duty("P28")
def test_each_reader_finds_their_part_and_whom_to_ask(people: People, stages: dict[str, str]):
    look, reference = Look(), stages[Stage.EVIDENCE]
    for role, agency, expected in (
        (Role.AGENCY_AUTHOR, "police", "Your agency has named you"),
        (Role.BUSINESS_MANAGER, "", "You run this review"),
        (Role.PANEL_CHAIR, "", "You are independent of every agency"),
    ):
        page = people.page(account(role, agency).name, f"/reviews/{reference}/")
        follow(page, "Your part", within=page.get_by_role("navigation", name=reference))
        expect_heading(page, "Your part in this review")
        expect(page.get_by_role("main")).to_contain_text(expected)
        expect(page.get_by_role("main")).to_contain_text("Whom do I ask?")
        if role is Role.AGENCY_AUTHOR:
            look.at(page, "your part", picture="your-part")
        else:
            look.at(page, f"your part, as {role}")
    assert look.wrong == []
