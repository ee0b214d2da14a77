import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.chronology.made_accounts import told

from goldenthread.chronology.silences import silences


def gaps(text, **options):
    options = {"agency_days": 30, "all_days": 10_000, **options}
    found = silences(told(police=f"Date|Event\n{text}"), **options)
    return [(one.first.isoformat(), one.last.isoformat(), one.days) for one in found]


def test_days_between_two_contacts_are_counted_without_them():
    assert gaps("1/3/2012|A\n1/5/2012|B") == [("2012-03-02", "2012-04-30", 60)]


def test_the_threshold_itself_is_a_silence():
    assert gaps("1/3/2012|A\n1/4/2012|B") == [("2012-03-02", "2012-03-31", 30)]
    assert gaps("1/3/2012|A\n31/3/2012|B") == []


def test_a_month_is_no_contact_on_its_first_nor_on_any_day():
    text = "1/3/2012|A\nApril 2012|B\n1/5/2012|C"
    assert gaps(text) == [("2012-03-02", "2012-04-30", 60)]
    (found,) = silences(told(police=f"Date|Event\n{text}"), agency_days=30, all_days=1000)
    assert found.reason == (
        "police: no entry on a certain day from 2 March 2012 to 30 April 2012, 60 days (30 or more "
        "are reported). 1 entry without a certain day may lie within and cannot be counted."
    )


def test_entries_without_a_date_say_nothing_of_silence():
    (found,) = silences(
        told(police="Date|Event\n1/3/2012|A\nN/K|B\n1/5/2012|C"), agency_days=30, all_days=1000
    )
    assert found.reason.endswith("60 days (30 or more are reported).")


def test_years_and_approximate_days_are_no_contact():
    text = "1/3/2012|A\n2012|B\nabout 4/4/2012|C\n? 5/4/2012|D\n1/5/2012|E"
    assert gaps(text) == [("2012-03-02", "2012-04-30", 60)]


def test_a_stretch_is_contact_from_end_to_end():
    assert gaps("1/3/2012|A\n10/3/2012 - 20/5/2012|B\n1/6/2012|C") == []
    assert gaps("1/3/2012|A\n10/3/2012 - 20/4/2012|B\n1/6/2012|C") == [
        ("2012-04-21", "2012-05-31", 41)
    ]


def test_a_stretch_between_months_is_contact_only_where_that_is_certain():
    assert gaps("10/1/2012|A\nMarch to June 2012|B\n1/9/2012|C") == [
        ("2012-01-11", "2012-03-30", 80),
        ("2012-06-02", "2012-08-31", 91),
    ]
    assert gaps("10/1/2012|A\n2012 to 2013|B\n1/3/2012|C") == [
        ("2012-01-11", "2012-02-29", 50),
        ("2012-03-02", "2012-12-30", 304),
    ]


def test_a_stretch_of_over_a_year_is_contact_on_its_first_day():
    assert gaps("1/3/2012 - 1/6/2013|Order\n1/5/2012|B") == [("2012-03-02", "2012-04-30", 60)]


def test_a_long_contact_outlasts_a_short_one_within_it():
    assert gaps("1/3/2012 - 30/4/2012|A\n5/3/2012|B\n10/5/2012|C") == []


def test_no_contact_in_this_period_is_no_contact():
    assert gaps("1/3/2012|A\n5/3/2012 - 20/4/2012|No contact recorded\n1/5/2012|C") == [
        ("2012-03-02", "2012-04-30", 60)
    ]


def test_overall_and_by_agency():
    accounts = told(
        police="Date|Event\n1/3/2012|A\n1/5/2012|B", school="Date|Event\n20/3/2012|C\n2/5/2012|D"
    )
    found = silences(accounts, agency_days=43, all_days=30)
    assert [(one.agency, one.days) for one in found] == [(None, 41), ("police", 60)]
    assert found[0].reason == (
        "No agency has an entry on a certain day from 21 March 2012 to 30 April 2012, 41 days "
        "(30 or more are reported)."
    )
    assert (found[1].before, found[1].after) == (accounts[0].id, accounts[2].id)


@given(st.lists(st.dates(date(2010, 1, 1), date(2014, 12, 31)), min_size=2, max_size=12))
def test_no_contact_lies_in_a_silence_and_every_long_gap_is_one(days):
    text = "\n".join(f"{day:%d/%m/%Y}|A" for day in days)
    found = silences(told(police=f"Date|Event\n{text}"), agency_days=20, all_days=10_000)
    covered = {one.first + timedelta(days=more) for one in found for more in range(one.days)}
    assert covered.isdisjoint(days)
    ordered = sorted(set(days))
    long = [later - sooner for sooner, later in itertools.pairwise(ordered)]
    assert len(found) == sum(gap.days > 20 for gap in long)
