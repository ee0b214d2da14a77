"""The people a referral tells of, in either version of the form."""

from datetime import date

from goldenthread.domain.questionnaires.people_told import children_told, people_in_words
from goldenthread.domain.questionnaires.questions import as_answer
from goldenthread.domain.referrals import ChildTold

TOLD = {
    "child_name": "Tilly Mossbank",
    "child_other_names": "Matilda; Tills",
    "child_born_on": "2010-04-03",
    "child_died_on": "2011-02-01",
    "child_address": "4 Thistle Row\nNorthmere",
    "more_children": as_answer([{"name": "Ned Mossbank", "born_on": "2008-01-09"}, {"name": " x"}]),
    "household": as_answer(
        [
            {"name": "Jo Mossbank", "relationship": "mother", "born": "1983"},
            {"name": "", "relationship": "lodger"},
        ]
    ),
}


def test_every_child_is_told_with_all_names():
    assert children_told(TOLD) == (
        ChildTold(("Tilly Mossbank", "Matilda", "Tills"), date(2010, 4, 3)),
        ChildTold(("Ned Mossbank",), date(2008, 1, 9)),
        ChildTold(("x",), None),
    )


def test_a_child_without_a_name_is_no_child_to_compare():
    assert children_told({"child_name": " "}) == ()


def test_an_agency_is_told_who_and_nothing_of_what_happened():
    assert people_in_words(TOLD | {"circumstances": "Found unwell."}) == (
        "Tilly Mossbank, also called Matilda; Tills, the child, born 3 April 2010,"
        " died 1 February 2011, 4 Thistle Row Northmere\n"
        "Ned Mossbank, a child, born 9 January 2008\n"
        "x, a child\n"
        "Jo Mossbank, mother, born 1983"
    )


def test_the_first_version_told_of_the_family_in_one_text():
    told = people_in_words({"child_name": "Tilly Mossbank", "family": "Jo Mossbank, mother."})
    assert told == "Tilly Mossbank, the child\nJo Mossbank, mother."
    assert people_in_words({}) == ""
