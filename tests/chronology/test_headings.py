import pytest

from goldenthread.chronology.headings import match
from goldenthread.chronology.known_headings import CALLED, SYNONYMS, VAGUE, Field
from goldenthread.chronology.naming import Sureness, named, plain


def test_every_field_has_names_and_a_description():
    assert set(SYNONYMS) == set(Field) == set(CALLED)


def test_a_name_belongs_to_one_field_unless_it_is_listed_first_elsewhere():
    seen = {}
    for field, names in SYNONYMS.items():
        for name in names:
            seen.setdefault(plain(name), set()).add(field)
    twice = {name for name, fields in seen.items() if len(fields) > 1}

    assert twice == set()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("DATE", Field.DATE),
        ("Date:", Field.DATE),
        ("Date of Event (dd/mm/yyyy)", Field.DATE),
        ("Date/Time", Field.DATE),
        ("Date & time of contact", Field.DATE),
        ("Date – From", Field.DATE),
        ("Date – To", Field.UNTIL),
        ("Time (24 hr)", Field.TIME),
        ("Siginificant Event", Field.EVENT),
        ("Significant events / contacts", Field.EVENT),
        ("What happened?", Field.EVENT),
        ("Please give a brief description of the event", Field.EVENT),
        ("Source of Information (e.g. file, interview)", Field.SOURCE),
        ("Outcome/Action", Field.ACTION),
        ("Action taken to mitigate the adverse impact on the child", Field.ACTION),
        ("Action taken and outcome for child", Field.ACTION),
        ("Child’s Wishes & Feelings", Field.VOICE),
        ("Was the child seen? Y/N", Field.CHILD_SEEN),
        ("Name & role of professional", Field.PROFESSIONAL),
        ("Serial no.", Field.NUMBER),
        ("#", Field.NUMBER),
        ("IMR Author’s comments", Field.COMMENT),
        ("Date that entry recorded", Field.RECORDED_ON),
    ],
)
def test_headings_are_recognised_however_they_are_written(heading, field):
    found = named(heading)

    assert found is not None
    assert found.field is field


@pytest.mark.parametrize(
    "heading",
    [
        "Date of birth",
        "Child’s date of birth",
        "DOB",
        "Mileage",
        "",
        "—",
        "x" * 200,
        "Bramble and her mother went to the shop on the corner and then went home again by bus",
    ],
)
def test_other_words_are_not_taken_for_headings(heading):
    assert named(heading) is None


def test_a_whole_name_is_surer_than_a_part_and_a_part_than_a_likeness():
    sure = [named(text).sure for text in ("Event", "Event / weather", "The event here", "Evnets")]

    assert sure == [Sureness.WHOLE, Sureness.PART, Sureness.WITHIN, Sureness.ALIKE]


def fields(headings, rows):
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(headings)
    return [found.field for found in match(headings, columns)]


def test_columns_of_dates_are_dates_whatever_they_are_called():
    rows = [("Seen at home by the nurse.", "3/5/2011"), ("Not seen, no reply there.", "9/5/2011")]

    assert fields(("Date", "Event"), rows) == [Field.EVENT, Field.DATE]
    assert fields(("Notes here", "Ref"), rows) == [Field.EVENT, Field.DATE]
    assert "whatever its heading “Ref” says" in match(("A", "Ref"), list(zip(*rows)))[1].reason  # noqa: B905


def test_from_and_to_are_a_start_and_an_end_only_where_they_hold_dates():
    dated = [("1/5/2011", "3/5/2011", "Stayed."), ("4/5/2011", "", "Left.")]
    posted = [("1/5/2011", "Dr Fern", "Letter sent."), ("4/5/2011", "Nurse", "Letter sent.")]

    assert fields(("From", "To", "Event"), dated) == [Field.DATE, Field.UNTIL, Field.EVENT]
    assert fields(("Date", "To", "Event"), posted) == [Field.DATE, None, Field.EVENT]


def test_of_two_columns_for_one_field_the_first_is_used_and_the_second_kept():
    found = match(("Date", "Event", "Comments", "Author comment"), [()] * 4)

    assert [column.field for column in found] == [Field.DATE, Field.EVENT, Field.COMMENT, None]
    assert found[3].reason == "“Comments” is already comment or analysis; kept as it is."


def test_of_two_columns_of_events_the_longer_is_what_happened():
    rows = [("3/5/2011", "Visit", "The health visitor called and saw the baby asleep.")]

    assert fields(("Date", "Contact", "Details"), rows) == [Field.DATE, None, Field.EVENT]


def test_without_a_heading_for_the_event_the_longest_text_is_used():
    rows = [("3/5/2011", "x", "The health visitor called and saw the baby asleep.")]
    found = match(("Date", "Weather", "Mileage"), list(zip(*rows, strict=True)))

    assert [column.field for column in found] == [Field.DATE, None, Field.EVENT]
    assert found[2].reason == "No heading says what happened; this column has the longest text."


@pytest.mark.parametrize("vague", ["Contact", "Record", "Notes"])
def test_a_vague_heading_loses_to_the_column_that_tells(vague):
    told = "The health visitor called and saw the baby asleep."
    short = [("3/5/2011", "Phone", told)]
    long = [("3/5/2011", told, "Phone")]

    assert fields(("Date", vague, "Words of it"), short)[2] is Field.EVENT
    assert fields(("Date", vague, "Way of it"), long)[1] is Field.EVENT


def test_a_firm_heading_does_not_lose_to_longer_text():
    rows = [("3/5/2011", "Seen at home.", "The weather was fine, with a light wind from the west.")]

    assert fields(("Date", "Event", "Weather"), rows) == [Field.DATE, Field.EVENT, None]


def test_seen_alone_tells_whether_the_child_was_seen_where_nothing_else_does():
    rows = [("3/5/2011", "Seen at home.", "Yes", "No")]

    assert fields(("Date", "Event", "Child seen", "Seen alone"), rows)[2:] == [
        Field.CHILD_SEEN,
        Field.SEEN_ALONE,
    ]
    assert fields(("Date", "Event", "Seen alone", "Miles"), rows)[2] is Field.CHILD_SEEN


def test_every_vague_name_is_a_known_one():
    assert [name for name in VAGUE if named(name) is None] == []


def test_references_that_do_not_number_the_rows_are_the_source():
    rows = [("3/5/2011", "Seen.", "Letter of GP"), ("4/5/2011", "Seen.", "Diary, page 3")]
    numbered = [("3/5/2011", "Seen.", "1"), ("4/5/2011", "Seen.", "2")]
    logged = [("3/5/2011", "Seen.", "Log 12 of the day"), ("4/5/2011", "Seen.", "Log 3 of the day")]

    assert fields(("Date", "Event", "Reference"), rows)[2] is Field.SOURCE
    assert fields(("Date", "Event", "Reference"), numbered)[2] is Field.NUMBER
    assert match(("No.", "Event", "Log number"), [("1",), ("Seen.",), ("7",)])[2].reason == (
        "“No.” is already the number of the entry; kept as it is."
    )
    assert fields(("Date", "Event", "Incident no."), logged)[2] is Field.NUMBER


def test_times_are_found_by_their_cells():
    rows = [("3/5/2011", "14:30", "Seen."), ("4/5/2011", "9.05am", "Seen.")]

    assert fields(("Date", "Column 2", "Event"), rows)[1] is Field.TIME


def test_an_unknown_heading_is_kept_under_its_own_name():
    assert match(("Date", "Event", "Mileage"), [()] * 3)[2].reason == (
        "The heading is not one that is known; the column is kept as it is."
    )


def test_the_reason_says_how_a_heading_was_recognised():
    reasons = [found.reason for found in match(("Date", "The event here", "Soucre"), [()] * 3)]

    assert reasons == [
        "The heading “Date” stands for when it happened.",
        "The heading “The event here” contains “the event”: what happened.",
        "The heading “Soucre” looks like “source”: where it is recorded.",
    ]


def test_of_two_columns_of_dates_the_second_is_kept():
    rows = [("3/5/2011", "4/5/2011", "Seen at home.")]
    found = match(("Date", "Date of visit", "Event"), list(zip(*rows, strict=True)))

    assert [column.field for column in found] == [Field.DATE, None, Field.EVENT]
    assert found[1].reason == ("There is another column of dates; this one is kept as it is.")


def test_headings_that_their_cells_deny_are_not_believed():
    words = "He was told of it by the neighbour."
    rows = [("3/5/2011", "Seen at home by the nurse, well.", words, words)]

    assert fields(("Date", "Event", "At", "No."), rows)[2:] == [None, None]
    assert fields(("Date", "Event", "Recorded on", "Hours"), rows)[2:] == [None, None]


def test_people_are_professionals_or_family_by_who_stands_below():
    rows = [("3/5/2011", "Meeting held at the school.", "HV1"), ("4/5/2011", "Visit.", "Nurse 2")]
    kin = [("3/5/2011", "Meeting held at the school.", "Mother"), ("4/5/2011", "Visit.", "Dad")]
    found = match(("Date", "Event", "Attendees"), list(zip(*rows, strict=True)))

    assert found[2].field is Field.PROFESSIONAL
    assert found[2].reason == "Most of its cells name the professionals involved."
    assert fields(("Date", "Event", "Attendees"), kin)[2] is Field.FAMILY_MEMBER
    assert fields(("Date", "Event", "Contact with"), kin)[2] is Field.FAMILY_MEMBER
    assert fields(("Date", "Event", "Staff"), kin)[2] is Field.PROFESSIONAL


def test_names_of_professionals_under_an_unknown_heading_tell_who_was_involved():
    rows = [("3/5/2011", "Seen at home.", "Midwife"), ("4/5/2011", "Seen again.", "Dr Fern")]
    found = match(("Date", "Event", "Fern"), list(zip(*rows, strict=True)))

    assert (found[2].field, found[2].reason) == (
        Field.PROFESSIONAL,
        "2 of the 2 cells looked at name professionals.",
    )
    assert fields(("Date", "Event", "Copied to"), rows)[2] is None


def test_a_column_of_years_is_not_one_of_times():
    rows = [("2011", "3 May 2011", "Seen at home."), ("2011", "4 May 2011", "Seen again.")]

    assert fields(("Year", "Date", "Event"), rows) == [None, Field.DATE, Field.EVENT]


def test_a_column_of_dates_is_no_comment():
    rows = [("3/5/2011", "Seen at home by the nurse.", "4/5/2011")]
    found = match(("Date", "Event", "Comment"), list(zip(*rows, strict=True)))

    assert (found[2].field, found[2].reason) == (
        None,
        "Its cells are dates; the column is kept as it is.",
    )


def test_the_words_of_the_record_are_what_happened_where_nothing_else_is():
    rows = [("3/5/2011", "Seen at home by the nurse.", "Good practice, and well recorded indeed.")]
    found = match(("Date", "Extract", "Comments"), list(zip(*rows, strict=True)))

    assert [column.field for column in found] == [Field.DATE, Field.EVENT, Field.COMMENT]
    assert found[1].reason == "No heading says what happened; the words of the record do."


@pytest.mark.parametrize("mark", ["\n", " / ", "; ", " – "])
def test_a_column_of_two_things_is_parted_where_its_cells_are(mark):
    rows = [
        ("3/5/2011", "Seen at home.", f"HV diary{mark}Nurse Fern"),
        ("4/5/2011", "Seen at school.", f"School log{mark}Mrs Dale"),
        ("5/5/2011", "Seen.", "Minutes"),
    ]
    found = match(("Date", "Event", "Source and author"), list(zip(*rows, strict=True)))[2]

    assert (found.field, found.also) == (Field.SOURCE, Field.RECORDED_BY)
    assert found.reason.endswith(f"is {CALLED[Field.RECORDED_BY]}.")
    assert found.parted(rows[0][2]) == ("HV diary", "Nurse Fern")
    assert found.parted("Minutes") == ("Minutes", "")


def test_a_column_whose_cells_are_not_parted_or_that_tells_stays_whole():
    rows = [("3/5/2011", "Seen / weighed.", "HV diary, page 3"), ("4/5/2011", "No / none.", "Log")]

    found = match(("Date", "Event / Action", "Source and author"), list(zip(*rows, strict=True)))

    assert [column.also for column in found] == [None, None, None]
    taken = match(
        ("Date", "Event", "Source/Author", "Recorded by"),
        [("3/5/2011",), ("Seen.",), ("Log/HV1",), ("HV2",)],
    )
    assert [column.also for column in taken] == [None] * 4


def test_what_is_told_at_length_is_no_name_of_an_agency():
    told = "The head rang the mother, who said that he had been ill all week."
    rows = [("3/5/2011", "The nurse called at home and saw the baby, who was asleep.", told)]
    found = match(("Date", "Event", "School"), list(zip(*rows, strict=True)))

    assert (found[2].field, found[2].reason) == (
        None,
        "Its cells are too long for the agency; kept as it is.",
    )
