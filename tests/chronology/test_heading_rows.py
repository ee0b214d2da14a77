"""Many agencies' headings, with cells of the kind they stand over, are understood as meant."""

from pathlib import Path

import pytest

from goldenthread.chronology.headings import match

FILES = ("heading_rows.txt", "heading_rows_2.txt", "heading_rows_3.txt")
_EVENTS = (
    "The health visitor called at the cottage and saw the baby, who was asleep upstairs.",
    "No reply at the door; a card was left for the mother to ring the clinic.",
    "The school nurse rang to say that Bramble had not been brought to the appointment.",
    "A strategy meeting was held and it was agreed that a joint visit should be made.",
)
_TEXTS = ("A good piece of work.", "The visit could have been made sooner.", "", "See above.")
CELLS = {
    "date": ("3/5/2011", "9 May 2011", "12.06.11", "c. July 2011"),
    "date2": ("3/5/2011", "9/5/2011", "12/6/2011", "1/7/2011"),
    "until": ("4/5/2011", "11 May 2011", "", "9.9.11"),
    "recorded_on": ("5/5/2011", "12/5/2011", "13/6/2011", "2/7/2011"),
    "review": ("Visit again next week.", "Ring the clinic.", "", "None"),
    "time": ("14:30", "09:05", "1100hrs", ""),
    "until_time": ("15:00", "09:40", "1130hrs", ""),
    "number": ("1", "2", "3", "4"),
    "event": _EVENTS,
    "text": _TEXTS,
    "comment": _TEXTS,
    "source": ("HV diary, p. 3", "Clinic file", "School log", "Minutes"),
    "quote": ("“Asleep upstairs”", "“No reply”", "“Not brought”", "“Joint visit”"),
    "agency": ("Fernshire Clinic", "Fernshire Clinic", "Dale School", "Fernshire Council"),
    "professional": ("HV1", "Midwife", "Nurse 2", "A. Dale"),
    "person": ("Mother", "Mother", "Bramble", "Dad"),
    "family_member": ("Mother, Bramble", "Mother", "Bramble", "Fern"),
    "child_seen": ("Yes", "No", "No", "n/a"),
    "seen_alone": ("No", "No", "n/a", "n/a"),
    "voice": ("“I like school.”", "", "Asked to go home.", "Not sought"),
    "action": ("Card left.", "Rang the clinic.", "None", "Referral made."),
    "outcome": ("No further action", "Closed", "NFA", "Open"),
    "impact": ("Negative", "Positive", "Unsettled at night.", ""),
    "place": ("Bramble Cottage", "Dale School", "Clinic", "Home"),
    "theme": ("Visit", "Telephone call", "E-mail", "Visit"),
    "age": ("2 yrs 3 m", "2 yrs 3 m", "2 years", "2"),
    "standing": ("Agreed", "Disputed", "Agreed", "Y"),
    "recorded_by": ("HV1", "HV1", "Nurse 2", "A. Clerk"),
    "short": ("Red", "Amber", "Green", "Amber"),
    "weekday": ("Tuesday", "Monday", "Sunday", "Friday"),
    "year": ("2011", "2011", "2011", "2011"),
    "duration": ("45 mins", "1 hour", "30 mins", ""),
    "phone": ("01632 960001", "01632 960002", "", "01632 960003"),
    "-": ("As agreed", "n/a", "Yes", ""),
}


def tables():
    for line in "\n".join(
        (Path(__file__).parent / name).read_text() for name in FILES
    ).splitlines():
        if line and not line.startswith("#"):
            yield [column(part) for part in line.split(" | ")]


def column(text):
    heading, _, meant = text.rpartition("=")
    field, _, kind = meant.partition("@")
    return heading, field.strip(), CELLS[kind or field.strip()]


def understood(table):
    found = match([heading for heading, _, _ in table], [cells for _, _, cells in table])
    return [each.field or "-" for each in found]


@pytest.mark.parametrize("table", list(tables()), ids=lambda table: table[0][0])
def test_headings_are_understood_as_meant(table):
    assert understood(table) == [field for _, field, _ in table]
