"""The pages of who is who, and of the questions about possible names."""

import pytest
from tests.deciding import open_as
from tests.writing import at_evidence, kept_for_a_module, name_child, send

from goldenthread.audit.models import Record
from goldenthread.reviews.models import NameAnswer, RegisteredPerson
from goldenthread.reviews.queries import register as queries
from goldenthread.reviews.services import overview, register
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db

QUESTIONS = "who-is-who/questions/"


@pytest.fixture(scope="module")
def evidence(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_evidence) as built:
        yield built


@pytest.fixture
def writing(evidence):
    again = evidence.afresh()
    name_child(again)
    return again


@pytest.fixture
def officer(writing):
    bea = writing.case.bea
    with asking(bea.pk):
        return register.add_person(
            writing.case.review,
            label="Police Officer 1",
            role="police officer",
            names=["Della Oaks"],
            agency=writing.case.police,
            by=bea,
        )


@pytest.fixture
def asked(writing, officer):
    """The overview report holds a word that may be the officer's name."""
    otto = writing.case.otto
    with asking(otto.pk):
        overview.write_section(
            writing.case.review,
            "overview",
            "facts",
            text="On Monday Oaks rang <b>again</b>.",
            version=0,
            by=otto,
        )
    return officer


def known(**changed):
    return {
        "label": "Neighbour 1",
        "role": "neighbour",
        "agency": "",
        "names": "Rose Marsh\r\nRose Tarn",
        "aliases": "",
        "never": "Rose Ward",
    } | changed


@pytest.mark.duty("P22")
def test_somebody_is_added_and_the_names_are_for_few_to_read(client, writing):
    added = send(client, writing.case.bea, writing.address("who-is-who/add/"), **known())
    assert added.url == writing.address("who-is-who/")
    page = open_as(client, writing.case.ida, added.url).content.decode()
    assert ("Neighbour 1" in page, "Rose Marsh" in page, "Rose Tarn" in page) == (True,) * 3
    assert "Add somebody" not in page
    with asking(writing.case.bea.pk):
        assert Record.objects.filter(verb="register.read").count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"label": ""}, "label", "Give the person a label, for example “Social Worker 1”"),
        ({"names": ""}, "names", "Enter at least one name"),
        ({"role": ""}, "role", "Say who they are to the child, for example “health visitor”"),
        ({"agency": "999999"}, "agency", "Choose one of the answers in the list."),
        (
            {"label": "Rose"},
            "__all__",
            "The label could be read as somebody’s real name. Choose one that says only their role.",
        ),
    ],
)
def test_bad_input_is_a_sentence_and_what_was_typed_stays(
    client, writing, changed, field, sentence
):
    page = send(client, writing.case.bea, writing.address("who-is-who/add/"), **known(**changed))
    assert page.status_code == 200
    assert page.context["form"].errors[field] == [sentence]
    assert "Rose Ward" in page.content.decode()


def test_added_once_however_often_it_is_sent(client, writing):
    once = "8ad0cf0e-7d1f-44a5-9a4c-6d5b76b7a003"
    address = writing.address("who-is-who/add/")
    answers = [send(client, writing.case.bea, address, once=once, **known()) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    with asking(writing.case.bea.pk):
        assert RegisteredPerson.objects.count() == 2


def test_somebody_is_changed(client, writing, officer):
    address = writing.address(f"who-is-who/{officer.pk}/")
    page = open_as(client, writing.case.bea, address)
    assert page.context["form"]["names"].value() == "Della Oaks"
    changed = known(label="Police Officer 1", names="Della Oaks\nDella Birch")
    assert send(client, writing.case.bea, address, **changed).status_code == 302
    with asking(writing.case.bea.pk):
        one = queries.registered_person(writing.case.bea, writing.case.review, officer.pk)
    assert one.names == ("Della Oaks", "Della Birch")


def test_an_author_sees_their_own_agencys_professionals_and_changes_none(client, writing, officer):
    ned = writing.case.ned
    page = open_as(client, ned, writing.address("who-is-who/")).content.decode()
    assert ("Della Oaks" in page, "Amber Fenwick" in page) == (True, False)
    own = open_as(client, ned, writing.address(f"who-is-who/{officer.pk}/")).content.decode()
    assert ("<textarea" in own, "Your part in this review does not" in own) == (False, True)
    refused = send(client, ned, writing.address("who-is-who/add/"), **known())
    assert refused.context["form"].non_field_errors() == [
        "Your part in this review does not include this."
    ]


@pytest.mark.parametrize(("who", "status"), [("pam", 403), ("hana", 403), ("zoe", 404)])
@pytest.mark.parametrize("rest", ["who-is-who/", "who-is-who/add/", QUESTIONS])
def test_it_is_closed_to_all_others(client, writing, rest, who, status):
    person = getattr(writing, who, None) or getattr(writing.case, who)
    assert open_as(client, person, writing.address(rest)).status_code == status


def test_another_agencys_professional_is_not_there_for_an_author(client, writing, officer):
    address = writing.address(f"who-is-who/{officer.pk}/")
    assert open_as(client, writing.wyn, address).status_code == 404


@pytest.mark.duty("P22")
def test_one_question_at_a_time_with_the_words_around_and_who_it_could_be_first(
    client, writing, asked
):
    page = open_as(client, writing.case.bea, writing.address(QUESTIONS))
    text = page.content.decode()
    assert "On Monday <mark>Oaks</mark> rang &lt;b&gt;again&lt;/b&gt;." in text
    assert "This is the last question." in text
    labels = [choice.label for choice in page.context["form"]["whose"].choices]
    assert labels == ["Police Officer 1", "Child K", "Nobody’s: leave the words as they are"]
    assert page.context["form"]["whose"].choices[0].hint == "police officer: Della Oaks"


@pytest.mark.duty("P22")
def test_an_answer_holds_for_every_document_and_the_next_question_comes(client, writing, asked):
    address = writing.address(QUESTIONS)
    answer = send(client, writing.case.bea, address, asked="oaks", whose=asked.pk)
    assert answer.url == address
    page = client.get(address).content.decode()
    assert "No open questions about names" in page
    assert "Answer again" in page


def test_without_an_answer_nothing_is_kept(client, writing, asked):
    page = send(client, writing.case.bea, writing.address(QUESTIONS), asked="oaks")
    assert page.context["form"].errors["whose"] == ["Say whose name it is, or that it is nobody’s"]
    with asking(writing.case.bea.pk):
        assert not NameAnswer.objects.exists()


def test_only_what_is_asked_is_answered(client, writing, asked):
    address = writing.address(QUESTIONS)
    answer = send(client, writing.case.bea, address, asked="amber fenwick", whose="nobody")
    assert answer.url == address
    with asking(writing.case.bea.pk):
        assert not NameAnswer.objects.exists()


def test_who_does_not_keep_the_register_reads_the_question_and_why_not(client, writing, asked):
    page = open_as(client, writing.case.ida, writing.address(QUESTIONS)).content.decode()
    assert ("<mark>Oaks</mark>" in page, 'name="whose"' in page) == (True, False)
    assert "Your part in this review does not include this." in page


def test_the_author_of_an_agency_is_not_asked_about_names_in_the_reports(client, writing, asked):
    assert open_as(client, writing.case.ned, writing.address(QUESTIONS)).status_code == 403


@pytest.mark.duty("P22")
def test_a_slip_of_the_hand_is_mended_by_answering_again(client, writing, asked):
    bea = writing.case.bea
    send(client, bea, writing.address(QUESTIONS), asked="oaks", whose="nobody")
    with asking(bea.pk):
        given = NameAnswer.objects.get()
    address = writing.address(f"who-is-who/answers/{given.pk}/")
    page = open_as(client, bea, address)
    assert page.context["form"]["whose"].value() == "nobody"
    same = send(client, bea, address, asked="oaks", whose="nobody")
    assert same.context["form"].non_field_errors() == [
        "This has been answered already, in the same way."
    ]
    done = send(client, bea, address, asked="oaks", whose=asked.pk)
    assert done.url == writing.address(QUESTIONS)
    with asking(bea.pk):
        assert queries.answers(bea, writing.case.review) == {"oaks": str(asked.pk)}
    assert send(client, bea, address, asked="oaks", whose="nobody").status_code == 404


@pytest.mark.duty("P22")
def test_a_label_that_has_come_to_tell_a_name_is_listed_to_be_changed(client, writing):
    send(client, writing.case.bea, writing.address("who-is-who/add/"), **known())
    second = known(label="Adult 2", names="Neighbour Tarn")
    send(client, writing.case.bea, writing.address("who-is-who/add/"), **second)
    page = open_as(client, writing.case.bea, writing.address("who-is-who/"))
    assert page.context["to_mend"] == (
        "The label “Neighbour 1” could be read as the name of somebody in the register. Choose another.",
    )
