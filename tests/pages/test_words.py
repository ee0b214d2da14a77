"""How dates, times, lengths of time, numbers and typed text are written."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from goldenthread.pages import words
from goldenthread.pages.templatetags import goldenthread as filters


def test_a_date_is_written_out_without_noughts():
    assert words.day(date(2011, 5, 3)) == "3 May 2011"


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (time(14, 30), "2:30pm"),
        (time(9, 5), "9:05am"),
        (time(9, 0), "9am"),
        (time(0, 0), "midnight"),
        (time(0, 1), "12:01am"),
        (time(12, 0), "midday"),
        (time(12, 1), "12:01pm"),
        (time(23, 59, 59), "11:59pm"),
    ],
)
def test_a_time_is_said_as_people_say_it(clock, said):
    assert words.clock_time(clock) == said


def test_an_instant_is_a_day_and_a_time():
    assert words.day_and_time(datetime(2011, 5, 3, 14, 30)) == "3 May 2011 at 2:30pm"


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (6, "6 days"),
        (7, "1 week"),
        (8, "1 week and 1 day"),
        (23, "3 weeks and 2 days"),
        (-23, "3 weeks and 2 days"),
        (timedelta(days=14, hours=23), "2 weeks"),
    ],
)
def test_a_length_of_time_is_weeks_and_days(length, said):
    assert words.span(length) == said


@pytest.mark.parametrize(
    ("count", "nouns", "said"),
    [
        (1, ("entry", "entries"), "1 entry"),
        (1204, ("entry", "entries"), "1,204 entries"),
        (0, ("day",), "0 days"),
    ],
)
def test_a_number_stands_with_its_noun(count, nouns, said):
    assert words.plural(count, *nouns) == said


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ([], ""),
        (["police"], "police"),
        (["police", "health"], "police and health"),
        (["police", "health", "housing"], "police, health and housing"),
    ],
)
def test_words_are_listed_as_in_a_sentence(listed, said):
    assert words.listing(listed) == said


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 byte"), (820, "820 bytes"), (14_000, "14 KB"), (2_345_678, "2.3 MB")],
)
def test_the_size_of_a_file_has_its_unit(size, said):
    assert words.file_size(size) == said


@pytest.mark.parametrize(
    ("label", "inside"),
    [("Date of birth", "date of birth"), ("IMR author", "IMR author"), ("", "")],
)
def test_a_label_starts_small_inside_a_sentence_unless_it_is_an_abbreviation(label, inside):
    assert words.starting_small(label) == inside


def test_typed_text_keeps_its_lines_and_nothing_of_it_is_obeyed():
    typed = "  First <b>line</b>\r\nsecond & last\r\n\r\n\r\nNext  "
    assert words.paragraphs(typed) == (
        '<p class="govuk-body">First &lt;b&gt;line&lt;/b&gt;<br>second &amp; last</p>'
        '<p class="govuk-body">Next</p>'
    )


def test_blank_text_makes_no_paragraph():
    assert words.paragraphs(" \n\n ") == ""


def test_filters_show_instants_on_local_clocks():
    summer = datetime(2011, 5, 3, 23, 30, tzinfo=UTC)
    assert filters.day(summer) == "4 May 2011"
    assert filters.clock_time(summer) == "12:30am"
    assert filters.day_and_time(summer) == "4 May 2011 at 12:30am"


@pytest.mark.parametrize("nothing", [None, ""])
@pytest.mark.parametrize(
    "a_filter",
    [
        filters.day,
        filters.clock_time,
        filters.day_and_time,
        filters.span,
        filters.number,
        filters.file_size,
        filters.markdown,
        filters.linebreaks_plain,
    ],
)
def test_nothing_is_shown_as_nothing(a_filter, nothing):
    assert a_filter(nothing) == ""


def test_a_span_of_nought_days_is_shown():
    assert filters.span(0) == "0 days"


def test_the_plural_filter_takes_both_nouns_or_one():
    assert filters.plural(2, "entry,entries") == "2 entries"
    assert filters.plural(2, "day") == "2 days"


def test_an_agency_has_the_letter_of_its_place_or_its_own():
    assert [filters.agency_letter(place) for place in (1, "12", "P")] == ["A", "L", "P"]


def test_loose_entries_of_a_side_navigation_gather_between_groups():
    home, chronology, thread = ({"text": text} for text in ("Home", "Chronology", "Thread"))
    entries = [home, {"heading": "What happened", "items": [chronology]}, thread, home]
    assert filters.navigation_groups(entries) == [
        {"heading": "", "entries": [home]},
        {"heading": "What happened", "entries": [chronology]},
        {"heading": "", "entries": [thread, home]},
    ]
