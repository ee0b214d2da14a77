"""A list asks the database no more often for many rows than for few."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.deciding import _refer, case_at_panel, case_before_committee
from tests.writing import at_evidence

from goldenthread.accounts.models import Agency
from goldenthread.domain.contributions import Form
from goldenthread.domain.roles import Role
from goldenthread.reviews import moments
from goldenthread.reviews.services import panel, register, scoping, steps
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def asked_for(client, person, address: str) -> int:
    client.force_login(person)
    client.get(address)
    with CaptureQueriesContext(connection) as context:
        assert client.get(address).status_code == 200
    return len(context)


def another(case) -> None:
    """One more case of the same Board, put to the Committee while an agency has not answered."""
    soon = moments.today() + timedelta(days=9)
    review = _refer(case.board, by=case.bea)
    with asking(case.bea.pk):
        scoping.ask_agencies(review, [case.police, case.health], due_on=soon, by=case.bea)
        steps.take(review, "put_to_committee", by=case.bea, reason="It meets today.")


@pytest.mark.parametrize("address", ["/", "/reviews/"])
@pytest.mark.parametrize("who", ["bea", "col", "cher", "sol"])
def test_my_work_and_the_list_of_reviews(client, address, who):
    case = case_before_committee()
    person = getattr(case, who)
    few = asked_for(client, person, address)
    another(case)
    another(case)
    more = asked_for(client, person, address)
    assert more <= few


def test_who_is_who(client):
    writing = at_evidence()
    bea, review = writing.case.bea, writing.case.review
    few = asked_for(client, bea, writing.address("who-is-who/"))
    with asking(bea.pk):
        for number, name in enumerate(("Opal Fenwick", "Jasper Fenwick", "Pearl Stone")):
            label = f"Relative {number + 1}"
            register.add_person(review, label=label, role="relative", names=[name], by=bea)
    assert asked_for(client, bea, writing.address("who-is-who/")) == few


def test_the_panel(client):
    case = case_at_panel()
    bea = case.bea
    address = f"/reviews/{case.review.reference}/panel/"
    soon = moments.today() + timedelta(days=9)
    with asking(bea.pk):
        panel.ask_for_contribution(
            case.review,
            case.police,
            form=Form.FULL_REPORT,
            due_on=soon,
            by=bea,
        )
    few = asked_for(client, bea, address)
    with asking(bea.pk):
        panel.appoint(
            case.review,
            case.ida,
            Role.PANEL_CHAIR,
            declaration="None.",
            involved_in_case=False,
            managed_those_involved=False,
            by=bea,
        )
        panel.ask_for_contribution(
            case.review,
            case.health,
            form=Form.FULL_REPORT,
            due_on=soon,
            by=bea,
        )
    assert asked_for(client, bea, address) <= few
    assert Agency.objects.count() == 3
