from tests.chronology.made_accounts import merged, rows

from goldenthread.chronology.mentions import mentions

TEXT = """
Date|Event|Professional
1/3/2012|Visit by Mrs Brindlewick. Ottoline Farthingale seen with mum.|Clementine Ashgrove
2/3/2012|Rang mother. Ottoline well. Lives in Pelican Street.|Health visitor
3/3/2012|Met Dr P Pennyroyal and Jessamy Quick Street warden|HV
"""


def found():
    integrated = merged(clinic=TEXT)
    return {
        (one.name_or_role, one.is_role): [row for _, row in rows(one.ids, integrated)]
        for one in mentions(integrated.entries)
    }


def test_people_are_found_by_name_and_title():
    people = {name: ids for (name, is_role), ids in found().items() if not is_role}
    assert people == {
        "Brindlewick": [2],
        "Clementine Ashgrove": [2],
        "Ottoline Farthingale": [2],
        "Ottoline": [3],
        "Pennyroyal": [4],
    }


def test_roles_are_found_under_one_name():
    roles = {name: ids for (name, is_role), ids in found().items() if is_role}
    assert roles == {"mother": [2, 3], "health visitor": [3, 4]}


def test_those_mentioned_most_come_first():
    integrated = merged(clinic=TEXT)
    assert [len(one.ids) for one in mentions(integrated.entries)][:3] == [2, 2, 1]


def test_an_agency_is_no_person():
    integrated = merged(clinic="Date|Event\n1/3/2012|Asked Early Help and Clementine Ashgrove")
    assert [one.name_or_role for one in mentions(integrated.entries)] == ["Clementine Ashgrove"]


def test_a_title_before_no_name_is_no_person():
    integrated = merged(clinic="Date|Event\n1/3/2012|Seen by Dr Duty, Nurse Visit Plan")
    assert mentions(integrated.entries) == ()


def test_a_name_by_itself_is_a_person_where_it_is_said_of_as_one():
    integrated = merged(
        school="Date|Event\n1/3/2012|Spoke to Wren about Sudocrem.\n2/3/2012|Wren upset. Went to Saltmarsh."
        "\n3/3/2012|Quill said so. Seen with Easter bonnet."
        "\n4/3/2012|Attended with Bonnet on. The bonnet fell off."
    )
    assert [
        (one.name_or_role, [row for _, row in rows(one.ids, integrated)])
        for one in mentions(integrated.entries)
    ] == [("Wren", [2, 3]), ("Quill", [4])]
