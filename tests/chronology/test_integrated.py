from dataclasses import replace
from datetime import date
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from made_sources import source, told
from made_tables import table

from goldenthread.chronology.entries import understand
from goldenthread.chronology.integrated import Source, merge
from goldenthread.chronology.tables import ReadFile


def events(integrated):
    return [one.entry.event for one in integrated.entries]


def merged(*rows_of_agencies, **options):
    sources = [told(f"Agency {n}", *rows) for n, rows in enumerate(rows_of_agencies)]
    return merge(sources, **options)


def test_an_uncertain_entry_never_goes_before_a_certain_one_that_may_have_been_first():
    result = merged(
        [("May 2011", "month"), ("2011", "year"), ("?4 May 2011", "doubted"), ("c. 9/5/2011", "about")],
        [("1 May 2011", "first"), ("4 May 2011", "fourth"), ("31 May 2011", "last"), ("9 May 2011", "ninth")],
        [("31/12/2011", "new year’s eve"), ("1/6/2011", "june"), ("w/c 2/5/2011", "week")],
    )  # fmt: skip

    assert events(result) == [
        "first", "fourth", "doubted", "week", "ninth", "about", "last", "month", "june",
        "new year’s eve", "year",
    ]  # fmt: skip


def test_a_stretch_stands_where_it_began_and_what_is_open_at_the_only_day_it_gives():
    result = merged(
        [("3 May 2011 to 9 May 2011", "stay"), ("March 2011 to June 2011", "plan")],
        [("3 May 2011", "third"), ("4 May 2011", "fourth"), ("1 April 2011", "april")],
        [("before 4 May 2011", "before"), ("after 3 May 2011", "after"), ("since 2/5/2011", "on")],
        [("between 3 and 5 May 2011", "between"), ("12 and 14 May 2011", "twice")],
        [("by 3 May 2011", "by"), ("13 May 2011", "thirteenth"), ("from March 2011", "from")],
    )

    assert events(result) == [
        "plan", "from", "april", "on", "third", "stay", "after", "by", "before", "fourth", "between",
        "twice", "thirteenth",
    ]  # fmt: skip


def test_times_order_a_day_and_a_part_of_a_day_stands_at_its_end():
    result = merged(
        [("3/5/2011 14:30", "half past two"), ("3/5/2011", "some time")],
        [("3/5/2011 am", "morning"), ("3/5/2011 14:00-15:30", "from two")],
        [("3/5/2011 09:15", "early"), ("?3/5/2011 08:00", "doubted")],
    )

    assert events(result) == [
        "early", "morning", "from two", "half past two", "some time", "doubted"
    ]  # fmt: skip


def test_equal_days_keep_each_agencys_own_order_unless_times_tell_more():
    result = merged(
        [("3/5/2011", "a1"), ("3/5/2011 14:00", "a2"), ("3/5/2011", "a3"), ("3/5/2011 09:00", "a4")],
        [("3/5/2011", "b1"), ("3/5/2011", "b2"), ("May 2011", "b3"), ("May 2011", "b4")],
    )  # fmt: skip

    assert events(result) == ["a1", "a4", "a2", "a3", "b1", "b2", "b3", "b4"]
    assert result.contradictions == ()


def test_a_file_with_the_newest_at_the_top_is_read_from_below():
    result = merged(
        [("9/5/2011", "late"), ("3/5/2011", "third"), ("3/5/2011", "second"), ("1/5/2011", "first")]
    )

    assert events(result) == ["first", "second", "third", "late"]
    assert [one.position for one in result.entries] == [0, 1, 2, 3]


NUMBERED = "No. | Date | Event | Source"


def test_numbers_place_what_dates_leave_open():
    result = merge(
        [
            source(
                "Clinic",
                f"""{NUMBERED}
1   | 3/5/2011  | one       | Diary
2   | 9/5/2011  | two       | Diary
1.5 | May 2011  | between   | Diary
3   | 9/5/2011  | four      | Diary
2.5 | 9/5/2011  | three     | Diary""",
            ),
            told("School", ("8/5/2011", "eighth"), ("10/5/2011", "tenth")),
        ]
    )

    assert events(result) == ["one", "eighth", "between", "two", "three", "four", "tenth"]
    assert result.contradictions == ()


def test_numbers_that_start_again_each_day_order_the_day():
    result = merge(
        [
            source(
                "Clinic",
                f"""{NUMBERED}
2 | 3/5/2011  | second | Diary
1 | 3/5/2011  | first  | Diary
1 | 4/5/2011  | third  | Diary
2 | 4/5/2011  | fourth | Diary""",
            )
        ]
    )

    assert events(result) == ["first", "second", "third", "fourth"]


def test_numbers_that_run_against_the_dates_order_nothing():
    result = merge(
        [
            source(
                "Clinic",
                f"""{NUMBERED}
1 | 9/5/2011  | last   | Diary
2 | 3/5/2011  | second | Diary
3 | 3/5/2011  | first  | Diary""",
            )
        ]
    )

    assert events(result) == ["first", "second", "last"]
    assert result.contradictions == ()


def test_a_number_that_contradicts_a_date_is_reported_and_the_date_stands():
    rows = [f"{n} | {n}/5/2011 | event {n} | Diary" for n in range(1, 9)]
    rows[3] = "4 | 4/6/2011 | event 4 | Diary"
    result = merge([source("Clinic", "\n".join((NUMBERED, *rows)))])
    fourth, fifth = result.entries[-1], result.entries[3]

    assert events(result) == [f"event {n}" for n in (1, 2, 3, 5, 6, 7, 8, 4)]
    assert [(one.ids, one.reason) for one in result.contradictions] == [
        (
            (fourth.id, fifth.id),
            "Clinic: row 5 is numbered 4 and row 6 5, but their dates and times say the opposite order.",
        )
    ]


def test_words_place_an_entry_before_or_after_another():
    result = merged(
        [
            ("before the visit on 3 May 2011", "Mother rang."),
            ("after the meeting on 3 May 2011", "Plan typed."),
            ("before the home visit", "Card left."),
            ("3 May 2011", "Home visit, no reply."),
            ("3 May 2011", "Meeting of professionals."),
        ],
        [("3 May 2011 07:00", "Seen at nursery."), ("4 May 2011", "Discharged.")],
    )

    assert events(result) == [
        "Seen at nursery.", "Mother rang.", "Card left.", "Home visit, no reply.",
        "Meeting of professionals.", "Plan typed.", "Discharged.",
    ]  # fmt: skip
    assert (result.entries[1].first, result.entries[1].last) == (None, date(2011, 5, 3))
    assert (result.entries[5].first, result.entries[5].last) == (date(2011, 5, 3), None)
    assert [unread.row for unread in result.unread] == [2, 3, 4]


def test_words_of_another_agencys_event_are_found_and_the_day_alone_still_binds():
    result = merged(
        [("3 May 2011", "Before the strategy meeting on 3 May 2011, the nurse was telephoned.")],
        [("3 May 2011 10:00", "Strategy meeting held."), ("2 May 2011", "Weighed.")],
        [("before the party on 3 May 2011", "Crying heard."), ("4 May 2011", "Seen.")],
    )

    assert [event[:8] for event in events(result)] == [
        "Weighed.", "Before t", "Strategy", "Crying h", "Seen."
    ]  # fmt: skip


def test_words_against_a_date_or_in_a_circle_are_reported():
    against = merged(
        [("9 May 2011", "Before the visit on 3 May 2011 she rang."), ("3 May 2011", "Visit made.")]
    )
    circle = merged(
        [
            ("3 May 2011", "Before the visit on 3 May 2011 the meeting took place."),
            ("3 May 2011", "Before the meeting on 3 May 2011 a visit was made."),
        ]
    )

    assert [one.reason for one in against.contradictions] == [
        "Agency 0: row 2 says that it came before “visit” (Agency 0, row 3), but other dates and orders say otherwise."
    ]
    assert events(against) == ["Visit made.", "Before the visit on 3 May 2011 she rang."]
    assert len(circle.entries) == 2
    assert [set(one.ids) for one in circle.contradictions] == [{one.id for one in circle.entries}]


def test_the_undated_stand_last_and_every_row_is_accounted_for():
    result = merge(
        [told("Clinic", ("N/K", "unknown"), ("31/2/2011", "refused"), ("3 May 2011", "dated"))]
    )

    assert events(result) == ["dated", "unknown", "refused"]
    assert {(unread.row, unread.text) for unread in result.unread} == {
        (2, "N/K"), (3, "31/2/2011")
    }  # fmt: skip


def test_headings_and_tables_without_dates_are_no_unread_entries():
    tables = (table("Name | Pip\nPlace | Elm", name="Front"), table("Date | Event\n3/5/2011 | Met"))
    file = ReadFile("a.docx", "docx", "0" * 64, tables)
    result = merge([Source("Clinic", file, understand(file))])

    assert (len(result.entries), result.unread) == (1, ())
    assert result.notes == (
        "Clinic, a.docx: “Front” has no column of dates, so its 2 rows were not read as entries.",
    )


def test_a_period_keeps_what_may_fall_into_it():
    rows = [
        ("30 April 2011", "day before"), ("1 May 2011", "first day"), ("2011", "year"),
        ("31 May 2011", "last day"), ("1 June 2011", "day after"), ("about 2 June 2011", "about"),
        ("before 3 May 2011", "before"), ("after 9 June 2011", "after"), ("N/K", "unknown"),
        ("2010", "year before"), ("1 March to 5 May 2011", "stretch"),
    ]  # fmt: skip
    result = merged(rows, first=date(2011, 5, 1), last=date(2011, 5, 31))

    assert set(events(result)) == {
        "first day", "year", "last day", "about", "before", "unknown", "stretch"
    }  # fmt: skip
    assert result.notes == ("4 entries lie outside the period asked for.",)
    assert merged(rows[:2], first=date(2011, 5, 1)).notes == (
        "1 entry lies outside the period asked for.",
    )


def test_a_day_without_any_year_stands_last_with_its_reason():
    (unread,) = merge([told("Clinic", ("3 May", "Seen."))]).unread

    assert (unread.text, unread.reason) == ("3 May", "The year is missing.")


def test_where_many_entries_could_be_meant_none_is():
    visits = [("3 May 2011", f"Visit {number} made.") for number in range(61)]
    result = merged([*visits, ("3 May 2011", "Before the visit on 3 May 2011 she rang.")])

    assert events(result)[-1] == "Before the visit on 3 May 2011 she rang."


def test_names_of_entries_stay_and_differ():
    clinic = told("Clinic", ("3 May 2011", "Seen."), ("3 May 2011", "Seen."))
    other = told("CLINIC", ("3 May 2011", "Seen."), ("3 May 2011", "Seen."))
    alone = {one.id for one in merge([clinic]).entries}
    together = {one.id for one in merge([other, clinic, told("School", ("2/5/2011", "x"))]).entries}

    assert len(alone) == 2
    assert alone < together
    assert len(together) == 5


def test_the_opening_of_a_stretch_bounds_where_it_stands():
    result = merged(
        [("since 2009", "year"), ("from spring 2009", "season"), ("from March 2009", "month")],
        [("1 June 2009", "june"), ("31 December 2009", "end"), ("31 March 2009", "march")],
    )

    assert events(result) == ["march", "month", "season", "june", "end", "year"]


def test_a_row_without_a_number_stays_behind_the_row_above_it_unless_its_time_says_else():
    result = merge(
        [
            source(
                "Clinic",
                """No. | Date | Time | Event | Source
2 | 3/5/2011 | 15:00 | second  | Diary
  | 3/5/2011 |       | behind  | Diary
1 | 3/5/2011 | 14:00 | first   | Diary
  | 3/5/2011 | 08:00 | morning | Diary
1 | 4/5/2011 |       | next    | Diary""",
            )
        ]
    )

    assert events(result) == ["morning", "first", "second", "behind", "next"]
    assert result.contradictions == ()


def test_a_mention_without_a_year_takes_that_of_its_row_and_one_without_an_entry_binds_nothing():
    result = merged(
        [("3 May 2011", "After the visit on 3 May she rang."), ("3 May 2010", "Visit made.")],
        [
            ("before the visit on 9 June", "Unbound."),
            ("before the party on 99 zz", "Unread."),
            ("1 May 2010", "Ill."),
        ],
        [("3 May 2011 15:00", "Visited by the nurse."), ("3 May 2011", "Weighed.")],
        [("4 May 2011", "Before the visit on 3rd of spring she rang.")],
    )

    assert [event[:12] for event in events(result)] == [
        "Ill.", "Visit made.", "Visited by t", "After the vi", "Weighed.", "Before the v", "Unbound.",
        "Unread.",
    ]  # fmt: skip


def test_two_entries_of_one_row_have_different_names_and_notes_say_whose_they_are():
    clinic = told("Clinic", ("3 May 2011", "Seen."))
    (entry,) = clinic.understood.entries
    twice = replace(
        clinic, understood=replace(clinic.understood, entries=(entry,) * 3, notes=("A note.",))
    )
    result = merge([twice])

    assert len({one.id for one in result.entries}) == 3
    assert result.notes == ("Clinic, clinic.csv: A note.",)


def test_one_file_understood_in_two_ways_counts_once_whatever_the_order():
    rows = ("14/2/67", "Born.")
    early, late = told("Clinic", rows), told("Clinic", rows, latest=date(2070, 1, 1))

    assert early.understood != late.understood
    assert merge([early, late]) == merge([late, early])
    assert len(merge([early, late]).entries) == 1


DAYS = st.sampled_from(
    ["3 May 2011", "3/5/2011 09:00", "3/5/2011 pm", "4 May 2011", "May 2011", "?4 May 2011", "N/K",
     "before 4/5/2011", "after 3/5/2011", "3-6 May 2011", "2011", "before the visit on 4 May 2011"]
)  # fmt: skip
WORDS = st.sampled_from(["Visit made.", "Seen.", "Before the visit on 4 May 2011 a call.", "Ill."])
FILE = st.lists(st.tuples(DAYS, WORDS), min_size=1, max_size=6)
FILES = st.lists(st.tuples(st.sampled_from(["A", "B", "C"]), FILE), min_size=1, max_size=4)


@given(FILES)
@settings(max_examples=60, deadline=None)
def test_the_order_of_files_makes_no_difference_and_a_file_twice_counts_once(files):
    sources = [told(agency, *rows, name=f"{n}.csv") for n, (agency, rows) in enumerate(files)]
    once = merge(sources)

    assert all(merge(order) == once for order in list(permutations(sources))[:6])
    assert merge([*reversed(sources), *sources]) == once
    assert len({one.id for one in once.entries}) == len(once.entries)


@given(FILES)
@settings(max_examples=60, deadline=None)
def test_a_period_takes_entries_out_and_moves_none(files):
    sources = [told(agency, *rows) for agency, rows in files]
    whole, part = merge(sources), merge(sources, first=date(2011, 5, 4), last=date(2011, 5, 4))
    kept = {one.id for one in part.entries}

    assert [one for one in whole.entries if one.id in kept] == list(part.entries)
    assert all(one.last < date(2011, 5, 4) or one.first > date(2011, 5, 4)
               for one in whole.entries if one.id not in kept)  # fmt: skip


CERTAIN = st.sampled_from(["1 May 2011", "3 May 2011 09:00", "4 May 2011", "31 May 2011 23:00"])
DOUBTED = st.sampled_from(["May 2011", "2011", "?4 May 2011", "w/c 2 May 2011", "c. May 2011"])


@given(st.lists(CERTAIN, max_size=5), st.lists(DOUBTED, max_size=5))
@settings(max_examples=40, deadline=None)
def test_no_doubted_entry_goes_before_a_certain_one_that_it_may_have_followed(certain, doubted):
    result = merge(
        [
            told("A", ("1/1/2009", "Born."), *((day, "certain") for day in certain)),
            told("B", ("1/1/2009", "Born."), *((day, "doubted") for day in doubted)),
        ]
    ).entries
    pairs = [(one, other) for place, one in enumerate(result) for other in result[place + 1 :]]

    assert not [
        (one, other)
        for one, other in pairs
        if one.entry.event == "doubted" and other.entry.event == "certain"
        and one.first <= other.first <= one.last
    ]  # fmt: skip
