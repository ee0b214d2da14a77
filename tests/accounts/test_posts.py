"""Posts: what gives access to every case of a Board, or to those that an agency is asked about."""

from datetime import date

import pytest

from goldenthread.accounts import services as accounts
from goldenthread.accounts.models import Post
from goldenthread.domain.answers import Refused
from goldenthread.domain.roles import Role

pytestmark = pytest.mark.django_db

BEGAN = date(2020, 1, 6)


def test_a_post_is_not_held_at_an_agency_of_another_board():
    north = accounts.add_partnership(name="Northmere Board", prefix="NM")
    south = accounts.add_partnership(name="Southfold Board", prefix="SF")
    fire = accounts.add_agency(south, name="Fire", key="fire")
    ruth = accounts.add_person(email="ruth@wick.example", name="Ruth Wick")
    with pytest.raises(Refused, match="does not belong to this Board"):
        accounts.give_post(
            ruth, Role.SENIOR_OFFICER, partnership=north, agency=fire, began_on=BEGAN
        )
    assert Post.objects.count() == 0


def test_agencies_are_numbered_within_their_board():
    north = accounts.add_partnership(name="Northmere Board", prefix="NM")
    numbers = [
        accounts.add_agency(north, name=name, key=name.lower()).number
        for name in ("Police", "Health")
    ]
    assert numbers == [1, 2]
