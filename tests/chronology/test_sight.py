from datetime import date

import pytest
from tests.chronology.made_accounts import told

from goldenthread.chronology.answers import Answer, of_cell
from goldenthread.chronology.sight import Line, sight, sight_of

YES, NO, DOUBT, UNSAID = Answer.YES, Answer.NO, Answer.DOUBT, Answer.UNSAID


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("", UNSAID),
        ("Y", YES),
        ("yes – in cot", YES),
        ("✓", YES),
        ("Seen at school", YES),
        ("Both seen", YES),
        ("N", NO),
        ("No, at nursery", NO),
        ("not seen", NO),
        ("N/A", NO),
        ("–", NO),
        ("Y?", DOUBT),
        ("not recorded", DOUBT),
        ("asleep upstairs", DOUBT),
        ("Alfred", DOUBT),
    ],
)
def test_a_cell_of_a_column_for_it(cell, answer):
    assert of_cell(cell) is answer


def answers(event, **columns):
    heads = "|".join(["Date", "Event", *(name.replace("_", " ") for name in columns)])
    cells = "|".join(["4/3/2012", event, *columns.values()])
    (account,) = told(police=f"{heads}\n{cells}")
    one = sight_of(account)
    return one.seen, one.alone, one.heard


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("Home visit. Child seen.", (YES, UNSAID, UNSAID)),
        ("Saw the children", (YES, UNSAID, UNSAID)),
        ("Child seen alone in the den", (YES, YES, UNSAID)),
        ("Child seen alone, said she hides", (YES, YES, YES)),
        ("Mother seen alone and said she drinks", (UNSAID, UNSAID, UNSAID)),
        ("Spoke to child on her own", (YES, YES, UNSAID)),
        ("Baby weighed", (YES, UNSAID, UNSAID)),
        ("Child not seen", (NO, NO, UNSAID)),
        ("No access", (NO, NO, UNSAID)),
        ("Child said to be at nan’s", (NO, NO, UNSAID)),
        ("Children asleep upstairs", (DOUBT, UNSAID, UNSAID)),
        ("Child seen?", (DOUBT, UNSAID, UNSAID)),
        ("Child not seen alone", (DOUBT, NO, UNSAID)),
        ("Mother seen alone", (UNSAID, UNSAID, UNSAID)),
        ("Seen alone at school", (YES, YES, UNSAID)),
        ("Boy said that he hides", (UNSAID, UNSAID, YES)),
        ("She said she was tired", (UNSAID, UNSAID, UNSAID)),
        ("He wants to go home", (UNSAID, UNSAID, UNSAID)),
        ("Log closed", (UNSAID, UNSAID, UNSAID)),
        ("Came by himself on the bus", (UNSAID, UNSAID, UNSAID)),
        ("Reported late", (UNSAID, UNSAID, UNSAID)),
    ],
)
def test_plain_words_without_a_column(event, expected):
    assert answers(event) == expected


def test_a_column_decides_over_words():
    assert answers("Child seen", Child_seen="N") == (NO, NO, UNSAID)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"Child_seen": "Y", "Seen_alone": "N"}, (YES, NO, UNSAID)),
        ({"Child_seen": "Y / N"}, (YES, NO, UNSAID)),
        ({"Child_seen": "y/y"}, (YES, YES, UNSAID)),
        ({"Child_seen": "Yes, alone"}, (YES, YES, UNSAID)),
        ({"Child_seen": "Yes, not alone"}, (YES, UNSAID, UNSAID)),
        ({"Child_seen": "", "Seen_alone": "Y"}, (YES, YES, UNSAID)),
        ({"Seen_alone": "Y"}, (YES, YES, UNSAID)),
        ({"Seen_alone": "No"}, (UNSAID, NO, UNSAID)),
        ({"Seen_alone": "Y?"}, (UNSAID, DOUBT, UNSAID)),
        ({"Seen_alone": ""}, (UNSAID, UNSAID, UNSAID)),
        ({"Voice_of_the_child": "“I hide.”"}, (UNSAID, UNSAID, YES)),
        ({"Voice_of_the_child": "“Why?”"}, (UNSAID, UNSAID, YES)),
        ({"Voice_of_the_child": "Unclear"}, (UNSAID, UNSAID, DOUBT)),
        ({"Voice_of_the_child": "None"}, (UNSAID, UNSAID, NO)),
    ],
)
def test_columns(columns, expected):
    assert answers("Visit", **columns) == expected


POLICE = """
Date|Event|Child seen
1/3/2012|A|Y
5/4/2012|B|Y
May 2012|C|Y
6/4/2012|D|Y?
10/4/2012|E|Y
11/4/2012|F|
"""


def lines(**options):
    made = told(police=POLICE, school="Date|Event|Child seen\n20/3/2012|A|Y")
    return {(one.line, one.agency): one for one in sight(made, **options).lines}


def test_the_line_of_all_agencies_has_its_longest_gap():
    line = lines()[Line.SEEN, None]
    assert (line.last, line.gap_first, line.gap_last, line.gap_days) == (
        date(2012, 4, 10),
        date(2012, 3, 2),
        date(2012, 3, 19),
        18,
    )
    assert (len(line.ids), len(line.doubtful)) == (4, 2)
    assert line.reason == (
        "All agencies: “child seen” in 4 entries with a certain day, last on 10 April 2012. The "
        "longest time without one is 18 days after 1 March 2012. 2 entries more can be doubted, "
        "for the words or the date."
    )


def test_the_line_of_one_agency():
    line = lines()[Line.SEEN, "police"]
    assert (line.gap_first, line.gap_last, line.gap_days) == (
        date(2012, 3, 2),
        date(2012, 4, 4),
        34,
    )
    one = lines()[Line.SEEN, "school"]
    assert (one.last, one.gap_first, one.gap_days) == (date(2012, 3, 20), None, 0)
    assert (
        one.reason == "school: “child seen” in 1 entry with a certain day, last on 20 March 2012."
    )


def test_never_alone_is_said():
    line = lines()[Line.ALONE, None]
    assert (line.ids, line.last) == ((), None)
    assert line.reason == "All agencies: no entry says “child seen alone” for a certain day."


def test_nobody_sees_a_child_before_birth():
    found = lines(born=date(2012, 4, 1))[Line.SEEN, None]
    assert (len(found.ids), found.gap_days) == (2, 4)
