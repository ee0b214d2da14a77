from goldenthread.chronology.dates import Refusal, Unknown, read_date
from goldenthread.chronology.order import UNDATED, sort_key


def in_order(*texts):
    return sorted(texts, key=lambda text: sort_key(read_date(text)))


def test_days_come_before_the_stretches_that_begin_with_them():
    assert in_order("2011", "May 2011", "1/5/2011", "4/5/2011", "1/1/2011") == [
        "1/1/2011",
        "2011",
        "1/5/2011",
        "May 2011",
        "4/5/2011",
    ]


def test_an_open_start_stands_at_its_end_and_an_open_end_after_its_first_day():
    assert in_order("4/5/2011", "before 4/5/2011", "from 3/5/2011", "3/5/2011") == [
        "3/5/2011",
        "from 3/5/2011",
        "before 4/5/2011",
        "4/5/2011",
    ]


def test_times_order_a_day_and_no_time_comes_first():
    day = read_date("3/5/2011")
    keys = [sort_key(day, time=time) for time in ("", "09:00", "14:30")]

    assert keys == sorted(keys)
    assert sort_key(read_date("3/5/2011 14:30"))[-1] == "14:30"


def test_what_has_no_date_stands_last():
    nothing = (Refusal("31/2/2011", "no"), Unknown("N/K", "no"), read_date("3 May"))

    assert {sort_key(read)[:2] for read in nothing} == {(UNDATED, UNDATED)}
