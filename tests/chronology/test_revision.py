from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from made_sources import source, told

from goldenthread.chronology.entries import Understood
from goldenthread.chronology.revision import CellChange, compare
from goldenthread.chronology.rows_alike import alike, rising, words_of

VISIT = ("3 May 2011", "The health visitor called and found the baby asleep in a warm room.")
CLINIC = ("9 May 2011", "Weighed at clinic, on the second centile, mother worried about feeding.")
CALL = ("12 May 2011", "Grandmother telephoned the school to say that nobody had been seen.")
DNA = ("20 May 2011", "DNA.")


def compared(old, new):
    return compare(told("Clinic", *old).understood, told("Clinic", *new).understood)


def said(entries):
    return [entry.event for entry in entries]


def cells(revision):
    return [[(c.heading, c.before, c.after) for c in one.cells] for one in revision.changed]


def test_rows_put_in_and_taken_out_move_no_other():
    revision = compared([VISIT, CLINIC, DNA], [CALL, VISIT, DNA, DNA])

    assert (said(revision.added), said(revision.removed)) == ([CALL[1], "DNA."], [CLINIC[1]])
    assert (revision.changed, revision.moved) == ((), ())
    assert revision.kept == {("Table 1", 2): ("Table 1", 3), ("Table 1", 4): ("Table 1", 4)}
    assert not revision.empty


def test_a_reworded_row_is_shown_cell_by_cell():
    later = VISIT[1].replace("asleep", "awake")
    revision = compared([VISIT, CLINIC], [(VISIT[0], later), CLINIC])

    assert cells(revision) == [[("Event", VISIT[1], later)]]
    assert not revision.changed[0].moved
    assert revision.kept[("Table 1", 2)] == ("Table 1", 2)


def test_a_corrected_date_keeps_its_row_even_where_words_changed_too():
    revision = compared(
        [VISIT, CLINIC, CALL],
        [VISIT, ("10 May 2011", CLINIC[1]), ("13 May 2011", CALL[1] + " Noted.")],
    )

    assert cells(revision) == [
        [("Date", "9 May 2011", "10 May 2011")],
        [("Date", "12 May 2011", "13 May 2011"), ("Event", CALL[1], CALL[1] + " Noted.")],
    ]
    assert (revision.added, revision.removed) == ((), ())


def test_a_row_written_anew_is_the_same_row_only_between_the_same_neighbours():
    between = compared([VISIT, DNA, CALL], [VISIT, ("20 May 2011", "Seen by locum"), CALL])
    first = compared([DNA, CALL], [("20 May 2011", "Seen by locum"), CALL])
    elsewhere = compared([VISIT, DNA, CALL], [VISIT, CALL, ("20 May 2011", "Seen by locum")])
    other_day = compared([VISIT, DNA, CALL], [VISIT, ("21 May 2011", "Seen by locum"), CALL])

    assert cells(between) == cells(first) == [[("Event", "DNA.", "Seen by locum")]]
    assert (said(elsewhere.added), said(elsewhere.removed)) == (["Seen by locum"], ["DNA."])
    assert (said(other_day.added), said(other_day.removed)) == (["Seen by locum"], ["DNA."])


def test_a_row_in_another_place_has_moved_and_the_others_have_not():
    revision = compared([VISIT, CLINIC, CALL, DNA], [CLINIC, CALL, DNA, VISIT])
    reworded = compared([VISIT, CLINIC, CALL], [CLINIC, CALL, (VISIT[0], VISIT[1] + " Card.")])

    assert [(one.old.row, one.new.row) for one in revision.moved] == [(2, 5)]
    assert len(revision.unchanged) == 3
    assert [one.moved for one in reworded.changed] == [True]


def test_columns_in_another_order_or_under_other_names_change_no_row():
    old = source("Clinic", "Date | Event | Source\n3/5/2011 | Seen at home. | Diary")
    new = source("Clinic", "What happened | When | Source of information\nSeen at home. | 3/5/2011 | Diary")  # fmt: skip

    assert compare(old.understood, new.understood).empty


def test_a_count_of_rows_is_not_compared_but_a_reference_is():
    head = "No. | Date | Event | Source | Mileage"
    rows = [f"{VISIT[0]} | {VISIT[1]} | Diary | 4", f"{CLINIC[0]} | {CLINIC[1]} | Diary |"]
    counted = source("Clinic", "\n".join((head, f"1 | {rows[0]}", f"2 | {rows[1]}")))
    shifted = source("Clinic", "\n".join((head, "1 | 1/5/2011 | New. | Diary |", f"2 | {rows[0]}", f"3 | {rows[1]}")))  # fmt: skip
    named = source("Clinic", "\n".join((head, f"7 | {rows[0]}", f"4 | {rows[1]}")))

    assert compare(counted.understood, shifted.understood).changed == ()
    assert cells(compare(counted.understood, named.understood)) == [
        [("No.", "1", "7")], [("No.", "2", "4")]
    ]  # fmt: skip
    emptied = source("Clinic", "\n".join((head, f"1 | {rows[0][:-1]}", f"2 | {rows[1]} ")))
    assert cells(compare(counted.understood, emptied.understood)) == [[("Mileage", "4", "")]]


def test_the_same_words_with_another_meaning_are_a_change():
    old = source("Clinic", f"Date | Event | Source\n2010 | |\n3 May | {VISIT[1]} | Diary")
    new = source("Clinic", f"Date | Event | Source\n2011 | |\n3 May | {VISIT[1]} | Diary")

    assert compare(old.understood, new.understood).changed[0].cells == (
        CellChange("Date, as understood", "2010-05-03", "2011-05-03"),
    )


def test_words_are_alike_by_their_share_in_order():
    one = words_of("The baby slept")

    assert alike(one, words_of("the BABY slept."), at_least=1.0) == 1.0
    assert alike(one, words_of("the baby woke"), at_least=0.5) == 2 / 3
    assert alike(one, words_of("the baby woke"), at_least=0.7) == 0
    assert alike(one, words_of("slept baby the"), at_least=0.5) == 0
    assert alike(one, words_of("the"), at_least=0.6) == 0
    assert alike((), (), at_least=0.1) == 0


@given(st.permutations(range(8)))
def test_the_longest_rising_run_rises_and_none_is_longer(numbers):
    run = [numbers[place] for place in sorted(rising(numbers))]
    longest = [1] * len(numbers)
    for i, number in enumerate(numbers):
        longest[i] = 1 + max((longest[j] for j in range(i) if numbers[j] < number), default=0)

    assert run == sorted(run)
    assert len(run) == max(longest)
    assert rising([]) == set()


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["3 May 2011", "4 May 2011", "May 2011", "N/K", "", "before 5/5/2011"]),
        st.sampled_from([VISIT[1], VISIT[1] + " Card.", CLINIC[1], "DNA.", "", "Seen at clinic"]),
    ),
    max_size=8,
)


@given(ROWS, ROWS)
@settings(max_examples=80, deadline=None)
def test_every_row_of_both_files_is_in_one_place(old, new):
    before = told("Clinic", VISIT, *old).understood
    after = told("Clinic", VISIT, *new).understood
    revision = compare(before, after)
    pairs = [
        *((one.old, one.new) for one in (*revision.changed, *revision.moved)),
        *revision.unchanged,
    ]

    assert sorted(e.row for e in (*revision.removed, *(one for one, _ in pairs))) == [
        entry.row for entry in before.entries
    ]
    assert sorted(e.row for e in (*revision.added, *(other for _, other in pairs))) == [
        entry.row for entry in after.entries
    ]
    assert revision.kept == {("Table 1", a.row): ("Table 1", b.row) for a, b in pairs}


@given(ROWS)
@settings(max_examples=40, deadline=None)
def test_a_file_compared_with_itself_differs_nowhere(rows):
    understood = told("Clinic", VISIT, *rows).understood
    revision = compare(understood, understood)

    assert revision.empty
    assert all(before == after for before, after in revision.kept.items())


def test_no_rows_at_all_are_no_difference():
    nothing = Understood((), (), (), ())
    some = told("Clinic", VISIT).understood

    assert compare(nothing, nothing).empty
    assert compare(some, replace(some, entries=())).removed == some.entries
