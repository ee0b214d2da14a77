"""What holds for every date and every text: it reads back to itself, and nothing else becomes a date."""

import string
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.chronology.dates import (
    Reading,
    Refusal,
    Unknown,
    read_column,
    read_date,
    read_time,
)
from goldenthread.chronology.dates.holidays import easter
from goldenthread.chronology.dates.words import MONTHS, WEEKDAYS

days = st.dates(min_value=date(1930, 1, 1), max_value=date(2026, 12, 31))
recent = st.dates(min_value=date(1931, 1, 1), max_value=date(2026, 12, 31))


def ordinal(number):
    suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


FORMS = [
    lambda d: d.isoformat(),
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d:%d %m %Y}",
    lambda d: f"{d:%d%m%Y}",
    lambda d: f"{d:%d//%m/%Y}",
    lambda d: f"{d:%d\u2013%m\u2013%Y}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
    lambda d: f"{d.day}\u00a0{MONTHS[d.month - 1][:3]}\u00a0{d.year}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{d.day}{MONTHS[d.month - 1][:3].lower()}{d.year}",
    lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]} {d.day} {d.year}",
    lambda d: f"{d.year} {MONTHS[d.month - 1]} {d.day}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()][:3]} {d:%d/%m/%Y}",
    lambda d: f"{d:%d/%m/%Y} ({WEEKDAYS[d.weekday()]})",
    lambda d: f"{d:%d/%m/%Y} - core group",
]


@settings(deadline=None)
@given(day=days, form=st.sampled_from(FORMS))
def test_every_day_in_every_form_reads_back_to_itself(day, form):
    read = read_date(form(day))
    assert (read.edtf, read.first, read.last, read.doubt) == (day.isoformat(), day, day, "")


@settings(deadline=None)
@given(day=recent)
def test_two_figure_years_read_back(day):
    assert read_date(f"{day:%d/%m/%y}").edtf == day.isoformat()
    assert read_date(f"{day.day} {MONTHS[day.month - 1]} {day:%y}").edtf == day.isoformat()


@settings(deadline=None)
@given(first=days, length=st.integers(1, 900))
def test_ranges_read_back(first, length):
    last = min(first + timedelta(days=length), date(2027, 12, 31))
    expected = f"{first}/{last}"
    assert read_date(f"{first:%d/%m/%Y} - {last:%d/%m/%Y}").edtf == expected
    assert read_date(f"between {first:%d/%m/%Y} and {last:%d/%m/%Y}").edtf == expected
    assert read_date(expected).edtf == expected


@settings(deadline=None)
@given(day=days, minutes=st.integers(0, 24 * 60 - 1))
def test_times_read_back(day, minutes):
    clock = f"{minutes // 60:02d}:{minutes % 60:02d}"
    assert read_time(clock).time == clock
    assert read_time(clock.replace(":", "") + "hrs").time == clock
    assert read_date(f"{day:%d/%m/%Y} {clock}").edtf == f"{day}T{clock}:00"
    assert read_date(f"{clock} on {day:%d/%m/%Y}").edtf == f"{day}T{clock}:00"


@settings(deadline=None)
@given(day=days, mark=st.sampled_from("~?%"))
def test_edtf_reads_back_with_its_doubt(day, mark):
    for edtf in (day.isoformat(), day.isoformat()[:7], f"{day.year}"):
        if edtf[-2:] == f"{(day.year + 1) % 100:02d}" and len(edtf) == 7:
            continue  # 2009-10 can be a month or two years, and is refused
        read = read_date(edtf + mark)
        assert (read.edtf, read.doubt) == (edtf + mark, mark)


@settings(deadline=None)
@given(day=days)
def test_month_first_order_is_never_taken_for_granted(day):
    read = read_date(f"{day:%m/%d/%Y}")
    if day.day > 12:
        assert isinstance(read, Refusal)
        assert read.suggestion == day.isoformat()
    else:
        assert read.edtf == f"{day.year}-{day.day:02d}-{day.month:02d}"


@settings(deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_breaks_the_reader(text):
    assert isinstance(read_date(text), Reading | Refusal | Unknown)
    assert read_date(text).text == text
    read_time(text)


@settings(deadline=None)
@given(text=st.text(alphabet="0123456789/-.,:?~ &()andortMyc", max_size=40))
def test_no_scramble_of_date_marks_breaks_the_reader(text):
    read = read_date(text)
    assert read.text == text
    if isinstance(read, Reading) and read.first and read.last:
        assert read.first <= read.last


@settings(deadline=None)
@given(cells=st.lists(st.sampled_from(["12 March 2009", "3/4", "next day", "2010", "N/K", '"', "w/c 2 May", "Good Friday", "aged 2", "x", "31 Dec/1 Jan"]), max_size=12))  # fmt: skip
def test_no_column_breaks_the_reader(cells):
    reads = read_column(cells, born=date(2008, 2, 29), latest=date(2015, 1, 1))
    assert [read.text for read in reads] == cells


letters = st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=9)


@settings(deadline=None)
@given(words=st.lists(letters, min_size=2, max_size=6))
def test_words_without_a_figure_never_give_a_day(words):
    read = read_date(" ".join(words))
    assert not isinstance(read, Reading) or read.first is None


@settings(deadline=None)
@given(digits=st.text(alphabet=string.digits, min_size=9, max_size=20))
def test_long_figures_are_never_dates(digits):
    assert not isinstance(read_date(digits), Reading)


@settings(deadline=None)
@given(year=st.integers(1930, 2026), month=st.integers(1, 12), word=st.data())
def test_one_slip_in_a_long_month_name_is_mended_or_refused(year, month, word):
    name = MONTHS[month - 1]
    at = word.draw(st.integers(1, len(name) - 2))
    swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    read = read_date(f"12 {swapped} {year}")
    assert isinstance(read, Refusal) or read.edtf == f"{year}-{month:02d}-12"


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1999, date(1999, 4, 4)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2024, date(2024, 3, 31)),
    ],
)
def test_easter(year, day):
    assert easter(year) == day


@pytest.mark.parametrize(
    "text",
    [
        "1/1/09, " * 40,
        "1 " * 150,
        "1-" * 150,
        "12 and " * 50,
        "(?) " * 80,
        "c. " * 120,
        "9" * 390,
        "May " * 90,
    ],
)
def test_tangled_text_is_refused(text):
    assert isinstance(read_date(text), Refusal)


def test_text_longer_than_a_date_is_refused():
    assert read_date("12 March 2009 " + "word " * 200).reason == "This is too long to be a date."
