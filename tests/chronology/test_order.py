from datetime import date

import pytest

from goldenthread.chronology.dates import Refusal, Unknown, read_date
from goldenthread.chronology.order import UNDATED, place_of, sort_key


def in_order(*texts):
    return sorted(texts, key=lambda text: sort_key(read_date(text)))


ORDERS = [
    ("1/1/2011", "1/5/2011", "4/5/2011", "31/5/2011", "May 2011", "1/6/2011", "2011"),
    ("3/5/2011", "from 3/5/2011", "before 4/5/2011", "4/5/2011"),
    ("3/5/2011", "3-5 May 2011", "5/5/2011", "w/c 2/5/2011", "9/5/2011"),
    ("3/5/2011 09:00", "3/5/2011 14:30", "3/5/2011", "?3/5/2011", "4/5/2011"),
]


@pytest.mark.parametrize("texts", ORDERS)
def test_an_entry_stands_where_it_happened_at_the_latest(texts):
    assert in_order(*reversed(texts)) == list(texts)


@pytest.mark.parametrize("texts", ORDERS)
def test_the_order_can_be_kept_as_one_number(texts):
    places = [place_of(read_date(text)) for text in texts]

    assert places == sorted(places)
    assert 0 < places[0] < places[-1] < 2**63


def test_a_time_beside_the_date_is_used_where_the_date_has_none():
    day, with_time = read_date("3/5/2011"), read_date("3/5/2011 14:30")

    assert sort_key(day, time="14:30") == sort_key(with_time, time="09:00")


def test_what_has_no_date_stands_last():
    nothing = (Refusal("31/2/2011", "no"), Unknown("N/K", "no"), read_date("3 May"))

    assert {sort_key(read) for read in nothing} == {(UNDATED.latest, True, 0, date.max)}
    assert {place_of(read) for read in nothing} == {None}
