"""The quick way of reading a plain date gives what the whole grammar gives, or leaves it alone."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.chronology.dates.ordinary import ordinary
from goldenthread.chronology.dates.pieces import Setting
from goldenthread.chronology.dates.reading import _read_fully, outcome
from goldenthread.chronology.dates.words import MONTHS

days = st.integers(0, 33).flatmap(lambda day: st.sampled_from((f"{day}", f"{day:02}")))
months = st.integers(0, 14).flatmap(lambda month: st.sampled_from((f"{month}", f"{month:02}")))
names = st.sampled_from([name for month in MONTHS for name in (month, month[:3], month.upper())])
years = st.integers(1890, 2110).flatmap(lambda year: st.sampled_from((f"{year}", f"{year}"[2:])))
marks = st.sampled_from("/.-")
figures = st.builds(lambda d, m, y, mark: f"{d}{mark}{m}{mark}{y}", days, months, years, marks)
turned = st.builds(lambda d, m, y: f"{y}-{m}-{d}", days, months, years)
endings = st.sampled_from(("", "st", "nd", "rd", "th"))
wordy = st.builds(lambda d, e, m, y: f"{d}{e} {m} {y}", days, endings, names, years)
month_alone = st.builds(lambda m, y: f"{m} {y}", names, years)
latest = st.sampled_from((None, date(2011, 5, 3), date(2026, 11, 24)))


@settings(max_examples=1500, deadline=None)
@given(figures | turned | wordy | month_alone, latest)
def test_the_quick_way_gives_what_the_grammar_gives(text, latest):
    pivot = latest.year if latest else 2026

    assert outcome(text, latest=latest) == _read_fully(text, latest, pivot=pivot)


@pytest.mark.parametrize(
    "text", ["3/5/2011", "03.05.11", "2011-05-03", "3 May 2011", "3rd May 2011", "May 2011"]
)
def test_plain_dates_are_read_the_quick_way(text):
    assert ordinary(text, Setting()) is not None


@pytest.mark.parametrize(
    "text", ["3/5", "3/5-2011", "3 Mai 2011", "about 3 May 2011", "3-5-11", "31/13/2011", "x"]
)
def test_other_dates_are_left_to_the_grammar(text):
    assert ordinary(text, Setting()) is None
