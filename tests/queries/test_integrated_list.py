"""The integrated chronology: who sees which entries, in which order, and how they are found."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.bringing import HEADINGS, HEALTH, as_csv, bring_and_read, evidence, submit

from goldenthread.reviews.queries import integrated
from goldenthread.reviews.queries.integrated import Sought

pytestmark = pytest.mark.django_db


def page(told, person, *, after=None, before=None, **sought):
    with told.asking(person):
        return integrated.page_of_entries(
            person, told.case.review, Sought(**sought), after=after, before=before
        )


def events(found) -> list[str]:
    return [entry.event for entry in found.entries]


def brought(*rows):
    return as_csv((HEADINGS, *((when, what, "", "") for when, what in rows)))


def both_submitted():
    told = evidence()
    bring_and_read(told)
    bring_and_read(told, by=told.hal, name="health.csv", data=as_csv(HEALTH))
    submit(told, by=told.ned)
    submit(told, by=told.hal)
    return told


@pytest.mark.duty("P12")
def test_another_agency_s_entries_appear_after_one_s_own_submission_only():
    told = evidence()
    bring_and_read(told)
    bring_and_read(told, by=told.hal, name="health.csv", data=as_csv(HEALTH))
    submit(told, by=told.ned)
    assert page(told, told.hal).dated == 1
    assert page(told, told.ned).dated == 3
    assert page(told, told.case.otto).dated == 3
    submit(told, by=told.hal)
    assert page(told, told.hal).dated == 4
    assert page(told, told.ned).dated == 4
    assert page(told, told.case.otto).dated == 4
    assert page(told, told.case.zoe).dated == 0


def test_entries_stand_in_the_honest_order_of_their_dates():
    told = evidence()
    data = brought(
        ("May 2011", "some time in May"),
        ("from 3 May 2011", "from the third on"),
        ("3 May 2011 at 14:30", "the third, in the afternoon"),
        ("before 3 May 2011", "before the third"),
        ("3 May 2011", "the third"),
        ("1 May 2011", "the first"),
        ("2010", "the year before"),
        ("N/K", "nobody knows"),
    )
    bring_and_read(told, data=data)
    assert events(page(told, told.ned)) == [
        "the year before",
        "the first",
        "some time in May",
        "before the third",
        "the third",
        "the third, in the afternoon",
        "from the third on",
    ]
    assert events(page(told, told.ned, undated=True)) == ["nobody knows"]


def test_a_list_is_narrowed_by_agency_period_words_and_missing_date():
    told = both_submitted()
    otto = told.case.otto
    assert events(page(told, otto, agency="health")) == [HEALTH[1][1]]
    found = page(told, otto, from_on=date(2011, 5, 4), to_on=date(2011, 6, 15))
    assert events(found) == ["Bicycle found by the mill pond."]
    assert events(page(told, otto, to_on=date(2011, 3, 1))) == ["Patrol noticed the broken gate."]
    assert events(page(told, otto, text="bicycles")) == ["Bicycle found by the mill pond."]
    assert events(page(told, otto, text="visit card")) == [HEALTH[1][1]]
    assert page(told, otto, text="-bicycle").dated == 3
    undated = page(told, otto, undated=True)
    assert (events(undated), undated.dated, undated.undated) == (
        ["Mother asked for advice at the desk.", "Child weighed at the clinic."],
        4,
        2,
    )


def test_pages_are_turned_by_key_and_meet_without_gap_or_repeat(monkeypatch):
    monkeypatch.setattr(integrated, "PAGE_SIZE", 3)
    told = evidence()
    bring_and_read(told, data=brought(*(("3 May 2011", f"no {n}") for n in range(8))))
    first = page(told, told.ned)
    second = page(told, told.ned, after=first.after)
    third = page(told, told.ned, after=second.after)
    assert [len(one.entries) for one in (first, second, third)] == [3, 3, 2]
    assert events(first) + events(second) + events(third) == [f"no {n}" for n in range(8)]
    assert (first.before, third.after) == (None, None)
    back = page(told, told.ned, before=third.before)
    assert events(back) == events(second)
    assert page(told, told.ned, before=back.before).before is None
    assert events(page(told, told.ned, after=10**18)) == events(first)


def test_undated_entries_are_paged_in_their_agency_s_own_order(monkeypatch):
    monkeypatch.setattr(integrated, "PAGE_SIZE", 2)
    told = evidence()
    bring_and_read(
        told, data=brought(("1 May 2011", "day"), *(("N/K", f"no {n}") for n in range(3)))
    )
    first = page(told, told.ned, undated=True)
    assert events(first) == ["no 0", "no 1"]
    assert events(page(told, told.ned, undated=True, after=first.after)) == ["no 2"]


def test_a_page_costs_the_same_number_of_queries_whatever_it_holds():
    told = evidence()
    counts = []
    for data in (
        brought(("1 May 2011", "one")),
        brought(("2 May 2011", "a"), ("N/K", "b"), ("4 May 2011", "c")),
    ):
        bring_and_read(told, data=data)
        with (
            told.asking(told.ned),
            CaptureQueriesContext(
                connection,
            ) as asked,
        ):
            found = integrated.page_of_entries(told.ned, told.case.review, Sought())
            assert [entry.agency.name for entry in found.entries]
            integrated.counts_by_agency(told.ned, told.case.review)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_name_of_the_file_is_for_its_own_agency_only():
    told = both_submitted()
    for person, name in ((told.ned, "police.csv"), (told.hal, None), (told.case.otto, None)):
        found = page(told, person, agency="police").entries[0]
        with told.asking(person):
            file = integrated.file_of(person, found)
        assert (file.name if file else None) == name
