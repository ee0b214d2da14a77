"""What a record says, and who may add one."""

import pytest
from django.db import ProgrammingError

from goldenthread.accounts.models import Person
from goldenthread.audit import trail
from goldenthread.audit.models import Record
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.fixture
def bea() -> Person:
    return Person.objects.create(email="bea@northmere.example", name="Bea Ledger")


def test_the_first_record_of_a_review_is_told_of_in_the_houses_chain(bea):
    with asking(bea.pk):
        first = trail.record("referral.begun", by=bea.pk, review_id=7)
        second = trail.record("referral.sent", by=bea.pk, review_id=7)
        told = Record.objects.filter(chain=trail.HOUSE, verb=trail.BEGUN)
        assert [one.subject_id for one in told] == [7]
    assert (first.number, second.number, second.previous_hash) == (1, 2, first.hash)


def test_telling_of_a_new_chain_is_not_counted_as_a_record_of_the_service(bea):
    with asking(bea.pk), trail.counting() as counter:
        trail.record("referral.begun", by=bea.pk, review_id=7)
    assert counter.written == 1


def test_nobody_can_write_a_record_in_somebody_elses_name(bea):
    zoe = Person.objects.create(email="zoe@elsewhere.example", name="Zoe Elsewhere")
    with pytest.raises(ProgrammingError, match="row-level security"), asking(zoe.pk):
        trail.record("decision.recorded", by=bea.pk, review_id=7)


def test_a_stranger_to_a_review_reads_nothing_of_its_trail(bea):
    zoe = Person.objects.create(email="zoe@elsewhere.example", name="Zoe Elsewhere")
    with asking(bea.pk):
        trail.record("referral.begun", by=bea.pk, review_id=7)
    with asking(zoe.pk):
        assert Record.objects.filter(review_id=7).count() == 0
