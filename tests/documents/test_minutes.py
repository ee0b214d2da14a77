"""Minutes of a meeting in Word: headings, tables, the marking, and the same bytes for the same record."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx

from goldenthread.documents.writers.minutes import (
    MinutedDecision,
    MinutedItem,
    MinutedTable,
    Minutes,
    minutes_document,
)

MINUTES = Minutes(
    title="Review Panel, meeting 2",
    about="About NM-2011-01, Child K",
    marking="Confidential",
    facts=(("Held on", "8 March 2011"),),
    before_items=(
        MinutedTable("Attendance", ("Name", "Attended"), (("Ida Apart", "Present"),), "Nobody."),
        MinutedTable("Interests declared", ("Name",), (), "Nobody declared an interest."),
    ),
    items=(
        MinutedItem(
            "Reports",
            "One is late.",
            (
                MinutedDecision(
                    3, "Wait a week.", "Illness.", "Ida Apart", ("It replaces decision 1.",)
                ),
            ),
        ),
        MinutedItem("Risks", ""),
    ),
    decided_apart=(),
    after_items=(
        MinutedTable(
            "Actions", ("What", "By when"), (("Ask.", date(2011, 3, 9)),), "Nobody was asked."
        ),
    ),
    note="",
    following="No later meeting is planned yet.",
)


def opened(minutes: Minutes):
    return docx.Document(BytesIO(minutes_document(minutes)))


def test_each_part_has_a_real_heading_in_the_order_of_the_meeting():
    headings = [
        (line.style.name, line.text)
        for line in opened(MINUTES).paragraphs
        if line.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Review Panel, meeting 2"),
        ("Heading 2", "Attendance"),
        ("Heading 2", "Interests declared"),
        ("Heading 2", "1. Reports"),
        ("Heading 3", "Decision 3"),
        ("Heading 2", "2. Risks"),
        ("Heading 2", "Actions"),
        ("Heading 2", "Next meeting"),
    ]


def test_a_decision_has_its_reasons_its_proposer_and_what_it_replaces():
    text = [line.text for line in opened(MINUTES).paragraphs]
    at = text.index("Decision 3")
    assert text[at + 1 : at + 5] == [
        "Wait a week.",
        "Reasons: Illness.",
        "Proposed by Ida Apart.",
        "It replaces decision 1.",
    ]


def test_what_is_empty_says_so_and_dates_are_in_words():
    document = opened(MINUTES)
    text = [line.text for line in document.paragraphs]
    assert "Nobody declared an interest." in text
    assert "Nothing is recorded under this item." in text
    assert document.tables[-1].cell(1, 1).text == "9 March 2011"


def test_every_page_is_marked_and_the_same_record_gives_the_same_bytes():
    assert opened(MINUTES).sections[0].header.paragraphs[0].text == "Confidential"
    assert minutes_document(MINUTES) == minutes_document(replace(MINUTES))


def test_further_decisions_and_the_note_have_their_own_headings():
    more = replace(
        MINUTES, decided_apart=(MinutedDecision(4, "Meet.", "Time.", ""),), note="Not quorate."
    )
    text = [line.text for line in opened(more).paragraphs]
    assert "Further decisions" in text
    assert text[text.index("Note") + 1] == "Not quorate."
