import pytest
from tests.chronology.made_accounts import told

from goldenthread.chronology.patterns import Kind, patterns


def found(kind, **of_agencies):
    made = told(**of_agencies)
    places = {one.id: place for place, one in enumerate(made)}
    return [
        ([places[one] for one in pattern.ids], pattern.reason)
        for pattern in patterns(made)
        if pattern.kind is kind
    ]


def of(kind, *events):
    """Entries ten days apart, from 1 March 2012."""
    days = ["1/3", "11/3", "21/3", "31/3", "10/4"]
    text = "\n".join(f"{day}/2012|{event}" for day, event in zip(days, events, strict=False))
    return [ids for ids, _ in found(kind, clinic=f"Date|Event\n{text}")]


@pytest.mark.parametrize(
    "event",
    [
        "DNA",
        "Not brought to clinic",
        "Did not attend",
        "Missed her dental appointment",
        "Appt not kept",
        "No access",
        "Cancelled by mother",
        "Failed to attend",
    ],
)
def test_missed_appointments(event):
    assert of(Kind.MISSED, event, "Seen", event) == [[0, 2]]


@pytest.mark.parametrize("event", ["Attended", "No missed appointments", "Miss Quill brought him"])
def test_one_missed_appointment_is_no_pattern(event):
    assert of(Kind.MISSED, "DNA", event) == []


def test_missed_appointments_say_whose():
    assert found(Kind.MISSED, clinic="Date|Event\n1/3/2012|DNA\n2/3/2012|DNA") == [
        (
            [0, 1],
            (
                "clinic records 2 times that an appointment was missed or not brought to, or nobody "
                "let the worker in."
            ),
        )
    ]


REFERRAL = "Date|Event\n1/3/2012|Referred to CAMHS"


def test_a_referral_without_an_answer():
    assert found(Kind.REFERRAL, surgery=REFERRAL + "\n2/4/2012|Cough") == [
        (
            [0],
            (
                "surgery records a referral on 1 March 2012; no entry in the 45 days after it says "
                "what came of it."
            ),
        )
    ]


@pytest.mark.parametrize(
    "others",
    [
        {"surgery": REFERRAL + "\n2/4/2012|CAMHS letter: declined"},
        {"surgery": REFERRAL, "camhs": "Date|Event\n9/3/2012|Assessed"},
        {"surgery": REFERRAL, "brindle": "Date|Event\n9/3/2012|Referral accepted"},
    ],
)
def test_a_referral_with_an_answer(others):
    assert found(Kind.REFERRAL, **others) == []


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("16/4/2012|Referral closed", 1),
        ("15/4/2012|Referral closed", 0),
        ("1/2/2012|Referral closed", 1),
    ],
)
def test_the_answer_is_looked_for_in_the_days_after(answer, count):
    text = REFERRAL + f"\n{answer}"
    assert len(found(Kind.REFERRAL, surgery=text)) == count


@pytest.mark.parametrize(
    "event",
    [
        "No referral made",
        "Referral received from school",
        "To consider referral to CAMHS",
        "Not referred",
        "Self-referral",
    ],
)
def test_what_is_no_referral(event):
    assert found(Kind.REFERRAL, surgery=f"Date|Event\n1/3/2012|{event}\nN/K|Referred") == []


def test_an_answer_in_the_same_entry_is_not_looked_for():
    assert of(Kind.REFERRAL, "Referred to CAMHS, accepted") == [[0]]


@pytest.mark.parametrize("event", ["Bruise to arm", "Scald", "Fractured wrist", "Red mark to ear"])
def test_repeat_injuries(event):
    assert of(Kind.INJURY, event, "Well", event) == [[0, 2]]


@pytest.mark.parametrize(
    "event", ["No injuries", "No bruising seen", "Burns clinic leaflet", "Well"]
)
def test_what_is_no_injury(event):
    assert of(Kind.INJURY, "Bruise", event) == []


def test_one_injury_told_twice_is_not_two():
    text = "Date|Event\n1/3/2012|Bruise to arm\n2/3/2012|Bruise to arm"
    assert found(Kind.INJURY, surgery=text) == []
    text = "Date|Event\n1/3/2012|Bruise to arm\n20/3/2012|Told of bruise on 1/3/12"
    assert found(Kind.INJURY, surgery=text) == []


@pytest.mark.parametrize(
    "event",
    [
        "Moved to Quill Street",
        "Moved again to Heron Court",
        "New address",
        "Family have moved",
        "Tenancy started",
        "Evicted",
    ],
)
def test_moves(event):
    assert of(Kind.MOVE, event, "Visit", "Change of address") == [[0, 2]]


@pytest.mark.parametrize("event", ["Appointment moved to Friday", "Moved to fortnightly visits"])
def test_what_is_no_move(event):
    assert of(Kind.MOVE, "New address", event) == []


def incidents(*days):
    text = "\n".join(f"{day}|Assault" for day in days)
    return found(Kind.SHORTENING, police=f"Date|Event\n{text}")


def test_incidents_that_come_closer_together():
    assert incidents("1/1/2012", "1/5/2012", "1/7/2012", "20/7/2012", "25/7/2012") == [
        (
            [0, 1, 2, 3, 4],
            (
                "Incidents came closer together from 1 January 2012 to 25 July 2012: 121, 61, 19, 5 "
                "days apart."
            ),
        )
    ]


@pytest.mark.parametrize(
    "days",
    [
        (),
        ("1/1/2012",),
        ("1/1/2012", "1/5/2012", "1/7/2012"),
        ("1/1/2012", "1/3/2012", "1/6/2012", "1/12/2012"),
        ("1/1/2012", "20/4/2012", "1/8/2012", "5/11/2012"),
    ],
)
def test_what_is_no_shortening(days):
    assert incidents(*days) == []


def test_the_longest_run_is_taken():
    days = ("1/1/2010", "1/1/2011", "1/2/2011", "1/1/2012", "1/5/2012", "1/7/2012", "20/7/2012")
    ((ids, _),) = incidents(*days)
    assert ids == [2, 3, 4, 5, 6]
