"""Who is who: one label a person, and no label that tells a name (P22)."""

import pytest
from tests.deciding import refusal
from tests.writing import at_panel, kept_for_a_module, name_child

from goldenthread.accounts.models import Agency
from goldenthread.audit.models import Record
from goldenthread.reviews.models import NameAnswer, RegisteredPerson, Review
from goldenthread.reviews.queries import register as queries
from goldenthread.reviews.services import register as services
from goldenthread.reviews.walls import asking

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def panel(django_db_setup, django_db_blocker):
    with kept_for_a_module(django_db_blocker, at_panel) as built:
        yield built


@pytest.fixture
def writing(panel):
    return panel.afresh()


def add(writing, *, by=None, **known):
    words = {"label": "Police Officer 1", "role": "police officer", "names": ["Della Oaks"]} | known
    by = by or writing.case.bea
    with asking(by.pk):
        return services.add_person(writing.case.review, by=by, **words)


def answer(writing, form, person, *, by=None):
    by = by or writing.case.bea
    with asking(by.pk):
        return services.answer(writing.case.review, form, person, by=by)


@pytest.mark.duty("P22")
def test_names_are_kept_sealed_and_opened_for_those_who_may_know_them(writing):
    row = add(writing, names=["Della  Oaks ", "", "Della Birch", "Della Birch"], aliases=["Dels"])
    assert b"Oaks" not in bytes(row.sealed_names)
    bea = writing.case.bea
    with asking(bea.pk):
        child, one = queries.registered(bea, writing.case.review)
        register = queries.register_of(bea, writing.case.review)
    assert child.row.label == "Child K"
    assert (one.names, one.aliases, one.never) == (("Della Oaks", "Della Birch"), ("Dels",), ())
    assert register.person(str(row.pk)).label == "Police Officer 1"


def test_an_agencys_author_knows_the_professionals_of_that_agency_and_nobody_else(writing):
    name_child(writing)
    add(writing, agency=writing.case.police)
    for person, known in ((writing.case.ned, ["Police Officer 1"]), (writing.wyn, [])):
        with asking(person.pk):
            seen = queries.registered(person, writing.case.review)
        assert [one.row.label for one in seen] == known
    with asking(writing.pam.pk):
        assert not RegisteredPerson.objects.exists()


@pytest.mark.parametrize("who", ["ida", "cher"])
def test_who_sees_the_register_does_not_therefore_keep_it(writing, who):
    reason = refusal(lambda: add(writing, by=getattr(writing.case, who)))
    assert reason == "Your part in this review does not include this."


@pytest.mark.duty("P22")
@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"label": " "}, "Give the person a label, for example “Social Worker 1”."),
        (
            {"names": [" ", ""]},
            "Enter at least one name, so that it can be found and replaced.",
        ),
        (
            {"label": "child k"},
            "“child k” is somebody else’s label. Give this person one of their own.",
        ),
        (
            {"label": "Officer Oaks"},
            "The label could be read as somebody’s real name. Choose one that says only their role.",
        ),
        (
            {"label": "Friend of Fenwick"},
            "The label could be read as somebody’s real name. Choose one that says only their role.",
        ),
        (
            {"label": "Officer DO"},
            "The label “Officer DO” holds the person’s initials. Choose another.",
        ),
    ],
)
def test_a_label_is_free_and_tells_no_name(writing, known, reason):
    name_child(writing)
    assert refusal(lambda: add(writing, **known)) == reason
    with asking(writing.case.bea.pk):
        assert RegisteredPerson.objects.count() == 1


def test_an_agency_of_another_board_is_nobodys(writing):
    fire = Agency.objects.get(key="fire")
    assert refusal(lambda: add(writing, agency=fire)) == "Choose one of the agencies in the list."


def test_the_childs_new_label_is_the_reviews_too_and_nobody_elses_is(writing):
    child = name_child(writing)
    officer = add(writing)
    bea = writing.case.bea
    with asking(bea.pk):
        services.change_person(
            officer, label="Police Officer 2", role="", names=["Della Oaks"], by=bea
        )
        assert Review.objects.get(pk=writing.case.review.pk).label == "Child K"
        services.change_person(
            child, label="Child 9", role="child", names=["Amber Fenwick"], by=bea
        )
        assert Review.objects.get(pk=writing.case.review.pk).label == "Child 9"
        too_long = refusal(
            lambda: services.change_person(
                child, label="Child " + "9" * 40, role="child", names=["Amber Fenwick"], by=bea
            )
        )
    assert too_long == "The child’s label is too long. Use 40 characters or fewer."


@pytest.mark.duty("P22")
def test_an_answer_is_remembered_under_every_spelling_and_sealed(writing):
    officer = add(writing)
    given = answer(writing, "Della’s", officer)
    assert b"ella" not in bytes(given.sealed_form)
    bea = writing.case.bea
    with asking(bea.pk):
        assert queries.answers(bea, writing.case.review) == {"della": str(officer.pk)}
    assert refusal(lambda: answer(writing, "DELLA", officer)) == (
        "This has been answered already, in the same way."
    )


def test_an_answer_can_be_followed_by_another_and_the_last_holds(writing):
    officer = add(writing)
    answer(writing, "Oaks", None)
    answer(writing, "oaks", officer)
    bea = writing.case.bea
    with asking(bea.pk):
        assert queries.answers(bea, writing.case.review) == {"oaks": str(officer.pk)}
        assert NameAnswer.objects.count() == 2


def test_there_must_be_a_name_to_answer_about(writing):
    assert refusal(lambda: answer(writing, " – ", None)) == "There is no name to answer about."


def test_answers_are_given_by_who_keeps_the_register(writing):
    reason = refusal(lambda: answer(writing, "Oaks", None, by=writing.case.ida))
    assert reason == "Your part in this review does not include this."


def test_the_trail_holds_no_name(writing):
    person = add(writing)
    answer(writing, "Oaks", person)
    with asking(writing.case.bea.pk):
        kept = Record.objects.filter(verb__startswith="register.").order_by("number")
        assert [record.verb for record in kept] == ["register.added", "register.answered"]
        assert not any("aks" in repr(record.__dict__) for record in kept)
