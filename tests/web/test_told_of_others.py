"""What somebody who answers for one agency is told of others: nothing, not even in passing."""

import pytest
from tests.bringing import bring_and_read, evidence
from tests.deciding import case_before_committee

from goldenthread.accounts.models import Person
from goldenthread.reviews.models import Review, SourceFile
from goldenthread.reviews.services import chronology, steps
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


def test_who_answers_for_one_agency_is_not_told_why_the_case_went_back_or_who_referred_it(client):
    case = case_before_committee()
    with asking(case.col.pk):
        steps.take(case.review, "ask_for_more", by=case.col, reason="The Police said too little.")
    for person, told in ((case.bea, True), (case.hana, False)):
        client.force_login(person)
        page = client.get(f"/reviews/{case.review.reference}/").content.decode()
        assert ("The Police said too little." in page) is told
        assert ("Bea Ledger" in page.partition("<main")[2]) is told


def test_another_agencys_file_is_not_recorded_as_taken_away():
    told = evidence()
    file = bring_and_read(told)
    with asking(told.hal.pk), pytest.raises(SourceFile.DoesNotExist):
        chronology.record_download(file, by=told.hal)


def test_who_only_referred_a_case_is_told_its_outcome_and_not_how_it_goes(client):
    case = case_before_committee()
    ruth = Person.objects.create(email="ruth@wick.example", name="Ruth Wick")
    with asking(case.bea.pk):
        Review.objects.filter(pk=case.review.pk).update(referrer=ruth)
    client.force_login(ruth)
    home = f"/reviews/{case.review.reference}/"
    for address in ("/", "/reviews/", home):
        page = client.get(address).content.decode().partition("<main")[2]
        assert "The Board is considering the case" in page
        for word in ("Judgement", "Committee", "Police", "days left"):
            assert word not in page, address
