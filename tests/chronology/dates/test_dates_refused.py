"""Text that is no date, or could be two dates, is refused with a reason."""

import pytest

from goldenthread.chronology.dates import Refusal, read_date

CELLS = """
12/13/2009
30/02/2011
29/02/2011
31/4
Second visit
March past
Room 12.3.09
24/7
1/2 hour
½ hour
Section 47
1900hrs
1900
10.30
10:30
2009-10
12345
55555
Mon 3rd
a few days before 12 May 2010
mid-week
Match 2009
12 Match 2009
01234 567890
07700 900123
943 476 5919
9434765919
3/14
3.5
12-14
22 v 2016
22nd of the 5th 2016
22/5/216
22/05/20016
22/05/2106
22/05/2061
3 Juny 2010
3 Ma 2010
May 16
July 21
99 March
32 March 2009
14 - 12 March 2009
2009 - 11
March 2009 ->
12/03/2009 -
half term
Good Friday
May bank holiday 2011
22/05/2016 14:75
12 March 2009 not 13th
See entry for 12 March 2009
2009 visit
ditto
As above
same day
later that day
The following day
two weeks later
aged 3
at six weeks
Various
various dates
ongoing
weekly
Year 3
Class 2009B
1 of 3
3 visits
Mr May
April Smith
June attended
May 2 be seen
Augusta 2009
Sunday
Tues pm
12
12th
1st
0
00:00
1.1.1
1/1/1
192.168.1.1
10.0.0.1
£12.03
12.03.2009.14
v1.2.2009
12/03/2009/1
SW1A 1AA
2009/1234
12345/2009
INQ000273901
CR/2009/12
1 in 4
60/40
120/80
7.30pm
29 Feb 2011
Tuesday 12th
2012-22
6/52 check
6/52
28/40
3/12 old
12/03/2009 to hospital
12/03/2009 9
12/03/2009/09:00
the 12th inst
12th ult.
13/2009
0/2009
13/13/2013
2013-13-13
2009-13
31.11.2009
31 Sept 2009
30 Feb
12/03/1899
12/03/0209
12/03/209
12/3/9
1/2/3 Feb 2009
2008-2009-2010
2011/2009
calendar year 2009
Easter Sunday
Christmas 2011/12
Christmas/New Year 2011
shortly after 12 May 2010
soon after Christmas 2009
the week before 12 May 2010
- 22/5/2016
22/5/2016/
22/5/2016 /
22/5/2016 &
22/5/2016 and
22/5/2016 to
22/5/
may be seen 2016
Sat 2009
Sun 12
sun
December 2009 January 2010
12 March 2009 14 March 2009
p. 12/03/2009
page 12 March 2009
ref 12/03/2009
Ref: 12/03/09
No. 12/03/09
Flat 12/3
Flat 3, 12 May Road
12 May Road
12 April Gardens
12 March Street 2009
1 June Close
Ward 12 March
4 x 4
A1 2009
2009 AD
AD 2009
0900-1700
0900
9am
2009hrs
2009 hrs
20:09
noon
morning
27 weeks
3 months
2 years 3 months
5yrs
Age 12
12 years
12 months to March 2009
12 weeks
12 days
5 March visits
3 August reports
three May
third May meeting
second March meeting
14:30 March 2009
12 March 2009 or 2010
12 March or April 2009
12 March 2009/10
w/c March 2012
12.03.-14.03.09
early on 12 March 2009
Child 2 May 2009
Sibling 1 2009
Incident 1234 12/03/2009
12/03/2009 at 14:30 and 16:00
12/03/2009-13
12/3/09 - unknown
from birth to March 2009
12 March 1009
12 March 1430
1 2/03/2009
5/5/09 17
5/5/09, 10
5/6 & 7 May 2009
3/4 - 7 May 2009
1-5
14-3
12/03/2009 14-15
unknown - 12 March 2009
01/01/1900
1900-01-01
w/e 8/9 Nov 2008
Nov 2008 / 2009
22 May 2016 +/- 1 day
22 May 2016 ±2 days
the Monday after 22 May 2016
Monday before Christmas 2016
22 May 2017 2017
date unknown 12 May 2009
../05/2017
22/5/17 am/pm
summer 2017 term
w/c 27 Feb
"""


@pytest.mark.parametrize("typed", CELLS.strip().splitlines())
def test_refuses_what_is_no_date_for_certain(typed):
    read = read_date(typed)
    assert isinstance(read, Refusal)
    assert read.text == typed
    assert read.reason.endswith(".")


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("12/13/2009", "2009-12-13"),
        ("07/25/1998", "1998-07-25"),
        ("31/13/2009", ""),
        ("31 June 2014", "2014-06"),
        ("24000", "1965-09-15"),
        ("Match 2009", "2009-03"),
        ("12 Match 2009", "2009-03-12"),
        ("22/05/20166", "2016-05-22"),
        ("22/05/2061", "2016-05-22"),
        ("24/7", "XXXX-07-24"),
        ("2009-10", "2009-10"),
        ("May 16", "2016-05"),
        ("12/03/2009 24:75", "2009-03-12"),
        ("Room 12.3.09", "2009-03-12"),
        ("a few days before 12 May 2010", "../2010-05-12"),
        ("Second visit", ""),
    ],
)
def test_offers_one_repair_or_none(typed, suggestion):
    read = read_date(typed)
    assert isinstance(read, Refusal)
    assert read.suggestion == suggestion
