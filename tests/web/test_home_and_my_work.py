"""What the home of a review and my work say to each: what to do, what is late, who is waited for."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.deciding import case_at_panel, case_before_committee, case_referred

from goldenthread.reviews import moments
from goldenthread.reviews.services import scoping
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def home_of(client, review, person) -> str:
    client.force_login(person)
    address = reverse("review_home", kwargs={"reference": review.reference})
    return client.get(address).content.decode()


def my_work_of(client, person) -> str:
    client.force_login(person)
    return client.get("/").content.decode()


def section(page: str, heading: str) -> str:
    """What stands under this heading of my work; "" where there is none."""
    return page.partition(f'heading-m">{heading}')[2].partition("<h2")[0]


@pytest.mark.duty("P4")
def test_somebody_who_only_referred_is_told_the_outcome_and_no_more(client):
    case = case_at_panel()
    case.review.referrer = case.zoe
    with asking(case.bea.pk):
        case.review.save(update_fields=["referrer"])
    page = home_of(client, case.review, case.zoe)
    assert "The Board has decided that there is a Serious Case Review." in page
    assert "Whose turn is it?" not in page
    work = my_work_of(client, case.zoe)
    assert "Cases you have referred" in work
    assert "Waiting for others" not in work


def test_the_owner_of_a_stage_finds_its_work_among_their_own(client):
    case = case_at_panel()
    page = home_of(client, case.review, case.bea)
    assert "It is your turn." in page
    assert "Form the panel and agree the terms of reference</a>" in page
    assert "It is your turn." not in home_of(client, case.review, case.cher)


def test_my_work_says_who_is_waited_for(client):
    case = case_before_committee()
    others = section(my_work_of(client, case.bea), "Waiting for others")
    assert "Committee member: " in others
    assert case.review.reference in others


@pytest.mark.duty("P24")
def test_what_is_late_is_marked_for_those_who_owe_it_and_those_who_wait(client):
    case = case_referred()
    week_ago = moments.now() - timedelta(days=7)
    with asking(case.bea.pk), moments.at(week_ago):
        scoping.ask_agencies(
            case.review, [case.police], due_on=moments.today() + timedelta(days=2), by=case.bea
        )
    assert "Say whether Police was involved" in section(my_work_of(client, case.sol), "Overdue")
    assert "Police: answer</a>, due " in home_of(client, case.review, case.bea)


def test_what_is_due_within_the_week_stands_apart(client):
    case = case_referred()
    with asking(case.bea.pk):
        scoping.ask_agencies(
            case.review, [case.police], due_on=moments.today() + timedelta(days=6), by=case.bea
        )
        scoping.ask_more_agencies(
            case.review, [case.health], due_on=moments.today() + timedelta(days=7), by=case.bea
        )
    assert "Say whether Police was involved" in section(
        my_work_of(client, case.sol), "Due this week"
    )
    page = my_work_of(client, case.hana)
    assert "Say whether Health was involved" not in section(page, "Due this week")
    assert "Say whether Health was involved" in section(page, "Waiting for you")
