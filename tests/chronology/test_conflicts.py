import pytest
from tests.chronology.made_accounts import shown

SAME = "kettle on the Quillbrook towpath, greenhouse."


def conflicts(one, other, head="Date|Event"):
    made = shown(police=f"{head}\n{one}", hospital=f"{head}\n{other}")
    return [(found.about, tuple(said for _, said in found.says)) for found in made.conflicts]


def differ(one, other):
    return conflicts(f"4/3/2012|{SAME} {one}", f"4/3/2012|{SAME} {other}")


@pytest.mark.parametrize(
    ("one", "other", "about", "says"),
    [
        (
            "Bruise to left arm",
            "Bruise to right arm",
            "side of the injury",
            ("left arm", "right arm"),
        ),
        ("Burn R hand", "Burn L hand", "side of the injury", ("right hand", "left hand")),
        ("Bruising to cheek", "Bruising to knee", "place of the injury", ("cheek", "knee")),
        ("Bruise seen", "No visible injury", "injury", ("an injury", "no injury")),
        ("No marks", "A scald", "injury", ("no injury", "an injury")),
        ("Two children there", "Three children there", "number: child", ("2", "3")),
        ("3 bruises", "one bruise", "number: bruise", ("3", "1")),
        ("Came with father", "Attended with mum", "who was present", ("father", "mother")),
        (
            "Mother attended with baby",
            "Child brought by father",
            "who was present",
            ("mother", "father"),
        ),
        ("Attended alone", "Attended with partner", "who was present", ("alone", "partner")),
        ("Not arrested", "Male arrested", "arrest", ("not arrested", "arrested")),
        ("Male arrested", "No arrest", "arrest", ("arrested", "no arrest")),
        ("Admitted to ward", "Sent home", "admission", ("admitted to", "sent home")),
        ("Refused", "Consent given", "agreement", ("refused", "consent given")),
    ],
)
def test_what_is_told_differently(one, other, about, says):
    # Entries of one day stand in the order of the agencies’ names.
    assert differ(one, other) == [(about, tuple(reversed(says)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bruise to left arm", "Bruise to left arm"),
        ("Bruise to left arm", "Child well"),
        ("Two children there", "Two adults there"),
        ("Two days", "Three days"),
        ("Two kettles", "Three kettles"),
        ("Came with father", "Attended with dad and mother"),
        ("Not arrested", "No arrests"),
        ("Attended", "Attended with mother"),
        ("Both arms", "Two children, arrested"),
    ],
)
def test_what_is_no_conflict(one, other):
    assert differ(one, other) == []


def test_two_days_for_one_event():
    assert conflicts(f"4/3/2012|{SAME}", f"5/3/2012|{SAME}") == [
        ("date", ("4 March 2012", "5 March 2012"))
    ]


def test_the_reason_says_who_says_what():
    found = shown(
        police=f"Date|Event\n4/3/2012|{SAME}", hospital=f"Date|Event\n5/3/2012|{SAME}"
    ).conflicts
    assert [one.reason for one in found] == [
        "On date, police says “4 March 2012” and hospital says “5 March 2012”."
    ]


@pytest.mark.parametrize(
    "later",
    [
        "5/3/2012|Told by police of kettle, Quillbrook towpath, greenhouse",
        "5/3/2012|Police: kettle on Quillbrook towpath, greenhouse",
        "March 2012|kettle on Quillbrook towpath on 4/3/2012, greenhouse",
        "? 5/3/2012|kettle on the Quillbrook towpath, greenhouse",
    ],
)
def test_the_day_of_hearing_of_it_is_no_other_day(later):
    assert conflicts(f"4/3/2012|{SAME}", later) == []


def test_a_retelling_that_names_another_day():
    later = "19/3/2012|kettle on the Quillbrook towpath on 5 March, greenhouse"
    assert conflicts(f"4/3/2012|{SAME}", later) == [("date", ("4 March 2012", "5 March 2012"))]


def test_a_retelling_in_a_month_that_names_the_right_day_is_linked():
    later = "March 2012|kettle on Quillbrook towpath on 4/3/2012, greenhouse"
    assert conflicts(f"4/3/2012|{SAME}", later) == []


TIMED = "Date|Time|Event"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("10:00", "13:30", [("time", ("13:30", "10:00"))]),
        ("10:00", "10:50", []),
        ("10:00", "", []),
        ("am", "13:30", []),
    ],
)
def test_times(one, other, expected):
    found = conflicts(f"4/3/2012|{one}|{SAME}", f"4/3/2012|{other}|{SAME}", head=TIMED)
    assert sorted(about for about, _ in found) == sorted(about for about, _ in expected)
    assert [set(says) for _, says in found] == [set(says) for _, says in expected]


SEEN = "Date|Event|Child seen|Seen alone"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Y|", "N|", ["child seen"]),
        ("Y|Y", "Y|N", ["child seen alone"]),
        ("Y|Y", "?|", []),
        ("Y|", "Y|", []),
    ],
)
def test_the_child_seen_or_not(one, other, expected):
    found = conflicts(f"4/3/2012|{SAME}|{one}", f"4/3/2012|{SAME}|{other}", head=SEEN)
    assert [about for about, _ in found] == expected


def test_hearsay_is_not_held_to_have_seen_the_child():
    told = f"4/3/2012|Report received: {SAME}|N|"
    assert conflicts(f"4/3/2012|{SAME}|Y|", told, head=SEEN) == []


def test_days_further_apart_are_two_matters_and_no_conflict():
    later = "5/3/2012|Told of kettle, Quillbrook towpath, greenhouse, after row on 24/2/12"
    assert conflicts(f"4/3/2012|{SAME}", later) == []


def test_a_day_named_that_is_nearer_is_the_day_of_the_event():
    one = "6/3/2012|kettle on the Quillbrook towpath on 5/3/12, greenhouse"
    assert conflicts(f"4/3/2012|{SAME}", one) == [("date", ("4 March 2012", "5 March 2012"))]
