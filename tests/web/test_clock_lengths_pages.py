"""The clocks of a Board on their pages: changed by its manager, and not where they are fixed (P24)."""

import pytest
from django.test import Client
from tests.deciding import case_at_panel, open_as

from goldenthread.accounts.clock_lengths import own_lengths
from goldenthread.reviews.queries.clock import rules_of
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P24")]

ALL = "/people/NM/clocks/"
SCOPING = "/people/NM/clocks/scr-2010/scoping/"


def text(page) -> str:
    return " ".join(page.content.decode().split())


def test_the_manager_sets_a_length_and_every_review_counts_by_it(client: Client):
    case = case_at_panel()
    shown = text(open_as(client, case.bea, ALL))
    assert "10 working days from the agencies being asked" in shown
    assert "Boards’ own protocols, commonly five to ten working days" in shown
    sent = {"length": "5", "starts": "agencies-asked"}
    assert client.post(SCOPING, sent)["Location"] == ALL
    shown = text(client.get(ALL))
    assert "5 working days from the agencies being asked" in shown
    assert "Suggested: 10 working days" in shown
    with asking(case.bea.pk):
        assert {rule.key: rule.length for rule in rules_of(case.review)}["scoping"] == 5
    client.post(SCOPING, {"as_suggested": "yes"})
    case.board.refresh_from_db()
    assert own_lengths(case.board, "scr-2010") == {}


@pytest.mark.parametrize(
    ("address", "sent", "sentence"),
    [
        (SCOPING, {"length": "soon", "starts": "agencies-asked"}, "Enter a whole number"),
        (SCOPING, {"length": "", "starts": "agencies-asked"}, "Enter how long the clock runs"),
        (
            "/people/NM/clocks/scr-2010/decision/",
            {"length": "2", "starts": "reached-chair"},
            "National guidance allows at most 1 calendar month.",
        ),
        (
            "/people/NM/clocks/scr-2010/sign-off/",
            {"length": "7", "starts": "chair-decided"},
            "This length is fixed",
        ),
    ],
)
def test_what_cannot_be_set_is_answered_with_a_sentence(client: Client, address, sent, sentence):
    case = case_at_panel()
    open_as(client, case.bea, ALL)
    page = client.post(address, sent)
    assert (page.status_code, sentence in text(page)) == (200, True)
    case.board.refresh_from_db()
    assert case.board.clock_lengths == {}


def test_others_have_no_business_here(client: Client):
    case = case_at_panel()
    for person in (case.cher, case.sol, case.zoe):
        assert open_as(client, person, ALL).status_code == 403
    assert open_as(client, case.bea, "/people/NM/clocks/scr-2010/lunch/").status_code == 404
    assert client.get("/people/NM/clocks/scr-1066/scoping/").status_code == 404
