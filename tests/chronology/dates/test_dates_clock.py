"""Cells of a time column."""

import pytest

from goldenthread.chronology.dates import Refusal, Unknown, read_time

CELLS = """
14:30               => T14:30
14.30               => T14:30
1430                => T14:30
14;30               => T14:30
14,30               => T14:30
14-30               => T14:30
14h30               => T14:30
14:30h              => T14:30
14:30 hrs           => T14:30
14.30hrs            => T14:30
14.30 hours         => T14:30
1430 hrs            => T14:30
1430h               => T14:30
1430 hrs.           => T14:30
2.30pm              => T14:30
2:30 pm             => T14:30
2.30 p.m.           => T14:30
2:30PM              => T14:30
0230pm              => T14:30
230pm               => T14:30
2pm                 => T14:00
2 pm                => T14:00
2 p.m.              => T14:00
9am                 => T09:00
9 a.m.              => T09:00
9.15am              => T09:15
09:15 am            => T09:15
9.15                => T09:15
9:15                => T09:15
0915                => T09:15
915                 => ERROR
915hrs              => T09:15
12:30               => T12:30
12.30pm             => T12:30
12.30am             => T00:30
12pm                => T12:00
12am                => T00:00
12 noon             => T12:00
noon                => T12:00
midday              => T12:00
midnight            => T00:00
12 midnight         => T00:00
00:00               => T00:00
0000                => T00:00
24:00               => T24:00
2400hrs             => T24:00
2.30                => T02:30?
2:30                => T02:30?
02:30               => T02:30
3.15                => T03:15?
7.30                => T07:30
14:30pm             => T14:30
14:30am             => ERROR
13am                => ERROR
25:00               => ERROR
24:30               => ERROR
12:60               => ERROR
2575                => ERROR
14:3                => ERROR
9                   => ERROR
14                  => ERROR
2 o'clock           => T02:00?
2 o'clock pm        => T14:00
9 o’clock           => T09:00
half past two       => T02:30?
half past 2 pm      => T14:30
quarter to 3 pm     => T14:45
quarter past nine   => T09:15
approx 14:30        => T14:30~
approx. 2pm         => T14:00~
c.14:30             => T14:30~
c 1430hrs           => T14:30~
about 2.30pm        => T14:30~
around 14:30        => T14:30~
~14:30              => T14:30~
14:30 approx        => T14:30~
14:30 (approx)      => T14:30~
14:30?              => T14:30?
? 14:30             => T14:30?
14:30 tbc           => T14:30?
possibly 14:30      => T14:30?
at 14:30            => T14:30
@14:30              => T14:30
14:30-15:30         => T14:30/T15:30
14:30 - 15:30       => T14:30/T15:30
14:30 to 15:30      => T14:30/T15:30
14.30-15.30         => T14:30/T15:30
1430-1530           => T14:30/T15:30
1430-1530hrs        => T14:30/T15:30
2-3pm               => T14:00/T15:00
2pm-3pm             => T14:00/T15:00
2.30-3.30pm         => T14:30/T15:30
11am-1pm            => T11:00/T13:00
11-1pm              => T11:00/T13:00
10-11am             => T10:00/T11:00
9.30am to 11am      => T09:30/T11:00
between 2pm and 3pm => T14:00/T15:00
between 2 and 3pm   => T14:00/T15:00
from 2pm            => T14:00/..
after 2pm           => T14:00/..
before 2pm          => ../T14:00
by 10am             => ../T10:00
until 10am          => ../T10:00
22:00-02:00         => T22:00/T02:00
am                  => T00:00/T12:00
AM                  => T00:00/T12:00
a.m.                => T00:00/T12:00
pm                  => T12:00/T24:00
p.m.                => T12:00/T24:00
morning             => T06:00/T12:00
Morning             => T06:00/T12:00
in the afternoon    => T12:00/T18:00
night               => T21:00/T06:00
overnight           => T21:00/T06:00
early hours         => T00:00/T06:00
lunchtime           => T12:00/T14:00
all day             => T00:00/T24:00
l4:30               => T14:30
14:3O               => T14:30
O9:30               => T09:30
14::30              => ERROR
14:30.              => T14:30
(14:30)             => T14:30
14:30:45            => T14:30
14:30 GMT           => T14:30
14:30Z              => T14:30
time unknown        => UNKNOWN
n/a                 => UNKNOWN
unknown             => UNKNOWN
not stated          => UNKNOWN
?                   => UNKNOWN
??:??               => UNKNOWN
not known           => UNKNOWN
TBC                 => UNKNOWN
Time not recorded   => UNKNOWN
no time given       => UNKNOWN
tea time            => ERROR
bedtime             => ERROR
various             => ERROR
as above            => ERROR
12/03/2009          => ERROR
2009-03-12          => ERROR
12 March            => ERROR
2 hours             => ERROR
45 mins             => ERROR
1 hour              => ERROR
30 minutes          => ERROR
3/4 hour            => ERROR
0.604166            => T14:30
10 times            => ERROR
Mother              => ERROR
10 hours            => ERROR
"""


def table(text):
    return [tuple(part.strip() for part in line.split("=>")) for line in text.strip().splitlines()]


def outcome(read):
    if isinstance(read, Refusal):
        return "ERROR"
    return "UNKNOWN" if isinstance(read, Unknown) else read.edtf


@pytest.mark.parametrize(("typed", "edtf"), table(CELLS))
def test_reads_times(typed, edtf):
    assert outcome(read_time(typed)) == edtf


def test_offers_the_afternoon_for_an_hour_that_can_be_either():
    assert read_time("2.30").alternatives == ("T14:30",)


def test_offers_a_part_of_the_day_for_after_school():
    assert read_time("after school").suggestion == "T15:00/T18:00"
