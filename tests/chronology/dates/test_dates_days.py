"""One day, typed in every way people type it."""

import pytest

from goldenthread.chronology.dates import read_date

CELLS = """
Sunday 22/05/2016                    => 2016-05-22
22/05/2016 (Sunday)                  => 2016-05-22
22/05/2016 (Sun)                     => 2016-05-22
29/02/2012                           => 2012-02-29
12/03/2009 - strategy meeting        => 2009-03-12
12/03/2009 strategy meeting          => 2009-03-12
12/03/2009: Section 47 enquiry begun => 2009-03-12
Easter Monday 2011                   => 2011-04-25
Good Friday 2010                     => 2010-04-02
220516                               => 2016-05-22
22052016                             => 2016-05-22
20160522                             => 2016-05-22
22/052016                            => 2016-05-22
22//05/2016                          => 2016-05-22
22/05//2016                          => 2016-05-22
22..05..2016                         => 2016-05-22
22/05/ 2016                          => 2016-05-22
22 / 05 / 2016                       => 2016-05-22
22 05 2016                           => 2016-05-22
22 05 16                             => 2016-05-22
22-05 2016                           => 2016-05-22
22.05/16                             => 2016-05-22
22–05–2016                           => 2016-05-22
22 May 2016                          => 2016-05-22
22nd May, 2016                       => 2016-05-22
22ndMay2016                          => 2016-05-22
22 May2016                           => 2016-05-22
22May 2016                           => 2016-05-22
22 MAY 2016                          => 2016-05-22
22 may '16                           => 2016-05-22
22/May/16                            => 2016-05-22
22.v.2016                            => 2016-05-22
l2/03/2009                           => 2009-03-12
12/03/2OO9                           => 2009-03-12
I2/O3/2009                           => 2009-03-12
12 Febuary 2009                      => 2009-02-12
12 Feburary 2009                     => 2009-02-12
12 Ferbuary 2009                     => 2009-02-12
3 Septmber 2010                      => 2010-09-03
3 Spetember 2010                     => 2010-09-03
3 Ocotber 2010                       => 2010-10-03
3 Novmeber 2010                      => 2010-11-03
3 Decmber 2010                       => 2010-12-03
3 Arpil 2010                         => 2010-04-03
3 Apirl 2010                         => 2010-04-03
3 Agust 2010                         => 2010-08-03
3 Auguest 2010                       => 2010-08-03
3 Jully 2010                         => 2010-07-03
3 Jnue 2010                          => 2010-06-03
3 Marhc 2010                         => 2010-03-03
3 Mrach 2010                         => 2010-03-03
3 Fbe 2010                           => 2010-02-03
3 Jna 2010                           => 2010-01-03
last Friday of May 2010              => 2010-05-28
first Monday in March 2010           => 2010-03-01
Easter Sunday 2010                   => 2010-04-04
Christmas eve 2009                   => 2009-12-24
New Year's Eve 2009                  => 2009-12-31
New Year’s Day 2010                  => 2010-01-01
New Years Day 2010                   => 2010-01-01
NYE 2009                             => 2009-12-31
August bank holiday 2011             => 2011-08-29
Aug bank holiday 2011                => 2011-08-29
Bank holiday Monday 30 May 2011      => 2011-05-30
Bonfire Night 2012                   => 2012-11-05
Halloween 2012                       => 2012-10-31
Valentine's Day 2012                 => 2012-02-14
Mothering Sunday 2012                => 2012-03-18
22/05/2016 am                        => 2016-05-22
22/05/2016 AM                        => 2016-05-22
22/05/2016 - afternoon               => 2016-05-22
morning of 22 May 2016               => 2016-05-22
evening of 22/05/2016                => 2016-05-22
Letter dated 12/03/2009              => 2009-03-12
Email of 12 March 2009               => 2009-03-12
Home visit 12/03/2009                => 2009-03-12
the day after 12 May 2010            => 2010-05-13
two days before 12 May 2010          => 2010-05-10
twenty second of May 2016            => 2016-05-22
the twenty-second of May 2016        => 2016-05-22
first of May 2016                    => 2016-05-01
22 mai 2016                          => 2016-05-22
Thurs 12 March 2009                  => 2009-03-12
Thu 12/3/09                          => 2009-03-12
Thursday 12th March, 2009            => 2009-03-12
12 March, 2009                       => 2009-03-12
12 March of 2009                     => 2009-03-12
2009, 12 March                       => 2009-03-12
2009/03/12                           => 2009-03-12
2009.03.12                           => 2009-03-12
2009-3-1                             => 2009-03-01
2009 03 12                           => 2009-03-12
20090312                             => 2009-03-12
1/3/2009                             => 2009-03-01
01.03.09                             => 2009-03-01
1-3-09                               => 2009-03-01
1 - 3 - 09                           => 2009-03-01
1/3/'09                              => 2009-03-01
1.Mar.09                             => 2009-03-01
Mar 1st 2009                         => 2009-03-01
March 1, 2009                        => 2009-03-01
March the 1st 2009                   => 2009-03-01
1 Mar., 2009                         => 2009-03-01
12 March 2009 home visit by SW1      => 2009-03-12
12/03/09 - 2 visits                  => 2009-03-12
12/03/09 2nd visit                   => 2009-03-12
on the 12th of March 2009            => 2009-03-12
on the morning of 12 March 2009      => 2009-03-12
morning 12/03/2009                   => 2009-03-12
12/03/2009 (am)                      => 2009-03-12
12/03/2009 a.m.                      => 2009-03-12
12/03/2009 time not recorded         => 2009-03-12
12/03/2009 (time unknown)            => 2009-03-12
12/03/2009, time unknown             => 2009-03-12
Thurs. 12th March 2009               => 2009-03-12
thursday the 12th of march 2009      => 2009-03-12
5 Aug 2031                           => 2031-08-05
Pancake Day 2012                     => 2012-02-21
Boxing Day, 2011                     => 2011-12-26
day before Christmas Eve 2011        => 2011-12-23
2 days after Boxing Day 2011         => 2011-12-28
Date: 22/5/2016                      => 2016-05-22
Dated: 22/5/2016                     => 2016-05-22
Date 22/5/2016                       => 2016-05-22
*22/5/2016                           => 2016-05-22
22/5/2016*                           => 2016-05-22
"22/5/2016"                          => 2016-05-22
'22/5/2016                           => 2016-05-22
• 22/5/2016                          => 2016-05-22
22/5/2016;                           => 2016-05-22
"""


def table(text):
    return [tuple(part.strip() for part in line.split("=>")) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("typed", "edtf"), table(CELLS))
def test_reads_one_day(typed, edtf):
    assert read_date(typed).edtf == edtf
