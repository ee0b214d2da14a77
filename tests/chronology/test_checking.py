from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from made_sources import source, told

from goldenthread.chronology.checking import Fault, check

LATEST = date(2011, 7, 1)
BORN = date(2008, 2, 1)


def checked(made, **options):
    return check(made.file, made.understood, **options)


def wrong(made, **options):
    return [(fault.row, fault.what) for fault in checked(made, **options)]


def test_nothing_is_wrong_with_a_sound_file():
    sound = told(
        "Clinic",
        ("2010", "Family moved here."),
        ("3 May 2010", "Seen by the health visitor (HV), aged 2 years."),
        ("May 2010", "HV on leave."),
        ("?4/5/2010 09:00", "Call."),
        ("6 May 2010", "Weighed."),
    )

    assert checked(sound, latest=LATEST, born=BORN) == ()


def test_rows_without_date_source_or_event_are_named_with_a_repair():
    made = source(
        "Clinic",
        """Date | Event | Source
           | Seen at home by the nurse. | Diary
N/K        | Seen at the surgery.       | Diary
31/2/2011  | Seen at nursery.           | Diary
22/05/2O11 5pm-ish | Seen at school.    | Diary
3 May      | Seen by the doctor.        | Diary
4 May 2011 |                            | Diary
5 May 2011 | Seen at the library.       |""",
        latest=LATEST,
    )
    faults = {fault.row: (fault.what, fault.repair) for fault in checked(made)}

    assert faults[2] == (
        "The row has no date.", "Give as much of the date as the record shows, such as “May 2011”."
    )  # fmt: skip
    assert faults[3][0].startswith("The date is given as “N/K”.")
    assert faults[4][0].startswith("The date “31/2/2011” was not understood.")
    assert faults[7] == (
        "The row does not say what happened.", "Say what happened, or take the row out."
    )  # fmt: skip
    assert faults[8][0] == "The row does not say where it is recorded."


def test_a_date_without_a_year_and_a_suggested_day_are_told_plainly():
    made = told("Clinic", ("3 May", "Seen."), ("before the visit on 3 May 2011", "Telephoned."))
    lone, refused = checked(made)

    assert (lone.what, lone.repair) == (
        "The date “3 May” has no year.", "Add the year, or a line with the year above the row."
    )  # fmt: skip
    assert refused.repair == "Write “3 May 2011” if that is meant."


def test_a_column_that_is_missing_is_said_once():
    made = source("Clinic", "Date | Event\n3/5/2011 | Seen.\n4/5/2011 | Weighed.")

    assert checked(made) == (
        Fault(
            0, "Table 1", "No row says where it is recorded.",
            "Add a column “Source” and name in each row the record it was taken from.",
        ),
    )  # fmt: skip


def test_only_rows_that_break_the_order_are_named():
    rows = [("1/5/2011", "One."), ("9/5/2011", "Two."), ("2/5/2011", "Three."),
            ("April 2011", "Four."), ("3/5/2011 14:00", "Five."), ("3/5/2011 09:00", "Six."),
            ("3/5/2011", "Seven."), ("2011", "Eight."), ("4/5/2011", "Nine.")]  # fmt: skip

    assert wrong(told("Clinic", *rows)) == [
        (3, "The row is dated 9/5/2011, but stands before row 4, dated 2/5/2011."),
        (5, "The row is dated April 2011, but stands after row 4, dated 2/5/2011."),
        (6, "The row is dated 3/5/2011 14:00, but stands before row 7, dated 3/5/2011 09:00."),
    ]


def test_a_file_with_the_newest_at_the_top_is_in_order_too():
    down = [("9/5/2011", "One."), ("8/5/2011", "Two."), ("June 2011", "Three."), ("3/5/2011", "Four.")]  # fmt: skip
    late = [*down[:2], ("12/5/2011", "Five."), down[3], ("2/5/2011", "Six.")]

    assert wrong(told("Clinic", *down)) == [
        (4, "The row is dated June 2011, but stands after row 3, dated 8/5/2011.")
    ]
    assert wrong(told("Clinic", *late)) == [
        (4, "The row is dated 12/5/2011, but stands after row 3, dated 8/5/2011.")
    ]


def test_a_table_in_no_order_is_told_once():
    days = (8, 6, 9, 3, 7, 1, 5, 2, 4)
    made = told("Clinic", *((f"{day}/5/2011", f"Visit {day}.") for day in days))

    assert wrong(made) == [(0, "The rows are in no order of dates: 6 of 9 would have to move.")]


TOLD = "The health visitor called and found the baby asleep in a warm clean room."


def test_rows_that_say_the_same_or_nearly_the_same_are_told():
    made = told(
        "Clinic",
        ("3 May 2011", TOLD),
        ("3/5/2011", TOLD.upper()),
        ("3 May 2011", TOLD.replace("warm", "cold")),
        ("3 May 2011", "Weighed."),
        ("3 May 2011", "Measured."),
        ("4 May 2011", TOLD),
    )

    assert wrong(made) == [
        (3, "The row says the same as row 2: “The health visitor called and found the baby asleep in a…”"),
        (4, "The row says nearly the same as row 2: “The health visitor called and found the baby asleep in a…”"),
    ]  # fmt: skip


def test_times_that_no_clock_shows_or_that_end_before_they_begin_are_told():
    made = source(
        "Clinic",
        """Date | Time | End time | Event | Source
3/5/2011 | 25:10     |       | Seen.     | Diary
4/5/2011 | 14:30     | 13:00 | Weighed.  | Diary
5/5/2011 | 23:30     | 00:15 | Called.   | Diary
6/5/2011 | 09:00     | 26:00 | Measured. | Diary
7/5/2011 | bedtime   |       | Cried.    | Diary
8/5/2011 | 10:00     | 11:00 | Fed.      | Diary""",
    )
    faults = {fault.row: fault for fault in checked(made)}

    assert sorted(faults) == [2, 3, 5, 6]
    assert faults[2].what.startswith("The time “25:10” was not understood.")
    assert faults[2].repair == "Write the time as “14:30”."
    assert faults[3].what == "The row ends at 13:00, before it begins at 14:30."
    assert faults[5].what.startswith("The time “26:00” was not understood.")
    assert faults[6].repair == "Write “18:00 to 21:00” if that is meant."


def test_dates_after_the_files_own_and_rows_recorded_before_they_happened_are_told():
    late = told("Clinic", ("3 August 2011", "Seen."), latest=date(2026, 11, 24))
    made = source(
        "Clinic",
        """Date | Event | Source | Date recorded
3/5/2011 | Seen.    | Diary | 2/5/2011
4/5/2011 | Weighed. | Diary | 4/5/2011
N/K      | Fed.     | Diary | 4/5/2011""",
    )

    assert wrong(late, latest=LATEST) == [
        (2, "The date “3 August 2011” is after 1 July 2011, the date of the file.")
    ]
    assert wrong(made)[0] == (
        2, "The row was recorded on “2/5/2011”, before it happened on “3/5/2011”."
    )  # fmt: skip
    assert [row for row, _ in wrong(made)] == [2, 4]


def test_ages_that_contradict_the_birth_are_told_and_those_of_others_are_not():
    made = told(
        "Clinic",
        ("1 January 2008", "Baby aged 2 days seen."),
        ("2 February 2008", "Baby aged two days seen."),
        ("14 March 2008", "Aged 6 weeks, smiling."),
        ("1 May 2010", "Review of 27-month-old boy."),
        ("3 May 2011", "Baby, aged 6 weeks, has a bruise."),
        ("4 May 2011", "Sister aged 6 weeks was there. Boy of 3 years old slept."),
        ("5 May 2011", "Three-year-old brought in. Man aged 40 years."),
        ("6 May 2011", "The 6 week old baby of a neighbour cried."),
        ("about 7 May 2011", "Aged 6 weeks."),
        ("8 May 2011", "A child 9 years old, quiet."),
    )

    assert wrong(made, born=BORN) == [
        (2, "“aged 2 days” does not agree with the date: the child was born later, on 1 February 2008."),
        (6, "“aged 6 weeks” does not agree with the date: on “3 May 2011” the child, born on 1 February 2008, was 3 years old."),
        (11, "“9 years old” does not agree with the date: on “8 May 2011” the child, born on 1 February 2008, was 3 years old."),
    ]  # fmt: skip


def test_a_column_of_ages_is_checked_however_they_are_written():
    rows = ["3", "3y 3m", "39/12", "6/52", "3 yrs", "2y11m", "teenager", "10 days"]
    lines = [f"{n}/5/2011 | {age} | Seen {n}. | Diary" for n, age in enumerate(rows, start=1)]
    made = source("Clinic", "\n".join(("Date | Age of child | Event | Source", *lines)))
    young = source("Clinic", "Date | Age of child | Event | Source\n3/2/2008 | 5 months | Seen. | Diary\n1/2/2008 | 5 months | Seen. | Diary")  # fmt: skip

    assert [row for row, _ in wrong(made, born=BORN)] == [5, 9]
    assert [what.rpartition(", was ")[2] for _, what in wrong(young, born=BORN) if "Feb" in what] == [
        "2 days old.", "less than a day old."
    ]  # fmt: skip


def test_abbreviations_are_told_once_unless_the_file_explains_them():
    made = source(
        "Clinic",
        """Abbreviation | Meaning |
HV         | Health visitor                                      |
Date       | Event                                               | Source
3 May 2011 | HV and SW met; N/K why. SHO (senior house officer). | Diary
4 May 2011 | Common assessment (CAF) done by SW, 2 SWs, at TS1.  | PPU = police protection unit, rang (OOB)
5 May 2011 | CALLED BY THE OOH TEAM AND SENT HOME AGAIN          | PPU
6 May 2011 | A DNA (again). TAC: nobody came. GP told.           | Diary""",
    )

    assert [(fault.row, fault.what) for fault in checked(made) if "is used" in fault.what] == [
        (4, "“SW” is used here (and in 1 more), and the file does not say what it means."),
        (5, "“OOB” is used here, and the file does not say what it means."),
        (7, "“DNA” is used here, and the file does not say what it means."),
        (7, "“TAC” is used here, and the file does not say what it means."),
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from(["3/5/2011", "4/5/2011 09:00", "May 2011", "N/K", "2/5/2011"]),
                  st.sampled_from(["Seen.", TOLD, "", "Aged 3 weeks"])),
        max_size=8,
    )
)  # fmt: skip
@settings(max_examples=50, deadline=None)
def test_every_fault_names_a_row_of_the_file_and_a_repair(rows):
    made = told("Clinic", ("1 May 2011", "Seen."), *rows)
    of_file = {0, *(row.number for row in made.file.tables[0].rows)}

    for fault in checked(made, latest=LATEST, born=BORN):
        assert fault.row in of_file
        assert fault.what.endswith(("”", "."))
        assert fault.repair.endswith(".")
