from datetime import date

import pytest
from tests.chronology.made_accounts import merged, rows, shown, told

from goldenthread.chronology.agencies_said import Kind, kinds_said, tagged, untagged
from goldenthread.chronology.hearing import hearings, tellings


def found(text, read):
    return sorted(kind.value for one in read(tagged(text)) for kind in one.kinds)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("informed health visitor", ["health visiting"]),
        ("letter to gp", ["the GP"]),
        ("told social care of the mark", ["social care"]),
        ("referred to camhs", ["mental health"]),
        ("tel call to police", ["police"]),
        ("discussed concerns with the school nurse", ["school nursing"]),
        ("sent copy of form to hv and midwife", ["health visiting", "midwifery"]),
        ("csc informed. hv informed by fax.", ["health visiting", "social care"]),
        ("police and social services were notified", ["police", "social care"]),
        ("notification sent to csc and health", ["health visiting", "social care"]),
        ("tc to police", ["police"]),
        ("advised police of the van", ["police"]),
        ("csc contacted", ["social care"]),
        ("social care were told", ["social care"]),
        ("social worker informed of the above", ["social care"]),
        ("mash referral submitted", ["social care"]),
        ("left message with duty social worker", ["social care"]),
        ("emailed the allocated social worker", ["social care"]),
    ],
)
def test_who_was_told(text, kinds):
    assert sorted(set(found(text, tellings))) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "did not inform police",
        "no referral to social care",
        "to ring health visitor",
        "will write to gp",
        "mother rang police",
        "she told the health visitor",
        "advised to contact housing",
        "advised police and housing",
        "letter to gp needed",
        "informed by police",
        "school informed us that he was late",
        "rang police no reply",
        "",
        "informed aunt",
    ],
)
def test_what_is_no_telling(text):
    assert found(text, tellings) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("informed by police", ["police"]),
        ("call from school", ["school"]),
        ("letter received from the gp", ["the GP"]),
        ("police notification", ["police"]),
        ("school reported that he was late", ["school"]),
        ("health visitor rang about clinic", ["health visiting"]),
    ],
)
def test_who_told(text, kinds):
    assert sorted(set(found(text, hearings))) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "mash referral submitted",
        "not told by police",
        "mother from school",
        "new gp referral needed",
    ],
)
def test_what_is_no_hearing(text):
    assert found(text, hearings) == []


def test_marks_go_and_the_words_stay():
    text = "rang a&e, the hv and csc; mental health"
    assert untagged(tagged(text)) == text
    assert kinds_said(text) == {
        Kind.HOSPITAL,
        Kind.HEALTH_VISITING,
        Kind.SOCIAL_CARE,
        Kind.MENTAL_HEALTH,
    }


def untold(**of_agencies):
    integrated = merged(**of_agencies)
    return [
        (*rows([one.id], integrated)[0], one.told_agency, one.reverse)
        for one in shown(**of_agencies).untold
    ]


HOUSING = "Date|Event\n8/3/2011|Hole in the wall. Informed health visitor"


def test_told_but_not_heard():
    health = "Date|Event\n1/3/2011|Weighed\n2/4/2011|Clinic"
    found = shown(housing=HOUSING, community_health=health).untold
    assert [one.told_agency for one in found] == ["community health"]
    assert found[0].reason == (
        "On 8 March 2011 housing records “informed health visitor”, but community health has no "
        "entry about it from a day before to 7 days after."
    )


@pytest.mark.parametrize(
    "event",
    ["Call from housing officer", "Housing rang", "Told of hole in wall at visit by housing"],
)
def test_heard_within_a_week_is_no_finding(event):
    assert untold(housing=HOUSING, community_health=f"Date|Event\n11/3/2011|{event}") == []


def test_heard_too_late_is_a_finding_that_names_the_later_entry():
    late = "Date|Event\n2/4/2011|Housing say hole in wall seen 8/3/11, message left"
    found = shown(housing=HOUSING, community_health=late).untold
    assert [one.reason.partition(" after. ")[2] for one in found] == [
        "An entry of 2 April 2011 speaks of it."
    ]


def test_an_agency_that_sent_no_chronology_is_not_found_wanting():
    assert untold(housing=HOUSING, police="Date|Event\n1/3/2011|Log closed") == []


def test_own_colleagues_told_are_no_finding():
    assert untold(community_health=HOUSING, police="Date|Event\n1/3/2011|Log closed") == []


def test_entries_without_a_date_neither_tell_nor_hear():
    undated = HOUSING + "\nN/K|Informed health visitor"
    health = "Date|Event\n1/1/2011|Weighed\nN/K|Call from housing"
    assert untold(housing=undated, community_health=health) == [
        ("housing", 2, "community health", False)
    ]


def test_told_within_a_wide_stretch_is_not_judged():
    wide = "Date|Event\n2011|Informed health visitor"
    assert untold(housing=wide, community_health="Date|Event\n1/3/2011|Weighed") == []


def test_heard_but_not_told():
    assert untold(
        school="Date|Event\n9/5/2012|Told by police about the weekend",
        police="Date|Event\n1/1/2012|Log closed",
    ) == [("school", 2, "police", True)]


def test_the_person_spoken_to_in_the_staff_column_counts_as_heard():
    health = "Date|Event|Professional\n9/3/2011|Spoken to about the home|Housing officer, HV"
    assert untold(housing=HOUSING, community_health=health) == []


def test_one_finding_for_one_agency_however_often_it_is_named():
    housing = "Date|Event|Action\n8/3/2011|Informed health visitor|Letter to health visitor"
    assert untold(housing=housing, community_health="Date|Event\n1/1/2011|Weighed") == [
        ("housing", 2, "community health", False)
    ]


def test_an_agency_is_known_by_its_staff_where_its_name_says_nothing():
    larch = "Date|Event|Professional\n1/1/2011|Weighed|HV\n2/1/2011|Weighed|HV"
    assert untold(housing=HOUSING, Larch_House=larch) == [("housing", 2, "Larch House", False)]


def test_a_name_that_begins_like_no_other_names_its_agency():
    assert untold(
        housing="Date|Event\n8/3/2011|Rang health visitor",
        Larch_Community_Health="Date|Event\n9/3/2011|Brindle rang us",
        Brindle="Date|Event\n1/1/2010|Opened",
    ) == [("housing", 2, "Larch Community Health", False)]
    assert told(Brindle="Date|Event\n1/1/2010|Opened")[0].sure == date(2010, 1, 1)
