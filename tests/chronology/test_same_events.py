from hypothesis import given
from hypothesis import strategies as st
from tests.chronology.made_accounts import linked, merged, rows, shown, told

from goldenthread.chronology.same_events import same_events

FIRE_POLICE = "Date|Event\n4/3/2012|Greenhouse window smashed at Quillbrook Terrace, kettle thrown"


def events(**of_agencies):
    integrated = merged(**of_agencies)
    return [rows(event.ids, integrated) for event in shown(**of_agencies).same_events]


def test_two_accounts_with_rare_words_on_one_day_are_linked():
    found = shown(
        police=FIRE_POLICE,
        housing="Date|Event\n4/3/2012|Tenant at Quillbrook Terrace: greenhouse smashed",
    ).same_events
    assert [len(event.ids) for event in found] == [2]
    assert found[0].reason == (
        "housing and police: Both speak of 4 March 2012; both tell of theft or damage; both say "
        "“greenhouse”, “quillbrook”, “smashed”, “terrace”."
    )


def test_dates_a_day_apart_are_linked_when_the_words_agree():
    assert events(
        police=FIRE_POLICE,
        housing="Date|Event\n5/3/2012|Greenhouse smashed, kettle thrown, Quillbrook Terrace",
    ) == [[("police", 2), ("housing", 2)]]


def test_dates_a_week_apart_are_not_linked_by_words_alone():
    housing = "Date|Event\n12/3/2012|Greenhouse smashed, kettle thrown, Quillbrook Terrace"
    assert events(police=FIRE_POLICE, housing=housing) == []


def test_a_later_retelling_is_linked_by_the_day_it_names():
    housing = "Date|Event\n21/3/2012|Greenhouse smashed on 4/3/12 at Quillbrook Terrace"
    assert events(police=FIRE_POLICE, housing=housing) == [[("police", 2), ("housing", 2)]]


def test_words_of_every_record_link_nothing():
    assert (
        events(
            police="Date|Event\n4/3/2012|Home visit to mother and child. No further action.",
            housing="Date|Event\n4/3/2012|Home visit, mother and child seen. No further action.",
        )
        == []
    )


def test_one_agency_is_never_linked_with_itself():
    text = FIRE_POLICE + "\n4/3/2012|Greenhouse window smashed at Quillbrook Terrace again"
    assert events(police=text) == []


def test_a_call_that_both_sides_record_on_one_day_is_one_event():
    assert events(
        social_care="Date|Event\n8/6/2013|Rang school about lateness",
        school="Date|Event\n8/6/2013|Call from social worker",
    ) == [[("school", 2), ("social care", 2)]]


def test_a_call_on_the_next_day_without_shared_words_is_not():
    assert (
        events(
            social_care="Date|Event\n8/6/2013|Rang school about lateness",
            school="Date|Event\n9/6/2013|Call from social worker",
        )
        == []
    )


def test_times_that_agree_add_to_what_words_say():
    police = "Date|Time|Event\n4/3/2012|21:10|Kettle found on the towpath by a walker"
    ambulance = "Date|Time|Event\n4/3/2012|{}|Crew to towpath, walker had kettle"
    (found,) = linked(police=police, ambulance=ambulance.format("21:20"))
    assert "the times of day agree" in found.reason
    (near,) = linked(police=police, ambulance=ambulance.format("19:20"))
    (far,) = linked(police=police, ambulance=ambulance.format("09:20"))
    assert [round(one.score - near.score, 9) for one in (found, far)] == [0.5, -0.6]


def test_three_accounts_of_one_event_make_one_group():
    found = shown(
        police=FIRE_POLICE,
        housing="Date|Event\n4/3/2012|Greenhouse smashed at Quillbrook Terrace",
        school="Date|Event\n5/3/2012|Says kettle was thrown and greenhouse smashed, Quillbrook",
    ).same_events
    assert [len(event.ids) for event in found] == [3]
    assert found[0].reason.endswith("3 entries are linked through one another.")


def test_a_chain_of_days_does_not_join_two_events():
    made = {
        f"agency_{number}": f"Date|Event\n{day}/3/2012|Greenhouse kettle quillbrook towpath"
        for number, day in enumerate(range(4, 10))
    }
    accounts = told(**made)
    spans = [
        max(day) - min(day)
        for event in same_events(linked(**made), accounts)
        for day in [[one.first.day for one in accounts if one.id in event.ids]]
    ]
    assert spans
    assert max(spans) <= 3


def test_a_whole_year_is_linked_with_nothing():
    housing = "Date|Event\n2012|Greenhouse smashed, kettle thrown, Quillbrook Terrace"
    assert events(police=FIRE_POLICE, housing=housing) == []


@given(st.permutations(["police", "housing", "school"]))
def test_the_order_of_files_does_not_matter(order):
    texts = {
        "police": FIRE_POLICE,
        "housing": "Date|Event\n5/3/2012|Greenhouse smashed, kettle thrown at Quillbrook",
        "school": "Date|Event\n4/3/2012|Kettle thrown, greenhouse smashed",
    }
    assert shown(**{name: texts[name] for name in order}) == shown(**texts)
