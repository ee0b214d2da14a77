"""Who must be told, who has been, and what is outstanding (P9)."""

from datetime import date

import pytest

from goldenthread.domain.notices import (
    Letter,
    Occasion,
    Recipient,
    Target,
    Told,
    Way,
    all_told_on,
    may_give_notice,
    outstanding,
    targets,
)
from goldenthread.domain.review_types import REVIEW_TYPES

pytestmark = pytest.mark.duty("P9")

OFFICE = Recipient("office", "The inspectorate", Letter.AUTHORITY, (Occasion.DECISION,))
AGENCY = Recipient("agency", "Each", Letter.AGENCY, tuple(Occasion), each_agency=True)
OTHER = Recipient("other", "Another", Letter.AUTHORITY, (Occasion.DECISION,), is_required=False)
LIST = (OFFICE, AGENCY, OTHER)
AGENCIES = [(4, "Police"), (7, "Health")]
everybody = targets(LIST, Occasion.DECISION, agencies=AGENCIES)


def told(recipient, agency=None, on=date(2011, 5, 3), way=Way.LETTER):
    return Told(recipient, agency, on, way)


ALL = [told("office"), told("agency", 4, date(2011, 5, 9)), told("agency", 7)]


def test_every_agency_that_was_asked_is_told_by_itself():
    assert everybody == [
        Target(OFFICE, "The inspectorate"),
        Target(AGENCY, "Police", 4),
        Target(AGENCY, "Health", 7),
        Target(OTHER, "Another"),
    ]
    assert [one.name for one in targets(LIST, Occasion.SIGN_OFF, agencies=AGENCIES)] == [
        "Police",
        "Health",
    ]


def test_what_is_required_and_not_done_is_outstanding():
    assert [one.name for one in outstanding(everybody, [told("agency", 4)])] == [
        "The inspectorate",
        "Health",
    ]
    assert outstanding(everybody, ALL) == []


def test_one_who_is_held_back_is_still_outstanding():
    given = [*ALL[1:], told("office", way=Way.HELD_BACK)]
    assert [one.name for one in outstanding(everybody, given)] == ["The inspectorate"]


def test_all_are_told_on_the_day_of_the_last_and_not_before():
    assert all_told_on(everybody, ALL) == date(2011, 5, 9)
    assert all_told_on(everybody, ALL[:2]) is None
    assert all_told_on([], []) is None
    again = [*ALL, told("office", on=date(2011, 6, 1)), told("other", on=date(2011, 7, 1))]
    assert all_told_on(everybody, again) == date(2011, 5, 9)
    assert all_told_on(everybody, [told("office", way=Way.HELD_BACK), *again]) == date(2011, 5, 9)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        (
            {"told_on": date(2011, 5, 11)},
            "Enter the day they were told, which cannot be in the future.",
        ),
        (
            {"told_on": date(2011, 5, 1)},
            "This happened on 2 May 2011; nobody can have been told of it before.",
        ),
        (
            {"way": Way.HELD_BACK, "note": " "},
            "Say why they are not told yet, and who agreed to that.",
        ),
        ({"way": Way.HELD_BACK, "note": "The police ask for a week."}, ""),
        ({"name": ""}, "Say who was told: the person or the office."),
    ],
)
def test_a_notice_has_its_day_and_its_name(change, reason):
    given = {
        "told_on": date(2011, 5, 3),
        "happened_on": date(2011, 5, 2),
        "today": date(2011, 5, 10),
        "way": Way.LETTER,
        "note": "",
        "name": "The duty desk",
    }
    assert may_give_notice(**(given | change)).reason == reason


@pytest.mark.parametrize("kind", REVIEW_TYPES.values(), ids=REVIEW_TYPES)
def test_every_type_tells_the_family_each_agency_and_the_referrer_of_its_decision(kind):
    letters = {one.letter for one in kind.recipients if Occasion.DECISION in one.about}
    assert letters == set(Letter)
    assert len({one.key for one in kind.recipients}) == len(kind.recipients)
