"""A Board's own lengths of clocks (P24): set where it may, refused where guidance fixes them."""

from datetime import date

import pytest

from goldenthread.accounts import clock_lengths
from goldenthread.accounts import services as accounts
from goldenthread.accounts.bank_holidays import calendar_of
from goldenthread.audit.models import Record
from goldenthread.domain.answers import Refused
from goldenthread.domain.calendars import NATIONS
from goldenthread.domain.clocks import OwnLength
from goldenthread.domain.roles import Role
from goldenthread.reviews.walls import asking

pytestmark = [pytest.mark.django_db, pytest.mark.duty("P24")]


def board():
    return accounts.add_partnership(name="Northmere Board", prefix="NM")


def change(partnership, *, clock="scoping", length=5, starts="agencies-asked", by=None):
    return clock_lengths.set_clock_length(
        partnership, review_type="scr-2010", clock=clock, length=length, starts=starts, by=by
    )


def refusal(act) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


def test_a_length_of_its_own_is_kept_and_taken_away_again():
    changed = change(board())
    assert clock_lengths.own_lengths(changed, "scr-2010") == {
        "scoping": OwnLength(5, "agencies-asked")
    }
    change(changed, length=7)
    changed.refresh_from_db()
    assert clock_lengths.own_lengths(changed, "scr-2010")["scoping"].length == 7
    again = clock_lengths.take_clock_length_away(changed, review_type="scr-2010", clock="scoping")
    assert clock_lengths.own_lengths(again, "scr-2010") == {}
    assert clock_lengths.own_lengths(again, "lcspr-2023") == {}


def test_what_is_fixed_is_refused_and_so_is_a_clock_there_is_not():
    northmere = board()
    fixed = refusal(lambda: change(northmere, clock="sign-off", starts="chair-decided"))
    assert fixed.startswith("This length is fixed: Working Together")
    assert refusal(lambda: change(northmere, clock="lunch")) == (
        "Choose one of the clocks in the list."
    )
    assert refusal(
        lambda: clock_lengths.take_clock_length_away(
            northmere, review_type="scr-2010", clock="scoping"
        )
    ) == ("No own length has been set for this clock.")
    northmere.refresh_from_db()
    assert northmere.clock_lengths == {}


def test_a_board_is_changed_by_its_own_manager_and_leaves_a_record():
    northmere = board()
    bea = accounts.add_person(email="bea@northmere.example", name="Bea Ledger", board=northmere)
    accounts.give_post(bea, Role.BUSINESS_MANAGER, partnership=northmere, began_on=date(2010, 1, 1))
    with asking(bea.pk):
        change(northmere, by=bea)
        assert Record.objects.filter(verb="board.clock_set", person_id=bea.pk).count() == 1
    zoe = accounts.add_person(email="zoe@elsewhere.example", name="Zoe Elsewhere")
    with asking(zoe.pk):
        assert refusal(lambda: change(northmere, length=6, by=zoe))
    northmere.refresh_from_db()
    assert clock_lengths.own_lengths(northmere, "scr-2010")["scoping"].length == 5


@pytest.mark.parametrize(
    ("nation", "day", "is_working"),
    [
        ("england", date(2010, 8, 30), False),
        ("scotland", date(2010, 8, 30), True),
        ("scotland", date(2010, 11, 30), False),
        ("wales", date(2010, 12, 28), False),
        ("northern_ireland", date(2011, 3, 17), False),
        ("england", date(2011, 3, 17), True),
        ("england", date(2011, 4, 29), False),
    ],
)
def test_each_nation_has_its_own_bank_holidays(nation, day, is_working):
    assert calendar_of(nation).is_working(day) is is_working


def test_every_nation_that_a_board_can_be_of_has_a_calendar():
    assert [calendar_of(nation).nation for nation in NATIONS] == list(NATIONS)
