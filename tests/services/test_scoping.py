"""Asking the agencies: what the page would not offer, the service refuses too (P7)."""

from datetime import timedelta

import pytest
from tests.deciding import case_before_committee, case_referred, refusal
from tests.writing import at_panel, rest_at

from goldenthread.accounts.models import Agency
from goldenthread.audit.models import Record
from goldenthread.domain.process import Stage
from goldenthread.reviews import moments
from goldenthread.reviews.models import Involvement, Review
from goldenthread.reviews.services import scoping
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P7")]


def soon():
    return moments.today() + timedelta(days=10)


def third(case) -> Agency:
    return Agency.objects.create(partnership=case.board, name="Housing", key="housing", number=3)


def ask_more(case, agencies, **changed):
    words = {"due_on": soon(), "by": case.bea} | changed
    with asking(words["by"].pk):
        return scoping.ask_more_agencies(case.review, agencies, **words)


def test_an_agency_that_comes_to_light_late_is_asked_and_one_asked_already_is_not():
    case = case_before_committee()
    housing = third(case)
    ask_more(case, [case.police, housing])
    with asking(case.bea.pk):
        asked = Involvement.objects.filter(review=case.review, agency=housing)
        assert asked.get().due_on == soon()
        assert Record.objects.filter(verb="scoping.asked_more").count() == 1


@pytest.mark.parametrize(
    "stage", [Stage.SYNTHESIS, Stage.SIGN_OFF, Stage.PUBLICATION, Stage.FOLLOW_UP, Stage.CLOSED]
)
def test_once_the_evidence_is_in_the_case_is_opened_to_no_other_agency(stage):
    case = rest_at(at_panel(), stage).case
    housing = third(case)
    assert refusal(lambda: ask_more(case, [housing])) == (
        "The case has gone on, so no more agencies are asked."
    )


def test_asking_nobody_new_is_refused_and_leaves_no_record():
    case = case_before_committee()
    elsewhere = case.zoe.employer
    for agencies in ([], [case.police], [elsewhere]):
        assert refusal(lambda chosen=agencies: ask_more(case, chosen)) == (
            "Choose at least one agency of this Board that has not been asked."
        )
    with asking(case.bea.pk):
        assert Record.objects.filter(verb="scoping.asked_more").count() == 0


def test_a_referral_is_not_accepted_by_asking_an_agency_of_another_board():
    case = case_referred()
    with asking(case.bea.pk):
        assert refusal(
            lambda: scoping.ask_agencies(
                case.review, [case.zoe.employer], due_on=soon(), by=case.bea
            )
        ) == ("Choose at least one agency of this Board that has not been asked.")
        assert Review.objects.get(pk=case.review.pk).stage == Stage.REFERRAL


def test_only_the_business_manager_asks():
    case = case_before_committee()
    housing = third(case)
    assert refusal(lambda: ask_more(case, [housing], by=case.cher)) == (
        "Your part in this review does not include this."
    )
    with pytest.raises(Review.DoesNotExist):
        ask_more(case, [housing], by=case.zoe)


def test_the_button_and_the_service_agree(client):
    case = case_before_committee()
    third(case)
    client.force_login(case.bea)
    address = f"/reviews/{case.review.reference}/scoping/"
    assert "Ask further agencies" in client.get(address).content.decode()
    with asking(case.bea.pk):
        Review.objects.filter(pk=case.review.pk).update(stage=Stage.CLOSED.value)
    assert "Ask further agencies" not in client.get(address).content.decode()
    assert "no more agencies are asked" in client.get(f"{address}ask/").content.decode()
