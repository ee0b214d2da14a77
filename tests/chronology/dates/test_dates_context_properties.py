"""What holds for every date among other words, among other rows, and with a slip of the finger."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.chronology.dates import Reading, read_column, read_date, read_time
from goldenthread.chronology.dates.words import MONTHS, WEEKDAYS

days = st.dates(min_value=date(1975, 1, 1), max_value=date(2026, 12, 31))
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "oct", "xi", "xii")
TYPED = sorted(
    {
        line.split("\t")[0]
        for path in (Path(__file__).parent / "typed").glob("*.tsv")
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    }
)


def long(day):
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


FORMS = [
    lambda d: f"{d:%d|%m|%Y}",
    lambda d: f"{d:%d_%m_%y}",
    lambda d: f"{d.day}.{ROMAN[d.month - 1]}.{d.year}",
    lambda d: f"{d.day}/{d.month}/'{d:%y}",
    lambda d: f"{d:%d/%m} {d.year}",
    lambda d: f"{d.day} th {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day}th day of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} the {d.day}th of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"Date: {d:%d/%m/%Y}",
    lambda d: f"DOB {d:%d.%m.%Y}",
    lambda d: f"Strategy meeting {d:%d/%m/%y}",
    lambda d: f"{d:%d/%m/%Y} (recorded {d + timedelta(days=2):%d/%m/%Y})",
    lambda d: f"{(d - date(1899, 12, 30)).days}",
]


@settings(deadline=None)
@given(day=days, form=st.sampled_from(FORMS))
def test_every_day_reads_back_to_itself(day, form):
    read = read_date(form(day))
    assert (read.edtf, read.first, read.last, read.doubt) == (day.isoformat(), day, day, "")


SAID = [
    ("approx {}", "~"), ("c. {}", "~"), ("on or about {}", "~"), ("{} or thereabouts", "~"),
    ("?{}", "?"), ("{} (tbc)", "?"), ("probably {}", "?"), ("thought to be {}", "?"),
    ("maybe around {}", "%"), ("?approx {}", "%"), ("w/c {}", ""), ("week commencing {}", ""),
    ("w/e {}", ""), ("{} pm", ""), ("the morning of {}", ""), ("{} (week ending)", ""),
    ("by {}", ""), ("until {}", ""), ("from {}", ""), ("{} onwards", ""), ("{} - ongoing", ""),
]  # fmt: skip


@settings(deadline=None)
@given(day=days, said=st.sampled_from(SAID))
def test_a_stretch_never_leaves_out_the_day_that_the_text_names(day, said):
    read = read_date(said[0].format(long(day)))
    assert read.doubt == said[1]
    assert (read.first or day) <= day <= (read.last or day)


@settings(deadline=None)
@given(
    first=days, gap=st.integers(1, 300), joint=st.sampled_from(["and", "&", ",", ";", "+", "or"])
)
def test_several_days_read_back(first, gap, joint):
    last = min(first + timedelta(days=gap), date(2026, 12, 31))
    marks = "[]" if joint == "or" else "{}"
    expected = f"{marks[0]}{first},{last}{marks[1]}"
    assert read_date(f"{long(first)} {joint} {long(last)}").edtf == expected


CLOCKS = [
    lambda h, m: f"{h:02}:{m:02}", lambda h, m: f"{h:02}.{m:02}", lambda h, m: f"{h:02}{m:02}hrs",
    lambda h, m: f"{h:02}{m:02}", lambda h, m: f"{h:02}h{m:02}", lambda h, m: f"{h:02} {m:02}",
    lambda h, m: f"at {h:02}:{m:02} GMT", lambda h, m: f"{h:02}:{m:02}:00",
    lambda h, m: f"{h % 12 or 12}:{m:02}{'pm' if h > 11 else 'am'}",
    lambda h, m: f"{h % 12 or 12}.{m:02} {'p.m.' if h > 11 else 'a.m.'}",
    lambda h, m: f"Call at {h:02}:{m:02}",
]  # fmt: skip


@settings(deadline=None)
@given(hour=st.integers(0, 23), minute=st.integers(0, 59), form=st.sampled_from(CLOCKS))
def test_every_time_in_every_form_reads_back_to_itself(hour, minute, form):
    assert read_time(form(hour, minute)).edtf == f"T{hour:02}:{minute:02}"


@settings(deadline=None)
@given(start=st.dates(date(1990, 1, 1), date(2015, 1, 1)), gaps=st.lists(st.integers(0, 25), min_size=1, max_size=30), falling=st.booleans())  # fmt: skip
def test_a_close_column_gives_every_row_its_year(start, gaps, falling):
    line = [start]
    for gap in gaps:
        line.append(line[-1] + timedelta(days=gap))
    cells = [f"{day.day} {MONTHS[day.month - 1]}" for day in line]
    cells[0], cells[-1] = long(line[0]), long(line[-1])
    step = -1 if falling else 1
    reads = read_column(cells[::step])
    assert [read.first for read in reads] == line[::step]
    assert not [read for read in reads if read.doubt and line[-1] - line[0] < timedelta(days=330)]


@settings(deadline=None)
@given(start=st.dates(date(1990, 1, 1), date(2015, 1, 1)), gaps=st.lists(st.integers(0, 700), min_size=1, max_size=12))  # fmt: skip
def test_a_sparse_column_with_years_at_both_ends_is_never_misdated_with_confidence(start, gaps):
    line = [start]
    for gap in gaps:
        line.append(min(line[-1] + timedelta(days=gap), date(2026, 12, 31)))
    cells = [f"{day.day} {MONTHS[day.month - 1]}" for day in line]
    cells[0], cells[-1] = long(line[0]), long(line[-1])
    for read, day in zip(read_column(cells), line, strict=True):
        assert read.first == day or read.doubt or read.first is None


@settings(deadline=None)
@given(year=st.integers(1990, 2020), rows=st.lists(st.tuples(st.integers(1, 12), st.integers(1, 28)), min_size=1, max_size=12))  # fmt: skip
def test_a_year_over_rows_in_order_is_theirs(year, rows):
    rows = sorted(set(rows) - {(7, 24)})  # 24/7 by itself is no date
    line = [date(year, month, day) for month, day in rows]
    cells = [str(year), *(f"{day.day}/{day.month}" for day in line), str(year + 1)]
    assert [read.first for read in read_column(cells)[1:-1]] == line


@st.composite
def slipped(draw):
    """A string as people type it, with up to three slips of the finger."""
    text = draw(st.sampled_from(TYPED))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        kind = draw(st.sampled_from(["drop", "twice", "swap", "put", "cut"]))
        put = draw(st.sampled_from("0123456789/-.,:;?~ &()aeiouMst'\"\t\u2013\u00a0"))
        text = {
            "drop": text[:at] + text[at + 1 :],
            "twice": text[:at] + text[at : at + 1] + text[at:],
            "swap": text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
            "put": text[:at] + put + text[at:],
            "cut": text[at:],
        }[kind]
    return text


def whole(read):
    """Whether a reading keeps its days in order."""
    return (
        not isinstance(read, Reading) or not (read.first and read.last) or read.first <= read.last
    )


@settings(deadline=None, max_examples=300)
@given(text=slipped())
def test_no_slip_breaks_the_reader(text):
    read = read_date(text)
    assert read.text == text
    assert whole(read)
    assert read_time(text).text == text


@settings(deadline=None)
@given(cells=st.lists(slipped(), max_size=10), born=st.none() | days, latest=st.none() | days)
def test_no_column_of_slips_breaks_the_reader(cells, born, latest):
    reads = read_column(cells, born=born, latest=latest)
    assert [read.text for read in reads] == cells
    assert all(map(whole, reads))


TURNS = ["not {}", "except {}", "{} (crossed out)", "{} or nearer Christmas", "the week before {}", "> {}", "{} for 3 days", "wrongly dated {}"]  # fmt: skip


@pytest.mark.parametrize("turn", TURNS)
@settings(deadline=None, max_examples=10)
@given(day=days)
def test_words_that_turn_a_date_are_never_passed_over(turn, day):
    assert not isinstance(read_date(turn.format(long(day))), Reading)
