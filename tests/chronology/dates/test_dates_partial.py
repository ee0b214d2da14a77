"""Months, years, seasons, unknown parts and doubtful dates."""

import pytest

from goldenthread.chronology.dates import read_date

CELLS = """
Monday 22 May 2016                   => 2016-05-22?
29/2                                 => XXXX-02-29
2009                                 => 2009
Xmas 2009                            => 2009-12-25~
2/3                                  => XXXX-03-02
9/11                                 => XXXX-11-09
May                                  => XXXX-05
March                                => XXXX-03
mar                                  => XXXX-03
Mar-09                               => 2009-03
Mar 09                               => 2009-03
May-16                               => 2016-05
Mar '09                              => 2009-03
March 9                              => XXXX-03-09
July 21st                            => XXXX-07-21
21st July                            => XXXX-07-21
8/99                                 => 1999-08
3/09                                 => XXXX-09-03
?/?/2010                             => 2010-XX-XX
??/03/2009                           => 2009-03-XX
XX/03/2009                           => 2009-03-XX
xx.03.09                             => 2009-03-XX
?? March 2009                        => 2009-03-XX
12/03/????                           => XXXX-03-12
12/??/2009                           => 2009-XX-12
12/03/200?                           => 200X-03-12
March 20??                           => 20XX-03
201?                                 => 201X
00/03/2009                           => 2009-03
12/03/2009?                          => 2009-03-12?
12/03/2009 ?                         => 2009-03-12?
(?) 12/03/2009                       => 2009-03-12?
?12/03/2009                          => 2009-03-12?
? 12/03/2009                         => 2009-03-12?
12/03/2009 (?)                       => 2009-03-12?
12?/03/2009                          => 2009-03-12?
2009?                                => 2009?
?2009                                => 2009?
c2009                                => 2009~
c. 2009                              => 2009~
c.2009                               => 2009~
ca. March 2009                       => 2009-03~
approx. 12/3/09                      => 2009-03-12~
12/3/09 approx                       => 2009-03-12~
12/3/09 (approx)                     => 2009-03-12~
12/3/09 (approx.)                    => 2009-03-12~
~12/3/09                             => 2009-03-12~
March 2009 or thereabouts            => 2009-03~
possibly 12 March 2009               => 2009-03-12?
probably March 2009                  => 2009-03?
12 March 2009 (possibly)             => 2009-03-12?
12 March 2009 - date unclear         => 2009-03-12?
March 2009 (exact date not known)    => 2009-03
March 2009 (exact date unknown)      => 2009-03
March 2009 - exact date not recorded => 2009-03
the 1990s                            => 199X
1990s                                => 199X
nineties                             => 199X
1990's                               => 199X
spring 2010                          => 2010-21
winter 2010                          => 2010-24
winter of 2010/11                    => 2010-24
Winter 2010/2011                     => 2010-24
Summer 09                            => 2009-22
Feb half term 2012                   => 2012-02~
half term October 2011               => 2011-10~
half-term, Feb 2012                  => 2012-02~
Easter 2010                          => 2010-04-04~
Christmas 2009                       => 2009-12-25~
over Christmas 2009                  => 2009-12-25~
Christmas Day                        => XXXX-12-25
March 2009 home visit                => 2009-03
12 March - home visit                => XXXX-03-12
sometime in March 2009               => 2009-03
some time in 2009                    => 2009
in 2009                              => 2009
in March 2009                        => 2009-03
throughout 2009                      => 2009
during March 2009                    => 2009-03
June                                 => XXXX-06
5/5                                  => XXXX-05-05
12/8                                 => XXXX-08-12
Friday, 13 March                     => XXXX-03-13
1/Mar                                => XXXX-03-01
2009-03-12~                          => 2009-03-12~
2009-03-12?                          => 2009-03-12?
2009-03-12%                          => 2009-03-12%
XXXX-03-12                           => XXXX-03-12
199X                                 => 199X
12/03/2009 or thereabouts            => 2009-03-12~
March '09                            => 2009-03
Mar. 2009                            => 2009-03
Mar, 2009                            => 2009-03
mar-2009                             => 2009-03
Mar/09                               => 2009-03
03-2009                              => 2009-03
03.2009                              => 2009-03
3.2009                               => 2009-03
2009/03                              => 2009-03
Year 2009                            => 2009
the year 2009                        => 2009
in the year 2009                     => 2009
2000s                                => 200X
late summer 2012                     => 2012-22~
early spring 2012                    => 2012-21~
Autumn                               => XXXX-23
new year 2012                        => 2012-01-01~
New Year 2011/12                     => 2012-01-01~
a week after 12 May 2010             => 2010-05-19~
six weeks before 12 May 2010         => 2010-03-31~
?March 2009                          => 2009-03?
?Mar 09                              => 2009-03?
March 2009 (?)                       => 2009-03?
March 2009??                         => 2009-03?
??March 2009                         => 2009-03-XX
22?/5/16                             => 2016-05-22?
22/5?/16                             => 2016-05-22?
22/5/16??                            => 2016-05-22?
22/5/2016 (date approximate)         => 2016-05-22~
22/5/2016 - unconfirmed              => 2016-05-22?
22/5/2016 tbc                        => 2016-05-22?
22/5/2016 TBC                        => 2016-05-22?
date believed to be 22/5/2016        => 2016-05-22?
believed 22/5/2016                   => 2016-05-22?
may 2016                             => 2016-05
may be 2016                          => 2016?
may 2016 visit                       => 2016-05
march 2016                           => 2016-03
Dec                                  => XXXX-12
3rd May                              => XXXX-05-03
third of May                         => XXXX-05-03
beginning of autumn term 2009        => 2009-09~
end of summer term 2009              => 2009-07~
summer half term 2012                => 2012-05~
half term Feb 12                     => 2012-02~
1/1/27                               => 1927-01-01?
0ct 2009                             => 2009-10
all of 2008                          => 2008
whole of 2008                        => 2008
at or around 8 November 2008         => 2008-11-08~
"""


def table(text):
    return [tuple(part.strip() for part in line.split("=>")) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("typed", "edtf"), table(CELLS))
def test_reads_partial_and_doubtful_dates(typed, edtf):
    assert read_date(typed).edtf == edtf
