"""Referring a case, through the services."""

import pytest

from goldenthread.accounts.models import Partnership, Person
from goldenthread.audit.models import Record
from goldenthread.domain.answers import Refused
from goldenthread.reviews.models import Review
from goldenthread.reviews.queries.referral import answers_of
from goldenthread.reviews.services import referral as services
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruth() -> Person:
    return Person.objects.create(email="ruth@wick.example", name="Ruth Wick")


@pytest.fixture
def board() -> Partnership:
    return Partnership.objects.create(name="Northmere Board", prefix="NM")


def test_begin(ruth, board):
    with asking(ruth.pk):
        begun = services.begin(board, review_type="scr-2010", by=ruth)
        assert answers_of(begun) == {}
        assert Review.objects.visible_to(ruth).count() == 1
        assert Record.objects.filter(verb="referral.begun").count() == 1
        with pytest.raises(Refused):
            services.send(begun, by=ruth)
    with asking(None):
        assert Review.objects.count() == 0
