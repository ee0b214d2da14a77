"""Whether a cell is a date is told the quick way as the reading of dates would tell it."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.chronology.contents import is_date
from goldenthread.chronology.dates import Reading, read_date

words = st.sampled_from(
    [
        "the",
        "health",
        "visitor",
        "saw",
        "child",
        "at",
        "home",
        "in",
        "decided",
        "mother",
        "with",
        "doctor",
        "note",
        "12",
        "letter",
        "dated",
        "of",
        "12/3/2009",
        "March",
        "2009",
        "09",
        "'09",
        "1960s",
        "60s",
        "3rd",
        "May",
        "14.30",
        "-",
        ":",
        ";",
        "20??",
        "summer",
        "easter",
        "week",
        "6",
        "Ferbuary",
        "03",
        "and",
        "on",
        "about",
        "Monday",
        "before",
        "201?",
        "years",
        "old",
        "12.03.09",
        "Febuary",
    ]
)
sentences = st.lists(words, min_size=8, max_size=16).map(" ".join).filter(lambda s: len(s) > 40)


@settings(max_examples=700, deadline=None)
@given(sentences.filter(lambda text: len(text) <= 120 and re.search(r"\d", text)))
def test_no_sentence_with_a_date_in_it_is_passed_over(text):
    assert is_date(text) == isinstance(read_date(text), Reading)
