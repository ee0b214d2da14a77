"""Honest blanks are not refused."""

import pytest

from goldenthread.chronology.dates import Unknown, read_date

CELLS = """
n/k
N/A
not known
Unknown
undated
?
??
???
--
??/??/????
XX/XX/XXXX
date unknown
no date given
not stated
No date recorded
Date not known
TBC
dd/mm/yyyy
exact date unknown
n.k.
[not recorded]
none recorded
"""


@pytest.mark.parametrize("typed", [*CELLS.strip().splitlines(), "", "   ", "\u00a0"])
def test_keeps_honest_blanks(typed):
    read = read_date(typed)
    assert isinstance(read, Unknown)
    assert read.text == typed
