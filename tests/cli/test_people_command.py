"""The commands that make the first people: sentences, exit codes, and one record each."""

from contextlib import nullcontext

import pytest
from click.testing import CliRunner

from goldenthread.accounts.models import Agency, Person, Post
from goldenthread.audit.models import Record
from goldenthread.cli import people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def database_is_up(monkeypatch) -> None:
    monkeypatch.setattr(people, "_database", nullcontext)


def run(*words: str, typed: str = ""):
    return CliRunner().invoke(people.people, list(words), input=typed)


def a_board_with_a_manager() -> None:
    run("add-board", "Northmere Board", "--prefix", "NM")
    run("add-agency", "Northmere Police", "--key", "police")
    run("add-person", "Bea@northmere.example", "--name", "Bea Ledger")
    run("give-post", "bea@northmere.example", "business-manager")


def test_the_first_people_are_made_in_five_commands():
    assert run("add-board", "Northmere Board", "--prefix", "NM", "--nation", "wales").output == (
        "Added Northmere Board. Its references begin with NM.\n"
    )
    assert run("add-agency", "Northmere Fire & Rescue").output == (
        "Added Northmere Fire & Rescue, known as “northmere-fire-rescue” in addresses.\n"
    )
    added = run("add-person", "Bea@northmere.example", "--name", "Bea Ledger")
    assert "goldenthread people password bea@northmere.example --link" in added.output
    given = run("give-post", "bea@northmere.example", "business-manager")
    assert given.output == "Bea Ledger is now Board business manager at Northmere Board.\n"
    done = run("password", "bea@northmere.example", typed="seven quiet herons\n" * 2)
    assert "Bea Ledger can sign in with the new password." in done.output
    assert Person.objects.get().check_password("seven quiet herons")
    assert list(Record.objects.order_by("number").values_list("verb", "person_id")) == [
        ("partnership.added", None),
        ("agency.added", None),
        ("person.added", None),
        ("post.given", None),
        ("person.password_chosen", None),
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add-board", "Another", "--prefix", "NM"), "begin with NM. Choose another"),
        (("add-board", "Another", "--prefix", "n-m"), "cannot begin references"),
        (("add-board", "Northmere board", "--prefix", "NB"), "There is a Board named"),
        (("add-agency", "Northmere Police"), "There is an agency named Northmere Police already."),
        (("add-agency", "…"), "with letters in it"),
        (("add-person", "bea", "--name", "Bea"), "“bea” is not an e-mail address."),
        (("add-person", "bea@northmere.example", "--name", "Bea"), "has an account already"),
        (("give-post", "bea@northmere.example", "agency-contact"), "Choose the agency."),
        (("give-post", "bea@northmere.example", "business-manager"), "hold this post already"),
        (("give-post", "zoe@elsewhere.example", "board-chair"), "Nobody signs in with zoe@"),
        (
            ("give-post", "bea@northmere.example", "agency-contact", "--agency", "fire"),
            "Its agencies: police.",
        ),
        (("end-post", "bea@northmere.example", "business-manager"), "They are the last"),
        (("end-post", "bea@northmere.example", "board-chair"), "does not hold this post"),
        (("list", "--board", "XX"), "There are: NM."),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(words, says):
    a_board_with_a_manager()
    before = Record.objects.count()
    answer = run(*words)
    assert (answer.exit_code, says in answer.output) == (1, True), answer.output
    assert Record.objects.count() == before


def test_without_a_board_the_first_command_is_named():
    assert "add-board" in run("add-agency", "Police").output
    assert people.first_steps().splitlines()[1].strip().startswith("goldenthread people add-board")


def test_what_comes_first_is_told_until_somebody_can_look_after_people():
    run("add-board", "Northmere Board", "--prefix", "NM")
    assert "add-board" not in people.first_steps()
    a_board_with_a_manager()
    assert people.first_steps() == ""
    Person.objects.update(is_active=False)
    assert "give-post" in people.first_steps()


def test_a_weak_password_is_refused_in_words():
    a_board_with_a_manager()
    answer = run("password", "bea@northmere.example", typed="short\nshort\n")
    assert answer.exit_code == 1
    assert "at least 12 characters" in answer.output
    assert not Person.objects.get().has_usable_password()


def test_the_link_is_printed_alone_so_that_it_can_be_passed_on(settings):
    settings.SITE_ADDRESS = "https://reviews.northmere.example"
    a_board_with_a_manager()
    answer = run("password", "bea@northmere.example", "--link")
    person = Person.objects.get()
    assert answer.stdout.startswith(f"https://reviews.northmere.example/first-sign-in/{person.pk}-")
    assert len(answer.stdout.splitlines()) == 1
    assert "It works once, for 3 days." in answer.stderr


def test_the_list_tells_each_person_with_their_posts():
    a_board_with_a_manager()
    run("add-person", "sol@police.example", "--name", "Sol Badge", "--agency", "police")
    run("give-post", "sol@police.example", "senior-officer", "--agency", "police")
    assert run("list").output == (
        "bea@northmere.example\tBea Ledger\tno agency\tBoard business manager\n"
        "sol@police.example\tSol Badge\tNorthmere Police\t"
        "Agency senior officer at Northmere Police\n"
    )
    assert Agency.objects.get().number == 1


def test_a_post_ends_and_an_address_changes():
    a_board_with_a_manager()
    run("add-person", "sol@police.example", "--name", "Sol Badge", "--agency", "police")
    run("give-post", "sol@police.example", "business-manager")
    assert "no longer Board business manager" in (
        run("end-post", "bea@northmere.example", "business-manager").output
    )
    assert Post.objects.filter(ended_on=None).count() == 1
    changed = run("change-email", "sol@police.example", "Sol@northmere.example")
    assert changed.output == "Sol Badge now signs in with sol@northmere.example.\n"
