"""The register: reading it, its labels, and what it refuses."""

import json

import pytest

from goldenthread.anonymity import (
    PeopleUnreadable,
    Person,
    Register,
    equals_real_name,
    find,
    find_report,
    label_problems,
    label_text,
    read_people,
    restore,
    suggest_label,
    survivors,
)
from goldenthread.anonymity.listed_names import ListedName, read_name

KAYLEIGH = Person("child", "Child Q", "Child", names=("Kayleigh Hartley",))


def people(*entries):
    return json.dumps({"case": "Oldmoor 1", "people": list(entries)})


def test_read_people():
    register = read_people(
        people(
            {"key": "a", "label": "Child Q", "role": "Child", "names": ["Kayleigh Hartley", " "]},
            {"key": "b", "label": "Mother", "aliases": ["Dee"], "not": ["Dee Street"]},
        )
    )
    assert register.people == (
        Person("a", "Child Q", "Child", names=("Kayleigh Hartley",)),
        Person("b", "Mother", aliases=("Dee",), never=("Dee Street",)),
    )
    assert register.person("b").label == "Mother"
    with pytest.raises(KeyError):
        register.person("c")


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("{", "The file of people is not JSON: see line 1, column 2."),
        ("[]", "The file of people needs a list called “people”."),
        (people(3), "Person 1 in the file of people is not a group of fields in braces."),
        (people({"label": "X"}), "Person 1 in the file of people has no key. Give each person a key."),
        (people({"key": "a"}), "Person 1 in the file of people has no label. Give each person a label."),
        (
            people({"key": "a", "label": "X", "name": "Y"}),
            "Person 1 in the file of people has a field called “name”. Use key, label, role, agency, names, aliases, not.",
        ),
        (
            people({"key": "a", "label": 3}),
            "Person 1 in the file of people: “label” must be text in quotation marks.",
        ),
        (
            people({"key": "a", "label": "X", "names": "Y"}),
            "Person 1 in the file of people: “names” must be a list of texts, such as [\"…\", \"…\"].",
        ),
        (
            people({"key": "a", "label": "X"}, {"key": "a", "label": "Y"}),
            "People 1 and 2 in the file of people have the same key, “a”. Give each a key of their own.",
        ),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_where(source, sentence):
    with pytest.raises(PeopleUnreadable) as caught:
        read_people(source)
    assert str(caught.value) == sentence


def test_register_refuses_two_people_with_one_key_and_people_without_a_label():
    with pytest.raises(ValueError, match="same key"):
        Register((KAYLEIGH, KAYLEIGH))
    with pytest.raises(ValueError, match="a key and a label"):
        Register((Person("a", " "),))


def test_find_report():
    assert find_report([("row 1", "Kayleigh Hartley, 07700 900123")], Register((KAYLEIGH,))) == [
        {
            "id": "row 1",
            "spans": [
                {
                    "start": 0,
                    "end": 16,
                    "text": "Kayleigh Hartley",
                    "kind": "name",
                    "candidates": ["child"],
                    "label": "Child Q",
                    "decision": "replace",
                },
                {
                    "start": 18,
                    "end": 30,
                    "text": "07700 900123",
                    "kind": "phone number",
                    "candidates": [],
                    "label": "[phone number removed]",
                    "decision": "replace",
                },
            ],
        }
    ]


@pytest.mark.parametrize(
    ("role", "taken", "label"),
    [
        ("Social Worker", (), "Social Worker 1"),
        ("Social Worker", ("social worker 1", "Social Worker 3"), "Social Worker 2"),
        ("Mother", (), "Mother"),
        ("Mother", ("Mother",), "Mother 1"),
        ("  School   Nurse ", (), "School Nurse 1"),
    ],
)
def test_suggest_label(role, taken, label):
    assert suggest_label(role, taken=taken) == label


def test_suggest_label_needs_a_role():
    with pytest.raises(ValueError, match="which role"):
        suggest_label(" ")


def test_a_label_that_is_somebodys_name_is_reported_and_never_written():
    register = Register((Person("a", "Georgina", "Child", names=("Kayleigh Hartley",)), Person("b", "Aunt 1", "Aunt", names=("Georgina Moss",))))  # fmt: skip
    assert equals_real_name("Georgina", register)
    assert label_problems(register) == (
        "The label “Georgina” could be read as the name of somebody in the register. Choose another.",
    )
    labelled = label_text("Kayleigh Hartley met Georgina Moss.", register)
    assert labelled.text == "[name removed] met Aunt 1."
    assert restore(labelled) == "Kayleigh Hartley met Georgina Moss."


def test_labels_that_are_doubled_or_made_of_initials_are_reported():
    register = Register(
        (Person("a", "Child K", "Child", names=("Kayleigh Hartley",)), Person("b", "Child K"))
    )
    assert label_problems(register) == (
        "The label “Child K” holds the person’s initials. Choose another.",
        "Two people have the label “Child K”. Give each a label of their own.",
    )


def test_what_is_never_the_person_is_left_by_both_sides():
    register = Register(
        (Person("a", "Child Q", "Child", names=("Kayleigh Hartley",), never=("Hartley Road",)),)
    )
    assert find("The Hartley Road clinic", register) == ()
    assert survivors("The Hartley Road clinic", register) == ()
    assert survivors("The Hartley clinic", register) != ()


def test_answers_name_leave_and_refuse():
    register = Register((KAYLEIGH,))
    assert (
        label_text("Kayleigh left", register, answers={"kayleigh": "child"}).text == "Child Q left"
    )
    assert label_text("Kayleigh left", register, answers={"Kayleigh": ""}).text == "Kayleigh left"
    with pytest.raises(KeyError):
        label_text("Kayleigh left", register, answers={"Kayleigh": "nobody"})


@pytest.mark.parametrize(
    ("entry", "read"),
    [
        ("Siân Anne Hartley-Moss", ListedName((("sian",),), (("anne",),), (("hartley", "moss"),))),
        ("HARTLEY, Siân", ListedName((("sian",),), (), (("hartley",),))),
        ("Dr Patel", ListedName((), (), (("patel",),))),
        ("Anneke van der Berg", ListedName((("anneke",),), (), (("van", "der", "berg"),))),
        ("Siân (Shan) Bell", ListedName((("sian",), ("shan",)), (), (("bell",),))),
        ("Kay", ListedName((("kay",),))),
        ("“Kay”", ListedName((("kay",),))),
        ("Mr van Rijn", ListedName((), (), (("van", "rijn"),))),
    ],
)
def test_read_name(entry, read):
    assert read_name(entry) == read


def test_survivors_report_holds_no_words():
    found = survivors("Seen: Kayleigh Hartley", Register((KAYLEIGH,)))
    assert [(s.offset, s.length, s.kind, s.key) for s in found] == [
        (6, 8, "name", "child"),
        (6, 16, "full name", "child"),
        (15, 7, "name", "child"),
    ]


def test_a_label_that_completes_an_identifier_is_covered_with_it():
    register = Register((Person("a", "M1", "Mother", names=("Dawn Hartley",)),))
    labelled = label_text("Dawn Hartley 2AB", register)
    assert labelled.text == "[postcode removed]"
    assert restore(labelled) == "Dawn Hartley 2AB"
    assert label_text(labelled.text, register).text == labelled.text


@pytest.mark.parametrize(
    ("alias", "text", "kind"),
    [
        ("kayz_98", "add kayz_98 now", "online name"),
        ("@kayz", "she is @kayz there", "online name"),
        ("kay@mail.example", "to KAY@mail.example", "email address"),
        ("07700 900123", "on +44 (0)7700-900123", "phone number"),
        ("4471 20", "file 447120", "reference number"),
        ("14 Larch Close, Oldmoor", "at 14, Larch Close Oldmoor", "address"),
        ("DOB 3 May 2011", "seen 03.05.2011", "date of birth"),
        ("May 3, 2011", "seen 2011-05-03", "date of birth"),
    ],
)
def test_listed_contacts_are_found_however_written(alias, text, kind):
    register = Register(
        (Person("child", "Child Q", names=("Kayleigh Hartley",), aliases=(alias,)),)
    )
    spans = find(text, register)
    assert [(span.kind.value, span.candidates) for span in spans] == [(kind, ("child",))]
    assert survivors(text, register) != ()
    assert survivors(label_text(text, register).text, register) == ()
